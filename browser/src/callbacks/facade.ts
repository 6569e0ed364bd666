import type { Document } from "../document/document.js";
import { Model } from "../model/model.js";
import type { Patches, RowIndex, RowsChange } from "../model/types.js";
import { Slice, equalValues } from "../model/value.js";
import { fromAuthor, packColumns, packLike, toAuthor } from "./draft.js";
import { changeHere, isFetched } from "./here.js";

/** Whom the facades tell: who runs the callbacks. */
export interface FacadeHost {
  /** Make an edit; the callbacks that it sets off run after it. */
  edit(change: () => void): void;
  /** Make an edit that is announced as these signals alone. */
  announce(model: Model, signals: readonly string[], change: () => void): void;
  /** Call a function of the author's on a signal of a model; again is a no-op. */
  connect(model: Model, signal: string, slot: Slot): void;
  disconnect(model: Model, signal: string, slot: Slot): void;
}

/** What an author connects to a signal. */
export type Slot = (args: unknown, sender: unknown) => unknown;

interface Signal {
  readonly emit: () => void;
  readonly connect: (slot: Slot) => boolean;
  readonly disconnect: (slot: Slot) => boolean;
}

interface Draft {
  /** What the model holds. */
  readonly base: unknown;
  /** The author's copy of it. */
  readonly value: unknown;
}

/** A model as callbacks see it: fields are attributes, and some names that authors know. */
export type Facade = Record<string, unknown>;

/** A row, or a slice of rows, as authors write it. */
type Part = number | { readonly start?: number; readonly stop?: number; readonly step?: number };

/** The same, or a row and a part of each of its dimensions. */
type Index = Part | readonly Part[];

const SOURCE = "ColumnDataSource";

/** Rows that authors have streamed or patched and that the server has not returned yet. */
export interface RowsAhead {
  /** Return columns as they will be when they return, if any are on their way. */
  columns(model: Model): unknown;
  /** Send an edit; change the author's copy of the columns likewise, if there is one, and return it. */
  edit(model: Model, rows: RowsChange, drafted: unknown): unknown;
  /** Take note that all columns have been set, with what is on its way. */
  contained(model: Model): void;
}

/** What comes with a chunk of its own. */
export const beside: {
  ahead?: (document: Document, facades: Facades, host: FacadeHost) => RowsAhead;
  /** What is said where a page allows no code. */
  forbidden?: string;
} = {};

/** The facades of one document, made when first asked for. */
export class Facades {
  readonly document: Readonly<Record<string, unknown>>;

  readonly #document: Document;
  readonly #host: FacadeHost;
  readonly #facades = new WeakMap<Model, Facade>();
  readonly #models = new WeakMap<object, Model>();
  readonly #drafts = new WeakMap<Model, Map<string, Draft>>();
  readonly #ahead: RowsAhead | undefined;

  constructor(document: Document, host: FacadeHost) {
    this.#document = document;
    this.#host = host;
    this.#ahead = beside.ahead?.(document, this, host);
    this.document = this.#makeDocument();
  }

  /** Return what stands for a model. */
  of(model: Model): Facade {
    let facade = this.#facades.get(model);
    if (facade === undefined) {
      facade = this.#make(model);
      this.#facades.set(model, facade);
      this.#models.set(facade, model);
    }
    return facade;
  }

  /** Return a value as its author's own, with what stands for models in place of these. */
  share(value: unknown): unknown {
    return toAuthor(value, this.#wrap);
  }

  /**
   * Return the value of a field as its author's own: it may be changed in place, and stays the same object until the
   * field gets another value from elsewhere.
   */
  read(model: Model, field: string): unknown {
    const base = this.#base(model, field);
    if (typeof base !== "object" || base === null) return base;
    if (base instanceof Model) return this.of(base);
    const draft = this.#drafts.get(model)?.get(field);
    if (draft?.base === base) return draft.value;
    const value = toAuthor(base, this.#wrap);
    this.#keep(model, field, value);
    return value;
  }

  /** Return what a field holds, or will when what is on its way has returned. */
  #base(model: Model, field: string): unknown {
    return (field === "data" ? this.#ahead?.columns(model) : undefined) ?? model.get(field);
  }

  /** Return a value that an author has made as a model can hold it. */
  take(value: unknown): unknown {
    return fromAuthor(value, this.#unwrap);
  }

  #write(model: Model, values: Readonly<Record<string, unknown>>): void {
    this.#host.edit(() => {
      this.#set(model, values);
    });
  }

