import type { Extremes } from "./pyramid.js";
import type { Scale } from "./scale.js";

/** What a line is drawn on; a canvas context is one. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /**
   * Fill what the line covers of a pixel column that it crosses to and fro, with its middle at `x`.
   *
   * That takes a fraction of the time of stroking it. What cannot do it draws all as a path.
   */
  bar?: ((x: number, low: number, high: number) => void) | undefined;
}

/** The points of a line, and which of them to draw. */
export interface LinePoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** From this many points on a pixel column is asked for its extremes, not looked through. */
const SEVERAL = 8;
/** From this many pixels on a pixel column may be filled: less is as quickly stroked. */
const TALL = 3;

/** Draw every point. A point without a place leaves a gap. */
export function tracePoints(points: LinePoints, x: Scale, y: Scale, sink: PathSink): void {
  let drawing = false;
  for (let index = points.from; index < points.to; index += 1) {
    const px = x.toPixel(points.x[index] ?? NaN);
    const py = y.toPixel(points.y[index] ?? NaN);
    if (!Number.isFinite(px) || !Number.isFinite(py)) drawing = false;
    else if (drawing) sink.lineTo(px, py);
    else {
      sink.moveTo(px, py);
      drawing = true;
    }
  }
}

/**
 * Draw of each pixel column the first, least, greatest and last point only.
 *
 * That looks the same as drawing all of them, and takes as many segments as the canvas is wide. It is right only if x
 * goes one way. Gaps are kept: a point without a place ends the piece before it.
 *
 * Where all x are finite, too, `extremes` may know the least and the greatest y of rows, and then only as many points
 * are looked at as there are pixel columns. What is drawn is the same.
 */
export function traceExtremes(
  points: LinePoints,
  x: Scale,
  y: Scale,
  sink: PathSink,
  columnWidth = 1,
  extremes?: Extremes,
): void {
  const trace = new Trace(points, x, y, new PixelColumn(sink, columnWidth), 1 / columnWidth);
  if (extremes === undefined) trace.through(points.from, points.to);
  else trace.jump(extremes);
}

/** One drawing of a line. */
class Trace {
  constructor(
    private readonly points: LinePoints,
    private readonly x: Scale,
    private readonly y: Scale,
    private readonly column: PixelColumn,
    /** How many pixel columns are as wide as the unit of the scale. */
    private readonly columns: number,
  ) {}

  /** Look at every point. */
  through(from: number, to: number): void {
    this.#walk(from, to);
    this.column.lift();
  }

  /** Go from one pixel column to the next. */
  jump(extremes: Extremes): void {
    const { x, y, column, points } = this;
    const { from, to } = points;
    let step = SEVERAL;
    for (let first = from; first < to;) {
      const at = this.#columnOf(first);
      const end = this.#endOf(at, first, to, step);
      step = end - first;
      if (step < SEVERAL) this.#walk(first, end);
      else {
        extremes.find(first, end);
        const low = y.toPixel(extremes.low);
        const high = y.toPixel(extremes.high);
        // What has no place is among the extremes, or between them.
        if (!Number.isFinite(at) || !Number.isFinite(low) || !Number.isFinite(high)) {
          this.#walk(first, end);
        } else {
          column.begin(at, x.toPixel(points.x[first] ?? NaN), y.toPixel(points.y[first] ?? NaN));
          column.widen(Math.min(low, high), Math.max(low, high));
          column.end(x.toPixel(points.x[end - 1] ?? NaN), y.toPixel(points.y[end - 1] ?? NaN));
        }
      }
      first = end;
    }
    column.lift();
  }

