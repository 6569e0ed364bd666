import type { Ends } from "./scale.js";
import type { TimeStep } from "./ticks.js";
import { timeStep } from "./ticks.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** From these sizes on, and down, numbers may be written as powers of ten. */
const LARGE = 1e5;
const SMALL = 1e-3;
/** What a label may leave out of its number, as a share of the least distance. */
const ROUGH = 5e-3;

/**
 * Label ticks of a linear axis alike: the same decimals for all, as multiples of powers of ten if asked for, and
 * by default where numbers are large or small, and shorter so.
 */
export function formatTicks(
  ticks: readonly number[],
  powers?: boolean,
  mostDecimals = 12,
): string[] {
  const sizes = ticks.map(Math.abs).filter((size) => size > 0);
  if (sizes.length === 0) return ticks.map(String);
  const most = Math.max(...sizes);
  const least = leastDistance(ticks, most);
  let finest = ticks.length > 1 ? decimalsOf(least) : decimalsOf(most, 12);
  // Ticks that somebody has chosen may lie between the multiples of that.
  const isRough = (tick: number): boolean => {
    const places = tick * 10 ** finest;
    return Math.abs(places - Math.round(places)) > ROUGH * least * 10 ** finest;
  };
  while (ticks.some(isRough)) finest += 1;
  const decimals = Math.min(Math.max(finest, 0), mostDecimals);
  const plain = ticks.map((tick) => minus(tick.toFixed(decimals)));
  if (powers === false) return plain;
  if (powers === undefined && most < LARGE && Math.min(...sizes) > SMALL) return plain;
  const digits = Math.max(0, Math.min(10, exponentOf(most) + finest));
  const short = ticks.map((tick) => power(tick, digits));
  // From here on numbers are written with a letter among them.
  const lettered = most >= 1e21;
  return powers === true || lettered || widest(short) < widest(plain) ? short : plain;
}

/** Return how wide the longest of some labels is, in digits. */
function widest(labels: readonly string[]): number {
  return Math.max(
    ...labels.map((label) => label.length - 0.4 * label.replace(/[^⁰-⁻¹²³]/g, "").length),
  );
}

/** Label ticks of a logarithmic axis: powers of ten as such. */
export function formatLogTicks(ticks: readonly number[]): string[] {
  const wide = Math.max(...ticks) >= 1e5 || Math.min(...ticks) < 1e-3;
  return ticks.map((tick) => {
    const power = Math.log10(tick);
    if (!wide) return minus(String(Number(tick.toPrecision(12))));
    const whole = Math.round(power);
    if (Math.abs(power - whole) < 1e-9) return `10${superscript(whole)}`;
    return formatPower(tick);
  });
}

/** Label ticks of a time axis, in UTC. Where a longer unit begins, that is what the label tells. */
export function formatTimeTicks(ticks: readonly number[], ends: Ends, desired: number): string[] {
  const step = timeStep(ends, desired);
  return ticks.map((tick, index) => formatTime(tick, step, index === 0));
}

function formatTime(date: number, { unit, count }: TimeStep, first: boolean): string {
  const time = new Date(date);
  const year = String(time.getUTCFullYear());
  if (unit === "year") return year;
  const month = MONTHS[time.getUTCMonth()] ?? "";
  if (unit === "month") return time.getUTCMonth() === 0 || first ? `${month}\n${year}` : month;
  const day = `${month} ${time.getUTCDate()}`;
  const yearly = first || (time.getUTCMonth() === 0 && time.getUTCDate() <= count);
  if (unit === "d") return yearly ? `${day}\n${year}` : day;
  const clock = `${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}`;
  const midnight = clock === "00:00" && time.getUTCSeconds() === 0;
  const whole = date % 1000 === 0;
  const below = first || (midnight && whole) ? `\n${first ? `${day} ${year}` : day}` : "";
  if (unit === "h" || unit === "min") return clock + (below && `\n${day}`);
  const seconds = `${clock}:${pad(time.getUTCSeconds())}`;
  if (unit === "s") return seconds + below;
  // Between whole seconds their parts say enough, and between milliseconds theirs.
  const finer = count < 1 ? `.${pad(Math.floor(date) % 1000, 3)}` : "";
  return (
    (whole ? seconds : fraction(date, count)) +
    (first && !whole ? `\n${seconds}${finer}` : "") +
    below
  );
}

/** Write the part of a second at a time, as finely as a step of so many milliseconds needs. */
function fraction(time: number, step: number): string {
  const part = ((time % 1000) + 1000) % 1000;
  const [value, unit] = step >= 1 ? [part, "ms"] : [(part % 1) * 1000, "µs"];
  if (unit === "µs" && Math.round(value) % 1000 === 0) return `${Math.round(part)} ms`;
  return `${Number(value.toFixed(step >= 0.001 ? 0 : 1))} ${unit}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function pad(value: number, places = 2): string {
  return String(value).padStart(places, "0");
}

function leastDistance(ticks: readonly number[], otherwise: number): number {
  let least = Infinity;
  for (let index = 1; index < ticks.length; index += 1) {
    const distance = Math.abs((ticks[index] ?? 0) - (ticks[index - 1] ?? 0));
    if (distance > 0) least = Math.min(least, distance);
  }
  return Number.isFinite(least) ? least : otherwise;
}

/** Return how many decimals tell multiples of a step apart, of which so many digits count. */
function decimalsOf(step: number, digits = 3): number {
  const text = Number(step.toPrecision(digits)).toExponential();
  const [mantissa = "", power = "0"] = text.split("e");
  return (mantissa.split(".")[1]?.length ?? 0) - Number(power);
}

function formatPower(value: number): string {
  return power(value, Math.max(0, Math.min(10, exponentOf(value) + decimalsOf(value))));
}

function exponentOf(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)) + 1e-12);
}

/** Write a number as a multiple of a power of ten, with so many digits after the point. */
export function power(value: number, digits: number): string {
  if (value === 0) return "0";
  const [mantissa, exponent] = value.toExponential(digits).split("e");
  return minus(`${mantissa}×10${superscript(Number(exponent))}`);
}

/** Write an exponent. */
export function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(
    /\d/g,
    (digit) => SUPERSCRIPTS[Number(digit)] ?? "",
  );
  return (exponent < 0 ? "⁻" : "") + digits;
}

/** Write a minus as such, and none before nought. */
export function minus(text: string): string {
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text.replace(/^-/, "−");
}
