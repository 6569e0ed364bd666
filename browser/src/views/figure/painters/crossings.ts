/** How much of each pixel shapes cover whose edges cross it by the thousand: canvases take seconds for these. */

/** Rows of samples in each row of pixels. */
const ROWS = 4;
/** Places in each pixel of such a row: noise has dozens of edges there. */
const STEPS = 32;

/** Part of a picture, in pixels of the screen. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How many pixels are as wide as a unit of the path. */
  readonly ratio: number;
}

/** Takes the edges of a shape, and tells what it covers. */
export class Crossings {
  readonly #edges: Edge[] = [];
  readonly #rows: number;
  #x = NaN;
  #y = NaN;
  #startX = NaN;
  #startY = NaN;
  /** How many rows of samples are crossed, by all edges together. */
  #crossed = 0;

  constructor(private readonly region: Region) {
    this.#rows = region.height * ROWS;
  }

  /** How many edges each row of pixels has, on the average. */
  get density(): number {
    return this.#crossed / this.#rows;
  }

  moveTo(x: number, y: number): void {
    this.closePath();
    const { left, top, ratio } = this.region;
    this.#startX = this.#x = x * ratio - left;
    this.#startY = this.#y = (y * ratio - top) * ROWS - 0.5;
  }

  lineTo(x: number, y: number): void {
    const { left, top, ratio } = this.region;
    this.#go(x * ratio - left, (y * ratio - top) * ROWS - 0.5);
  }

  /** Go back to where the part began: what is filled has no open ends. */
  closePath(): void {
    if (!Number.isNaN(this.#x)) this.#go(this.#startX, this.#startY);
  }

  #go(x: number, y: number): void {
    const [fromX, fromY] = [this.#x, this.#y];
    this.#x = x;
    this.#y = y;
    const first = Math.max(Math.ceil(Math.min(fromY, y)), 0);
    const end = Math.min(Math.ceil(Math.max(fromY, y)), this.#rows);
    if (first >= end) return;
    // In steps, like the rows they are told to.
    const slope = (STEPS * (x - fromX)) / (y - fromY);
    const at = fromX * STEPS + (first - fromY) * slope;
    this.#edges.push({ at, slope, first, end, turn: y > fromY ? 1 : -1 });
    this.#crossed += end - first;
  }

  /** Return of each pixel the share that is covered, from 0 to 255, row by row. */
  cover(rule: CanvasFillRule): Uint8Array {
    this.closePath();
    const { width, height } = this.region;
    const cover = new Uint8Array(width * height);
    const row = new Row(width, rule);
    const edges = this.#edges.sort((one, other) => one.first - other.first);
    let active: Edge[] = [];
    let next = 0;
    for (let at = 0; at < this.#rows; at += 1) {
      for (let edge = edges[next]; edge?.first === at; edge = edges[(next += 1)]) active.push(edge);
      let ended = 0;
      for (const edge of active) {
        row.cross(edge.at, edge.turn);
        edge.at += edge.slope;
        if (edge.end <= at + 1) ended += 1;
      }
      if (active.length > 0) row.add();
      if (ended > 0) active = active.filter(({ end }) => end > at + 1);
      if (at % ROWS === ROWS - 1) row.flush(cover, ((at - (ROWS - 1)) / ROWS) * width);
    }
    return cover;
  }
}

interface Edge {
  /** Where it is in the row of samples that comes next, and how far it goes from row to row. */
  at: number;
  readonly slope: number;
  /** The rows that it crosses; the end is not one of them. */
  readonly first: number;
  readonly end: number;
  /** Whether it goes down, as 1, or up, as -1. */
  readonly turn: number;
}

/** A row of samples, and what those before it have covered of the same row of pixels. */
class Row {
  /** How the number of turns changes at each place. */
  readonly #turns: Int32Array;
  /** Which pixels have an edge in them; the last stands for what is beyond. */
  readonly #touched: Uint8Array;
  readonly #covered: Uint16Array;

  constructor(
    private readonly width: number,
    private readonly rule: CanvasFillRule,
  ) {
    this.#turns = new Int32Array(width * STEPS + 1);
    this.#touched = new Uint8Array(width + 1);
    this.#covered = new Uint16Array(width);
  }

  /** Take note of an edge, so many steps from the left. */
  cross(x: number, turn: number): void {
    const last = this.width * STEPS;
    const place = Math.min(Math.max(Math.round(x), 0), last);
    this.#turns[place] = (this.#turns[place] ?? 0) + turn;
    this.#touched[Math.floor(place / STEPS)] = 1;
  }

  /** Count what is inside. */
  add(): void {
    const turns = this.#turns;
    const covered = this.#covered;
    const mask = this.rule === "evenodd" ? 1 : -1;
    let around = 0;
    for (let column = 0; column < this.width; column += 1) {
      let inside = 0;
      if (this.#touched[column] === 0) inside = (around & mask) === 0 ? 0 : STEPS;
      else {
        const end = (column + 1) * STEPS;
        for (let place = end - STEPS; place < end; place += 1) {
          around += turns[place] ?? 0;
          if ((around & mask) !== 0) inside += 1;
        }
        turns.fill(0, end - STEPS, end);
      }
      covered[column] = (covered[column] ?? 0) + inside;
    }
    turns[this.width * STEPS] = 0;
    this.#touched.fill(0);
  }

  /** Note what a row of pixels has, and begin with the next one. */
  flush(cover: Uint8Array, from: number): void {
    for (const [column, count] of this.#covered.entries()) {
      cover[from + column] = Math.round((255 * count) / (ROWS * STEPS));
    }
    this.#covered.fill(0);
  }
}
