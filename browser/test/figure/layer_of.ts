import { Layer } from "../../src/views/figure/layer.js";
import { MemoryModel } from "../memory_model.js";

/** Return a layer of glyphs whose fields are columns, but those of looks; some rows may be selected. */
export function layerOf(
  type: string,
  data: Readonly<Record<string, unknown>>,
  looks: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
  indices: readonly number[] = [],
): Layer {
  const named = Object.keys(data).map((field) => [field, { field }]);
  const fields = Object.fromEntries(named) as Record<string, unknown>;
  const glyph = new MemoryModel(type, { ...fields, ...looks });
  const source = new MemoryModel("ColumnDataSource", {
    data,
    selected: new MemoryModel("Selection", { indices }),
  });
  const renderer = new MemoryModel("GlyphRenderer", { data_source: source, glyph, ...more });
  return new Layer({ renderer, owner: renderer }, () => ({}));
}
