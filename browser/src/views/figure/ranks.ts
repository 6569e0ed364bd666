/** Colours by how many numbers are less. */
import type { Model } from "../../model/types.js";
import { flag, number } from "../field.js";
import { ABOVE, BELOW, MISSING } from "./mapper.js";
import type { PlaceIn } from "./mapper.js";
import type { Extent } from "./range.js";

/** So many parts are enough to tell numbers apart, whatever was asked for. */
const MOST_BINS = 1 << 20;
/** With so many different numbers nothing is gained by leaving colours of the lower end out. */
const MANY_LEVELS = 100;

/** Return the place in a palette of each number, so that each colour stands for about as many. */
export function ranksIn(
  mapper: Model,
  { low, high }: Extent,
  length: number,
  data: readonly ArrayLike<number>[],
): PlaceIn {
  const shares = sharesOf(mapper, low, high, data);
  return (value) => {
    if (Number.isNaN(value)) return MISSING;
    if (value < low) return BELOW;
    if (value > high) return ABOVE;
    return Math.min(Math.floor(shares(value) * length), length - 1);
  };
}

/** Return what gives the share of numbers that are less than one: 0 for the least and 1 for the greatest. */
function sharesOf(
  mapper: Model,
  low: number,
  high: number,
  data: readonly ArrayLike<number>[],
): (value: number) => number {
  const bins = Math.min(Math.max(1, number(mapper, "bins", 1 << 16)), MOST_BINS);
  const binOf = (value: number): number =>
    high === low ? 0 : Math.min(Math.floor(((value - low) / (high - low)) * bins), bins - 1);
  const upTo = new Float64Array(bins);
  for (const numbers of data) {
    for (const value of Array.from(numbers)) {
      if (value >= low && value <= high) upTo[binOf(value)] = (upTo[binOf(value)] ?? 0) + 1;
    }
  }
  let sum = 0;
  let levels = 0;
  let least = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const count = upTo[bin] ?? 0;
    if (count > 0) levels += 1;
    if (levels === 1 && count > 0) least = count;
    upTo[bin] = sum += count;
  }
  const few = flag(mapper, "rescale_discrete_levels") && levels < MANY_LEVELS;
  // With two levels the lower one is at a third of the palette.
  const stretch = few ? 1.5 - (0.5 * Math.max(0, levels - 2)) / (MANY_LEVELS - 2) : 1;
  return (value) => {
    const share = sum === least ? 1 : ((upTo[binOf(value)] ?? 0) - least) / (sum - least);
    return 1 - (1 - share) / stretch;
  };
}
