import { beforeEach, describe, expect, it, vi } from "vitest";
import { extras } from "../../src/views/figure/extras.js";
import type { MarkScene } from "../../src/views/figure/extras.js";
import { mapFactors } from "../../src/views/figure/factor.js";
import "../../src/views/figure/marks.js";
import { frameOf, noting } from "./noting.js";
import { MemoryModel } from "../memory_model.js";

/** An outline of its own, which says what it is. */
class Outline {
  readonly #steps: string[] = [];

  moveTo(...at: number[]): void {
    this.#steps.push(`M${at.join()}`);
  }

  lineTo(...at: number[]): void {
    this.#steps.push(`L${at.join()}`);
  }

  rect(...box: number[]): void {
    this.#steps.push(`R${box.join()}`);
  }

  toString(): string {
    return this.#steps.join(" ");
  }
}

beforeEach(() => {
  vi.stubGlobal("Path2D", Outline);
});

const LINE = { line_color: "red", line_width: 2 };
const AREA = { fill_color: "blue", line_color: null };
const source = new MemoryModel("ColumnDataSource", {
  data: { at: [10, 40], low: [20, 30], high: [60, 70] },
});
const ROWS = { source, base: { field: "at" }, lower: { field: "low" }, upper: { field: "high" } };
const HEAD = new MemoryModel("OpenHead", { size: 10, line_color: "green" });
const ENDS = { x_start: 10, y_start: 20, x_end: 60, y_end: 20 };

/** Return what an annotation draws on a figure with a hundred units of a pixel in both directions. */
function drawn(type: string, fields: Readonly<Record<string, unknown>>): string {
  const { context, noted } = noting();
  const scene = { model: new MemoryModel("Figure", {}), palette: {}, box: vi.fn() };
  const factors = { x: mapFactors(["a", "b", "c"]) };
  const model = new MemoryModel(type, fields);
  const mark = extras.mark?.(model, () => factors, scene as unknown as MarkScene);
  mark?.paint(Object.assign(frameOf(context), { palette: {} }));
  return noted
    .filter((each, at) => at % 2 === 1 || each !== noted[at - 2])
    .join(" ")
    .trim();
}

describe("an annotation", () => {
  it.each([
    ["Span", { location: 30, dimension: "height", ...LINE }, "M30,0 L30,100 stroke red 2"],
    ["Span", { location: 30, dimension: "width", ...LINE }, "M0,70 L100,70 stroke red 2"],
    ["Span", { location: "b", dimension: "height", ...LINE }, "M2,0 L2,100 stroke red 2"],
    ["Span", { location: null, dimension: "width", ...LINE }, ""],
    [
      "Span",
      { location: 30, location_units: "screen", dimension: "width", ...LINE },
      "M0,70 L100,70 stroke red 2",
    ],
    [
      "BoxAnnotation",
      { left: 10, right: 30, bottom: 20, top: 60, ...AREA },
      "R10.5,40.5,20,40 fill blue",
    ],
    ["BoxAnnotation", { left: 10, ...AREA }, "R10.5,0.5,90,100 fill blue"],
    [
      "BoxAnnotation",
      { left: 10, right: 30, bottom: 20, top: 60, inverted: true, ...AREA },
      "R10.5,40.5,20,40 R0,0,100,100 fill blue holes",
    ],
    [
      "BoxAnnotation",
      { left: 10, right: 30, inverted: true, ...LINE, fill_color: "blue" },
      "R10,0,20,100 R0,0,100,100 fill blue holes stroke red 2",
    ],
    [
      "PolyAnnotation",
      { xs: [10, 30, 20], ys: [10, 10, 40], ...AREA },
      "L10,90 L30,90 L20,60 Z fill blue",
    ],
    ["Band", { ...ROWS, dimension: "height", ...AREA }, "M10,80 L40,70 L40,30 L10,40 Z fill blue"],
    [
      "Band",
      { ...ROWS, dimension: "width", ...AREA, ...LINE },
      "M20,90 L30,60 L70,60 L60,90 Z fill blue stroke red 2",
    ],
    [
      "Whisker",
      { ...ROWS, dimension: "height", ...LINE, lower_head: null, upper_head: null },
      "M10,80 L10,40 stroke red 2 M40,70 L40,30 stroke red 2",
    ],
    [
      "Whisker",
      { ...ROWS, dimension: "width", ...LINE, lower_head: null, upper_head: null },
      "M20,90 L60,90 stroke red 2 M30,60 L70,60 stroke red 2",
    ],
    ["Arrow", { ...ENDS, ...LINE, start: null, end: null }, "M10,80 L60,80 stroke red 2"],
    [
      "Arrow",
      { ...ENDS, ...LINE, start: null, end: HEAD },
      "M10,80 L60,80 stroke red 2 T60,80 turn0 M-10,-5 L0,0 L-10,5 stroke green 1",
    ],
    [
      "Arrow",
      { ...ENDS, ...LINE, start: HEAD, end: null },
      "M10,80 L60,80 stroke red 2 T10,80 turn3.14 M-10,-5 L0,0 L-10,5 stroke green 1",
    ],
  ])("draws a %s as it says: %j", (type, fields, expected) => {
    expect(drawn(type, fields)).toBe(expected);
  });

  it("draws a Slope from edge to edge, and what is above and below it", () => {
    const slope = { gradient: 2, y_intercept: 10, ...LINE };
    expect(drawn("Slope", slope)).toMatch(/^L0,90 L1.56,86.88 .* L100,-110 stroke red 2$/);
    const above = drawn("Slope", { ...slope, above_fill_color: "blue" });
    expect(above).toMatch(/ L100,-110 L100,0 L0,0 Z fill blue L0,90 /);
    const below = drawn("Slope", { ...slope, below_fill_color: "blue" });
    expect(below).toMatch(/ L100,-110 L100,100 L0,100 Z fill blue L0,90 /);
  });
});
