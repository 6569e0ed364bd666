/**
 * Rows that authors have streamed or patched and that the server has not returned yet.
 *
 * The page shows them when they return, in the server's order. The code that has made them goes on with them at once.
 */
import { changeColumns } from "../document/columns.js";
import type { Document } from "../document/document.js";
import { asRows } from "../model/column.js";
import type { Model } from "../model/model.js";
import type { Patches, RowIndex, RowsChange } from "../model/types.js";
import { Slice, isRecord } from "../model/value.js";
import { packColumns } from "./draft.js";
import { beside } from "./facade.js";
import type { FacadeHost, Facades, RowsAhead } from "./facade.js";

interface Edit {
  readonly rows: RowsChange;
  readonly seq: number;
  /** The life of the document that it belongs to. */
  readonly epoch: string;
}

/** Columns as authors have them. */
type Columns = Record<string, unknown>;

interface Seen {
  /** What they come of. */
  readonly of: readonly unknown[];
  readonly columns: unknown;
}

/** What is on its way, by source. */
class Ahead implements RowsAhead {
  readonly #edits = new WeakMap<Model, readonly Edit[]>();
  readonly #seen = new WeakMap<Model, Seen>();

  constructor(
    private readonly document: Document,
    private readonly facades: Facades,
    private readonly host: FacadeHost,
  ) {}

  columns(model: Model): unknown {
    const edits = this.#of(model);
    if (edits.length === 0) return undefined;
    const told = model.get("data");
    const of = [told, ...edits];
    const seen = this.#seen.get(model);
    if (seen?.of.length === of.length && of.every((part, at) => part === seen.of[at])) {
      return seen.columns;
    }
    const copy = this.facades.share(told) as Columns;
    for (const { rows } of edits) this.#follow(copy, rows);
    const columns = packColumns(this.facades.take(copy), told);
    this.#seen.set(model, { of, columns });
    return columns;
  }

  edit(model: Model, rows: RowsChange, drafted: unknown): unknown {
    // The server does not know the rows of columns that are on their way to it.
    const whole = rows.kind === "columns_patched" && model.fields.isHeld("data");
    const columns = (drafted ?? (whole ? this.#copy(model) : undefined)) as Columns | undefined;
    if (!whole) this.#send(model, rows);
    if (columns !== undefined) this.#follow(columns, rows);
    if (whole) {
      const data = packColumns(this.facades.take(columns), model.get("data"));
      this.host.announce(model, ["patching", "patch"], () => {
        model.set("data", data);
      });
      this.contained(model);
    }
    return columns;
  }

  contained(model: Model): void {
    this.#edits.delete(model);
  }

  #copy(model: Model): Columns {
    return this.facades.share(this.columns(model) ?? model.get("data")) as Columns;
  }

  /** Return the edits of a source that are on their way, oldest first. */
  #of(model: Model): readonly Edit[] {
    const { epoch, editor } = this.document;
    const acked = editor?.acked ?? Infinity;
    const edits = this.#edits.get(model) ?? [];
    return edits.filter((edit) => edit.seq > acked && edit.epoch === epoch);
  }

  #send(model: Model, rows: RowsChange): void {
    const seq = this.document.editRows({ ...this.#asTold(model, rows), model });
    this.#edits.set(model, [...this.#of(model), { rows, seq, epoch: this.document.epoch }]);
  }

  /** Return an edit with rows named as the server knows them: it has dropped none for what is on its way. */
  #asTold(model: Model, rows: RowsChange): RowsChange {
    const [dropped, length] = this.#moved(model);
    if (dropped === 0 || rows.kind !== "columns_patched") return rows;
    return {
      ...rows,
      patches: mapped(rows.patches, (index, value) => [shifted(index, dropped, length), value]),
    };
  }

  /** Return how many rows will be dropped by what is on its way, and how many there will be. */
  #moved(model: Model): readonly [dropped: number, length: number] {
    let dropped = 0;
    let length = longest(model.get("data"));
    for (const { rows } of this.#of(model)) {
      if (rows.kind !== "columns_streamed") continue;
      const all = length + longest(rows.columns);
      length = Math.min(all, rows.rollover ?? all);
      dropped += all - length;
    }
    return [dropped, length];
  }

  /** Change the columns of an author as an edit of rows does. */
  #follow(columns: Columns, rows: RowsChange): void {
    const { facades } = this;
    const shared: RowsChange =
      rows.kind === "columns_patched"
        ? {
            ...rows,
            patches: mapped(rows.patches, (index, value) => [index, facades.share(value)]),
          }
        : { ...rows, columns: facades.share(rows.columns) as Columns };
    const changed = changeColumns(columns, { ...shared, model: 0 });
    Object.assign(columns, changed.columns);
  }
}

type Pair = readonly [RowIndex, unknown];

function mapped(patches: Patches, change: (...pair: Pair) => Pair): Patches {
  return Object.fromEntries(
    Object.entries(patches).map(([name, pairs]) => [name, pairs.map((pair) => change(...pair))]),
  );
}

function shifted(index: RowIndex, by: number, length: number): RowIndex {
  if (typeof index === "number") return index + by;
  if (index instanceof Slice) {
    return new Slice((index.start ?? 0) + by, (index.stop ?? length) + by, index.step);
  }
  const [row = 0, ...cells] = index;
  return [shifted(row, by, length) as number | Slice, ...cells];
}

function longest(columns: unknown): number {
  if (!isRecord(columns)) return 0;
  return Math.max(0, ...Object.values(columns).map((column) => asRows(column).length));
}

beside.ahead = (...parts) => new Ahead(...parts);
