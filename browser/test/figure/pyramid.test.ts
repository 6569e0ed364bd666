import { describe, expect, it } from "vitest";
import { appendRows } from "../../src/model/column.js";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { traceExtremes } from "../../src/views/figure/decimate.js";
import type { Extremes } from "../../src/views/figure/pyramid.js";
import { Pyramid } from "../../src/views/figure/pyramid.js";
import { LinearScale, LogScale } from "../../src/views/figure/scale.js";
import type { Scale } from "../../src/views/figure/scale.js";
import { ColumnTrack, extentOf } from "../../src/views/figure/track.js";
import { Chance } from "../support/chance.js";

/** Looks at every number. */
class FullScan implements Extremes {
  low = 0;
  high = 0;

  constructor(private readonly numbers: ArrayLike<number>) {}

  find(from: number, to: number): void {
    const { numbers } = this;
    let low = Infinity;
    let high = -Infinity;
    for (let index = from; index < to; index += 1) {
      const value = numbers[index] ?? NaN;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    this.low = low;
    this.high = high;
  }
}

/** Walks up and down; some rows are no numbers, or beyond all bounds. */
function column(chance: Chance, length: number, holes: number): Float64Array {
  let height = 10;
  return Float64Array.from({ length }, () => {
    height += chance.next() - 0.5;
    if (chance.next() >= holes) return height;
    return [NaN, Infinity, -Infinity][chance.below(3)] ?? NaN;
  });
}

function found(extremes: { find(from: number, to: number): void; low: number; high: number }) {
  return (from: number, to: number): [number, number] => {
    extremes.find(from, to);
    return [extremes.low, extremes.high];
  };
}

/** Return every step of a path. */
function steps(
  draw: (sink: Parameters<typeof traceExtremes>[3]) => void,
): [string, number, number][] {
  const all: [string, number, number][] = [];
  draw({
    moveTo: (x, y) => all.push(["move", x, y]),
    lineTo: (x, y) => all.push(["line", x, y]),
  });
  return all;
}

describe("a pyramid", () => {
  it.each([0, 0.0005, 0.05])("finds what a look at every row finds, with %f holes", (holes) => {
    const chance = new Chance(1);
    for (const length of [0, 1, 31, 32, 33, 511, 513, 9_000, 140_000]) {
      const rows = column(chance, length, holes);
      const [quick, slow] = [found(new Pyramid(rows)), found(new FullScan(rows))];
      for (let turn = 0; turn < 60; turn += 1) {
        const from = chance.below(length + 1);
        const to = from + chance.below(length - from + 1);
        expect(quick(from, to)).toEqual(slow(from, to));
      }
    }
  });

  it("covers what is finite", () => {
    const chance = new Chance(2);
    for (const holes of [0, 0.01, 1]) {
      const rows = column(chance, 20_000, holes);
      expect(new Pyramid(rows).extent()).toEqual(extentOf(rows));
    }
  });

  it("takes less than a quarter of what its rows take, whatever their type", () => {
    for (const kind of [Float64Array, Float32Array, Uint8Array]) {
      const rows = new kind(100_000);
      expect(new Pyramid(rows).bytes).toBeLessThan(rows.byteLength / 4);
    }
  });

  it("is made anew when whole numbers become others", () => {
    const whole = new Int32Array(4000);
    const pyramid = new Pyramid(whole);
    const rows = new Float64Array(8000);
    rows.set(whole);
    rows.fill(0.9, 4000);
    rows[5000] = 3e9;
    pyramid.extend(rows, 0);
    expect(pyramid.extent()).toEqual(extentOf(rows));
    expect(found(pyramid)(5200, 7000)).toEqual(found(new FullScan(rows))(5200, 7000));
  });

  it("is extended by a stream, at the cost of the new rows, and does not grow", () => {
    const chance = new Chance(3);
    let reads = 0;
    let rows = column(chance, 50_000, 0.001);
    let start = 0;
    const pyramid = new Pyramid(rows);
    for (let turn = 0; turn < 300; turn += 1) {
      const added = 1 + chance.below(400);
      const before = rows.length + added;
      rows = appendRows(rows, column(chance, added, 0.001), 50_000) as Float64Array;
      start += before - rows.length;
      const counted = new Proxy(rows, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (typeof name === "string" && /^\d+$/.test(name)) reads += 1;
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        },
      });
      pyramid.extend(counted, start);
      reads -= added;
      pyramid.extend(rows, start);
      const from = chance.below(rows.length);
      const to = from + chance.below(rows.length - from);
      expect(found(pyramid)(from, to)).toEqual(found(new FullScan(rows))(from, to));
    }
    expect(reads).toBeLessThan(300 * 32);
    expect(pyramid.extent()).toEqual(extentOf(rows));
    expect(pyramid.bytes).toBeLessThan(rows.byteLength / 4);
  });
});

