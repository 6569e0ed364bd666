import { describe, expect, it } from "vitest";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { circlePainter } from "../../src/views/figure/painters/circle.js";
import { scatterPainter } from "../../src/views/figure/painters/scatter.js";
import { annulusPainter, wedgePainter } from "../../src/views/figure/painters/wedge.js";
import type { Painter } from "../../src/views/figure/painters/painter.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";
import { paper } from "./paper.js";

/** Return the radii that a painter draws with; a canvas throws at those that are less than nothing. */
function radii(painter: Painter, fields: Record<string, unknown>): number[] {
  const drawn: number[] = [];
  const arc = (_x: number, _y: number, radius: number): void => {
    drawn.push(radius);
  };
  const context = new Proxy(
    { arc },
    {
      get: (own, name) => (name === "arc" ? own.arc : (): void => undefined),
      set: () => true,
    },
  );
  const columns = { x: [10, 20, 30, 40], y: [10, 20, 30, 40], r: [6, -4, NaN, 2] };
  const glyph = new MemoryModel("Any", { x: { field: "x" }, y: { field: "y" }, ...fields });
  const reader = new GlyphReader(glyph, columns, new ColumnFacts(), {});
  painter.paint({ ...paper().frame, context } as never, reader);
  return drawn;
}

describe("rows of a size below nothing", () => {
  const r = { field: "r" };
  const screen = { field: "r", units: "screen" };

  it("are not drawn as markers", () => {
    expect(radii(scatterPainter, { size: r })).toEqual([3, 1]);
  });

  it("are not drawn as circles, slices and rings of pixels", () => {
    expect(radii(circlePainter, { radius: screen })).toEqual([6, 2]);
    const slice = { radius: screen, start_angle: { value: 0 }, end_angle: { value: 1 } };
    expect(radii(wedgePainter, slice)).toEqual([6, 2]);
    const ring = { inner_radius: screen, outer_radius: { value: 9, units: "screen" } };
    expect(radii(annulusPainter, ring)).toEqual([9, 6, 9, 2]);
  });
});
