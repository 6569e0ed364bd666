/**
 * The changes of spec/protocol.md section 7, with the keys of the wire and decoded values.
 *
 * Where a value names a model it holds a `Reference`; the document puts the model in its place when it applies the
 * change.
 */
import type { Model } from "../model/model.js";
import type { ModelId, RowsChange } from "../model/types.js";

export interface FieldChanged {
  readonly kind: "field_changed";
  readonly model: ModelId;
  readonly field: string;
  readonly value: unknown;
}

/** One of the three changes of rows, of a model of the document. */
export type ColumnsChange = RowsChange & { readonly model: ModelId };

export type ColumnsStreamed = Extract<ColumnsChange, { readonly kind: "columns_streamed" }>;

export type ColumnsPatched = Extract<ColumnsChange, { readonly kind: "columns_patched" }>;

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

/** A change of rows that is made here, with the model instead of its id, which may still be provisional. */
export type RowsEdit = RowsChange & { readonly model: Model };

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