describe("a line", () => {
  const scales: [string, Scale, Scale][] = [
    [
      "linear",
      new LinearScale({ start: 0, end: 3 }, 20, 780),
      new LinearScale({ start: 0, end: 20 }, 400, 0),
    ],
    [
      "flipped",
      new LinearScale({ start: 3, end: 0 }, 20, 780),
      new LinearScale({ start: 20, end: 0 }, 400, 0),
    ],
    [
      "logarithmic",
      new LogScale({ start: 0.1, end: 3 }, 20, 780),
      new LogScale({ start: 1, end: 100 }, 400, 0),
    ],
  ];

  it.each(scales)("is the same picture with a pyramid and without: %s", (_, x, y) => {
    for (const holes of [0, 0.0002, 0.02]) {
      for (const falling of [false, true]) {
        const chance = new Chance(4);
        const length = 60_000;
        const ys = column(chance, length, holes).map((value) => value - 8);
        const xs = Float64Array.from({ length }, () => 0.01 + chance.next() ** 3 * 3).sort();
        if (falling) xs.reverse();
        const points = { x: xs, y: ys, from: 0, to: length };
        const drawn = (extremes?: FullScan | Pyramid) =>
          steps((sink) => {
            traceExtremes(points, x, y, sink, 0.5, extremes);
          });
        const quick = drawn(new Pyramid(ys));
        expect(quick).toEqual(drawn(new FullScan(ys)));
        expect(quick).toEqual(drawn());
        if (holes === 0) expect(quick.length).toBeLessThan(length / 5);
      }
    }
  });

  it("ends at a gap in the midst of a pixel column", () => {
    const xs = Float64Array.from({ length: 1000 }, (_, index) => index / 1000);
    const ys = xs.map((value, index) => (index === 500 ? NaN : value));
    const place = new LinearScale({ start: 0, end: 1 }, 0, 1);
    const drawn = steps((sink) => {
      traceExtremes({ x: xs, y: ys, from: 0, to: 1000 }, place, place, sink, 1, new Pyramid(ys));
    });
    expect(drawn.filter(([step]) => step === "move")).toHaveLength(2);
  });

  it("looks at no more points than there are pixel columns, but for the search", () => {
    const length = 1_000_000;
    const xs = Float64Array.from({ length }, (_, index) => index);
    const ys = xs.map((value) => value % 1000);
    let placed = 0;
    class Counting extends LinearScale {
      override toPixel(value: number): number {
        placed += 1;
        return super.toPixel(value);
      }
    }
    const counting = new Counting({ start: 0, end: length }, 0, 800);
    const y = new LinearScale({ start: 0, end: 1000 }, 400, 0);
    traceExtremes(
      { x: xs, y: ys, from: 0, to: length },
      counting,
      y,
      { moveTo: () => undefined, lineTo: () => undefined },
      1,
      new Pyramid(ys),
    );
    expect(placed).toBeLessThan(800 * 30);
  });
});

