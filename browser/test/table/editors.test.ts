import { describe, expect, it } from "vitest";
import { misfit } from "../../src/views/table/editors.js";

describe("a column", () => {
  it("of whole numbers says what it cannot hold", () => {
    const small = new Int8Array(2);
    expect(misfit(small, 5)).toBeUndefined();
    expect(misfit(small, -128)).toBeUndefined();
    expect(misfit(small, 128)).toContain("from -128 to 127");
    expect(misfit(small, 2.5)).toContain("whole numbers");
    expect(misfit(small, NaN)).toContain("no empty cells");
    expect(misfit(small, null)).toContain("no empty cells");
    expect(misfit(new Uint32Array(1), -1)).toContain("from 0 to 4294967295");
  });

  it("of anything else takes what its editor gives", () => {
    expect(misfit(new Float64Array(1), NaN)).toBeUndefined();
    expect(misfit(["a"], "b")).toBeUndefined();
    expect(misfit(undefined, 2.5)).toBeUndefined();
  });
});
