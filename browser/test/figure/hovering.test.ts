import { afterEach, describe, expect, it, vi } from "vitest";
import type { RowOf } from "../../src/views/figure/extras.js";
import { extras } from "../../src/views/figure/extras.js";
import "../../src/views/figure/hover/tell.js";
import { rowsAlong } from "../../src/views/figure/hover/along.js";
import { filterOf } from "../../src/views/figure/hover/filter.js";
import { findRows } from "../../src/views/figure/hover/find.js";
import type { Layer } from "../../src/views/figure/layer.js";
import { segmentPainter } from "../../src/views/figure/painters/stroke.js";
import "../../src/views/figure/shapes.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";
import { layerOf } from "./layer_of.js";
import { paper } from "./paper.js";

function told(
  layers: readonly Layer[],
  x: number,
  y: number,
  fields: Readonly<Record<string, unknown>> = {},
  { frame } = paper(),
): unknown {
  const tool = new MemoryModel("HoverTool", {
    renderers: "auto",
    mode: "mouse",
    sort_by: null,
    ...fields,
  });
  return findRows(tool, layers, frame, { x, y }).map(({ layer, hit }) => [
    layers.indexOf(layer),
    hit.index,
  ]);
}

const dots = (x: readonly number[], size = 20, more = {}): Layer =>
  layerOf("Scatter", { x, y: x.map(() => 50), ...more }, { size: { value: size } });
const line = (): Layer => layerOf("Line", { x: [0, 100], y: [50, 50] });

