/** Looks of cells that differ from row to row. A chunk of its own: few tables have such. */
import { PLOT_SCHEMA } from "../../model/plot_schema.js";
import type { Columns, Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { ColumnFacts } from "../figure/column.js";
import { GlyphReader, valueAt } from "../figure/spec.js";
import type { Looks } from "./cells.js";

learn(PLOT_SCHEMA);

/** Return the looks that a formatter gives to rows, with the colours of mappers. */
export function looksOf(formatter: Model, columns: Columns): Looks {
  const reader = new GlyphReader(formatter, columns, new ColumnFacts(), {});
  const color = reader.colors("text_color");
  const background = reader.colors("background_color");
  const fontStyle = reader.words("font_style", "normal");
  const align = reader.words("text_align", "left");
  return {
    color: (row) => valueAt(color, row),
    background: (row) => valueAt(background, row),
    fontStyle: (row) => valueAt(fontStyle, row),
    align: (row) => (align.same && !formatter.chosen("text_align") ? "" : valueAt(align, row)),
  };
}
