/** Encode the messages of the client: messages in, bytes out. */
import type { Change, NewModel } from "../document/change.js";
import type { RowIndex } from "../model/types.js";
import { Model } from "../model/model.js";
import {
  Bytes,
  NDArray,
  Reference,
  Slice,
  dtypeOf,
  isRecord,
  isTypedArray,
} from "../model/value.js";
import type { TypedArray } from "../model/value.js";
import { LocalProtocolError } from "./errors.js";
import { join, padded } from "./framing.js";
import { MAX_CLIENT_DEPTH } from "./messages.js";
import type { ClientMessage, Payload } from "./messages.js";

/** The buffers of one element, in the order of their places. */
export interface Buffers {
  readonly views: ArrayBufferView[];
  size: number;
}

// How deep values stand in a message: message, list, element, then the value or the object that holds it.
const VALUE_DEPTH = 3;

/** Return the one form that a message has on the wire. Throws `LocalProtocolError` for what has none. */
export function encodeMessage(message: ClientMessage): Payload {
  switch (message.type) {
    case "hello":
    case "ping":
      return join(message, []);
    case "event": {
      const { detail, ...rest } = message;
      const encoded = detail === undefined ? {} : { detail: encodeMembers(detail, undefined, 1) };
      return join({ ...rest, ...encoded }, []);
    }
    case "patch": {
      const views: ArrayBufferView[] = [];
      const models = message.models?.map((model) => withBuffers(model, encodeModel, views));
      const changes = message.changes.map((change) => withBuffers(change, encodeChange, views));
      return join({ ...message, ...(models === undefined ? {} : { models }), changes }, views);
    }
  }
}

/**
 * Return the JSON that stands for a value.
 *
 * Arrays go to the buffers; without buffers they are written as lists. `depth` is the number of levels around the
 * value.
 */
export function encodeValue(value: unknown, buffers?: Buffers, depth = 0): unknown {
  switch (typeof value) {
    case "string":
      return wellFormed(value);
    case "boolean":
      return value;
    case "number":
      return encodeNumber(value);
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : { $int: value.toString() };
    case "object":
      return value === null ? null : encodeObject(value, buffers, depth);
    default:
      throw new LocalProtocolError(`cannot send a ${typeof value}`, 4400);
  }
}

function withBuffers<Element>(
  element: Element,
  encode: (element: Element, buffers: Buffers) => object,
  views: ArrayBufferView[],
): object {
  const buffers: Buffers = { views: [], size: 0 };
  const encoded = encode(element, buffers);
  views.push(...buffers.views);
  return buffers.size === 0 ? encoded : { ...encoded, bytes: buffers.size };
}

function encodeModel(model: NewModel, buffers: Buffers): object {
  return { ...model, fields: encodeMembers(model.fields, buffers, VALUE_DEPTH) };
}

function encodeChange(change: Change, buffers: Buffers): object {
  switch (change.kind) {
    case "field_changed":
      return { ...change, value: encodeValue(change.value, buffers, VALUE_DEPTH) };
    case "columns_changed":
    case "columns_streamed":
      return { ...change, columns: encodeMembers(change.columns, buffers, VALUE_DEPTH) };
    case "columns_patched": {
      const patches = Object.entries(change.patches).map(([column, pairs]) => [
        column,
        pairs.map(([index, value]) => [
          encodeIndex(index),
          encodeValue(value, buffers, VALUE_DEPTH + 3),
        ]),
      ]);
      return { ...change, patches: Object.fromEntries(patches) as unknown };
    }
    case "root_added":
    case "root_removed":
    case "title_changed":
      return change;
  }
}

function encodeIndex(index: RowIndex): unknown {
  if (index instanceof Slice) return { $slice: [index.start, index.stop, index.step] };
  return typeof index === "number" ? index : index.map(encodeIndex);
}

// The names of members stand for themselves here, whatever they begin with.
function encodeMembers(
  record: Readonly<Record<string, unknown>>,
  buffers: Buffers | undefined,
  depth: number,
): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      wellFormed(name),
      encodeValue(value, buffers, depth + 1),
    ]),
  );
}

function encodeNumber(value: number): unknown {
  if (Number.isFinite(value)) {
    return value;
  }
  return { $num: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" };
}

function encodeObject(value: object, buffers: Buffers | undefined, depth: number): unknown {
  if (depth >= MAX_CLIENT_DEPTH) {
    throw new LocalProtocolError(`cannot send a value nested over ${MAX_CLIENT_DEPTH} deep`, 1007);
  }
  if (value instanceof Model || value instanceof Reference) {
    return { $ref: value.id };
  }
  if (isTypedArray(value)) {
    return encodeArray(value, { length: value.length }, buffers);
  }
  if (value instanceof Bytes) {
    return buffers === undefined
      ? Array.from(value.data)
      : { $bytes: value.data.length, at: placed(value.data, buffers) };
  }
  if (value instanceof NDArray) {
    return value.data.length === 0
      ? encodeEmpty(value.shape)
      : encodeArray(value.data, { shape: value.shape }, buffers, value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => encodeValue(item, buffers, depth + 1));
  }
  const pairs = value instanceof Map ? [...(value as Map<unknown, unknown>)] : entries(value);
  return encodePairs(pairs, buffers, depth);
}

function entries(value: object): [unknown, unknown][] {
  if (!isRecord(value)) {
    throw new LocalProtocolError(
      `cannot send an object of the class ${value.constructor.name}`,
      4400,
    );
  }
  return Object.entries(value);
}

function encodePairs(
  pairs: readonly [unknown, unknown][],
  buffers: Buffers | undefined,
  depth: number,
): unknown {
  if (pairs.every(([key]) => typeof key === "string" && !key.startsWith("$"))) {
    return encodeMembers(Object.fromEntries(pairs) as Record<string, unknown>, buffers, depth);
  }
  return {
    $map: pairs.map(([key, member]) => [
      encodeValue(key, buffers, depth + 3),
      encodeValue(member, buffers, depth + 3),
    ]),
  };
}

function encodeArray(
  array: TypedArray,
  size: object,
  buffers: Buffers | undefined,
  shaped?: NDArray,
): unknown {
  if (buffers !== undefined) {
    return { $array: dtypeOf(array), at: placed(array, buffers), ...size };
  }
  return shaped === undefined
    ? Array.from(array, encodeNumber)
    : Array.from({ length: shaped.length }, (_, index) => encodeValue(shaped.row(index)));
}

function encodeEmpty(shape: readonly number[]): unknown[] {
  const [rows = 0, ...rest] = shape;
  return rest.length === 0 ? [] : Array.from({ length: rows }, () => encodeEmpty(rest));
}

function placed(view: ArrayBufferView, buffers: Buffers): number {
  const at = buffers.size;
  if (view.byteLength > 0) {
    buffers.views.push(view);
    buffers.size += padded(view.byteLength);
  }
  return at;
}

/** Return text without lone surrogates, which have no form in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
