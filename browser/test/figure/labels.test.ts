import { describe, expect, it, vi } from "vitest";
import { extras } from "../../src/views/figure/extras.js";
import "../../src/views/figure/labels/all.js";
import { formatNumeral } from "../../src/views/figure/labels/numeral.js";
import { printf } from "../../src/views/figure/labels/printf.js";
import { formatDuration } from "../../src/views/figure/labels/times.js";
import { strftime } from "../../src/views/strftime.js";
import { MemoryModel } from "../memory_model.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = Date.UTC(2024, 0, 5);

/** The defaults of a formatter of times, as the schema has them. */
const TIMES = {
  microseconds: "%fus",
  milliseconds: "%3Nms",
  seconds: "%Ss",
  minsec: ":%M:%S",
  minutes: ":%M",
  hourmin: "%H:%M",
  hours: "%Hh",
  days: "%m/%d",
  months: "%m/%Y",
  years: "%Y",
  strip_leading_zeros: false,
  boundary_scaling: true,
  hide_repeats: false,
  context: null,
  context_which: "start",
  context_location: "below",
};

function times(values: object, ticks: readonly number[]): readonly string[] | undefined {
  return label("DatetimeTickFormatter", { ...TIMES, ...values }, ticks);
}

function label(
  type: string,
  values: object,
  ticks: readonly number[],
  direction: "x" | "y" = "x",
): readonly string[] | undefined {
  const formatter = new MemoryModel(type, values as Record<string, unknown>);
  const span = Math.abs((ticks.at(-1) ?? 0) - (ticks[0] ?? 0));
  return extras.labels?.(formatter, ticks, { direction, span });
}

describe("a numeral pattern of a tick", () => {
  it.each([
    [10000, "0,0.0000", "10,000.0000"],
    [10000.23, "0,0", "10,000"],
    [10000.23, "+0,0", "+10,000"],
    [-10000, "0,0.0", "-10,000.0"],
    [10000.1234, "0[.]00000", "10000.12340"],
    [-10000, "(0,0.0000)", "(10,000.0000)"],
    [10000, "(0,0)", "10,000"],
    [-0.23, ".00", "-.23"],
    [-0.23, "(.00)", "(.23)"],
    [0.23, "0.0[0000]", "0.23"],
    [1230974, "0.0a", "1.2m"],
    [1460, "0 a", "1 k"],
    [-104000, "0a", "-104k"],
    [1460, "0.00am", "0.00m"],
    [1, "0o", "1st"],
    [52, "0o", "52nd"],
    [23, "0o", "23rd"],
    [112, "0o", "112th"],
    [1000.234, "$0,0.00", "$1,000.23"],
    [1001, "$ 0,0[.]00", "$ 1,001"],
    [1000.2, "0,0[.]00 $", "1,000.20 $"],
    [-1000.234, "($0,0)", "($1,000)"],
    [-1000.234, "$0.00", "-$1000.23"],
    [1230974, "($ 0.00 a)", "$ 1.23 m"],
    [100, "0b", "100B"],
    [2048, "0 b", "2 KiB"],
    [2000, "0d", "2KB"],
    [999, "0.0d", "999.0B"],
    [1e6, "0d", "1MB"],
    [7884486213, "0.0b", "7.3GiB"],
    [2048, "0bd", "2KiB"],
    [0.974878234, "0.000%", "97.488%"],
    [-0.43, "0 %", "-43 %"],
    [0.43, "(0.000 %)", "43.000 %"],
    [63846, "00:00:00", "17:44:06"],
    [1.005, "0.00", "1.01"],
    [5, "000", "005"],
    [3, "0 km", "3 km"],
    [NaN, "0", "–"],
  ])("writes %d by %s as %s", (value, pattern, expected) => {
    expect(formatNumeral(value, pattern)).toBe(expected);
  });

  it("rounds as the author wants", () => {
    const write = (rounding: string): string => formatNumeral(2.555, "0.0", { rounding });
    expect(["round", "floor", "ceil"].map(write)).toEqual(["2.6", "2.5", "2.6"]);
    expect(formatNumeral(-2.51, "0.0", { rounding: "roundup" })).toBe("-2.5");
  });

  it.each([
    ["en", 3, "3rd"],
    ["fr", 1, "1er"],
    ["fr-CA", 2, "2e"],
    ["es", 8, "8vo"],
    ["it", 2, "2º"],
    ["nl-nl", 8, "8ste"],
    ["be-nl", 12, "12de"],
    ["de-ch", 3, "3."],
    ["tr", 103, "103'üncü"],
    ["tr", 20, "20'nci"],
    ["ru-UA", 5, "5-й"],
    ["chs", 5, "5"],
  ])("counts in %s", (language, value, expected) => {
    expect(formatNumeral(value, "0o", { language })).toBe(expected);
  });

  it.each([
    ["en", 1500, "1.5k"],
    ["da-dk", 1.5e6, "1,5mio"],
    ["hu", 1.5e9, "1,5Mrd"],
    ["pl", 1.5e12, "1,5bln"],
    ["chs", 1.5e6, "1.5百万"],
    ["uk-UA", 1.5e6, "1,5млн"],
    ["de", 1.5e6, "1,5m"],
  ])("shortens thousands in %s", (language, value, expected) => {
    expect(formatNumeral(value, "0.0a", { language })).toBe(expected);
  });

  it("follows the custom of a language", () => {
    expect(formatNumeral(1234567.5, "0,0.0", { language: "de" })).toBe("1.234.567,5");
    expect(formatNumeral(1234567.5, "0,0.0", { language: "pt-br" })).toBe("1.234.567,5");
  });
});

