import { describe, expect, it } from "vitest";
import { ADORNMENT_SCHEMA } from "../../src/model/adornment_schema.js";
import { Defaults } from "../../src/model/defaults.js";
import { PLOT_SCHEMA } from "../../src/model/plot_schema.js";
import { VOCABULARY, learn } from "../../src/model/vocabulary.js";

describe("the vocabulary", () => {
  it("gets to know what figures are made of when the first one is shown", () => {
    const defaults = new Defaults(VOCABULARY, (wire) => wire);
    expect(defaults.get("Slider", "margin")).toBe(5);
    expect(defaults.get("Figure", "width")).toBeUndefined();
    learn(PLOT_SCHEMA);
    expect(defaults.get("Figure", "width")).toBe(600);
    expect(defaults.get("Figure", "visible")).toBe(true);
    expect(defaults.get("Slider", "margin")).toBe(5);
  });

  it("gets to know more fields of a type that it knows", () => {
    const defaults = new Defaults(VOCABULARY, (wire) => wire);
    expect(defaults.get("Slider", "html_id")).toBeUndefined();
    learn(ADORNMENT_SCHEMA);
    expect(defaults.get("Slider", "html_id")).toBeNull();
    expect(defaults.get("Slider", "visible")).toBe(true);
  });
});
