import { VOCABULARY } from "../model/vocabulary.js";
import { browser } from "../transport/browser.js";
import { openSession } from "../transport/session.js";
import type { SessionOptions } from "../transport/session.js";
import { SharedSessions } from "./shared.js";
import type { SharedHandle } from "./shared.js";

export type { SessionStatus } from "../transport/connection.js";
export type { Kept, SessionHandle, SessionOptions } from "../transport/session.js";
export type { SharedHandle } from "./shared.js";
export type { ErrorInfo } from "./sync.js";

const sessions = new SharedSessions((options) => openSession(options, VOCABULARY, browser));

/** Open a session from a page, or join those who have opened it. */
export function createSession(options: SessionOptions): SharedHandle {
  return sessions.join(options);
}
