import { describe, expect, it } from "vitest";
import { printf } from "../../src/views/figure/labels/printf.js";
import { fill, hasFormats, stateOf } from "../../src/views/widgets/progress_text.js";
import { MemoryModel } from "../memory_model.js";

function progress(values: Readonly<Record<string, unknown>>): MemoryModel {
  return new MemoryModel("Progress", {
    min: 0,
    max: 100,
    value: 0,
    mode: "determinate",
    ...values,
  });
}

describe("how far something has come", () => {
  it.each([
    [{ value: 25 }, 25, 25],
    [{ min: 50, max: 150, value: 75 }, 25, 25],
    [{ value: 120 }, 100, 100],
    [{ value: -3 }, 0, 0],
    [{ min: -10, max: 10, value: 0 }, 10, 50],
    [{ min: 10, max: 0, value: 8 }, 2, 20],
  ])("is told of %j", (values, index, percent) => {
    expect(stateOf(progress(values))).toMatchObject({ index, percent });
  });

  it.each([{ mode: "indeterminate" }, { min: 5, max: 5 }])("is not known of %j", (values) => {
    expect(stateOf(progress({ value: 5, ...values }))).toBeUndefined();
  });
});

describe("words with numbers", () => {
  const state = stateOf(progress({ min: 2, max: 8, value: 4 }));
  const write = (pattern: string): string =>
    state === undefined ? "" : fill(pattern, state, (value, format) => printf(value, format));

  it.each([
    ["@{percent}%", "33%"],
    ["@percent% of @{total}", "33% of 6"],
    ["@{value} in @{min}–@{max}, @{index} done", "4 in 2–8, 2 done"],
    ["@{percent}{%.2f} %", "33.33 %"],
    ["@{index}{%03d}/@{total}", "002/6"],
    ["@{speed} @{constructor} a@b.org", "@{speed} @{constructor} a@b.org"],
  ])("%j are %j", (pattern, words) => {
    expect(write(pattern)).toBe(words);
  });

  it("are whole until formats can be written", () => {
    expect(hasFormats("@{percent}{%.1f}")).toBe(true);
    expect(hasFormats("@{percent}%")).toBe(false);
    expect(state && fill("@{percent}{%.1f}", state)).toBe("33");
  });
});
