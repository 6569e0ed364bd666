import { describe, expect, it } from "vitest";
import { autoEnds, pan, union, zoom, EMPTY } from "../../src/views/figure/range.js";
import { logTicks } from "../../src/views/figure/ticks.js";
import { LinearScale, LogScale } from "../../src/views/figure/scale.js";

const linear = new LinearScale({ start: 0, end: 10 }, 100, 300);
const log = new LogScale({ start: 1, end: 1000 }, 0, 300);

describe("a linear scale", () => {
  it("maps its ends to the given pixels, and values between them in proportion", () => {
    expect([0, 5, 10].map((value) => linear.toPixel(value))).toEqual([100, 200, 300]);
  });

  it("finds the value of a pixel", () => {
    expect(linear.toValue(150)).toBeCloseTo(2.5);
  });

  it("runs backwards when it starts at the greater end", () => {
    const reversed = new LinearScale({ start: 10, end: 0 }, 0, 100);
    expect(reversed.toPixel(10)).toBe(0);
    expect(reversed.toPixel(2)).toBeCloseTo(80);
    expect([reversed.low, reversed.high]).toEqual([0, 10]);
  });
});

describe("a logarithmic scale", () => {
  it("gives every decade the same room", () => {
    expect(log.toPixel(10)).toBeCloseTo(100);
    expect(log.toPixel(100)).toBeCloseTo(200);
    expect(log.toValue(150)).toBeCloseTo(10 ** 1.5);
  });

  it("has no place for values that are not above zero", () => {
    expect(log.toPixel(0)).toBeNaN();
    expect(log.toPixel(-5)).toBeNaN();
  });
});

describe("automatic ends of hundreds of decades", () => {
  it("are numbers above zero, with ticks between them", () => {
    const ends = autoEnds({ low: 1e-300, high: 1e300 }, { logarithmic: true });
    expect(ends.start).toBeGreaterThan(0);
    expect(ends.start).toBeLessThanOrEqual(1e-300);
    expect(ends.end).toBeGreaterThanOrEqual(1e300);
    expect(ends.end).toBeLessThan(Infinity);
    const ticks = logTicks(ends, 6);
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.length).toBeLessThan(12);
    expect(ticks).toContain(1);
  });
});

describe("automatic ends", () => {
  it("add a tenth of the data's span", () => {
    expect(autoEnds({ low: 0, high: 10 })).toEqual({ start: -0.5, end: 10.5 });
  });

  it("show something around a single value, and without data", () => {
    expect(autoEnds({ low: 3, high: 3 })).toEqual({ start: 2, end: 4 });
    expect(autoEnds(EMPTY)).toEqual({ start: -1, end: 1 });
  });

  it("can be flipped", () => {
    expect(autoEnds({ low: 0, high: 10 }, { flipped: true, padding: 0 })).toEqual({
      start: 10,
      end: 0,
    });
  });

  it("follow the end of a stream", () => {
    const options = { follow: "end", followInterval: 20, padding: 0 };
    expect(autoEnds({ low: 0, high: 100 }, options)).toEqual({ start: 80, end: 100 });
  });

  it("pad what is there, not only what is followed", () => {
    const data = { low: 0, high: 10 };
    expect(autoEnds(data, { follow: "end", followInterval: 3 })).toEqual({ start: 7.5, end: 10.5 });
    const flipped = { follow: "end", followInterval: 3, flipped: true };
    expect(autoEnds(data, flipped)).toEqual({ start: 2.5, end: -0.5 });
  });

  it("stay within bounds, and within the spans that are allowed", () => {
    const data = { low: 0, high: 10 };
    expect(autoEnds(data, { low: 0, high: 5 })).toEqual({ start: 0, end: 5 });
    expect(autoEnds(data, { leastSpan: 30 })).toEqual({ start: -10, end: 20 });
    expect(autoEnds(data, { greatestSpan: 4 })).toEqual({ start: 3, end: 7 });
    expect(autoEnds(data, { low: 20, high: 30 })).toEqual({ start: -0.5, end: 10.5 });
  });

  it("pad decades on a logarithmic axis, and leave out what is not above zero", () => {
    const ends = autoEnds({ low: 1, high: 100 }, { logarithmic: true });
    expect(ends.start).toBeCloseTo(10 ** -0.1);
    expect(ends.end).toBeCloseTo(10 ** 2.1);
    expect(autoEnds({ low: -5, high: 100 }, { logarithmic: true }).start).toBeGreaterThan(0);
  });

  it("cover several extents", () => {
    expect(union({ low: 0, high: 2 }, { low: -1, high: 1 })).toEqual({ low: -1, high: 2 });
    expect(union(EMPTY, { low: 1, high: 2 })).toEqual({ low: 1, high: 2 });
  });
});