describe("a tool that points", () => {
  it("leaves out what is muted, if it is to", () => {
    const muted = layerOf("Scatter", { x: [50], y: [50] }, { size: 20 }, { muted: true });
    expect(told([muted], 50, 50, { muted_policy: "show" })).toEqual([[0, 0]]);
    expect(told([muted], 50, 50, { muted_policy: "ignore" })).toEqual([]);
  });

  it.each([
    ["Scatter", { size: 20 }],
    ["Circle", { radius: 10 }],
  ])("meets a %s as far as its author says", (type, looks) => {
    const at = (hit_dilation: number): unknown =>
      told([layerOf(type, { x: [50], y: [50] }, { ...looks, hit_dilation })], 65, 50);
    expect([at(1), at(2)]).toEqual([[], [[0, 0]]]);
  });

  it("tells of every row below it, the nearest first, of every renderer", () => {
    const layers = [dots([48, 50, 57, 80]), dots([52])];
    expect(told(layers, 51, 50)).toEqual([
      [0, 1],
      [0, 0],
      [0, 2],
      [1, 0],
    ]);
  });

  it("tells of so many rows of each renderer, as they are sorted", () => {
    const layers = [dots([48, 50, 57], 20, { rank: [3, 1, 2] }), dots([52, 53])];
    expect(told(layers, 50, 50, { limit: 1 })).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(
      told(layers.slice(0, 1), 50, 50, { limit: 2, sort_by: [["rank", "descending"]] }),
    ).toEqual([
      [0, 0],
      [0, 2],
    ]);
  });

  it("tells of the nearest row alone where none is below it", () => {
    expect(told([dots([48, 54], 2), dots([46], 2)], 50, 50)).toEqual([[0, 0]]);
  });

  it("tells of bars that lie one over another, the one on top first", () => {
    const bars = layerOf("VBar", { x: [50, 50, 90], top: [60, 80, 80], bottom: [0, 0, 0] });
    expect(told([bars], 50, 30, {})).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  it("tells of a line that it is upon, and of what stands there", () => {
    const layers = [line(), dots([50])];
    expect(told(layers, 45, 50)).toEqual([
      [0, 0],
      [1, 0],
    ]);
    // Near a line that is not below it, but upon a dot.
    expect(told(layers, 50, 58)).toEqual([[1, 0]]);
    expect(told(layers, 20, 58)).toEqual([[0, 0]]);
  });

  it("tells of all rows of each renderer at its x, the nearest first", () => {
    expect(told([line(), dots([50, 51, 70])], 50, 5, { mode: "vline" })).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    const column = layerOf("Scatter", { x: [50, 50, 50], y: [90, 20, 60] });
    expect(told([column], 51, 15, { mode: "vline" })).toEqual([
      [0, 1],
      [0, 2],
      [0, 0],
    ]);
    // Of points none of which is right there the nearest one, if that is near.
    expect(told([dots([58, 57], 2)], 50, 5, { mode: "vline" })).toEqual([[0, 1]]);
    expect(told([dots([70], 2)], 50, 5, { mode: "vline" })).toEqual([]);
  });

  it("tells of a line where it passes, as often as it does", () => {
    const folded = layerOf("Line", { x: [0, 100, 10, 60], y: [10, 40, 70, 90] });
    expect(told([folded], 20, 68, { mode: "vline" })).toEqual([
      [0, 2],
      [0, 2],
      [0, 0],
    ]);
    // A point that lies right there counts once, and beyond the ends there is nothing.
    expect(
      told([layerOf("Line", { x: [0, 50, 90], y: [1, 2, 3] })], 50, 2, { mode: "vline" }),
    ).toEqual([[0, 1]]);
    expect(told([layerOf("Line", { x: [0, 50], y: [1, 2] })], 80, 2, { mode: "vline" })).toEqual(
      [],
    );
    expect(told([folded], 5, 60, { mode: "hline" })).toEqual([[0, 2]]);
    const gap = layerOf("Line", { x: [0, NaN, 90], y: [1, 2, 3] });
    expect(told([gap], 50, 2, { mode: "vline" })).toEqual([]);
  });

  it("meets a line as well half a pixel beside its end or its turn", () => {
    const turn = layerOf("Line", { x: [0, 50, 0], y: [10, 20, 30] });
    expect(told([turn], 50.4, 20, { mode: "vline" })).toEqual([[0, 1]]);
    expect(told([turn], 49.8, 20, { mode: "vline" })).toEqual([[0, 1]]);
    expect(told([turn], 50.6, 20, { mode: "vline" })).toEqual([]);
    const end = layerOf("Line", { x: [0, 50, 90], y: [10, 20, 30] });
    expect(told([end], 90.4, 20, { mode: "vline" })).toEqual([[0, 2]]);
    expect(told([end], 90.6, 20, { mode: "vline" })).toEqual([]);
    // Beside a point within the line the stretch is meant that is right there.
    const [row] = rowsAlong(end, paper().frame, 50.2, 20, "vline");
    expect(row?.hit).toMatchObject({ index: 1, stretch: 1 });
  });

  it("tells of both sides of a peak, of the one that is pointed at first", () => {
    const peak = layerOf("Line", { x: [20, 50, 80], y: [10, 90, 10] });
    const sides = (x: number): unknown =>
      rowsAlong(peak, paper().frame, x, 80, "hline").map(({ hit }) => [hit.index, hit.stretch]);
    expect(sides(46)).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(sides(54)).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it("keeps the nearest of many rows at its x, and reads few of them", () => {
    const rows = Array.from({ length: 2000 }, (_, row) => row);
    const points = layerOf("Scatter", { x: rows.map(() => 50), y: rows });
    const found = rowsAlong(points, paper().frame, 50, 60, "vline");
    expect(found).toHaveLength(100);
    expect(found.slice(0, 3).map(({ hit }) => hit.index)).toEqual([60, 61, 59]);
    const bars = layerOf("VBar", { x: rows.map(() => 50), top: rows, bottom: rows.map(() => 0) });
    const readers = vi.spyOn(GlyphReader.prototype, "some");
    told([bars], 50, 30, { mode: "vline", sort_by: "x" });
    const { length } = readers.mock.calls;
    readers.mockRestore();
    expect(length).toBeLessThan(200);
  });

  it("tells of one row alone at its x where there are very many", () => {
    const x = Array.from({ length: 30_000 }, () => 50);
    const layers = [layerOf("Scatter", { x, y: x })];
    expect(told(layers, 50, 50, { mode: "vline" })).toHaveLength(1);
    const back = x.map((_, row) => (row % 2) * 100);
    const zigzag = layerOf("Line", { x: back, y: x.map((_, row) => row / 300) });
    expect(told([zigzag], 60, 50, { mode: "vline" })).toHaveLength(1);
  });

  it("tells of all bars at its height", () => {
    const bars = layerOf("VBar", { x: [10, 50, 90], top: [60, 20, 80], bottom: [0, 0, 0] });
    expect(told([bars], 85, 50, { mode: "hline" })).toEqual([
      [0, 2],
      [0, 0],
    ]);
  });

  it("tells only of what a line says there that shows some of its rows", () => {
    const layer = layerOf("Line", { x: [0, 50, 100], y: [0, 100, 0] });
    vi.spyOn(layer, "rows", "get").mockReturnValue([0, 2]);
    expect(told([layer], 60, 5, { mode: "vline" })).toEqual([[0, 2]]);
    expect(told([layer], 60, 50, { mode: "hline" })).toEqual([]);
  });

  it("does not look at very many rows with every move", () => {
    const page = paper();
    const x = Array.from({ length: 100_000 }, (_, row) => (row % 1000) / 10);
    const y = Array.from(x, (_, row) => Math.floor(row / 1000));
    const layers = [layerOf("Scatter", { x, y }, { size: { value: 4 } })];
    told(layers, 50, 50, {}, page);
    const before = page.asked();
    const found = told(layers, 52, 50, {}, page) as unknown[];
    expect(found).toHaveLength(9);
    expect(page.asked() - before).toBeLessThan(60_000);
  });

  it("does not look at all small markers because of a huge one", () => {
    const page = paper();
    const x = Array.from({ length: 100_000 }, (_, row) => (row % 1000) / 10);
    const y = Array.from(x, (_, row) => Math.floor(row / 1000));
    const size = x.map((_, row) => (row === 7 ? 2000 : 4));
    const layers = [layerOf("Scatter", { x, y, size })];
    told(layers, 50, 50, { limit: 1 }, page);
    const before = page.asked();
    told(layers, 52.04, 50.01, {}, page);
    expect(page.asked() - before).toBeLessThan(60_000);
    expect(told(layers, 50, 107, {}, page)).toEqual([[0, 7]]);
  });

  it("looks but once at very many rows at one place", () => {
    const page = paper();
    const x = Array.from({ length: 100_000 }, () => 50);
    const layers = [layerOf("Scatter", { x, y: x }, { size: { value: 4 } })];
    told(layers, 50, 50, {}, page);
    const before = page.asked();
    expect(told(layers, 50, 50, {}, page)).toEqual([[0, 0]]);
    expect(page.asked() - before).toBeLessThan(250_000);
  });

  it("reads few of very many shapes over each other", () => {
    const page = paper();
    const x = Array.from({ length: 2000 }, () => 50);
    const layers = [layerOf("VBar", { x, top: x.map(() => 80), bottom: x.map(() => 0) })];
    const found = told(layers, 50, 30, {}, page) as unknown[];
    expect(found.slice(0, 2)).toEqual([
      [0, 1999],
      [0, 1998],
    ]);
    expect(found).toHaveLength(9);
    const readers = vi.spyOn(GlyphReader.prototype, "some");
    told(layers, 50, 30, { sort_by: "x" }, page);
    const rows = readers.mock.calls.reduce((sum, [some]) => sum + some.length, 0);
    readers.mockRestore();
    expect(rows).toBeLessThan(1000);
  });

  it("tells of a line as wide as it is", () => {
    const data = { x: [0, 100], y: [50, 50] };
    const layers = [layerOf("Line", data, { line_width: { value: 40 } }), dots([20])];
    expect(told(layers, 20, 56)).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(told(layers, 60, 68)).toEqual([[0, 1]]);
    expect(told(layers, 60, 72)).toEqual([]);
  });

  it("tells of a shape whose line has no width", () => {
    const data = { x: [50, 50], top: [80, 80], bottom: [0, 0], line_width: [NaN, 1] };
    expect(told([layerOf("VBar", data)], 50, 30)).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  it("asks about no more rows than it can tell of, unless they are sorted", () => {
    const layers = [dots(Array.from({ length: 50 }, () => 50))];
    const asked = (sort_by: unknown): number => {
      const says = vi.fn((row: RowOf) => row.hit.index % 2 === 0);
      const tool = new MemoryModel("HoverTool", { renderers: "auto", mode: "vline", sort_by });
      findRows(tool, layers, paper().frame, { x: 50, y: 50 }, says);
      return says.mock.calls.length;
    };
    expect(asked(null)).toBeLessThan(20);
    expect(asked("x")).toBe(50);
  });
});

describe("a filter of rows", () => {
  it("reads its code once, and of a row what the code asks for", () => {
    const code = "return cb_data.row.kind === 'b' && Object.keys(cb_data.row).length === 3";
    const model = new MemoryModel("CustomJS", { args: {}, code });
    const layer = dots([10, 20], 20, { kind: ["a", "b"] });
    const passes = filterOf(new MemoryModel("HoverTool", { filters: { x: [model] } }));
    const reads = vi.spyOn(model, "get");
    const place = { name: "", x: 0, y: 0, sx: 0, sy: 0, dataX: 0, dataY: 0 };
    expect([0, 1].map((index) => passes?.(layer, { ...place, index }))).toEqual([false, true]);
    expect(reads.mock.calls.flat()).not.toContain("code");
  });
});

describe("an open shape", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Measures how far a horizontal line reaches, as wide as it was said to be; NaN leaves the width as it is. */
  class Ruler {
    #width = 1;
    #y = 0;
    set lineWidth(width: number) {
      if (width > 0) this.#width = width;
    }
    beginPath(): void {
      this.#y = NaN;
    }
    moveTo(_x: number, y: number): void {
      this.#y = y;
    }
    lineTo(): void {
      // All lie at one height.
    }
    isPointInStroke(_x: number, y: number): boolean {
      return Math.abs(y - this.#y) <= this.#width / 2;
    }
  }

  it.each([
    ["a mouse", false, 2],
    ["a finger", true, 8],
  ])("is met by %s as near as it can point", (_, matches, reach) => {
    vi.stubGlobal("window", { matchMedia: () => ({ matches }) });
    const ruler = new Ruler();
    vi.stubGlobal(
      "OffscreenCanvas",
      class {
        getContext(): Ruler {
          return ruler;
        }
      },
    );
    const ends = { x0: [0, 0], x1: [90, 90], y0: [20, 70], y1: [20, 70], line_width: [NaN, 40] };
    const { reader } = layerOf("Segment", ends);
    const at = (y: number): unknown =>
      reader && segmentPainter.hit(paper().frame, reader, 50, y, "mouse")?.index;
    expect(at(20 + reach)).toBe(0);
    // A missing width is not that of another row.
    expect(at(20 + reach + 1)).toBeUndefined();
    expect(at(88)).toBe(1);
  });
});

describe("what is told of a shape's place", () => {
  /** Return what is told of a row that is pointed at somewhere. */
  function placed(layer: Layer, index: number, px: number, py: number): readonly unknown[] {
    const tooltips = ["$snap_x", "$snap_y", "$x", "$y"].map((name) => ["", name]);
    const tool = new MemoryModel("HoverTool", { tooltips, mode: "mouse" });
    const row = { layer, hit: { index, px, py, distance: 0 } };
    const told = extras.hover?.tell(tool, row, paper().frame, { x: px, y: py }, vi.fn());
    const words: unknown[] = [];
    const walk = (part: unknown): void => {
      if (Array.isArray(part)) part.forEach(walk);
      else if (typeof part === "object" && part !== null && "values" in part) walk(part.values);
      else if (typeof part === "string" && part !== "" && part !== "wide") words.push(Number(part));
    };
    walk(told?.told);
    return words;
  }

  it("is its middle, wherever it is pointed at", () => {
    const rings = { x: [20, 50], y: [30, 40], inner_radius: [5, 5], outer_radius: [9, 9] };
    expect(placed(layerOf("Annulus", rings), 1, 57, 41)).toEqual([50, 40, 57, 41]);
    const slices = { x: [20, 50], y: [30, 40], radius: [9, 9], start_angle: [0, 0] };
    expect(placed(layerOf("Wedge", { ...slices, end_angle: [1, 1] }), 0, 25, 31)).toEqual([
      20, 30, 25, 31,
    ]);
  });

  it("is where the pointer is on what has no middle", () => {
    const patch = { x: [0, 90, 90], y: [0, 0, 90] };
    expect(placed(layerOf("Patch", patch), 0, 57, 41)).toEqual([57, 41, 57, 41]);
    const quad = { left: [0], right: [90], bottom: [0], top: [90] };
    expect(placed(layerOf("Quad", quad), 0, 57, 41)).toEqual([57, 41, 57, 41]);
  });
});
