import { describe, expect, it } from "vitest";
import { colorText } from "../../src/views/color.js";
import { formatNumber } from "../../src/views/format.js";

describe("a numeral pattern", () => {
  it.each([
    [0.5, "0[.]00", "0.50"],
    [3, "0[.]00", "3"],
    [1234567.891, "0,0", "1,234,568"],
    [1234.5, "0,0.00", "1,234.50"],
    [0.423, "0%", "42%"],
    [0.4236, "0.0%", "42.4%"],
    [12.3456, "0.0[00]", "12.346"],
    [12, "0.0[00]", "12.0"],
    [-3.14159, "0.00", "-3.14"],
    [3, "+0", "+3"],
    [5, "000", "005"],
    [12.5, "$ 0.00", "$ 12.50"],
    [12.5, "0.0 km", "12.5 km"],
    [1234567, "0.0a", "1.2m"],
    [12345, "0.00e+0", "1.23e+4"],
    [3725, "00:00:00", "1:02:05"],
    [-0.001, "0.00", "0.00"],
    [NaN, "0.00", "–"],
    [Infinity, "0", "∞"],
    [0.1 + 0.2, "", "0.3"],
  ])("writes %d by %s as %s", (value, pattern, expected) => {
    expect(formatNumber(value, pattern)).toBe(expected);
  });
});

describe("a colour", () => {
  it("is a text of CSS, or a tuple", () => {
    expect(colorText("#1f77b4")).toBe("#1f77b4");
    expect(colorText([31, 119, 180])).toBe("rgb(31 119 180)");
    expect(colorText([31, 119, 180, 0.5])).toBe("rgb(31 119 180 / 0.5)");
  });

  it("is none for anything else", () => {
    expect([null, "", [1, 2], ["a", "b", "c"], 7].map(colorText)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});
