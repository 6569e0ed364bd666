import type { Model } from "../../../model/types.js";
import { number, reference } from "../../field.js";
import { chromeColor } from "../palette.js";
import type { Frame } from "../painters/painter.js";
import { AreaStyle } from "../painters/style.js";
import type { GlyphReader } from "../spec.js";
import { placeOf, timesOf } from "./mark.js";

/** Draw arrows between points. */
export function paintArrows(frame: Frame, reader: GlyphReader): void {
  const { context } = frame;
  const { glyph: model } = reader;
  const end = (name: "start" | "end"): ((index: number) => [number, number]) => {
    const units = model.get(`${name}_units`);
    const x = placeOf(frame, reader, `x_${name}`, "x", units);
    const y = placeOf(frame, reader, `y_${name}`, "y", units);
    return (index) => [x(index), y(index)];
  };
  const [from, to] = [end("start"), end("end")];
  const style = new AreaStyle(reader, true);
  for (let index = 0; index < timesOf(reader); index += 1) {
    const [x0, y0] = from(index);
    const [x1, y1] = to(index);
    if (!Number.isFinite(x0 + y0 + x1 + y1)) continue;
    const turn = Math.atan2(y1 - y0, x1 - x0);
    style.begin(context);
    context.beginPath();
    const first = shortened(reference(model, "start"));
    const last = shortened(reference(model, "end"));
    context.moveTo(x0 + first * Math.cos(turn), y0 + first * Math.sin(turn));
    context.lineTo(x1 - last * Math.cos(turn), y1 - last * Math.sin(turn));
    style.draw(context, index);
    drawHead(frame, reference(model, "start"), x0, y0, turn + Math.PI);
    drawHead(frame, reference(model, "end"), x1, y1, turn);
  }
}

/** Return how far a line must end before the tip of a head, so as not to show behind it. */
function shortened(head: Model | undefined): number {
  if (head === undefined) return 0;
  const size = number(head, "size", 25);
  if (head.type === "NormalHead") return size * 0.9;
  return head.type === "VeeHead" ? size * 0.5 : 0;
}

/** Draw what a line ends in, in the direction that it comes from. */
export function drawHead(
  { context, palette }: Frame,
  head: Model | undefined,
  x: number,
  y: number,
  turn: number,
): void {
  if (head === undefined) return;
  const size = number(head, "size", 25);
  context.save();
  context.setLineDash([]);
  context.translate(x, y);
  context.rotate(turn);
  context.beginPath();
  if (head.type === "TeeHead") {
    context.moveTo(0, -size / 2);
    context.lineTo(0, size / 2);
  } else {
    context.moveTo(-size, -size / 2);
    context.lineTo(0, 0);
    context.lineTo(-size, size / 2);
    if (head.type === "VeeHead") context.lineTo(-size / 2, 0);
    if (head.type !== "OpenHead") context.closePath();
  }
  const fill = chromeColor(head, "fill_color", palette.text);
  if (fill !== undefined && /Normal|Vee/.test(head.type)) {
    context.fillStyle = fill;
    context.globalAlpha = number(head, "fill_alpha", 1);
    context.fill();
  }
  const line = chromeColor(head, "line_color", palette.text);
  if (line !== undefined) {
    context.strokeStyle = line;
    context.globalAlpha = number(head, "line_alpha", 1);
    context.lineWidth = number(head, "line_width", 1);
    context.stroke();
  }
  context.restore();
}
