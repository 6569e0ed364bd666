import { appendRows, asRows, patchRows, rowsOf } from "../../../model/column.js";
import type { Rows } from "../../../model/column.js";
import type { Column, Columns, Model, RowsChange } from "../../../model/types.js";
import { NDArray, isTypedArray } from "../../../model/value.js";
import { isRecord } from "../../field.js";

/** What tells how far the server has dealt with the edits of a document. */
export interface Courier {
  readonly lastSeq: number;
  readonly acked: number;
}

interface Waiting {
  readonly change: RowsChange;
  readonly seq: number;
}

const MAX_ROWS = Number.MAX_SAFE_INTEGER;

/**
 * A source as it will be: with the edits that the server has not put in order yet, and with one that is being made.
 *
 * Its columns are drawn in place of those of the model. So whoever drags a point sees it move, and it does not jump
 * back while the edit travels; what others do meanwhile shows, too.
 */
export class Echo {
  #waiting: Waiting[] = [];
  #live: RowsChange | undefined;
  #known: { readonly base: unknown; readonly columns: Columns } | undefined;

  constructor(
    readonly source: Model,
    /** Finds who sends the edits: from where the last one was made, for other figures may have gone. */
    public courier: () => Courier | undefined,
  ) {}

  /** Whether it differs from the model. */
  get differs(): boolean {
    return this.#live !== undefined || this.#waiting.length > 0;
  }

  /** Whether edits are on their way. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  get columns(): Columns {
    const base = this.source.get("data");
    if (!this.differs) return this.settled;
    if (this.#known !== undefined && this.#known.base === base) return this.#known.columns;
    const { settled } = this;
    const columns = this.#live === undefined ? settled : applied(settled, this.#live);
    this.#known = { base, columns };
    return columns;
  }

  /** The columns without the edit that is being made. */
  get settled(): Columns {
    const base = this.source.get("data");
    if (!isRecord(base)) return {};
    return this.#waiting.map(({ change }) => change).reduce(applied, base as Columns);
  }

  /** Show an edit that is not complete, in place of the last one. */
  show(change: RowsChange | undefined): void {
    this.#live = change;
    this.#known = undefined;
  }

  /** Make an edit. */
  make(change: RowsChange): void {
    this.show(undefined);
    this.source.editRows?.(change);
    const courier = this.courier();
    if (courier !== undefined) this.#waiting.push({ change, seq: courier.lastSeq });
  }

  /** Forget the edits that the server has dealt with; the columns may have changed in place. */
  settle(): void {
    const { acked, lastSeq } = this.courier() ?? { acked: MAX_ROWS, lastSeq: 0 };
    // What a server that has forgotten the tab never got is not under way any more.
    this.#waiting = this.#waiting.filter(({ seq }) => seq > acked && seq <= lastSeq);
    this.#known = undefined;
  }
}

/** Return the columns after a change. None of those before is touched. */
export function applied(columns: Columns, change: RowsChange): Columns {
  switch (change.kind) {
    case "columns_changed":
      return { ...columns, ...(change.columns as Columns) };
    case "columns_streamed": {
      const { rollover = MAX_ROWS } = change;
      const after = Object.entries(change.columns).map(([name, added]) => [
        name,
        appendRows(copied(columns[name]), asRows(added), rollover),
      ]);
      return { ...columns, ...(Object.fromEntries(after) as Columns) };
    }
    case "columns_patched": {
      const after = Object.entries(change.patches).map(([name, pairs]) => [
        name,
        pairs.reduce<Rows>(
          (column, [index, value]) => patchRows(column, index, value),
          copied(columns[name]),
        ),
      ]);
      return { ...columns, ...(Object.fromEntries(after) as Columns) };
    }
  }
}

/** Return a column without some of its rows. */
export function without(column: Column, dropped: ReadonlySet<number>): Column {
  const stays = (_: unknown, index: number): boolean => !dropped.has(index);
  const rows = asRows(column);
  if (isTypedArray(rows)) return rows.filter(stays);
  return [...rowsOf(rows)].filter(stays);
}

function copied(column: Column | undefined): Rows {
  const rows = asRows(column);
  if (rows instanceof NDArray) return new NDArray(rows.data.slice(), rows.shape);
  return rows.slice();
}
