import type { Defaults } from "../model/defaults.js";
import { Model } from "../model/model.js";
import type { ModelHost } from "../model/model.js";
import { Observers } from "../model/observers.js";
import type { Report } from "../model/observers.js";
import type {
  DocumentChange,
  DocumentView,
  ModelChange,
  ModelId,
  Subscription,
} from "../model/types.js";
import { copyValue } from "../model/value.js";
import type { Change, ColumnsChange, NewModel, Patch, RowsEdit, Snapshot } from "./change.js";
import { changeColumns } from "./columns.js";
import { DocumentError, RevisionError, UnknownModelError } from "./errors.js";
import { resolve, resolveRecord } from "./resolve.js";
import type { Lookup } from "./resolve.js";

/** Sends on what is done to the models here: the session. */
export interface Editor {
  /** The size of the largest message that the server takes, in bytes. */
  readonly maxMessage: number;
  edit(model: Model, values: Readonly<Record<string, unknown>>): void;
  emit(
    model: Model | undefined,
    name: string,
    detail: Readonly<Record<string, unknown>> | undefined,
  ): void;
  /** The highest number of a message that the server has acknowledged. */
  readonly acked: number;
  /** Return the number of the message. */
  editRows(rows: RowsEdit): number;
  /** Make edits that set each other off, as one as far as that is possible. */
  together(edit: () => void): void;
}

/** Runs the callbacks of the application that belong into the browser. */
export interface Runner {
  /** A model has changed, as its observers have been told. */
  changed(model: Model, change: ModelChange): void;
  /**
   * An event has happened to a model; to the document where it is the model of its events. One without a name is
   * that the model has come, or what it has to do here.
   */
  happened(model: Model, name: string, detail?: Readonly<Record<string, unknown>>): void;
}

/** The type of the model that subscribes to the events of the document itself. */
const DOCUMENT_EVENTS = "DocumentEvents";

/**
 * The browser's copy of a document: models by their ids, the roots among them, and where in the server's order it is.
 *
 * It applies what comes from the server. Observers hear of it when a whole message is applied, so they never see half
 * of a transaction. What is done to a model here goes to the `editor`.
 */
export class Document implements ModelHost, DocumentView {
  /** Who sends edits to the server; without one the document cannot be edited. */
  editor: Editor | undefined;
  /** Makes who runs callbacks when the first model with some arrives; without it none are run. */
  makeRunner: (() => Runner) | undefined;
  /** Which life of the document this is; empty before the first snapshot. */
  epoch = "";
  revision = 0;

  readonly #defaults: Defaults;
  readonly #report: Report;
  readonly #observers = new Observers<DocumentChange>();
  readonly #renamed = new Map<ModelId, Model>();
  #models = new Map<ModelId, Model>();
  #roots: readonly Model[] = [];
  #title = "";
  #notices: (() => void)[] | undefined;
  #runner: Runner | undefined;
  #events: Model | undefined;
  #foreign = false;

  constructor(defaults: Defaults, report: Report) {
    this.#defaults = defaults;
    this.#report = report;
  }

  get roots(): readonly Model[] {
    return this.#roots;
  }

  get title(): string {
    return this.#title;
  }

  get models(): ReadonlyMap<ModelId, Model> {
    return this.#models;
  }

  get maxMessage(): number {
    return this.editor?.maxMessage ?? 0;
  }

  /** Return a model; a provisional id finds it even after the server has given the final one. */
  model(id: ModelId): Model | undefined {
    return this.#models.get(id) ?? this.#renamed.get(id);
  }

  /** Call the listener when the roots or the title have changed. */
  observe(listener: (change: DocumentChange) => void): Subscription {
    return this.#observers.add(listener);
  }

  /** Make a model that joins the document when a field of one of its models is set to it. */
  create(type: string, fields: Readonly<Record<string, unknown>>): Model {
    const model = new Model(this, 0, type);
    for (const [name, value] of Object.entries(fields)) {
      model.fields.confirm(name, copyValue(value));
    }
    return model;
  }

  edit(model: Model, values: Readonly<Record<string, unknown>>): void {
    this.#connectedEditor(model.type).edit(model, values);
  }

  /** Make edits that set each other off; they reach the server as one as far as that is possible. */
  together(edit: () => void): void {
    if (this.editor === undefined) edit();
    else this.editor.together(edit);
  }

  /** Append or set rows, which shows when the server returns it; return the number of the message. */
  editRows(rows: RowsEdit): number {
    return this.#connectedEditor(rows.model.type).editRows(rows);
  }

  /** Run the callbacks of an event here, then tell the application if it wants to know. */
  emit(model: Model | undefined, name: string, detail?: Readonly<Record<string, unknown>>): void {
    const target = model ?? this.#events;
    if (target === undefined) {
      return;
    }
    this.#runner?.happened(target, name, detail);
    if (target.subscribes(name)) {
      this.#connectedEditor(target.type).emit(model, name, detail);
    }
  }

  defaultOf(type: string, field: string): unknown {
    return this.#defaults.get(type, field);
  }

  /** Run a function that changes models, then tell the observers of all that it changed. */
  transact(change: () => void): void {
    if (this.#notices !== undefined) {
      change();
      return;
    }
    const notices: (() => void)[] = [];
    this.#notices = notices;
    try {
      change();
    } finally {
      // Observers may edit, which is a transaction of its own.
      this.#notices = undefined;
      for (const notify of notices) notify();
    }
  }

