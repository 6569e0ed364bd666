import { describe, expect, it } from "vitest";
import type { Side } from "../../src/views/figure/label_row.js";
import type { Margins, Panel } from "../../src/views/figure/panels.js";
import { arrange } from "../../src/views/figure/panels.js";

const SIZE = { width: 400, height: 300 };
const NONE: Margins = { above: 0, right: 0, below: 0, left: 0 };

function panel(side: Side, depth: number | ((length: number) => number)): Panel {
  const of = typeof depth === "number" ? () => depth : depth;
  return { side, depth: (from, to) => of(Math.abs(to - from)) };
}

describe("a frame", () => {
  it("has what its panels leave", () => {
    const panels = [panel("left", 40), panel("below", 25), panel("right", 10)];
    const { area } = arrange(SIZE, panels, NONE, 1);
    expect(area).toEqual({ left: 40, top: 0, width: 350, height: 275 });
  });

  it("keeps the least margins, where panels need less", () => {
    const least = { above: 10, right: 20, below: 30, left: 40 };
    const { area } = arrange(SIZE, [panel("left", 15), panel("below", 50)], least, 1);
    expect(area).toEqual({ left: 40, top: 10, width: 340, height: 240 });
  });

  it("begins where others do, unless much of it went for that", () => {
    const panels = [panel("left", 40)];
    const aligned = (left: number): number =>
      arrange(SIZE, panels, NONE, 1, undefined, { ...NONE, left }).area.left;
    expect(aligned(90)).toBe(90);
    expect(aligned(120)).toBe(40);
    expect(aligned(330)).toBe(40);
  });

  it("begins where others do even if it cannot end there", () => {
    const around = (left: number, right: number): number[] => {
      const aligned = { ...NONE, left, right };
      const { area } = arrange(SIZE, [panel("left", 40)], NONE, 1, undefined, aligned);
      return [area.left, area.left + area.width];
    };
    expect(around(60, 50)).toEqual([60, 350]);
    expect(around(60, 70)).toEqual([60, 400]);
    expect(around(110, 30)).toEqual([40, 370]);
  });

  it("has its panels one after another, the first nearest to it", () => {
    const [near, far, other] = [panel("left", 30), panel("left", 20), panel("above", 5)];
    const { area, offsets } = arrange(SIZE, [near, far, other], NONE, 1);
    expect(area.left).toBe(50);
    expect([offsets.get(near), offsets.get(far), offsets.get(other)]).toEqual([0, 30, 0]);
  });

  it("gives panels the length that it has in the end", () => {
    const lengths: number[] = [];
    const below = panel("below", (length) => {
      lengths.push(length);
      return length < 350 ? 60 : 20;
    });
    // Beside a lower frame fewer digits are needed.
    const left = panel("left", (length) => (length < 290 ? 40 : 80));
    const { area } = arrange(SIZE, [below, left], NONE, 1);
    expect(area).toEqual({ left: 40, top: 0, width: 360, height: 280 });
    expect(lengths.at(-1)).toBe(area.width);
  });

  it("keeps no room that nobody asks for any more, however little it is", () => {
    const asked = (above: number): Margins => ({ ...NONE, above });
    const first = arrange(SIZE, [], asked(30), 1);
    expect(arrange(SIZE, [], asked(18), 1, first).area.top).toBe(18);
    // What panels need changes with every movement, and the frame is to stay.
    const shallow = arrange(SIZE, [panel("above", 40)], NONE, 1);
    expect(arrange(SIZE, [panel("above", 30)], NONE, 1, shallow).area.top).toBe(40);
  });

  it("measures once where nothing has changed", () => {
    let count = 0;
    const left = panel("left", () => {
      count += 1;
      return 33;
    });
    const last = arrange(SIZE, [left], NONE, 1);
    count = 0;
    expect(arrange(SIZE, [left], NONE, 1, last)).toBe(last);
    expect(count).toBeLessThanOrEqual(3);
  });

  it("gives panels the scale that they are drawn with, so that they find out once what is on it", () => {
    const scales: string[] = [];
    const noted = (side: Side, depth: number): Panel => {
      return { side, depth: (from, to) => (scales.push(`${from} ${to}`), depth) };
    };
    const panels = [noted("left", 40), noted("below", 25)];
    const last = arrange(SIZE, panels, NONE, 1);
    scales.length = 0;
    const { area } = arrange(SIZE, panels, NONE, 1, last);
    const { left, top, width, height } = area;
    const drawn = new Set([`${left} ${left + width}`, `${top + height} ${top}`]);
    expect(new Set(scales)).toEqual(drawn);
  });

  it("measures again where others leave it another length", () => {
    // More labels have room beside a higher frame, and those have a digit more.
    const left = panel("left", (length) => (length > 270 ? 60 : 30));
    const last = arrange(SIZE, [left], NONE, 1, undefined, { ...NONE, below: 40 });
    expect(last.area.left).toBe(30);
    expect(arrange(SIZE, [left], NONE, 1, last).area.left).toBe(60);
  });

  it("stays where it is while its labels get a little shorter, but not much", () => {
    const last = arrange(SIZE, [panel("left", 50)], NONE, 1);
    expect(arrange(SIZE, [panel("left", 42)], NONE, 1, last).area.left).toBe(50);
    expect(arrange(SIZE, [panel("left", 51)], NONE, 1, last).area.left).toBe(51);
    expect(arrange(SIZE, [panel("left", 20)], NONE, 1, last).area.left).toBe(20);
  });

  it.each([1, 1.5, 2, 2.625])("stands between pixels of a screen of ratio %f", (ratio) => {
    const { area } = arrange({ width: 401, height: 299 }, [panel("left", 33)], NONE, ratio);
    for (const edge of [area.left, area.top, area.left + area.width, area.top + area.height]) {
      expect(edge * ratio).toBeCloseTo(Math.round(edge * ratio), 9);
    }
  });

  it("is never less than nothing", () => {
    const { area } = arrange({ width: 30, height: 20 }, [panel("left", 50)], NONE, 1);
    expect(area.width).toBeGreaterThan(0);
    expect(area.height).toBeGreaterThan(0);
  });
});
