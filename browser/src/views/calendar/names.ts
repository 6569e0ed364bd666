/** What days and months are called, in the language of the reader. */
import { civilOf, dayOf, join } from "./days.js";

type Width = "long" | "short" | "narrow";

/** A week in a month that begins with a Sunday. */
const SUNDAY = dayOf(2023, 1, 1);
const ENGLISH = "en";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(day: number, options: Intl.DateTimeFormatOptions, language?: string): string {
  const key = `${language ?? ""} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(language, {
      calendar: "gregory",
      // The digits of the fields and of the days in a month.
      numberingSystem: "latn",
      timeZone: "UTC",
      ...options,
    });
    formats.set(key, made);
  }
  return made.format(join(day));
}

/** Return the name of a month, from 1. */
export function monthName(month: number, width: Width, language?: string): string {
  return format(dayOf(2023, month, 1), { month: width }, language);
}

/** Return the name of a day of the week, from 0 for Sunday. */
export function weekdayName(weekday: number, width: Width, language?: string): string {
  return format(SUNDAY + weekday, { weekday: width }, language);
}

const halves = new Map<string, readonly [string, string]>();

/** Return what the halves of a day are called where clocks go to twelve. */
export function halvesOfDay(language?: string): readonly [string, string] {
  const known = halves.get(language ?? "");
  if (known !== undefined) return known;
  const form = new Intl.DateTimeFormat(language, {
    hour: "numeric",
    hour12: true,
    timeZone: "UTC",
  });
  const [morning = "AM", afternoon = "PM"] = [9, 15].map(
    (hour) =>
      form.formatToParts(hour * 3_600_000).find(({ type }) => type === "dayPeriod")?.value ??
      (hour < 12 ? "AM" : "PM"),
  );
  halves.set(language ?? "", [morning, afternoon]);
  return [morning, afternoon];
}

/** Return all that is known of a day, in words. */
export function dayName(day: number): string {
  return format(day, { dateStyle: "full" });
}

/** Return a month and its year in words. */
export function monthAndYear(day: number): string {
  const { year, month } = civilOf(day);
  return format(dayOf(year, month, 1), { month: "long", year: "numeric" });
}

/** Return names and what they stand for: those of the reader's language and English ones, the longest first. */
export function namesOf(
  name: (at: number, width: Width, language?: string) => string,
  from: number,
  count: number,
): ReadonlyMap<string, number> {
  const pairs: [string, number][] = [];
  for (let at = from; at < from + count; at += 1) {
    for (const language of [undefined, ENGLISH]) {
      for (const width of ["long", "short"] as const) {
        pairs.push([name(at, width, language).toLowerCase(), at]);
      }
    }
  }
  return new Map(pairs.sort(([one], [other]) => other.length - one.length));
}

/** Return the first day of the week where the reader lives, from 0 for Sunday; Monday where nobody knows. */
export function firstWeekday(): number {
  interface Week {
    readonly firstDay?: number;
  }
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  const known = new Intl.Locale(locale) as Intl.Locale & {
    readonly weekInfo?: Week;
    getWeekInfo?(): Week;
  };
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) % 7;
}

/** Return a number with the ending that makes it the place in an order; only English has one here. */
export function ordinal(value: number): string {
  if (!new Intl.DateTimeFormat().resolvedOptions().locale.startsWith(ENGLISH)) return String(value);
  const rule = new Intl.PluralRules(ENGLISH, { type: "ordinal" }).select(value);
  return `${value}${{ one: "st", two: "nd", few: "rd", other: "th", many: "th", zero: "th" }[rule]}`;
}
