import { flag, list, number, optionalNumber, text } from "../../field.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { crisp } from "../painters/outline.js";
import type { Frame } from "../painters/painter.js";
import { AreaStyle } from "../painters/style.js";
import { placeOf } from "./mark.js";

/** Draw a line across the whole frame at one value. */
export function paintSpan(frame: Frame, reader: GlyphReader): void {
  const { glyph: model } = reader;
  const { context, left, top, width, height, ratio } = frame;
  const upright = text(model, "dimension") === "height";
  const place = positionOf(frame, reader, "location", upright ? "x" : "y");
  if (place === undefined || !Number.isFinite(place)) return;
  const style = new AreaStyle(reader, true);
  style.begin(context);
  const at = crisp(place, valueAt(reader.numbers("line_width", 1), 0), ratio);
  context.beginPath();
  context.moveTo(upright ? at : left, upright ? top : at);
  context.lineTo(upright ? at : left + width, upright ? top + height : at);
  style.draw(context, 0);
}

/** Draw a straight line of a gradient across the whole frame. */
export function paintSlope(frame: Frame, reader: GlyphReader): void {
  const { glyph: model } = reader;
  const gradient = optionalNumber(model, "gradient");
  const intercept = optionalNumber(model, "y_intercept");
  if (gradient === undefined || intercept === undefined) return;
  const { context, x, y, left, width } = frame;
  const style = new AreaStyle(reader, true);
  style.begin(context);
  context.beginPath();
  // On other scales than linear ones it is a curve.
  const steps = 64;
  for (let step = 0; step <= steps; step += 1) {
    const px = left + (width * step) / steps;
    const py = y.toPixel(gradient * x.toValue(px) + intercept);
    if (Number.isFinite(py)) context.lineTo(px, py);
  }
  style.draw(context, 0);
}

/** Draw a box whose sides stand at values, or at the sides of the frame. */
export function paintBox(frame: Frame, reader: GlyphReader): void {
  const { context, ratio } = frame;
  const side = (field: string, direction: "x" | "y", otherwise: number): number => {
    const place = positionOf(frame, reader, field, direction) ?? otherwise;
    // Far outside of the frame, the numbers of a canvas lose their digits.
    return Math.min(Math.max(place, -1e5), 1e5);
  };
  const left = side("left", "x", frame.left);
  const right = side("right", "x", frame.left + frame.width);
  const top = side("top", "y", frame.top);
  const bottom = side("bottom", "y", frame.top + frame.height);
  if (!Number.isFinite(left + right + top + bottom)) return;
  const width = valueAt(reader.numbers("line_width", 1), 0);
  const [x0, x1, y0, y1] = [left, right, top, bottom].map((at) => crisp(at, width, ratio));
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return;
  const style = new AreaStyle(reader, false);
  style.begin(context);
  const radius = number(reader.glyph, "border_radius", 0);
  const sides = [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)] as const;
  const edges = new Path2D();
  edges.roundRect(...sides, radius);
  context.beginPath();
  context.roundRect(...sides, radius);
  if (!flag(reader.glyph, "inverted")) style.draw(context, 0);
  else {
    // All of the frame is filled but the box; only the box has an outline.
    context.rect(frame.left, frame.top, frame.width, frame.height);
    style.draw(context, 0, "evenodd", edges);
  }
}

/** Draw an area between corners. */
export function paintPoly(frame: Frame, reader: GlyphReader): void {
  const { glyph: model } = reader;
  const { context } = frame;
  const xs = list(model, "xs").map(Number);
  const ys = list(model, "ys").map(Number);
  const screen = { x: model.get("xs_units") === "screen", y: model.get("ys_units") === "screen" };
  const style = new AreaStyle(reader, false);
  style.begin(context);
  context.beginPath();
  for (let index = 0; index < Math.min(xs.length, ys.length); index += 1) {
    const [x = NaN, y = NaN] = [xs[index], ys[index]];
    const px = screen.x ? frame.left + x : frame.x.toPixel(x);
    const py = screen.y ? frame.top + frame.height - y : frame.y.toPixel(y);
    if (Number.isFinite(px + py)) context.lineTo(px, py);
  }
  context.closePath();
  style.draw(context, 0);
}

/** Return where a value stands that may be missing; a text is a factor. */
function positionOf(
  frame: Frame,
  reader: GlyphReader,
  field: string,
  direction: "x" | "y",
): number | undefined {
  const value = reader.glyph.get(field);
  if (value === null || value === undefined) return undefined;
  return placeOf(frame, reader, field, direction, reader.glyph.get(`${field}_units`))(0);
}
