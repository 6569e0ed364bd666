/** Runs the callbacks of an application that belong into the browser. A chunk of its own: most pages have none. */
import type { Document, Runner } from "../document/document.js";
import { CALLBACK_SCHEMA } from "../model/callback_schema.js";
import { Model } from "../model/model.js";
import type { ModelChange } from "../model/types.js";
import { isRecord } from "../model/value.js";
import { learn } from "../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../model/widget_schema.js";
import type { ErrorInfo } from "../session/sync.js";
import { compile, looksLikeModule, shelf } from "./custom_js.js";
import type { Run } from "./custom_js.js";
import { ACTIONS } from "./declared.js";
import { Facades, beside } from "./facade.js";
import type { FacadeHost, Slot } from "./facade.js";
import { isFetched } from "./here.js";

/** So many callbacks may come of one change; more set each other off without end. */
const MAX_CASCADE = 1_000;

/** Fields of tools and menus that hold a callback; an event of such a name runs it. */
const HELD = /^(?:(?:active_)?callback|action)$/;

/** Make who runs the callbacks of a document. */
export async function makeRunner(
  document: Document,
  tell: (info: ErrorInfo) => void,
): Promise<Runner> {
  learn(CALLBACK_SCHEMA);
  learn(WIDGET_SCHEMA);
  const chunks: Promise<unknown>[] = [import("./beside.js")];
  if ([...document.models.values()].some((model) => model.type === "Figure")) {
    // Its chunk knows the defaults of what figures are made of.
    chunks.push(import("../views/figure/figure.js"));
  }
  await Promise.allSettled(chunks);
  return new CallbackRunner(document, tell);
}

interface Task {
  /** By what it is told apart: a model or a function of the author's. */
  readonly what: object;
  readonly call: () => unknown;
}

interface Compiled {
  readonly key: string;
  /** Nothing where it cannot be compiled. */
  readonly run: Run | undefined;
}

/** One after another, in the order of what sets them off; a callback ends before those that it sets off begin. */
export class CallbackRunner implements Runner, FacadeHost {
  readonly #document: Document;
  readonly #facades: Facades;
  readonly #tell: (info: ErrorInfo) => void;
  readonly #tasks: Task[] = [];
  readonly #compiled = new WeakMap<Model, Compiled>();
  readonly #slots = new WeakMap<Model, Map<string, Set<Slot>>>();
  readonly #told = new WeakSet();
  readonly #globals: { readonly Bokeh: unknown };
  #busy = false;
  #forbidden = false;
  #announcing: Model | undefined;

  constructor(document: Document, tell: (info: ErrorInfo) => void) {
    this.#document = document;
    this.#tell = tell;
    this.#facades = new Facades(document, this);
    this.#globals = {
      get Bokeh(): unknown {
        return (globalThis as { readonly Bokeh?: unknown }).Bokeh ?? standIn;
      },
    };
    const standIn: unknown = Object.setPrototypeOf({ documents: [this.#facades.document] }, shelf);
  }

  changed(model: Model, change: ModelChange): void {
    if (model === this.#announcing) return;
    this.#signal(model, signalsOf(change));
    this.#run();
  }

  happened(model: Model, name: string, detail?: Readonly<Record<string, unknown>>): void {
    if (name === "" && isFetched(model)) this.#fetchFor(model);
    if (HELD.test(name)) this.#call(model, name, detail);
    const callbacks = listed(model.get("js_event_callbacks"), name);
    if (callbacks.length === 0) return;
    const origin =
      model.type === "DocumentEvents" ? this.#facades.document : this.#facades.of(model);
    const shared = this.#facades.share(detail ?? {}) as object;
    const event = { ...shared, event_name: name, origin, model: origin };
    for (const callback of callbacks) this.#add(callback, model, event);
    this.#run();
  }

  #fetchFor(source: Model): void {
    import("./web_source.js")
      .then(({ fetchFor }) => {
        fetchFor(source, this.#document, async (adapter, model, response) => {
          if (!(adapter instanceof Model)) return response;
          const columns = await this.#execute(adapter, model, undefined, { response });
          return this.#facades.take(columns);
        });
      })
      .catch((cause: unknown) => {
        this.#note(source, "No rows can be fetched:", cause);
      });
  }

  /** Run the callback that a field of a model holds. */
  #call(model: Model, field: string, detail: Readonly<Record<string, unknown>> = {}): void {
    const callback = model.get(field);
    if (!(callback instanceof Model)) return;
    const decides = model.type === "CustomAction" && !(field === "callback" && isChosen(model));
    const { inspected, ...data } = detail;
    const call = async (): Promise<void> => {
      // The rows of a source that are pointed at are this page's own.
      if (isRecord(inspected) && inspected["source"] instanceof Model) {
        this.#facades.of(inspected["source"])["inspected"] = inspected["rows"];
      }
      const active = await this.#execute(callback, model, undefined, data);
      if (decides && typeof active === "boolean") model.set("active", active);
    };
    this.#tasks.push({ what: callback, call });
    this.#run();
  }