describe("printf", () => {
  it.each([
    [3.14159, "%.2f m", "3.14 m"],
    [7, "%03d", "007"],
    [-7, "%04d", "-007"],
    [42, "%d%%", "42%"],
    [42, "%s items", "42 items"],
    ["a word", "%s", "a word"],
    [1234.5, "%.2e", "1.23e+3"],
    [0.5, "%f", "0.5"],
    [250, "%e", "2.5e+2"],
    [0.0001, "%g", "0.0001"],
    [1e10, "%g", "1e+10"],
    [255, "%#x", "0xff"],
    [5, "%+d", "+5"],
    [5, "[%-4d]", "[5   ]"],
    [3.7, "%i", "3"],
  ])("writes %s by %s as %s", (value, pattern, expected) => {
    expect(printf(value, pattern)).toBe(expected);
  });
});

describe("strftime", () => {
  const time = Date.UTC(2024, 0, 5, 14, 3, 9, 7);

  it.each([
    ["%Y-%m-%d %H:%M:%S", "2024-01-05 14:03:09"],
    ["%F, %I %p, %b %e", "2024-01-05, 02 PM, Jan 5"],
    ["%A %-d %B", "Friday 5 January"],
    ["%3Nms, %fus", "007ms, 007000us"],
    ["%j %U %V %u", "005 00 01 5"],
    ["%D %R", "01/05/24 14:03"],
    ["100%% %q", "100% %q"],
  ])("writes %s as %s", (pattern, expected) => {
    expect(strftime(time, pattern)).toBe(expected);
  });

  it("shows a dash for no time", () => {
    expect(strftime(NaN, "%F")).toBe("–");
  });
});

describe("a formatter of times", () => {
  it("has a form for each scale", () => {
    expect(times({ days: "%d %b" }, [BEGIN, BEGIN + DAY])).toEqual(["05 Jan", "06 Jan"]);
    expect(times({ hours: "%H" }, [BEGIN + HOUR, BEGIN + 2 * HOUR])).toEqual(["01", "02"]);
  });

  it("tells of longer units where they begin, unless it is not to", () => {
    const ticks = [BEGIN - 6 * HOUR, BEGIN, BEGIN + 6 * HOUR];
    expect(times({ boundary_scaling: true, hours: "%Hh" }, ticks)).toEqual(["18h", "01/05", "06h"]);
    expect(times({ boundary_scaling: false, hours: "%Hh" }, ticks)).toEqual(["18h", "00h", "06h"]);
  });

  it("has a context at the ticks that are asked for", () => {
    const ticks = [BEGIN + HOUR, BEGIN + 2 * HOUR];
    const write = (values: object): unknown => times({ context: "%F", ...values }, ticks);
    expect(write({})).toEqual(["01h\n2024-01-05", "02h"]);
    expect(write({ context_which: "end", context_location: "left" })).toEqual([
      "01h",
      "2024-01-05 02h",
    ]);
    const context = new MemoryModel("DatetimeTickFormatter", {
      ...TIMES,
      boundary_scaling: false,
      hours: "%b %d",
      hide_repeats: true,
    });
    expect(times({ context, context_which: "all" }, ticks)).toEqual(["01h\nJan 05", "02h"]);
  });

  it("leaves out zeros and repetitions", () => {
    const ticks = [BEGIN, BEGIN + DAY];
    expect(times({ days: "%d", strip_leading_zeros: ["days"] }, ticks)).toEqual(["5", "6"]);
    expect(times({ days: "%b", hide_repeats: true }, ticks)).toEqual(["Jan", ""]);
  });

  it("leaves out the zeros of durations below nothing, too", () => {
    const fields = { milliseconds: "%MSms", strip_leading_zeros: ["milliseconds"] };
    expect(label("TimedeltaTickFormatter", fields, [-2, 0, 2])).toEqual(["−2ms", "0ms", "2ms"]);
  });

  it("writes durations", () => {
    expect(formatDuration(25 * HOUR + 61_000, "%d days %H:%M:%S, %h h")).toBe(
      "1 days 01:01:01, 25 h",
    );
    expect(formatDuration(1.5, "%MSms %USus")).toBe("001ms 500us");
    expect(formatDuration(-90_000, "%M:%S")).toBe("−01:30");
    expect(label("TimedeltaTickFormatter", { hours: "%Hh", days: "%dd" }, [0, 2 * DAY])).toEqual([
      "0d",
      "2d",
    ]);
  });
});

