import { describe, expect, it } from "vitest";
import { NDArray } from "../../src/model/value.js";
import { cellText } from "../../src/views/figure/cell_text.js";

describe("a cell of the table behind a figure", () => {
  it.each<[unknown, string]>([
    [1.5, "1.5"],
    [NaN, "–"],
    [null, "–"],
    [true, "true"],
    ["word", "word"],
    [["A", "x"], "A, x"],
    [[1, null, 2], "1, –, 2"],
    [new Float64Array([1, NaN, 3]), "1, –, 3"],
    [{ a: 1 }, '{"a":1}'],
    [[[1, 2], [3]], "[[1,2],[3]]"],
  ])("says %j as %s", (value, words) => {
    expect(cellText(value)).toBe(words);
  });

  it("says of pictures how large they are, and between what their numbers are", () => {
    const picture = new NDArray(new Float32Array([1, NaN, 3, 4, 5, 6]), [2, 3]);
    expect(cellText(picture)).toBe("2 × 3 numbers, 1 to 6");
    expect(cellText(new NDArray(new Float32Array([NaN]), [1, 1]))).toBe("1 × 1 numbers");
    expect(cellText(new Uint8Array(1000))).toBe("1000 numbers, 0 to 0");
  });

  it("is short, however much stands in it", () => {
    expect(cellText(Array.from({ length: 1000 }, () => [1]))).toBe("1000 values");
    expect(cellText(`data:${"x".repeat(1e6)}`)).toHaveLength(121);
    expect(cellText({ words: "x".repeat(1e6) })).toHaveLength(121);
  });
});
