import { EMPTY } from "../../src/views/figure/range.js";
import { describe, expect, it } from "vitest";
import { NDArray } from "../../src/model/value.js";
import { EXPRESSIONS, TRANSFORMS } from "../../src/views/figure/computed.js";
import { chance } from "../../src/views/figure/jitter.js";
import { interpolate } from "../../src/views/figure/interpolate.js";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { mapFactors } from "../../src/views/figure/factor.js";
import {
  ABOVE,
  BELOW,
  MISSING,
  mapColors,
  mapWords,
  placeIn,
} from "../../src/views/figure/mapper.js";
import { angles } from "../../src/views/figure/painters/angle.js";
import { runs } from "../../src/views/figure/painters/area.js";
import { isPicture } from "../../src/views/figure/painters/files.js";
import { gridOf } from "../../src/views/figure/painters/image.js";
import { crisp } from "../../src/views/figure/painters/outline.js";
import { curveExtent, stepTo } from "../../src/views/figure/painters/stroke.js";
import { markerOf } from "../../src/views/figure/painters/marker.js";
import { GlyphReader, valueAt } from "../../src/views/figure/spec.js";
import type { Model } from "../../src/model/types.js";
import { MemoryModel } from "../memory_model.js";
import "../../src/views/figure/shapes.js";

function reader(
  fields: Record<string, unknown>,
  columns: Record<string, unknown[]> = {},
  factors = {},
): GlyphReader {
  return new GlyphReader(new MemoryModel("Any", fields), columns, new ColumnFacts(), factors);
}

Object.assign(TRANSFORMS, { LinearInterpolator: interpolate, StepInterpolator: interpolate });

function computeColumn(
  expression: MemoryModel,
  columns: Record<string, unknown[]>,
  length: number,
): number[] {
  const reading = {
    columns,
    length,
    facts: new ColumnFacts(),
    factors: {},
    uses: new Set<Model>(),
  };
  return Array.from(EXPRESSIONS[expression.type]?.(expression, reading) ?? [], Number);
}

/** Return what changes the value of a row. */
function changeOf(transform: MemoryModel): (value: number, index: number) => number {
  const change = TRANSFORMS[transform.type]?.(transform, new Set());
  return (value, index) => change?.(new Float64Array(index + 1).fill(value))?.[index] ?? NaN;
}

describe("a line in steps", () => {
  it.each([
    ["before", [0, 5, 4, 5]],
    ["after", [4, 1, 4, 5]],
    ["center", [2, 1, 2, 5, 4, 5]],
  ])("steps %s", (mode, expected) => {
    const points: number[] = [];
    const path = { lineTo: (x: number, y: number): number => points.push(x, y) };
    stepTo(path, mode, [0, 1], [4, 5]);
    expect(points).toEqual(expected);
  });
});

describe("a sharp line", () => {
  it("lies on device pixels, or between them if its width is odd", () => {
    expect(crisp(10.3, 1, 1)).toBe(10.5);
    expect(crisp(10.3, 2, 1)).toBe(10);
    expect(crisp(10.3, 1, 2)).toBe(10.5);
    expect(crisp(10.3, 0.2, 1)).toBe(10.5);
  });
});

describe("an area", () => {
  it("is interrupted where there is no value", () => {
    const good = [false, true, true, false, true];
    expect(runs(5, (index) => good[index] ?? false)).toEqual([
      [1, 2],
      [4, 4],
    ]);
    expect(runs(0, () => true)).toEqual([]);
  });
});

describe("an angle", () => {
  it("is in the units that its field, or the one beside it, says", () => {
    const glyph = reader(
      { a: 90, a_units: "deg", b: { field: "v", units: "turn" }, c: 2 },
      { v: [0.5] },
    );
    expect(valueAt(angles(glyph, "a"), 0)).toBeCloseTo(Math.PI / 2);
    expect(valueAt(angles(glyph, "b"), 0)).toBeCloseTo(Math.PI);
    expect(valueAt(angles(glyph, "c"), 0)).toBe(2);
  });
});

describe("a computed column", () => {
  const columns = { a: [1, 2, 3], b: [10, 20, 30] };
  it("sums columns row by row", () => {
    const stack = new MemoryModel("Stack", { columns: ["a", "b"] });
    expect([...computeColumn(stack, columns, 3)]).toEqual([11, 22, 33]);
    const none = new MemoryModel("Stack", { columns: [] });
    expect([...computeColumn(none, columns, 3)]).toEqual([0, 0, 0]);
    const missing = new MemoryModel("Stack", { columns: ["z"] });
    expect([...computeColumn(missing, columns, 1)]).toEqual([NaN]);
  });

  it("sums a column up to each row, with it or without it", () => {
    const sum = (include_zero: boolean): number[] => [
      ...computeColumn(new MemoryModel("CumSum", { field: "a", include_zero }), columns, 3),
    ];
    expect(sum(false)).toEqual([1, 3, 6]);
    expect(sum(true)).toEqual([0, 1, 3]);
  });

  it("is read like any other, and what it depends on is known", () => {
    const expr = new MemoryModel("Stack", { columns: ["a", "b"] });
    const glyph = reader({ top: { expr } }, columns);
    expect([...(glyph.positions("top", "y") ?? [])]).toEqual([11, 22, 33]);
    expect(valueAt(glyph.numbers("top", 0), 2)).toBe(33);
    expect([...glyph.uses]).toEqual([expr]);
  });
});

