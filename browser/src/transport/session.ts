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
  /** Names the peer; only for tests. */
  readonly tab?: string;
  /** Told how the session stands, with words for people where there are any. */
  onStatus(status: SessionStatus, reason: string): void;
  /** Given the document when it has arrived; once for each session. */
  onDocument(document: Document): void;
  /** Told about callbacks that failed and edits that were refused. */
  onError(info: ErrorInfo): void;
}

/** A session that has been opened. */
export interface SessionHandle {
  /** The document, once it has arrived. */
  readonly document: Document | undefined;
  /** Say goodbye. */
  close(): void;
  /** Leave what is there and begin a new session. */
  restart(): void;
}

interface Life {
  readonly sync: SyncState;
  readonly connection: Connection;
}

/** Open a session in the given environment. */
export function openSession(
  options: SessionOptions,
  schema: Schema,
  environment: Environment,
): SessionHandle {
  let life = begin(options, schema, environment, options.tab ?? environment.randomId());
  return {
    get document() {
      return life.sync.document.epoch === "" ? undefined : life.sync.document;
    },
    close: () => {
      end(life);
    },
    restart: () => {
      end(life);
      life = begin(options, schema, environment, environment.randomId());
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
  let told = false;
  let lost = false;
  const connection = new Connection({
    environment,
    url: options.url.replace(/\/+$/, ""),
    ...(options.token === undefined ? {} : { token: options.token }),
    sync,
    onStatus: (status, reason) => {
      if (status === "live" && !told) {
        told = true;
        options.onDocument(document);
      }
      options.onStatus(status, reason);
      if (status === "reconnecting" && told && !lost) {
        lost = true;
        document.emit(undefined, "connection_lost");
      } else if (status === "live" && lost) {
        lost = false;
        document.emit(undefined, "client_reconnected");
      }
    },
  });
  connection.start();
  return { sync, connection };
}

function end(life: Life): void {
  life.connection.close();
  life.sync.document.editor = undefined;
}
