import { extras } from "../extras.js";
import type { Scale } from "../scale.js";
import type { Frame, Hit } from "./painter.js";

/** How wide the cells are that points are sorted into, in pixels. */
const CELL = 16;
/** What is found from farther than this, in pixels, is looked at wherever the pointer is. */
const LARGE = 64;

/**
 * Finds the point nearest to a place on the canvas, among very many, without looking at all of them.
 *
 * Points are sorted into cells as they stand on the canvas; that holds until it is drawn in another way.
 */
export class NearPoints {
  readonly x: Scale;
  readonly y: Scale;
  readonly #across: number;
  readonly #down: number;
  /** Where the rows of each cell begin. */
  readonly #begin: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #large: Uint32Array;
  readonly #left: number;
  readonly #top: number;
  readonly #reach: number;

  /** Sort points; none can be found from farther than its own `reach`. */
  constructor(
    frame: Frame,
    private readonly xs: ArrayLike<number>,
    private readonly ys: ArrayLike<number>,
    length: number,
    private readonly reach: (row: number) => number,
  ) {
    this.x = frame.x;
    this.y = frame.y;
    let most = 0;
    const large: number[] = [];
    for (let row = 0; row < length; row += 1) {
      const far = reach(row) || 0;
      // One huge marker must not make every other one be looked at.
      if (far > LARGE) large.push(row);
      else most = Math.max(most, far);
    }
    this.#large = Uint32Array.from(large);
    this.#reach = most;
    this.#left = frame.left - most;
    this.#top = frame.top - most;
    this.#across = Math.ceil((frame.width + 2 * most) / CELL) + 1;
    this.#down = Math.ceil((frame.height + 2 * most) / CELL) + 1;
    const cells = new Int32Array(length);
    this.#begin = new Uint32Array(this.#across * this.#down + 1);
    for (let row = 0; row < length; row += 1) {
      const cell = reach(row) > LARGE ? -1 : this.#cellOf(row);
      cells[row] = cell;
      if (cell >= 0) this.#begin[cell + 1] = (this.#begin[cell + 1] ?? 0) + 1;
    }
    for (let cell = 1; cell < this.#begin.length; cell += 1) {
      this.#begin[cell] = (this.#begin[cell] ?? 0) + (this.#begin[cell - 1] ?? 0);
    }
    const next = this.#begin.slice();
    this.#rows = new Uint32Array(this.#begin[this.#begin.length - 1] ?? 0);
    for (let row = 0; row < length; row += 1) {
      const cell = cells[row] ?? -1;
      if (cell < 0) continue;
      const at = next[cell] ?? 0;
      this.#rows[at] = row;
      next[cell] = at + 1;
    }
  }

  /** Return the nearest point that can be found from a place; of those equally near the first. */
  find(px: number, py: number): Hit | undefined {
    let best: Hit | undefined;
    for (const run of this.around(px, py)) {
      for (const index of run) {
        const x = this.x.toPixel(this.xs[index] ?? NaN);
        const y = this.y.toPixel(this.ys[index] ?? NaN);
        const distance = (x - px) ** 2 + (y - py) ** 2;
        if (best !== undefined && distance > best.distance) continue;
        if (distance === best?.distance && index > best.index) continue;
        const most = this.reach(index);
        if (distance <= most * most) best = { index, px: x, py: y, distance };
      }
    }
    return best;
  }

  /** Return the rows among which those are that can be found from a place, in runs, none of which is copied. */
  around(px: number, py: number): readonly Uint32Array[] {
    const found = [this.#large];
    const from = this.#column(px - this.#reach);
    const to = this.#column(px + this.#reach);
    const last = this.#line(py + this.#reach);
    for (let line = this.#line(py - this.#reach); line <= last; line += 1) {
      const cell = line * this.#across;
      // The cells of a line lie one after another.
      found.push(this.#rows.subarray(this.#begin[cell + from], this.#begin[cell + to + 1]));
    }
    return found;
  }

  /** Return the cell of a row, or -1 if it is where nobody points at. */
  #cellOf(row: number): number {
    const across = (this.x.toPixel(this.xs[row] ?? NaN) - this.#left) / CELL;
    const down = (this.y.toPixel(this.ys[row] ?? NaN) - this.#top) / CELL;
    const inside = across >= 0 && across < this.#across && down >= 0 && down < this.#down;
    return inside ? Math.floor(down) * this.#across + Math.floor(across) : -1;
  }

  #column(px: number): number {
    return clamp(Math.floor((px - this.#left) / CELL), this.#across);
  }

  #line(py: number): number {
    return clamp(Math.floor((py - this.#top) / CELL), this.#down);
  }
}

function clamp(cell: number, count: number): number {
  return Math.min(Math.max(cell, 0), count - 1);
}

extras.near = (...points) => new NearPoints(...points);
