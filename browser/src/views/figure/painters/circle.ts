import { number } from "../../field.js";
import { EMPTY } from "../range.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { angles } from "./angle.js";
import { isScreen } from "./bar.js";
import { pointBounds } from "./line.js";
import { outlinePainter } from "./outline.js";
import type { Corner, Frame, Painter } from "./painter.js";
import { nearestPoint } from "./painter.js";
import { AreaStyle } from "./style.js";

/** Draws a circle of a radius in data units for each row. */
export const circlePainter: Painter = {
  paint(frame, glyph) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return;
    const { context } = frame;
    const radius = glyph.numbers("radius", 0);
    const style = new AreaStyle(glyph, false);
    const dimension = dimensionOf(glyph);
    style.begin(context);
    for (let index = 0; index < glyph.length; index += 1) {
      const px = frame.x.toPixel(x[index] ?? NaN);
      const py = frame.y.toPixel(y[index] ?? NaN);
      const at = { x: x[index] ?? NaN, y: y[index] ?? NaN };
      const r = pixelRadius(frame, at, valueAt(radius, index), dimension);
      if (!Number.isFinite(px + py) || !(r >= 0 && r < Infinity)) continue;
      context.beginPath();
      context.arc(px, py, r, 0, 2 * Math.PI);
      style.draw(context, index);
    }
  },

  bounds(glyph) {
    const points = pointBounds(glyph);
    if (!(points.x.low <= points.x.high)) return { x: EMPTY, y: EMPTY };
    const radius = glyph.numbers("radius", 0);
    const screen = dimensionOf(glyph) === "screen";
    let most = radius.same && !screen ? radius.value : 0;
    if (!radius.same && !screen) {
      for (let index = 0; index < glyph.length; index += 1) {
        most = Math.max(most, radius.at(index) || 0);
      }
    }
    return {
      x: { low: points.x.low - most, high: points.x.high + most },
      y: { low: points.y.low - most, high: points.y.high + most },
    };
  },

  hit(frame, glyph, px, py, mode) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return undefined;
    const reach = mode === "mouse" ? reachOf(frame, glyph) : (): number => Infinity;
    return nearestPoint(frame, x, y, 0, glyph.length, px, py, mode, reach);
  },

  reach: reachOf,

  swatch(context, glyph, width, height, row) {
    const style = new AreaStyle(glyph, false);
    style.begin(context);
    context.beginPath();
    context.arc(width / 2, height / 2, height / 2 - 3, 0, 2 * Math.PI);
    style.draw(context, row);
  },
};

/** Draws a regular polygon of a radius in data units for each row. */
export const ngonPainter: Painter = {
  ...outlinePainter({
    trace(frame, glyph) {
      const cornersOf = ngonCorners(frame, glyph);
      if (cornersOf === undefined) return undefined;
      return (path, index) => {
        const corners = cornersOf(index);
        for (const { x, y } of corners) path.lineTo(x, y);
        path.closePath();
        return corners.length > 0;
      };
    },
    bounds: circlePainter.bounds.bind(circlePainter),
    swatch(path, width, height) {
      const r = height / 2 - 2;
      for (const corner of [0, 1, 2, 3, 4, 5]) {
        const angle = (Math.PI * corner) / 3;
        path.lineTo(width / 2 + r * Math.sin(angle), height / 2 - r * Math.cos(angle));
      }
      path.closePath();
    },
  }),
  corners: ngonCorners,
};

function ngonCorners(
  frame: Frame,
  glyph: GlyphReader,
): ((index: number) => readonly Corner[]) | undefined {
  const x = glyph.positions("x", "x");
  const y = glyph.positions("y", "y");
  if (x === undefined || y === undefined) return undefined;
  const radius = glyph.numbers("radius", 0);
  const corners = glyph.numbers("n", 0);
  const turns = angles(glyph, "angle");
  const dimension = dimensionOf(glyph);
  return (index) => {
    const at = { x: x[index] ?? NaN, y: y[index] ?? NaN };
    const px = frame.x.toPixel(at.x);
    const py = frame.y.toPixel(at.y);
    const r = pixelRadius(frame, at, valueAt(radius, index), dimension);
    const n = Math.min(Math.floor(valueAt(corners, index)), MOST_CORNERS);
    const turn = valueAt(turns, index);
    if (!(n >= 3) || !Number.isFinite(px + py + r + turn)) return [];
    return Array.from({ length: n }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / n - turn;
      return { x: px + r * Math.sin(angle), y: py - r * Math.cos(angle) };
    });
  };
}

/** With more corners than this a polygon is a circle. */
const MOST_CORNERS = 1000;

function reachOf(frame: Frame, glyph: GlyphReader): (index: number) => number {
  const [x, y] = [glyph.positions("x", "x"), glyph.positions("y", "y")];
  const radius = glyph.numbers("radius", 0);
  const dimension = dimensionOf(glyph);
  const dilation = number(glyph.glyph, "hit_dilation", 1);
  return (index) => {
    const at = { x: x?.[index] ?? NaN, y: y?.[index] ?? NaN };
    return pixelRadius(frame, at, valueAt(radius, index), dimension) * dilation;
  };
}

/** Return in which direction radii are measured; on the screen it does not matter. */
export function dimensionOf(glyph: GlyphReader): unknown {
  return isScreen(glyph, "radius") ? "screen" : glyph.glyph.get("radius_dimension");
}

export function pixelRadius(
  frame: Frame,
  at: { readonly x: number; readonly y: number },
  radius: number,
  dimension: unknown,
): number {
  const along = (direction: "x" | "y"): number => {
    const scale = frame[direction];
    return Math.abs(scale.toPixel(at[direction] + radius) - scale.toPixel(at[direction]));
  };
  if (dimension === "screen") return radius;
  if (dimension === "y") return along("y");
  if (dimension === "max") return Math.max(along("x"), along("y"));
  return dimension === "min" ? Math.min(along("x"), along("y")) : along("x");
}
