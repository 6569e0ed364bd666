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
    const open = linesOf(ALL, levels, DATA, new Set(['["b"]', '["a",1]']));
    expect(words(open)).toEqual(["a", "-1", 1, 4, "b", "null", "-1"]);
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
