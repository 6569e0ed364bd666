/** What lies behind the words of an axis. */
import { number } from "../../field.js";
import type { Axis, Marks } from "../axis.js";
import type { Hatch } from "../extras.js";
import { isAcross, outwards } from "../label_row.js";
import type { Frame } from "../painters/painter.js";
import { chromeColor } from "../palette.js";
import { hatchOf } from "../prefixed.js";

/** The hatches of axes, each of which is made anew when anything changes that it is made of. */
const hatches = new WeakMap<Axis, Hatch | undefined>();

/** Draw it, as deep as the axis is, out from where its line stands. */
export function paintAxisGround(frame: Frame, axis: Axis, marks: Marks, at: number): void {
  const { context } = frame;
  const { model, side } = axis;
  if (!hatches.has(axis)) hatches.set(axis, hatchOf(model, "background_"));
  const hatch = hatches.get(axis);
  const color = chromeColor(model, "background_fill_color", "");
  const filled = color !== undefined && color !== "";
  if (!filled && hatch === undefined) return;
  const depth = Math.ceil(axis.depthOf(marks));
  const from = outwards(side) > 0 ? at : at - depth;
  context.save();
  context.beginPath();
  if (isAcross(side)) context.rect(frame.left, from, frame.width, depth);
  else context.rect(from, frame.top, depth, frame.height);
  if (filled) {
    context.fillStyle = color;
    context.globalAlpha = number(model, "background_fill_alpha", 1);
    context.fill();
  }
  if (hatch?.(context, 0) === true) context.fill();
  context.restore();
}
