import { beforeEach, expect, it, vi } from "vitest";
import { Head } from "../../src/views/figure/marks/head.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";

beforeEach(() => {
  vi.stubGlobal("CSS", { supports: () => true });
});

/** Return what is drawn of a head for some rows: fills, strokes with their dashes, and how deep each is. */
function drawn(type: string, fields: Readonly<Record<string, unknown>>, rows = 2): unknown[] {
  const model = new MemoryModel(type, fields);
  const columns = { big: [10, 20], tone: ["red", "blue"], kind: ["dashed", "solid"] };
  const arrow = new MemoryModel("Arrow", {});
  const reader = new GlyphReader(arrow, columns, new ColumnFacts(), {});
  const noted: unknown[] = [];
  let dash: readonly number[] = [];
  const target = {
    setLineDash: (lengths: readonly number[]) => (dash = lengths),
    lineTo: (x: number) => (x < 0 ? noted.push(x) : 0),
    fill: () => noted.push(["fill", target.fillStyle]),
    stroke: () => noted.push(["stroke", target.strokeStyle, ...dash]),
    fillStyle: "",
    strokeStyle: "",
  };
  const context = new Proxy(target, {
    get: (it, name): unknown => Reflect.get(it, name) ?? (() => undefined),
  }) as unknown as CanvasRenderingContext2D;
  const frame = { palette: { text: "#123456" }, context } as unknown as Frame;
  const head = new Head(model, frame, reader);
  for (let row = 0; row < rows; row += 1) {
    noted.push(head.before(row));
    head.draw(context, 0, 0, 0, row);
  }
  return noted;
}

it("The heads of arrows have the sizes, colours and dashes of their rows", () => {
  const fields = { size: { field: "big" }, fill_color: { field: "tone" } };
  expect(drawn("NormalHead", { ...fields, line_dash: { field: "kind" } })).toEqual([
    ...[9, -10, ["fill", "red"], ["stroke", "#123456", 6]],
    ...[18, -20, ["fill", "blue"], ["stroke", "#123456"]],
  ]);
  expect(drawn("OpenHead", { size: 8, line_dash: [1, 2], line_color: "green" }, 1)).toEqual([
    0,
    -8,
    ["stroke", "green", 1, 2],
  ]);
});

it("A head without a size, or without colours, is not drawn", () => {
  expect(drawn("VeeHead", { size: 0 }, 1)).toEqual([0]);
  expect(drawn("NormalHead", { size: 10, fill_color: null, line_color: null }, 1)).toEqual([
    9, -10,
  ]);
});
