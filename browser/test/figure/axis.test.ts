import { describe, expect, it } from "vitest";
import { PLOT_SCHEMA } from "../../src/model/plot_schema.js";
import { learn } from "../../src/model/vocabulary.js";
import { Axis } from "../../src/views/figure/axis.js";
import { extras } from "../../src/views/figure/extras.js";
import { mapFactors } from "../../src/views/figure/factor.js";
import "../../src/views/figure/labels/all.js";
import { LinearScale, LogScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

learn(PLOT_SCHEMA);

const palette = { font: "x", text: "", muted: "", edge: "", line: "" } as never;

const ENDS = { start: 0, end: 5 };

function axis(
  fields: Record<string, unknown>,
  blank = false,
  type = "LinearAxis",
  ends = ENDS,
): Axis {
  const range = { kind: LinearScale, ends, factors: undefined, blank };
  return new Axis(new MemoryModel(type, fields), "below", palette, range);
}

function words(of: Axis): readonly string[] {
  const scale = new LinearScale({ start: 0, end: 5 }, 0, 1000);
  return of.on(scale).rows.flatMap(({ labels }) => labels.map((label) => label.words));
}

describe("an axis with words for some values", () => {
  const ticker = new MemoryModel("FixedTicker", { ticks: [0, 2, 3.7, 5], minor_ticks: [] });
  const formatter = new MemoryModel("BasicTickFormatter", {});

  it("writes the others with the decimals that these need", () => {
    const names = new Map<unknown, unknown>([
      [0, "nothing"],
      [3.7, "pi squared over e"],
    ]);
    const fields = { ticker, formatter, major_label_overrides: names };
    expect(words(axis(fields))).toEqual(["nothing", "2", "pi squared over e", "5"]);
    expect(words(axis({ ticker, formatter }))).toEqual(["0.0", "2.0", "3.7", "5.0"]);
  });
});

describe("an axis with places of its own", () => {
  const shown = (
    ticks: readonly number[],
    names: Record<string, string> = {},
  ): readonly string[] => {
    const ticker = new MemoryModel("FixedTicker", { ticks, minor_ticks: [] });
    const chosen = axis({ ticker, major_label_overrides: names });
    return chosen
      .on(new LinearScale(ENDS, 0, 100))
      .rows.flatMap(({ labels }) => labels.map((label) => label.words));
  };

  it("leaves out the words that have no room, and no others", () => {
    const names = { 2: "x".repeat(12) };
    expect(shown([0, 1, 2, 3, 5], names)).toEqual(["0", "1", "3", "5"]);
    expect(shown([0, 0.1, 2, 4.9])).toEqual(["0.0", "2.0", "4.9"]);
  });

  it("leaves out every second of numbers at even distances", () => {
    const many = Array.from({ length: 21 }, (_, at) => at / 4);
    const few = shown(many).map(Number);
    expect(new Set(few.slice(1).map((value, at) => value - (few[at] ?? 0))).size).toBe(1);
  });
});

describe("an axis of groups", () => {
  const rooms = (orientation: unknown): readonly number[] => {
    const seen: (readonly number[] | undefined)[] = [];
    const { cut } = extras;
    extras.cut = (_, row, given) => {
      seen.push(given);
      return row;
    };
    const factors = mapFactors([
      ["a", "one"],
      ["b", "one"],
    ]);
    const range = { kind: LinearScale, ends: { start: 0, end: 3 }, factors };
    const fields = { group_label_orientation: orientation };
    const model = new MemoryModel("CategoricalAxis", fields);
    new Axis(model, "below", palette, range).on(new LinearScale(range.ends, 0, 300));
    Object.assign(extras, { cut });
    return seen.at(-1) ?? [];
  };

  it("keeps their names within them, unless these are slanted", () => {
    const within = rooms("parallel");
    expect(within).toHaveLength(2);
    const [first = 0, second = 0] = rooms(0.8);
    // The first has its group, and the second all that is before it.
    expect(first).toBe(within[0]);
    expect(second).toBeGreaterThan(1.2 * (within[1] ?? 0));
  });
});

describe("an axis", () => {
  const ticker = new MemoryModel("SingleIntervalTicker", { interval: 1 });

  it.each([
    ["NumeralTickFormatter", { format: "0.0%", language: "en", rounding: "round" }, "100.0%"],
    ["PrintfTickFormatter", { format: "%05.1f m" }, "001.0 m"],
    ["CustomJSTickFormatter", { args: {}, code: "return `<${tick}>`" }, "<1>"],
    ["BasicTickFormatter", { use_scientific: true, power_limit_high: 0 }, "1×10⁰"],
    ["DatetimeTickFormatter", { milliseconds: "%3N ms" }, "001 ms"],
  ])("writes its ticks by a %s", (type, fields, expected) => {
    const formatter = new MemoryModel(type, fields);
    expect(words(axis({ ticker, formatter }))[1]).toBe(expected);
  });

  it("has ticks and a line between its bounds only", () => {
    const some = axis({ ticker, bounds: [3, 1] });
    expect(words(some)).toEqual(["1", "2", "3"]);
    expect(some.line(new LinearScale(ENDS, 0, 1000))).toEqual([200, 600]);
    expect(some.line(new LinearScale({ start: 5, end: 0 }, 0, 1000))).toEqual([400, 800]);
  });

  it("is as deep as the distances of its words and its title say", () => {
    const depth = (fields: Record<string, unknown>): number =>
      axis({ ticker, axis_label: "title", ...fields }).depth(0, 1000);
    const usual = depth({});
    expect(depth({ major_label_standoff: 15 }) - usual).toBe(10);
    expect(depth({ axis_label_standoff: 25 }) - usual).toBe(20);
    expect(depth({ major_tick_out: 16 }) - usual).toBe(10);
    expect(depth({ axis_label: null })).toBeLessThan(usual);
    // From the line on, the title has room among the labels, and is deeper only if it has none.
    const fromLine = { axis_label_standoff_mode: "axis" };
    expect(depth(fromLine)).toBeLessThan(usual);
    expect(depth({ ...fromLine, axis_label_standoff: 100 })).toBeGreaterThan(100);
    expect(depth({ axis_label_orientation: "vertical" })).toBeGreaterThan(usual);
  });

  it("takes no room at its side where it stands at a value or a factor", () => {
    const factors = mapFactors(["a", "b"]);
    const range = { kind: LinearScale, ends: ENDS, factors: undefined };
    const at = (fixed_location: unknown, cross?: typeof factors): unknown[] => {
      const model = new MemoryModel("LinearAxis", { fixed_location });
      const made = new Axis(model, "below", palette, range, "", cross);
      return [made.fixed, made.beside, made.depth(0, 1000) > 0];
    };
    expect([at(null), at(2.5), at("b", factors)]).toEqual([
      [undefined, true, true],
      [2.5, false, false],
      [1.5, false, false],
    ]);
  });

  it.each([
    ["as have room", null, 3],
    ["as there are, if its policy wants all", new MemoryModel("AllLabels"), 6],
    ["as keep a distance", new MemoryModel("NoOverlap", { min_distance: 100 }), 2],
  ])("writes as many words %s", (_, major_label_policy, count) => {
    const formatter = new MemoryModel("PrintfTickFormatter", { format: "%d miles" });
    const made = axis({ ticker, formatter, major_label_policy });
    const { rows } = made.on(new LinearScale(ENDS, 0, 150));
    expect(rows[0]?.labels.length).toBe(count);
  });
});

describe("an axis of times without data", () => {
  it("says nothing of milliseconds that nobody asked for", () => {
    const ticker = new MemoryModel("DatetimeTicker", {});
    expect(words(axis({ ticker }, true, "DatetimeAxis"))).toEqual([]);
    expect(words(axis({ ticker }, false, "DatetimeAxis")).length).toBeGreaterThan(1);
    expect(words(axis({}, true)).length).toBeGreaterThan(1);
  });
});

it("An axis is crowded by its title as long as this has no room", () => {
  const one = axis({ axis_label: "A title that is longer than the axis is" });
  const over = (length: number): boolean => {
    one.on(new LinearScale({ start: 0, end: 5 }, 0, length));
    return one.crowded;
  };
  expect([over(1000), over(100), over(1000)]).toEqual([false, true, false]);
});

it("An axis has more than one tick, though not all of them have room for their words", () => {
  const ends = { start: 1000000.00075, end: 1000000.00375 };
  const long = axis({}, false, "LinearAxis", ends);
  const { major, rows } = long.on(new LinearScale(ends, 0, 150));
  expect(major.length).toBe(3);
  expect(rows[0]?.labels.map(({ words }) => words)).toEqual(["1000000.001", "1000000.003"]);
});

it("An axis of many decades has at least a minor tick at each of those without a label", () => {
  const ends = { start: 1e-9, end: 1e6 };
  const range = { kind: LogScale, ends, factors: undefined };
  const wide = new Axis(new MemoryModel("LogAxis", {}), "left", palette, range);
  const powers = (length: number): number[] => {
    const { major, minor } = wide.on(new LogScale(ends, length, 0));
    return [...major, ...minor].map(Math.log10).sort((a, b) => a - b);
  };
  expect(powers(200)).toEqual([...Array(16).keys()].map((each) => each - 9));
  expect(powers(600).length).toBeGreaterThan(100);
  expect(powers(20).length).toBeLessThan(6);
});

it("An axis that is not seen has as many ticks as its ticker says: grids stand at them", () => {
  const ends = { start: 0, end: 5_000_000 };
  const formatter = new MemoryModel("PrintfTickFormatter", { format: "%d miles and miles" });
  const ticks = (visible: boolean): number =>
    axis({ formatter, visible }, false, "LinearAxis", ends).on(new LinearScale(ends, 0, 300)).major
      .length;
  expect([ticks(true), ticks(false)]).toEqual([3, 6]);
});
