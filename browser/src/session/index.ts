import { VOCABULARY } from "../model/vocabulary.js";
import { browser } from "../transport/browser.js";
import { openSession } from "../transport/session.js";
import type { SessionHandle, SessionOptions } from "../transport/session.js";

export type { SessionStatus } from "../transport/connection.js";
export type { SessionHandle, SessionOptions } from "../transport/session.js";
export type { ErrorInfo } from "./sync.js";

/** Open a session from a page. */
export function createSession(options: SessionOptions): SessionHandle {
  return openSession(options, VOCABULARY, browser);
}
