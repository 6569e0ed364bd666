/** Decode the messages of the server: bytes in, messages out. */
import type { Change, NewModel } from "../document/change.js";
import type { Patches } from "../model/types.js";
import { checkDepth, integer, list, object, text } from "./check.js";
import type { Json } from "./check.js";
import { malformed } from "./errors.js";
import { split } from "./framing.js";
import { MAX_SERVER_DEPTH } from "./messages.js";
import type {
  Ack,
  Failure,
  IdPair,
  Rejection,
  ServerMessage,
  ServerPatch,
  SnapshotMessage,
  Welcome,
} from "./messages.js";
import { decodeIndex, decodeMembers, decodeValue } from "./value.js";
import type { Part } from "./value.js";

/**
 * Return the message that the server sent as text or bytes.
 *
 * Arrays are views of the bytes, which therefore belong to the message from now on. Throws `RemoteProtocolError`.
 */
export function decodeMessage(data: string | ArrayBuffer | Uint8Array): ServerMessage {
  const frame = split(data);
  checkDepth(frame.json, MAX_SERVER_DEPTH);
  const json = object(frame.json, "the message");
  const parts = new Parts(frame.area);
  const message = decodeByType(json, parts);
  parts.finish();
  return message;
}

/** Deals out the buffer area to the elements, in their order. */
class Parts {
  #offset = 0;

  constructor(readonly area: Uint8Array) {}

