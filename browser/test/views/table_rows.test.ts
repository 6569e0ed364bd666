import { describe, expect, it } from "vitest";
import { RowOrder, sortRows } from "../../src/views/table/rows.js";
import type { SortKey } from "../../src/views/table/rows.js";

function sorted(length: number, ...keys: SortKey[]): number[] {
  return [
    ...sortRows(
      Int32Array.from({ length }, (_, row) => row),
      keys,
    ),
  ];
}

describe("sorting", () => {
  it("leaves rows that are alike in their order, both ways", () => {
    const column = Float64Array.of(2, 1, 2, 1);
    expect(sorted(4, { column, descending: false })).toEqual([1, 3, 0, 2]);
    expect(sorted(4, { column, descending: true })).toEqual([0, 2, 1, 3]);
  });

  it("puts what is missing last, whichever way it sorts", () => {
    const column = [3, null, 1, NaN, 2];
    expect(sorted(5, { column, descending: false })).toEqual([2, 4, 0, 1, 3]);
    expect(sorted(5, { column, descending: true })).toEqual([0, 4, 2, 1, 3]);
  });

  it("puts what is missing where a comparison says", () => {
    const column = Float64Array.of(NaN, 2, 1);
    expect(sorted(3, { column, descending: false, missing: "first" })).toEqual([0, 2, 1]);
    expect(sorted(3, { column, descending: true, missing: "first" })).toEqual([1, 2, 0]);
    expect(sorted(3, { column, descending: false, missing: "last" })).toEqual([2, 1, 0]);
    expect(sorted(3, { column, descending: true, missing: "last" })).toEqual([0, 1, 2]);
  });

  it("sorts by several columns, the first before the others", () => {
    const group = ["b", "a", "b", "a"];
    const value = Int32Array.of(1, 1, 2, 2);
    const keys = [
      { column: group, descending: false },
      { column: value, descending: true },
    ];
    expect(sorted(4, ...keys)).toEqual([3, 1, 2, 0]);
  });

  it("sorts many numbers as it sorts few", () => {
    const wild = [0, -0, 1e-300, -1e-300, Infinity, -Infinity, 1e300, -5, 5, 0.1];
    const column = Float64Array.from({ length: 6_000 }, (_, row) => {
      const value = wild[row % wild.length] ?? 0;
      return row % 7 === 0 ? ((row * 7919) % 6_007) - 3_000 : value;
    });
    for (const descending of [false, true]) {
      const sign = descending ? -1 : 1;
      const expected = Array.from({ length: 6_000 }, (_, row) => row).sort((first, second) => {
        const [left, right] = [column[first] ?? 0, column[second] ?? 0];
        return left === right ? 0 : sign * (left < right ? -1 : 1);
      });
      expect(sorted(6_000, { column, descending })).toEqual(expected);
    }
  });

  it("compares with what it is given", () => {
    const column = ["AB 10", "AB 2"];
    const number = (text: unknown): number => Number(String(text).split(" ")[1]);
    const compare = (first: unknown, second: unknown): number => number(first) - number(second);
    expect(sorted(2, { column, descending: false })).toEqual([0, 1]);
    expect(sorted(2, { column, descending: false, compare })).toEqual([1, 0]);
  });
});

describe("the order of rows", () => {
  it("is that of the source", () => {
    const order = new RowOrder(3);
    expect([order.length, order.at(2), order.placeOf(2), order.placeOf(3)]).toEqual([3, 2, 2, -1]);
  });

  it("knows the places of the rows that are shown", () => {
    const order = new RowOrder(4, Int32Array.of(3, 1));
    expect([order.length, order.at(0)]).toEqual([2, 3]);
    expect([0, 1, 2, 3, 4].map((row) => order.placeOf(row))).toEqual([-1, 1, -1, 0, -1]);
  });
});
