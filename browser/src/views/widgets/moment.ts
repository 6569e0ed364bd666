/** Days and times, as models hold them and as milliseconds since 1970, and how fields write and read them. */
import type { Model } from "../../model/types.js";
import { join, split } from "../calendar/days.js";
import { read } from "../calendar/pattern.js";
import { flag, text } from "../field.js";

/** What is chosen: a day, a time of day, or both. */
export type Grain = "date" | "time" | "datetime";

const ORIGIN = "1970-01-01T";
/** The farthest time that the platform knows, in milliseconds from 1970. */
const FARTHEST = 8.64e15;
/** The time of a day for which nobody has chosen one. */
const NOON = 43_200;
const DAY = 86_400;

/** Return which of these a model has. */
export function grainOf(type: string): Grain {
  if (type === "TimePicker") return "time";
  return type.includes("time") ? "datetime" : "date";
}

/** Return the time that a model holds; times of day are those of the first day. */
export function timeOf(value: unknown): number | undefined {
  const time =
    typeof value === "string"
      ? Date.parse(value.includes("-") ? value : `${ORIGIN}${value}Z`)
      : value;
  return typeof time === "number" && Math.abs(time) <= FARTHEST ? time : undefined;
}

/** Return what a model is to hold for a time. */
export function held(time: number, grain: Grain): string | number {
  if (grain === "datetime") return time;
  const iso = new Date(time).toISOString();
  return grain === "date" ? iso.slice(0, 10) : iso.slice(11, 19);
}

/** Return the seconds of a day for which nobody has chosen a time: a range has all of its days. */
export function usualTime(model: Model, mode: "one" | "range" | "many", at: number): number {
  if (mode !== "range") return NOON;
  return at === 0 ? 0 : DAY - (flag(model, "seconds") ? 1 : 60);
}

/** Return a time in the words of the reader's language, by the calendar and the digits of the fields. */
export function inWords(time: number, grain: Grain): string {
  const timeStyle = time % 60_000 === 0 ? "short" : "medium";
  const style: Intl.DateTimeFormatOptions = {
    date: { dateStyle: "medium" } as const,
    time: { timeStyle } as const,
    datetime: { dateStyle: "medium", timeStyle } as const,
  }[grain];
  return new Intl.DateTimeFormat(undefined, {
    ...style,
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: "UTC",
  }).format(time);
}

/** Return the pattern of a field: the one of its model, or one that suits how finely times are chosen. */
export function patternOf(model: Model, grain: Grain): string {
  const field = grain === "time" ? "time_format" : "date_format";
  const given = text(model, field);
  if (given !== "" && (grain === "date" || model.chosen(field))) return given;
  const seconds = flag(model, "seconds") ? ":S" : "";
  const clock = text(model, "clock") === "12h" ? `h:i${seconds} K` : `H:i${seconds}`;
  return { date: "Y-m-d", time: clock, datetime: `Y-m-d ${clock}` }[grain];
}

/** What is read in every field, whatever its pattern. */
const COMMON: Readonly<Record<Grain, readonly string[]>> = {
  date: ["Y-m-d"],
  time: ["H:i", "H:i:S", "h:i K"],
  datetime: ["Y-m-d H:i", "Y-m-d H:i:S", "Y-m-d\\TH:i", "Y-m-d\\TH:i:S", "Y-m-d"],
};

/** Read what was typed into a field; what it does not tell is taken from another time. */
export function typed(
  words: string,
  pattern: string,
  grain: Grain,
  other: number,
): number | undefined {
  for (const each of [pattern, ...COMMON[grain]]) {
    const time = read(words, each, other);
    if (time === undefined) continue;
    const [day, seconds] = split(time);
    if (grain === "date") return join(day);
    return grain === "time" ? join(0, seconds) : join(day, seconds);
  }
  return undefined;
}
