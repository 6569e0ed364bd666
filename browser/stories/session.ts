/** Sessions without a server: each stays in the state that its address names. */
import type { SessionOptions, SharedHandle } from "../src/session/index.js";
import type { DocumentView } from "../src/model/types.js";
import { MemoryModel } from "../test/memory_model.js";

const REASONS: Record<string, string> = {
  refused: "This link has expired. Reload the page to get a new one.",
};

export function createSession(options: SessionOptions): SharedHandle {
  const state = options.url.split("/").at(-1) ?? "";
  const label = new MemoryModel("Slider", { title: state, start: 0, end: 10, value: 4, margin: 5 });
  const document: DocumentView = {
    roots: [label],
    title: state,
    observe: () => ({ cancel: () => undefined }),
    emit: () => undefined,
  };
  queueMicrotask(() => {
    if (["live", "reconnecting", "gone", "failing"].includes(state)) {
      options.onStatus("live", "");
      options.onDocument(document as never);
    }
    if (state === "reconnecting" || state === "refused" || state === "gone") {
      options.onStatus(state, REASONS[state] ?? "");
    }
    if (state === "failing") {
      options.onError({
        id: "7f3a",
        message: "A callback of the application failed.",
        traceback:
          'Traceback (most recent call last):\n  File "sliders.py", line 12\nZeroDivisionError',
      });
    }
  });
  return {
    document: undefined,
    kept: undefined,
    first: true,
    close: () => undefined,
    restart: () => undefined,
  };
}
