import { describe, expect, it } from "vitest";
import { Layer } from "../../src/views/figure/layer.js";
import { entriesOf } from "../../src/views/figure/legend.js";
import { MemoryModel } from "../memory_model.js";

const data = { fruit: ["apple", "pear", "apple", null, "plum"] };
const renderer = new MemoryModel("GlyphRenderer", {
  glyph: new MemoryModel("VBar", {}),
  data_source: new MemoryModel("ColumnDataSource", { data }),
});
const layers = [new Layer(renderer, () => ({}))];

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

  it("names a column that is not there", () => {
    expect(entries({ field: "nut" })).toEqual([{ label: "nut", row: 0 }]);
  });
});
