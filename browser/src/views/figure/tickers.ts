import type { Model } from "../../model/types.js";
import { list, optionalNumber } from "../field.js";
import type { FactorMap } from "./factor.js";
import type { Ends } from "./scale.js";
import type { Rounding } from "./ticks.js";
import { between, linearTicks, logMinors, logTicks, ticksEvery, timeTicks } from "./ticks.js";

/** What kind of ticks an axis has when its models do not say. */
export type TickKind = "linear" | "log" | "time" | "factor";

/** Where the ticks of an axis stand, in data units. */
export interface Ticks {
  readonly major: readonly number[];
  readonly minor: readonly number[];
}

/** What a ticker needs to know. */
export interface TickRequest {
  readonly kind: TickKind;
  readonly ends: Ends;
  /** About how many major ticks there should be. */
  readonly wanted: number;
  readonly factors: FactorMap | undefined;
  readonly direction: "x" | "y";
}

/** Finds the major ticks of a ticker, and the minor ones if they are not between these at equal distances. */
export type FindTicks = (
  ticker: Model | undefined,
  request: TickRequest,
) => { readonly major: readonly number[]; readonly minor?: readonly number[] };

/** How many parts minor ticks make of a distance where no model says so. */
const PARTS = { linear: 5, log: 10, time: 0, factor: 0 };

/** Tickers whose ticks are those of their kind of axis. */
const PLAIN = new Set(["AdaptiveTicker", "BasicTicker"]);

/** Tickers by type; chunks of their own bring more. */
export const TICKERS: Record<string, FindTicks | undefined> = {
  CategoricalTicker: (_, { factors }) => ({ major: factors?.places ?? [] }),
  DatetimeTicker: (_, { ends, wanted }) => ({ major: timeTicks(ends, wanted) }),
  FixedTicker: (ticker) => ({
    major: numbers(ticker, "ticks"),
    minor: numbers(ticker, "minor_ticks"),
  }),
  LogTicker: (ticker, { ends, wanted }) => {
    const own = read(ticker, "base") ?? 10;
    const base = own >= 2 ? own : 10; // with less there would be no end of powers
    const major = logTicks(ends, wanted, base);
    return { major, minor: logMinors(ends, major, partsOf(ticker, "log"), base) };
  },
  SingleIntervalTicker: (ticker, { ends }) => {
    const interval = read(ticker, "interval") ?? 0;
    const [low, high] = sorted(ends);
    return { major: interval > 0 ? ticksEvery(low, high, interval) : [] };
  },
};

const BY_KIND = { linear: "", log: "LogTicker", time: "DatetimeTicker", factor: "" };
/** Tickers that a categorical axis may have instead of its own. */
const GIVEN = new Set([
  "CustomJSTicker",
  "DaysTicker",
  "FixedTicker",
  "MonthsTicker",
  "SingleIntervalTicker",
  "YearsTicker",
]);

/** Tell whether the code of a ticker has not come yet. */
export function isLacking(ticker: Model | undefined): boolean {
  return ticker !== undefined && !PLAIN.has(ticker.type) && TICKERS[ticker.type] === undefined;
}

/** Tell whether a ticker has the same ticks whatever the room. */
export function isGiven(ticker: Model | undefined, kind: TickKind): boolean {
  return kind === "factor" || GIVEN.has(ticker?.type ?? "");
}

/** Return about how many major ticks a ticker has. */
export function desiredOf(ticker: Model | undefined): number {
  return Math.max(2, read(ticker, "desired_num_ticks") ?? 6);
}

/** Return the ticks of a ticker between two ends. */
export function ticksOf(ticker: Model | undefined, request: TickRequest): Ticks {
  const { kind, ends, wanted } = request;
  const [low, high] = sorted(ends);
  if (!(high > low) || !Number.isFinite(high / 2 - low / 2)) return { major: [], minor: [] };
  const within = (tick: number): boolean => tick >= low && tick <= high;
  const own = ticker?.type ?? BY_KIND[kind];
  const find = TICKERS[kind === "factor" && !GIVEN.has(own) ? "CategoricalTicker" : own];
  const { major, minor } = find?.(ticker, request) ?? {
    major: linearTicks(ends, wanted, roundingOf(ticker)),
  };
  const shown = major.filter(within);
  const parts = between(shown, partsOf(ticker, kind), low, high);
  return { major: shown, minor: minor?.filter(within) ?? parts };
}

/** Return which steps are round for a ticker. */
export function roundingOf(ticker: Model | undefined): Rounding {
  const mantissas = numbers(ticker, "mantissas");
  return {
    ...(mantissas.length === 0 ? {} : { mantissas }),
    base: read(ticker, "base") ?? 10,
    least: read(ticker, "min_interval") ?? 0,
    most: read(ticker, "max_interval") ?? Infinity,
  };
}

function partsOf(ticker: Model | undefined, kind: TickKind): number {
  return read(ticker, "num_minor_ticks") ?? PARTS[kind];
}

/** Read a number, or nothing. */
export function read(ticker: Model | undefined, field: string): number | undefined {
  return ticker === undefined ? undefined : optionalNumber(ticker, field);
}

/** Read a list of numbers. */
export function numbers(ticker: Model | undefined, field: string): number[] {
  const values = ticker === undefined ? [] : list(ticker, field);
  return values.filter((value) => typeof value === "number");
}

/** Return two ends, the lesser one first. */
export function sorted({ start, end }: Ends): readonly [number, number] {
  return start < end ? [start, end] : [end, start];
}
