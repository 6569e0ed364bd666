/**
 * The changes of spec/protocol.md section 7, with the keys of the wire and decoded values.
 *
 * Where a value names a model it holds a `Reference`; the document puts the model in its place when it applies the
 * change.
 */
import type { Model } from "../model/model.js";
import type { ModelId } from "../model/types.js";
import type { Slice } from "../model/value.js";

export interface FieldChanged {
  readonly kind: "field_changed";
  readonly model: ModelId;
  readonly field: string;
  readonly value: unknown;
}

export interface ColumnsChanged {
  readonly kind: "columns_changed";
  readonly model: ModelId;
  readonly field: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

export interface ColumnsStreamed {
  readonly kind: "columns_streamed";
  readonly model: ModelId;
  readonly field: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly rollover?: number;
}

/** A row, rows, or cells of one row: that row, and an index or a slice for each dimension of what is in it. */
export type RowIndex = number | Slice | readonly (number | Slice)[];

export type Patches = Readonly<Record<string, readonly (readonly [RowIndex, unknown])[]>>;

export interface ColumnsPatched {
  readonly kind: "columns_patched";
  readonly model: ModelId;
  readonly field: string;
  readonly patches: Patches;
}

export interface RootAdded {
  readonly kind: "root_added";
  readonly model: ModelId;
  readonly index: number;
}

export interface RootRemoved {
  readonly kind: "root_removed";
  readonly model: ModelId;
}

export interface TitleChanged {
  readonly kind: "title_changed";
  readonly title: string;
}

export type ColumnsChange = ColumnsChanged | ColumnsStreamed | ColumnsPatched;

/** A change of rows that is made here, with the model instead of its id, which may still be provisional. */
export type RowsEdit = ColumnsChange extends infer Kind
  ? Kind extends ColumnsChange
    ? Omit<Kind, "model"> & { readonly model: Model }
    : never
  : never;

export type Change = FieldChanged | ColumnsChange | RootAdded | RootRemoved | TitleChanged;

/** A model as it travels, decoded. */
export interface NewModel {
  readonly id: ModelId;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A whole document at a revision. */
export interface Snapshot {
  readonly epoch: string;
  readonly revision: number;
  readonly title: string;
  readonly roots: readonly ModelId[];
  readonly models: readonly NewModel[];
}

/** What one or several transactions left. */
export interface Patch {
  readonly revision: number;
  /** The revision that it starts from. */
  readonly base: number;
  readonly models: readonly NewModel[];
  readonly changes: readonly Change[];
  readonly removed: readonly ModelId[];
  /** Whether other peers asked for it, whose callbacks it is the outcome of as well. */
  readonly foreign?: boolean;
}
