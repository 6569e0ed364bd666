import { number, text } from "../field.js";
import type { Axis, Marks } from "./axis.js";
import { extras } from "./extras.js";
import type { LabelRow } from "./label_row.js";
import { depthOf, isAcross, outwards, writeRow } from "./label_row.js";
import type { Frame } from "./painters/painter.js";
import type { Area } from "./panels.js";
import type { Segment } from "./pen.js";
import { drawLines } from "./pen.js";
import type { Scale } from "./scale.js";

/** What lines between groups leave free at both ends, in CSS pixels. */
const SEPARATOR_GAP = 4;

/** Where an axis is drawn. */
export interface AxisPlace {
  readonly scale: Scale;
  /** Where its line is, across it. */
  readonly at: number;
  /** The size of the canvas along it. */
  readonly length: number;
}

/** Draw an axis: its line, its ticks, their labels, and its title. */
export function paintAxis(frame: Frame, axis: Axis, place: AxisPlace): void {
  const marks = axis.on(place.scale);
  // Over the data it would hide them.
  if (axis.fixed === undefined) extras.axisGround?.(frame, axis, marks, place.at);
  paintLines(frame, axis, marks, place);
  const outside = outwards(axis.side);
  const within = roomFor(frame, axis, place);
  let at = place.at + outside * marks.reach;
  for (const row of marks.rows) {
    writeRow(frame.context, row, at, within, frame.ratio);
    at += outside * depthOf(row);
  }
  paintSeparators(frame, axis, marks, place);
  const title = titleOn(frame, axis, marks);
  writeRow(frame.context, title, axis.fromLine ? place.at : at, within, frame.ratio);
}

/** Return between which places along an axis words are: over the data nothing is seen beyond the frame. */
function roomFor(
  { left, top, width, height }: Area,
  { fixed, side }: Axis,
  { length }: AxisPlace,
): readonly [number, number] {
  if (fixed === undefined) return [1, length - 1];
  return isAcross(side) ? [left, left + width] : [top, top + height];
}

function paintLines(frame: Frame, axis: Axis, marks: Marks, { scale, at }: AxisPlace): void {
  const { context, ratio } = frame;
  const { model, side, pens } = axis;
  const across = isAcross(side);
  const outside = outwards(side);
  const ends = axis.line(scale);
  if (pens.line !== undefined && ends !== undefined) {
    const [from, to] = ends;
    drawLines(context, pens.line, ratio, [across ? [from, at, to, at] : [at, from, at, to]]);
  }
  for (const kind of ["major", "minor"] as const) {
    const pen = pens[kind];
    if (pen === undefined) continue;
    const inner = at - outside * number(model, `${kind}_tick_in`, kind === "major" ? 2 : 0);
    const outer = at + outside * number(model, `${kind}_tick_out`, kind === "major" ? 6 : 4);
    if (inner === outer) continue;
    const ticks = marks[kind].map((tick): Segment => {
      const along = scale.toPixel(tick);
      return across ? [along, inner, along, outer] : [inner, along, outer, along];
    });
    drawLines(context, pen, ratio, ticks);
  }
}

/** Draw lines between groups of factors, beside their names. */
function paintSeparators(frame: Frame, axis: Axis, marks: Marks, { scale, at }: AxisPlace): void {
  const pen = axis.pens.separator;
  if (pen === undefined || marks.separators.length === 0) return;
  const outside = outwards(axis.side);
  const depth = marks.rows.reduce((sum, row) => sum + depthOf(row), marks.reach);
  const [near, far] = [at + outside * SEPARATOR_GAP, at + outside * (depth - SEPARATOR_GAP)];
  const lines = marks.separators.map((value): Segment => {
    const along = scale.toPixel(value);
    return isAcross(axis.side) ? [along, near, along, far] : [near, along, far, along];
  });
  drawLines(frame.context, pen, frame.ratio, lines);
}

/** Return the title of an axis, beside the middle or an end of the frame. */
function titleOn(
  { left, top, width, height }: Area,
  { model, side, fixed }: Axis,
  { title }: Marks,
): LabelRow {
  // In the middle of the data another axis may stand, with words of its own.
  const end = fixed !== undefined && !model.chosen("axis_label_align");
  const align = end ? "end" : text(model, "axis_label_align", "center");
  const share = align === "start" ? 0 : align === "end" ? 1 : 0.5;
  const across = isAcross(side);
  const labels = title.labels.map((label) => {
    const { cover } = label;
    const [before, after] = across ? [cover.left, cover.right] : [cover.top, cover.bottom];
    // At an end, words stand inside of it.
    const inside = -before * (1 - share) - after * share;
    const place = across
      ? left + share * width + (share === 0.5 ? 0 : inside)
      : top + (1 - share) * height + (share === 0.5 ? 0 : share === 0 ? -after : -before);
    return { ...label, place };
  });
  return { ...title, labels };
}
