/** What bars that explain data have in common: a title, ticks, labels, and a box around them. */
import type { Model } from "../../../model/types.js";
import { schemeOn } from "../../../theme/scheme.js";
import { number, text } from "../../field.js";
import type { AxisRange } from "../axis.js";
import { Axis } from "../axis.js";
import type { Side } from "../label_row.js";
import type { LegendPlace } from "../legend.js";
import { placeBeside, placeInside } from "../legend.js";
import type { Frame } from "../painters/painter.js";
import type { Palette } from "../palette.js";
import { chromeColor } from "../palette.js";
import { readPen, takePen } from "../pen.js";
import { hatchOf } from "../prefixed.js";
import { LogScale } from "../scale.js";
import type { Turn, WordStyle } from "../words.js";
import { coverOf, formulas, readWords, wordsIn, writeWords } from "../words.js";
import { disguised } from "./disguise.js";

/** The room beside the ends of bars that stand upright, for half a label, in CSS pixels. */
const HALF_LABEL = 8;

/** How large a bar is, in CSS pixels. */
export interface BarSize {
  readonly across: boolean;
  readonly length: number;
  readonly thick: number;
  /** The length that its author wants, if any. */
  readonly chosen: number | undefined;
  /** How far what is drawn reaches beyond its ends. */
  readonly edge?: number;
}

/** Return the room between a bar and the line around it; nothing where it has no background. */
export function paddingOf(bar: Model, place: LegendPlace): number | undefined {
  const boxed =
    place === "center" || bar.chosen("background_fill_color") || bar.chosen("border_line_color");
  return boxed ? number(bar, "padding", 10) : undefined;
}

/** Draw a bar with its title, ticks and labels; what is in it draws somebody else. */
export function paintBar(
  canvas: HTMLCanvasElement,
  bar: Model,
  place: LegendPlace,
  frame: Frame,
  size: BarSize,
  reading: Reading,
  paintInside: (context: CanvasRenderingContext2D, at: BarPlace) => void,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { across, length, thick, chosen } = size;
  const padding = paddingOf(bar, place) ?? 0;
  const title = titleOf(bar, frame);
  const { style } = reading.axis;
  const sizes = reading.labels.map((label) => sizeOf(label, style));
  const widest = Math.max(20, ...sizes.map((each) => each.width));
  const out = Math.max(number(bar, "major_tick_out", 0), number(bar, "minor_tick_out", 0), 0);
  const standoff = number(bar, "label_standoff", 5) + out;
  const edge = Math.max(across ? Math.ceil(widest / 2) : HALF_LABEL, size.edge ?? 0);
  const highest = Math.max(style.size * 1.2, ...sizes.map((each) => each.height));
  const width =
    2 * padding +
    (across ? length + 2 * edge : Math.max(thick + standoff + widest + 2, title.width + 2));
  const height =
    2 * padding + title.height + (across ? thick + standoff + highest + 2 : length + 2 * edge);
  const at = {
    left: Math.round(padding + (across ? edge : 1)),
    top: Math.round(padding + title.height + (across ? 1 : edge)),
    length,
    thick,
    across,
  };
  resize(canvas, width, height, frame.ratio);
  position(canvas, bar, place, frame, { chosen, edge: edge + padding });
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (paddingOf(bar, place) !== undefined) paintBox(context, bar, frame, width, height);
  paintTitle(context, bar, title, padding, at, width, frame.ratio);
  paintInside(context, at);
  if (applyLine(context, bar, "bar_line", frame)) {
    context.strokeRect(at.left, at.top, across ? length : thick, across ? thick : length);
  }
  paintTicks(context, bar, "minor", reading.minor, frame, at);
  paintTicks(context, bar, "major", reading.major, frame, at);
  paintLabels(context, reading, at, standoff, frame.ratio);
  formulas.settle?.(canvas);
}

/** Return colours of words that are seen on a background of the author's. */
export function legible(bar: Model, palette: Palette): Palette {
  const color = chromeColor(bar, "background_fill_color", palette.surface);
  const covers = number(bar, "background_fill_alpha", 0.95) > 0.5;
  if (!bar.chosen("background_fill_color") || color === undefined || !covers) return palette;
  return { ...palette, dark: false, muted: schemeOn(color) === "light" ? "#444444" : "#dddddd" };
}

export interface BarTitle {
  readonly words: string;
  readonly style: WordStyle;
  readonly width: number;
  /** With the gap to the colours; nothing if there are no words. */
  readonly height: number;
}

export function titleOf(bar: Model, frame: Frame): BarTitle {
  const words = wordsIn(bar, "title");
  const { palette } = frame;
  const style = readWords(bar, "title_text", "13px", palette.muted, palette);
  if (words === "") return { words, style, width: 0, height: 0 };
  const { width, height } = sizeOf(words, style);
  return { words, style, width, height: height + number(bar, "title_standoff", 2) + 4 };
}

const FLAT: Turn = { angle: 0, along: 0, align: "left" };

export function sizeOf(words: string, style: WordStyle): { width: number; height: number } {
  const { right, top, bottom } = coverOf(words, style, FLAT);
  return { width: right, height: bottom - top };
}