  edit(change: () => void): void {
    this.#document.together(() => {
      const busy = this.#busy;
      this.#busy = true;
      try {
        change();
      } finally {
        this.#busy = busy;
      }
      this.#run();
    });
  }

  announce(model: Model, signals: readonly string[], change: () => void): void {
    this.edit(() => {
      const before = this.#announcing;
      this.#announcing = model;
      try {
        change();
      } finally {
        this.#announcing = before;
      }
      this.#signal(model, signals);
    });
  }

  connect(model: Model, signal: string, slot: Slot): void {
    let signals = this.#slots.get(model);
    if (signals === undefined) {
      signals = new Map();
      this.#slots.set(model, signals);
    }
    signals.set(signal, (signals.get(signal) ?? new Set()).add(slot));
  }

  disconnect(model: Model, signal: string, slot: Slot): void {
    this.#slots.get(model)?.get(signal)?.delete(slot);
  }

  #signal(model: Model, signals: readonly string[]): void {
    for (const signal of signals) {
      for (const callback of listed(model.get("js_property_callbacks"), signal)) {
        this.#add(callback, model, undefined);
      }
      for (const slot of this.#slots.get(model)?.get(signal) ?? []) {
        const call = (): unknown => slot(undefined, this.#facades.of(model));
        this.#tasks.push({ what: slot, call });
      }
    }
  }

  #add(callback: Model, cause: Model, event: object | undefined): void {
    this.#tasks.push({ what: callback, call: () => this.#execute(callback, cause, event) });
  }

  #run(): void {
    if (this.#busy || this.#tasks.length === 0) return;
    this.#document.together(this.#runAll);
  }

  readonly #runAll = (): void => {
    this.#busy = true;
    let left = MAX_CASCADE;
    for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) {
      left -= 1;
      if (left < 0) {
        this.#tasks.length = 0;
        this.#note(this, "Callbacks without end were stopped");
      } else {
        this.#runTask(task);
      }
    }
    this.#busy = false;
  };

  #runTask({ what, call }: Task): void {
    const failed = (error: unknown): void => {
      const name = what instanceof Model ? `${what.type} (id ${what.id})` : "A callback";
      this.#note(what, `${name} failed:`, error);
    };
    try {
      const result = call();
      if (result instanceof Promise) result.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  #execute(
    callback: Model,
    cause: Model,
    event: object | undefined,
    detail: Readonly<Record<string, unknown>> = {},
  ): unknown {
    if (callback.type === "CustomJS") {
      const args = this.#facades.read(callback, "args");
      const object = event ?? this.#facades.of(cause);
      return this.#compile(callback)?.(
        isRecord(args) ? args : {},
        object,
        this.#facades.share(detail),
        this.#globals,
      );
    }
    const action = Object.hasOwn(ACTIONS, callback.type) ? ACTIONS[callback.type] : undefined;
    if (action === undefined) throw new TypeError(`${callback.type} is no callback`);
    action(callback, cause, detail);
    return undefined;
  }

  /** Return the code of a callback, compiled when it first runs or was changed. */
  #compile(callback: Model): Run | undefined {
    if (this.#forbidden) return undefined;
    const code = String(callback.get("code"));
    const args = callback.get("args");
    const names = isRecord(args) ? Object.keys(args) : [];
    const said = callback.get("module");
    const module = said === true || (said !== false && looksLikeModule(code));
    const key = JSON.stringify([module, names, code]);
    const known = this.#compiled.get(callback);
    if (known?.key === key) return known.run;
    this.#told.delete(callback);
    this.#compiled.set(callback, { key, run: undefined });
    try {
      const run = compile(code, names, module);
      this.#compiled.set(callback, { key, run });
      return run;
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      this.#forbidden = true;
      const message = beside.forbidden ?? "CustomJS cannot run";
      console.error(`DocSync: ${message}`);
      this.#tell({ message });
      return undefined;
    }
  }

  /** Write to the console, once about each thing. */
  #note(about: object, ...words: unknown[]): void {
    if (this.#told.has(about)) return;
    this.#told.add(about);
    console.error("DocSync:", ...words);
  }
}

function signalsOf(change: ModelChange): readonly string[] {
  switch (change.kind) {
    case "set":
    case "columns":
      return [`change:${change.field}`, "change"];
    case "stream":
      return ["streaming", "stream"];
    case "patch":
      return ["patching", "patch"];
  }
}

/** Whether a tool has another callback that decides whether it is active. */
function isChosen(tool: Model): boolean {
  return tool.get("active_callback") !== null;
}

function listed(callbacks: unknown, name: string): Model[] {
  const found = isRecord(callbacks) && Object.hasOwn(callbacks, name) ? callbacks[name] : undefined;
  return Array.isArray(found) ? found.filter((item) => item instanceof Model) : [];
}
