/** Where a tooltip stands on one of several lines. */
import type { Model } from "../../../model/types.js";
import { text } from "../../field.js";
import type { Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame, Hit } from "../painters/painter.js";
import { planeOf } from "../plane.js";
import { pointsOf, segmentAt } from "../tapped_parts.js";

/** Return the point of a line that a tool means for a place, or a place between two of them. */
export function onLines(tool: Model, layer: Layer, frame: Frame, hit: Hit): Hit {
  const { x, y } = pointsOf(layer, hit.index);
  const from = segmentAt(layer, frame, hit, x, y);
  if (from === undefined) return hit;
  const plane = planeOf(frame, layer.owner);
  const at = (point: number): Point => ({
    x: plane.x.toPixel(x[point] ?? NaN),
    y: plane.y.toPixel(y[point] ?? NaN),
  });
  const [start, end] = [at(from), at(from + 1)];
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((hit.px - start.x) * dx + (hit.py - start.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(Math.max(along, 0), 1);
  const policy = text(tool, "line_policy", "nearest");
  const later = policy === "next" || (policy === "nearest" && share > 0.5);
  const stretch = later ? from + 1 : from;
  const snaps = text(tool, "point_policy", "snap_to_data") === "snap_to_data";
  if (!snaps || policy === "none") return { ...hit, stretch };
  const { x: px, y: py } =
    policy === "interp" ? { x: start.x + share * dx, y: start.y + share * dy } : at(stretch);
  return { ...hit, px, py, stretch };
}
