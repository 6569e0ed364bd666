import { beforeEach, describe, expect, it, vi } from "vitest";
import { BoxMark, PolyMark } from "../../src/views/figure/edit/annotations.js";
import { LabelMark, SpanMark } from "../../src/views/figure/edit/marks.js";
import { RangeBox } from "../../src/views/figure/edit/ranges.js";
import { mapFactors } from "../../src/views/figure/factor.js";
import { standingWords } from "../../src/views/figure/marks/standing_words.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

const SIZE = { left: 40, top: 10, width: 300, height: 200 };
const OTHERS = { x: new Map(), y: new Map() };

function frameOf(from = 0, to = 10): Frame {
  const x = new LinearScale({ start: from, end: to }, 40, 340);
  const y = new LinearScale({ start: 0, end: 10 }, 210, 10);
  return { ...SIZE, x, y, others: OTHERS } as unknown as Frame;
}

beforeEach(() => {
  vi.stubGlobal("window", { matchMedia: () => ({ matches: false }) });
});

describe("a label that is moved", () => {
  function label(values: Readonly<Record<string, unknown>> = {}): MemoryModel {
    const model = new MemoryModel("Label", { x: 5, y: 5, text: "Peak", ...values });
    standingWords.set(model, { left: 0, right: 30, top: -12, bottom: 2 });
    return model;
  }

  it("goes once to where it is taken, however often it hears of that before it is drawn", () => {
    const model = label();
    const mark = new LabelMark(model, { frame: frameOf() });
    const from = mark.edges;
    expect(from).toEqual({ left: 147, right: 183, top: 85, bottom: 105 });
    if (from === undefined) return;
    const to = { left: 177, right: 213, top: 65, bottom: 85 };
    mark.move(to);
    mark.move(to);
    expect([model.get("x"), model.get("y")]).toEqual([6, 6]);
    expect(mark.edges).toEqual(to);
    mark.move(from);
    expect([model.get("x"), model.get("y")]).toEqual([5, 5]);
  });

  it("stands in each figure where this shows it", () => {
    const model = label();
    const other = new LabelMark(model, { frame: frameOf(0, 20) });
    expect(other.edges).toMatchObject({ left: 72, right: 108 });
  });

  it("cannot be taken hold of where it is not shown", () => {
    const at = (x: unknown): unknown => new LabelMark(label({ x }), { frame: frameOf() }).edges;
    expect(at(11)).toBeUndefined();
    expect(at(-2)).toBeUndefined();
    expect(at(NaN)).toBeUndefined();
    expect(at(9.9)).toBeDefined();
    expect(at(-0.5)).toBeDefined();
  });
});

describe("a line that is moved", () => {
  it("can be taken hold of at the very end of the frame, and not beyond", () => {
    const at = (location: number): unknown => {
      const model = new MemoryModel("Span", { dimension: "height", location });
      return new SpanMark(model, { frame: frameOf() }).edges;
    };
    expect(at(10.000000000000002)).toBeDefined();
    expect(at(-1e-14)).toBeDefined();
    expect(at(10.1)).toBeUndefined();
  });
});

