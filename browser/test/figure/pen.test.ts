import { describe, expect, it } from "vitest";
import { crisp, snap } from "../../src/views/figure/pen.js";

describe("a line", () => {
  it.each([
    [1, 1],
    [2, 1],
    [1, 1.5],
    [2, 1.5],
    [1, 2],
    [3, 2],
    [1, 2.625],
  ])("of %f px covers whole pixels of a screen of ratio %f", (wanted, ratio) => {
    const width = Math.max(1, Math.round(wanted * ratio)) / ratio;
    for (const at of [0, 10, 10.3, 99.5, 123.456]) {
      const edge = (crisp(at, width, ratio) - width / 2) * ratio;
      expect(edge).toBeCloseTo(Math.round(edge), 9);
      expect(Math.abs(crisp(at, width, ratio) - at)).toBeLessThanOrEqual(0.5 / ratio + 1e-9);
    }
  });

  it("ends between pixels", () => {
    expect(snap(10.4, 1)).toBe(10);
    expect(snap(10.4, 2)).toBe(10.5);
  });
});