  #set(model: Model, values: Readonly<Record<string, unknown>>): void {
    const lowered = Object.entries(values).map(([field, value]) => {
      const plain = fromAuthor(value, this.#unwrap);
      const pack = isSource(model) && field === "data" ? packColumns : packLike;
      return [field, pack(plain, model.get(field))] as const;
    });
    const { data: value, ...others } = Object.fromEntries(lowered);
    if (value !== undefined && isFetched(model)) {
      changeHere(this.#document, { kind: "field_changed", model: model.id, field: "data", value });
      model.setAll(others);
    } else if (value !== undefined && equalValues(value, this.#ahead?.columns(model))) {
      model.setAll(others);
    } else {
      model.setAll(Object.fromEntries(lowered));
      if (value !== undefined) this.#ahead?.contained(model);
    }
    for (const [field, value] of Object.entries(values)) {
      const plain = typeof value !== "object" || value === null || this.#models.has(value);
      if (!plain) this.#keep(model, field, value);
    }
  }

  #keep(model: Model, field: string, value: unknown): void {
    let drafts = this.#drafts.get(model);
    if (drafts === undefined) {
      drafts = new Map();
      this.#drafts.set(model, drafts);
    }
    drafts.set(field, { base: this.#base(model, field), value });
  }

  /** Return what the author may have changed in place. */
  #edited(model: Model, only?: string): Record<string, unknown> {
    const drafts = [...(this.#drafts.get(model) ?? [])].filter(
      ([field, { base }]) => (only ?? field) === field && this.#base(model, field) === base,
    );
    return Object.fromEntries(drafts.map(([field, { value }]) => [field, value]));
  }

  readonly #wrap = (value: unknown): unknown =>
    value instanceof Model ? this.of(value) : undefined;

  readonly #unwrap = (value: unknown): unknown =>
    typeof value === "object" && value !== null ? this.#models.get(value) : undefined;

  #make(model: Model): Facade {
    const members = this.#members(model);
    const isField = (name: string): boolean =>
      // Of a type that nobody here knows, every name may be a field.
      model.get(name) !== undefined || (model.get("name") === undefined && !name.startsWith("_"));
    return new Proxy<Facade>(
      {},
      {
        get: (own, name) => {
          if (typeof name === "symbol") {
            return name === Symbol.toStringTag ? model.type : undefined;
          }
          if (Object.hasOwn(own, name)) return own[name];
          if (Object.hasOwn(members, name)) return members[name]?.();
          return this.read(model, name);
        },
        set: (own, name, value: unknown) => {
          if (typeof name === "symbol" || Object.hasOwn(members, name)) return false;
          if (isField(name)) this.#write(model, { [name]: value });
          else own[name] = value;
          return true;
        },
        has: (own, name) =>
          Object.hasOwn(own, name) ||
          (typeof name === "string" && (Object.hasOwn(members, name) || isField(name))),
      },
    );
  }

  /** What a model has besides its fields, by functions that make it. */
  #members(model: Model): Readonly<Record<string, () => unknown>> {
    const change = this.#signal(model, "change");
    const properties = this.#properties(model);
    return {
      id: () => model.id,
      type: () => model.type,
      document: () => this.document,
      change: () => change,
      properties: () => properties,
      attributes: () => this.of(model),
      setv: () => (values: Readonly<Record<string, unknown>>) => {
        this.#write(model, values);
      },
      connect: () => (signal: Signal, slot: Slot) => signal.connect(slot),
      disconnect: () => (signal: Signal, slot: Slot) => signal.disconnect(slot),
      ...(model.type === "Figure" ? { reset: () => resetting(model) } : {}),
      ...(isSource(model) ? this.#sourceMembers(model) : {}),
    };
  }

  #sourceMembers(model: Model): Readonly<Record<string, () => unknown>> {
    const columns = (): Record<string, unknown> =>
      this.read(model, "data") as Record<string, unknown>;
    const length = (): number => {
      const lengths = Object.values(columns()).map((column) => (column as unknown[]).length);
      return lengths.length === 0 ? 0 : Math.min(...lengths);
    };
    return {
      length,
      get_length: () => length,
      columns: () => () => Object.keys(columns()),
      get_column: () => (name: string) => columns()[name] ?? null,
      get_array: () => (name: string) => columns()[name] ?? [],
      clear: () => () => {
        const empty = Object.keys(columns()).map((name) => [name, []]);
        this.#write(model, { data: Object.fromEntries(empty) });
      },
      stream: () => (added: unknown, rollover?: number | null) => {
        const rows = packColumns(fromAuthor(added, this.#unwrap), model.get("data"));
        const columns = rows as Readonly<Record<string, unknown>>;
        const kept = typeof rollover === "number" ? { rollover: Math.max(rollover, 0) } : {};
        const kind = "columns_streamed";
        this.#editRows(model, { kind, field: "data", columns, ...kept });
      },
      patch: () => (patches: Readonly<Record<string, readonly (readonly [Index, unknown])[]>>) => {
        const indexed = Object.entries(patches).map(([name, pairs]) => [
          name,
          pairs.map(([index, value]) => [toRows(index), fromAuthor(value, this.#unwrap)]),
        ]);
        const told = Object.fromEntries(indexed) as Patches;
        const kind = "columns_patched";
        this.#editRows(model, { kind, field: "data", patches: told });
      },
      streaming: () => this.#signal(model, "streaming"),
      patching: () => this.#signal(model, "patching"),
    };
  }

  #editRows(model: Model, rows: RowsChange): void {
    if (isFetched(model)) changeHere(this.#document, { ...rows, model: model.id });
    else if (this.#ahead === undefined) this.#document.editRows({ ...rows, model });
    else {
      const columns = this.#ahead.edit(model, rows, this.#edited(model, "data")["data"]);
      // Authors go on with the columns that they have asked for.
      if (columns !== undefined) this.#keep(model, "data", columns);
    }
  }

  #announced(
    model: Model,
    signals: readonly string[],
    values: Readonly<Record<string, unknown>>,
  ): void {
    this.#host.announce(model, signals, () => {
      this.#set(model, values);
    });
  }

  #properties(model: Model): object {
    return new Proxy(
      {},
      {
        get: (_, field) => {
          if (typeof field === "symbol" || model.get(field) === undefined) return undefined;
          return {
            name: field,
            change: this.#signal(model, `change:${field}`),
            get_value: () => this.read(model, field),
            set_value: (value: unknown) => {
              this.#write(model, { [field]: value });
            },
          };
        },
        has: (_, field) => typeof field === "string" && model.get(field) !== undefined,
      },
    );
  }

  #signal(model: Model, name: string): Signal {
    const only = name.startsWith("change:") ? name.slice("change:".length) : undefined;
    return {
      emit: () => {
        this.#announced(model, [name], this.#edited(model, only));
      },
      connect: (slot) => {
        this.#host.connect(model, name, slot);
        return true;
      },
      disconnect: (slot) => {
        this.#host.disconnect(model, name, slot);
        return true;
      },
    };
  }

  #makeDocument(): Readonly<Record<string, unknown>> {
    const document = this.#document;
    const named = (name: string): Facade[] =>
      [...document.models.values()]
        .filter((model) => model.get("name") === name)
        .map((model) => this.of(model));
    const one = (name: string): Facade | null => {
      const [found = null, ...others] = named(name);
      if (others.length > 0) throw new Error(`several models are called ${name}`);
      return found;
    };
    return Object.freeze({
      roots: () => document.roots.map((model) => this.of(model)),
      title: () => document.title,
      get_model_by_id: (id: number | string) => {
        const model = document.model(Number(id));
        return model === undefined ? null : this.of(model);
      },
      get_model_by_name: one,
      select: named,
      select_one: one,
      send_message: (msg_type: string, msg_data: unknown = null) => {
        const detail = { msg_type, msg_data: fromAuthor(msg_data, this.#unwrap) };
        document.emit(undefined, "message_sent", detail);
      },
    });
  }
}

function isSource(model: Model): boolean {
  return model.type === SOURCE || isFetched(model);
}

function toRows(index: Index): RowIndex {
  return isParts(index) ? index.map(toPart) : toPart(index);
}

function isParts(index: Index): index is readonly Part[] {
  return typeof index === "object" && Array.isArray(index);
}

function toPart(index: Part): number | Slice {
  if (typeof index === "number") return index;
  return new Slice(index.start ?? null, index.stop ?? null, index.step ?? null);
}

/** The signal that has a figure show what it showed at first. */
function resetting(figure: Model): Pick<Signal, "emit"> {
  return {
    emit: () => {
      void import("./resetting.js").then(({ reset }) => {
        reset(figure);
      });
    },
  };
}
