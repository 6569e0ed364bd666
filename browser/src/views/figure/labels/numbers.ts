import type { Model } from "../../../model/types.js";
import { number, optionalNumber, reference, text } from "../../field.js";
import { formatTicks, minus, power, superscript } from "../tick_format.js";

const EARTH = 6_378_137;
const DEGREES = 180 / Math.PI;

/** Label numbers with as many digits as they need, or as the author wants. */
export function labelNumbers(formatter: Model, ticks: readonly number[]): string[] {
  const digits = optionalNumber(formatter, "precision");
  const scientific = formatter.get("use_scientific") !== false && outside(formatter, ticks);
  if (digits === undefined) return formatTicks(ticks, scientific);
  const places = Math.min(Math.max(digits, 0), 20);
  if (!scientific) return formatTicks(ticks, false, places);
  return ticks.map((tick) => power(tick, places));
}

/** Tell whether one of the ticks is beyond the powers of ten that are written out. */
function outside(formatter: Model, ticks: readonly number[]): boolean {
  const high = 10 ** number(formatter, "power_limit_high", 5);
  const low = 10 ** number(formatter, "power_limit_low", -3);
  // What is left of a zero that was computed is none of them.
  const least = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) / 1e4;
  const sizes = ticks.map(Math.abs).filter((size) => size > least);
  return sizes.some((size) => size >= high || size <= low);
}

/** Label powers of a base as such, or all ticks as numbers if one is no power of its own. */
export function labelPowers(formatter: Model, ticks: readonly number[]): string[] {
  const ticker = reference(formatter, "ticker");
  const base = ticker === undefined ? 10 : number(ticker, "base", 10);
  const exponents = ticks.map((tick) => Math.round(Math.log(tick) / Math.log(base)));
  const exact = ticks.every((tick, index) => {
    const exponent = exponents[index] ?? NaN;
    return Math.abs(tick / base ** exponent - 1) < 1e-9;
  });
  if (!exact) return formatTicks(ticks);
  const least = number(formatter, "min_exponent", 0);
  return exponents.map((exponent) =>
    Math.abs(exponent) < least
      ? minus(String(Number((base ** exponent).toPrecision(12))))
      : `${base}${superscript(exponent)}`,
  );
}

/** Label metres of a Mercator map as degrees. */
export function labelDegrees(
  formatter: Model,
  ticks: readonly number[],
  direction: "x" | "y",
): string[] {
  const dimension = text(formatter, "dimension") || (direction === "x" ? "lon" : "lat");
  const degrees = ticks.map((tick) =>
    dimension === "lon"
      ? (tick / EARTH) * DEGREES
      : (2 * Math.atan(Math.exp(tick / EARTH)) - Math.PI / 2) * DEGREES,
  );
  return labelNumbers(
    formatter,
    degrees.map((degree) => Number(degree.toFixed(9))),
  );
}
