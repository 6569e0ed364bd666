/** The messages of spec/protocol.md sections 5 and 6, with the keys of the wire and decoded values. */
import type { Change, NewModel, Snapshot } from "../document/change.js";
import type { ModelId } from "../model/types.js";

export interface Hello {
  readonly type: "hello";
  readonly protocol: 1;
  readonly tab: string;
  readonly epoch?: string;
  readonly revision?: number;
  readonly acked?: number;
  readonly arguments?: Readonly<Record<string, readonly string[]>>;
}

export interface ClientPatch {
  readonly type: "patch";
  readonly seq: number;
  /** The revision that row edits refer to; sets of fields need none. */
  readonly base?: number;
  readonly models?: readonly NewModel[];
  readonly changes: readonly Change[];
}

export interface UIEvent {
  readonly type: "event";
  readonly seq: number;
  readonly name: string;
  readonly model?: ModelId;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Ping {
  readonly type: "ping";
  readonly n: number;
}

export type ClientMessage = Hello | ClientPatch | UIEvent | Ping;

/** Why the server refused a message of ours. */
export interface Rejection {
  readonly seq: number;
  readonly error: string;
  readonly message: string;
}

/** The provisional and the final id of a model that we added. */
export type IdPair = readonly [ModelId, ModelId];

export interface Welcome {
  readonly type: "welcome";
  readonly protocol: 1;
  readonly session: string;
  readonly epoch: string;
  readonly revision: number;
  readonly seq: number | null;
  readonly resume: string;
  readonly max_message: number;
  readonly ping_ms: number;
  readonly ids?: readonly IdPair[];
  readonly rejected?: readonly Rejection[];
}

export interface SnapshotMessage extends Snapshot {
  readonly type: "snapshot";
  /** Only in the answers of the control API. */
  readonly session?: string;
}

export interface ServerPatch {
  readonly type: "patch";
  readonly revision: number;
  readonly base?: number;
  readonly models?: readonly NewModel[];
  readonly changes?: readonly Change[];
  readonly removed?: readonly ModelId[];
  /** Whether all of it comes of what other peers asked for. */
  readonly peer?: true;
  readonly ack?: number;
  readonly ids?: readonly IdPair[];
  readonly rejected?: readonly Rejection[];
}

export interface Ack {
  readonly type: "ack";
  /** Absent only in the answers of the control API. */
  readonly seq?: number;
  readonly revision: number;
  readonly ids?: readonly IdPair[];
  readonly rejected?: readonly Rejection[];
}

export interface Failure {
  readonly type: "error";
  readonly id: string;
  readonly message: string;
  readonly traceback?: string;
}

export interface Pong {
  readonly type: "pong";
  readonly n: number;
}

export type ServerMessage = Welcome | SnapshotMessage | ServerPatch | Ack | Failure | Pong;

/** One WebSocket message. */
export type Payload = string | Uint8Array<ArrayBuffer>;

/** How deep the JSON of a message may nest, the message itself being the first level. */
export const MAX_CLIENT_DEPTH = 64;
export const MAX_SERVER_DEPTH = 80;
