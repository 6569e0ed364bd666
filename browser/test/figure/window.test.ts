import { describe, expect, it, vi } from "vitest";
import { boundsBetween, rowsBetween } from "../../src/views/figure/marks/window.js";
import type { Layer } from "../../src/views/figure/layer.js";
import "../../src/views/figure/shapes.js";
import { layerOf } from "./layer_of.js";

const between = (layer: Layer, axis: "x" | "y", low: number, high: number): unknown =>
  layer.reader && rowsBetween(layer.reader, axis, { low, high });

describe("rows in the part of an axis that is shown", () => {
  it("are those that lie there at least in part", () => {
    const line = layerOf("Line", { x: [0, 10, 20, 30], y: [4, 3, NaN, 1] });
    expect(between(line, "x", 5, 20)).toEqual([1, 2]);
    expect(between(line, "y", 0, 3)).toEqual([1, 3]);
    const bars = layerOf("VBar", { x: [0, 10, 20] }, { width: { value: 4 }, top: 5, bottom: 0 });
    expect(between(bars, "x", 11, 17)).toEqual([1]);
    const quads = layerOf("Quad", { left: [0, 10], right: [5, 90], top: [1, 1], bottom: [0, 0] });
    expect(between(quads, "x", 40, 50)).toEqual([1]);
    const circles = layerOf("Circle", { x: [0, 10], y: [1, 1] }, { radius: { value: 3 } });
    expect(between(circles, "x", 2, 6)).toEqual([0]);
    const where = { image: [[[1]], [[2]]], x: [0, 50], y: [0, 0] };
    const pictures = layerOf("Image", where, { dw: { value: 50 }, dh: { value: 1 } });
    expect(between(pictures, "x", 40, 60)).toEqual([0, 1]);
    expect(between(pictures, "x", 60, 70)).toEqual([1]);
    const lines = layerOf("MultiLine", {
      xs: [
        [0, 1],
        [5, 9],
      ],
      ys: [
        [0, 1],
        [2, 3],
      ],
    });
    expect(between(lines, "x", 2, 6)).toEqual([1]);
    expect(between(lines, "y", 0, 1)).toEqual([0]);
  });

  it("are not all looked at where they are sorted", () => {
    const length = 100_000;
    const x = Float64Array.from({ length }, (_, row) => row);
    const y = Float64Array.from({ length }, (_, row) => (row === 50_500 ? 9 : row % 7));
    const line = layerOf("Line", { x, y });
    const { reader } = line;
    if (reader === undefined) throw new Error("the layer has no rows");
    const taken = vi.spyOn(reader, "some");
    const found = boundsBetween(line, "x", { low: 50_000, high: 59_999.5 });
    expect(found).toEqual({ x: { low: 50_000, high: 59_999 }, y: { low: 0, high: 9 } });
    expect(taken).not.toHaveBeenCalled();
  });

  it("count one by one where some are missing", () => {
    const line = layerOf("Line", { x: [0, 1, 2, 3, 4], y: [1, 8, NaN, 2, 5] });
    expect(boundsBetween(line, "x", { low: 2, high: 3 })).toEqual({
      x: { low: 3, high: 3 },
      y: { low: 2, high: 2 },
    });
  });

  it("are what is covered; nothing is known where there is none", () => {
    const line = layerOf("Line", { x: [0, 10, 20, 30], y: [4, 3, 8, 1] });
    expect(boundsBetween(line, "x", { low: 5, high: 20 })?.y).toEqual({ low: 3, high: 8 });
    expect(boundsBetween(line, "x", { low: 40, high: 50 })).toBeUndefined();
  });
});
