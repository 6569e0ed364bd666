/** The columns of a table: in their order, with what writes their cells, and as wide as they have to be. */
import type { Columns, Model } from "../../model/types.js";
import { flag, number, reference, text } from "../field.js";
import type { Parts } from "./cells.js";
import { writerOf } from "./cells.js";
import type { ColumnView } from "./grid.js";
import type { Key } from "./sorting.js";

/** What cells are written with, and the widths that people have given columns. */
export interface Look {
  readonly data: Columns;
  readonly parts: Parts;
  readonly widths: ReadonlyMap<Key, number>;
}

/** How wide columns are to be. */
export interface Widths {
  readonly mode: string;
  /** Whether columns have the widths that somebody has given them. */
  readonly exact: boolean;
  readonly widths: ReadonlyMap<Key, number>;
}

/** What a number of four signs needs, in CSS pixels. */
const SHORT = 54;

/** Row numbers, boxes and what has no formatter. */
const PLAIN = writerOf(undefined, undefined, {}, {});

/** Return the columns of a table in the order that its author has given them. */
export function keysOf(table: Model, known: readonly Model[]): readonly Key[] {
  const keys: Key[] = known.filter((one) => flag(one, "visible", true));
  const at = table.get("index_position");
  if (typeof at === "number") {
    const count = keys.length;
    keys.splice(Math.min(Math.max(at < 0 ? count + 1 + at : at, 0), count), 0, "index");
  }
  if (table.get("selectable") === "checkbox") keys.unshift("check");
  return keys;
}

/** Make a column of a table. */
export function columnOf(key: Key, table: Model, { data, parts, widths }: Look): ColumnView {
  const sortable = flag(table, "sortable", true);
  const common = { values: undefined, model: undefined, least: 40, writer: PLAIN, field: "" };
  if (key === "check") {
    return { ...common, kind: "check", title: "", sortable: false, width: 36 };
  }
  if (key === "index") {
    const width = widths.get(key) ?? number(table, "index_width", 40);
    const title = text(table, "index_header");
    return { ...common, kind: "index", title, sortable, width };
  }
  const field = text(key, "field");
  const values = data[field];
  return {
    kind: "cell",
    model: key,
    field,
    title: typeof key.get("title") === "string" ? text(key, "title") : field,
    sortable: sortable && flag(key, "sortable", true),
    values,
    writer: writerOf(reference(key, "formatter"), values, data, parts),
    width: widths.get(key) ?? number(key, "width", 300),
    least: 40,
  };
}

/** Return a column with what is in its source now. */
export function refreshed(column: ColumnView, { data, parts }: Look): ColumnView {
  if (column.model === undefined) return column;
  const values = data[column.field];
  const formatter = reference(column.model, "formatter");
  return { ...column, values, writer: writerOf(formatter, values, data, parts) };
}

/** Give columns the widths that they have to have for what is in them; returns how wide they are together. */
export function measure(
  columns: readonly ColumnView[],
  { mode, exact, widths }: Widths,
  widthOf: (column: ColumnView) => number,
): number {
  const fits = mode === "fit_columns" || mode === "fit_viewport";
  for (const column of columns.filter(({ kind }) => kind === "cell")) {
    const content = widthOf(column);
    const given = column.model === undefined ? undefined : widths.get(column.model);
    if (fits && given === undefined) column.width = content;
    // Where columns share the room, one that was made narrow has what short numbers need.
    const asked = exact ? column.width : Math.max(column.width, Math.min(content, SHORT));
    column.least = Math.min(asked, Math.max(content, 44), 130);
    column.tight = exact && content > column.width;
  }
  return columns.reduce((sum, { width }) => sum + width, 2);
}
