import { Layer } from "../../src/views/figure/layer.js";
import { MemoryModel } from "../memory_model.js";

/** Return a layer of glyphs whose fields are columns, but those of looks. */
export function layerOf(
  type: string,
  data: Readonly<Record<string, unknown>>,
  looks: Readonly<Record<string, unknown>> = {},
): Layer {
  const named = Object.keys(data).map((field) => [field, { field }]);
  const fields = Object.fromEntries(named) as Record<string, unknown>;
  const glyph = new MemoryModel(type, { ...fields, ...looks });
  const source = new MemoryModel("ColumnDataSource", { data });
  const renderer = new MemoryModel("GlyphRenderer", { data_source: source, glyph });
  return new Layer({ renderer, owner: renderer }, () => ({}));
}