describe("what stands at factors and is moved", () => {
  const names = mapFactors(["a", "b", "c"]);
  const host = { frame: frameOf(0, 3), factors: { x: names } };

  it("is a box between them, which goes no further than others", () => {
    const sides = { left: "a", right: ["b", 0.5], left_limit: "a", right_limit: "c" };
    const model = new MemoryModel("BoxAnnotation", { ...sides, top: null, bottom: null });
    const box = new BoxMark(model, host);
    expect(box.edges).toEqual({ left: 50, right: 200, top: 0, bottom: 200 });
    expect(box.limits.reach).toMatchObject({ left: 50, right: 250 });
    expect(box.words()).toBe("x a to b, y the frame to the frame");
    box.move({ left: 50, right: 250, top: 0, bottom: 200 });
    expect([model.get("left"), model.get("right")]).toEqual(["a", 2.5]);
    expect(box.words("right")).toBe("c");
  });

  it("is a line at one of them", () => {
    const model = new MemoryModel("Span", { dimension: "height", location: "b" });
    const line = new SpanMark(model, host);
    expect(line.edges).toMatchObject({ left: 145, right: 155 });
    expect(line.words()).toBe("b");
  });

  it("are words at one of them, or at one of its groups", () => {
    const model = new MemoryModel("Label", { x: ["c"], y: 5, text: "Here" });
    standingWords.set(model, { left: 0, right: 30, top: -12, bottom: 2 });
    const label = new LabelMark(model, host);
    expect(label.edges).toMatchObject({ left: 247, right: 283 });
    expect(label.words()).toBe("x c, y 5");
  });

  it("is nowhere where nobody knows the factor, or where another range has others", () => {
    for (const values of [{ location: "d" }, { location: "b", x_range_name: "other" }]) {
      const model = new MemoryModel("Span", { dimension: "height", ...values });
      expect(new SpanMark(model, host).edges).toBeUndefined();
    }
  });
});

it("A box keeps to the directions, the limits and the lengths that its author gives", () => {
  const box = (fields: Readonly<Record<string, unknown>>): BoxMark => {
    const sides = { left: 2, right: 4, bottom: 2, top: 6 };
    const model = new MemoryModel("BoxAnnotation", { ...sides, ...fields });
    return new BoxMark(model, { frame: frameOf() });
  };
  expect(box({}).limits.reach).toEqual({ left: 0, right: 300, top: 0, bottom: 200 });
  const limits = { left_limit: 1, right_limit: 9, bottom_limit: 2, top_limit: 8 };
  expect(box(limits).limits.reach).toEqual({ left: 30, right: 270, top: 40, bottom: 160 });
  const { least, most } = box({ min_width: 1, min_height: 2, max_width: 3, max_height: 4 }).limits;
  expect([least, most]).toEqual([
    { x: 30, y: 40 },
    { x: 90, y: 80 },
  ]);
  expect(["both", "x", "y", "none"].map((movable) => box({ movable }).moves)).toEqual([
    { x: true, y: true },
    { x: true, y: false },
    { x: false, y: true },
    { x: false, y: false },
  ]);
});

describe("a range that is moved", () => {
  function box(start: number, end: number): { range: MemoryModel; tool: RangeBox } {
    const range = new MemoryModel("Range1d", { start, end });
    const tool = new MemoryModel("RangeTool", { x_range: range });
    return { range, tool: new RangeBox(tool, { frame: frameOf() }) };
  }

  it("keeps a length, however near its sides come", () => {
    const { range, tool } = box(2, 2.1);
    const { edges } = tool;
    if (edges === undefined) throw new Error("the range has a box");
    tool.move({ ...edges, right: edges.left + 1e-9 }, true);
    expect([range.get("start"), range.get("end")]).toEqual([2, 2.1]);
    tool.move({ ...edges, right: edges.left + 1.5 }, true);
    expect(range.get("end")).toBeCloseTo(2.05);
  });

  it("is moved in the directions that its tool wants", () => {
    const y_range = new MemoryModel("Range1d", { start: 1, end: 2 });
    const moves = (fields: Readonly<Record<string, unknown>>): unknown => {
      const x_range = new MemoryModel("Range1d", { start: 1, end: 2 });
      const ranges = { x_range, y_range, x_interaction: true, y_interaction: true };
      const tool = new MemoryModel("RangeTool", { ...ranges, ...fields });
      return new RangeBox(tool, { frame: frameOf() }).moves;
    };
    expect(moves({})).toEqual({ x: true, y: true });
    expect(moves({ x_interaction: false })).toEqual({ x: false, y: true });
    expect(moves({ y_interaction: false })).toEqual({ x: true, y: false });
    expect(moves({ y_range: null })).toEqual({ x: true, y: false });
  });

  it("can be moved if it is very small already", () => {
    const { range, tool } = box(2, 2.01);
    const { edges } = tool;
    if (edges === undefined) throw new Error("the range has a box");
    tool.move({ ...edges, left: edges.left + 30, right: edges.right + 30 }, true);
    expect(range.get("start")).toBeCloseTo(3);
    expect(range.get("end")).toBeCloseTo(3.01);
  });
});

