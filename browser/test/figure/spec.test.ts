import { describe, expect, it, vi } from "vitest";
import type { Columns } from "../../src/model/types.js";
import { NDArray } from "../../src/model/value.js";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { mapFactors } from "../../src/views/figure/factor.js";
import { readDash } from "../../src/views/figure/painters/style.js";
import { GlyphReader, readSpec, valueAt } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";
import "../../src/views/figure/shapes.js";

function reader(fields: Record<string, unknown>, columns: Record<string, unknown>): GlyphReader {
  return new GlyphReader(
    new MemoryModel("Scatter", fields),
    columns as Columns,
    new ColumnFacts(),
    {},
  );
}

describe("a spec", () => {
  it("names a column or holds a value", () => {
    expect(readSpec({ field: "x" }, "value")).toEqual({ kind: "field", name: "x" });
    expect(readSpec({ value: 3 }, "field")).toEqual({ kind: "value", value: 3 });
    expect(readSpec(3, "field")).toEqual({ kind: "value", value: 3 });
  });

  it("as plain text is a column for positions, and a value for colours", () => {
    expect(readSpec("x", "field")).toEqual({ kind: "field", name: "x" });
    expect(readSpec("red", "value")).toEqual({ kind: "value", value: "red" });
  });
});

describe("a glyph", () => {
  it("reads numbers of each row, or one for all", () => {
    const glyph = reader({ size: { field: "s" }, angle: 2 }, { s: [4, 5] });
    expect(valueAt(glyph.numbers("size", 0), 1)).toBe(5);
    expect(glyph.numbers("angle", 0)).toEqual({ same: true, value: 2 });
    expect(glyph.numbers("missing", 7)).toEqual({ same: true, value: 7 });
  });

  it("writes several values of a row with commas, and nothing for what has no words", () => {
    const rows = [[75, 125, 125], new Float32Array([1, 0.5]), true, null, {}];
    const words = reader({ text: { field: "t" } }, { t: rows }).texts("text");
    expect(rows.map((_, row) => valueAt(words, row))).toEqual([
      "75,125,125",
      "1,0.5",
      "true",
      "",
      "",
    ]);
  });

  it("reads what a logarithmic scale can show", () => {
    const glyph = reader({ x: { field: "x" }, y: { field: "x" } }, { x: [0, -1, 5] }).above("x");
    expect(glyph.positions("x", "x")).toEqual(new Float64Array([NaN, NaN, 5]));
    expect(glyph.positions("y", "y")).toEqual(new Float64Array([0, -1, 5]));
  });

  it("of which a position is missing has no other one, once all are wanted", () => {
    const columns = { x: [1, NaN, 3, 4], y: [1, 9, 3, Infinity] };
    const glyph = reader({ x: { field: "x" }, y: { field: "y" } }, columns);
    const [x, y] = [glyph.positions("x", "x"), glyph.positions("y", "y")];
    const complete = glyph.complete();
    expect(complete.positions("x", "x")).toEqual(new Float64Array([1, NaN, 3, NaN]));
    expect(complete.positions("y", "y")).toEqual(new Float64Array([1, NaN, 3, NaN]));
    expect([x, y]).toEqual([glyph.positions("x", "x"), glyph.positions("y", "y")]);
    const above = complete.above("y").positions("x", "x");
    expect(above).toEqual(new Float64Array([1, NaN, 3, NaN]));
    const whole = reader({ x: { field: "x" }, y: { field: "x" } }, { x: [1, 2] });
    whole.positions("x", "x");
    expect(whole.complete()).toBe(whole);
  });

  it("without a position is not taken for one whose position is missing", () => {
    const columns = { x: [1, 2], top: [140, 120] };
    const bars = reader({ x: { field: "x" }, top: { field: "top" } }, columns);
    bars.positions("x", "x");
    bars.positions("top", "y");
    // Whoever points at a bar asks for its middle.
    expect(bars.positions("y", "y")).toBeUndefined();
    expect(bars.complete()).toBe(bars);
    const nowhere = reader({ x: { field: "x" }, top: { value: null } }, columns);
    expect(nowhere.positions("top", "y")).toEqual(new Float64Array([NaN, NaN]));
  });

  it("copies nothing for gaps that change no range", () => {
    const columns = { x: [1, 2, 3, 4], y: [5, NaN, 1, 9] };
    const glyph = reader({ x: { field: "x" }, y: { field: "y" } }, columns);
    glyph.positions("x", "x");
    expect(glyph.complete()).toBe(glyph);
    glyph.positions("y", "y");
    expect(glyph.complete()).toBe(glyph);
    const last = reader(
      { x: { field: "x" }, y: { field: "y" } },
      { ...columns, y: [5, 9, 1, NaN] },
    );
    last.positions("x", "x");
    last.positions("y", "y");
    expect(last.complete()).not.toBe(last);
    expect(last.complete()).toBe(last.complete());
  });

  it("takes large whole numbers for numbers", () => {
    const glyph = reader({ x: { field: "x" } }, { x: [2n ** 60n, 1] });
    expect(glyph.positions("x", "x")).toEqual(new Float64Array([2 ** 60, 1]));
  });

  it("of values alone is one row", () => {
    const glyph = reader({ x: 1, y: { field: "y" } }, {});
    expect(glyph.length).toBe(1);
    expect(glyph.positions("x", "x")).toEqual(new Float64Array([1]));
    expect(glyph.positions("y", "y")).toBeUndefined();
    expect(reader({ x: 1 }, { y: [] }).length).toBe(0);
  });

  it("takes texts that are numbers for numbers where nothing else is meant", () => {
    const glyph = reader({ x: { field: "x" } }, { x: ["1950", " 2.5", "", "May", null] });
    expect(glyph.positions("x", "x")).toEqual(new Float64Array([1950, 2.5, NaN, NaN, NaN]));
  });

  it("computes positions once", () => {
    const jitter = new MemoryModel("Jitter", { width: 1, mean: 0, distribution: "uniform" });
    const glyph = reader(
      { x: { field: "x", transform: jitter }, y: 3 },
      { x: new Float64Array(5) },
    );
    expect(glyph.positions("x", "x")).toBe(glyph.positions("x", "x"));
    expect(glyph.positions("y", "y")).toBe(glyph.positions("y", "y"));
    const [odd, even] = [glyph.some([1, 3], glyph.glyph), glyph.some([0, 2], glyph.glyph)];
    expect(odd.positions("x", "x")).toHaveLength(2);
    expect(odd.positions("x", "x")).not.toEqual(even.positions("x", "x"));
  });

  it("reads colours in all their forms", () => {
    const glyph = reader(
      { fill_color: { field: "c" }, line_color: [255, 0, 0, 0.5], other: null },
      { c: ["#abc", [1, 2, 3], null] },
    );
    const colors = glyph.colors("fill_color");
    expect([0, 1, 2].map((index) => valueAt(colors, index))).toEqual([
      "#abc",
      "rgb(1 2 3)",
      undefined,
    ]);
    expect(valueAt(glyph.colors("line_color"), 0)).toBe("rgb(255 0 0 / 0.5)");
    expect(valueAt(glyph.colors("other"), 0)).toBeUndefined();
  });

  it("draws no row whose colour is none", () => {
    vi.stubGlobal("CSS", { supports: (_: string, text: string) => text !== "new" });
    const words = ["tomato", "new", "inherit", "#123456", "new", "tomato", "var(--x)"];
    const colors = reader({ fill_color: { field: "c" } }, { c: words }).colors("fill_color");
    expect(words.map((_, index) => valueAt(colors, index))).toEqual([
      "tomato",
      undefined,
      undefined,
      "#123456",
      undefined,
      "tomato",
      undefined,
    ]);
    vi.unstubAllGlobals();
  });

  it.each([
    ["bytes", new NDArray(Uint8Array.of(255, 0, 9, 1, 2, 3), [2, 3])],
    ["fractions", new NDArray(Float64Array.of(1, 0, 9 / 255, 1 / 255, 2 / 255, 3 / 255), [2, 3])],
    ["packed numbers", Uint32Array.of(0xff0009ff, 0x010203ff)],
  ])("reads colours that are %s in an array", (_, column) => {
    const colors = reader({ fill_color: { field: "c" } }, { c: column }).colors("fill_color");
    expect([0, 1].map((index) => valueAt(colors, index))).toEqual(["rgb(255 0 9)", "rgb(1 2 3)"]);
  });

  it("reads the opacity of colours in an array", () => {
    const bytes = new NDArray(Uint8Array.of(1, 2, 3, 51), [1, 4]);
    const glyph = reader(
      { fill_color: { field: "b" }, line_color: { field: "p" } },
      { b: bytes, p: Uint32Array.of(0x01020333) },
    );
    expect(valueAt(glyph.colors("fill_color"), 0)).toBe("rgb(1 2 3 / 0.2)");
    expect(valueAt(glyph.colors("line_color"), 0)).toBe("rgb(1 2 3 / 0.2)");
  });

  it("maps numbers to colours", () => {
    const transform = new MemoryModel("LinearColorMapper", {
      palette: ["black", "gray", "white"],
      low: 0,
      high: 3,
      nan_color: "red",
    });
    const glyph = reader({ fill_color: { field: "v", transform } }, { v: [0, 1.5, 3, 9, NaN] });
    const colors = glyph.colors("fill_color");
    expect([0, 1, 2, 3, 4].map((index) => valueAt(colors, index))).toEqual([
      "black",
      "gray",
      "white",
      "white",
      "red",
    ]);
  });

  it("has as many rows as its shortest column", () => {
    expect(reader({}, { a: [1, 2, 3], b: [1, 2] }).length).toBe(2);
    expect(reader({}, {}).length).toBe(1);
  });

  it("repeats a fixed position for all rows", () => {
    expect([...(reader({ x: 5 }, { y: [1, 2] }).positions("x", "x") ?? [])]).toEqual([5, 5]);
  });

  it("lets nothing be drawn of a column that is not there", () => {
    expect(reader({ x: { field: "gone" } }, { y: [1] }).positions("x", "x")).toBeUndefined();
  });
});

