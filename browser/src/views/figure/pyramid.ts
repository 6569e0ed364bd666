import { typedArrayClass } from "../../model/value.js";
import type { Numbers } from "./column.js";
import type { Extent } from "./range.js";

/** How many numbers the blocks of the lowest level have. */
const BLOCK = 32;
/** How many blocks of one level are one of the next. */
const FAN = 16;
/** So many blocks are made in one go, for the reason that rows are looked at in pieces: see `track.ts`. */
const PIECE = 64;

/** Finds the least and the greatest of a part of some numbers. */
export interface Extremes {
  /**
   * Look at the numbers of the rows `from` to `to`, which is not among them; `low` and `high` have the answer.
   *
   * Both are NaN if one of the numbers is.
   */
  find(from: number, to: number): void;
  readonly low: number;
  readonly high: number;
}

/** The extremes of the blocks of one size. */
interface Level {
  readonly size: number;
  /** The number of the first block that is kept. */
  first: number;
  /** The number of the block after the last one. */
  end: number;
  low: Numbers;
  high: Numbers;
}

/**
 * The extremes of blocks of rows, of blocks of blocks, and so on: a fifteenth of what the numbers themselves take.
 *
 * Rows have numbers that stay theirs while others are added at the end and dropped at the start, so a stream costs as
 * much as its new rows. Only whole blocks are kept; a part of one is looked at row by row.
 */
export class Pyramid implements Extremes {
  low = 0;
  high = 0;
  #rows: Numbers;
  #start: number;
  readonly #levels: Level[] = [];

  constructor(rows: Numbers, start = 0) {
    this.#rows = rows;
    this.#start = start;
    this.extend(rows, start);
  }

  /** How many bytes are kept. */
  get bytes(): number {
    let bytes = 0;
    for (const { low, high } of this.#levels) bytes += low.byteLength + high.byteLength;
    return bytes;
  }

  /** Take in rows that were added; `start` is how many have ever been dropped. */
  extend(rows: Numbers, start: number): void {
    // Whole numbers that became others do not fit into what was kept of them.
    if (kindOf(rows) !== kindOf(this.#rows)) this.#levels.length = 0;
    this.#rows = rows;
    this.#start = start;
    const end = start + rows.length;
    for (let depth = 0, size = BLOCK; ; depth += 1, size *= FAN) {
      const last = Math.floor(end / size);
      const first = Math.floor(start / size);
      const level = (this.#levels[depth] ??= empty(rows, size, first));
      // What no row belongs to any more goes; what was skipped meanwhile was never there.
      makeRoom(level, first, last);
      const below = this.#levels[depth - 1];
      for (let block = Math.max(level.end, level.first); block < last; block += PIECE) {
        this.#sum(level, below, block, Math.min(block + PIECE, last));
      }
      level.end = Math.max(level.end, last);
      if (last - first < FAN) {
        this.#levels.length = depth + 1;
        return;
      }
    }
  }

  /** Find the extremes of some blocks of a level. */
  #sum(level: Level, below: Level | undefined, from: number, to: number): void {
    const { size, first, low, high } = level;
    for (let block = from; block < to; block += 1) {
      if (below === undefined) this.#scan(Math.max(block * size, this.#start), (block + 1) * size);
      else this.#join(below, block * FAN, (block + 1) * FAN);
      low[block - first] = this.low;
      high[block - first] = this.high;
    }
  }

  find(from: number, to: number): void {
    this.#begin();
    this.#climb(from + this.#start, to + this.#start, 0);
  }

  /** Return what covers all finite numbers. */
  extent(): Extent {
    const found = { low: Infinity, high: -Infinity };
    const { length } = this.#rows;
    this.#cover(this.#start, this.#start + length, this.#levels.length - 1, found);
    return found;
  }

  /** Look at rows: whole blocks of a level as such, and what is left on both sides by smaller ones. */
  #climb(from: number, to: number, depth: number): void {
    const level = this.#levels[depth];
    if (level === undefined) return;
    const { size } = level;
    const first = Math.ceil(from / size);
    const last = Math.floor(to / size);
    if (last <= first) {
      this.#part(from, to, depth);
      return;
    }
    this.#part(from, first * size, depth);
    const next = this.#levels[depth + 1];
    if (next !== undefined && last - first > FAN) this.#climb(first * size, last * size, depth + 1);
    else this.#add(level, first, last);
    this.#part(last * size, to, depth);
  }

  /** Look at rows that are no whole block of a level. */
  #part(from: number, to: number, depth: number): void {
    const below = this.#levels[depth - 1];
    if (below === undefined) this.#read(from, to);
    else this.#add(below, from / below.size, to / below.size);
  }

  /** Widen what was found by rows; blocks that hold what is not finite are looked into. */
  #cover(from: number, to: number, depth: number, found: { low: number; high: number }): void {
    const level = this.#levels[depth];
    const size = level?.size ?? 1;
    const first = Math.ceil(from / size);
    const last = Math.floor(to / size);
    if (level === undefined || last <= first) {
      if (level !== undefined) {
        this.#cover(from, to, depth - 1, found);
        return;
      }
      for (let row = from; row < to; row += 1) {
        const value = this.#rows[row - this.#start] ?? NaN;
        if (value < found.low && value !== -Infinity) found.low = value;
        if (value > found.high && value !== Infinity) found.high = value;
      }
      return;
    }
    this.#cover(from, first * size, depth - 1, found);
    for (let block = first; block < last; block += 1) {
      const low = level.low[block - level.first] ?? NaN;
      const high = level.high[block - level.first] ?? NaN;
      if (Number.isFinite(low) && Number.isFinite(high)) {
        if (low < found.low) found.low = low;
        if (high > found.high) found.high = high;
      } else this.#cover(block * size, (block + 1) * size, depth - 1, found);
    }
    this.#cover(last * size, to, depth - 1, found);
  }

