import { describe, expect, it } from "vitest";
import { autoEnds, factorLimits, pan, zoom } from "../../src/views/figure/range.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { ticksOf } from "../../src/views/figure/tickers.js";

const MOST = Number.MAX_VALUE;
const ENDS = { start: -1.6e308, end: 1.6e308 };
const scale = new LinearScale(ENDS, 0, 320);

describe("an axis on which the ends are further apart than a number can be", () => {
  it("has a place for every value", () => {
    expect([-1.6e308, -0.8e308, 0, 1.6e308].map((value) => scale.toPixel(value))).toEqual([
      0, 80, 160, 320,
    ]);
    expect(scale.toValue(240)).toBeCloseTo(0.8e308, -300);
  });

  it("has ticks", () => {
    const request = { kind: "linear", ends: ENDS, wanted: 6, factors: undefined } as const;
    const { major } = ticksOf(undefined, { ...request, direction: "x" });
    expect(major).toEqual([-1.5e308, -1e308, -0.5e308, 0, 0.5e308, 1e308, 1.5e308]);
  });

  it("shows all data, and no more than numbers", () => {
    expect(autoEnds({ low: -1e308, high: 1e308 })).toEqual({ start: -1.1e308, end: 1.1e308 });
    expect(autoEnds({ low: -1.7e308, high: 1.7e308 })).toEqual({ start: -MOST, end: MOST });
    expect(autoEnds({ low: 1e308, high: 1.79e308 }).end).toBeLessThanOrEqual(MOST);
  });

  it("is zoomed into and out of, as far as there are numbers", () => {
    expect(zoom(ENDS, 0.5, 0.5, scale)).toEqual({ start: -0.8e308, end: 0.8e308 });
    expect(zoom({ start: -0.8e308, end: 0.8e308 }, 2, 0.5, scale)).toEqual(ENDS);
    expect(zoom(ENDS, 2, 0.5, scale)).toEqual(ENDS);
    expect(factorLimits(ENDS, 0.5, scale, {})).toEqual({ least: 0, most: Infinity });
    expect(zoom(ENDS, 0.5, 0.5, scale, { leastSpan: 2.4e307 * 4 }).end).toBe(0.8e308);
  });

  it("is moved as far as there are numbers", () => {
    expect(pan(ENDS, 0.025, scale).end).toBeCloseTo(1.68e308, -300);
    expect(pan(ENDS, 0.5, scale)).toEqual(ENDS);
    expect(pan({ start: 1e308, end: 1.7e308 }, 0.9, scale)).toEqual({ start: 1e308, end: 1.7e308 });
  });
});