describe("factors", () => {
  it("stand one after another", () => {
    const map = mapFactors(["a", "b", "c"]);
    expect([map.start, map.end, ...map.places]).toEqual([0, 3, 0.5, 1.5, 2.5]);
    expect(map.locate("b")).toBe(1.5);
    expect(map.locate("z")).toBeNaN();
    expect(map.locate(["b", 0.25])).toBe(1.75);
    expect(map.nearest(2.4)).toBe("c");
  });

  it("keep groups apart", () => {
    const map = mapFactors([
      ["2023", "Q1"],
      ["2023", "Q2"],
      ["2024", "Q1"],
    ]);
    expect(map.places).toEqual([0.5, 1.5, 3.9]);
    expect(map.locate(["2024", "Q1"])).toBeCloseTo(3.9);
    expect(map.locate("2023")).toBe(1);
    expect(map.locate(["2024"])).toBeCloseTo(3.9);
    expect(map.nearest(1.4)).toEqual(["2023", "Q2"]);
  });

  it("know their groups, and where the middle of each is", () => {
    const pairs = mapFactors([
      ["a", "1"],
      ["a", "2"],
      ["a", "3"],
      ["b", "1"],
    ]);
    expect(pairs.labels).toEqual(["1", "2", "3", "1"]);
    expect(pairs.groups).toHaveLength(1);
    expect(pairs.groups[0]?.map(({ name, place }) => [name, place])).toEqual([
      ["a", 1.5],
      ["b", pairs.places[3]],
    ]);
  });

  it("stand in groups within groups, with a gap of their own", () => {
    const triples = mapFactors(
      [
        ["y", "q1", "jan"],
        ["y", "q1", "feb"],
        ["y", "q2", "apr"],
        ["z", "q1", "jan"],
      ],
      { group: 2, subgroup: 0.5, factor: 0.25 },
    );
    expect(triples.places).toEqual([0.5, 1.75, 3.25, 6.25]);
    expect(triples.groups.map((row) => row.map(({ name }) => name))).toEqual([
      ["q1", "q2", "q1"],
      ["y", "z"],
    ]);
    expect(triples.locate(["y", "q1"])).toBe(1.125);
    expect(triples.locate(["y"])).toBeCloseTo((0.5 + 1.75 + 3.25) / 3);
  });
});

