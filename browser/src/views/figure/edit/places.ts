/** Where values stand over the plotting area, in the units that annotations have. */
import type { Model } from "../../../model/types.js";
import { optionalNumber, text } from "../../field.js";
import type { FactorMap } from "../factor.js";
import type { Frame } from "../painters/painter.js";
import { planeOf, rangeNameOf } from "../plane.js";
import type { Place } from "./spoken.js";

type Way = "x" | "y";

/** Return the factors that a model may stand at. */
export function factorsOf(model: Model, way: Way, host: Place): FactorMap | undefined {
  return ["", "default"].includes(rangeNameOf(model, way)) ? host.factors?.[way] : undefined;
}

/** Return the value that a field of an annotation stands for, also where it is a factor; nothing where it is neither. */
export function numberIn(model: Model, field: string, way: Way, host: Place): number | undefined {
  const value = model.get(field);
  if (typeof value !== "string" && !Array.isArray(value)) return optionalNumber(model, field);
  const place = factorsOf(model, way, host)?.locate(value) ?? NaN;
  return Number.isFinite(place) ? place : undefined;
}

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
