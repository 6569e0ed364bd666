import { describe, expect, it } from "vitest";
import * as days from "../../src/views/calendar/days.js";

const DAY_MS = 86_400_000;
/** Days all over ten thousand years, with those around the ends of months of some years. */
const SOME = [
  ...Array.from({ length: 400 }, (_, at) => days.FIRST_DAY + at * 9131),
  ...[1600, 1900, 1970, 2000, 2024, 2026, 2100].flatMap((year) =>
    Array.from({ length: 12 }, (_, at) => days.dayOf(year, at + 1, 1)).flatMap((day) => [
      day - 1,
      day,
    ]),
  ),
];

/** What the platform knows of a day. */
function known(day: number) {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
  };
}

describe("days", () => {
  it("are called as the platform calls them, and found by that again", () => {
    for (const day of SOME) {
      const civil = days.civilOf(day);
      expect(civil).toEqual(known(day));
      expect(days.dayOf(civil.year, civil.month, civil.date)).toBe(day);
      expect(days.weekdayOf(day)).toBe(new Date(day * DAY_MS).getUTCDay());
    }
  });

  it("follow each other without a gap", () => {
    let last = days.civilOf(days.dayOf(1899, 12, 31));
    for (let day = days.dayOf(1900, 1, 1); day < days.dayOf(2101, 1, 1); day += 1) {
      const next = days.civilOf(day);
      const follows =
        next.date === last.date + 1 ||
        (next.date === 1 && last.date === days.lengthOf(last.year, last.month));
      expect(follows).toBe(true);
      last = next;
    }
  });

  it.each([
    [1900, 28],
    [2000, 29],
    [2024, 29],
    [2026, 28],
    [2100, 28],
  ])("of February %i are %i", (year, length) => {
    expect(days.lengthOf(year, 2)).toBe(length);
  });

  it("move to the end of a shorter month, and never out of the years of four digits", () => {
    const moved = (from: [number, number, number], months: number) =>
      days.civilOf(days.addMonths(days.dayOf(...from), months));
    expect(moved([2026, 1, 31], 1)).toEqual({ year: 2026, month: 2, date: 28 });
    expect(moved([2024, 2, 29], 12)).toEqual({ year: 2025, month: 2, date: 28 });
    expect(moved([2024, 2, 29], -48)).toEqual({ year: 2020, month: 2, date: 29 });
    expect(moved([2026, 1, 15], -1)).toEqual({ year: 2025, month: 12, date: 15 });
    expect(moved([9999, 12, 15], 1)).toEqual({ year: 9999, month: 12, date: 31 });
    expect(moved([1, 1, 15], -1)).toEqual({ year: 1, month: 1, date: 1 });
    for (const day of SOME.filter((each) => Math.abs(each) < 2_000_000)) {
      const [there, back] = [days.addMonths(day, 7), days.addMonths(days.addMonths(day, 7), -7)];
      expect(there).toBeGreaterThan(day);
      expect(day - back).toBeGreaterThanOrEqual(0);
      expect(day - back).toBeLessThanOrEqual(3);
    }
  });

  it.each([0, 1, 6])("of a month stand in six weeks that begin with weekday %i", (first) => {
    for (const day of SOME) {
      const weeks = days.weeksAround(day, first);
      const flat = weeks.flat();
      expect(weeks).toHaveLength(6);
      expect(flat).toContain(day);
      expect(days.weekdayOf(flat[0] ?? NaN)).toBe(first);
      expect(flat.every((each, at) => at === 0 || each === (flat[at - 1] ?? 0) + 1)).toBe(true);
      const { year, month } = days.civilOf(day);
      const own = flat.filter((each) => days.civilOf(each).month === month);
      expect(own).toHaveLength(days.lengthOf(year, month));
    }
  });

  it("have the week that ISO 8601 gives them", () => {
    const week = (...date: [number, number, number]) => days.weekOf(days.dayOf(...date));
    expect(week(2026, 1, 1)).toBe(1);
    expect(week(2027, 1, 3)).toBe(53);
    expect(week(2024, 12, 30)).toBe(1);
    expect(week(2026, 12, 31)).toBe(53);
  });

  it("and seconds make up a time, whatever a clock is put forward", () => {
    for (const day of SOME) {
      for (const seconds of [0, 1, 3600, 7199, 7200, 86_399]) {
        expect(days.split(days.join(day, seconds))).toEqual([day, seconds]);
      }
    }
    expect(days.split(-1)).toEqual([-1, 86_399]);
  });
});