describe("room between factors", () => {
  it("is there without groups, too", () => {
    const map = mapFactors(["a", "b", "c"], { factor: 0.5 });
    expect([map.start, map.end, ...map.places]).toEqual([0, 4, 0.5, 2, 3.5]);
  });

  it("is a share of them all, or so many factors", () => {
    const share = mapFactors(["a", "b", "c", "d"], { range: 0.5 });
    expect([share.start, share.end]).toEqual([-1, 5]);
    const fixed = mapFactors(["a", "b", "c", "d"], { range: 0.5, absolute: true });
    expect([fixed.start, fixed.end]).toEqual([-0.5, 4.5]);
  });
});

describe("factors of a group that are not given one after another", () => {
  const given = ["a x", "b x", "a y"].map((names) => names.split(" "));
  const map = mapFactors(given, { group: 1 });

  it("stand side by side", () => {
    expect(given.map((factor) => map.locate(factor))).toEqual([0.5, 3.5, 1.5]);
    expect([map.labels, map.end]).toEqual([["x", "y", "x"], 4]);
    expect(map.groups[0]?.map(({ name, place }) => [name, place])).toEqual([
      ["a", 1],
      ["b", 3.5],
    ]);
  });
});

describe("a group of groups", () => {
  it("stands in the middle of its factors, in whatever parts they are", () => {
    const given = ["y p 1", "y p 2", "y p 3", "y q 1"].map((names) => names.split(" "));
    const map = mapFactors(given, { subgroup: 1 });
    expect([map.locate(["y", "p"]), map.locate(["y", "q"]), map.locate("y")]).toEqual([
      1.5, 4.5, 2.25,
    ]);
  });
});

describe("a dash", () => {
  it("has a name, lengths, or a text of lengths", () => {
    expect(readDash("dashed")).toEqual([6]);
    expect(readDash([1, 2])).toEqual([1, 2]);
    expect(readDash("4 2")).toEqual([4, 2]);
    expect(readDash("constructor")).toEqual([]);
    expect(readDash({ value: "solid" })).toEqual([]);
  });
});

it("Rows that are arrays are read anew when some of them were changed in place", () => {
  const images = [new NDArray(Float64Array.of(0, 0), [1, 2]), Float64Array.of(3)];
  const facts = new ColumnFacts();
  const [first, second] = [images[0] as NDArray, images[1] as Float64Array];
  const extents = () => [facts.extent(first.data), facts.extent(second)];
  facts.change({ kind: "set", field: "data" }, { images });
  expect(extents().map(({ high }) => high)).toEqual([0, 3]);
  first.data[1] = 7;
  second[0] = 4;
  facts.change({ kind: "patch", field: "data", columns: ["images"] }, { images });
  expect(extents().map(({ high }) => high)).toEqual([7, 4]);
});
