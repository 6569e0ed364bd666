import { expect, it } from "vitest";
import { Model } from "../../src/model/model.js";

const DEFAULTS: Readonly<Record<string, unknown>> = { fill_color: "#ffffff", width: 600 };

it("A colour that was told is chosen, whatever it is; other fields are if they are not as by default", () => {
  const host = { defaultOf: (_: string, field: string) => DEFAULTS[field] };
  const model = new Model(host as never, 1, "Figure");
  expect([model.chosen("fill_color"), model.chosen("width")]).toEqual([false, false]);
  model.fields.confirm("fill_color", "#ffffff");
  model.fields.confirm("width", 600);
  expect([model.chosen("fill_color"), model.chosen("width")]).toEqual([true, false]);
});
