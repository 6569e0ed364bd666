import { describe, expect, it } from "vitest";
import { hareaPainter, vareaPainter } from "../../src/views/figure/painters/area.js";
import type { Painter } from "../../src/views/figure/painters/painter.js";
import type { GlyphReader } from "../../src/views/figure/spec.js";
import { layerOf } from "./layer_of.js";
import { paper } from "./paper.js";

type Point = [number, number];

/** Return the outlines that a painter fills. */
function outlines(painter: Painter, reader: GlyphReader | undefined): Point[][] {
  const pieces: Point[][] = [];
  const paths = new Map<string, unknown>([
    ["moveTo", (x: number, y: number) => pieces.push([[x, y]])],
    ["lineTo", (x: number, y: number) => pieces.at(-1)?.push([x, y])],
  ]);
  const context = new Proxy(
    {},
    { get: (_, name) => paths.get(String(name)) ?? (() => undefined), set: () => true },
  );
  const { frame } = paper();
  if (reader !== undefined) painter.paint({ ...frame, context } as never, reader);
  return pieces;
}

function areaOf(type: string, columns: Readonly<Record<string, unknown>>, more = {}): Point[][] {
  const looks = { fill_color: "#ff0000", fill_alpha: 1, line_color: null, ...more };
  const painter = type === "VArea" ? vareaPainter : hareaPainter;
  return outlines(painter, layerOf(type, columns, looks).reader);
}

const ROWS = 100_000;
const along = Float64Array.from({ length: ROWS }, (_, row) => (row / ROWS) * 100);
const low = along.map((_, row) => 10 + (row % 7));
const high = along.map((_, row) => 80 + (row % 5));

/** The least and the greatest of one direction. */
function ends(points: readonly Point[], way: 0 | 1): Point {
  const all = points.map((point) => point[way]);
  return [Math.min(...all), Math.max(...all)];
}

describe("an area of more rows than there are pixels", () => {
  it.each(["VArea", "HArea"])("reaches as far with some points of each pixel: %s", (type) => {
    const [base, other] = type === "VArea" ? ["x", "y"] : ["y", "x"];
    const columns = { [base]: along, [`${other}1`]: low, [`${other}2`]: high };
    const [outline = [], ...others] = areaOf(type, columns);
    expect(others).toEqual([]);
    expect(outline.length).toBeLessThan(2 * 5 * 101);
    const [way, across] = type === "VArea" ? ([0, 1] as const) : ([1, 0] as const);
    expect(ends(outline, across)).toEqual([10, 84]);
    expect(ends(outline, way)).toEqual([0, along.at(-1)]);
    const middle = outline.filter((point) => Math.floor(point[way]) === 50);
    expect(ends(middle, across)).toEqual([10, 84]);
  });

  it("goes on after a row without a place as another one", () => {
    const gap = high.map((value, row) => (row === ROWS / 2 ? NaN : value));
    const pieces = areaOf("VArea", { x: along, y1: low, y2: gap });
    expect(pieces.map((piece) => ends(piece, 0).map(Math.round))).toEqual([
      [0, 50],
      [50, 100],
    ]);
  });

  it("is the same from the right to the left", () => {
    const [outline = []] = areaOf("VArea", { x: along.slice().reverse(), y1: low, y2: high });
    expect(outline.length).toBeLessThan(2 * 5 * 101);
    expect(ends(outline, 1)).toEqual([10, 84]);
  });

  it("has steps that nobody could tell from others", () => {
    const columns = { x: along, y1: low, y2: high };
    const [outline = []] = areaOf("VArea", columns, { step_mode: "before" });
    expect(outline.length).toBeLessThan(2 * 5 * 101);
    expect(ends(outline, 1)).toEqual([10, 84]);
  });

  it("keeps every corner where rows are in no order", () => {
    const x = along.map((place, row) => place * (row % 2));
    const [outline = []] = areaOf("VArea", { x, y1: low, y2: high });
    expect(outline.length).toBe(2 * ROWS);
  });
});
