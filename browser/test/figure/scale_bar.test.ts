import { expect, it } from "vitest";
import { placeAt } from "../../src/views/figure/marks/scale_bar.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import type { GlyphReader } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";
import { paper } from "./paper.js";

it("A scale bar stands at values of the ranges that it names", () => {
  const own = paper().frame;
  const other = new LinearScale({ start: 0, end: 10 }, 0, 100);
  const frame: Frame = { ...own, others: { x: new Map([["other", other]]), y: new Map() } };
  const at = (values: Readonly<Record<string, unknown>>): number => {
    const glyph = new MemoryModel("ScaleBar", values);
    return placeAt(frame, { glyph, factors: {} } as unknown as GlyphReader, "x", 5);
  };
  expect(at({})).toBe(5);
  expect(at({ x_range_name: "other" })).toBe(50);
  expect(at({ x_range_name: "other", x_units: "screen" })).toBe(5);
});
