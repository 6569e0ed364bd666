import type { DocumentView } from "../model/types.js";

/** What a session is opened with, and whom it tells. */
export interface SessionOptions {
  readonly url: string;
  readonly token?: string;
  readonly arguments?: Readonly<Record<string, readonly string[]>>;
  onStatus(
    status: "connecting" | "live" | "reconnecting" | "refused" | "gone",
    reason: string,
  ): void;
  onDocument(document: DocumentView): void;
  onError(info: { id?: string; message: string; traceback?: string }): void;
}

/** Stands in until the session is written. */
export function createSession(options: SessionOptions): { close(): void; restart(): void } {
  const refuse = (): void => {
    options.onStatus("refused", "The synchronisation is not built in yet.");
  };
  queueMicrotask(refuse);
  return { close: () => undefined, restart: refuse };
}
