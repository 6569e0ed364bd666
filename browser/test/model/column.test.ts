import { describe, expect, test } from "vitest";
import { appendRows, patchRows } from "../../src/model/column.js";
import { NDArray, Slice } from "../../src/model/value.js";

const ALL = Number.MAX_SAFE_INTEGER;

describe("appending rows", () => {
  test("columns of one type stay typed", () => {
    const column = appendRows(Float32Array.of(1), Float32Array.of(2, 3), ALL);
    expect(column).toEqual(Float32Array.of(1, 2, 3));
  });

  test("rollover keeps the last rows", () => {
    expect(appendRows(Int8Array.of(1, 2, 3), Int8Array.of(4, 5), 4)).toEqual(
      Int8Array.of(2, 3, 4, 5),
    );
    expect(appendRows([1, 2], [3, 4, 5], 2)).toEqual([4, 5]);
    expect(appendRows(Int8Array.of(1), Int8Array.of(2, 3, 4), 0)).toEqual(new Int8Array(0));
  });

  test.each([
    ["integers and floats", Int32Array.of(1), Float64Array.of(0.5), Float64Array.of(1, 0.5)],
    ["integers and a float in a list", Int32Array.of(1), [0.5], Float64Array.of(1, 0.5)],
    ["integers out of range", Uint8Array.of(1), [300], Float64Array.of(1, 300)],
    ["numbers that fit", Uint8Array.of(1), [255], Uint8Array.of(1, 255)],
    ["something else", Int8Array.of(1), ["a", null], [1, "a", null]],
    ["numbers in a plain column", ["a"], Int8Array.of(1), ["a", 1]],
    ["an empty plain column", [], Int8Array.of(1), Int8Array.of(1)],
  ])("%s", (_, column, added, expected) => {
    expect(appendRows(column, added, ALL)).toEqual(expected);
  });

  test("a stream with rollover copies its column once in its length", () => {
    let column = appendRows(new Float64Array(1000), Float64Array.of(1), 1000);
    const buffers = new Set<unknown>();
    for (let row = 0; row < 10_000; row += 1) {
      column = appendRows(column, Float64Array.of(row), 1000);
      buffers.add((column as Float64Array).buffer);
    }
    expect(column.length).toBe(1000);
    expect((column as Float64Array).at(-1)).toBe(9999);
    expect(buffers.size).toBeLessThanOrEqual(11);
  });

  test("a column that was handed out does not change", () => {
    const first = appendRows(Int8Array.of(1), Int8Array.of(2), 2);
    const second = appendRows(first, Int8Array.of(3), 2);
    const other = appendRows(first, Int8Array.of(4), 2);
    expect([first, second, other]).toEqual([
      Int8Array.of(1, 2),
      Int8Array.of(2, 3),
      Int8Array.of(2, 4),
    ]);
  });

  test("images are joined row by row", () => {
    const image = new NDArray(Uint8Array.of(1, 2, 3, 4), [2, 2]);
    const joined = appendRows(image, new NDArray(Uint8Array.of(5, 6), [1, 2]), 2);
    expect(joined).toEqual(new NDArray(Uint8Array.of(3, 4, 5, 6), [2, 2]));
  });
});

describe("patching rows", () => {
  test.each([
    ["one row", Int8Array.of(1, 2), 1, 5, Int8Array.of(1, 5)],
    ["a float among integers", Int8Array.of(1, 2), 1, 0.5, Float64Array.of(1, 0.5)],
    ["a text among numbers", Int8Array.of(1, 2), 0, "a", ["a", 2]],
    ["a row that is not there", [1], 3, 5, [1]],
    ["a slice", [0, 1, 2, 3], new Slice(1, 3, null), [8, 9], [0, 8, 9, 3]],
    [
      "a slice with a step",
      [0, 1, 2, 3],
      new Slice(null, null, 2),
      Int8Array.of(8, 9),
      [8, 1, 9, 3],
    ],
  ])("%s", (_, column, index, value, expected) => {
    expect(patchRows(column, index, value)).toEqual(expected);
  });

  test("a row of an image", () => {
    const image = new NDArray(Uint8Array.of(1, 2, 3, 4), [2, 2]);
    expect(patchRows(image, 1, Uint8Array.of(8, 9))).toEqual(
      new NDArray(Uint8Array.of(1, 2, 8, 9), [2, 2]),
    );
  });

  test("a row of an image of integers with fractions", () => {
    const image = new NDArray(Uint8Array.of(1, 2, 3, 4), [2, 2]);
    expect(patchRows(image, 1, Float64Array.of(8.5, -1))).toEqual([
      Uint8Array.of(1, 2),
      Float64Array.of(8.5, -1),
    ]);
  });
});

describe("patching cells of one row", () => {
  const image = (): NDArray => new NDArray(Uint8Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
  const all = new Slice(null, null, null);

  test.each([
    ["one cell", [1, 2], 9, [1, 2, 3, 4, 5, 9]],
    ["a slice", [0, new Slice(1, 3, null)], [8, 9], [1, 8, 9, 4, 5, 6]],
    ["a line and a slice", [1, new Slice(0, 3, 2)], [8, 9], [1, 2, 3, 8, 5, 9]],
    ["a cell that is not there", [1, 3], 9, [1, 2, 3, 4, 5, 6]],
  ])("%s of a list of arrays or of an array", (_, index, value, expected) => {
    const flat = Uint8Array.from(expected);
    expect(patchRows(image(), index, value)).toEqual(new NDArray(flat, [2, 3]));
    const rows = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6)];
    expect(patchRows(rows, index, value)).toEqual([flat.subarray(0, 3), flat.subarray(3)]);
    const lists = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(patchRows(lists, index, value)).toEqual([expected.slice(0, 3), expected.slice(3)]);
  });

  test("row-major, in as many dimensions as there are", () => {
    expect(patchRows([image(), image()], [1, all, new Slice(1, 3, null)], [6, 7, 8, 9])).toEqual([
      image(),
      new NDArray(Uint8Array.of(1, 6, 7, 4, 8, 9), [2, 3]),
    ]);
  });

  test("a fraction among integers", () => {
    expect(patchRows([image()], [0, 1, 1], 0.5)).toEqual([
      [Uint8Array.of(1, 2, 3), Float64Array.of(4, 0.5, 6)],
    ]);
  });
});

describe("slices select what they select in Python", () => {
  test.each([
    [new Slice(null, null, null), [0, 1, 2, 3]],
    [new Slice(-2, null, null), [2, 3]],
    [new Slice(1, 100, 2), [1, 3]],
    [new Slice(null, null, -2), [3, 1]],
    [new Slice(2, null, -1), [2, 1, 0]],
    [new Slice(3, 1, 1), []],
  ])("%o", (slice, expected) => {
    expect(slice.indices(4)).toEqual(expected);
  });
});
