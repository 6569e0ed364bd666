import { flag, list, optionalNumber, text } from "../../field.js";
import type { FactorMap } from "../factor.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { crisp } from "../painters/outline.js";
import { addBox, readRadii } from "../painters/rounded.js";
import type { Frame } from "../painters/painter.js";
import { AreaStyle, FillStyle } from "../painters/style.js";
import type { Corner } from "./mark.js";
import { pixelOf, placeOf } from "./mark.js";

/** How far from a line the pointer may be that points at it, in CSS pixels. */
const REACH = 5;

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
  const points: Corner[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const px = left + (width * step) / steps;
    const py = y.toPixel(gradient * x.toValue(px) + intercept);
    if (Number.isFinite(py)) points.push([px, py]);
  }
  for (const [prefix, edge] of [
    ["above_", frame.top],
    ["below_", frame.top + frame.height],
  ] as const) {
    const fill = new FillStyle(reader, `${prefix}fill`);
    const first = points[0]?.[0] ?? left;
    trace(context, [...points, [points.at(-1)?.[0] ?? left, edge], [first, edge]]);
    if (fill.apply(context, 0)) context.fill();
    if (fill.hatch?.(context, 0) === true) context.fill();
  }
  context.beginPath();
  for (const point of points) context.lineTo(...point);
  style.draw(context, 0);
}

function trace(context: CanvasRenderingContext2D, points: readonly Corner[]): void {
  context.beginPath();
  for (const point of points) context.lineTo(...point);
  context.closePath();
}

/** Draw a box whose sides stand at values, or at the sides of the frame. */
export function paintBox(frame: Frame, reader: GlyphReader): void {
  const { context, ratio } = frame;
  const box = sidesOf(frame, reader);
  if (box === undefined) return;
  const [left, right, top, bottom] = box;
  const width = valueAt(reader.numbers("line_width", 1), 0);
  const [x0, x1, y0, y1] = [left, right, top, bottom].map((at) => crisp(at, width, ratio));
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return;
  const style = new AreaStyle(reader, false);
  style.begin(context);
  const radii = readRadii(reader.glyph.get("border_radius"));
  const sides = [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)] as const;
  const edges = new Path2D();
  addBox(edges, ...sides, radii);
  context.beginPath();
  addBox(context, ...sides, radii);
  if (!flag(reader.glyph, "inverted")) style.draw(context, 0);
  else {
    // All of the frame is filled but the box; only the box has an outline.
    context.rect(frame.left, frame.top, frame.width, frame.height);
    style.draw(context, 0, "evenodd", edges);
  }
}

/** Return where the left and right sides of a box are, and the upper and lower ones; nothing if one is nowhere. */
function sidesOf(
  frame: Frame,
  reader: GlyphReader,
): readonly [number, number, number, number] | undefined {
  const side = (field: string, direction: "x" | "y", otherwise: number): number => {
    const place = positionOf(frame, reader, field, direction) ?? otherwise;
    // Far outside of the frame, the numbers of a canvas lose their digits.
    return Math.min(Math.max(place, -1e5), 1e5);
  };
  const left = side("left", "x", frame.left);
  const right = side("right", "x", frame.left + frame.width);
  const top = side("top", "y", frame.top);
  const bottom = side("bottom", "y", frame.top + frame.height);
  return Number.isFinite(left + right + top + bottom) ? [left, right, top, bottom] : undefined;
}

/** Tell whether a point is at a line across the frame. */
export function hitsSpan(frame: Frame, reader: GlyphReader, x: number, y: number): boolean {
  const upright = text(reader.glyph, "dimension") === "height";
  const place = positionOf(frame, reader, "location", upright ? "x" : "y") ?? NaN;
  const width = valueAt(reader.numbers("line_width", 1), 0);
  return Math.abs(place - (upright ? x : y)) <= Math.max(REACH, width / 2);
}

/** Tell whether a point is in a box. */
export function hitsBox(frame: Frame, reader: GlyphReader, x: number, y: number): boolean {
  const [left, right, top, bottom] = sidesOf(frame, reader) ?? [NaN, NaN, NaN, NaN];
  const across = x >= Math.min(left, right) && x <= Math.max(left, right);
  return across && y >= Math.min(top, bottom) && y <= Math.max(top, bottom);
}

/** Tell whether a point is in an area between corners. */
export function hitsPoly(frame: Frame, reader: GlyphReader, x: number, y: number): boolean {
  const outline = new Path2D();
  for (const corner of cornersOf(frame, reader)) outline.lineTo(...corner);
  outline.closePath();
  const { context, ratio } = frame;
  // What is asked for is in the pixels of the canvas, whatever its scale.
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const hit = context.isPointInPath(outline, x * ratio, y * ratio);
  context.restore();
  return hit;
}

/** Draw an area between corners. */
export function paintPoly(frame: Frame, reader: GlyphReader): void {
  const { context } = frame;
  const style = new AreaStyle(reader, false);
  style.begin(context);
  trace(context, cornersOf(frame, reader));
  style.draw(context, 0);
}

function cornersOf(frame: Frame, { glyph: model, factors }: GlyphReader): Corner[] {
  const corners: Corner[] = [];
  const along = (field: "xs" | "ys", of: FactorMap | undefined): number[] =>
    list(model, field).map((at) => (typeof at === "number" ? at : (of?.locate(at) ?? NaN)));
  const xs = along("xs", factors.x);
  const ys = along("ys", factors.y);
  for (let index = 0; index < Math.min(xs.length, ys.length); index += 1) {
    const px = pixelOf(frame, "x", model.get("xs_units"), xs[index] ?? NaN);
    const py = pixelOf(frame, "y", model.get("ys_units"), ys[index] ?? NaN);
    if (Number.isFinite(px + py)) corners.push([px, py]);
  }
  return corners;
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
