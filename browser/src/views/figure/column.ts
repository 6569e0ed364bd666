import type { Column, Columns, Model, ModelChange } from "../../model/types.js";
import { NDArray } from "../../model/value.js";
import { isRecord } from "../field.js";
import type { FactorMap } from "./factor.js";
import type { Extent } from "./range.js";
import { ColumnTrack } from "./track.js";

/** A column as numbers; what is none reads as NaN. */
export type Numbers = Exclude<Column, readonly unknown[]>;

/** Whether the numbers of a column go one way: up, down, or neither. NaN does not count. */
export type Order = "ascending" | "descending" | "none";

const NO_FACTORS = {};

/** What was found out about the columns of one source, as long as they are as they were. */
export class ColumnFacts {
  #numbers = new WeakMap<object, WeakMap<object, Numbers>>();
  #tracks = new WeakMap<object, ColumnTrack>();
  #columns: Columns = {};
  /** How often columns have changed. */
  version = 0;

  /** Forget everything: columns may have been changed in place. */
  clear(): void {
    this.version += 1;
    this.#numbers = new WeakMap();
    this.#tracks = new WeakMap();
  }

  /** Take in a change of the source, whose columns are these now. What it left alone stays known. */
  change(change: ModelChange, columns: Columns): void {
    const before = this.#columns;
    this.#columns = columns;
    if (change.kind === "set") {
      this.clear();
      return;
    }
    this.version += 1;
    if (change.kind === "stream") {
      for (const [name, column] of Object.entries(columns)) {
        const was = before[name] ?? column;
        const track = this.#tracks.get(was);
        this.#forget(was);
        if (track === undefined || isList(column)) continue;
        track.stream(column, change.added, change.dropped);
        this.#tracks.set(column, track);
      }
      return;
    }
    for (const name of change.columns) {
      this.#forget(before[name]);
      this.#forget(columns[name]);
    }
  }

  /** Return a column as numbers, with factors at their places. */
  numbers(column: Column, factors: FactorMap | undefined): Numbers {
    if (!isList(column)) return column;
    let known = this.#numbers.get(column);
    if (known === undefined) this.#numbers.set(column, (known = new WeakMap()));
    const key = factors ?? NO_FACTORS;
    let numbers = known.get(key);
    if (numbers === undefined) known.set(key, (numbers = toNumbers(column, factors)));
    return numbers;
  }

  extent(numbers: Numbers): Extent {
    return this.track(numbers).extent;
  }

  order(numbers: Numbers): Order {
    return this.track(numbers).order;
  }

  track(numbers: Numbers): ColumnTrack {
    let track = this.#tracks.get(numbers);
    if (track === undefined) this.#tracks.set(numbers, (track = new ColumnTrack(numbers)));
    return track;
  }

  #forget(column: Column | undefined): void {
    if (column === undefined) return;
    this.#numbers.delete(column);
    this.#tracks.delete(column);
    // Of rows that are arrays themselves, some may have been changed in place.
    for (const row of isList(column) ? column : []) {
      if (typeof row !== "object" || row === null) continue;
      this.#tracks.delete(row instanceof NDArray ? row.data : row);
    }
  }
}

const known = new WeakMap<Model, ColumnFacts>();

/** Return what is known of the columns of a source, whoever asks; it hears of all their changes. */
export function factsOf(source: Model): ColumnFacts {
  let facts = known.get(source);
  if (facts === undefined) {
    const fresh = new ColumnFacts();
    const take = (change: ModelChange): void => {
      fresh.change(change, columnsOf(source));
    };
    take({ kind: "set", field: "data" });
    source.observe(take);
    known.set(source, (facts = fresh));
  }
  return facts;
}

/** Return the columns of a source. */
export function columnsOf(source: Model): Columns {
  const data = source.get("data");
  return isRecord(data) ? (data as Columns) : {};
}

/** Tell whether a column is a plain list, not a typed array. */
function isList(column: Column): column is readonly unknown[] {
  return Array.isArray(column);
}

function toNumbers(column: readonly unknown[], factors: FactorMap | undefined): Float64Array {
  const numbers = new Float64Array(column.length);
  for (const [index, value] of column.entries()) {
    if (typeof value === "number" || typeof value === "bigint") numbers[index] = Number(value);
    else if (typeof value === "boolean") numbers[index] = value ? 1 : 0;
    else numbers[index] = factors === undefined ? written(value) : factors.locate(value);
  }
  return numbers;
}

/** Return the number that a text is, as years often are. */
function written(value: unknown): number {
  return typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
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