  #begin(): void {
    this.low = Infinity;
    this.high = -Infinity;
  }

  #scan(from: number, to: number): void {
    this.#begin();
    this.#read(from, to);
  }

  #join(level: Level, from: number, to: number): void {
    this.#begin();
    this.#add(level, Math.max(from, level.first), to);
  }

  #read(from: number, to: number): void {
    const rows = this.#rows;
    let { low, high } = this;
    // Both are NaN from the first NaN on; in random numbers, that is less than half of what it takes to ask for it.
    for (let row = from - this.#start, last = to - this.#start; row < last; row += 1) {
      const value = rows[row] ?? NaN;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    this.low = low;
    this.high = high;
  }

  #add(level: Level, from: number, to: number): void {
    const { first, low: lows, high: highs } = level;
    let { low, high } = this;
    for (let block = from - first; block < to - first; block += 1) {
      low = Math.min(low, lows[block] ?? NaN);
      high = Math.max(high, highs[block] ?? NaN);
    }
    this.low = low;
    this.high = high;
  }
}

function empty(like: Numbers, size: number, first: number): Level {
  return { size, first, end: first, low: like.slice(0, 0), high: like.slice(0, 0) };
}

/** Let a level hold the blocks from one to another; blocks move only when there is no room left. */
function makeRoom(level: Level, first: number, end: number): void {
  if (end - level.first <= level.low.length) return;
  // A stream goes on: there is room for half as many blocks again.
  const room = Math.ceil((end - first) * (level.end > level.first ? 1.5 : 1));
  const from = Math.max(first, level.first);
  for (const side of ["low", "high"] as const) {
    const kept = level[side].subarray(from - level.first, Math.max(level.end, from) - level.first);
    const moved = new (typedArrayClass(level[side]))(room);
    moved.set(kept, from - first);
    level[side] = moved;
  }
  level.first = first;
  level.end = Math.max(level.end, first);
}

/** Return what the numbers are stored in. */
function kindOf(rows: Numbers): unknown {
  return (rows as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag];
}
