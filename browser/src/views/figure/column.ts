import type { Column } from "../../model/types.js";
import type { FactorMap } from "./factor.js";
import type { Extent } from "./range.js";

/** A column as numbers; what is none reads as NaN. */
export type Numbers = Exclude<Column, readonly unknown[]>;

/** Whether the numbers of a column go one way: up, down, or neither. NaN does not count. */
export type Order = "ascending" | "descending" | "none";

/** Remembers what was found out about columns, until told that they changed. */
export class ColumnFacts {
  #numbers = new WeakMap<object, Map<FactorMap | undefined, Numbers>>();
  #extents = new WeakMap<object, Extent>();
  #orders = new WeakMap<object, Order>();
  /** How often columns have changed. */
  version = 0;

  /** Forget everything: columns may have been changed in place. */
  clear(): void {
    this.version += 1;
    this.#numbers = new WeakMap();
    this.#extents = new WeakMap();
    this.#orders = new WeakMap();
  }

  /** Return a column as numbers, with factors at their places. */
  numbers(column: Column, factors: FactorMap | undefined): Numbers {
    if (!isList(column)) return column;
    let known = this.#numbers.get(column);
    if (known === undefined) {
      known = new Map<FactorMap | undefined, Numbers>();
      this.#numbers.set(column, known);
    }
    let numbers = known.get(factors);
    if (numbers === undefined) known.set(factors, (numbers = toNumbers(column, factors)));
    return numbers;
  }

  extent(numbers: Numbers): Extent {
    let extent = this.#extents.get(numbers);
    if (extent === undefined) this.#extents.set(numbers, (extent = extentOf(numbers)));
    return extent;
  }

  order(numbers: Numbers): Order {
    let order = this.#orders.get(numbers);
    if (order === undefined) this.#orders.set(numbers, (order = orderOf(numbers)));
    return order;
  }
}

/** Tell whether a column is a plain list, not a typed array. */
export function isList(column: Column): column is readonly unknown[] {
  return Array.isArray(column);
}

function toNumbers(column: readonly unknown[], factors: FactorMap | undefined): Float64Array {
  const numbers = new Float64Array(column.length);
  for (const [index, value] of column.entries()) {
    if (typeof value === "number") numbers[index] = value;
    else if (typeof value === "boolean") numbers[index] = value ? 1 : 0;
    else numbers[index] = factors?.locate(value) ?? NaN;
  }
  return numbers;
}

/** Return the least and the greatest finite number. */
export function extentOf(numbers: Numbers | readonly number[]): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (const value of numbers) {
    if (value < low && value !== -Infinity) low = value;
    if (value > high && value !== Infinity) high = value;
  }
  return { low, high };
}

/** Tell which way numbers go. */
export function orderOf(numbers: ArrayLike<number>): Order {
  let rising = true;
  let falling = true;
  let last = NaN;
  for (let index = 0; index < numbers.length && (rising || falling); index += 1) {
    const value = numbers[index] ?? NaN;
    if (value < last) rising = false;
    if (value > last) falling = false;
    if (!Number.isNaN(value)) last = value;
  }
  if (rising) return "ascending";
  return falling ? "descending" : "none";
}

/**
 * Return the part of sorted numbers that lies between two values, with one more on each side.
 *
 * With NaN among them the search may miss; then everything is returned, which is never wrong.
 */
export function visiblePart(
  numbers: ArrayLike<number>,
  order: Order,
  low: number,
  high: number,
): [number, number] {
  const all: [number, number] = [0, numbers.length];
  if (order === "none" || numbers.length < 3) return all;
  const rising = order === "ascending";
  const first = rising ? low : high;
  const last = rising ? high : low;
  const from = search(numbers, (value) => (rising ? value < first : value > first));
  const to = search(numbers, (value) => (rising ? value <= last : value >= last));
  if (from === undefined || to === undefined) return all;
  return [Math.max(from - 1, 0), Math.min(to + 1, numbers.length)];
}

/** Return the first index that is not before the place looked for. */
function search(
  numbers: ArrayLike<number>,
  before: (value: number) => boolean,
): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = numbers[middle] ?? NaN;
    if (Number.isNaN(value)) return undefined;
    if (before(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
