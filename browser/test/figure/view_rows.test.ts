import { describe, expect, it } from "vitest";
import { modelsOf, rowsOf } from "../../src/views/figure/view_rows.js";
import { MemoryModel } from "../memory_model.js";

const columns = { kind: ["a", "b", "a", "c"] };

function filter(type: string, fields: Record<string, unknown>): MemoryModel {
  return new MemoryModel(type, fields);
}

function rows(of: MemoryModel | null): number[] {
  return rowsOf(new MemoryModel("CDSView", { filter: of }), columns, 4);
}

const some = filter("IndexFilter", { indices: new Int32Array([0, 1, 9]) });
const group = filter("GroupFilter", { column_name: "kind", group: "a" });

describe("a view", () => {
  it("takes all rows without a filter", () => {
    expect(rows(null)).toEqual([0, 1, 2, 3]);
    expect(rows(filter("IndexFilter", { indices: null }))).toEqual([0, 1, 2, 3]);
    expect(rows(filter("AllIndices", {}))).toEqual([0, 1, 2, 3]);
  });

  it("takes the rows that its filter takes", () => {
    expect(rows(some)).toEqual([0, 1]);
    expect(rows(group)).toEqual([0, 2]);
    expect(rows(filter("BooleanFilter", { booleans: [false, true] }))).toEqual([1]);
    expect(rows(filter("GroupFilter", { column_name: "gone", group: "a" }))).toEqual([]);
  });

  it.each([
    ["IntersectionFilter", [0]],
    ["UnionFilter", [0, 1, 2]],
    ["DifferenceFilter", [1]],
    ["SymmetricDifferenceFilter", [1, 2]],
  ])("combines filters by %s", (type, expected) => {
    expect(rows(filter(type, { operands: [some, group] }))).toEqual(expected);
  });

  it("takes what a filter leaves", () => {
    expect(rows(filter("InversionFilter", { operand: some }))).toEqual([2, 3]);
  });

  it("depends on all its filters", () => {
    const both = filter("UnionFilter", { operands: [some, group] });
    const view = new MemoryModel("CDSView", { filter: both });
    expect([...modelsOf(view)]).toEqual([view, both, some, group]);
  });
});