describe("the order of a column", () => {
  const order = (...rows: number[]) => new ColumnTrack(Float64Array.from(rows)).order;

  it("is found, NaN left aside", () => {
    expect(order(1, 2, NaN, 3)).toBe("ascending");
    expect(order(3, NaN, 2, 2)).toBe("descending");
    expect(order(1, 3, 2)).toBe("none");
    expect(order()).toBe("ascending");
  });

  it("comes back when the rows that broke it are dropped", () => {
    const track = new ColumnTrack(Float64Array.of(5, 1, 2));
    expect([track.order, track.whole]).toEqual(["none", true]);
    track.stream(Float64Array.of(1, 2, NaN), 1, 1);
    expect([track.order, track.whole]).toEqual(["ascending", false]);
    track.stream(Float64Array.of(4, 5, 6), 3, 3);
    expect([track.order, track.whole, track.extent]).toEqual([
      "ascending",
      true,
      { low: 4, high: 6 },
    ]);
  });
});

describe("what is known of columns", () => {
  /** A source, of which all that is known is compared with what a look at it shows. */
  class Source {
    readonly facts = new ColumnFacts();
    columns: Record<string, Float64Array>;

    constructor(length: number) {
      this.columns = {
        x: Float64Array.from({ length }, (_, row) => row),
        y: new Float64Array(length),
      };
      this.facts.change({ kind: "set", field: "data" }, this.columns);
    }

    stream(rows: number, rollover: number, make: () => number): () => void {
      const before = this.columns["x"]?.length ?? 0;
      const end = (this.columns["x"]?.at(-1) ?? -1) + 1;
      this.columns = {
        x: appendRows(
          this.columns["x"] ?? [],
          Float64Array.from({ length: rows }, (_, row) => end + row),
          rollover,
        ) as Float64Array,
        y: appendRows(
          this.columns["y"] ?? [],
          Float64Array.from({ length: rows }, make),
          rollover,
        ) as Float64Array,
      };
      const dropped = before + rows - (this.columns["x"]?.length ?? 0);
      const { columns } = this;
      return () => {
        this.facts.change({ kind: "stream", field: "data", added: rows, dropped }, columns);
      };
    }

    check(): void {
      for (const rows of Object.values(this.columns)) {
        const fresh = new ColumnTrack(rows);
        const track = this.facts.track(rows);
        expect([track.order, track.whole]).toEqual([fresh.order, fresh.whole]);
        expect(track.extent).toEqual(extentOf(rows));
        expect(found(track.pyramid)(3, rows.length)).toEqual(
          found(new FullScan(rows))(3, rows.length),
        );
      }
    }
  }

  it("is true after any streams, heard of one by one or several at once", () => {
    const chance = new Chance(5);
    const source = new Source(6_000);
    source.check();
    for (let turn = 0; turn < 200; turn += 1) {
      const heard = Array.from({ length: 1 + chance.below(3) }, () =>
        source.stream(chance.below(700), 5_000 + chance.below(2) * 3_000, () => chance.next()),
      );
      for (const hear of heard) {
        hear();
        // Somebody may look before all is heard.
        if (chance.below(4) === 0) source.check();
      }
      if (chance.below(3) > 0) source.check();
    }
  });

  it("is forgotten of rows that are patched, and kept of other columns", () => {
    const source = new Source(5_000);
    const [x, y] = [
      source.columns["x"] ?? new Float64Array(),
      source.columns["y"] ?? new Float64Array(),
    ];
    const known = source.facts.track(x);
    expect(source.facts.extent(y)).toEqual({ low: 0, high: 0 });
    y[4_000] = 7;
    source.facts.change({ kind: "patch", field: "data", columns: ["y"] }, source.columns);
    expect(source.facts.extent(y)).toEqual({ low: 0, high: 7 });
    expect(source.facts.track(x)).toBe(known);
  });
});
