import type { Numbers, Order } from "./column.js";
import { Pyramid } from "./pyramid.js";
import type { Extent } from "./range.js";

/** From this length on a column that rows are streamed to keeps a pyramid for its extent. */
const LONG = 4096;
/**
 * So many rows are looked at in one go: a loop that has hardly ever ended is compiled without what comes after it, and
 * what was compiled is thrown away each time it ends.
 */
const PIECE = 512;

/**
 * What is known of one column of numbers, kept while rows are added at its end and dropped at its start.
 *
 * Rows are counted from the first one that was ever there, so what was found out about a row stays true. Everything is
 * found when it is asked for.
 */
export class ColumnTrack {
  #array: Numbers;
  /** How many rows have been dropped. */
  #start = 0;
  /** How many rows there have ever been. */
  #end: number;
  /** Whether something was found out about the array as it is. */
  #known = false;
  #streamed = false;
  #scanned = 0;
  #last = NaN;
  /** The newest rows that are greater, and that are less, than the one before, and that are not finite. */
  #rise = -1;
  #fall = -1;
  #gap = -1;
  #extent: Extent | undefined;
  #pyramid: Pyramid | undefined;

  constructor(array: Numbers) {
    this.#array = array;
    this.#end = array.length;
  }

  /** Hear that the column is another array now, with rows added and dropped. */
  stream(array: Numbers, added: number, dropped: number): void {
    // Of several streams at once all but the first are in the array already, if somebody has looked at it.
    if (array === this.#array && this.#known) return;
    this.#array = array;
    this.#start += dropped;
    this.#end += added;
    this.#known = false;
    this.#streamed = true;
  }

  /** Which way the numbers go. */
  get order(): Order {
    this.#scan();
    if (this.#fall <= this.#start) return "ascending";
    return this.#rise <= this.#start ? "descending" : "none";
  }

  /** Whether all numbers are finite. */
  get whole(): boolean {
    this.#scan();
    return this.#gap < this.#start;
  }

  get extent(): Extent {
    this.#settle();
    this.#extent ??= this.#measure();
    return this.#extent;
  }

  get pyramid(): Pyramid {
    this.#settle();
    this.#pyramid ??= new Pyramid(this.#array, this.#start);
    return this.#pyramid;
  }

  #measure(): Extent {
    const array = this.#array;
    if (this.#scanned > 0 && array.length > 0) {
      const { order, whole } = this;
      const [first = NaN, last = NaN] = [array[0], array[array.length - 1]];
      if (whole && order === "ascending") return { low: first, high: last };
      if (whole && order === "descending") return { low: last, high: first };
    }
    const long = this.#streamed && array.length >= LONG;
    return long || this.#pyramid !== undefined ? this.pyramid.extent() : extentOf(array);
  }

  /** Catch up with what was streamed. */
  #settle(): void {
    if (this.#known) return;
    this.#known = true;
    this.#extent = undefined;
    const array = this.#array;
    if (this.#end - this.#start === array.length) {
      this.#pyramid?.extend(array, this.#start);
      return;
    }
    // Columns of different lengths, say: begin again.
    this.#pyramid = undefined;
    this.#start = this.#scanned = 0;
    this.#end = array.length;
    this.#rise = this.#fall = this.#gap = -1;
    this.#last = NaN;
  }

  #scan(): void {
    this.#settle();
    const end = this.#end;
    for (let row = Math.max(this.#scanned, this.#start); row < end; row += PIECE) {
      this.#scanPiece(row, Math.min(row + PIECE, end));
    }
    this.#scanned = end;
  }

  #scanPiece(from: number, to: number): void {
    const array = this.#array;
    const start = this.#start;
    let last = this.#last;
    for (let row = from; row < to; row += 1) {
      const value = array[row - start] ?? NaN;
      if (value > last) this.#rise = row;
      else if (value < last) this.#fall = row;
      if (!Number.isFinite(value)) this.#gap = row;
      if (!Number.isNaN(value)) last = value;
    }
    this.#last = last;
  }
}

/** Return the least and the greatest finite number. */
export function extentOf(numbers: ArrayLike<number>): Extent {
  let low = Infinity;
  let high = -Infinity;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- iterating is slow until it is compiled
  for (let index = 0; index < numbers.length; index += 1) {
    const value = numbers[index] ?? NaN;
    if (value < low && value !== -Infinity) low = value;
    if (value > high && value !== Infinity) high = value;
  }
  return { low, high };
}
