/** What sources make of the answers that pages fetch for them. */
import { asRows } from "../model/column.js";
import { NDArray, isRecord } from "../model/value.js";

type Columns = Readonly<Record<string, unknown>>;

/** So many columns an answer may have. */
const MAX_COLUMNS = 1_000;

/** Return the columns of an answer: lists of numbers are arrays of them, with NaN for what is missing. */
export function columnsOf(told: unknown): Columns {
  const answer: unknown = told instanceof Map ? Object.fromEntries(told) : told;
  if (!isRecord(answer)) {
    throw new TypeError("the answer is no object of lists by the names of columns");
  }
  const columns = Object.entries(answer);
  if (columns.length > MAX_COLUMNS) {
    throw new RangeError(`the answer has more than ${MAX_COLUMNS} columns`);
  }
  return Object.fromEntries(columns.map(([name, column]) => [name, toColumn(name, column)]));
}

function toColumn(name: string, column: unknown): unknown {
  if (!Array.isArray(column)) {
    if (ArrayBuffer.isView(column)) return column;
    throw new TypeError(`the column ${JSON.stringify(name)} of the answer is no list`);
  }
  const values: readonly unknown[] = column;
  return isNumeric(values) ? Float64Array.from(values, (value) => value ?? NaN) : values;
}

function isNumeric(values: readonly unknown[]): values is readonly (number | null)[] {
  return (
    values.some((value) => typeof value === "number") &&
    values.every((value) => typeof value === "number" || value === null)
  );
}

/** Return what of an answer follows the rows that are there; the first rows are all of it. */
export function following(
  known: unknown,
  fresh: Columns,
): { readonly first: boolean; readonly columns: Columns } {
  const names = isRecord(known) ? Object.keys(known) : [];
  const lengths = isRecord(known)
    ? Object.values(known).map((column) => asRows(column).length)
    : [];
  const missing = names.filter((name) => !Object.hasOwn(fresh, name));
  if (missing.length > 0) {
    throw new TypeError(`the answer has no column ${JSON.stringify(missing[0])}, which is there`);
  }
  const added = new Set(Object.values(fresh).map((column) => asRows(column).length));
  if (added.size > 1) throw new TypeError("the columns of the answer have unequal lengths");
  if (lengths.length === 0 || Math.max(...lengths) === 0) return { first: true, columns: fresh };
  return { first: false, columns: Object.fromEntries(names.map((name) => [name, fresh[name]])) };
}

/** Return columns with no more than so many rows, the last ones. */
export function lastRows(columns: Columns, most: number): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      const rows = asRows(column);
      return [name, rows instanceof NDArray ? rows : rows.slice(-most)];
    }),
  );
}
