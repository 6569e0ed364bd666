import { EMPTY } from "../range.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { pointBounds } from "./line.js";
import type { Frame, Painter } from "./painter.js";
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
      if (!Number.isFinite(px + py + r)) continue;
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
    const radius = glyph.numbers("radius", 0);
    const dimension = dimensionOf(glyph);
    const reach = (index: number): number => {
      if (mode !== "mouse") return Infinity;
      const at = { x: x[index] ?? NaN, y: y[index] ?? NaN };
      return pixelRadius(frame, at, valueAt(radius, index), dimension);
    };
    return nearestPoint(frame, x, y, 0, glyph.length, px, py, mode, reach);
  },

  swatch(context, glyph, width, height, row) {
    const style = new AreaStyle(glyph, false);
    style.begin(context);
    context.beginPath();
    context.arc(width / 2, height / 2, height / 2 - 3, 0, 2 * Math.PI);
    style.draw(context, row);
  },
};

/** Return in which direction radii are measured; on the screen it does not matter. */
function dimensionOf(glyph: GlyphReader): unknown {
  return glyph.glyph.get(
    glyph.glyph.get("radius_units") === "screen" ? "radius_units" : "radius_dimension",
  );
}

function pixelRadius(
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