  /** Replace everything by a snapshot. Within one epoch models stay the objects that they are. */
  restore(snapshot: Snapshot): void {
    this.transact(() => {
      const before = snapshot.epoch === this.epoch ? this.#models : new Map<ModelId, Model>();
      this.#models = new Map();
      this.#events = undefined;
      if (snapshot.epoch !== this.epoch) {
        this.#renamed.clear();
      }
      for (const [id, model] of before) {
        if (id < 0) {
          this.#models.set(id, model);
        }
      }
      this.#register(snapshot.models, before);
      this.epoch = snapshot.epoch;
      this.revision = snapshot.revision;
      this.#setRoots(snapshot.roots.map(this.#lookup));
      this.#setTitle(snapshot.title);
    });
  }

  /**
   * Apply what transactions left.
   *
   * Throws an error of the document if the patch does not belong here; then part of it may be applied, and only a
   * snapshot helps.
   */
  apply(patch: Patch): void {
    if (patch.base !== this.revision) {
      throw new RevisionError(patch.base, this.revision);
    }
    this.transact(() => {
      this.#foreign = patch.foreign ?? false;
      try {
        this.#register(patch.models, this.#models);
        for (const change of patch.changes) {
          this.#apply(change);
        }
      } finally {
        this.#foreign = false;
      }
      for (const id of patch.removed) {
        this.#remove(id);
      }
      this.revision = patch.revision;
    });
  }

  /** @internal Give a model that was made here the id by which the server knows it. */
  rename(provisional: ModelId, final: ModelId): void {
    const model = this.#models.get(provisional);
    if (model !== undefined) {
      this.#models.delete(provisional);
      this.#renamed.set(provisional, model);
      model.rename(final);
      this.#models.set(final, model);
    }
  }

  /** @internal Take in a model that was made here. */
  adopt(model: Model, provisional: ModelId): void {
    model.rename(provisional);
    this.#models.set(provisional, model);
  }

  /** @internal Let go of a model that the server did not take. */
  forget(model: Model): void {
    this.#models.delete(model.id);
  }

  /** @internal Tell the observers of a model when the transaction ends. */
  noticed(model: Model, change: ModelChange): void {
    const foreign = this.#foreign;
    this.#notices?.push(() => {
      model.notify(change, this.#report);
      if (!foreign) {
        this.#runner?.changed(model, change);
      }
    });
  }

  readonly #lookup: Lookup = (id) => {
    const model = this.model(id);
    if (model === undefined) {
      throw new UnknownModelError(id);
    }
    return model;
  };

  #connectedEditor(what: string): Editor {
    if (this.editor === undefined) {
      throw new DocumentError(`cannot edit ${what}: it belongs to no session now`);
    }
    return this.editor;
  }

  #remove(id: ModelId): void {
    this.#models.delete(id);
    for (const [provisional, model] of this.#renamed) {
      if (model.id === id) {
        this.#renamed.delete(provisional);
      }
    }
  }

  // All are registered before any reference is resolved: spec/protocol.md section 6.
  #register(added: readonly NewModel[], known: ReadonlyMap<ModelId, Model>): void {
    const models = added.map(({ id, type }) => {
      const same = known.get(id);
      const model = same?.type === type ? same : new Model(this, id, type);
      this.#models.set(id, model);
      return model;
    });
    models.forEach((model, index) => {
      const fields = resolveRecord(added[index]?.fields ?? {}, this.#lookup);
      const changed = model.fields.confirmAll(new Map(Object.entries(fields)));
      // What is new here changes nothing for anybody.
      if (known.get(model.id) === model) {
        for (const field of changed) {
          this.noticed(model, { kind: "set", field });
        }
      }
      for (const field of Object.keys(fields)) {
        this.#expectCallbacks(model, field);
      }
      if (model.type === DOCUMENT_EVENTS) {
        this.#events = model;
      }
    });
  }

  #expectCallbacks(model: Model, field: string): void {
    if (/backs?$|a_url$/.test(field)) {
      (this.#runner ??= this.makeRunner?.())?.happened(model, "");
    }
  }

  #apply(change: Change): void {
    switch (change.kind) {
      case "field_changed": {
        const model = this.#lookup(change.model);
        if (model.fields.confirm(change.field, resolve(change.value, this.#lookup))) {
          this.noticed(model, { kind: "set", field: change.field });
        }
        this.#expectCallbacks(model, change.field);
        break;
      }
      case "columns_changed":
      case "columns_streamed":
      case "columns_patched":
        this.#changeColumns(change);
        break;
      case "root_added": {
        const root = this.#lookup(change.model);
        const others = this.#roots.filter((other) => other !== root);
        this.#setRoots([...others.slice(0, change.index), root, ...others.slice(change.index)]);
        break;
      }
      case "root_removed":
        this.#setRoots(this.#roots.filter((root) => root.id !== change.model));
        break;
      case "title_changed":
        this.#setTitle(change.title);
        break;
    }
  }

  #changeColumns(change: ColumnsChange): void {
    const model = this.#lookup(change.model);
    const before =
      model.fields.confirmed(change.field) ?? copyValue(this.defaultOf(model.type, change.field));
    const resolved =
      change.kind === "columns_patched"
        ? change
        : { ...change, columns: resolveRecord(change.columns, this.#lookup) };
    const after = changeColumns(before, resolved);
    if (model.fields.confirm(change.field, after.columns)) {
      this.noticed(model, after.change);
    }
  }

  #setRoots(roots: readonly Model[]): void {
    const same = roots.every((root, at) => root === this.#roots[at]);
    if (same && roots.length === this.#roots.length) return;
    this.#roots = roots;
    this.#noticedHere({ kind: "roots" });
  }

  #setTitle(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.#noticedHere({ kind: "title" });
  }

  #noticedHere(change: DocumentChange): void {
    this.#notices?.push(() => {
      this.#observers.notify(change, this.#report);
    });
  }
}
