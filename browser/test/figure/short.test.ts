import { describe, expect, it, vi } from "vitest";
import { Axis } from "../../src/views/figure/axis.js";
import type { FactorMap } from "../../src/views/figure/factor.js";
import { mapFactors } from "../../src/views/figure/factor.js";
import { extras } from "../../src/views/figure/extras.js";
import type { Label, LabelRow } from "../../src/views/figure/label_row.js";
import { rowOf, turnOn } from "../../src/views/figure/label_row.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import type { Plot } from "../../src/views/figure/plot.js";
import "../../src/views/figure/short.js";
import { MemoryModel } from "../memory_model.js";

// Outside of a browser every letter is 7 px wide.
const style = { font: "10px x", size: 10, color: "red", alpha: 1, lineHeight: 1.2 };

/** Return names as they are where each has so much room. */
function cut(names: readonly string[], room: number, most = Infinity): string[] {
  const turn = turnOn("below", "horizontal");
  const places = names.map((_, at) => at * room);
  const row = rowOf({ side: "below", style, turn, standoff: 5 }, names, places);
  const axis = { kind: "factor", side: "below", most } as unknown as Axis;
  const rooms = names.map(() => room);
  return (extras.cut?.(axis, row, rooms).labels ?? []).map(({ words }: Label) => words);
}

describe("names without room", () => {
  it("end where their room does", () => {
    expect(cut(["Mathematics", "Art"], 50)).toEqual(["Mathem…", "Art"]);
  });

  it("stay whole where hardly a letter would be left, or little would be saved", () => {
    expect(cut(["W", "G0", "G1", "abc"], 5)).toEqual(["W", "G0", "G1", "abc"]);
    expect(cut(["Group 1", "Group 2"], 20)).toEqual(["Group 1", "Group 2"]);
    expect(cut(["A name that goes on and on"], 20)).toEqual(["A n…"]);
  });

  it("end alike only where they begin alike, too", () => {
    const years = ["The year 2023", "The year 2024", "The month"];
    expect(cut(years, 50)).toEqual(["…r 2023", "…r 2024", "The mo…"]);
    expect(cut(["One and one is two", "One and two is two"], 50)).toEqual(["…one i…", "…two i…"]);
  });

  it("show where they differ, if neither their beginnings nor their ends do", () => {
    const customers = ["1170", "1180", "2170"].map((number) => `Customer ${number} of the north`);
    expect(cut(customers, 70)).toEqual(["…1170 of…", "…1180 of…", "…2170 of…"]);
  });

  it("keep letters whole that are made of many characters", () => {
    const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";
    expect(cut([`${family}${family}${family}${"x".repeat(80)}`], 20)).toEqual([
      `${family}${family}${family}…`,
    ]);
  });
});

describe("slanted labels at the edge of the canvas", () => {
  /** Return what is written at places along a canvas of 200 px. */
  function written(kind: string, angle: number, places: readonly number[]): string[] {
    const axis = { kind, side: "below" } as unknown as Axis;
    const plot = { source: { axes: [axis] }, canvas: { parentElement: null } } as unknown as Plot;
    extras.limit?.(plot, { width: 200, height: 1000 });
    const turn = turnOn("below", angle);
    const words = places.map((_, at) => `${at} is a number`);
    const row = rowOf({ side: "below", style, turn, standoff: 5 }, words, places);
    return (extras.cut?.(axis, row).labels ?? []).map((label: Label) => label.words);
  }

  it("end there if they are names, and are not moved onto others", () => {
    const whole = ["1 is a number", "2 is a number"];
    expect(written("factor", Math.PI / 4, [40, 120, 190])).toEqual(["0 is…", ...whole]);
    expect(written("factor", -Math.PI / 4, [10, 80, 170])).toEqual([
      "0 is a number",
      "1 is a number",
      "2 i…",
    ]);
  });

  it("are left out if they are numbers, which say something else when they are cut", () => {
    expect(written("linear", Math.PI / 4, [40, 120, 190])).toEqual([
      "1 is a number",
      "2 is a number",
    ]);
    expect(written("linear", 0, [5, 120, 199])).toHaveLength(3);
  });
});

