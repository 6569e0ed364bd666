import { describe, expect, it } from "vitest";
import { Axis } from "../../src/views/figure/axis.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

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
