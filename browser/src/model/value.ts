/**
 * What the fields of models hold: the decoded values of spec/protocol.md section 4.
 *
 * JSON scalars, arrays, plain objects and `Map`s stand for themselves, integers beyond 2⁵³ are `bigint`s and
 * one-dimensional arrays are typed arrays. The classes here are for what JavaScript has no word for.
 */

export type TypedArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

export type Dtype =
  "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64";

export interface TypedArrayClass {
  new (length: number): TypedArray;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
}

export const DTYPES: Readonly<Record<Dtype, TypedArrayClass>> = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
};

/** A model that a value names, before the document that knows the model has seen it. */
export class Reference {
  constructor(readonly id: number) {}
}

/** A slice of rows as Python has it; `null` stands for "from the end that fits". */
export class Slice {
  constructor(
    readonly start: number | null,
    readonly stop: number | null,
    readonly step: number | null,
  ) {}

  /** Return the row numbers that the slice selects from `length` rows, in order. */
  indices(length: number): number[] {
    const step = this.step ?? 1;
    const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
    const bound = (value: number | null, fallback: number): number =>
      value === null ? fallback : Math.min(Math.max(value < 0 ? value + length : value, low), high);
    const start = bound(this.start, step > 0 ? low : high);
    const stop = bound(this.stop, step > 0 ? high : low);
    const rows: number[] = [];
    for (let row = start; step > 0 ? row < stop : row > stop; row += step) {
      rows.push(row);
    }
    return rows;
  }
}

/** Raw bytes, to tell them from a column of the dtype `uint8`. */
export class Bytes {
  constructor(readonly data: Uint8Array) {}
}

/** An array of two or more dimensions, row-major. */
export class NDArray {
  constructor(
    readonly data: TypedArray,
    readonly shape: readonly number[],
  ) {}

  /** How many rows it has: the first dimension. */
  get length(): number {
    return this.shape[0] ?? 0;
  }

  /** How many numbers one row holds. */
  get width(): number {
    return this.shape.slice(1).reduce((product, size) => product * size, 1);
  }

  /** Return one row as a view: a typed array, or an array with one dimension less. */
  row(index: number): TypedArray | NDArray {
    const part = this.data.subarray(index * this.width, (index + 1) * this.width);
    return this.shape.length > 2 ? new NDArray(part, this.shape.slice(1)) : part;
  }
}

export function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && dtypeOf(value) !== undefined;
}

/** Return the protocol's name of an array's element type, if it has one. */
export function dtypeOf(array: ArrayBufferView): Dtype | undefined {
  const found = Object.entries(DTYPES).find(([, arrayClass]) => array.constructor === arrayClass);
  return found?.[0] as Dtype | undefined;
}

export function typedArrayClass(array: TypedArray): TypedArrayClass {
  return array.constructor as unknown as TypedArrayClass;
}

/** Whether a value is an object of names and values, and not an instance of some class. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Return a copy that shares no container with the original; models and scalars are the same in both.
 *
 * What a caller hands over to be sent must not change under the queue that holds it.
 */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copyValue);
  }
  if (isTypedArray(value)) {
    return value.slice();
  }
  if (value instanceof NDArray) {
    return new NDArray(value.data.slice(), [...value.shape]);
  }
  if (value instanceof Bytes) {
    return new Bytes(value.data.slice());
  }
  if (value instanceof Map) {
    return new Map([...value].map(([key, member]) => [copyValue(key), copyValue(member)]));
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, copyValue(member)]),
    );
  }
  return value;
}

/** Whether two values look the same to somebody who draws them; NaN equals NaN. */
export function equalValues(left: unknown, right: unknown): boolean {
  if (Object.is(left, right) || left === right) {
    return true;
  }
  if (isTypedArray(left) && isTypedArray(right)) {
    return left.constructor === right.constructor && equalLists(left, right);
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return equalLists(left, right);
  }
  if (left instanceof NDArray && right instanceof NDArray) {
    return equalLists(left.shape, right.shape) && equalValues(left.data, right.data);
  }
  if (left instanceof Bytes && right instanceof Bytes) {
    return equalLists(left.data, right.data);
  }
  if (left instanceof Map && right instanceof Map) {
    return equalLists([...left], [...right]);
  }
  return isRecord(left) && isRecord(right) && equalRecords(left, right);
}

function equalLists(left: ArrayLike<unknown>, right: ArrayLike<unknown>): boolean {
  if (left.length !== right.length) {
    return false;
  }
  for (let index = 0; index < left.length; index += 1) {
    if (!equalValues(left[index], right[index])) {
      return false;
    }
  }
  return true;
}

function equalRecords(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equalValues(left[key], right[key]))
  );
}