it("What is said of shortened names ends with their being shortened", async () => {
  const listeners: ((event: unknown) => void)[] = [];
  const area = {
    ariaDescription: "",
    setAttribute: (_: string, words: string) => (area.ariaDescription = words),
    removeAttribute: () => (area.ariaDescription = ""),
  };
  const host = {
    title: "",
    parentElement: { querySelector: () => area },
    getRootNode: () => ({}),
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
  };
  const rows: LabelRow[] = [];
  const axis = {
    kind: "factor",
    side: "left",
    most: 0,
    range: { factors: { factors: ["Mathematics"] } },
    marks: { rows },
    factorAt: () => "Mathematics",
  } as unknown as Axis;
  const plot = {
    source: { axes: [axis] },
    canvas: { parentElement: host },
    axisAt: () => ({ axis, value: 0.5 }),
  } as unknown as Plot;
  const row = rowOf(
    { side: "left", style, turn: turnOn("left", "horizontal"), standoff: 5 },
    ["Mathematics"],
    [0],
  );
  const told = async (width: number): Promise<readonly string[]> => {
    extras.limit?.(plot, { width, height: 100 });
    rows[0] = extras.cut?.(axis, row) ?? row;
    await Promise.resolve();
    const event = { currentTarget: host, clientX: 1, clientY: 1, pointerType: "mouse" };
    for (const listener of listeners) listener(event);
    return [host.title, area.ariaDescription];
  };
  expect(await told(100)).toEqual(["Mathematics", "Names: Mathematics"]);
  expect(await told(900)).toEqual(["", ""]);
});

it("An axis that was never measured has no names", async () => {
  const set: string[] = [];
  const area = {
    removeAttribute: (name: string) => set.push(`-${name}`),
    setAttribute: (name: string) => set.push(name),
  };
  const listeners: ((event: unknown) => void)[] = [];
  const host = {
    title: "x",
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
    parentElement: { querySelector: () => area },
    getRootNode: () => ({}),
  };
  const range = { kind: LinearScale, ends: { start: 0, end: 1 }, factors: undefined };
  const palette = { font: "x", text: "", muted: "", edge: "", line: "" } as never;
  const axis = new Axis(new MemoryModel("LinearAxis", {}), "below", palette, range);
  const plot = {
    source: { axes: [axis] },
    canvas: { parentElement: host },
    axisAt: () => ({ axis, value: 0.5 }),
  } as unknown as Plot;
  extras.limit?.(plot, { width: 100, height: 100 });
  await Promise.resolve();
  expect(set).toEqual(["-aria-description"]);
  for (const listener of listeners) {
    listener({ currentTarget: host, clientX: 1, clientY: 1, pointerType: "mouse" });
  }
  expect(host.title).toBe("");
});

