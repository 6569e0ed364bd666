import type { Ends } from "./scale.js";

/** The least and the greatest of some values; `low > high` when there are none. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

export const EMPTY: Extent = { low: Infinity, high: -Infinity };

/** Return what covers both. */
export function union(first: Extent, second: Extent): Extent {
  return { low: Math.min(first.low, second.low), high: Math.max(first.high, second.high) };
}

/** How far a zoom or a pan may go. */
export interface Limits {
  readonly low?: number;
  readonly high?: number;
  readonly leastSpan?: number;
  readonly greatestSpan?: number;
}

/** How a range follows its data. */
export interface AutoOptions extends Limits {
  readonly logarithmic?: boolean;
  /** The share of the data's span that is added, half on each side; or an amount with `absolute`. */
  readonly padding?: number;
  readonly absolute?: boolean;
  /** The span for data that are all alike; a number of decades on a logarithmic axis. */
  readonly defaultSpan?: number;
  readonly follow?: string;
  readonly followInterval?: number;
  readonly flipped?: boolean;
}

/** Return the ends that show all data of an extent, as far as limits let them. */
export function autoEnds(extent: Extent, options: AutoOptions = {}): Ends {
  const shown = followed(
    options.logarithmic === true ? autoLog(extent, options) : spread(extent, options),
    options,
  );
  const low = Math.max(shown.low, options.low ?? -Infinity);
  const high = Math.min(shown.high, options.high ?? Infinity);
  const { low: start, high: end } = low < high ? { low, high } : shown;
  return options.flipped === true ? { start: end, end: start } : { start, end };
}

function spread({ low, high }: Extent, options: AutoOptions): Extent {
  const least = options.defaultSpan ?? 2;
  if (!(low <= high)) return { low: -least / 2, high: least / 2 };
  const padding = options.padding ?? 0.1;
  const width = high - low;
  const { MAX_VALUE } = Number;
  if (!(width * (1 + padding) <= MAX_VALUE)) {
    const reach = (end: number): number => Math.max(-MAX_VALUE, Math.min(MAX_VALUE, end * 1.1));
    return { low: reach(low), high: reach(high) };
  }
  const padded = options.absolute === true ? width + 2 * padding : width * (1 + padding);
  const wanted = width === 0 ? least : padded;
  const span = clamp(wanted, options.leastSpan, options.greatestSpan);
  const more = (span - width) / 2;
  return { low: low - more, high: high + more };
}

/** The last decade of numbers, either way. */
const LAST = 307;

/** Do the same in decades. */
function autoLog({ low, high }: Extent, options: AutoOptions): Extent {
  const { absolute, padding = 0 } = options;
  const pad = absolute === true && low > padding ? padding : 0;
  const first = Math.log10((low > 0 ? low : high / 1000) - pad);
  const extent = high > 0 ? { low: first, high: Math.log10(high + pad) } : EMPTY;
  const decades = spread(extent, absolute === true ? { ...options, padding: 0 } : options);
  return { low: 10 ** Math.max(decades.low, -LAST), high: 10 ** Math.min(decades.high, LAST) };
}

/** Show no more of what grows than was asked for. */
function followed({ low, high }: Extent, { follow, followInterval, flipped }: AutoOptions): Extent {
  if (followInterval === undefined) return { low, high };
  if (follow === (flipped === true ? "start" : "end")) {
    return { low: Math.max(low, high - followInterval), high };
  }
  if (follow !== "start" && follow !== "end") return { low, high };
  return { low, high: Math.min(high, low + followInterval) };
}

function clamp(value: number, least = -Infinity, most = Infinity): number {
  return Math.min(Math.max(value, least), most);
}

/** What moves ends: equal distances on the canvas are equal after `transform`. */
interface Mapping {
  transform(value: number): number;
  invert(transformed: number): number;
}

