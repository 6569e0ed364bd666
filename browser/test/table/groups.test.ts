import { describe, expect, it } from "vitest";
import type { Group } from "../../src/views/table/groups.js";
import { linesOf, totalOf } from "../../src/views/table/groups.js";

const DATA = {
  kind: ["b", "a", null, "b", "a"],
  size: [2, 1, 1, 10, 1],
  price: new Float64Array([1, 2, NaN, 4, 8]),
};
const ALL = [0, 1, 2, 3, 4];
const level = (field: string, collapsed = false) => ({ field, collapsed, totals: [] });

/** Write lines in few letters: values of groups with their level, and numbers of rows. */
function words(lines: readonly (Group | number)[]) {
  return lines.map((line) =>
    typeof line === "number" ? line : `${"-".repeat(line.level)}${String(line.value)}`,
  );
}

/** Return the key of the group at a path of values. */
function keyOf(levels: readonly ReturnType<typeof level>[], ...path: readonly unknown[]) {
  const wanted = [...path];
  const open = levels.map((one) => ({ ...one, collapsed: false }));
  for (const line of linesOf(ALL, open, DATA, new Set())) {
    if (typeof line === "number" || line.value !== wanted[0]) continue;
    if (wanted.length === 1) return line.key;
    wanted.shift();
  }
  throw new Error(`no group at ${path.join(", ")}`);
}

describe("rows in groups", () => {
  it("stand below them, the least first and what is missing last", () => {
    const lines = linesOf(ALL, [level("kind")], DATA, new Set());
    expect(words(lines)).toEqual(["a", 1, 4, "b", 0, 3, "null", 2]);
  });

  it("keep the order that they have been sorted into", () => {
    const lines = linesOf([4, 3, 1, 0], [level("kind")], DATA, new Set());
    expect(words(lines)).toEqual(["a", 4, 1, "b", 3, 0]);
  });

  it("have groups in groups, where numbers are compared as such", () => {
    const lines = linesOf(ALL, [level("kind"), level("size")], DATA, new Set());
    expect(words(lines)).toEqual(["a", "-1", 1, 4, "b", "-2", 0, "-10", 3, "null", "-1", 2]);
  });

  it("are hidden in groups that are closed, each for itself", () => {
    const levels = [level("kind"), level("size", true)];
    const open = linesOf(ALL, levels, DATA, new Set([keyOf(levels, "b"), keyOf(levels, "a", 1)]));
    expect(words(open)).toEqual(["a", "-1", 1, 4, "b", "null", "-1"]);
  });

  it.each([
    ["what is not finite and what is missing", [Infinity, -Infinity, NaN, null, undefined]],
    ["numbers and their digits", [5, "5", 5n]],
    ["numbers that are written alike", [0.1 + 0.2, 0.3]],
    ["words and what they are words for", ["null", null, "true", true, "missing", "object "]],
  ])("are opened and closed apart: %s", (_, values) => {
    const rows = values.map((_value, row) => row);
    const lines = linesOf(rows, [level("kind", true)], { kind: values }, new Set());
    const keys = lines.map((line) => (typeof line === "number" ? "" : line.key));
    const groups = new Set(values.map((value) => (value ?? NaN) as unknown));
    expect(new Set(keys).size).toBe(groups.size);
  });

  it("are one group where the column is not there, and as they are without levels", () => {
    expect(words(linesOf(ALL, [level("none")], DATA, new Set()))[0]).toBe("null");
    expect(linesOf(ALL, [], DATA, new Set())).toEqual(ALL);
  });
});

describe("the total of a group", () => {
  it.each([
    ["SumAggregator", 15],
    ["AvgAggregator", 3.75],
    ["MinAggregator", 1],
    ["MaxAggregator", 8],
    ["Unknown", null],
  ])("by %s is %d, without what is missing", (kind, total) => {
    expect(totalOf(kind, ALL, DATA.price)).toBe(total);
  });

  it("of no numbers is nothing", () => {
    expect(totalOf("SumAggregator", [2], DATA.price)).toBeNull();
    expect(totalOf("SumAggregator", ALL, DATA.kind)).toBeNull();
    expect(totalOf("SumAggregator", ALL, undefined)).toBeNull();
  });
});
