/** Decode the values of spec/protocol.md section 4. */
import type { RowIndex } from "../model/types.js";
import { Bytes, DTYPES, NDArray, Reference, Slice } from "../model/value.js";
import type { Dtype, TypedArray } from "../model/value.js";
import { integer, list, object, text } from "./check.js";
import type { Json } from "./check.js";
import { malformed } from "./errors.js";

const MAX_DIMENSIONS = 8;
const BIG_INTEGER = /^-?[1-9]\d{0,999}$/;
const NON_FINITE: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, "-inf": -Infinity };

/** An element of a message and its part of the buffer area. */
export interface Part {
  /** Names the element in errors. */
  readonly where: string;
  readonly bytes: Uint8Array;
}

/**
 * Return what JSON stands for. Containers are changed in place, arrays are views of the part.
 *
 * References stay `Reference`s: who resolves them knows the models.
 */
export function decodeValue(json: unknown, part: Part): unknown {
  if (typeof json !== "object" || json === null) {
    if (json === Infinity || json === -Infinity) {
      throw malformed(part.where, "a number", "one within the range of a float");
    }
    return json;
  }
  if (Array.isArray(json)) {
    const items = json as unknown[];
    for (let index = 0; index < items.length; index += 1) {
      if (typeof items[index] !== "string") {
        items[index] = decodeValue(items[index], part);
      }
    }
    return items;
  }
  const record = json as Record<string, unknown>;
  return Object.keys(record).some((name) => name.startsWith("$"))
    ? decodeTagged(record, part)
    : decodeMembers(record, part);
}

/** Decode the values of an object whose names stand for themselves. */
export function decodeMembers(record: Json, part: Part): Record<string, unknown> {
  const members = record as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    // Its own member even if it is called __proto__, as JSON.parse made it.
    members[name] = decodeValue(members[name], part);
  }
  return members;
}

/** Decode an index of `columns_patched`. */
export function decodeIndex(json: unknown, part: Part): RowIndex {
  return Array.isArray(json)
    ? json.map((each) => decodeIndexPart(each, part))
    : decodeIndexPart(json, part);
}

function decodeIndexPart(json: unknown, part: Part): number | Slice {
  if (typeof json === "number") {
    return integer(json, `an index in ${part.where}`, 0);
  }
  const where = `a slice in ${part.where}`;
  const record = object(json, where);
  exactly(record, ["$slice"], part);
  const bounds = list(record["$slice"], where);
  if (bounds.length !== 3) {
    throw malformed(where, bounds, "[start, stop, step]");
  }
  const [start = null, stop = null, step = null] = bounds.map((bound) =>
    bound === null ? null : integer(bound, where, Number.MIN_SAFE_INTEGER),
  );
  if (step === 0) {
    throw malformed(where, bounds, "a step other than 0");
  }
  return new Slice(start, stop, step);
}

function decodeTagged(record: Json, part: Part): unknown {
  const tag = Object.keys(record).find((name) => name.startsWith("$"));
  const content = tag === undefined ? undefined : record[tag];
  switch (tag) {
    case "$ref": {
      exactly(record, ["$ref"], part);
      const id = integer(content, `$ref in ${part.where}`, Number.MIN_SAFE_INTEGER);
      if (id === 0) {
        throw malformed(`$ref in ${part.where}`, id, "an id");
      }
      return new Reference(id);
    }
    case "$num": {
      exactly(record, ["$num"], part);
      const number = NON_FINITE[text(content, `$num in ${part.where}`)];
      if (number === undefined) {
        throw malformed(`$num in ${part.where}`, content, "nan, inf or -inf");
      }
      return number;
    }
    case "$int":
      exactly(record, ["$int"], part);
      return decodeInteger(text(content, `$int in ${part.where}`), part);
    case "$map":
      exactly(record, ["$map"], part);
      return decodeMap(list(content, `$map in ${part.where}`), part);
    case "$array":
      return decodeArray(record, part);
    case "$bytes": {
      exactly(record, ["$bytes", "at"], part);
      const size = integer(content, `$bytes in ${part.where}`, 0);
      const at = place(record, size, part);
      return new Bytes(part.bytes.subarray(at, at + size));
    }
    default:
      throw malformed(part.where, record, "a value; its tag is unknown");
  }
}

function exactly(record: Json, names: readonly string[], part: Part): void {
  const found = Object.keys(record);
  if (found.length !== names.length || !names.every((name) => Object.hasOwn(record, name))) {
    throw malformed(`a tag in ${part.where}`, found, `the members ${names.join(", ")}`);
  }
}

function decodeInteger(digits: string, part: Part): bigint {
  const number = BIG_INTEGER.test(digits) ? BigInt(digits) : 0n;
  if (BigInt.asIntN(64, number) === number && Number.isSafeInteger(Number(number))) {
    throw malformed(`$int in ${part.where}`, digits, "an integer beyond 2^53 - 1");
  }
  return number;
}

function decodeMap(pairs: readonly unknown[], part: Part): unknown {
  const decoded = pairs.map((item): [unknown, unknown] => {
    const pair = list(item, `$map in ${part.where}`);
    const key = decodeValue(pair[0], part);
    const scalar = typeof key !== "object" || key === null || key instanceof Reference;
    if (pair.length !== 2 || !scalar) {
      throw malformed(`$map in ${part.where}`, item, "a pair of a scalar or model and a value");
    }
    return [key, decodeValue(pair[1], part)];
  });
  const plain = decoded.every(([key]) => typeof key === "string" && !key.startsWith("$"));
  return plain ? Object.fromEntries(decoded as [string, unknown][]) : new Map(decoded);
}

function decodeArray(record: Json, part: Part): TypedArray | NDArray {
  const where = `$array in ${part.where}`;
  const dtype = text(record["$array"], where);
  if (!Object.hasOwn(DTYPES, dtype)) {
    throw malformed(where, dtype, Object.keys(DTYPES).join(" "));
  }
  const arrayClass = DTYPES[dtype as Dtype];
  const shaped = Object.hasOwn(record, "shape");
  exactly(record, ["$array", "at", shaped ? "shape" : "length"], part);
  const shape = shaped
    ? decodeShape(record["shape"], where)
    : [integer(record["length"], where, 0)];
  const length = shape.reduce((product, size) => product * size, 1);
  const at = place(record, length * arrayClass.BYTES_PER_ELEMENT, part);
  const array = new arrayClass(part.bytes.buffer, part.bytes.byteOffset + at, length);
  return shaped ? new NDArray(array, shape) : array;
}

function decodeShape(json: unknown, where: string): number[] {
  const shape = list(json, where).map((size) => integer(size, where, 1));
  if (shape.length < 2 || shape.length > MAX_DIMENSIONS) {
    throw malformed(where, shape, `2 to ${MAX_DIMENSIONS} dimensions`);
  }
  return shape;
}

function place(record: Json, size: number, part: Part): number {
  const at = integer(record["at"], `a buffer in ${part.where}`, 0);
  if (at % 8 !== 0 || at + size > part.bytes.length) {
    const expected = `${size} bytes at a multiple of 8 within ${part.bytes.length}`;
    throw malformed(`a buffer in ${part.where}`, at, expected);
  }
  return at;
}
