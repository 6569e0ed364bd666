import { describe, expect, it } from "vitest";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { ColumnFacts, visiblePart } from "../../src/views/figure/column.js";
import { linePainter } from "../../src/views/figure/painters/line.js";
import { NearPoints } from "../../src/views/figure/painters/near.js";
import type { Frame, HitMode } from "../../src/views/figure/painters/painter.js";
import { nearestPoint } from "../../src/views/figure/painters/painter.js";
import { LinearScale, LogScale } from "../../src/views/figure/scale.js";
import type { Scale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";
import { Chance } from "../support/chance.js";

function frameOf(x: Scale, y: Scale): Frame {
  return { x, y, left: 40, top: 10, width: 500, height: 300 } as unknown as Frame;
}

const FRAMES: [string, Frame][] = [
  [
    "linear",
    frameOf(
      new LinearScale({ start: 2, end: 8 }, 40, 540),
      new LinearScale({ start: 1, end: 9 }, 310, 10),
    ),
  ],
  [
    "flipped",
    frameOf(
      new LinearScale({ start: 8, end: 2 }, 40, 540),
      new LinearScale({ start: 9, end: 1 }, 310, 10),
    ),
  ],
  [
    "logarithmic",
    frameOf(
      new LogScale({ start: 0.5, end: 9 }, 40, 540),
      new LogScale({ start: 0.5, end: 9 }, 310, 10),
    ),
  ],
];

describe("the nearest of many points", () => {
  it.each(FRAMES)("is the one that a look at all of them finds: %s", (_, frame) => {
    const chance = new Chance(1);
    const length = 4_000;
    // Some are at the same place, and some have none.
    const place = (): number =>
      chance.below(40) === 0 ? NaN : Math.round(chance.next() * 400) / 40;
    const [xs, ys] = [chance.list(length, place), chance.list(length, place)];
    const sizes = chance.list(length, () => 6 + chance.next() ** 8 * 60);
    const reach = (row: number): number => sizes[row] ?? 0;
    const near = new NearPoints(frame, xs, ys, length, reach);
    for (let turn = 0; turn < 500; turn += 1) {
      const [px, py] = [40 + chance.next() * 500, 10 + chance.next() * 300];
      const all = nearestPoint(frame, xs, ys, 0, length, px, py, "mouse", reach);
      expect(near.find(px, py)).toEqual(all);
    }
  });

  it("takes a look at few of them", () => {
    const chance = new Chance(2);
    const length = 100_000;
    const [xs, ys] = [
      chance.list(length, () => chance.next() * 10),
      chance.list(length, () => chance.next() * 10),
    ];
    const [, frame] = FRAMES[0] ?? [];
    if (frame === undefined) throw new Error("there is a frame");
    let asked = 0;
    const near = new NearPoints(frame, xs, ys, length, () => {
      asked += 1;
      return 6;
    });
    asked = 0;
    for (let turn = 0; turn < 100; turn += 1) near.find(100 + turn * 4, 150);
    expect(asked).toBeLessThan(100 * 50);
  });
});

describe("the nearest point of a line", () => {
  it.each(FRAMES)("is the one that a look at all that are shown finds: %s", (_, frame) => {
    const chance = new Chance(3);
    const x = Float64Array.from(
      chance.list(3_000, () => Math.round(chance.next() * 1000) / 100),
    ).sort();
    for (const falling of [false, true]) {
      if (falling) x.reverse();
      const order = falling ? "descending" : "ascending";
      const [from, to] = visiblePart(x, order, frame.x.low, frame.x.high);
      const y = Float64Array.from(x, () => chance.next() * 10);
      const glyph = new MemoryModel("Line", { x: { field: "x" }, y: { field: "y" } });
      const reader = new GlyphReader(glyph, { x, y }, new ColumnFacts(), {});
      for (const mode of ["mouse", "vline", "hline"] satisfies HitMode[]) {
        for (let turn = 0; turn < 200; turn += 1) {
          const [px, py] = [40 + chance.next() * 500, 10 + chance.next() * 300];
          const most = mode === "mouse" ? 12 : Infinity;
          const all = nearestPoint(frame, x, y, from, to, px, py, mode, () => most);
          const hit = linePainter.hit(frame, reader, px, py, mode);
          if (mode !== "mouse" || all !== undefined)
            expect(hit).toEqual(all && expect.objectContaining(all));
          // What is on the line between two points counts less than a point nearby.
          else expect(hit?.distance ?? most * most).toBeGreaterThanOrEqual(most * most);
        }
      }
    }
  });

  it("is the nearer end of the stretch that is pointed at", () => {
    const frame = frameOf(
      new LinearScale({ start: 0, end: 10 }, 40, 540),
      new LinearScale({ start: 0, end: 10 }, 310, 10),
    );
    const [x, y] = [Float64Array.of(1, 5, 9), Float64Array.of(1, 5, 5)];
    const glyph = new MemoryModel("Line", { x: { field: "x" }, y: { field: "y" } });
    const reader = new GlyphReader(glyph, { x, y }, new ColumnFacts(), {});
    const at = (px: number, py: number): number | undefined =>
      linePainter.hit(frame, reader, px, py, "mouse")?.index;
    const [left, middle] = [frame.x.toPixel(2.5), frame.y.toPixel(5)];
    expect(at(left, frame.y.toPixel(2.5))).toBe(0);
    expect(at(frame.x.toPixel(4), frame.y.toPixel(4))).toBe(1);
    expect(at(frame.x.toPixel(8), middle + 4)).toBe(2);
    expect(at(left, middle)).toBeUndefined();
    expect(at(frame.x.toPixel(9.9), middle)).toBeUndefined();
  });
});
