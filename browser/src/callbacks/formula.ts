/** Functions of the application's own that compute a value for a view: what a tick or a tooltip says. */
import type { Model } from "../model/types.js";
import { isModel, isRecord, record, text } from "../views/field.js";
import { compile, looksLikeModule, shelf } from "./custom_js.js";
import type { Run } from "./custom_js.js";
import "./shelf.js";

/** Computes a value of the values that the code knows by name. */
export type Formula = (...values: readonly unknown[]) => unknown;

interface Known {
  readonly key: string;
  /** Nothing where it cannot be compiled. */
  readonly formula: Formula | undefined;
}

/** Code of `CustomJS`, and by what it is told from what it was before. */
const codes = new WeakMap<Model, { readonly key: string; readonly run: Run | undefined }>();
const formulas = new WeakMap<Model, Map<string, Known>>();
const facades = new WeakMap<Model, object>();
const said = new Set<string>();

/**
 * Return the function whose body is the `code` of a model, or another field of it, and whose `args` it knows, too.
 *
 * One value more than names is its `cb_data`. Where the page's Content Security Policy forbids such code, or it is wrong, there is none, and the console says why
 * once. A function that fails returns nothing.
 */
export function formulaOf(
  model: Model,
  names: readonly string[],
  field = "code",
): Formula | undefined {
  const args = record(model, "args");
  const code = text(model, field);
  const key = JSON.stringify([names, Object.keys(args), code]);
  const all = formulas.get(model) ?? new Map<string, Known>();
  formulas.set(model, all);
  const known = all.get(field);
  if (known?.key === key) return known.formula;
  const run = tryCompile(model, code, [...names, ...Object.keys(args)]);
  const context = {};
  const formula: Formula | undefined =
    run && ((...values) => tryRun(model, run, context, values[names.length], pair(names, values)));
  all.set(field, { key, formula });
  return formula;
}

/** Return the function that a `CustomJS` is, of the object that it serves and of what it is told; it may be a module. */
export function codeOf(model: Model): ((object: Model, data: unknown) => unknown) | undefined {
  const [args, code] = [record(model, "args"), text(model, "code")];
  const module = model.get("module") ?? looksLikeModule(code);
  const key = JSON.stringify([Object.keys(args), code, module]);
  const before = codes.get(model);
  const run =
    before?.key === key ? before.run : tryCompile(model, code, Object.keys(args), module === true);
  codes.set(model, { key, run });
  return run && ((object, data) => tryRun(model, run, shown(object) as object, read(data)));
}

function tryRun(
  model: Model,
  run: Run,
  object: object,
  data: unknown,
  values: Readonly<Record<string, unknown>> = {},
): unknown {
  try {
    const given = { ...read(record(model, "args")), ...values };
    const Bokeh = (globalThis as { Bokeh?: unknown }).Bokeh ?? shelf;
    return run(given, object, data ?? {}, { Bokeh });
  } catch (error) {
    say(`${model.type} (id ${model.id}) failed:`, error);
    return undefined;
  }
}

function tryCompile(
  model: Model,
  code: string,
  names: readonly string[],
  module = false,
): Run | undefined {
  try {
    return compile(code, names, module);
  } catch (error) {
    if (error instanceof EvalError) {
      say(
        `This page does not let the application run JavaScript of its own (${model.type}): ` +
          "its Content Security Policy would have to allow script-src 'unsafe-eval'. " +
          "Pages of syncd's own do with --allow-eval.",
      );
    } else say(`${model.type} (id ${model.id}) cannot be compiled:`, error);
    return undefined;
  }
}

/** Write to the console, once about each thing. */
function say(words: string, cause?: unknown): void {
  if (said.has(words)) return;
  said.add(words);
  console.error(`DocSync: ${words}`, ...(cause === undefined ? [] : [cause]));
}

function pair(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

/** Return values as code reads them: the fields of a model are its attributes. */
function read(value: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([name, each]) => [name, shown(each)]),
  );
}

function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (!isModel(value)) return value;
  let facade = facades.get(value);
  if (facade === undefined) {
    facade = new Proxy(value, {
      get: (model, name) => {
        if (typeof name !== "string") return undefined;
        return name === "id" || name === "type" ? model[name] : shown(model.get(name));
      },
      // What computes a value changes none.
      set: () => false,
    });
    facades.set(value, facade);
  }
  return facade;
}
