import type { Scale } from "./scale.js";

/** What a line is drawn on; a canvas context is one. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** The points of a line, and which of them to draw. */
export interface LinePoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

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
 */
export function traceExtremes(
  points: LinePoints,
  x: Scale,
  y: Scale,
  sink: PathSink,
  columnWidth = 1,
): void {
  const column = new PixelColumn(sink);
  const columns = 1 / columnWidth;
  for (let index = points.from; index < points.to; index += 1) {
    const px = x.toPixel(points.x[index] ?? NaN);
    const py = y.toPixel(points.y[index] ?? NaN);
    if (!Number.isFinite(px) || !Number.isFinite(py)) column.lift();
    else column.add(Math.floor(px * columns), px, py);
  }
  column.lift();
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
  #lowFirst = false;

  constructor(private readonly sink: PathSink) {}

  add(at: number, px: number, py: number): void {
    if (at !== this.#at) {
      this.#flush();
      this.#at = at;
      this.#first = this.#last = this.#low = this.#high = py;
      this.#firstX = this.#lastX = px;
      return;
    }
    if (py < this.#low) {
      this.#low = py;
      this.#lowFirst = false;
    } else if (py > this.#high) {
      this.#high = py;
      this.#lowFirst = true;
    }
    this.#last = py;
    this.#lastX = px;
  }

  /** End the piece. */
  lift(): void {
    this.#flush();
    this.#at = NaN;
    this.#drawing = false;
  }

  #flush(): void {
    if (Number.isNaN(this.#at)) return;
    const { sink } = this;
    if (this.#drawing) sink.lineTo(this.#firstX, this.#first);
    else sink.moveTo(this.#firstX, this.#first);
    this.#drawing = true;
    if (this.#firstX === this.#lastX && this.#low === this.#high) return;
    const middle = (this.#firstX + this.#lastX) / 2;
    if (this.#low !== this.#high) {
      sink.lineTo(middle, this.#lowFirst ? this.#low : this.#high);
      sink.lineTo(middle, this.#lowFirst ? this.#high : this.#low);
    }
    sink.lineTo(this.#lastX, this.#last);
  }
}
