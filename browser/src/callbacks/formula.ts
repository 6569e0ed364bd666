/** Functions of the application's own that compute a value for a view: what a tick or a tooltip says. */
import type { Model } from "../model/types.js";
import { isModel, isRecord, record, text } from "../views/field.js";
import { compile } from "./custom_js.js";
import type { Run } from "./custom_js.js";

/** Computes a value of the values that the code knows by name. */
export type Formula = (...values: readonly unknown[]) => unknown;

interface Known {
  readonly key: string;
  /** Nothing where it cannot be compiled. */
  readonly formula: Formula | undefined;
}

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
    run &&
    ((...values) => {
      const given = { ...read(record(model, "args")), ...pair(names, values) };
      try {
        return run(given, context, values[names.length] ?? {}, {
          Bokeh: (globalThis as { Bokeh?: unknown }).Bokeh,
        });
      } catch (error) {
        say(`${model.type} (id ${model.id}) failed:`, error);
        return undefined;
      }
    });
  all.set(field, { key, formula });
  return formula;
}

function tryCompile(model: Model, code: string, names: readonly string[]): Run | undefined {
  try {
    return compile(code, names, false);
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