describe("what is said of handles", () => {
  const DAY = 86_400_000;
  const START = Date.UTC(2026, 0, 5);

  function said(
    days: number,
    axis: string,
    values: Readonly<Record<string, unknown>> = {},
  ): string {
    const below = [new MemoryModel(axis, { x_range_name: "default" })];
    const figure = new MemoryModel("Figure", { below, above: [], left: [], right: [] });
    const frame = frameOf(START, START + days * DAY);
    const location = START + 1.5 * DAY + 75_500;
    const line = { dimension: "height", location, ...values };
    return new SpanMark(new MemoryModel("Span", line), { model: figure, frame }).words();
  }

  it("are times on an axis of times, as exactly as they are seen", () => {
    expect(said(400, "DatetimeAxis")).toBe("6 January 2026");
    expect(said(20, "DatetimeAxis")).toBe("6 January 2026, 12:01");
    expect(said(0.1, "DatetimeAxis")).toBe("6 January 2026, 12:01:15");
    expect(said(20, "DatetimeAxis", { location: START })).toBe("5 January 2026");
  });

  it("are numbers on others, and in pixels", () => {
    expect(said(20, "LinearAxis")).toBe(String(Number((START + 1.5 * DAY).toPrecision(4))));
    expect(said(20, "DatetimeAxis", { location: 40, location_units: "screen" })).toBe("40");
    expect(said(20, "DatetimeAxis", { x_range_name: "other", location: 40 })).toBe("40");
  });

  it("are the ends of a range in the words of the axis below its box", () => {
    const below = [new MemoryModel("DatetimeAxis", { x_range_name: "default" })];
    const figure = new MemoryModel("Figure", { below, above: [], left: [], right: [] });
    const range = new MemoryModel("Range1d", { start: START, end: START + 2 * DAY });
    const box = new RangeBox(new MemoryModel("RangeTool", { x_range: range }), {
      model: figure,
      frame: frameOf(START, START + 20 * DAY),
    });
    expect(box.words()).toBe("5 January 2026 to 7 January 2026");
    expect(box.words("right")).toBe("7 January 2026");
  });
});

describe("an area between factors", () => {
  const factors = { x: mapFactors(["a", "b", "c"]) };
  const frame = (): Frame => {
    const x = new LinearScale({ start: 0, end: 3 }, 40, 340);
    return { ...frameOf(), x };
  };
  function area(values: Readonly<Record<string, unknown>> = {}): MemoryModel {
    return new MemoryModel("PolyAnnotation", { xs: ["a", "b", "b"], ys: [2, 2, 8], ...values });
  }

  it("is taken hold of where it is drawn", () => {
    const mark = new PolyMark(area(), { frame: frame(), factors });
    expect(mark.edges).toEqual({ left: 50, right: 150, top: 40, bottom: 160 });
    const nested = new PolyMark(area({ xs: ["a", ["b", 0.25], 2.5] }), { frame: frame(), factors });
    expect(nested.edges).toMatchObject({ left: 50, right: 250 });
  });

  it("moves along them, and keeps them where it moves across", () => {
    const model = area();
    const mark = new PolyMark(model, { frame: frame(), factors });
    mark.move({ left: 50, right: 150, top: 20, bottom: 140 });
    expect([model.get("xs"), model.get("ys")]).toEqual([
      ["a", "b", "b"],
      [3, 3, 9],
    ]);
    mark.move({ left: 150, right: 250, top: 20, bottom: 140 });
    expect([model.get("xs"), model.get("ys")]).toEqual([
      [1.5, 2.5, 2.5],
      [3, 3, 9],
    ]);
  });
});
