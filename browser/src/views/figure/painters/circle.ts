import { EMPTY } from "../range.js";
import { valueAt } from "../spec.js";
import { pointBounds } from "./line.js";
import type { Frame, Painter } from "./painter.js";
import { nearestPoint } from "./painter.js";
import { FillStyle, LineStyle } from "./style.js";

/** Draws a circle of a radius in data units for each row. */
export const circlePainter: Painter = {
  paint(frame, glyph) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return;
    const { context } = frame;
    const radius = glyph.numbers("radius", 0);
    const fill = new FillStyle(glyph);
    const line = new LineStyle(glyph);
    line.begin(context);
    for (let index = 0; index < glyph.length; index += 1) {
      const px = frame.x.toPixel(x[index] ?? NaN);
      const py = frame.y.toPixel(y[index] ?? NaN);
      const r = pixelRadius(frame, x[index] ?? NaN, valueAt(radius, index));
      if (!Number.isFinite(px + py + r)) continue;
      context.beginPath();
      context.arc(px, py, r, 0, 2 * Math.PI);
      if (fill.apply(context, index)) context.fill();
      if (line.apply(context, index)) context.stroke();
    }
  },

  bounds(glyph) {
    const points = pointBounds(glyph);
    if (!(points.x.low <= points.x.high)) return { x: EMPTY, y: EMPTY };
    const radius = glyph.numbers("radius", 0);
    let most = radius.same ? radius.value : 0;
    if (!radius.same) {
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
    const reach = (index: number): number =>
      mode === "mouse" ? pixelRadius(frame, x[index] ?? NaN, valueAt(radius, index)) : Infinity;
    return nearestPoint(frame, x, y, 0, glyph.length, px, py, mode, reach);
  },

  swatch(context, glyph, width, height, row) {
    const line = new LineStyle(glyph);
    line.begin(context);
    context.beginPath();
    context.arc(width / 2, height / 2, height / 2 - 3, 0, 2 * Math.PI);
    if (new FillStyle(glyph).apply(context, row)) context.fill();
    if (line.apply(context, row)) context.stroke();
  },
};

function pixelRadius(frame: Frame, x: number, radius: number): number {
  return Math.abs(frame.x.toPixel(x + radius) - frame.x.toPixel(x));
}
