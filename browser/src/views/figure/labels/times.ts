import type { Model } from "../../../model/types.js";
import { flag, isModel, text } from "../../field.js";
import { strftime } from "../../strftime.js";

const SECOND = 1e3;
const MINUTE = 60e3;
const HOUR = 3600e3;
const DAY = 86_400e3;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/** The scales of time from short to long. Durations have no months and years, and begin with nanoseconds. */
const SCALES = [
  "nanoseconds",
  "microseconds",
  "milliseconds",
  "seconds",
  "minsec",
  "minutes",
  "hourmin",
  "hours",
  "days",
  "months",
  "years",
] as const;
type TimeScale = (typeof SCALES)[number];

/** Writes a time in a form. */
type Write = (time: number, form: string) => string;

/** Label times, or durations, by the form that a formatter has for their scale. */
export function labelTimes(formatter: Model, ticks: readonly number[], span: number): string[] {
  const duration = formatter.type === "TimedeltaTickFormatter";
  const write: Write = duration ? formatDuration : strftime;
  const ends = Math.abs((ticks.at(-1) ?? 0) - (ticks[0] ?? 0));
  // A tick alone has no distance to another one: as many would fit as usually do.
  const step = ticks.length > 1 ? ends / (ticks.length - 1) : span / 6;
  const scale = scaleOf(step, ticks.length > 1 ? ends : span, duration);
  return labelAt(formatter, ticks, scale, write);
}

function labelAt(
  formatter: Model,
  ticks: readonly number[],
  scale: TimeScale,
  write: Write,
): string[] {
  let labels = ticks.map((tick) => labelOf(formatter, tick, scale, write));
  if (flag(formatter, "hide_repeats")) labels = withoutRepeats(labels);
  const context = formatter.get("context");
  if (typeof context !== "string" && !isModel(context)) return labels;
  const which = text(formatter, "context_which", "start");
  const chosen = { start: 0, center: Math.floor(ticks.length / 2), end: ticks.length - 1 };
  const further = (
    isModel(context)
      ? labelAt(context, ticks, scale, write)
      : ticks.map((tick) => write(tick, context))
  ).map((label, index) =>
    which === "all" || chosen[which as keyof typeof chosen] === index ? label : "",
  );
  if (further.every((label) => label === "")) return labels;
  const place = text(formatter, "context_location", "below");
  return labels.map((label, index) => joined(label, further[index] ?? "", place));
}

function joined(label: string, context: string, place: string): string {
  // Above and below, a line is kept for the context of the others.
  if (place === "above") return `${context}\n${label}`;
  if (place === "below") return context === "" ? label : `${label}\n${context}`;
  if (context === "") return label;
  return place === "left" ? `${context} ${label}` : `${label} ${context}`;
}

function labelOf(formatter: Model, tick: number, scale: TimeScale, write: Write): string {
  const promoted = flag(formatter, "boundary_scaling") ? promote(scale, new Date(tick)) : scale;
  const label = write(tick, text(formatter, promoted));
  const strips = formatter.get("strip_leading_zeros");
  if (strips !== true && !(Array.isArray(strips) && strips.includes(promoted))) return label;
  return label.replace(/^(−?)0+(?=\d)/, "$1");
}

/** Return the scale of ticks that stand so far apart, all in all over so long a time. */
export function scaleOf(step: number, span: number, duration = false): TimeScale {
  // The distance of months and years varies, and that of computed ticks has an error.
  const distance = step * 1.1;
  if (duration && distance < 1e-3) return "nanoseconds";
  if (distance < 1) return "microseconds";
  if (distance < SECOND) return "milliseconds";
  if (distance < MINUTE) return span >= MINUTE ? "minsec" : "seconds";
  if (distance < HOUR) return span >= HOUR ? "hourmin" : "minutes";
  if (distance < DAY) return "hours";
  if (duration || distance < MONTH) return "days";
  return distance < YEAR ? "months" : "years";
}

/** Return the scale whose form a tick has: where a longer unit begins, it is that of the longer one. */
function promote(scale: TimeScale, date: Date): TimeScale {
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  if (scale === "minsec" && minute === 0 && second !== 0) return "seconds";
  if (scale === "hourmin" && hour === 0 && minute !== 0) return "minutes";
  const begins: Partial<Record<TimeScale, boolean>> = {
    seconds: second === 0,
    minsec: minute === 0,
    minutes: minute === 0,
    hourmin: hour === 0,
    hours: hour === 0,
  };
  let found = scale;
  while (begins[found] === true) found = SCALES[SCALES.indexOf(found) + 1] ?? "years";
  return found;
}

function withoutRepeats(labels: readonly string[]): string[] {
  let last: string | undefined;
  return labels.map((label) => {
    if (label === last) return "";
    last = label;
    return label;
  });
}

const UNITS: Readonly<Record<string, readonly [unit: number, beyond: number, digits: number]>> = {
  ns: [1e-6, Infinity, 1],
  us: [1e-3, Infinity, 1],
  ms: [1, Infinity, 1],
  s: [SECOND, Infinity, 1],
  m: [MINUTE, Infinity, 1],
  h: [HOUR, Infinity, 1],
  d: [DAY, Infinity, 1],
  NS: [1e-6, 1000, 3],
  US: [1e-3, 1000, 3],
  MS: [1, 1000, 3],
  S: [SECOND, 60, 2],
  M: [MINUTE, 60, 2],
  H: [HOUR, 24, 2],
};

/** Write a duration in milliseconds: `%h` for all its hours, `%H` for those beyond its days, and so on. */
export function formatDuration(time: number, form: string): string {
  if (!Number.isFinite(time)) return "–";
  const size = Math.abs(time);
  const words = form.replace(/%(NS|US|MS|ns|us|ms|[SMHsmhd%])/g, (_, name: string) => {
    const unit = UNITS[name];
    if (unit === undefined) return "%";
    const [length, beyond, digits] = unit;
    // Rounding at a nanosecond: sums of decimal fractions are a little off.
    const count = Math.floor(Number((size / length).toPrecision(15)));
    return String(beyond === Infinity ? count : count % beyond).padStart(digits, "0");
  });
  return time < 0 && /[1-9]/.test(words) ? `−${words}` : words;
}
