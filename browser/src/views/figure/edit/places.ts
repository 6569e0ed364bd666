/** Where values stand over the plotting area, in the units that annotations have. */
import type { Model } from "../../../model/types.js";
import { text } from "../../field.js";
import type { Frame } from "../painters/painter.js";
import { planeOf } from "../plane.js";

type Way = "x" | "y";

/** Return where a value stands, in CSS pixels from the upper left of the plotting area. */
export function pixelAt(
  frame: Frame,
  model: Model,
  way: Way,
  units: string,
  value: number,
): number {
  const across = way === "x";
  switch (text(model, units, "data")) {
    case "screen":
      return across ? value : frame.height - value;
    case "canvas":
      return value - (across ? frame.left : frame.top);
    default:
      return planeOf(frame, model)[way].toPixel(value) - (across ? frame.left : frame.top);
  }
}

/** Return the value that stands at a place. */
export function valueAt(
  frame: Frame,
  model: Model,
  way: Way,
  units: string,
  pixel: number,
): number {
  const across = way === "x";
  switch (text(model, units, "data")) {
    case "screen":
      return across ? pixel : frame.height - pixel;
    case "canvas":
      return pixel + (across ? frame.left : frame.top);
    default:
      return planeOf(frame, model)[way].toValue(pixel + (across ? frame.left : frame.top));
  }
}