  #walk(from: number, to: number): void {
    const { x, y, column, points } = this;
    for (let index = from; index < to; index += 1) {
      const px = x.toPixel(points.x[index] ?? NaN);
      const py = y.toPixel(points.y[index] ?? NaN);
      if (!Number.isFinite(px) || !Number.isFinite(py)) column.lift();
      else column.add(Math.floor(px * this.columns), px, py);
    }
  }

  #columnOf(index: number): number {
    return Math.floor(this.x.toPixel(this.points.x[index] ?? NaN) * this.columns);
  }

  /** Return the first row after one that is not in its pixel column; about `guess` rows are. */
  #endOf(column: number, from: number, to: number, guess: number): number {
    let low = from;
    let high = to;
    // Columns have about as many rows as the one before: what is looked for is near the guess, on either side.
    const near = from + guess;
    if (near < to && this.#columnOf(near) !== column) {
      high = near;
      for (let step = 1; high - step > from; step *= 2) {
        if (this.#columnOf(high - step) === column) {
          low = high - step;
          break;
        }
        high -= step;
      }
    } else {
      if (near < to) low = near;
      for (let step = 1; low + step < to; step *= 2) {
        if (this.#columnOf(low + step) !== column) {
          high = low + step;
          break;
        }
        low += step;
      }
    }
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#columnOf(middle) === column) low = middle;
      else high = middle;
    }
    return high;
  }
}

/** The points of one pixel column, and the piece of line drawn so far. */
class PixelColumn {
  #at = NaN;
  #drawing = false;
  #first = 0;
  #last = 0;
  #low = 0;
  #high = 0;
  #firstX = 0;
  #lastX = 0;
  /** Where the column before, drawn as a bar, was left; NaN if it was none. */
  #leftX = NaN;
  #leftY = NaN;

  constructor(
    private readonly sink: PathSink,
    private readonly width: number,
  ) {}

  add(at: number, px: number, py: number): void {
    if (at !== this.#at) {
      this.begin(at, px, py);
      return;
    }
    this.widen(py, py);
    this.end(px, py);
  }

  /** Begin another column with its first point. */
  begin(at: number, px: number, py: number): void {
    this.#flush();
    this.#at = at;
    this.#first = this.#last = this.#low = this.#high = py;
    this.#firstX = this.#lastX = px;
  }

  widen(low: number, high: number): void {
    if (low < this.#low) this.#low = low;
    if (high > this.#high) this.#high = high;
  }

  end(px: number, py: number): void {
    this.#last = py;
    this.#lastX = px;
  }

  /** End the piece. */
  lift(): void {
    this.#flush();
    this.#at = NaN;
    this.#drawing = false;
    this.#leftX = this.#leftY = NaN;
  }

  #flush(): void {
    if (Number.isNaN(this.#at)) return;
    if (this.sink.bar !== undefined && this.#detour) this.#fill(this.sink.bar);
    else this.#stroke();
    this.#drawing = true;
  }

  /** Whether the line goes beyond its first and last point, and a good way from one to the other. */
  get #detour(): boolean {
    const [low, high] = [this.#low, this.#high];
    const within =
      Math.min(this.#first, this.#last) <= low && Math.max(this.#first, this.#last) >= high;
    return !within && high - low > TALL * this.width;
  }

  #fill(bar: NonNullable<PathSink["bar"]>): void {
    // From one bar to the next the line goes up or down.
    const barred = !Number.isNaN(this.#leftX);
    const before = barred ? this.#leftY : this.#first;
    if (!barred && this.#drawing) this.sink.lineTo(this.#firstX, this.#first);
    const middle = (this.#at + 0.5) * this.width;
    bar(middle, Math.min(this.#low, before), Math.max(this.#high, before));
    this.#leftX = this.#lastX;
    this.#leftY = this.#last;
  }

  #stroke(): void {
    const { sink } = this;
    const [first, last, low, high] = [this.#first, this.#last, this.#low, this.#high];
    if (!Number.isNaN(this.#leftX)) sink.moveTo(this.#leftX, this.#leftY);
    this.#leftX = this.#leftY = NaN;
    if (this.#drawing) sink.lineTo(this.#firstX, first);
    else sink.moveTo(this.#firstX, first);
    if (this.#firstX === this.#lastX && low === high) return;
    const middle = (this.#firstX + this.#lastX) / 2;
    if (low !== high) {
      // The shorter way from the first to the last.
      const lowFirst = first - low + (high - last) <= high - first + (last - low);
      sink.lineTo(middle, lowFirst ? low : high);
      sink.lineTo(middle, lowFirst ? high : low);
    }
    sink.lineTo(this.#lastX, last);
  }
}
