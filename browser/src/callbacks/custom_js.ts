/** The application's own JavaScript. */

/** Runs compiled code. */
export type Run = (
  args: Readonly<Record<string, unknown>>,
  object: unknown,
  data: unknown,
  globals: Globals,
) => unknown;

/** What code finds under names that are not its arguments. */
export interface Globals {
  /** Stands in for `window.Bokeh` where code looks for the document. */
  readonly Bokeh: unknown;
}

/** What `Bokeh` has that few ask for, once the chunk that knows it is there. */
export const shelf: { require?: (name: string) => unknown } = {};

const DEFAULT_EXPORT = /^(\s*)export\s+default\b/m;
const OTHER_EXPORT = /^(\s*)export\s+(?=(?:async|class|const|function|let|var)\b)/gm;
const IMPORT = /^\s*import\s*[\w{*"']/m;

/** Whether code is a module where nobody has said so. */
export function looksLikeModule(code: string): boolean {
  return DEFAULT_EXPORT.test(code);
}

/** Compile code; throws an `EvalError` where the page's Content Security Policy forbids that. */
export function compile(code: string, names: readonly string[], module: boolean): Run {
  return module ? compileModule(code) : compileFunction(code, names);
}

function compileFunction(code: string, names: readonly string[]): Run {
  // Code may declare the name itself, so it is only there for whoever uses it.
  const extra = /\bBokeh\s*\./.test(code) && !names.includes("Bokeh") ? ["Bokeh"] : [];
  const parameters = [...names, "cb_obj", "cb_data", "cb_context", ...extra];
  const call = make(parameters, code);
  return (args, object, data, globals) =>
    call.call(object, ...names.map((name) => args[name]), object, data, {}, globals.Bokeh);
}

function compileModule(code: string): Run {
  if (IMPORT.test(code)) {
    throw new SyntaxError("a module cannot import with a statement here; use await import(…)");
  }
  const body = code.replace(DEFAULT_EXPORT, "$1$docsync.main =").replaceAll(OTHER_EXPORT, "$1");
  const exported: { main?: unknown } = {};
  make(["$docsync"], body).call(undefined, exported);
  const { main } = exported;
  if (typeof main !== "function") throw new TypeError("the default export is no function");
  return (args, object, data) => (main as Run)(args, object, data, {} as Globals);
}

function make(parameters: readonly string[], body: string): (...args: unknown[]) => unknown {
  // Running the application's own code is what this is for; nothing else here does.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(...parameters, `"use strict";\n${body}`) as (...args: unknown[]) => unknown;
}
