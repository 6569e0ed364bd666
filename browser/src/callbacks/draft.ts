/**
 * Values as authors of callbacks know them, and back.
 *
 * What a model holds is not to be changed in place, but authors do. So they get copies, and one kind of list:
 * columns that are typed arrays here were lists in Python as often as not, and nobody could append to one.
 */
import { Bytes, NDArray, isRecord, isTypedArray, typedArrayClass } from "../model/value.js";
import type { TypedArray, TypedArrayClass } from "../model/value.js";

/** Fewer numbers than this are not worth a buffer. */
const LEAST_NUMBERS = 8;

/** Return a copy for the author; `wrap` says what stands for a model, or nothing if the value is none. */
export function toAuthor(value: unknown, wrap: (value: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const wrapped = wrap(value);
  if (wrapped !== undefined) return wrapped;
  if (isTypedArray(value)) return Array.from(value);
  if (value instanceof NDArray) {
    return Array.from({ length: value.length }, (_, at) => toAuthor(value.row(at), wrap));
  }
  if (value instanceof Bytes) return value.data.slice();
  if (Array.isArray(value)) return value.map((item) => toAuthor(item, wrap));
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [toAuthor(key, wrap), toAuthor(item, wrap)]));
  }
  if (isRecord(value)) return mapRecord(value, (item) => toAuthor(item, wrap));
  return value;
}

/** Return what a model can hold; `unwrap` returns the model that a value stands for, if it does. */
export function fromAuthor(value: unknown, unwrap: (value: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const model = unwrap(value);
  if (model !== undefined) return model;
  if (Array.isArray(value)) return Array.from(value, (item) => fromAuthor(item, unwrap));
  if (value instanceof Uint8ClampedArray) return Uint8Array.from(value);
  if (value instanceof Date) return value.getTime();
  if (value instanceof Set) return [...value].map((item) => fromAuthor(item, unwrap));
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, item]) => [fromAuthor(key, unwrap), fromAuthor(item, unwrap)]),
    );
  }
  return isRecord(value) ? mapRecord(value, (item) => fromAuthor(item, unwrap)) : value;
}

/** Make lists that were typed arrays before typed arrays again, so that equal values are seen to be equal. */
export function packLike(value: unknown, before: unknown): unknown {
  if (Array.isArray(value)) {
    if (before instanceof NDArray) return packRows(value, before);
    if (isTypedArray(before)) return isNumbers(value) ? packNumbers(value, before) : value;
    if (!Array.isArray(before)) return value;
    return value.map((item, at) => packLike(item, before[at]));
  }
  if (before instanceof Bytes && value instanceof Uint8Array) return new Bytes(value);
  if (!isRecord(value) || !isRecord(before)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      packLike(item, Object.hasOwn(before, name) ? before[name] : undefined),
    ]),
  );
}

/** The same for columns, of which new ones are made typed arrays as well. */
export function packColumns(columns: unknown, before: unknown): unknown {
  const packed = packLike(columns, before);
  if (!isRecord(packed)) return packed;
  return mapRecord(packed, (column) =>
    Array.isArray(column) && column.length >= LEAST_NUMBERS && isNumbers(column)
      ? packNumbers(column, undefined)
      : column,
  );
}

function packRows(rows: readonly unknown[], before: NDArray): unknown {
  const numbers: unknown[] = rows.flat(Infinity);
  const whole = numbers.length === rows.length * before.width && rows.every(Array.isArray);
  if (!whole || !isNumbers(numbers)) return rows;
  return new NDArray(packNumbers(numbers, before.data), [rows.length, ...before.shape.slice(1)]);
}

function packNumbers(numbers: readonly number[], before: TypedArray | undefined): TypedArray {
  const classes: TypedArrayClass[] = [Int32Array, Float64Array];
  if (before !== undefined) classes.unshift(typedArrayClass(before));
  for (const arrayClass of classes) {
    const packed = new arrayClass(numbers.length);
    packed.set(numbers);
    if (numbers.every((value, at) => Object.is(packed[at], value))) return packed;
  }
  return Float64Array.from(numbers);
}

function isNumbers(values: readonly unknown[]): values is readonly number[] {
  return values.every((value) => typeof value === "number");
}

// Assigning to a name such as __proto__ would not make a member of it.
function mapRecord(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, change(item)]));
}