describe("thousands of long names", () => {
  const names = Array.from({ length: 3000 }, (_, at) => `A name that is long, of number ${at}`);
  const factors = mapFactors(names);
  const { start, end } = factors;
  const palette = { font: "x", text: "", muted: "", edge: "", line: "" } as never;

  /** Return the names that are written on a side, and how often names were cut for it. */
  function written(side: "left" | "below", fields = {}): readonly [readonly string[], number] {
    const range = { kind: LinearScale, ends: { start, end }, factors };
    const axis = new Axis(new MemoryModel("CategoricalAxis", fields), side, palette, range);
    axis.most = 120;
    const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
    const [row] = axis.on(new LinearScale({ start, end }, 50, 650)).rows;
    const times = segment.mock.calls.length;
    segment.mockRestore();
    expect(row?.short).toBe(true);
    return [(row?.labels ?? []).map(({ words }) => words), times];
  }

  it("are cut only where they stay", () => {
    for (const [side, fields] of [
      ["left", {}],
      ["below", {}],
      ["below", { major_label_orientation: "vertical" }],
    ] as const) {
      const [words, times] = written(side, fields);
      expect(words.length).toBeLessThan(70);
      expect(times).toBeLessThanOrEqual(4 * words.length);
    }
    expect(written("left")[0][0]).toMatch(/…$|^…/);
  });

  const scaleFrom = (first: number) =>
    new LinearScale({ start: first, end: first + end - start }, 50, 650);

  function axisOn(side: "left" | "below", fields = {}): Axis {
    const range = { kind: LinearScale, ends: { start, end }, factors };
    const axis = new Axis(new MemoryModel("CategoricalAxis", fields), side, palette, range);
    axis.most = 120;
    return axis;
  }

  it("have ticks, and lines across the figure, only where these can be told apart", () => {
    for (const [side, fields] of [
      ["left", {}],
      ["below", {}],
      ["below", { major_label_orientation: 0.8 }],
      ["below", { major_label_policy: new MemoryModel("AllLabels", {}) }],
      ["below", { major_label_overrides: { none: "some" } }],
    ] as const) {
      const axis = axisOn(side, fields);
      for (const first of [0, 0.4, 31.7]) {
        const scale = scaleFrom(first);
        const { major } = axis.on(scale);
        const places = major.map((tick) => scale.toPixel(tick));
        expect(places.length).toBeGreaterThan(10);
        for (const [at, place] of places.slice(1).entries()) {
          expect(place - (places[at] ?? 0)).toBeGreaterThan(3.9);
        }
      }
    }
  });

  it("are crowded wherever they stand, so that their ticks are thinned out", () => {
    for (const side of ["left", "below"] as const) {
      const axis = axisOn(side, { major_label_policy: new MemoryModel("AllLabels", {}) });
      axis.on(scaleFrom(0));
      expect(axis.crowded).toBe(true);
      axis.on(new LinearScale({ start: 0, end: 140 }, 50, 650));
      expect(axis.crowded).toBe(false);
    }
  });

  it("have their ticks where names are", () => {
    const scale = scaleFrom(7);
    const { major, rows } = axisOn("below").on(scale);
    expect(rows[0]?.labels.map(({ tick }) => tick)).toEqual(major);
  });

  it("are the same ones while the axis is moved, and are measured and cut once", () => {
    for (const [side, fields] of [
      ["left", {}],
      ["below", { major_label_orientation: 0.8 }],
    ] as const) {
      const axis = axisOn(side, fields);
      const ticksFrom = (first: number) => axis.on(scaleFrom(first)).major.slice(1, 10);
      const before = ticksFrom(0.5);
      const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
      expect(ticksFrom(2).slice(0, 7)).toEqual(expect.arrayContaining(before.slice(1, 7)));
      // Slanted ones that come to the edge of the canvas are cut to what they have there.
      expect(segment.mock.calls.length).toBeLessThan(side === "left" ? 4 : 10);
      segment.mockRestore();
    }
  });

  it("are all there if they are asked for, unless they stand above each other", () => {
    const policy = new MemoryModel("AllLabels", {});
    const axis = axisOn("below", { major_label_policy: policy });
    expect(axis.on(scaleFrom(0)).rows[0]?.labels).toHaveLength(750);
    const near = new LinearScale({ start: 0, end: 300 }, 50, 650);
    expect(axis.on(near).rows[0]?.labels).toHaveLength(300);
    expect(axis.on(near).major.length).toBeLessThan(151);
  });

  it("are looked for among all if words are chosen for some", () => {
    const [name = "", other = ""] = [names[17], names[1003]];
    const blank = Object.fromEntries(names.map((each) => [each, ""]));
    const fields = { major_label_overrides: { ...blank, [name]: "one", [other]: "other" } };
    const { rows, major } = axisOn("below", fields).on(scaleFrom(0));
    const shown = rows[0]?.labels.filter(({ words }) => words !== "");
    expect(shown?.map(({ words }) => words)).toEqual(["one", "other"]);
    expect(major).toEqual([17.5, 1003.5]);
  });

  it("are not looked for to tell of a few", async () => {
    const nearest = vi.spyOn(factors, "nearest");
    const told: string[] = [];
    const area = { setAttribute: (_: string, value: string) => told.push(value) };
    const parentElement = { querySelector: () => area };
    const host = { addEventListener: vi.fn(), getRootNode: () => ({}), parentElement };
    const axis = { side: "left", range: { factors }, marks: { rows: [{ short: true }] } };
    const plot = { source: { axes: [axis] }, canvas: { parentElement: host } };
    extras.limit?.(plot as unknown as Plot, { width: 100, height: 100 });
    await Promise.resolve();
    expect(nearest).not.toHaveBeenCalled();
    expect(told).toEqual([`Names: ${names.slice(0, 30).join(", ")}, …`]);
  });
});