describe("a transform", () => {
  it("moves factors beside their places", () => {
    const transform = new MemoryModel("Dodge", { value: 0.25 });
    const factors = { x: mapFactors(["a", "b"]) };
    const columns = { f: ["b", "a"] };
    const read = (): ReturnType<typeof reader> =>
      reader({ x: { field: "f", transform } }, columns, factors);
    const glyph = read();
    expect([...(glyph.positions("x", "x") ?? [])]).toEqual([1.75, 0.75]);
    // The same array again: facts are kept by it.
    expect(glyph.positions("x", "x")).toBe(glyph.positions("x", "x"));
    transform.set("value", 0);
    expect([...(read().positions("x", "x") ?? [])]).toEqual([1.5, 0.5]);
  });

  it("scatters rows the same way every time, within its width", () => {
    const move = changeOf(new MemoryModel("Jitter", { width: 2, mean: 10 }));
    const moved = Array.from({ length: 500 }, (_, index) => move(0, index));
    expect(Math.min(...moved)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...moved)).toBeLessThanOrEqual(11);
    expect(Math.max(...moved) - Math.min(...moved)).toBeGreaterThan(1.8);
    expect(move(0, 7)).toBe(moved[7]);
    expect(chance(7)).not.toBe(chance(8));
  });

  it("scatters rows about a middle where they are to be normal", () => {
    const normal = { width: 2, mean: 10, distribution: "normal" };
    const move = changeOf(new MemoryModel("Jitter", normal));
    const moved = Array.from({ length: 2000 }, (_, index) => move(0, index) - 10);
    const square = moved.reduce((sum, each) => sum + each * each, 0) / moved.length;
    expect(Math.sqrt(square)).toBeCloseTo(2, 0);
    expect(Math.max(...moved.map(Math.abs))).toBeGreaterThan(4);
    expect(move(0, 7) - 10).toBe(moved[7]);
  });

  it("reads values off a table", () => {
    const at = (type: string, fields: Record<string, unknown>, value: number): number =>
      changeOf(new MemoryModel(type, { x: [0, 10, 20], y: [0, 5, 1], ...fields }))(value, 0);
    expect(at("LinearInterpolator", {}, 5)).toBe(2.5);
    expect(at("LinearInterpolator", {}, 20)).toBe(1);
    expect(at("LinearInterpolator", {}, 21)).toBeNaN();
    expect(at("LinearInterpolator", { clip: false }, 21)).toBe(1);
    expect(at("StepInterpolator", { mode: "after" }, 12)).toBe(5);
    expect(at("StepInterpolator", { mode: "before" }, 12)).toBe(1);
    expect(at("StepInterpolator", { mode: "center" }, 18)).toBe(1);
  });
});

