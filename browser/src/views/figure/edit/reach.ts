/** What range tools show of a figure counts for its automatic ends as data do: importing this lets it. */
import type { Model } from "../../../model/types.js";
import { list, number, reference, references } from "../../field.js";
import { extras } from "../extras.js";
import type { Direction, Reached } from "../range_set.js";

/** Return the ends that somebody has set of the ranges that the tools of a figure show, with the overlays in which. */
export function reachOf(figure: Model, direction: Direction): Reached[] {
  const bar = reference(figure, "toolbar");
  const tools = bar === undefined ? [] : references(bar, "tools");
  return tools.flatMap((tool) => {
    const overlay = reference(tool, "overlay");
    const range = reference(tool, `${direction}_range`);
    if (tool.type !== "RangeTool" || overlay === undefined || range === undefined) return [];
    // Ends that follow data change with each of these, and are told late.
    const computed = range.type === "DataRange1d" ? list(range, "computed") : [];
    const ends = [number(range, "start", NaN), number(range, "end", NaN)];
    const edges = ends.filter((end, at) => Number.isFinite(end) && end !== computed[at]);
    return [{ renderer: overlay, edges }];
  });
}

extras.reach = reachOf;
