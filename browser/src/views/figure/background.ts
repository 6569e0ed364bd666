import type { Model } from "../../model/types.js";
import { optionalNumber } from "../field.js";
import type { Hatch } from "./extras.js";
import type { Frame } from "./painters/painter.js";
import { chromeColor } from "./palette.js";
import { drawLines, readPen } from "./pen.js";

/** Fill the plotting area of a figure, and draw its outline. */
export function paintBackground(figure: Model, frame: Frame, hatch: Hatch | undefined): void {
  const { context, left, top, width, height, palette } = frame;
  const color = chromeColor(figure, "background_fill_color", palette.surface);
  if (color !== undefined) {
    context.fillStyle = color;
    context.globalAlpha = optionalNumber(figure, "background_fill_alpha") ?? 1;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
  }
  if (hatch?.(context, 0) === true) context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  const outline = readPen(figure, "outline_line", palette.line);
  if (outline === undefined) return;
  const [right, bottom] = [left + width, top + height];
  drawLines(context, outline, frame.ratio, [
    [left, top, right, top],
    [right, top, right, bottom],
    [right, bottom, left, bottom],
    [left, bottom, left, top],
  ]);
}