describe("a mapper", () => {
  const mapper = (fields: Record<string, unknown>): MemoryModel =>
    new MemoryModel("LinearColorMapper", fields);

  it("says why a number has no place in the palette", () => {
    const place = placeIn(mapper({ low: 0, high: 10 }), { low: 0, high: 0 }, 5);
    expect([-1, 0, 9.9, 10, 11, NaN].map(place)).toEqual([BELOW, 0, 4, 4, ABOVE, MISSING]);
  });

  it.each(["LinearColorMapper", "LogColorMapper"])(
    "gives numbers that are all alike the last colour: %s",
    (type) => {
      const alike = new MemoryModel(type, { palette: ["a", "b", "c"] });
      const place = placeIn(alike, { low: 7, high: 7 }, 3);
      expect([7, 6, 8, NaN].map(place)).toEqual([2, BELOW, ABOVE, MISSING]);
    },
  );

  it.each([
    ["LinearColorMapper", ["a", "a", "b", "c", "c", "under", "over", "none"]],
    ["LogColorMapper", ["a", "b", "c", "c", "c", "under", "over", "none"]],
  ])("gives each number its colour: %s", (type, expected) => {
    const looks = { low_color: "under", high_color: "over", nan_color: "none" };
    const fields = { palette: ["a", "b", "c"], low: 1, high: 1000, ...looks };
    const rows = [2, 20, 500, 900, 1000, 0.5, 2000, NaN];
    const colors = mapColors(new MemoryModel(type, fields), rows, new ColumnFacts());
    expect(rows.map((_, index) => colors(index))).toEqual(expected);
  });

  it("finds what has no logarithm below its lowest number, not missing", () => {
    const place = placeIn(new MemoryModel("LogColorMapper", { low: 1, high: 100 }), EMPTY, 2);
    expect([-5, 0, 1, 10, NaN].map(place)).toEqual([BELOW, BELOW, 0, 1, MISSING]);
    const back = placeIn(new MemoryModel("LogColorMapper", { low: 100, high: 1 }), EMPTY, 2);
    expect([-5, 0, 90].map(back)).toEqual([ABOVE, ABOVE, 0]);
  });

  it("begins three decades below the highest number where the least has no logarithm", () => {
    const place = placeIn(new MemoryModel("LogColorMapper", {}), { low: 0, high: 1000 }, 3);
    expect([0, 0.9, 2, 20, 200, 1000].map(place)).toEqual([BELOW, BELOW, 0, 1, 2, 2]);
  });

  it("chooses hatches", () => {
    const fields = { patterns: ["/", "x"], factors: ["a", "b"], default_value: " " };
    const words = mapWords(new MemoryModel("CategoricalPatternMapper", fields), ["b", "a", "c"]);
    expect([0, 1, 2].map(words)).toEqual(["x", "/", " "]);
  });

  it("finds nested factors by some of their levels", () => {
    const colors = mapColors(
      new MemoryModel("CategoricalColorMapper", {
        palette: ["red", "green"],
        factors: ["x", "y"],
        start: 1,
        end: 2,
      }),
      [
        ["a", "y"],
        ["b", "x"],
        ["a", "z"],
      ],
      new ColumnFacts(),
    );
    expect([0, 1, 2].map(colors)).toEqual(["green", "red", "gray"]);
  });

  it("chooses markers", () => {
    const transform = new MemoryModel("CategoricalMarkerMapper", {
      markers: ["star", "hex"],
      factors: ["a", "b"],
      default_value: "dot",
    });
    const words = reader({ marker: { field: "k", transform } }, { k: ["b", "a", "c"] });
    const marker = words.words("marker", "circle");
    expect([0, 1, 2].map((index) => valueAt(marker, index))).toEqual(["hex", "star", "dot"]);
  });
});

describe("a marker", () => {
  it.each([
    ["circle_cross", true, true, false],
    ["hex_dot", true, false, true],
    ["cross", false, true, false],
    ["dot", false, false, true],
    ["square_pin", true, false, false],
    ["nonsense", true, false, false],
  ])("%s consists of its parts", (name, outline, strokes, dot) => {
    const parts = markerOf(name);
    expect([parts.outline !== undefined, parts.strokes !== undefined, parts.dot === true]).toEqual([
      outline,
      strokes,
      dot,
    ]);
  });
});

describe("a marker that nobody knows", () => {
  it.each(["__proto__", "constructor", "toString"])("is a circle, even one named %s", (name) => {
    expect(markerOf(name)).toEqual({ outline: markerOf("circle").outline });
  });

  it("is remembered once, however many names columns have", () => {
    expect(markerOf("row 1")).toBe(markerOf("row 2"));
    expect(markerOf("star")).toBe(markerOf("star"));
  });
});

describe("a picture", () => {
  it("is an array of two or three dimensions, or lists of rows", () => {
    const data = new Uint8Array(12);
    expect(gridOf(new NDArray(data, [1, 3, 4]))).toEqual({ data, rows: 1, columns: 3, depth: 4 });
    const lists = gridOf([
      [1, 2],
      [3, null],
    ]);
    expect(lists).toMatchObject({ rows: 2, columns: 2, depth: 1 });
    expect([...Array.from(lists?.data ?? [])]).toEqual([1, 2, 3, NaN]);
    expect(Array.from(gridOf([[true, false]])?.data ?? [])).toEqual([1, 0]);
    expect(gridOf("x")).toBeUndefined();
  });

  it.each([
    ["https://example.org/a.png", true],
    ["pictures/a.png", true],
    ["data:image/png;base64,AA", true],
    ["data:text/html,x", false],
    ["javascript:alert(1)", false],
    [" java\tscript:alert(1)", false],
    ["\u0001file:///etc/passwd", false],
    ["a picture.png", true],
    ["file:///etc/passwd", false],
    ["", false],
  ])("comes from %s: %s", (url, allowed) => {
    expect(isPicture(url)).toBe(allowed);
  });
});

describe("a curve", () => {
  it("goes as far as it bends, not as what it leans to", () => {
    expect(curveExtent([0, 2, 0])).toEqual({ low: 0, high: 1 });
    expect(curveExtent([0, 1, 3])).toEqual({ low: 0, high: 3 });
    expect(curveExtent([0, 4, 4, 0])).toEqual({ low: 0, high: 3 });
    const { low, high } = curveExtent([1, 3, 0, 1]);
    expect([low, high]).toEqual([expect.closeTo(0.79, 1), expect.closeTo(1.7, 1)]);
    expect(curveExtent([0, 0, 3, 0]).high).toBeCloseTo(4 / 3);
    expect(curveExtent([0, NaN, 0]).low).toBeNaN();
  });
});
