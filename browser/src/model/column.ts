/**
 * The rows of one column.
 *
 * A typed column that rows are appended to lives in a buffer of about twice its length; the column itself is a view of
 * its newest part. So a stream with rollover copies each number twice at most, and no view that was handed out before
 * ever changes under whoever holds it, except where a row is patched.
 */
import { NDArray, isTypedArray, typedArrayClass } from "./value.js";
import type { Slice, TypedArray } from "./value.js";

/** A column as models hold it. */
export type Rows = TypedArray | NDArray | unknown[];

/** Buffers that belong to us, by the view that is the column now. */
const owned = new WeakMap<TypedArray, TypedArray>();

/** Return the rows of a value that should be a column; anything else has none. */
export function asRows(value: unknown): Rows {
  return isTypedArray(value) || value instanceof NDArray || Array.isArray(value) ? value : [];
}

/** Return the column with rows added at the end, reduced to its last `rollover` rows. */
export function appendRows(column: Rows, added: Rows, rollover: number): Rows {
  if (column instanceof NDArray && added instanceof NDArray && sameRow(column, added)) {
    const length = Math.min(column.length + added.length, rollover);
    const data = appendNumbers(column.data, added.data, length * column.width);
    return new NDArray(data, [length, ...column.shape.slice(1)]);
  }
  if (Array.isArray(column) && column.length === 0 && !Array.isArray(added)) {
    return appendRows(emptyLike(added), added, rollover);
  }
  if (isTypedArray(column)) {
    const [first, second] = alike(column, added);
    if (first !== undefined && second !== undefined) {
      return appendNumbers(first, second, Math.min(first.length + second.length, rollover));
    }
  }
  return appendPlain(column, added, rollover);
}

/** Return the column with one row, the rows of a slice, or cells of one row, set to other values. */
export function patchRows(
  column: Rows,
  index: number | Slice | readonly (number | Slice)[],
  value: unknown,
): Rows {
  const parts = [index].flat();
  const several = parts.some((part) => typeof part !== "number");
  return setCells(column, parts, several ? rowsOf(asRows(value)) : [value].values());
}

/** Set what the parts of an index mean to as many values, one after another. */
function setCells(
  column: Rows,
  [part = 0, ...inner]: readonly (number | Slice)[],
  values: Iterator<unknown>,
): Rows {
  let patched = column;
  for (const row of typeof part === "number" ? [part] : part.indices(column.length)) {
    const below = patched instanceof NDArray ? patched.row(row) : patched[row];
    const value: unknown =
      inner.length > 0 ? setCells(asRows(below), inner, values) : values.next().value;
    patched = setRow(patched, row, value);
  }
  return patched;
}

/** Return the rows of a column as values that may stand in a list. */
export function* rowsOf(column: Rows): Generator {
  if (column instanceof NDArray) {
    for (let index = 0; index < column.length; index += 1) {
      yield column.row(index);
    }
  } else {
    yield* column;
  }
}

function emptyLike(rows: TypedArray | NDArray): Rows {
  return rows instanceof NDArray
    ? new NDArray(rows.data.subarray(0, 0), [0, ...rows.shape.slice(1)])
    : rows.subarray(0, 0);
}

function sameRow(left: NDArray, right: NDArray): boolean {
  return (
    left.data.constructor === right.data.constructor &&
    left.shape.slice(1).join() === right.shape.slice(1).join()
  );
}

/** Return both as arrays of one type: their own, or float64, or nothing where they are not all numbers. */
function alike(column: TypedArray, added: Rows): [TypedArray?, TypedArray?] {
  if (added instanceof NDArray) {
    return [];
  }
  if (isTypedArray(added)) {
    return column.constructor === added.constructor
      ? [column, added]
      : [asFloats(column), asFloats(added)];
  }
  if (!added.every((value) => typeof value === "number")) {
    return [];
  }
  const numbers = added;
  return numbers.every((value) => fits(column, value))
    ? [column, toTyped(column, numbers)]
    : [asFloats(column), Float64Array.from(numbers)];
}

function asFloats(column: TypedArray): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column);
}

function toTyped(like: TypedArray, numbers: readonly number[]): TypedArray {
  const typed = new (typedArrayClass(like))(numbers.length);
  typed.set(numbers);
  return typed;
}

/** Whether a number is the same after it was stored in an array of this type. */
function fits(column: TypedArray, value: number): boolean {
  if (column instanceof Float64Array) {
    return true;
  }
  const cell = new (typedArrayClass(column))(1);
  cell[0] = value;
  return Object.is(cell[0], value);
}

/** Append numbers of the same type and return a view of the last `length` of them all. */
function appendNumbers(column: TypedArray, added: TypedArray, length: number): TypedArray {
  const fresh = Math.min(added.length, length);
  const kept = length - fresh;
  const tail = added.subarray(added.length - fresh);
  const ours = owned.get(column);
  const end =
    (column.byteOffset - (ours?.byteOffset ?? 0)) / column.BYTES_PER_ELEMENT + column.length;
  if (ours !== undefined && end + fresh <= ours.length) {
    owned.delete(column);
    ours.set(tail, end);
    return viewed(ours, end + fresh - length, length);
  }
  const buffer = new (typedArrayClass(column))(2 * length + 16);
  buffer.set(column.subarray(column.length - kept));
  buffer.set(tail, kept);
  return viewed(buffer, 0, length);
}

function viewed(buffer: TypedArray, start: number, length: number): TypedArray {
  const view = buffer.subarray(start, start + length);
  owned.set(view, buffer);
  return view;
}

function appendPlain(column: Rows, added: Rows, rollover: number): unknown[] {
  const rows = Array.isArray(column) ? column : [...rowsOf(column)];
  for (const row of rowsOf(added)) {
    rows.push(row);
  }
  if (rows.length > rollover) {
    rows.splice(0, rows.length - rollover);
  }
  return rows;
}

function setRow(column: Rows, index: number, value: unknown): Rows {
  if (index < 0 || index >= column.length) {
    return column;
  }
  if (column instanceof NDArray) {
    return setArrayRow(column, index, value);
  }
  if (Array.isArray(column)) {
    column[index] = value;
    return column;
  }
  if (typeof value !== "number") {
    return setRow(Array.from<unknown>(column), index, value);
  }
  const fitting = fits(column, value) ? column : asFloats(column);
  fitting[index] = value;
  return fitting;
}

function setArrayRow(column: NDArray, index: number, value: unknown): Rows {
  const numbers = value instanceof NDArray ? value.data : value;
  if (
    isTypedArray(numbers) &&
    numbers.length === column.width &&
    numbers.constructor === column.data.constructor
  ) {
    column.data.set(numbers, index * column.width);
    return column;
  }
  return setRow([...rowsOf(column)], index, value);
}
