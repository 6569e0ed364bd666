/** Which planes within a figure are meant by a tool that looks at what is under the pointer. */
import type { Model } from "../../../model/types.js";
import { flag, reference, text } from "../../field.js";
import type { Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame, HitMode } from "../painters/painter.js";

/** How far from the row or the column of the pointer a glyph may be, in CSS pixels. */
const REACH = 12;

/** Return the layers that are pointed at, and those that go with them. */
export function pointed(
  tool: Model,
  layers: readonly Layer[],
  frame: Frame,
  at: Point,
): readonly Layer[] {
  if (!flag(tool, "hit_test")) return layers;
  const given = text(tool, "hit_test_mode", "point");
  const mode = given === "point" ? "mouse" : (given as HitMode);
  const [px, py] = [frame.left + at.x, frame.top + at.y];
  const hit = layers.filter((layer) => {
    const found = layer.hit(frame, px, py, mode);
    return found !== undefined && found.distance <= REACH * REACH;
  });
  const grouping = reference(tool, "hit_test_behavior");
  if (grouping === undefined) return hit;
  const groups = grouping.get("groups");
  const together = (one: Layer, other: Layer): boolean => {
    if (grouping.type === "GroupByName") {
      return text(one.renderer, "name") === text(other.renderer, "name");
    }
    return (
      Array.isArray(groups) &&
      groups.some((group) => Array.isArray(group) && one.isOf(group) && other.isOf(group))
    );
  };
  return layers.filter((layer) => hit.some((one) => one === layer || together(one, layer)));
}
