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
  const type = "welcome";
  if (json["protocol"] !== 1) {
    throw malformed("welcome.protocol", json["protocol"], "1");
  }
  return {
    type,
    protocol: 1,
    session: member(json, type, "session", text),
    epoch: member(json, type, "epoch", text),
    revision: member(json, type, "revision", count),
    seq: json["seq"] === null ? null : member(json, type, "seq", count),
    resume: member(json, type, "resume", text),
    max_message: member(json, type, "max_message", positive),
    ping_ms: member(json, type, "ping_ms", positive),
    ...decodeAnswers(json),
  };
}

function decodeSnapshot(json: Json, parts: Parts): SnapshotMessage {
  const type = "snapshot";
  return {
    type,
    epoch: member(json, type, "epoch", text),
    revision: member(json, type, "revision", count),
    title: member(json, type, "title", text),
    roots: member(json, type, "roots", list).map((id) => positive(id, "a root")),
    models: member(json, type, "models", list).map((model) => decodeModel(model, parts)),
    ...optional(json, type, "session", text),
  };
}

function decodePatch(json: Json, parts: Parts): ServerPatch {
  const type = "patch";
  const revision = member(json, type, "revision", count);
  // In this order the elements own their parts of the buffer area.
  const models = optional(json, type, "models", (value, where) =>
    list(value, where).map((model) => decodeModel(model, parts)),
  );
  const changes = optional(json, type, "changes", (value, where) =>
    list(value, where).map((change) => decodeChange(change, parts)),
  );
  return {
    type,
    revision,
    ...optional(json, type, "base", count),
    ...models,
    ...changes,
    ...optional(json, type, "removed", (value, where) =>
      list(value, where).map((id) => positive(id, "a removed model")),
    ),
    ...(json["peer"] === true ? { peer: true } : {}),
    ...optional(json, type, "ack", count),
    ...decodeAnswers(json),
  };
}

function decodeAck(json: Json): Ack {
  const type = "ack";
  return {
    type,
    ...optional(json, type, "seq", count),
    revision: member(json, type, "revision", count),
    ...decodeAnswers(json),
  };
}

function decodeFailure(json: Json): Failure {
  const type = "error";
  return {
    type,
    id: member(json, type, "id", text),
    message: member(json, type, "message", text),
    ...optional(json, type, "traceback", text),
  };
}

interface Answers {
  readonly ids?: readonly IdPair[];
  readonly rejected?: readonly Rejection[];
}

function decodeAnswers(json: Json): Answers {
  return {
    ...optional(json, "an answer", "ids", (value, where) => list(value, where).map(decodeIdPair)),
    ...optional(json, "an answer", "rejected", (value, where) =>
      list(value, where).map(decodeRejection),
    ),
  };
}

function decodeIdPair(json: unknown): IdPair {
  const [provisional, final] = list(json, "a pair of ids");
  const own = integer(provisional, "a provisional id", Number.MIN_SAFE_INTEGER);
  if (own >= 0) {
    throw malformed("a provisional id", own, "a negative integer");
  }
  return [own, positive(final, "a final id")];
}

function decodeRejection(json: unknown): Rejection {
  const where = "rejected";
  const rejection = object(json, "a rejection");
  return {
    seq: member(rejection, where, "seq", positive),
    error: member(rejection, where, "error", text),
    message: member(rejection, where, "message", text),
  };
}

function decodeModel(json: unknown, parts: Parts): NewModel {
  const model = object(json, "a model");
  const id = positive(model["id"], "the id of a model");
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
    return { kind, title: member(change, kind, "title", text) };
  }
  const model = member(change, kind, "model", positive);
  switch (kind) {
    case "root_added":
      return { kind, model, index: member(change, kind, "index", count) };
    case "root_removed":
      return { kind, model };
    case "field_changed":
      return {
        kind,
        model,
        field: member(change, kind, "field", text),
        value: decodeValue(change["value"], part),
      };
    default:
      return decodeColumnsChange(kind, model, change, part);
  }
}

function decodeColumnsChange(kind: string, model: number, change: Json, part: Part): Change {
  const field = member(change, kind, "field", text);
  switch (kind) {
    case "columns_changed":
      return { kind, model, field, columns: decodeColumns(change, part) };
    case "columns_streamed":
      return {
        kind,
        model,
        field,
        columns: decodeColumns(change, part),
        ...optional(change, kind, "rollover", count),
      };
    case "columns_patched":
      return { kind, model, field, patches: decodePatches(change, part) };
    default:
      throw malformed("the kind of a change", kind, "one of section 7");
  }
}

function decodeColumns(change: Json, part: Part): Record<string, unknown> {
  return decodeMembers(member(change, part.where, "columns", object), part);
}

function decodePatches(change: Json, part: Part): Patches {
  const patches = Object.entries(member(change, part.where, "patches", object));
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

/** Return a number of things, which may be none. */
function count(value: unknown, where: string): number {
  return integer(value, where, 0);
}

function positive(value: unknown, where: string): number {
  return integer(value, where, 1);
}

/** Return a decoded member of a JSON object; an error says where it is. */
function member<Value>(
  json: Json,
  where: string,
  name: string,
  decode: (value: unknown, where: string) => Value,
): Value {
  return decode(json[name], `${where}.${name}`);
}

/** Return `{name: decoded}` if the object has the member, else nothing to spread. */
function optional<Name extends string, Value>(
  json: Json,
  where: string,
  name: Name,
  decode: (value: unknown, where: string) => Value,
): Partial<Record<Name, Value>> {
  return Object.hasOwn(json, name)
    ? ({ [name]: member(json, where, name, decode) } as Partial<Record<Name, Value>>)
    : {};
}
