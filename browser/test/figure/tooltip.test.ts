import { describe, expect, it } from "vitest";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { tooltipRows } from "../../src/views/figure/tooltip.js";
import { MemoryModel } from "../memory_model.js";

const columns = {
  x: Float64Array.of(1.23456, 2),
  "two words": ["a", "b"],
  when: [Date.UTC(2024, 0, 5), 0],
  color: ["red", "blue"],
  big: [23n * 10n ** 15n, 0n],
  whole: Float64Array.of(1234567, 0),
};
const glyph = new GlyphReader(new MemoryModel("Line"), columns, new ColumnFacts(), {});
const place = { index: 0, name: "curve", x: 7, y: 8, sx: 70, sy: 80, dataX: 1.2, dataY: 3 };

function line(template: string, formatters: Record<string, unknown> = {}): string {
  return tooltipRows([["label", template]], formatters, glyph, place)[0]?.text ?? "";
}

describe("a tooltip", () => {
  it("shows columns of the row, also with spaces in their names", () => {
    expect(line("@x")).toBe("1.23456");
    expect(line("(@x{0.00}, @{two words})")).toBe("(1.23, a)");
  });

  it("shows whole numbers whole, however large", () => {
    expect(line("@whole")).toBe("1234567");
    expect(line("@big")).toBe("23000000000000000");
  });

  it("shows what is special about the place", () => {
    expect(line("$index of $name at $x, $data_y")).toBe("0 of curve at 7, 3");
  });

  it("formats dates", () => {
    expect(line("@when{%F}", { "@when": "datetime" })).toBe("2024-01-05");
  });

  it("shows a dash for what is not there", () => {
    expect(line("@nothing")).toBe("–");
  });

  it("shows a colour as a swatch", () => {
    const [row] = tooltipRows([["", "$swatch:color"]], {}, glyph, place);
    expect(row).toEqual({ label: "", text: "", color: "red" });
  });
});
