/** Which days and times can be chosen. */
import type { Model } from "../../model/types.js";
import { list } from "../field.js";
import type { Grain } from "../widgets/moment.js";
import { inWords, timeOf } from "../widgets/moment.js";
import { join, split } from "./days.js";

type Span = readonly [first: number, last: number];

/** What a model says about what can be chosen, read once for many days. */
export class Limits {
  readonly #grain: Grain;
  readonly #low: number;
  readonly #high: number;
  readonly #only: readonly Span[] | undefined;
  readonly #without: readonly Span[];

  constructor(model: Model, grain: Grain) {
    const unit = grain === "time" ? "time" : "date";
    this.#grain = grain;
    this.#low = timeOf(model.get(`min_${unit}`)) ?? -Infinity;
    this.#high = timeOf(model.get(`max_${unit}`)) ?? Infinity;
    this.#only = Array.isArray(model.get("enabled_dates"))
      ? spansOf(list(model, "enabled_dates"))
      : undefined;
    this.#without = spansOf(list(model, "disabled_dates"));
  }

  /** Whether no time of a day can be chosen. */
  blocks(day: number): boolean {
    return (
      join(day + 1) <= this.#low ||
      join(day) > this.#high ||
      !(this.#only?.some((span) => isIn(day, span)) ?? true) ||
      this.#without.some((span) => isIn(day, span))
    );
  }

  /** Return the nearest day on which something can be chosen, or the same if there is none. */
  nearestDay(day: number): number {
    const clamp = (to: number, [first, last]: Span): number => Math.min(Math.max(to, first), last);
    const bounds: Span = [split(this.#low)[0], split(this.#high)[0]];
    const start = clamp(day, bounds);
    return (
      [
        start,
        ...bounds,
        ...(this.#only ?? []).flatMap((span) => [...span, clamp(start, span)]),
        ...this.#without.flatMap(([first, last]) => [first - 1, last + 1]),
      ]
        .filter(Number.isFinite)
        .sort((one, other) => Math.abs(one - day) - Math.abs(other - day))
        .find((each) => !this.blocks(each)) ?? day
    );
  }

  /** Return why a time cannot be chosen, or nothing if it can. */
  refusal(time: number): string | undefined {
    if (time < this.#low) return `The earliest is ${inWords(this.#low, this.#grain)}.`;
    if (time > this.#high) return `The latest is ${inWords(this.#high, this.#grain)}.`;
    const [day] = split(time);
    return this.#grain !== "time" && this.blocks(day)
      ? `${inWords(join(day), "date")} cannot be chosen.`
      : undefined;
  }

  /** Return why not all from one time to another can be chosen, or nothing. */
  refusalBetween(from: number, to: number): string | undefined {
    if (to < from) return "The end is before the beginning.";
    const ends = this.refusal(from) ?? this.refusal(to);
    const day = ends === undefined ? this.#gap(split(from)[0], split(to)[0]) : undefined;
    return day === undefined
      ? ends
      : `${inWords(join(day), "date")} lies between and cannot be chosen.`;
  }

  /** Return the nearest time that is neither too early nor too late, if that is on the same day. */
  nearest(time: number): number {
    const near = Math.min(Math.max(time, this.#low), this.#high);
    return split(near)[0] === split(time)[0] ? near : time;
  }

  /** Return the first day between two that cannot be chosen. */
  #gap(first: number, last: number): number | undefined {
    const starts = this.#without.flatMap(([start, end]) =>
      start <= last && end >= first ? Math.max(start, first) : [],
    );
    const missing = this.#firstOutside(first, last);
    if (missing !== undefined) starts.push(missing);
    return starts.length === 0 ? undefined : Math.min(...starts);
  }

  #firstOutside(first: number, last: number): number | undefined {
    if (this.#only === undefined) return undefined;
    let day = first;
    for (const [start, end] of [...this.#only].sort(([one], [other]) => one - other)) {
      if (start > day) break;
      day = Math.max(day, end + 1);
    }
    return day > last ? undefined : day;
  }
}

function isIn(day: number, [first, last]: Span): boolean {
  return first <= day && day <= last;
}

/** Read days and pairs of the first and the last of some. */
function spansOf(entries: readonly unknown[]): Span[] {
  return entries.flatMap((entry) => {
    const [from, to] = (Array.isArray(entry) ? entry : [entry, entry]) as unknown[];
    const [first, last] = [timeOf(from), timeOf(to)];
    return first === undefined || last === undefined
      ? []
      : [[split(first)[0], split(last)[0]] as const];
  });
}
