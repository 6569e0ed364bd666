import { describe, expect, it, vi } from "vitest";
import { PlotEvents } from "../../src/views/figure/events.js";
import { Layer } from "../../src/views/figure/layer.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { Selecting } from "../../src/views/figure/select.js";
import { tappersOf, together } from "../../src/views/figure/selected.js";
import { partsAt } from "../../src/views/figure/tapped_parts.js";
import { rowsIn } from "../../src/views/figure/within.js";
import { History, deselect } from "../../src/views/figure/tools/history.js";
import type { Scene } from "../../src/views/figure/scene.js";
import "../../src/views/figure/shapes.js";
import { MemoryModel } from "../memory_model.js";
import { paper } from "./paper.js";

const KEYS = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

function sourceOf(data: Readonly<Record<string, unknown>>): MemoryModel {
  const selected = new MemoryModel("Selection", { indices: [] });
  return new MemoryModel("ColumnDataSource", { data, selected });
}

function layerOf(
  source: MemoryModel,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Layer {
  const named = Object.entries(fields).map(([field, value]) => [
    field,
    typeof value === "string" ? { field: value } : value,
  ]);
  const glyph = new MemoryModel(type, Object.fromEntries(named) as Record<string, unknown>);
  const renderer = new MemoryModel("GlyphRenderer", { data_source: source, glyph, ...more });
  return new Layer({ renderer, owner: renderer }, () => ({}));
}

function tapping(layers: readonly Layer[], tool: Readonly<Record<string, unknown>> = {}) {
  const { frame, asked } = paper();
  const none = (): void => undefined;
  const area = undefined as unknown as HTMLElement;
  const selecting = new Selecting({
    frame,
    layers,
    area,
    outline: none,
    relook: none,
    chosen: none,
  });
  const tap = new MemoryModel("TapTool", { gesture: "tap", renderers: "auto", ...tool });
  return {
    asked,
    tap: (x: number, y: number, shiftKey = false) => {
      selecting.tap(tap, { x, y }, { ...KEYS, shiftKey }, false);
    },
  };
}

describe("a tap on lines that share a source", () => {
  const source = (): MemoryModel =>
    sourceOf({ x: [10, 50, 90], low: [10, 10, 10], high: [80, 80, 80] });
  const low = { x: "x", y: "low" };
  const high = { x: "x", y: "high" };
  const chosen = (of: MemoryModel): unknown =>
    (of.get("selected") as MemoryModel).get("line_indices");

  it("tells the part of the one that was hit, whichever it is, and all at once", () => {
    const shared = source();
    const { tap } = tapping([layerOf(shared, "Line", low), layerOf(shared, "Line", high)]);
    tap(52, 11);
    expect(chosen(shared)).toEqual([1]);
    expect((shared.get("selected") as MemoryModel).sent).toHaveLength(1);
    tap(88, 79);
    expect(chosen(shared)).not.toEqual([]);
    tap(50, 45);
    expect(chosen(shared)).toEqual([]);
  });

  it("leaves those alone that the tool does not take, or that are hidden", () => {
    const [taken, other, hidden] = [source(), source(), source()];
    const layers = [
      layerOf(taken, "Line", low),
      layerOf(other, "Line", low),
      layerOf(hidden, "Line", low, { visible: false }),
    ] as const;
    for (const each of [other, hidden]) {
      (each.get("selected") as MemoryModel).set("line_indices", [2]);
    }
    const { tap } = tapping(layers, { renderers: [layers[0].renderer, layers[2].renderer] });
    tap(52, 11);
    expect([chosen(taken), chosen(other), chosen(hidden)]).toEqual([[1], [2], [2]]);
  });
});

describe("a tap on one of several lines", () => {
  /** Return how many lines of two look selected, and the points that are. */
  function tapped(...taps: readonly (readonly [number, number, boolean?])[]): unknown {
    const shared = sourceOf({ x: [10, 50, 90], low: [10, 10, 10], high: [80, 80, 80] });
    const layers = ["low", "high"].map((y) => layerOf(shared, "Line", { x: "x", y }));
    const { tap } = tapping(layers);
    for (const each of taps) tap(...each);
    const selection = shared.get("selected") as MemoryModel;
    const lines = layers.filter(({ renderer }) => tappersOf(selection)?.has(renderer) === true);
    return [selection.get("line_indices"), lines.map((layer) => layers.indexOf(layer))];
  }

  it("is known to be one on that line", () => {
    expect(tapped([52, 11])).toEqual([[1], [0]]);
    expect(tapped([52, 11], [20, 79])).toEqual([[0], [1]]);
  });

  it("adds to what is selected where a key says so", () => {
    expect(tapped([20, 11], [60, 79, true])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(tapped([20, 11], [60, 11, true])).toEqual([[0, 1], [0]]);
    const parts = { multiline_indices: { 0: [1] }, image_indices: [{ index: 0, i: 1 }] };
    const found = { multiline_indices: { 1: [0] }, image_indices: [{ index: 0, i: 1 }] };
    expect(together(new MemoryModel("Selection", parts), found)).toEqual({
      line_indices: [],
      multiline_indices: { 0: [1], 1: [0] },
      image_indices: [{ index: 0, i: 1 }],
    });
  });

  it("is forgotten when Python selects other points", () => {
    const shared = sourceOf({ x: [10, 50, 90], low: [10, 10, 10] });
    const { tap } = tapping([layerOf(shared, "Line", { x: "x", y: "low" })]);
    tap(52, 11);
    const selection = shared.get("selected") as MemoryModel;
    selection.set("line_indices", [0]);
    expect(tappersOf(selection)).toBeUndefined();
  });
});

describe("a tap on renderers that share a source", () => {
  function selected(policy?: string): unknown {
    const source = sourceOf({ x: [50, 50], low: [10, 10], high: [10, 90] });
    if (policy !== undefined) source.set("selection_policy", new MemoryModel(policy, {}));
    const dots = (y: string): Layer => layerOf(source, "Scatter", { x: "x", y });
    const { renderer } = dots("high");
    const idle = new Layer({ renderer, owner: renderer, takes: () => false }, () => ({}));
    tapping([idle, dots("low"), idle, dots("high")]).tap(50, 10);
    return (source.get("selected") as MemoryModel).get("indices");
  }

  it("selects what is found in any of them, or in all that take part if the source says so", () => {
    expect(selected()).toEqual([0, 1]);
    expect(selected("UnionRenderers")).toEqual([0, 1]);
    expect(selected("IntersectRenderers")).toEqual([0]);
  });
});

describe("glyphs that are one shape", () => {
  it("have no rows that a tap selects", () => {
    const source = sourceOf({ x: [10, 50, 90], y: [10, 10, 10] });
    const { tap } = tapping([layerOf(source, "Line", { x: "x", y: "y" })]);
    const selected = source.get("selected") as MemoryModel;
    selected.set("indices", [2]);
    tap(80, 11);
    expect([selected.get("indices"), selected.get("line_indices")]).toEqual([[], [1]]);
  });
});

describe("an area", () => {
  const WHERE = { x: "x", y: "y" };
  const KINDS: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
    ["Scatter", WHERE, "box", "path"],
    ["Circle", { ...WHERE, radius: 5 }, "box", "path"],
    ["Rect", { ...WHERE, width: 10, height: 10 }, "box", ""],
    ["VBar", { x: "x", width: 10, bottom: 0, top: "y" }, "box", ""],
    ["Ngon", { ...WHERE, radius: 5, n: 5, angle: 0 }, "box", "path"],
    ["VSpan", { x: "x" }, "box", ""],
    ["HStrip", { y0: "y", y1: "top" }, "box", ""],
    ["Patches", { xs: "xs", ys: "ys" }, "box", "path"],
    ["Line", WHERE, "", ""],
    ["Step", WHERE, "", ""],
    ["Text", { ...WHERE, text: "x" }, "", ""],
    ["Ellipse", { ...WHERE, width: 10, height: 10 }, "", ""],
    ["MultiLine", { xs: "xs", ys: "ys" }, "", ""],
    ["Segment", { x0: "x", y0: "y", x1: "top", y1: "top" }, "", ""],
  ];

  it.each(KINDS)("takes %s by its rule", (type, fields, box, path) => {
    const data = { x: [50], y: [50], top: [55], xs: [[45, 55, 50]], ys: [[45, 45, 55]] };
    const layer = layerOf(sourceOf(data), type, fields);
    const { frame } = paper();
    const [from, to] = [
      { x: 10, y: 10 },
      { x: 90, y: 90 },
    ];
    const corners = [from, { x: 90, y: 10 }, to, { x: 10, y: 90 }];
    const taken = (found: readonly number[] | undefined): unknown => found ?? "not asked";
    const expected = (word: string): unknown => (word === "" ? "not asked" : [0]);
    expect(taken(rowsIn(layer, frame, { kind: "box", from, to }, false))).toEqual(expected(box));
    const drawn = rowsIn(layer, frame, { kind: "path", points: corners }, false);
    expect(taken(drawn)).toEqual(expected(path));
  });

  it("takes squares by their middles, polygons by what they have in common", () => {
    const source = sourceOf({ x: [50], y: [50] });
    const box = { kind: "box", from: { x: 53, y: 40 }, to: { x: 90, y: 60 } } as const;
    const { frame } = paper();
    const rect = layerOf(source, "Rect", { ...WHERE, width: 20, height: 20 });
    expect(rowsIn(rect, frame, box, false)).toEqual([]);
    const ngon = layerOf(source, "Ngon", { ...WHERE, radius: 10, n: 5, angle: 0 });
    expect(rowsIn(ngon, frame, box, false)).toEqual([0]);
  });
});

describe("a lasso around polygons", () => {
  it("takes what it touches, not what is in its corners or elsewhere", () => {
    const source = sourceOf({ x: [31, 11, 80, 20], y: [20, 11, 80, 20] });
    const glyph = { x: "x", y: "y", radius: 2, n: 5, angle: 0 };
    const points = [
      { x: 20, y: 8 },
      { x: 32, y: 20 },
      { x: 20, y: 32 },
      { x: 8, y: 20 },
    ];
    const ngon = layerOf(source, "Ngon", glyph);
    expect(rowsIn(ngon, paper().frame, { kind: "path", points }, false)).toEqual([0, 3]);
  });
});

describe("a tap on rows over each other", () => {
  const ROWS = 5000;
  const indices = (of: MemoryModel): unknown => (of.get("selected") as MemoryModel).get("indices");

  it("looks at each row a few times only, however many lie there", () => {
    const far = Array.from({ length: ROWS }, (_, row) => (row % 50 === 0 ? 50 : (row * 7) % 40));
    const source = sourceOf({ x: far, y: far });
    const { tap, asked } = tapping([layerOf(source, "Scatter", { x: "x", y: "y", size: 8 })]);
    tap(50, 50);
    expect(indices(source)).toHaveLength(100);
    expect(asked()).toBeLessThan(10 * ROWS);
  });

  it("takes the nearest, and those that are below the pointer in truth", () => {
    const source = sourceOf({ x: [50, 55, 70, 90], y: [50, 50, 50, 50], size: [2, 4, 60, 10] });
    const { tap } = tapping([layerOf(source, "Scatter", { x: "x", y: "y", size: "size" })]);
    tap(50, 50);
    expect(indices(source)).toEqual([0, 2]);
  });

  it("takes all bars that are there, and no others", () => {
    const x = Array.from({ length: ROWS }, (_, row) => (row % 1000 === 7 ? 50 : 10));
    const bars = { x: "x", width: 10, bottom: 0, top: 90 };
    const source = sourceOf({ x });
    const { tap, asked } = tapping([layerOf(source, "VBar", bars)]);
    tap(52, 20);
    expect(indices(source)).toEqual([7, 1007, 2007, 3007, 4007]);
    expect(asked()).toBeLessThan(20 * ROWS);
  });

  it("takes a hundred of the bars that all are there", () => {
    const source = sourceOf({ x: Array.from({ length: ROWS }, () => 50) });
    const { tap } = tapping([layerOf(source, "VBar", { x: "x", width: 10, bottom: 0, top: 90 })]);
    tap(50, 50);
    expect(indices(source)).toEqual(Array.from({ length: 100 }, (_, row) => ROWS - 100 + row));
  });
});

describe("the part of a line", () => {
  it("begins at the point before the place, among very many with gaps between them", () => {
    const many = 400_000;
    const xs = Float64Array.from({ length: many }, (_, at) => (at % 3 === 0 ? NaN : at));
    const ys = new Float64Array(many).fill(50);
    const source = sourceOf({ xs: [xs] as unknown, ys: [ys] as unknown });
    const layer = layerOf(source, "MultiLine", { xs: "xs", ys: "ys" });
    const { frame } = paper();
    vi.spyOn(layer, "hit").mockReturnValue({ index: 0, px: 0, py: 0, distance: 0 });
    expect(partsAt(layer, frame, 40.9, 50)).toEqual({ multiline_indices: { 0: [40] } });
  });
});

describe("selecting nothing", () => {
  const PARTS = { line_indices: [1], multiline_indices: { 0: [1] }, image_indices: [{ index: 0 }] };
  const NONE = { indices: [], line_indices: [], multiline_indices: {}, image_indices: [] };
  const layer = (): readonly [Layer, MemoryModel] => {
    const source = sourceOf({ x: [10, 50], y: [10, 50] });
    return [layerOf(source, "Scatter", { x: "x", y: "y" }), source.get("selected") as MemoryModel];
  };
  const said = (of: MemoryModel): unknown =>
    Object.fromEntries(Object.keys(NONE).map((field) => [field, of.get(field)]));

  it("frees parts as well as rows, and tells only what changes", () => {
    const [one, selected] = layer();
    selected.setAll({ ...PARTS, indices: [1] });
    deselect([one]);
    expect(said(selected)).toEqual(NONE);
    const { length } = selected.sent;
    deselect([one]);
    expect(selected.sent).toHaveLength(length);
  });

  it("is undone, and done again, with the parts", () => {
    const [one, selected] = layer();
    const scene = { layers: [one], places: () => [], restore: () => undefined };
    const history = new History(
      () => scene as unknown as Scene,
      () => undefined,
    );
    history.before("tap", true);
    selected.setAll({ ...PARTS, indices: [1] });
    history.undo();
    expect(said(selected)).toEqual(NONE);
    history.redo();
    expect(said(selected)).toEqual({ ...PARTS, indices: [1] });
  });

  it("of a part is what a box does that selects other rows", () => {
    const [one, selected] = layer();
    selected.setAll(PARTS);
    const { frame } = paper();
    const none = (): void => undefined;
    const area = undefined as unknown as HTMLElement;
    const selecting = new Selecting({
      frame,
      layers: [one],
      area,
      outline: none,
      relook: none,
      chosen: none,
    });
    const box = new MemoryModel("BoxSelectTool", { dimensions: "both", mode: "replace" });
    const path = [
      { x: 5, y: 5 },
      { x: 30, y: 30 },
    ];
    selecting.draw(box, path, true, KEYS);
    expect(said(selected)).toEqual({ ...NONE, indices: [0] });
  });
});

describe("a figure that shows another range by now", () => {
  it("is told nothing more of the one that it has shown", () => {
    const [shared, own, other] = ["a", "b", "c"].map(() => new MemoryModel("Range1d"));
    const figure = (y: MemoryModel | undefined): MemoryModel =>
      new MemoryModel("Plot", {
        x_range: shared,
        y_range: y,
        subscribed_events: ["rangesupdate"],
      });
    const [first, second] = [figure(own), figure(other)];
    const frame = (): Frame => paper().frame;
    const [one, two] = [new PlotEvents(first, frame), new PlotEvents(second, frame)];
    one.watch();
    two.watch();
    two.shown();
    expect(first.sent).toHaveLength(1);
    first.set("x_range", new MemoryModel("Range1d"));
    const before = first.sent.length;
    one.watch();
    two.shown();
    expect(first.sent).toHaveLength(before);
    first.set("x_range", shared);
    one.watch();
    first.set("x_range", new MemoryModel("Range1d"));
    one.stop();
    const stopped = first.sent.length;
    two.shown();
    expect(first.sent).toHaveLength(stopped);
  });
});
