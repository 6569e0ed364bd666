import type { Model } from "../../model/types.js";
import type { Frame } from "./painters/painter.js";

/** Return the frame as a model sees it that may stand at values of other ranges. */
export function planeOf(frame: Frame, model: Model): Frame {
  const x = frame.others.x.get(String(model.get("x_range_name")));
  const y = frame.others.y.get(String(model.get("y_range_name")));
  return x === undefined && y === undefined
    ? frame
    : { ...frame, x: x ?? frame.x, y: y ?? frame.y };
}
