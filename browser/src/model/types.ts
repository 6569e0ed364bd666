import type { Slice } from "./value.js";

/** The number by which the server knows a model, unique in its document. */
export type ModelId = number;

/** One column of a data source. Numeric columns are typed arrays, viewed in place. */
export type Column =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | readonly unknown[];

/** The `data` of a column data source. */
export type Columns = Readonly<Record<string, Column>>;

/** What happened to a model, told to whoever observes it. */
export type ModelChange =
  | { readonly kind: "set"; readonly field: string }
  | { readonly kind: "columns"; readonly field: string; readonly columns: readonly string[] }
  | {
      readonly kind: "stream";
      readonly field: string;
      readonly added: number;
      readonly dropped: number;
    }
  | { readonly kind: "patch"; readonly field: string; readonly columns: readonly string[] };

/** A row, rows, or cells of one row: that row, and an index or a slice for each dimension of what is in it. */
export type RowIndex = number | Slice | readonly (number | Slice)[];

/** Pairs of rows and their values, by column. */
export type Patches = Readonly<Record<string, readonly (readonly [RowIndex, unknown])[]>>;

/** A change of the rows of columns, as those who make it say it. */
export type RowsChange =
  | {
      readonly kind: "columns_changed";
      readonly field: string;
      readonly columns: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "columns_streamed";
      readonly field: string;
      readonly columns: Readonly<Record<string, unknown>>;
      readonly rollover?: number;
    }
  | { readonly kind: "columns_patched"; readonly field: string; readonly patches: Patches };

/** Ends an observation. */
export interface Subscription {
  cancel(): void;
}

/** One mirrored model, as views see it. Its fields are those of the class of the same name in Python. */
export interface Model {
  readonly id: ModelId;
  readonly type: string;
  /** How many bytes an edit may take. */
  readonly maxMessage?: number;
  /** Return the value of a field or its default; references come as models. */
  get(field: string): unknown;
  /** Tell whether a field has another value than its default. Of containers only the very default counts as one. */
  chosen(field: string): boolean;
  /** Whether all fields that have been set are known here by now. */
  readonly understood?: boolean;
  /** Edit one field: shown at once and sent to the server. */
  set(field: string, value: unknown): void;
  /** Edit several fields in one transaction. */
  setAll(values: Readonly<Record<string, unknown>>): void;
  /** Append or set rows of columns: shown when the server has put them in order. */
  editRows?(rows: RowsChange): void;
  /** Send a UI event, such as `button_click`. */
  emit(name: string, detail?: Readonly<Record<string, unknown>>): void;
  /** Call the listener after every change of this model's own fields. */
  observe(listener: (change: ModelChange) => void): Subscription;
  /** Tell whether anybody listens to this UI event: Python, or a callback of the browser. */
  observes(event: string): boolean;
}

/** What happened to a document as a whole. */
export type DocumentChange = { readonly kind: "roots" } | { readonly kind: "title" };

/** A mirrored document, as views see it. */
export interface DocumentView {
  readonly roots: readonly Model[];
  readonly title: string;
  observe(listener: (change: DocumentChange) => void): Subscription;
  /** Tell of an event of the document as a whole, such as `document_ready`. */
  emit(model: undefined, name: string): void;
}
