import type { Point } from "../gestures.js";
import type { Frame } from "../painters/painter.js";

/** Where in a figure something begins: in the plotting area, or on the axes at a side of it. */
export interface Zone {
  readonly x: boolean;
  readonly y: boolean;
  readonly side?: "above" | "below" | "left" | "right";
}

/** Return where a place is; nothing in the corners between two axes. */
export function zoneOf(at: Point | undefined, { width, height }: Frame): Zone | undefined {
  if (at === undefined) return { x: true, y: true };
  const across = at.x >= 0 && at.x <= width;
  const along = at.y >= 0 && at.y <= height;
  if (across && along) return { x: true, y: true };
  if (across) return { x: true, y: false, side: at.y < 0 ? "above" : "below" };
  return along ? { x: false, y: true, side: at.x < 0 ? "left" : "right" } : undefined;
}
