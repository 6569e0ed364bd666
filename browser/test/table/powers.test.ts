import { describe, expect, it } from "vitest";
import { writerOf } from "../../src/views/table/cells.js";
import { MemoryModel } from "../memory_model.js";

function written(value: number, fields: Readonly<Record<string, unknown>> = {}): string {
  const formatter = new MemoryModel("ScientificFormatter", fields);
  return writerOf(formatter, [value], {}, {}).words(value);
}

describe("powers of ten in a table", () => {
  it("have as many decimals as was asked for, so that they stand below each other", () => {
    expect([1e-4, 1.234e5].map((value) => written(value, { precision: 2 }))).toEqual([
      "1.00e-4",
      "1.23e+5",
    ]);
  });

  it("have those that they need if nobody has asked", () => {
    expect([1e-4, 1.25e6].map((value) => written(value))).toEqual(["1e-4", "1.25e+6"]);
  });

  it("are not written for numbers near one", () => {
    expect([0.5, 10, 0].map((value) => written(value, { precision: 2 }))).toEqual([
      "0.5",
      "10",
      "0",
    ]);
  });
});
