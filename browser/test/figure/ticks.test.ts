import { describe, expect, it } from "vitest";
import {
  formatLogTicks,
  formatTicks,
  formatTimeTicks,
} from "../../src/views/figure/tick_format.js";
import {
  between,
  linearTicks,
  logMinors,
  logTicks,
  roundStep,
  timeTicks,
} from "../../src/views/figure/ticks.js";

describe("linear ticks", () => {
  it("are round numbers between the ends", () => {
    expect(linearTicks({ start: 0, end: 12.57 }, 6)).toEqual([0, 2, 4, 6, 8, 10, 12]);
    expect(linearTicks({ start: -1.1, end: 1.1 }, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
  });

  it("are exact decimals", () => {
    expect(linearTicks({ start: 0, end: 0.7 }, 7)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  });

  it("do not care which end comes first", () => {
    expect(linearTicks({ start: 10, end: 0 }, 5)).toEqual(linearTicks({ start: 0, end: 10 }, 5));
  });

  it("are none for a range that is none", () => {
    expect(linearTicks({ start: 1, end: 1 }, 5)).toEqual([]);
    expect(linearTicks({ start: NaN, end: 1 }, 5)).toEqual([]);
    expect(linearTicks({ start: -Infinity, end: Infinity }, 5)).toEqual([]);
  });

  it("have steps of 1, 2 or 5", () => {
    expect([0.9, 0.18, 47, 1600].map((ideal) => roundStep(ideal))).toEqual([1, 0.2, 50, 2000]);
  });
});

describe("logarithmic ticks", () => {
  it("are powers of ten over many decades", () => {
    expect(logTicks({ start: 0.5, end: 2e6 }, 8)).toEqual([1, 10, 100, 1e3, 1e4, 1e5, 1e6]);
  });

  it("skip decades where there are too many", () => {
    const ticks = logTicks({ start: 1, end: 1e12 }, 4);
    expect(ticks).toEqual([1, 1e3, 1e6, 1e9, 1e12]);
  });

  it("fill in within few decades", () => {
    expect(logTicks({ start: 1, end: 100 }, 6)).toEqual([1, 2, 5, 10, 20, 50, 100]);
  });

  it("are few where there is little room, and never only one", () => {
    expect(logTicks({ start: 0.9, end: 110 }, 3)).toEqual([1, 10, 100]);
    expect(logTicks({ start: 19, end: 94 }, 2)).toEqual([20, 40, 60, 80]);
    expect(logTicks({ start: 30, end: 400 }, 2)).toEqual([50, 100, 200]);
  });

  it("exist within less than a decade", () => {
    expect(logTicks({ start: 2.1, end: 7.3 }, 6)).toEqual([3, 4, 5, 6, 7]);
  });

  it("counts powers of other bases", () => {
    expect(logTicks({ start: 1, end: 1024 }, 5, 2)).toEqual([1, 4, 16, 64, 256, 1024]);
    expect(logTicks({ start: 1, end: 20 }, 5, 2)).toEqual([1, 2, 4, 8, 16]);
    expect(logTicks({ start: 1.5, end: 7 }, 6, 2)).toEqual([2, 4]);
    expect(logTicks({ start: 2.2, end: 3.9 }, 3, 2)).toEqual([2.5, 3, 3.5]);
    const minors = logMinors({ start: 1, end: 16 }, [1, 4, 16], 2, 4);
    expect(minors).toEqual([2, 8]);
  });
});

describe("logarithmic ticks of large bases", () => {
  it.each([
    [100, 1, 5000, [1, 100]],
    [60, 1, 3500, [1, 60]],
    [16, 1, 200, [1, 16]],
    [100, 3, 90, [5, 10, 20, 50]],
    [60, 2, 200, [2, 5, 10, 20, 50, 60, 120]],
    [1000, 2, 9e5, [10, 100, 1e3, 1e4, 1e5]],
    [3, 1.1, 7.6, [2, 3, 6]],
    [100, 30, 90, [40, 60, 80]],
  ])("are powers of %d, or multiples of them where there is but one", (base, start, end, ticks) => {
    expect(logTicks({ start, end }, 4, base)).toEqual(ticks);
  });
});

describe("round steps", () => {
  it.each([
    [8, 1],
    [80, 10],
    [800, 100],
    [0.08, 0.01],
    [8e6, 1e6],
  ])("are the smaller ones of two that come as near: up to %d", (end, step) => {
    expect(linearTicks({ start: 0, end }, 6)[1]).toBe(step);
  });
});

describe("time ticks", () => {
  const day = Date.UTC(2024, 1, 28);

  it("stand at the beginnings of months and years", () => {
    const months = timeTicks({ start: Date.UTC(2024, 0, 10), end: Date.UTC(2024, 5, 10) }, 6);
    expect(months.map((tick) => new Date(tick).toISOString().slice(0, 10))).toEqual([
      "2024-02-01",
      "2024-03-01",
      "2024-04-01",
      "2024-05-01",
      "2024-06-01",
    ]);
    const years = timeTicks({ start: Date.UTC(2000, 3), end: Date.UTC(2024, 3) }, 5);
    expect(years.map((tick) => new Date(tick).getUTCFullYear())).toEqual([2005, 2010, 2015, 2020]);
  });

  it.each([
    [15.4, 2, "s"],
    [460, 60, "s"],
    [3.3 * 86_400, 86_400, "d"],
    [1.1 * 86_400, 4 * 3600, "h"],
    [20 * 60, 5 * 60, "min"],
    [10 * 86_400, 2 * 86_400, "d"],
    [20 * 86_400, 3 * 86_400, "d"],
  ])("over %d seconds come about six, %d seconds apart", (span, step) => {
    const from = Date.UTC(2024, 3, 1);
    const ticks = timeTicks({ start: from, end: from + span * 1000 }, 6);
    expect((ticks[1] ?? 0) - (ticks[0] ?? 0)).toBe(step * 1000);
  });

  it("are never few and never many, from microseconds to centuries", () => {
    const start = Date.UTC(2024, 1, 13, 7, 23, 11, 137);
    const spans = Array.from({ length: 500 }, (_, at) => 0.001 * 10 ** (at / 30));
    const counts = spans.map((span) => timeTicks({ start, end: start + span }, 6).length);
    expect(Math.min(...counts)).toBe(3);
    expect(Math.max(...counts)).toBe(9);
  });

  it("cross the end of a month", () => {
    const ticks = timeTicks({ start: day, end: day + 4 * 86_400_000 }, 5);
    expect(ticks.map((tick) => new Date(tick).getUTCDate())).toEqual([28, 29, 1, 2, 3]);
  });

  it("tell the day where it begins", () => {
    const ends = { start: day - 7_200_000, end: day + 7_200_000 };
    const ticks = timeTicks(ends, 4);
    const labels = formatTimeTicks(ticks, ends, 4);
    expect(labels).toContain("00:00\nFeb 28");
    expect(labels).toContain("01:00");
  });
});

describe("labels of times", () => {
  const noon = Date.UTC(2024, 0, 5, 12);
  const labels = (span: number): readonly string[] => {
    const ends = { start: noon, end: noon + span };
    return formatTimeTicks(timeTicks(ends, 4), ends, 4);
  };

  it("begin with the day, and below seconds go on with parts of these", () => {
    expect(labels(2000)).toEqual([
      "12:00:00\nJan 5 2024",
      "500 ms",
      "12:00:01",
      "500 ms",
      "12:00:02",
    ]);
    expect(labels(20)[1]).toBe("5 ms");
    expect(labels(0.02)[1]).toBe("5 µs");
    const ends = { start: noon + 345.6801, end: noon + 345.71 };
    const finest = formatTimeTicks(timeTicks(ends, 4), ends, 4);
    expect(finest[0]).toMatch(/^\d{3} µs\n12:00:00.345\nJan 5 2024$/);
  });

  it("are years where these are far apart", () => {
    expect(labels(40 * 366 * 86_400_000)).toEqual(["2030", "2040", "2050", "2060"]);
    expect(labels(4000 * 366 * 86_400_000)).toEqual(["3000", "4000", "5000", "6000"]);
  });

  it("are short and long in turn over days and months", () => {
    expect(labels(3 * 86_400_000)).toEqual(["Jan 6\n2024", "Jan 7", "Jan 8"]);
    expect(labels(400 * 86_400_000)[0]).toMatch(/^\w{3}\n2024$/);
  });
});

describe("labels", () => {
  it("have the same decimals all along", () => {
    expect(formatTicks([0, 0.5, 1])).toEqual(["0.0", "0.5", "1.0"]);
    expect(formatTicks([-2, 0, 2])).toEqual(["−2", "0", "2"]);
    expect(formatTicks([0, 0.25, 0.5])).toEqual(["0.00", "0.25", "0.50"]);
  });

  it("tell what lies between the multiples of the least distance", () => {
    expect(formatTicks([0.5, 1.5, 2.5])).toEqual(["0.5", "1.5", "2.5"]);
    expect(formatTicks([0, 1, 2.5])).toEqual(["0.0", "1.0", "2.5"]);
    expect(formatTicks([0.3, 0.4, 0.5])).toEqual(["0.3", "0.4", "0.5"]);
  });

  it("use powers of ten where numbers get long", () => {
    expect(formatTicks([0, 1e6, 2e6])).toEqual(["0", "1×10⁶", "2×10⁶"]);
    expect(formatTicks([1e-5, 1.5e-5])).toEqual(["1.0×10⁻⁵", "1.5×10⁻⁵"]);
  });

  it("are whole where there is but one", () => {
    expect(formatTicks([1000000.002])).toEqual(["1000000.002"]);
    expect(formatTicks([0.5])).toEqual(["0.5"]);
    expect(formatTicks([3e6])).toEqual(["3×10⁶"]);
  });

  it("have as many digits on all of an axis", () => {
    expect(formatTicks([2e5, 4e5, 1e6])).toEqual(["2.0×10⁵", "4.0×10⁵", "1.0×10⁶"]);
  });

  it("are written out where that is shorter", () => {
    expect(formatTicks([99999, 100000, 100001])).toEqual(["99999", "100000", "100001"]);
    expect(formatTicks([0.001, 0.002])).toEqual(["0.001", "0.002"]);
    expect(formatTicks([0, 1e5, 2e5])).toEqual(["0", "1×10⁵", "2×10⁵"]);
  });

  it("of logarithmic ticks are powers", () => {
    expect(formatLogTicks([1, 1000, 1e6])).toEqual(["10⁰", "10³", "10⁶"]);
    expect(formatLogTicks([0.1, 1, 10])).toEqual(["0.1", "1", "10"]);
  });
});

describe("minor ticks", () => {
  it("cut distances into parts, also beyond the first tick and the last", () => {
    expect(between([0, 10, 20], 2, -6, 26)).toEqual([-5, 5, 15, 25]);
    expect(between([0, 10, 20], 5, 0, 20)).toEqual([2, 4, 6, 8, 12, 14, 16, 18]);
    expect(between([20, 10, 0], 2, 0, 20)).toEqual([15, 5]);
  });

  it("are none without parts or distances", () => {
    expect(between([0, 10], 0, 0, 20)).toEqual([]);
    expect(between([0, 10], 1, 0, 20)).toEqual([]);
    expect(between([5], 5, 0, 10)).toEqual([]);
    expect(between([], 5, 0, 10)).toEqual([]);
  });

  it("of logarithmic axes are parts of decades", () => {
    const ends = { start: 1, end: 1000 };
    expect(logMinors(ends, [1, 10, 100, 1000], 10).slice(0, 9)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 20,
    ]);
    expect(logMinors(ends, [1, 10, 100, 1000], 5).slice(0, 5)).toEqual([2, 4, 6, 8, 20]);
  });

  it("of logarithmic axes are also decades that have no major one", () => {
    expect(logMinors({ start: 1, end: 1e4 }, [1, 1e4], 2)).toEqual([
      5, 10, 50, 100, 500, 1000, 5000,
    ]);
  });

  it("of logarithmic axes are even where the ticks are", () => {
    expect(logMinors({ start: 2, end: 4 }, [2, 3, 4], 2)).toEqual([2.5, 3.5]);
  });
});

describe("years of long ago", () => {
  const year = (number: number): number => new Date(0).setUTCFullYear(number, 0, 1);

  it("are not taken for those of our time", () => {
    const ticks = timeTicks({ start: year(-500), end: year(100) }, 6);
    expect(ticks).toEqual([-500, -400, -300, -200, -100, 0, 100].map(year));
    expect(
      timeTicks({ start: year(0), end: year(2500) }, 6).map((tick) =>
        new Date(tick).getUTCFullYear(),
      ),
    ).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  });
});
