import { describe, expect, it } from "vitest";
import type { Level, Line } from "../../src/views/table/groups.js";
import { linesOf } from "../../src/views/table/groups.js";
import { columnsOf, readStates, sizeOf, statesOf } from "../../src/views/table/target.js";

const DATA = {
  kind: ["a", "b", "a", null, "b", "a"],
  size: [1, 1, 2, NaN, 1, 2.5],
};
const ROWS = DATA.kind.map((_, row) => row);

function levelsOf(...collapsed: boolean[]): Level[] {
  return collapsed.map((each, at) => ({
    field: at === 0 ? "kind" : "size",
    totals: [],
    collapsed: each,
  }));
}

function keysOf(lines: readonly Line[]): string[] {
  return [...statesOf(lines).keys()];
}

/** What a page reads of what another one told: which groups are open. */
function heard(lines: readonly Line[], levels: readonly Level[]): Map<string, boolean> {
  const states = readStates(
    columnsOf(lines, (row) => DATA.kind[row]),
    levels,
    DATA,
  );
  return new Map([...states].map(([key, { isOpen }]) => [key, isOpen]));
}

describe("what a target says", () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])("is what was told, with levels that are collapsed: %s, %s", (first, second) => {
    const levels = levelsOf(first, second);
    const all = keysOf(linesOf(ROWS, levelsOf(false, false), DATA, new Set()));
    expect(all).toHaveLength(8);
    for (const one of [undefined, ...all]) {
      for (const other of all) {
        const toggled = new Set([one, other].filter((key) => key !== undefined));
        const lines = linesOf(ROWS, levels, DATA, toggled);
        expect(heard(lines, levels)).toEqual(statesOf(lines));
      }
    }
  });

  it("is heard whatever order the rows are in", () => {
    const levels = levelsOf(false, true);
    const lines = linesOf([5, 4, 3, 2, 1, 0], levels, DATA, new Set());
    expect(heard(lines, levels)).toEqual(statesOf(lines));
  });

  it("is nothing where it is of other groups, of other rows, or none", () => {
    const told = columnsOf(linesOf(ROWS, levelsOf(false), DATA, new Set()), () => "x");
    const bySize = [{ field: "size", totals: [], collapsed: false }];
    expect(readStates(told, bySize, DATA).size).toBe(0);
    expect(readStates(told, levelsOf(false), { kind: [], size: [] }).size).toBe(0);
    expect(readStates({ row_indices: [], labels: [] }, levelsOf(false), DATA).size).toBe(0);
    expect(readStates({ row_indices: 1 }, levelsOf(false), DATA).size).toBe(0);
    expect(readStates({ row_indices: [[], "x"], labels: [] }, levelsOf(false), DATA).size).toBe(0);
  });
});

describe("what is told", () => {
  it("has its size, which has an end", () => {
    const levels = levelsOf(true);
    expect(sizeOf(linesOf(ROWS, levels, DATA, new Set()))).toBe(2 * 3 + 6);
  });

  it.each([
    [400_000, "1200000 numbers and names, at most 900000"],
    [260_000, "260000 groups, at most 240000"],
  ])("is refused where it is of %i groups, which are shown all the same", (count, why) => {
    const many = Array.from({ length: count }, (_, row) => row);
    const lines = linesOf(many, levelsOf(true), { kind: many }, new Set());
    expect(lines).toHaveLength(count);
    expect(() => columnsOf(lines, () => "")).toThrow(why);
  });
});
