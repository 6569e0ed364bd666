/** What lies below a whole figure: a hatch, and a line around all of it. */
import type { Model } from "../../../model/types.js";
import type { Pen } from "../pen.js";
import { readPen, takePen } from "../pen.js";
import { hatchOf } from "../prefixed.js";

/** Draw it into a canvas that is as large as the figure. */
export function paintGround(canvas: HTMLCanvasElement, figure: Model): void {
  paint(canvas, figure, "border_", readPen(figure, "border_line", ""));
}

/** Put a hatch behind an element, or take it away. */
export function layHatch(element: HTMLElement, model: Model, prefix: string): void {
  const known = element.querySelector<HTMLCanvasElement>(":scope > .hatch");
  element.classList.toggle("hatched", model.chosen(`${prefix}hatch_pattern`));
  if (!element.matches(".hatched")) {
    known?.remove();
    return;
  }
  const canvas = known ?? document.createElement("canvas");
  canvas.className = "hatch";
  canvas.ariaHidden = "true";
  // What comes first would be taken for the example of an entry.
  if (known === null) element.append(canvas);
  paint(canvas, model, prefix);
}

function paint(canvas: HTMLCanvasElement, figure: Model, prefix: string, pen?: Pen): void {
  const ratio = window.devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = canvas.parentElement ?? canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.inlineSize = `${width}px`;
  canvas.style.blockSize = `${height}px`;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(ratio, ratio);
  if (hatchOf(figure, prefix)?.(context, 0) === true) context.fillRect(0, 0, width, height);
  if (pen === undefined || pen.color === "") return;
  const wide = takePen(context, pen, ratio);
  context.strokeRect(wide / 2, wide / 2, width - wide, height - wide);
}
