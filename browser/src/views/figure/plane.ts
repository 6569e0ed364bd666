import type { Model } from "../../model/types.js";
import { flag, reference, text } from "../field.js";
import type { Frame } from "./painters/painter.js";

/** Return what a figure calls the range that a model stands in; planes within the figure have one of their own. */
export function rangeNameOf(model: Model, direction: "x" | "y"): string {
  const inner = reference(model, "coordinates");
  return inner === undefined ? text(model, `${direction}_range_name`) : `#${inner.id}`;
}

/** Tell whether a range is one of a plane within the figure. */
export function isInner(name: string): boolean {
  return name.startsWith("#");
}

/** Tell whether a model is to be seen, and the group that it belongs to. */
export function isShown(model: Model): boolean {
  const group = reference(model, "group");
  return flag(model, "visible", true) && (group === undefined || flag(group, "visible", true));
}

/**
 * Tell whether a model is an element of the page, such as a widget, and drawn by no figure.
 *
 * Before further parts have come, one that only they know is taken for such, too: that brings them.
 */
export function isElement(model: Model): boolean {
  return model.get("level") === undefined;
}

/** Return the frame as a model sees it that may stand at values of other ranges. */
export function planeOf(frame: Frame, model: Model): Frame {
  const x = frame.others.x.get(rangeNameOf(model, "x"));
  const y = frame.others.y.get(rangeNameOf(model, "y"));
  return x === undefined && y === undefined
    ? frame
    : { ...frame, x: x ?? frame.x, y: y ?? frame.y };
}
