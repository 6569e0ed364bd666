import { describe, expect, it } from "vitest";
import { Layer } from "../../src/views/figure/layer.js";
import { entriesOf, gridOf, legendsOf, renderLegend } from "../../src/views/figure/legend.js";
import { MemoryModel } from "../memory_model.js";

const data = { fruit: ["apple", "pear", "apple", null, "plum"] };
const renderer = new MemoryModel("GlyphRenderer", {
  glyph: new MemoryModel("VBar", {}),
  data_source: new MemoryModel("ColumnDataSource", { data }),
});
const layers = [new Layer({ renderer, owner: renderer }, () => ({}))];

function entries(label: unknown, fields: Record<string, unknown> = {}) {
  const item = new MemoryModel("LegendItem", { label, renderers: [renderer], ...fields });
  return entriesOf(item, layers);
}

describe("an item of a legend", () => {
  it("says what its label says", () => {
    expect(entries({ value: "fruit" })).toEqual([{ label: "fruit", row: 0 }]);
    expect(entries({ value: "fruit" }, { index: 2 })).toEqual([{ label: "fruit", row: 2 }]);
  });

  it("has a line for each value of a column, which looks like the first row with it", () => {
    expect(entries({ field: "fruit" })).toEqual([
      { label: "apple", row: 0 },
      { label: "pear", row: 1 },
      { label: "plum", row: 4 },
    ]);
  });

  it("has no line if it says nothing", () => {
    expect(entries(null)).toEqual([]);
  });

  it("names a column that is not there", () => {
    expect(entries({ field: "nut" })).toEqual([{ label: "nut", row: 0 }]);
  });
});

describe("a legend", () => {
  const shown = (fruit: readonly string[]): boolean => {
    const glyph = new MemoryModel("Wedge", {});
    const source = new MemoryModel("ColumnDataSource", { data: { fruit } });
    const pie = new MemoryModel("GlyphRenderer", { glyph, data_source: source });
    const item = new MemoryModel("LegendItem", {
      label: { field: "fruit" },
      renderers: [pie],
      visible: true,
    });
    const legend = new MemoryModel("Legend", { items: [item] });
    const layer = new Layer({ renderer: pie, owner: pie }, () => ({}));
    return renderLegend(legend, [layer]).strings.join("").includes("legend");
  };

  it("that was put beside the plot, too, is not over it any more", () => {
    const [over, moved] = [new MemoryModel("Legend", {}), new MemoryModel("Legend", {})];
    const figure = new MemoryModel("Figure", { center: [over, moved], above: [moved] });
    expect(legendsOf(figure, "center", false, [])).toEqual([over]);
    expect(legendsOf(figure, "above", false, [])).toEqual([moved]);
  });

  it("is shown as soon as it has an entry", () => {
    expect([shown([]), shown(["apple"])]).toEqual([false, true]);
  });
});

describe("the entries of a legend", () => {
  const grid = (values: Record<string, unknown>): unknown =>
    gridOf(new MemoryModel("Legend", values), 5);

  it("stand in rows and columns as the author wants", () => {
    expect(grid({ ncols: 2 })).toEqual({ count: 3, down: true });
    expect(grid({ nrows: 2 })).toEqual({ count: 2, down: true });
    expect(grid({ orientation: "horizontal", ncols: 2 })).toEqual({ count: 2, down: false });
    expect(grid({ orientation: "horizontal", nrows: 2 })).toEqual({ count: 3, down: false });
    expect(grid({ nrows: 9 })).toEqual({ count: 5, down: true });
    expect(grid({ ncols: "auto", nrows: "auto" })).toBeUndefined();
  });
});
