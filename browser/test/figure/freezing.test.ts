import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scene } from "../../src/views/figure/scene.js";
import { LogScale } from "../../src/views/figure/scale.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { MemoryModel } from "../memory_model.js";

const palette = { font: "x", text: "", muted: "", edge: "", line: "" } as never;

/** A figure of 100 by 100 pixels whose ranges follow their data. */
function made(y_scale = "LinearScale"): {
  scene: Scene;
  frame: Frame;
  follows: () => [x: boolean, y: boolean];
} {
  const data_source = new MemoryModel("ColumnDataSource", { data: { x: [1, 2], y: [3, 7] } });
  const glyph = new MemoryModel("Scatter", { x: { field: "x" }, y: { field: "y" } });
  const [x_range, y_range] = [new MemoryModel("DataRange1d"), new MemoryModel("DataRange1d")];
  const figure = new MemoryModel("Figure", {
    x_range,
    y_range,
    x_scale: new MemoryModel("LinearScale"),
    y_scale: new MemoryModel(y_scale),
    renderers: [new MemoryModel("GlyphRenderer", { glyph, data_source })],
  });
  const scene = new Scene(figure, palette);
  const { x, y } = scene;
  for (const range of [x, y]) range.update(() => ({ low: 3, high: 7 }));
  const frame = {
    left: 0,
    top: 0,
    width: 100,
    height: 100,
    x: new x.kind(x.ends, 0, 100),
    y: new y.kind(y.ends, 100, 0),
    others: { x: new Map(), y: new Map() },
  } as unknown as Frame;
  return { scene, frame, follows: () => [x.automatic, y.automatic] };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("Ends follow their data", () => {
  it("until they are moved, in the direction that a tool works in", () => {
    const { scene, frame, follows } = made();
    expect(follows()).toEqual([true, true]);
    scene.pan(frame, 10, NaN);
    expect(follows()).toEqual([false, true]);
  });

  it("no longer where a tool works in both directions, whichever way it is dragged", () => {
    const { scene, frame, follows } = made();
    scene.pan(frame, 10, 0);
    expect(follows()).toEqual([false, false]);
  });

  it("where the wheel zooms the other direction, of decades as well", () => {
    const { scene, frame, follows } = made("LogScale");
    expect(scene.y.kind).toBe(LogScale);
    scene.zoom(frame, { x: 0.8, y: 1 });
    expect(follows()).toEqual([false, true]);
  });

  it("again when the figure is reset", () => {
    const { scene, frame, follows } = made();
    scene.pan(frame, 10, 0);
    scene.reset();
    expect(follows()).toEqual([true, true]);
  });
});
