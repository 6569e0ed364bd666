/** Ends that callbacks set: importing this lets them follow the data again where nothing else would be seen. */
import { flag } from "../field.js";
import { extras } from "./extras.js";
import type { Extent } from "./range.js";
import type { Ends } from "./scale.js";
import type { ViewRange } from "./view_range.js";

/** The ends of a range that a callback has set, and whether data have been between them. */
interface Held {
  readonly ends: Partial<Ends>;
  readonly seen: boolean;
}

const all = new WeakMap<ViewRange, Held>();

/**
 * Let ends follow the data again, once data that were between them are there no more.
 *
 * Within a frame all is known that one callback has changed. Ends that came with the data, or that wait for data, stay.
 */
extras.review = (range, extent) => {
  const { ends: before, seen } = all.get(range) ?? { ends: {}, seen: false };
  const [now, { renewed }] = [setOf(range), range];
  range.renewed = false;
  const changed = now.start !== before.start || now.end !== before.end;
  if (!changed && !renewed) return;
  all.set(range, { ends: now, seen: seen && !changed });
  if ((now.start ?? now.end) === undefined) return;
  const data = extent();
  // What is empty for a moment is no reason.
  if (!(data.low <= data.high)) return;
  if (renewed && seen && !shows(range, data, before)) free(range, before, now);
  const ends = setOf(range);
  all.set(range, { ends, seen: shows(range, data, ends) });
};

/** Return the ends that a callback has set: people who move a range leave nothing `computed`. */
function setOf(range: ViewRange): Partial<Ends> {
  const { computed } = range;
  const { start, end } = range.given();
  return {
    ...(start === undefined || typeof computed[0] !== "number" ? {} : { start }),
    ...(end === undefined || typeof computed[1] !== "number" ? {} : { end }),
  };
}

/** Free the ends that are as they were when other data were shown. */
function free(range: ViewRange, before: Partial<Ends>, now: Partial<Ends>): void {
  const { computed, stated } = range;
  const one = (at: number, own: "start" | "end"): unknown =>
    (now[own] === undefined || now[own] !== before[own] ? computed : stated)[at];
  range.free([one(0, "start"), one(1, "end")]);
}

/** Tell whether data are between ends, of which there may be one. */
function shows({ model }: ViewRange, data: Extent, { start, end }: Partial<Ends>): boolean {
  if (start !== undefined && end !== undefined) {
    return data.low <= Math.max(start, end) && data.high >= Math.min(start, end);
  }
  const [low, high] = flag(model, "flipped") ? [end, start] : [start, end];
  return data.low <= (high ?? Infinity) && data.high >= (low ?? -Infinity);
}
