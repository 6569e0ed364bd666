import type { Ends } from "./scale.js";

/** Which steps are round: a mantissa times a power of the base, within limits. */
export interface Rounding {
  readonly mantissas?: readonly number[];
  readonly base?: number;
  readonly least?: number;
  readonly most?: number;
}

/** Return round numbers between two ends, about as many as desired. */
export function linearTicks(ends: Ends, desired: number, rounding: Rounding = {}): number[] {
  const low = Math.min(ends.start, ends.end);
  const high = Math.max(ends.start, ends.end);
  if (!(high > low) || !Number.isFinite(high / 2 - low / 2)) return [];
  // Halves, for the distance of the last numbers is none of them.
  const parts = Math.max(desired, 1) / 2;
  return ticksEvery(low, high, roundStep((high / 2 - low / 2) / parts, rounding));
}

/** Return the multiples of a step between two values. */
export function ticksEvery(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplying keeps every tick as exact as a number can be; adding up does not.
  const decimals = Math.max(0, Math.min(20, 2 - Math.floor(Math.log10(step))));
  for (let index = first; index <= last && ticks.length < 1000; index += 1) {
    ticks.push(Number((index * step).toFixed(decimals)) + 0);
  }
  return ticks;
}

/** Return the round step that comes nearest to an ideal one in the number of ticks. */
export function roundStep(ideal: number, rounding: Rounding = {}): number {
  const { mantissas = [1, 2, 5], base = 10, least = 0, most = Infinity } = rounding;
  const unit = least > 0 ? least : 1;
  const magnitude = base ** Math.floor(Math.log(ideal / unit) / Math.log(base)) * unit;
  const steps = [(mantissas.at(-1) ?? 1) / base, ...mantissas, (mantissas[0] ?? 1) * base];
  // Of two that come as near, the smaller one is taken, whatever errors of rounding say.
  const miss = (step: number): number => Math.abs(1 - ideal / step);
  let best = magnitude;
  for (const mantissa of steps) {
    const step = mantissa * magnitude;
    if (miss(step) < miss(best) - 1e-9) best = step;
  }
  // A product such as 2 * 0.1 ** 3 carries a rounding error that a decimal text does not.
  return Number(Math.min(Math.max(best, least), most).toPrecision(12));
}

/** Return what cuts the distances of ticks into equal parts, also before the first and after the last of them. */
export function between(
  ticks: readonly number[],
  parts: number,
  low: number,
  high: number,
): number[] {
  const first = ticks[0];
  const last = ticks.at(-1);
  if (!(parts > 1) || first === undefined || last === undefined || ticks.length < 2) return [];
  const before = 2 * first - (ticks[1] ?? NaN);
  const after = 2 * last - (ticks.at(-2) ?? NaN);
  const minors: number[] = [];
  let from = before;
  for (const to of [...ticks, after]) {
    for (let part = 1; part < parts && minors.length < 5000; part += 1) {
      const tick = from + ((to - from) * part) / parts;
      if (tick >= low && tick <= high) minors.push(tick);
    }
    from = to;
  }
  return minors;
}

/** Return what stands between the ticks of a logarithmic axis: parts of each decade, and decades that were left out. */
export function logMinors(
  ends: Ends,
  ticks: readonly number[],
  parts: number,
  base = 10,
): number[] {
  const low = Math.min(ends.start, ends.end);
  const high = Math.max(ends.start, ends.end);
  if (!(low > 0) || !(parts > 1)) return [];
  if (isNarrow(low, high, base)) return between(ticks, Math.min(parts, 5), low, high);
  const taken = new Set(ticks);
  const minors: number[] = [];
  for (let power = Math.floor(logOf(low, base)); power <= logOf(high, base); power += 1) {
    for (let part = 0; part < parts; part += 1) {
      const tick = powerOf(base, power, Math.max(1, (part * base) / parts));
      if (tick < low || tick > high || taken.has(tick)) continue;
      taken.add(tick);
      minors.push(tick);
    }
  }
  return minors;
}

function logOf(value: number, base: number): number {
  return base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
}

/** Return a multiple of a power; those of ten are as exact as a number can be. */
function powerOf(base: number, power: number, times: number): number {
  return base === 10 ? Number(`${times}e${power}`) : times * base ** power;
}

/** Tell whether a logarithmic axis shows so little that its ticks are those of a linear one. */
function isNarrow(low: number, high: number, base: number): boolean {
  // Of small bases two powers are surely there within two steps, and need nothing else.
  return high / low < Math.min(10 ** 0.8, base ** 2 * (1 - 1e-9));
}