describe("a formatter of numbers", () => {
  const defaults = {
    precision: "auto",
    use_scientific: true,
    power_limit_high: 5,
    power_limit_low: -3,
  };
  const basic = (values: object, ticks: readonly number[]): unknown =>
    label("BasicTickFormatter", { ...defaults, ...values }, ticks);

  it("writes numbers out, or as powers of ten", () => {
    expect(basic({ use_scientific: false }, [0, 2e6])).toEqual(["0", "2000000"]);
    expect(basic({ power_limit_high: 3 }, [1000, 2000])).toEqual(["1×10³", "2×10³"]);
    expect(basic({ precision: 2 }, [0, 1.5])).toEqual(["0.0", "1.5"]);
    expect(basic({ precision: 1 }, [0, 3e5])).toEqual(["0", "3.0×10⁵"]);
  });

  it("writes powers of a base", () => {
    const ticker = new MemoryModel("LogTicker", { base: 2 });
    expect(label("LogTickFormatter", { ticker }, [2, 4, 8])).toEqual(["2¹", "2²", "2³"]);
    expect(label("LogTickFormatter", { ticker }, [2, 4, 6])).toEqual(["2", "4", "6"]);
    expect(label("LogTickFormatter", { ticker }, [0.125, 1])).toEqual(["2⁻³", "2⁰"]);
    expect(label("LogTickFormatter", { min_exponent: 4 }, [0.1, 10, 1e4])).toEqual([
      "0.1",
      "10",
      "10⁴",
    ]);
  });

  it("writes metres of a map as degrees", () => {
    const metres = 6_378_137 * (Math.PI / 180);
    expect(label("MercatorTickFormatter", defaults, [0, 10 * metres])).toEqual(["0", "10"]);
    const north = 6_378_137 * Math.log(Math.tan(Math.PI / 4 + Math.PI / 6));
    expect(label("MercatorTickFormatter", defaults, [0, north], "y")).toEqual(["0", "60"]);
    expect(
      label("MercatorTickFormatter", { ...defaults, dimension: "lon" }, [0, metres], "y"),
    ).toEqual(["0", "1"]);
  });
});

describe("code of the author's own", () => {
  it("labels ticks, and knows models by their fields", () => {
    const source = new MemoryModel("ColumnDataSource", { data: { name: ["a", "b"] } });
    const code = "return `${tick}/${ticks.length} ${source.data.name[index]}`";
    expect(label("CustomJSTickFormatter", { args: { source }, code }, [1, 2])).toEqual([
      "1/2 a",
      "2/2 b",
    ]);
  });

  it("writes what is no text as JavaScript does", () => {
    const code = "return [['one'], 2, null, undefined][index]";
    const labels = label("CustomJSTickFormatter", { args: {}, code }, [1, 2, 3, 4]);
    expect(labels).toEqual(["one", "2", "", ""]);
  });

  it("is left out where it cannot be run, and says so once", () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const formatter = { args: {}, code: "return (" };
    expect(label("CustomJSTickFormatter", formatter, [1])).toBeUndefined();
    expect(said).toHaveBeenCalledTimes(1);
    expect(label("CustomJSTickFormatter", { args: {}, code: "throw 1" }, [1, 2])).toEqual(["", ""]);
    expect(said).toHaveBeenCalledTimes(2);
    said.mockRestore();
  });
});
