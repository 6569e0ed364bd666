/** Which rows a table shows, and in which order. */
import type { Column } from "../../model/types.js";
import { NDArray } from "../../model/value.js";

/** One column that rows are sorted by. */
export interface SortKey {
  readonly column: Column | undefined;
  readonly descending: boolean;
  /** Compares two cells of which none is missing, for the least first. */
  readonly compare?: ((first: unknown, second: unknown) => number) | undefined;
  /** Where cells go that are missing: at the end, unless somebody says. */
  readonly missing?: "first" | "last" | undefined;
}

/** The rows of a table from top to bottom; negative ones are no rows of the source. */
export class RowOrder {
  #places: Int32Array | undefined;

  constructor(
    /** How many rows the source has. */
    readonly total: number,
    /** The rows of the source; all of them as they are if there is nothing. */
    private readonly rows?: Int32Array | undefined,
  ) {}

  get length(): number {
    return this.rows?.length ?? this.total;
  }

  /** Return the row of the source at a place. */
  at(place: number): number {
    return this.rows === undefined ? place : (this.rows[place] ?? -1);
  }

  /** Return the place of a row of the source; -1 where it is not shown. */
  placeOf(row: number): number {
    if (this.rows === undefined) return row >= 0 && row < this.total ? row : -1;
    if (this.#places === undefined) {
      this.#places = new Int32Array(this.total).fill(-1);
      for (const [place, shown] of this.rows.entries()) {
        if (shown >= 0) this.#places[shown] = place;
      }
    }
    return this.#places[row] ?? -1;
  }
}

/** Return what is in a cell of a column; a row of an array is an array. */
export function cellOf(column: Column | undefined, row: number): unknown {
  return column instanceof NDArray ? column.row(row) : column?.[row];
}

/** Return the numbers of so many rows, as they are. */
export function allRows(length: number): Int32Array {
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row += 1) rows[row] = row;
  return rows;
}

/** Tell whether there is nothing in a cell. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

/** Put rows in order; those that are alike stay as they are. */
export function sortRows(rows: Int32Array, keys: readonly SortKey[]): Int32Array {
  // The last key first: each sorting keeps what the one before has done to rows that are alike.
  for (const key of [...keys].reverse()) sortBy(rows, key);
  return rows;
}

function sortBy(rows: Int32Array, key: SortKey): void {
  const { column, descending, missing } = key;
  const missed: number[] = [];
  const numbers = ArrayBuffer.isView(column) ? column : undefined;
  let count = 0;
  for (const row of rows) {
    const value = numbers === undefined ? cellOf(column, row) : numbers[row];
    if (numbers === undefined ? isMissing(value) : value !== value) missed.push(row);
    else rows[count++] = row;
  }
  const found = rows.subarray(0, count);
  if (numbers !== undefined && key.compare === undefined) {
    sortNumbers(found, numbers, descending);
  } else {
    const compare = key.compare ?? compareCells;
    const sign = descending ? -1 : 1;
    found.sort((first, second) => sign * compare(cellOf(column, first), cellOf(column, second)));
  }
  const first = missing !== undefined && (missing === "first") !== descending;
  if (first) rows.copyWithin(missed.length, 0, count);
  rows.set(missed, first ? 0 : count);
}

const RADIX_BITS = 16;
const RADIX = 1 << RADIX_BITS;

/** Sort rows by numbers, digit by digit: with a million of them that is several times as fast as comparing. */
function sortNumbers(rows: Int32Array, column: ArrayLike<number>, descending: boolean): void {
  const { length } = rows;
  if (length < 5_000) {
    const sign = descending ? -1 : 1;
    const at = (row: number): number => column[row] ?? NaN;
    rows.sort((first, second) => sign * (at(first) - at(second)) || 0);
    return;
  }
  const numbers = new Float64Array(length);
  // Adding zero makes one of both zeros.
  for (let place = 0; place < length; place += 1) {
    numbers[place] = (column[rows[place] ?? 0] ?? NaN) + 0;
  }
  let keys = new Uint32Array(numbers.buffer);
  for (let place = 0; place < length; place += 1) {
    const high = keys[2 * place + 1] ?? 0;
    const flip = high >>> 31 === 1 ? 0xffffffff : 0;
    const turn = descending ? 0xffffffff : 0;
    keys[2 * place] = (keys[2 * place] ?? 0) ^ flip ^ turn;
    keys[2 * place + 1] = high ^ (flip | 0x80000000) ^ turn;
  }
  let otherKeys = new Uint32Array(2 * length);
  let [from, to]: [Int32Array, Int32Array] = [rows, new Int32Array(length)];
  for (let digit = 0; digit < 4; digit += 1) {
    const half = digit >>> 1;
    const shift = (digit & 1) * RADIX_BITS;
    const starts = new Uint32Array(RADIX + 1);
    for (let place = half; place < 2 * length; place += 2) {
      const bucket = (((keys[place] ?? 0) >>> shift) & (RADIX - 1)) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
    // Numbers that all have the same digit need not be moved.
    if (starts.includes(length)) continue;
    for (let bucket = 1; bucket <= RADIX; bucket += 1) {
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    }
    for (let place = 0; place < length; place += 1) {
      const bucket = ((keys[2 * place + half] ?? 0) >>> shift) & (RADIX - 1);
      const target = starts[bucket] ?? 0;
      starts[bucket] = target + 1;
      to[target] = from[place] ?? 0;
      otherKeys[2 * target] = keys[2 * place] ?? 0;
      otherKeys[2 * target + 1] = keys[2 * place + 1] ?? 0;
    }
    [from, to] = [to, from];
    [keys, otherKeys] = [otherKeys, keys];
  }
  if (from !== rows) rows.set(from);
}

/** Compare two cells as numbers or texts are; others by what they look like. */
export function compareCells(first: unknown, second: unknown): number {
  const plain = typeof first === typeof second && typeof first !== "object";
  const [left, right] = plain ? [first, second] : [String(first), String(second)];
  if (left === right) return 0;
  return (left as string) < (right as string) ? -1 : 1;
}
