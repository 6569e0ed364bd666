/** Where ticks stand that few axes have: importing this makes them known. */
import { formulaOf } from "../../../callbacks/formula.js";
import type { Model } from "../../../model/types.js";
import { number, reference, references, text } from "../../field.js";
import type { Ends } from "../scale.js";
import type { FindTicks, TickRequest } from "../tickers.js";
import { numbers, read, roundingOf, sorted, TICKERS, ticksOf } from "../tickers.js";
import { calendarTicks, linearTicks, ticksEvery, timeStep, yearBegins } from "../ticks.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
/** The radius of the Earth that Mercator maps take, in metres. */
const RADIUS = 6_378_137;
/** The most ticks of one kind. */
const MOST = 1000;

const days: FindTicks = (ticker, { ends }) => {
  const [low, high] = sorted(ends);
  const chosen = numbers(ticker, "days");
  const interval = chosen.length > 1 ? ((chosen[1] ?? 0) - (chosen[0] ?? 0)) * DAY : 31 * DAY;
  const major = calendarTicks(low - 31 * DAY, high, 1).flatMap((begin) =>
    chosen
      .map((day) => begin + (day - 1) * DAY)
      // The last ones of a month would be too near to the first of the next.
      .filter((day) => monthOf(day + interval / 2) === monthOf(begin)),
  );
  return { major: major.slice(0, MOST) };
};

const months: FindTicks = (ticker, { ends }) => {
  const [low, high] = sorted(ends);
  const chosen = new Set(numbers(ticker, "months"));
  return { major: calendarTicks(low, high, 1).filter((begin) => chosen.has(monthOf(begin))) };
};

const years: FindTicks = (_, { ends, wanted }) => {
  const [low, high] = sorted(ends);
  const found = { start: new Date(low).getUTCFullYear(), end: new Date(high).getUTCFullYear() + 1 };
  const major = linearTicks(found, wanted, { least: 1 }).map((year) => yearBegins(year));
  return { major };
};

function monthOf(time: number): number {
  return new Date(time).getUTCMonth();
}

/** Return the least and the greatest distance of a ticker's ticks. */
function distancesOf(ticker: Model): readonly [number, number] {
  const [first, second] = numbers(ticker, ticker.type === "DaysTicker" ? "days" : "months");
  const apart = (second ?? NaN) - (first ?? 0);
  switch (ticker.type) {
    case "DaysTicker":
      return fixed((Number.isNaN(apart) ? 31 : apart) * DAY);
    case "MonthsTicker":
      return fixed((Number.isNaN(apart) ? 12 : apart) * MONTH);
    case "YearsTicker":
      return fixed(YEAR);
    case "SingleIntervalTicker":
      return fixed(number(ticker, "interval", 1));
    default: {
      const { least = 0, most = Infinity } = roundingOf(ticker);
      return [least, most];
    }
  }
}

function fixed(distance: number): readonly [number, number] {
  return [distance, distance];
}

/** Take the ticker whose ticks come nearest to as many as are wanted. */
const composite: FindTicks = (ticker, request) => {
  const tickers = ticker === undefined ? [] : references(ticker, "tickers");
  const [low, high] = sorted(request.ends);
  const ideal = (high - low) / request.wanted;
  const error = (each: Model): number => {
    const [least, most] = distancesOf(each);
    const step = Math.min(Math.max(ideal, least), most);
    return Math.abs(request.wanted - (high - low) / step);
  };
  let best = tickers[0];
  for (const each of tickers) if (best !== undefined && error(each) < error(best)) best = each;
  return ticksOf(best, request);
};

const durations: FindTicks = (_, { ends, wanted }) => {
  const [low, high] = sorted(ends);
  const { unit, count } = timeStep(ends, wanted);
  const lengths: Record<string, number> = { ms: 1, s: SECOND, min: MINUTE, h: HOUR };
  const length = lengths[unit];
  if (length !== undefined) return { major: ticksEvery(low, high, length * count) };
  const inDays = { start: low / DAY, end: high / DAY };
  return { major: linearTicks(inDays, wanted, { least: 1 }).map((day) => day * DAY) };
};

const mercator: FindTicks = (ticker, { ends, wanted, direction }) => {
  const dimension = ticker === undefined ? "" : text(ticker, "dimension");
  const [to, from] = (dimension || (direction === "x" ? "lon" : "lat")) === "lon" ? LON : LAT;
  const most = dimension === "lat" || (dimension === "" && direction === "y") ? 85.06 : 180;
  const limit = (value: number): number => Math.min(Math.max(value, -most), most);
  const degrees = { start: limit(from(ends.start)), end: limit(from(ends.end)) };
  const parts = read(ticker, "num_minor_ticks") ?? 5;
  const major = linearTicks(degrees, wanted, roundingOf(ticker));
  const step = (major[1] ?? NaN) - (major[0] ?? NaN);
  const [low, high] = sorted(degrees);
  const minor = parts > 1 && step > 0 ? ticksEvery(low, high, step / parts) : [];
  return { major: major.map(to), minor: minor.map(to) };
};

type Convert = (value: number) => number;
const TURN = Math.PI / 180;
const LON: readonly [Convert, Convert] = [
  (degrees) => degrees * TURN * RADIUS,
  (metres) => metres / RADIUS / TURN,
];
const LAT: readonly [Convert, Convert] = [
  (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * TURN) / 2)) * RADIUS,
  (metres) => (2 * Math.atan(Math.exp(metres / RADIUS)) - Math.PI / 2) / TURN,
];

const byCode: FindTicks = (ticker, request) => {
  const { start, end } = request.ends;
  const given = { start, end, range: { start, end }, cross_loc: 0 };
  const major = runTicks(ticker, "major_code", given) ?? fallback(request.ends, request);
  const minor = runTicks(ticker, "minor_code", { ...given, major_ticks: major });
  return { major, minor: minor ?? [] };
};

function runTicks(
  ticker: Model | undefined,
  field: string,
  given: Readonly<Record<string, unknown>>,
): number[] | undefined {
  if (ticker === undefined || text(ticker, field) === "") return undefined;
  const found = formulaOf(ticker, [], field)?.(given);
  if (!Array.isArray(found) && !ArrayBuffer.isView(found)) return undefined;
  return Array.from(found as ArrayLike<unknown>)
    .map(Number)
    .slice(0, MOST);
}

function fallback(ends: Ends, { wanted }: TickRequest): number[] {
  return linearTicks(ends, wanted);
}

const binned: FindTicks = (ticker, { ends }) => {
  const mapper = ticker === undefined ? undefined : reference(ticker, "mapper");
  const bins = mapper === undefined ? [] : numbers(mapper, "bins");
  const [low, high] = sorted(ends);
  const shown = bins.filter((edge) => edge >= low && edge <= high);
  const most = read(ticker, "num_major_ticks") ?? shown.length;
  const every = Math.max(1, Math.ceil(shown.length / Math.max(most, 1)));
  return { major: shown.filter((_, index) => index % every === 0), minor: [] };
};

Object.assign(TICKERS, {
  BinnedTicker: binned,
  CompositeTicker: composite,
  CustomJSTicker: byCode,
  DaysTicker: days,
  MercatorTicker: mercator,
  MonthsTicker: months,
  TimedeltaTicker: durations,
  YearsTicker: years,
});
