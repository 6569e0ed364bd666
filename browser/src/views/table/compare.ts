/** Comparisons that are JavaScript of the application's own. */
import { compile as compileCode } from "../../callbacks/custom_js.js";
import type { Model } from "../../model/types.js";
import { record, text } from "../field.js";

/** Compile the code of a comparison; nothing where the page forbids that, or the code is none. */
export function compile(sorter: Model): ((first: unknown, second: unknown) => number) | undefined {
  const args = record(sorter, "args");
  try {
    const run = compileCode(text(sorter, "code"), [...Object.keys(args), "x", "y"], false);
    return (x, y) => Number(run({ ...args, x, y }, args, {}, { Bokeh: undefined })) || 0;
  } catch (cause) {
    console.warn("CustomJSCompare cannot run, rows are sorted as usual:", String(cause));
    return undefined;
  }
}
