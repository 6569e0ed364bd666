import { describe, expect, it } from "vitest";
import { autoEnds } from "../../src/views/figure/range.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { power } from "../../src/views/figure/tick_format.js";
import { ticksOf } from "../../src/views/figure/tickers.js";

const LAST = 1e308;
const ends = { start: -LAST, end: LAST };

describe("numbers near the last ones", () => {
  it("stand where they belong", () => {
    const scale = new LinearScale(ends, 0, 100);
    expect([-LAST, 0, LAST].map((value) => Math.round(scale.toPixel(value)))).toEqual([0, 50, 100]);
    expect(scale.toValue(75) / LAST).toBeCloseTo(0.5, 10);
  });

  it("have ticks", () => {
    const request = {
      kind: "linear",
      ends,
      wanted: 6,
      factors: undefined,
      direction: "x",
    } as const;
    expect(ticksOf(undefined, request).major).toEqual([-1e308, -5e307, 0, 5e307, 1e308]);
  });

  it("have ends around them that are numbers", () => {
    const { start, end } = autoEnds({ low: -LAST, high: LAST });
    expect([start / LAST, end / LAST]).toEqual([-1.1, 1.1]);
    expect(autoEnds({ low: 0, high: Number.MAX_VALUE }).end).toBe(Number.MAX_VALUE);
  });
});

it("Multiples of powers begin with one digit, however small they are", () => {
  expect([1e-318, -5e-324, 9.99, 2.5e9].map((value) => power(value, 1))).toEqual([
    "1.0×10⁻³¹⁸",
    "−4.9×10⁻³²⁴",
    "1.0×10¹",
    "2.5×10⁹",
  ]);
});
