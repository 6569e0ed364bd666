import { describe, expect, it } from "vitest";
import { findRows } from "../../src/views/figure/hover/find.js";
import { Layer } from "../../src/views/figure/layer.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

/** A frame of 100 by 100 pixels on which a unit is a pixel, and how often somebody asked for a place. */
function paper(): { frame: Frame; asked: () => number } {
  let count = 0;
  class Counting extends LinearScale {
    override toPixel(value: number): number {
      count += 1;
      return super.toPixel(value);
    }
  }
  const scale = new Counting({ start: 0, end: 100 }, 0, 100);
  const size = { left: 0, top: 0, width: 100, height: 100, ratio: 1 };
  const others = { x: new Map(), y: new Map() };
  return { frame: { ...size, x: scale, y: scale, others } as unknown as Frame, asked: () => count };
}

function layerOf(
  type: string,
  data: Readonly<Record<string, unknown>>,
  looks: Readonly<Record<string, unknown>> = {},
): Layer {
  const named = Object.keys(data).map((field) => [field, { field }]);
  const fields = Object.fromEntries(named) as Record<string, unknown>;
  const glyph = new MemoryModel(type, { ...fields, ...looks });
  const source = new MemoryModel("ColumnDataSource", { data });
  const renderer = new MemoryModel("GlyphRenderer", { data_source: source, glyph });
  return new Layer({ renderer, owner: renderer }, () => ({}));
}

function told(
  layers: readonly Layer[],
  x: number,
  y: number,
  fields: Readonly<Record<string, unknown>> = {},
  { frame } = paper(),
): unknown {
  const tool = new MemoryModel("HoverTool", { renderers: "auto", mode: "mouse", ...fields });
  return findRows(tool, layers, frame, { x, y }).map(({ layer, hit }) => [
    layers.indexOf(layer),
    hit.index,
  ]);
}

const dots = (x: readonly number[], size = 20, more = {}): Layer =>
  layerOf("Scatter", { x, y: x.map(() => 50), ...more }, { size: { value: size } });
const line = (): Layer => layerOf("Line", { x: [0, 100], y: [50, 50] });

describe("a tool that points", () => {
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

  it("tells of one row of each renderer at its x", () => {
    expect(told([line(), dots([50, 51])], 50, 5, { mode: "vline" })).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it("does not look at very many rows with every move", () => {
    const page = paper();
    const x = Array.from({ length: 100_000 }, (_, row) => (row % 1000) / 10);
    const y = Array.from(x, (_, row) => Math.floor(row / 1000));
    const layers = [layerOf("Scatter", { x, y }, { size: { value: 4 } })];
    told(layers, 50, 50, {}, page);
    const before = page.asked();
    const found = told(layers, 52, 50, {}, page) as unknown[];
    expect(found.length).toBeGreaterThan(20);
    expect(page.asked() - before).toBeLessThan(60_000);
  });
});