describe("a pan", () => {
  it("keeps the span", () => {
    expect(pan({ start: 0, end: 10 }, 0.1, linear)).toEqual({ start: 1, end: 11 });
  });

  it("keeps the number of decades on a logarithmic axis", () => {
    const { start, end } = pan({ start: 1, end: 1000 }, 1 / 3, log);
    expect(start).toBeCloseTo(10);
    expect(end).toBeCloseTo(10_000);
  });

  it("stops at a limit without squeezing the range", () => {
    expect(pan({ start: 0, end: 10 }, 0.5, linear, { high: 12 })).toEqual({ start: 2, end: 12 });
    expect(pan({ start: 0, end: 10 }, -0.5, linear, { low: 0 })).toEqual({ start: 0, end: 10 });
  });
});

describe("a zoom", () => {
  it("keeps the value under the pointer in place", () => {
    const ends = zoom({ start: 0, end: 10 }, 0.5, 0.2, linear);
    expect(ends.start).toBeCloseTo(1);
    expect(ends.end).toBeCloseTo(6);
  });

  it("keeps to the least and the greatest span, and to the limits", () => {
    const narrow = zoom({ start: 0, end: 10 }, 0.01, 0.5, linear, { leastSpan: 2 });
    expect(narrow.end - narrow.start).toBeCloseTo(2);
    const wide = zoom({ start: 0, end: 10 }, 10, 0.5, linear, { low: -1, high: 11 });
    expect(wide).toEqual({ start: -1, end: 11 });
  });

  it("shows at the other end what a limit keeps it from showing", () => {
    const limits = { low: 0, high: 10 };
    expect(zoom({ start: 1, end: 3 }, 2, 1, linear, limits)).toEqual({ start: 0, end: 4 });
    expect(zoom({ start: 7, end: 9 }, 2, 0, linear, limits)).toEqual({ start: 6, end: 10 });
    expect(zoom({ start: 3, end: 1 }, 2, 0, linear, limits)).toEqual({ start: 4, end: 0 });
    expect(zoom({ start: 1, end: 3 }, 9, 0.5, linear, limits)).toEqual({ start: 0, end: 10 });
  });

  it("refuses to reach infinity", () => {
    const ends = { start: 1e300, end: 1e308 };
    expect(zoom(ends, 1e10, 0.5, linear)).toEqual(ends);
  });

  it("keeps decades above zero, and below what is no number any more", () => {
    const far = zoom({ start: 1e-200, end: 1e200 }, 3, 0.5, log);
    expect(far.start).toBeCloseTo(1e-307, 310);
    expect(far.start).toBeGreaterThan(0);
    expect(far.end / 1e307).toBeCloseTo(1);
    const beyond = pan({ start: 1e300, end: 1e306 }, 1, log);
    expect(beyond.end / 1e307).toBeCloseTo(1);
    expect(beyond.start / 1e301).toBeCloseTo(1);
    const below = pan({ start: 1e-306, end: 1e-300 }, -1, log);
    expect(below.start / 1e-307).toBeCloseTo(1);
  });
});