/** Return ticks for a logarithmic axis: powers of its base, and what lies between when there are few of them. */
export function logTicks(ends: Ends, desired: number, base = 10): number[] {
  const low = Math.min(ends.start, ends.end);
  const high = Math.max(ends.start, ends.end);
  if (!(low > 0) || !(high > low)) return [];
  const first = logOf(low, base);
  const last = logOf(high, base);
  const decades = last - first;
  // They lie closer together towards one end, so that more are needed.
  if (isNarrow(low, high, base))
    return linearTicks(ends, Math.max(4, desired)).filter((tick) => tick > 0);
  const powers = Math.floor(last + 1e-9) - Math.ceil(first - 1e-9) + 1;
  const steps =
    base === 10
      ? withinDecades(decades, desired, powers)
      : powers < 2
        ? multiples(base, high / low, desired)
        : [1];
  const every = decades > 2.5 ? Math.max(1, Math.round(decades / desired)) : 1;
  const ticks: number[] = [];
  for (let power = Math.floor(first); power <= Math.ceil(last); power += 1) {
    if (power % every !== 0) continue;
    for (const step of steps) {
      const tick = powerOf(base, power, step);
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}

/** Return what powers of ten are multiplied with: as many as are desired, and more than one tick has to be in sight. */
function withinDecades(decades: number, desired: number, powers: number): readonly number[] {
  if (decades > 2.5) return [1];
  const fits = (steps: readonly number[]): boolean => decades * steps.length <= desired + 1;
  const most = [1, 2, 3, 5];
  if (decades <= 1.5 && fits(most)) return most;
  const some = [1, 2, 5];
  return powers < 2 || fits(some) ? some : [1];
}

/** Return what powers of a base are multiplied with to have about as many ticks as desired, where no two powers are in sight. */
function multiples(base: number, ratio: number, desired: number): number[] {
  const each = Math.log10(ratio) * 3 <= Math.max(desired, 5) + 1 ? [1, 2, 5] : [1];
  const steps: number[] = [];
  for (let decade = 1; decade < base; decade *= 10) {
    steps.push(...each.map((part) => part * decade).filter((step) => step < base));
  }
  return steps;
}

/** A unit of time and how many of it stand between two ticks. */
export interface TimeStep {
  readonly unit: "ms" | "s" | "min" | "h" | "d" | "month" | "year";
  readonly count: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4 * DAY;
const YEAR = 365.25 * DAY;

/** Units of which round numbers stand between ticks, up to a length: beyond it, the next unit is used. */
const PARTS: readonly (readonly [TimeStep["unit"], number, readonly number[]])[] = [
  ["s", SECOND, [1, 2, 5, 10, 15, 20, 30]],
  ["min", MINUTE, [1, 2, 5, 10, 15, 20, 30]],
  ["h", HOUR, [1, 2, 4, 6, 8, 12]],
];
/** Steps of the calendar. */
const DATES: readonly (readonly [TimeStep["unit"], number, readonly number[]])[] = [
  ["d", DAY, [1, 2, 3, 7, 14]],
  ["month", MONTH, [1, 2, 4, 6]],
  ["year", YEAR, [1]],
];

/** Return the step of a time axis that gives about as many ticks as desired. */
export function timeStep(ends: Ends, desired: number): TimeStep {
  const ideal = Math.abs(ends.end - ends.start) / Math.max(desired, 1);
  if (ideal <= SECOND / 2) return { unit: "ms", count: roundStep(ideal) };
  const parts = PARTS.flatMap(stepsOf);
  // Two times half a day are a day, but nobody counts so.
  const steps = ideal <= 12 * HOUR ? parts : DATES.flatMap(stepsOf);
  const miss = ({ length }: { length: number }): number => Math.abs(1 - ideal / length);
  const best = steps.reduce((one, other) => (miss(other) < miss(one) ? other : one));
  if (best.unit !== "year") return { unit: best.unit, count: best.count };
  return { unit: "year", count: Math.max(1, roundStep(ideal / YEAR)) };
}

function stepsOf([unit, size, counts]: (typeof PARTS)[number]) {
  return counts.map((count) => ({ unit, count, length: count * size }));
}

/** Return ticks for milliseconds since 1970, at the beginnings of units in UTC. */
export function timeTicks(ends: Ends, desired: number): number[] {
  const low = Math.min(ends.start, ends.end);
  const high = Math.max(ends.start, ends.end);
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  const { unit, count } = timeStep(ends, desired);
  if (unit === "month") return calendarTicks(low, high, count);
  if (unit === "year") return calendarTicks(low, high, count * 12);
  const lengths = { ms: 1, s: SECOND, min: MINUTE, h: HOUR, d: DAY };
  if (unit === "d" && count > 1) return monthlyDays(low, high, count);
  return ticksEvery(low, high, lengths[unit] * count);
}

/** Return when a year begins, or a month of it; to `Date.UTC` the years to 99 would be of our time. */
export function yearBegins(year: number, month = 0): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

/** Return the beginnings of months in UTC, of every first, second and so on. */
export function calendarTicks(low: number, high: number, months: number): number[] {
  const ticks: number[] = [];
  const begin = new Date(low);
  const month = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  for (let at = Math.floor(month / months) * months; ticks.length < 1000; at += months) {
    const tick = yearBegins(0, at);
    if (!(tick <= high)) break;
    if (tick >= low) ticks.push(tick);
  }
  return ticks;
}

/** Count days from the first of each month, and leave out those too near to its end. */
function monthlyDays(low: number, high: number, count: number): number[] {
  const ticks: number[] = [];
  for (const month of calendarTicks(low - 31 * DAY, high, 1)) {
    for (let day = 0; day + count / 2 < 31; day += count) {
      const tick = month + day * DAY;
      const same = new Date(tick).getUTCMonth() === new Date(month).getUTCMonth();
      if (same && tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
