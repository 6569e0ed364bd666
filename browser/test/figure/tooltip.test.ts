import { describe, expect, it } from "vitest";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { fillTemplate } from "../../src/views/figure/hover/template.js";
import { MemoryModel } from "../memory_model.js";

const columns = {
  x: Float64Array.of(1.23456, 2),
  "two words": ["a", "b"],
  when: [Date.UTC(2024, 0, 5), 0],
  color: ["red", "blue"],
  big: [23n * 10n ** 15n, 0n],
  whole: Float64Array.of(1234567, 0),
  broken: [1234567.891, -0.000123456789],
};
const glyph = new GlyphReader(new MemoryModel("Line"), columns, new ColumnFacts(), {});
const place = { index: 0, name: "curve", x: 7, y: 8, sx: 70, sy: 80, dataX: 1.2, dataY: 3 };

function line(template: string, formatters: Record<string, unknown> = {}): string {
  return fillTemplate(template, formatters, glyph, place).text;
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

  it("shows broken numbers by six digits, but none of the whole ones as zero", () => {
    expect(line("@broken")).toBe("1234568");
    expect(fillTemplate("@broken", {}, glyph, { ...place, index: 1 }).text).toBe("-0.000123457");
  });

  it("shows what is special about the place", () => {
    expect(line("$index of $name at $x, $data_y")).toBe("0 of curve at 7, 3");
    const on = { ...place, segment: 2 };
    expect(fillTemplate("$segment_index", {}, glyph, on).text).toBe("2");
  });

  it("formats dates", () => {
    expect(line("@when{%F}", { "@when": "datetime" })).toBe("2024-01-05");
  });

  it("shows a dash for what is not there", () => {
    expect(line("@nothing")).toBe("–");
  });

  it("shows a colour as a swatch, in words, or both", () => {
    const show = (template: string): unknown => fillTemplate(template, {}, glyph, place);
    expect(show("$swatch:color")).toEqual({ text: "", markup: false, color: "red" });
    expect(show("$color:color")).toEqual({ text: "red", markup: false });
    expect(show("$color[swatch]:color")).toEqual({ text: "red", markup: false, color: "red" });
  });

  it("shows the column that its renderer is called by", () => {
    const named = { ...place, name: "two words" };
    expect(fillTemplate("@$name", {}, glyph, named).text).toBe("a");
    expect(fillTemplate("$name: @$name", {}, glyph, named).text).toBe("two words: a");
  });

  it("formats what is special, and by printf", () => {
    expect(line("$x{0.00}")).toBe("7.00");
    expect(line("$x{%F}", { $x: "datetime" })).toBe("1970-01-01");
    expect(line("@x{%05.1f}", { "@x": "printf" })).toBe("001.2");
    expect(line("@{two words}{%s!}", { "@{two words}": "printf" })).toBe("a!");
  });

  it("takes values in markup for text, unless they are asked for as they are", () => {
    const data = { ...columns, bad: ["<b>&</b>"] };
    const reader = new GlyphReader(new MemoryModel("Line"), data, new ColumnFacts(), {});
    const fill = (template: string, markup: boolean): string =>
      fillTemplate(template, {}, reader, place, markup).text;
    expect(fill("<i>@bad</i>", true)).toBe("<i>&lt;b&gt;&amp;&lt;/b&gt;</i>");
    expect(fill("<i>@bad{safe}</i>", true)).toBe("<i><b>&</b></i>");
    expect(fill("@bad", false)).toBe("<b>&</b>");
    expect(fillTemplate("@bad{safe} @bad", {}, reader, place)).toEqual({
      text: "<b>&</b> &lt;b&gt;&amp;&lt;/b&gt;",
      markup: true,
    });
  });

  it("shows what code of the author's own makes of a value", () => {
    const formatter = new MemoryModel("CustomJSHover", {
      args: { unit: "km" },
      code: "return `${value.toFixed(1)} ${unit} (${format}) at ${special_vars.sx}`",
    });
    expect(line("@x{far}", { "@x": formatter })).toBe("1.2 km (far) at 70");
  });

  it("shows the number of a picture that is pointed at", () => {
    const image = [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ];
    const reader = new GlyphReader(new MemoryModel("Image"), { image }, new ColumnFacts(), {});
    const at = (x: number, y: number): string =>
      fillTemplate("@image", {}, reader, { ...place, within: { x, y } }).text;
    expect([at(0, 0), at(0.9, 0.2), at(1, 1)]).toEqual(["1", "3", "6"]);
  });
});
