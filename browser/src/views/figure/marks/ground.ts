/** What lies below a whole figure: a hatch, and a line around all of it. */
import type { Model } from "../../../model/types.js";
import { readPen, takePen } from "../pen.js";
import { hatchOf } from "../prefixed.js";

/** Draw it into a canvas that is as large as the figure. */
export function paintGround(canvas: HTMLCanvasElement, figure: Model): void {
  const ratio = window.devicePixelRatio;
  const { offsetWidth: width, offsetHeight: height } = canvas.parentElement ?? canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.inlineSize = `${width}px`;
  canvas.style.blockSize = `${height}px`;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(ratio, ratio);
  if (hatchOf(figure, "border_")?.(context, 0) === true) context.fillRect(0, 0, width, height);
  const pen = readPen(figure, "border_line", "");
  if (pen === undefined || pen.color === "") return;
  const wide = takePen(context, pen, ratio);
  context.strokeRect(wide / 2, wide / 2, width - wide, height - wide);
}
