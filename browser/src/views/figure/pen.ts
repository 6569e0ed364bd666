import type { Model } from "../../model/types.js";
import { number, text } from "../field.js";
import { readDash } from "./painters/style.js";
import type { Palette } from "./palette.js";
import { chromeColor } from "./palette.js";

/** How straight lines around the data are drawn. */
export interface Pen {
  readonly color: string;
  /** In CSS pixels, like the dash. */
  readonly width: number;
  readonly alpha: number;
  readonly dash: readonly number[];
  readonly offset: number;
  readonly cap: CanvasLineCap;
  readonly join: CanvasLineJoin;
}

/** From one end to the other, in CSS pixels: x, y, x, y. */
export type Segment = readonly [number, number, number, number];

/** Read the fields of a line, whose names begin with a prefix; nothing if it is not to be seen. */
export function readPen(
  model: Model,
  prefix: string,
  token: string,
  page?: Palette,
): Pen | undefined {
  const color = chromeColor(model, `${prefix}_color`, token, page);
  const width = number(model, `${prefix}_width`, 1);
  const alpha = number(model, `${prefix}_alpha`, 1);
  if (color === undefined || !(width > 0) || !(alpha > 0)) return undefined;
  return {
    color,
    width,
    alpha,
    dash: readDash(model.get(`${prefix}_dash`)),
    offset: number(model, `${prefix}_dash_offset`, 0),
    cap: text(model, `${prefix}_cap`, "butt") as CanvasLineCap,
    join: text(model, `${prefix}_join`, "bevel") as CanvasLineJoin,
  };
}

/** Prepare a context, and return how wide lines are: a whole number of device pixels. */
export function takePen(context: CanvasRenderingContext2D, pen: Pen, ratio: number): number {
  const width = Math.max(1, Math.round(pen.width * ratio)) / ratio;
  context.strokeStyle = pen.color;
  context.globalAlpha = pen.alpha;
  context.lineWidth = width;
  context.lineCap = pen.cap;
  context.lineJoin = pen.join;
  context.setLineDash([...pen.dash]);
  context.lineDashOffset = pen.offset;
  return width;
}

/** Draw lines along the axes of the canvas so that each of them covers whole pixels of the screen. */
export function drawLines(
  context: CanvasRenderingContext2D,
  pen: Pen,
  ratio: number,
  lines: Iterable<Segment>,
): void {
  context.save();
  const width = takePen(context, pen, ratio);
  context.beginPath();
  for (const [x0, y0, x1, y1] of lines) {
    const upright = x0 === x1;
    const at = crisp(upright ? x0 : y0, width, ratio);
    context.moveTo(upright ? at : snap(x0, ratio), upright ? snap(y0, ratio) : at);
    context.lineTo(upright ? at : snap(x1, ratio), upright ? snap(y1, ratio) : at);
  }
  context.stroke();
  context.restore();
}

/** Return where a line of a width has its middle so that its edges stand between pixels of the screen. */
export function crisp(at: number, width: number, ratio: number): number {
  return snap(at - width / 2, ratio) + width / 2;
}

/** Return the nearest place between two pixels of the screen. */
export function snap(at: number, ratio: number): number {
  return Math.round(at * ratio) / ratio;
}