function paintBox(
  context: CanvasRenderingContext2D,
  bar: Model,
  frame: Frame,
  width: number,
  height: number,
): void {
  const { palette } = frame;
  context.globalAlpha = number(bar, "background_fill_alpha", 0.95);
  context.fillStyle = chromeColor(bar, "background_fill_color", palette.surface) ?? "transparent";
  context.fillRect(0, 0, width, height);
  if (hatchOf(bar, "background_")?.(context, 0) === true) context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  if (!applyLine(context, bar, "border_line", frame)) return;
  const half = context.lineWidth / 2;
  context.strokeRect(half, half, width - 2 * half, height - 2 * half);
}

function paintTitle(
  context: CanvasRenderingContext2D,
  bar: Model,
  title: BarTitle,
  padding: number,
  at: BarPlace,
  width: number,
  ratio: number,
): void {
  const align = text(bar, "title_text_align", "left");
  const start = at.across ? at.left : padding + 1;
  const end = at.across ? at.left + at.length : width - padding;
  const along = align === "center" ? 0.5 : align === "right" ? 1 : 0;
  const turn = { angle: 0, along, align: align === "center" || align === "right" ? align : "left" };
  const y = padding + 1 + sizeOf(title.words, title.style).height / 2;
  const x = start + along * (end - start);
  writeWords(context, title.words, title.style, turn as Turn, x, y, ratio);
}

/** Prepare to draw a line; false if none is to be seen. */
function applyLine(
  context: CanvasRenderingContext2D,
  bar: Model,
  prefix: string,
  { palette }: Frame,
): boolean {
  // What nobody has chosen is as the field says: white ticks, and no other lines; black is what the page has for it.
  const own = text(bar, `${prefix}_color`);
  const pen = readPen(bar, prefix, own === "black" ? palette.muted : own);
  if (pen === undefined) return false;
  takePen(context, pen, window.devicePixelRatio);
  return true;
}

/** Draw ticks at the side where the labels stand, into the colours and out of them. */
function paintTicks(
  context: CanvasRenderingContext2D,
  bar: Model,
  kind: "major" | "minor",
  places: readonly number[],
  frame: Frame,
  { left, top, length, thick, across }: BarPlace,
): void {
  const into = number(bar, `${kind}_tick_in`, 0);
  const out = number(bar, `${kind}_tick_out`, 0);
  if (into + out <= 0) return;
  if (!applyLine(context, bar, `${kind}_tick_line`, frame)) return;
  context.beginPath();
  for (const place of places) {
    if (across) {
      context.moveTo(left + place, top + thick - into);
      context.lineTo(left + place, top + thick + out);
    } else {
      context.moveTo(left + thick - into, top + length - place);
      context.lineTo(left + thick + out, top + length - place);
    }
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintLabels(
  context: CanvasRenderingContext2D,
  { axis, labels, places }: Reading,
  { left, top, length, thick, across }: BarPlace,
  standoff: number,
  ratio: number,
): void {
  const { style } = axis;
  const turn: Turn = across ? { angle: 0, along: 0.5, align: "center" } : FLAT;
  for (const [index, at] of places.entries()) {
    const label = labels[index] ?? "";
    const x = across ? left + at : left + thick + standoff;
    const y = across ? top + thick + standoff + sizeOf(label, style).height / 2 : top + length - at;
    writeWords(context, label, style, turn, x, y, ratio);
  }
}

export interface Reading {
  readonly axis: Axis;
  readonly labels: readonly string[];
  readonly places: readonly number[];
  /** Where ticks stand, as far from the first colour as labels do. */
  readonly major: readonly number[];
  readonly minor: readonly number[];
}

/** Where a bar stands in its canvas, in CSS pixels. */
export interface BarPlace {
  readonly left: number;
  readonly top: number;
  readonly length: number;
  readonly thick: number;
  readonly across: boolean;
}

function resize(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, tall] = [Math.ceil(width), Math.ceil(height)];
  if (canvas.width !== wide * ratio) canvas.width = wide * ratio;
  if (canvas.height !== tall * ratio) canvas.height = tall * ratio;
  canvas.style.inlineSize = `${wide}px`;
  canvas.style.blockSize = `${tall}px`;
}

function position(
  canvas: HTMLCanvasElement,
  bar: Model,
  place: LegendPlace,
  frame: Frame,
  at: { chosen: number | undefined; edge: number },
): void {
  if (place === "center") {
    placeInside(canvas, bar);
    return;
  }
  const plot = canvas.closest(".figure")?.querySelector<HTMLElement>(".plot");
  if (at.chosen !== undefined && plot !== null && plot !== undefined) {
    placeBeside(canvas, bar, place, frame, plot);
    return;
  }
  const { style } = canvas;
  style.maxBlockSize = "";
  if (place === "above" || place === "below") {
    const left = (plot?.offsetLeft ?? 0) + frame.left;
    style.marginInline = `${Math.max(0, left - at.edge)}px 0`;
    style.marginBlock = "";
  } else {
    // The colours end where the frame does.
    style.marginBlock = `${Math.max(0, frame.top - at.edge)}px 0`;
    style.marginInline = place === "left" ? "0 8px" : "8px 0";
  }
}

/** Return a bar as an axis: what is the same is read from it, the rest has its defaults. */
export function axisOf(
  bar: Model,
  side: Side,
  { palette }: Frame,
  range: AxisRange,
  ticker?: Model,
): Axis {
  const get = (field: string): unknown =>
    field === "axis_label"
      ? ""
      : field === "ticker" && ticker !== undefined
        ? ticker
        : bar.get(field);
  const type = range.kind === LogScale ? "LogAxis" : "LinearAxis";
  return new Axis(disguised(bar, type, get), side, palette, range);
}
