import { describe, expect, it } from "vitest";
import type { Model } from "../../src/model/types.js";
import { split } from "../../src/views/calendar/days.js";
import { Limits } from "../../src/views/calendar/limits.js";

const dayOf = (iso: string): number => split(Date.parse(iso))[0];
const limits = (fields: Readonly<Record<string, unknown>>): Limits =>
  new Limits({ get: (name: string) => fields[name] } as unknown as Model, "date");

describe("the nearest day that can be chosen", () => {
  it.each([
    [{}, "2026-02-05"],
    [{ min_date: "2027-03-01" }, "2027-03-01"],
    [{ max_date: "2019-03-01" }, "2019-03-01"],
    [{ disabled_dates: [["2026-02-01", "2026-02-07"], "2026-02-08"] }, "2026-02-09"],
    [{ enabled_dates: ["2026-01-01", ["2026-02-08", "2026-02-20"]] }, "2026-02-08"],
    [{ enabled_dates: ["2026-02-06"], min_date: "2026-02-07" }, "2026-02-05"],
    [{ min_date: "2027-03-01", disabled_dates: [["2027-02-20", "2027-03-04"]] }, "2027-03-05"],
  ])("within %o is %s", (fields, found) => {
    expect(limits(fields).nearestDay(dayOf("2026-02-05"))).toBe(dayOf(found));
  });
});
