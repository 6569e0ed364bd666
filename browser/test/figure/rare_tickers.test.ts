import { describe, expect, it } from "vitest";
import type { Model } from "../../src/model/types.js";
import "../../src/views/figure/labels/tickers.js";
import type { TickRequest } from "../../src/views/figure/tickers.js";
import { ticksOf } from "../../src/views/figure/tickers.js";

const DAY = 86_400_000;

function ticker(type: string, fields: Readonly<Record<string, unknown>>): Model {
  return { type, id: 1, get: (field: string) => fields[field] } as unknown as Model;
}

function request(start: number, end: number, more: Partial<TickRequest> = {}): TickRequest {
  return {
    kind: "linear",
    ends: { start, end },
    wanted: 6,
    factors: undefined,
    direction: "x",
    ...more,
  };
}

function dates(type: string, fields: Readonly<Record<string, unknown>>, days: number): string[] {
  const start = Date.UTC(2023, 11, 20);
  const { major } = ticksOf(ticker(type, fields), request(start, start + days * DAY));
  return major.map((tick) => new Date(tick).toISOString().slice(0, 10));
}

describe("a ticker", () => {
  it("has its days of each month, but none just before the next", () => {
    expect(dates("DaysTicker", { days: [1, 15] }, 60)).toEqual([
      "2024-01-01",
      "2024-01-15",
      "2024-02-01",
      "2024-02-15",
    ]);
    expect(dates("DaysTicker", { days: [1, 10, 20, 30] }, 30)).toEqual([
      "2023-12-20",
      "2024-01-01",
      "2024-01-10",
    ]);
  });

  it("has its months of each year", () => {
    expect(dates("MonthsTicker", { months: [0, 6] }, 600)).toEqual([
      "2024-01-01",
      "2024-07-01",
      "2025-01-01",
      "2025-07-01",
    ]);
    expect(dates("YearsTicker", {}, 1200)).toEqual([
      "2024-01-01",
      "2025-01-01",
      "2026-01-01",
      "2027-01-01",
    ]);
  });

  it("of several takes the one with about as many ticks as desired", () => {
    const tickers = [
      ticker("SingleIntervalTicker", { interval: 1 }),
      ticker("SingleIntervalTicker", { interval: 20 }),
    ];
    const of = (end: number): readonly number[] =>
      ticksOf(ticker("CompositeTicker", { tickers }), request(0, end)).major;
    expect(of(4)).toEqual([0, 1, 2, 3, 4]);
    expect(of(100)).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it("of durations counts in sixties", () => {
    const of = (end: number): readonly number[] =>
      ticksOf(ticker("TimedeltaTicker", {}), request(0, end, { wanted: 4 })).major;
    expect(of(60_000)).toEqual([0, 15_000, 30_000, 45_000, 60_000]);
    expect(of(3 * DAY)).toEqual([0, DAY, 2 * DAY, 3 * DAY]);
    expect(of(2000)).toEqual([0, 500, 1000, 1500, 2000]);
    // A day is counted as one, not as two halves.
    const six = { wanted: 6 };
    expect(ticksOf(ticker("TimedeltaTicker", {}), request(0, 3.3 * DAY, six)).major).toHaveLength(
      4,
    );
  });

  it("of a Mercator map stands at round degrees", () => {
    const metres = 6_378_137 * Math.PI;
    const lon = ticksOf(
      ticker("MercatorTicker", { dimension: "lon" }),
      request(-metres, metres),
    ).major;
    expect(lon.map((tick) => Math.round((tick / metres) * 180))).toContain(-100);
    const lat = ticksOf(
      ticker("MercatorTicker", {}),
      request(-metres, metres, { direction: "y" }),
    ).major;
    const mirrored = lat.map((tick) => -tick).reverse();
    for (const [index, tick] of lat.entries()) expect(tick).toBeCloseTo(mirrored[index] ?? NaN, 3);
    expect(lat.every((tick) => Math.abs(tick) <= metres)).toBe(true);
    expect(lat.at(-1)).toBeGreaterThan(metres / 3);
  });

  it("with code of its own has what that returns, and else round numbers", () => {
    const coded = {
      args: {},
      major_code: "return [cb_data.start, cb_data.end]",
      minor_code: "return [5]",
    };
    const { major, minor } = ticksOf(ticker("CustomJSTicker", coded), request(0, 10));
    expect(major).toEqual([0, 10]);
    expect(minor).toEqual([5]);
    expect(ticksOf(ticker("CustomJSTicker", {}), request(0, 10)).major).toEqual([
      0, 2, 4, 6, 8, 10,
    ]);
  });
});
