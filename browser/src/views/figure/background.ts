import type { Model } from "../../model/types.js";
import { number, record } from "../field.js";
import type { Hatch } from "./extras.js";
import type { Frame } from "./painters/painter.js";
import { chromeColor } from "./palette.js";
import { drawLines, readPen } from "./pen.js";

/** Fill the plotting area of a figure, and draw its outline. */
export function paintBackground(figure: Model, frame: Frame, hatch: Hatch | undefined): void {
  const { context, left, top, width, height, palette } = frame;
  // What lies around the plotting area does not lie behind it.
  const around = chromeColor(figure, "border_fill_color", "transparent") ?? "transparent";
  const seen = around !== "transparent" && number(figure, "border_fill_alpha", 1) > 0;
  if (seen) fill(frame, palette.surface, 1);
  const styles = record(figure, "styles");
  const behind = styles["background"] ?? styles["background_color"] ?? styles["background-color"];
  if (seen && typeof behind === "string" && CSS.supports("color", behind)) fill(frame, behind, 1);
  const color = chromeColor(figure, "background_fill_color", palette.surface);
  if (color !== undefined) fill(frame, color, number(figure, "background_fill_alpha", 1));
  if (hatch?.(context, 0) === true) context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  const outline = readPen(figure, "outline_line", palette.line, palette);
  if (outline === undefined) return;
  const [right, bottom] = [left + width, top + height];
  drawLines(context, outline, frame.ratio, [
    [left, top, right, top],
    [right, top, right, bottom],
    [right, bottom, left, bottom],
    [left, bottom, left, top],
  ]);
}

function fill({ context, left, top, width, height }: Frame, color: string, alpha: number): void {
  context.fillStyle = color;
  context.globalAlpha = alpha;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
}
