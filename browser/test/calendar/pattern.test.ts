import { describe, expect, it } from "vitest";
import { dayOf, join } from "../../src/views/calendar/days.js";
import { hintOf, read, write } from "../../src/views/calendar/pattern.js";

const at = (...date: [number, number, number]) => join(dayOf(...date), 15 * 3600 + 4 * 60 + 5);
const TIME = at(2026, 2, 3);

describe("a pattern", () => {
  it.each([
    ["Y-m-d", "2026-02-03"],
    ["j.n.y", "3.2.26"],
    ["l, F J, Y", "Tuesday, February 3rd, 2026"],
    ["D j M", "Tue 3 Feb"],
    ["w W", "2 6"],
    ["H:i:S", "15:04:05"],
    ["h:i:s K", "3:04:5 PM"],
    ["G.i K", "03.04 PM"],
    ["U u", `${TIME / 1000} ${TIME}`],
    ["Z", "2026-02-03T15:04:05.000Z"],
    ["\\Y\\e\\a\\r Y", "Year 2026"],
    ["x & ü", "x & ü"],
  ])("%s writes %s", (pattern, words) => {
    expect(write(TIME, pattern)).toBe(words);
  });

  it.each(["Y-m-d", "j.n.y H:i:s", "l, F J, Y", "D j M Y", "Ymd", "h:i:S K, d/m/Y", "U", "Z"])(
    "%s reads what it has written",
    (pattern) => {
      for (const time of [TIME, at(2024, 2, 29), at(2026, 12, 31), at(2000, 5, 1)]) {
        expect(read(write(time, pattern), pattern, time)).toBe(time);
      }
    },
  );

  it.each([
    ["04/03/85", at(1985, 3, 9), 1985],
    ["04/03/05", at(1985, 3, 9), 2005],
    ["04/03/85", TIME, 1985],
    ["04/03/70", TIME, 2070],
    ["04/03/99", at(2101, 1, 1), 2099],
    ["04/03/76", TIME, 2076],
    ["04/03/77", TIME, 1977],
    ["04/03/01", at(1, 1, 1), 1],
  ])("reads the year of %s as the one nearest to another", (words, other, year) => {
    expect(read(words, "d/m/y", other)).toBe(at(year, 3, 4));
  });

  it("takes from elsewhere what it does not tell", () => {
    expect(read("7 Mar", "j M", TIME)).toBe(at(2026, 3, 7));
    expect(read("9:30", "H:i", TIME)).toBe(join(dayOf(2026, 2, 3), 9 * 3600 + 30 * 60));
  });

  it.each([
    ["2026-02-29", "Y-m-d"],
    ["2026-13-01", "Y-m-d"],
    ["0000-01-01", "Y-m-d"],
    ["2026-02", "Y-m-d"],
    ["2026-02-03 x", "Y-m-d"],
    ["24:00", "H:i"],
    ["13:00 PM", "h:i K"],
    ["0:10 AM", "h:i K"],
    ["12:60", "H:i"],
    ["x", "x"],
    ["Tue", "D"],
    ["Smarch 3", "F j"],
    ["9999-99-99T00:00:00Z", "Z"],
  ])("does not read %s as %s", (words, pattern) => {
    expect(read(words, pattern, TIME)).toBeUndefined();
  });

  it("reads names in any case, noon and midnight, and room between", () => {
    expect(read("  FEBRUARY  3 2026 ", "F j Y", TIME)).toBe(TIME);
    expect(read("12:00 am", "h:i K", TIME)).toBe(join(dayOf(2026, 2, 3)));
    expect(read("12:00p.m.", "h:i K", TIME)).toBe(join(dayOf(2026, 2, 3), 12 * 3600));
  });

  it("is not read for ever", () => {
    const began = performance.now();
    expect(read("1".repeat(60), "j".repeat(40), TIME)).toBeUndefined();
    expect(read(" ".repeat(190) + "x", " ".repeat(100) + "Y", TIME)).toBeUndefined();
    expect(read("1".repeat(27) + "x", "j".repeat(16), TIME)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("tells how to write by it", () => {
    expect(hintOf("d/m/Y H:i")).toBe("DD/MM/YYYY hh:mm");
  });
});
