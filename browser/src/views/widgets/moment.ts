/** Days and times, as models hold them, as native inputs take them, and in words. */
import type { Model } from "../../model/types.js";
import { list, number, flag } from "../field.js";

/** What is chosen: a day, a time of day, or both. */
export type Grain = "date" | "time" | "datetime-local";

const ORIGIN = "1970-01-01T";

/** Return which of these a model has. */
export function grainOf(type: string): Grain {
  if (type === "TimePicker") return "time";
  return type.includes("time") ? "datetime-local" : "date";
}

/** Return the text of a native input for what a model holds; an empty one for nothing. */
export function written(value: unknown, grain: Grain, seconds = true): string {
  const iso =
    typeof value === "number" && Math.abs(value) <= 8.64e15
      ? new Date(value).toISOString()
      : typeof value === "string"
        ? value
        : "";
  if (grain === "date") return iso.slice(0, 10);
  const end = seconds ? 19 : 16;
  return grain === "time" ? iso.slice(0, end - 11) : iso.slice(0, end);
}

/** Return what a model is to hold for the text of a native input. */
export function held(words: string, grain: Grain): string | number {
  return grain === "datetime-local" ? Date.parse(`${words}Z`) : words;
}

/** Return the text of a native input in the words of the reader's language. */
export function inWords(words: string, grain: Grain): string {
  const time = Date.parse(
    `${grain === "time" ? ORIGIN : ""}${words}${grain === "date" ? "" : "Z"}`,
  );
  if (Number.isNaN(time)) return words;
  const timeStyle = words.length > 16 || words.length === 8 ? "medium" : "short";
  const style: Intl.DateTimeFormatOptions = {
    date: { dateStyle: "medium" } as const,
    time: { timeStyle } as const,
    "datetime-local": { dateStyle: "medium", timeStyle } as const,
  }[grain];
  return new Intl.DateTimeFormat(undefined, { ...style, timeZone: "UTC" }).format(time);
}

/** Return how far a step of the keys goes, in seconds; days are the steps of dates. */
export function stepOf(model: Model, grain: Grain): number | undefined {
  if (grain === "date") return undefined;
  return flag(model, "seconds")
    ? number(model, "second_increment", 1)
    : 60 * number(model, "minute_increment", 1);
}

/** Return why a text of a native input cannot be chosen, or nothing if it can. */
export function refusal(model: Model, words: string, grain: Grain): string | undefined {
  const unit = grain === "time" ? "time" : "date";
  const low = written(model.get(`min_${unit}`), grain);
  const high = written(model.get(`max_${unit}`), grain);
  // Texts of one form follow each other as what they mean does; missing seconds are none.
  if (low !== "" && padded(words, grain) < padded(low, grain)) {
    return `The earliest is ${inWords(low, grain)}.`;
  }
  if (high !== "" && padded(words, grain) > padded(high, grain)) {
    return `The latest is ${inWords(high, grain)}.`;
  }
  const day = words.slice(0, 10);
  const only = model.get("enabled_dates");
  const left = !Array.isArray(only) || isAmong(day, only);
  return grain === "time" || (left && !isAmong(day, list(model, "disabled_dates")))
    ? undefined
    : `${inWords(day, "date")} cannot be chosen.`;
}

function padded(words: string, grain: Grain): string {
  return grain === "date" ? words : words.padEnd(grain === "time" ? 8 : 19, ":00");
}

/** Whether a day is among days and pairs of the first and the last of some. */
function isAmong(day: string, days: readonly unknown[]): boolean {
  return days.some((entry) => {
    const [first, last] = (Array.isArray(entry) ? entry : [entry, entry]) as unknown[];
    return written(first, "date") <= day && day <= written(last, "date");
  });
}
