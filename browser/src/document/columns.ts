import { appendRows, asRows, patchRows } from "../model/column.js";
import type { Rows } from "../model/column.js";
import type { ModelChange } from "../model/types.js";
import { isRecord } from "../model/value.js";
import type { ColumnsChange, ColumnsPatched, ColumnsStreamed } from "./change.js";

/** Columns after a change, and what to tell those who look at them. */
export interface ChangedColumns {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly change: ModelChange;
}

/** Return the columns as they are after the change; untouched ones stay the same objects. */
export function changeColumns(before: unknown, change: ColumnsChange): ChangedColumns {
  const columns = isRecord(before) ? before : {};
  switch (change.kind) {
    case "columns_changed": {
      const names = Object.keys(change.columns);
      return {
        columns: { ...columns, ...change.columns },
        change: { kind: "columns", field: change.field, columns: names },
      };
    }
    case "columns_streamed":
      return stream(columns, change);
    case "columns_patched":
      return patch(columns, change);
  }
}

function stream(
  columns: Readonly<Record<string, unknown>>,
  change: ColumnsStreamed,
): ChangedColumns {
  const rollover = change.rollover ?? Number.MAX_SAFE_INTEGER;
  const rows = Object.entries(change.columns).map(
    ([name, added]) => [name, asRows(added)] as const,
  );
  const added = Math.max(0, ...rows.map(([, fresh]) => fresh.length));
  const before = lengthOf(columns);
  const after = merged(
    columns,
    rows.map(([name, fresh]) => [name, appendRows(columnOf(columns, name), fresh, rollover)]),
  );
  const dropped = before + added - lengthOf(after);
  return { columns: after, change: { kind: "stream", field: change.field, added, dropped } };
}

function patch(columns: Readonly<Record<string, unknown>>, change: ColumnsPatched): ChangedColumns {
  const after = Object.entries(change.patches).map(([name, pairs]) => {
    const patched = pairs.reduce(
      (column, [index, value]) => patchRows(column, index, value),
      columnOf(columns, name),
    );
    return [name, patched] as const;
  });
  const names = Object.keys(change.patches);
  return {
    columns: merged(columns, after),
    change: { kind: "patch", field: change.field, columns: names },
  };
}

function columnOf(columns: Readonly<Record<string, unknown>>, name: string): Rows {
  return asRows(Object.hasOwn(columns, name) ? columns[name] : []);
}

// Assigning to a name such as __proto__ would not make a column of it.
function merged(
  columns: Readonly<Record<string, unknown>>,
  changed: readonly (readonly [string, Rows])[],
): Record<string, unknown> {
  return { ...columns, ...Object.fromEntries(changed) };
}

function lengthOf(columns: Readonly<Record<string, unknown>>): number {
  const lengths = Object.values(columns).map((column) => asRows(column).length);
  return lengths.length === 0 ? 0 : Math.min(...lengths);
}
