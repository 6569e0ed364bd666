import type { Runner } from "../document/document.js";
import type { Document } from "../document/document.js";
import type { ErrorInfo } from "../session/sync.js";

/**
 * Return who runs the callbacks of a document once the code that can is loaded.
 *
 * What happens until then is dealt with in order as soon as it is there.
 */
export function deferredRunner(document: Document, tell: (info: ErrorInfo) => void): Runner {
  let runner: Runner | undefined;
  let waiting: ((runner: Runner) => void)[] | undefined = [];
  const pass = (call: (runner: Runner) => void): void => {
    if (runner === undefined) waiting?.push(call);
    else call(runner);
  };
  import("./runner.js")
    .then(async ({ makeRunner }) => makeRunner(document, tell))
    .then(
      (made) => {
        runner = made;
        const calls = waiting ?? [];
        waiting = undefined;
        for (const call of calls) call(made);
      },
      (cause: unknown) => {
        waiting = undefined;
        tell({ message: `Callbacks could not be loaded: ${String(cause)}` });
      },
    );
  return {
    changed: (model, change) => {
      pass((made) => {
        made.changed(model, change);
      });
    },
    happened: (model, name, detail) => {
      pass((made) => {
        made.happened(model, name, detail);
      });
    },
  };
}