describe("names that have no room beside each other", () => {
  const below = { side: "below", style, standoff: 5, turn: turnOn("below", "horizontal") } as const;

  /** Return names as they are where each of them has so much room, and by how much they are turned. */
  function squeeze(factors: FactorMap, room: number): readonly [readonly string[], number] {
    const { start, end, labels, places } = factors;
    const scale = new LinearScale({ start, end }, 50, 50 + (end - start) * room);
    const axis = {
      kind: "factor",
      side: "below",
      most: 120,
      range: { factors },
    } as unknown as Axis;
    const row = rowOf(
      below,
      labels,
      places.map((place) => scale.toPixel(place)),
    );
    const found = extras.squeeze?.(axis, row, scale);
    const degrees = Math.round((Math.abs(found?.turn.angle ?? 0) * 180) / Math.PI);
    return [(found ?? row).labels.map(({ words }) => words), degrees];
  }

  const departments = ["Customer relations", "Research and development", "Production"];

  it("are shortened where they would be too long across", () => {
    const [names, degrees] = squeeze(mapFactors(departments), 40);
    expect(degrees).toBe(45);
    expect(names).toEqual(["Customer…", "Research…", "Production"]);
  });

  it("stand upright where they have no room across", () => {
    const many = Array.from({ length: 20 }, (_, at) => `Name ${at}`);
    expect(squeeze(mapFactors(many), 16)).toEqual([many, 90]);
    expect(squeeze(mapFactors(many), 8)).toEqual([many.filter((_, at) => at % 2 === 0), 90]);
  });

  it("stand upright even where not all of them have room so", () => {
    const many = Array.from({ length: 40 }, (_, at) => `A department of number ${at}`);
    const [names, degrees] = squeeze(mapFactors(many), 10);
    expect(degrees).toBe(90);
    expect(names.length).toBe(20);
    expect(names[0]).toMatch(/^…/);
  });

  it("keep apart where they are written: inside of the canvas", () => {
    const axis = { kind: "factor", side: "below", most: 40, range: {} } as unknown as Axis;
    const plot = { source: { axes: [axis] }, canvas: { parentElement: null } } as unknown as Plot;
    extras.limit?.(plot, { width: 240, height: 100 });
    // Each is 84 px wide, and a formula, of which no part is shown.
    const names = ["a", "b", "c", "d", "e"].map((name) => `$$${name.repeat(8)}$$`);
    const row = rowOf(below, names, [20, 70, 120, 170, 220]);
    const found = extras.squeeze?.(axis, row, new LinearScale({ start: 0, end: 5 }, 0, 240));
    const spans = found?.labels.map(({ place, cover }) => [
      place + cover.left,
      place + cover.right,
    ]);
    expect(spans).toEqual([
      [1, 85],
      [128, 212],
    ]);
  });

  it("are left out of all groups alike", () => {
    const groups = ["Apples", "Pears", "Plums"];
    const factors = groups.flatMap((group) =>
      ["2015", "2016", "2017"].map((year) => [group, year]),
    );
    const map = mapFactors(factors, { group: 1.4 });
    expect(squeeze(map, 8)).toEqual([["2015", "2015", "2015"], 0]);
    expect(squeeze(map, 4)).toEqual([[], 0]);
  });
});

describe("names of groups", () => {
  const map = mapFactors(
    ["Mathematics", "Mathematica", "Mathematick"].flatMap((group) =>
      ["a", "b", "c"].map((name) => [group, name]),
    ),
    { group: 1.4 },
  );
  const { start, end } = map;
  const range = { kind: LinearScale, ends: { start, end }, factors: map, blank: false };
  const palette = { font: "x", text: "", muted: "", edge: "", line: "" } as never;

  it("have as much room at the ends of an axis as between others", () => {
    const axis = new Axis(new MemoryModel("CategoricalAxis", {}), "below", palette, range);
    const scale = new LinearScale({ start, end }, 0, (end - start) * 14);
    const names = axis
      .on(scale)
      .rows.at(-1)
      ?.labels.map(({ words }) => words.length);
    expect(new Set(names).size).toBe(1);
  });
});
