import { describe, expect, it } from "vitest";
import { numeral } from "../../src/views/table/numeral.js";

describe("a number in a table", () => {
  it.each([
    [10000, "0,0.0000", "10,000.0000"],
    [10000.23, "+0,0", "+10,000"],
    [-10000, "+0,0", "-10,000"],
    [-10000, "0,0.0", "-10,000.0"],
    [-10000, "(0,0.0000)", "(10,000.0000)"],
    [10000, "(0,0)", "10,000"],
    [-0.23, ".00", "-.23"],
    [-0.23, "(.00)", "(.23)"],
    [1460, "0 a", "1 k"],
    [-104000, "0a", "-104k"],
    [1, "0o", "1st"],
    [52, "0o", "52nd"],
    [23, "0o", "23rd"],
    [112, "0o", "112th"],
    [1000.234, "$0,0.00", "$1,000.23"],
    [-1000.234, "$0.00", "-$1000.23"],
    [-1000.234, "($0,0)", "($1,000)"],
    [100, "0b", "100B"],
    [2048, "0 b", "2 KB"],
    [7884486213, "0.0b", "7.3GB"],
    [3467479682787, "0.000 ib", "3.154 TiB"],
    [0, "0b", "0B"],
    [-0.43, "0 %", "-43 %"],
    [63846, "00:00:00", "17:44:06"],
    [-0.001, "0.00", "0.00"],
    [0, "", "0"],
    [NaN, "0", "–"],
  ])("%d by %s is %s", (value, pattern, expected) => {
    expect(numeral(value, pattern)).toBe(expected);
  });

  it.each([
    ["de", "1.234.567,9"],
    ["fr", "1\u202f234\u202f567,9"],
    ["be-nl", "1.234.567,9"],
    ["en-gb", "1,234,567.9"],
  ])("has the marks of the language %s", (language, expected) => {
    expect(numeral(1234567.89, "0,0.0", language)).toBe(expected);
  });

  it.each([
    [1.29, "0.0", "floor", "1.2"],
    [-1.21, "0.0", "floor", "-1.3"],
    [1.21, "0.0", "ceil", "1.3"],
    [0.29, "0%", "rounddown", "29%"],
    [1290, "0.0a", "floor", "1.2k"],
    [1.25, "0", "roundup", "2"],
    [1.5, "0", "nearest", "2"],
  ])("%d by %s and %s is %s", (value, pattern, rounding, expected) => {
    expect(numeral(value, pattern, "en", rounding)).toBe(expected);
  });

  it("counts and shortens in a language", () => {
    expect(numeral(2, "0o", "fr")).toBe("2e");
    expect(numeral(1.5e6, "0.0a", "uk-UA")).toBe("1,5млн");
    expect(numeral(1500, "0.0a", "en")).toBe("1.5k");
  });
});
