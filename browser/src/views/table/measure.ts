import type { Writer } from "./cells.js";
import type { ColumnView } from "./grid.js";
import type { RowOrder } from "./rows.js";
import { cellOf } from "./rows.js";

/** So many rows from the top say how wide a column has to be. */
const LOOKED_AT = 40;
const WIDEST = 420;
/** What stands beside the words of a cell, and of a head with its arrow. */
const PADDING = 22;
const HEAD_PADDING = 38;

let context: CanvasRenderingContext2D | null | undefined;

/** Return the width that a column needs for what is in it, in CSS pixels. */
export function contentWidth(column: ColumnView, order: RowOrder, element: Element): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return column.width;
  const { fontFamily } = getComputedStyle(element);
  context.font = `600 12.5px ${fontFamily}`;
  let widest = context.measureText(column.title).width + HEAD_PADDING;
  context.font = `13px ${fontFamily}`;
  const { writer, values } = column;
  for (let place = 0; place < Math.min(order.length, LOOKED_AT); place += 1) {
    const row = order.at(place);
    if (row < 0) continue;
    const words = written(writer, cellOf(values, row), row).slice(0, 80);
    widest = Math.max(widest, context.measureText(words).width + PADDING);
  }
  return Math.min(Math.ceil(widest), WIDEST);
}

/** Return what a cell says, be it words or markup. */
function written(writer: Writer, value: unknown, row: number): string {
  if (writer.fill === undefined) return writer.words(value);
  const cell = document.createElement("div");
  writer.fill(cell, value, row);
  return cell.textContent.trim();
}
