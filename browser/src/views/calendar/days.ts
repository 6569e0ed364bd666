/** Days, counted from 1970-01-01, in the Gregorian calendar; no zone and no clock have a part in them. */

/** What a day is called: months count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const DAY_MS = 86_400_000;
/** Days of 400 years, after which the calendar repeats. */
const ERA = 146_097;
/** Days from the 1st of March of the year 0 to 1970-01-01. */
const EPOCH = 719_468;

export const FIRST_DAY: number = dayOf(1, 1, 1);
const LAST_DAY: number = dayOf(9999, 12, 31);

/** Return the day of a date; years begin in March here, so that the leap day is the last of one. */
export function dayOf(year: number, month: number, date: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
}

/** Return the date of a day. */
export function civilOf(day: number): Civil {
  const shifted = day + EPOCH;
  const era = Math.floor(shifted / ERA);
  const ofEra = shifted - era * ERA;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch + (fromMarch < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Return how many days a month has. */
export function lengthOf(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** Return the day of the week, from 0 for Sunday. */
export function weekdayOf(day: number): number {
  return modulo(day + 4, 7);
}

/** Return the same date of another month, or the last one of it that it has. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = civilOf(day);
  const count = year * 12 + month - 1 + months;
  const there = { year: Math.floor(count / 12), month: modulo(count, 12) + 1 };
  return within(dayOf(there.year, there.month, Math.min(date, lengthOf(there.year, there.month))));
}

/** Return the nearest day that has a year of four digits. */
export function within(day: number): number {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
}

/** Return the first day of the week that a day is in. */
export function startOfWeek(day: number, first: number): number {
  return day - modulo(weekdayOf(day) - first, 7);
}

/** Return six weeks that hold the month of a day. */
export function weeksAround(day: number, first: number): readonly (readonly number[])[] {
  const { year, month } = civilOf(day);
  const start = startOfWeek(dayOf(year, month, 1), first);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_unused, at) => start + week * 7 + at),
  );
}

/** Return the number of the week by ISO 8601: the first one holds the first Thursday. */
export function weekOf(day: number): number {
  const thursday = startOfWeek(day, 1) + 3;
  const { year } = civilOf(thursday);
  return Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
}

/** Split milliseconds since 1970 into a day and the seconds of it. */
export function split(time: number): readonly [day: number, seconds: number] {
  const day = Math.floor(time / DAY_MS);
  return [day, Math.floor((time - day * DAY_MS) / 1000)];
}

/** Return milliseconds since 1970 for a day and the seconds of it. */
export function join(day: number, seconds = 0): number {
  return day * DAY_MS + seconds * 1000;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