/** Move ends by a share of their span; positive shows what lies beyond `end`. */
export function pan(ends: Ends, share: number, mapping: Mapping, limits: Limits = {}): Ends {
  const start = mapping.transform(ends.start);
  const end = mapping.transform(ends.end);
  const low = lowest(limits, mapping);
  const high = highest(limits, mapping);
  const wanted = (end - start) * share;
  // A pan stops at the limit, and does not squeeze the range there.
  const least = low - Math.min(start, end);
  const most = high - Math.max(start, end);
  const shift = clamp(wanted, Math.min(least, 0), Math.max(most, 0));
  return { start: mapping.invert(start + shift), end: mapping.invert(end + shift) };
}

/** Scale the span of ends by a factor, keeping the value at a share of it in place: 0 is `start`, 1 is `end`. */
export function zoom(
  ends: Ends,
  factor: number,
  share: number,
  mapping: Mapping,
  limits: Limits = {},
): Ends {
  const start = mapping.transform(ends.start);
  const end = mapping.transform(ends.end);
  const span = Math.abs(end - start);
  const least = Math.max(limits.leastSpan ?? 0, span === 0 ? 0 : Math.abs(start + end) * 1e-13);
  const held = clamp(span * factor, least, limits.greatestSpan) / span;
  const center = start + (end - start) * share;
  const low = lowest(limits, mapping);
  const high = highest(limits, mapping);
  const first = center + (start - center) * held;
  const last = center + (end - center) * held;
  // What lies beyond a limit is shown at the other end, as far as there is something.
  const shift =
    Math.max(low - Math.min(first, last), 0) + Math.min(high - Math.max(first, last), 0);
  const within = (value: number): number => mapping.invert(clamp(value + shift, low, high));
  const zoomed = { start: within(first), end: within(last) };
  const usable = Number.isFinite(zoomed.start) && Number.isFinite(zoomed.end);
  return usable && zoomed.start !== zoomed.end ? zoomed : ends;
}

/** Return the least and the greatest factor that `zoom` can take about a place without being held back. */
export function factorLimits(
  ends: Ends,
  share: number,
  mapping: Mapping,
  limits: Limits,
): { readonly least: number; readonly most: number } {
  const start = mapping.transform(ends.start);
  const end = mapping.transform(ends.end);
  const span = Math.abs(end - start);
  if (!(span > 0)) return { least: 1, most: 1 };
  const center = start + (end - start) * share;
  const below = center - lowest(limits, mapping);
  const above = highest(limits, mapping) - center;
  const low = center - Math.min(start, end);
  const high = Math.max(start, end) - center;
  const room = Math.min(low > 0 ? below / low : Infinity, high > 0 ? above / high : Infinity);
  const most = Math.min(room, (limits.greatestSpan ?? Infinity) / span);
  return { least: Math.min(1, (limits.leastSpan ?? 0) / span), most: Math.max(1, most) };
}

/** Hold ends that somebody wants within limits, about their middle. */
export function bounded(wanted: Ends, mapping: Mapping, limits: Limits): Ends {
  const start = mapping.transform(wanted.start);
  const end = mapping.transform(wanted.end);
  const span = Math.abs(end - start);
  const held = clamp(span, limits.leastSpan, limits.greatestSpan);
  const grown = span > 0 ? zoom(wanted, held / span, 0.5, mapping) : wanted;
  const { low, high } = limits;
  return { start: clamp(grown.start, low, high), end: clamp(grown.end, low, high) };
}

/** Return the least that may be shown, as it is mapped. */
function lowest({ low }: Limits, mapping: Mapping): number {
  return limited(low, mapping, -LAST);
}

function highest({ high }: Limits, mapping: Mapping): number {
  return limited(high, mapping, LAST);
}

/** Return a limit as it is mapped. Where there is none, decades have a last one, and beyond it are no numbers. */
function limited(limit: number | undefined, mapping: Mapping, last: number): number {
  const mapped = limit === undefined ? NaN : mapping.transform(limit);
  if (!Number.isNaN(mapped)) return mapped;
  const decades = Number.isNaN(mapping.transform(-1));
  return decades ? last : last * Infinity;
}
