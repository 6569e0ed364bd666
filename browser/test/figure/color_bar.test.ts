import { describe, expect, it } from "vitest";
import { shownColors, writeApart } from "../../src/views/figure/marks/color_bar.js";
import { MemoryModel } from "../memory_model.js";

const palette = ["red", "green", "blue", "white"];
const nothing = { low: NaN, high: NaN };

function show(type: string, mapper: object, bar: Record<string, unknown>): unknown {
  const values = { palette, ...mapper };
  return shownColors(new MemoryModel("ColorBar", bar), new MemoryModel(type, values), nothing);
}

describe("the colours of a bar", () => {
  const ends = { low: 0, high: 8 };

  it("are all of the mapper, unless a part is asked for", () => {
    expect(show("LinearColorMapper", ends, {})).toEqual({ colors: palette, low: 0, high: 8 });
  });

  it("are those of the numbers that are to be shown, each as a whole", () => {
    const shown = { colors: ["green", "blue"], low: 2, high: 6 };
    expect(show("LinearColorMapper", ends, { display_low: 3, display_high: 5 })).toEqual(shown);
    expect(show("LinearColorMapper", ends, { display_low: 2, display_high: 4 })).toEqual(shown);
    expect(show("LinearColorMapper", ends, { display_high: 1 })).toEqual({
      colors: ["red"],
      low: 0,
      high: 2,
    });
  });

  it("are all again where nothing would be left", () => {
    expect(show("LinearColorMapper", ends, { display_low: 9 })).toMatchObject({ colors: palette });
  });

  it("go by ratios where the mapper does", () => {
    const log = { low: 1, high: 10_000 };
    const shown = show("LogColorMapper", log, { display_low: 20 }) as { low: number; high: number };
    expect(shown).toMatchObject({ colors: ["green", "blue", "white"] });
    expect([shown.low, shown.high].map(Math.round)).toEqual([10, 10_000]);
  });

  it("of factors are as many as there are factors", () => {
    expect(show("CategoricalColorMapper", { factors: ["a", "b"] }, {})).toMatchObject({
      colors: ["red", "green"],
    });
  });
});

it("Quarters of colours are written as what they are beside their neighbours", () => {
  expect(writeApart([-0.998, -0.0493, -7.1e-6, 0.04, 0.995])).toEqual([
    "-0.998",
    "-0.0493",
    "0",
    "0.04",
    "0.995",
  ]);
  expect(writeApart([0.000001, 0.000002, 0.000003, 4, 5000])).toEqual([
    "0.000001",
    "0.000002",
    "0.000003",
    "4",
    "5000",
  ]);
  expect(writeApart([1000.12, 1000.24, 1001])).toEqual(["1000.1", "1000.2", "1001"]);
  expect(writeApart([2, 2])).toEqual(["2", "2"]);
  expect(writeApart([0, 1])).toEqual(["0", "1"]);
});