  take(element: Json, where: string): Part {
    const size = Object.hasOwn(element, "bytes")
      ? integer(element["bytes"], `${where}.bytes`, 8)
      : 0;
    const end = this.#offset + size;
    if (size % 8 !== 0 || end > this.area.length) {
      const left = this.area.length - this.#offset;
      throw malformed(`${where}.bytes`, size, `a multiple of 8 up to ${left}`);
    }
    const bytes = this.area.subarray(this.#offset, end);
    this.#offset = end;
    return { where, bytes };
  }

  finish(): void {
    if (this.#offset !== this.area.length) {
      throw malformed("the buffer area", this.area.length, `${this.#offset} bytes, as announced`);
    }
  }
}

function decodeByType(json: Json, parts: Parts): ServerMessage {
  switch (json["type"]) {
    case "welcome":
      return decodeWelcome(json);
    case "snapshot":
      return decodeSnapshot(json, parts);
    case "patch":
      return decodePatch(json, parts);
    case "ack":
      return decodeAck(json);
    case "error":
      return decodeFailure(json);
    case "pong":
      return { type: "pong", n: integer(json["n"], "pong.n", Number.MIN_SAFE_INTEGER) };
    default:
      throw malformed("type", json["type"], "a message of the server");
  }
}

function decodeWelcome(json: Json): Welcome {
  if (json["protocol"] !== 1) {
    throw malformed("welcome.protocol", json["protocol"], "1");
  }
  const seq = json["seq"];
  return {
    type: "welcome",
    protocol: 1,
    session: text(json["session"], "welcome.session"),
    epoch: text(json["epoch"], "welcome.epoch"),
    revision: integer(json["revision"], "welcome.revision", 0),
    seq: seq === null ? null : integer(seq, "welcome.seq", 0),
    resume: text(json["resume"], "welcome.resume"),
    max_message: integer(json["max_message"], "welcome.max_message", 1),
    ping_ms: integer(json["ping_ms"], "welcome.ping_ms", 1),
    ...decodeAnswers(json),
  };
}

function decodeSnapshot(json: Json, parts: Parts): SnapshotMessage {
  return {
    type: "snapshot",
    epoch: text(json["epoch"], "snapshot.epoch"),
    revision: integer(json["revision"], "snapshot.revision", 0),
    title: text(json["title"], "snapshot.title"),
    roots: list(json["roots"], "snapshot.roots").map((id) => integer(id, "a root", 1)),
    models: list(json["models"], "snapshot.models").map((model) => decodeModel(model, parts)),
    ...optional(json, "session", (value) => text(value, "snapshot.session")),
  };
}

function decodePatch(json: Json, parts: Parts): ServerPatch {
  const revision = integer(json["revision"], "patch.revision", 0);
  // In this order the elements own their parts of the buffer area.
  const models = optional(json, "models", (value) =>
    list(value, "patch.models").map((model) => decodeModel(model, parts)),
  );
  const changes = optional(json, "changes", (value) =>
    list(value, "patch.changes").map((change) => decodeChange(change, parts)),
  );
  return {
    type: "patch",
    revision,
    ...optional(json, "base", (value) => integer(value, "patch.base", 0)),
    ...models,
    ...changes,
    ...optional(json, "removed", (value) =>
      list(value, "patch.removed").map((id) => integer(id, "a removed model", 1)),
    ),
    ...(json["peer"] === true ? { peer: true } : {}),
    ...optional(json, "ack", (value) => integer(value, "patch.ack", 0)),
    ...decodeAnswers(json),
  };
}

function decodeAck(json: Json): Ack {
  return {
    type: "ack",
    ...optional(json, "seq", (value) => integer(value, "ack.seq", 0)),
    revision: integer(json["revision"], "ack.revision", 0),
    ...decodeAnswers(json),
  };
}

function decodeFailure(json: Json): Failure {
  return {
    type: "error",
    id: text(json["id"], "error.id"),
    message: text(json["message"], "error.message"),
    ...optional(json, "traceback", (value) => text(value, "error.traceback")),
  };
}

interface Answers {
  readonly ids?: readonly IdPair[];
  readonly rejected?: readonly Rejection[];
}

function decodeAnswers(json: Json): Answers {
  return {
    ...optional(json, "ids", (value) => list(value, "ids").map(decodeIdPair)),
    ...optional(json, "rejected", (value) => list(value, "rejected").map(decodeRejection)),
  };
}

function decodeIdPair(json: unknown): IdPair {
  const [provisional, final] = list(json, "a pair of ids");
  const own = integer(provisional, "a provisional id", Number.MIN_SAFE_INTEGER);
  if (own >= 0) {
    throw malformed("a provisional id", own, "a negative integer");
  }
  return [own, integer(final, "a final id", 1)];
}

function decodeRejection(json: unknown): Rejection {
  const rejection = object(json, "a rejection");
  return {
    seq: integer(rejection["seq"], "rejected.seq", 1),
    error: text(rejection["error"], "rejected.error"),
    message: text(rejection["message"], "rejected.message"),
  };
}

function decodeModel(json: unknown, parts: Parts): NewModel {
  const model = object(json, "a model");
  const id = integer(model["id"], "the id of a model", 1);
  const part = parts.take(model, `model ${id}`);
  return {
    id,
    type: text(model["type"], `the type of ${part.where}`),
    fields: decodeMembers(object(model["fields"], `the fields of ${part.where}`), part),
  };
}

function decodeChange(json: unknown, parts: Parts): Change {
  const change = object(json, "a change");
  const kind = text(change["kind"], "the kind of a change");
  const part = parts.take(change, kind);
  if (kind === "title_changed") {
    return { kind, title: text(change["title"], "title_changed.title") };
  }
  const model = integer(change["model"], `${kind}.model`, 1);
  switch (kind) {
    case "root_added":
      return { kind, model, index: integer(change["index"], "root_added.index", 0) };
    case "root_removed":
      return { kind, model };
    case "field_changed":
      return {
        kind,
        model,
        field: text(change["field"], "field_changed.field"),
        value: decodeValue(change["value"], part),
      };
    default:
      return decodeColumnsChange(kind, model, change, part);
  }
}

function decodeColumnsChange(kind: string, model: number, change: Json, part: Part): Change {
  const field = text(change["field"], `${kind}.field`);
  switch (kind) {
    case "columns_changed":
      return { kind, model, field, columns: decodeColumns(change, part) };
    case "columns_streamed":
      return {
        kind,
        model,
        field,
        columns: decodeColumns(change, part),
        ...optional(change, "rollover", (value) => integer(value, `${kind}.rollover`, 0)),
      };
    case "columns_patched":
      return { kind, model, field, patches: decodePatches(change, part) };
    default:
      throw malformed("the kind of a change", kind, "one of section 7");
  }
}

function decodeColumns(change: Json, part: Part): Record<string, unknown> {
  return decodeMembers(object(change["columns"], `${part.where}.columns`), part);
}

function decodePatches(change: Json, part: Part): Patches {
  const patches = Object.entries(object(change["patches"], `${part.where}.patches`));
  return Object.fromEntries(
    patches.map(([column, json]) => [
      column,
      list(json, `${part.where}.patches`).map((item) => {
        const [index, value] = list(item, `${part.where}.patches`);
        return [decodeIndex(index, part), decodeValue(value, part)] as const;
      }),
    ]),
  );
}

/** Return `{name: decoded}` if the object has the member, else nothing to spread. */
function optional<Name extends string, Value>(
  json: Json,
  name: Name,
  decode: (value: unknown) => Value,
): Partial<Record<Name, Value>> {
  return Object.hasOwn(json, name)
    ? ({ [name]: decode(json[name]) } as Partial<Record<Name, Value>>)
    : {};
}
