import { deferredRunner } from "../callbacks/deferred.js";
import { Document } from "../document/document.js";
import { Defaults } from "../model/defaults.js";
import type { Schema } from "../model/defaults.js";
import { decodeValue } from "../protocol/index.js";
import type { ErrorInfo } from "../session/sync.js";
import { SyncState } from "../session/sync.js";
import { Connection } from "./connection.js";
import type { SessionStatus } from "./connection.js";
import type { Environment } from "./environment.js";

/** What a session is opened with, and whom it tells. */
export interface SessionOptions {
  /** The app's address by http or https. */
  readonly url: string;
  /** The id of the session, signed or not; without one the server makes a new session. */
  readonly token?: string;
  /** Given to the application if this page creates the session. */
  readonly arguments?: Readonly<Record<string, readonly string[]>>;
  /** What lets the page back into the session that it was in before it was loaded again. */
  readonly kept?: Kept | undefined;
  /** Names the peer; only for tests. */
  readonly tab?: string;
  /** Told how the session stands, with words for people where there are any. */
  onStatus(status: SessionStatus, reason: string): void;
  /** Given the document when it has arrived; again when it begins another life. */
  onDocument(document: Document): void;
  /** Told that the page is made of other things by now; returns whether it loads itself again. */
  onPageChanged?(): boolean;
  /** Told about callbacks that failed and edits that were refused. */
  onError(info: ErrorInfo): void;
}

/** Who a page was in its session, and the key to it. */
export interface Kept {
  readonly tab: string;
  readonly resume: string;
}

/** A session that has been opened. */
export interface SessionHandle {
  /** The document, once it has arrived. */
  readonly document: Document | undefined;
  /** What lets the page back in after it has been loaded again. */
  readonly kept: Kept | undefined;
  /** Say goodbye. */
  close(): void;
  /** Leave what is there and begin a new session. */
  restart(): void;
}

interface Life {
  readonly tab: string;
  readonly sync: SyncState;
  readonly connection: Connection;
}

/** Open a session in the given environment. */
export function openSession(
  options: SessionOptions,
  schema: Schema,
  environment: Environment,
): SessionHandle {
  const tab = options.kept?.tab ?? options.tab ?? environment.randomId();
  let life = begin(options, schema, environment, tab);
  return {
    get document() {
      return life.sync.document.epoch === "" ? undefined : life.sync.document;
    },
    get kept() {
      const resume = life.connection.resumeKey;
      return resume === undefined ? undefined : { tab: life.tab, resume };
    },
    close: () => {
      life.connection.close();
      life.sync.document.editor = undefined;
    },
    restart: () => {
      // The document is shown until the next one is there: what views do to it meanwhile comes to nothing.
      life.connection.close();
      life = begin({ ...options, kept: undefined }, schema, environment, environment.randomId());
    },
  };
}

function begin(
  options: SessionOptions,
  schema: Schema,
  environment: Environment,
  tab: string,
): Life {
  const defaults = new Defaults(schema, (wire) =>
    decodeValue(wire, { where: "the schema", bytes: new Uint8Array(0) }),
  );
  const document = new Document(defaults, (error) => {
    environment.report(error);
  });
  document.makeRunner = () =>
    deferredRunner(document, (info) => {
      options.onError(info);
    });
  const sync = new SyncState({
    document,
    tab,
    ...(options.arguments === undefined ? {} : { arguments: options.arguments }),
    onError: (info) => {
      options.onError(info);
    },
    onPending: () => {
      connection.wake();
    },
  });
  let told = "";
  let lost = false;
  const connection = new Connection({
    environment,
    url: options.url.replace(/\/+$/, ""),
    ...(options.token === undefined ? {} : { token: options.token }),
    ...(options.kept === undefined ? {} : { resume: options.kept.resume }),
    sync,
    onPageChanged: () => options.onPageChanged?.() ?? false,
    onStatus: (status, reason) => {
      if (status === "live" && told !== document.epoch) {
        told = document.epoch;
        options.onDocument(document);
      }
      options.onStatus(status, reason);
      if (status === "reconnecting" && told !== "" && !lost) {
        lost = true;
        document.emit(undefined, "connection_lost");
      } else if (status === "live" && lost) {
        lost = false;
        document.emit(undefined, "client_reconnected");
      }
    },
  });
  connection.start();
  return { tab, sync, connection };
}
