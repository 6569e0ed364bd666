/** The ends of an axis, in data units; `start` may be the larger one. */
export interface Ends {
  readonly start: number;
  readonly end: number;
}

/** How values of one direction stand on the canvas, in CSS pixels. */
export interface Scale {
  readonly ends: Ends;
  /** The lesser and the greater end. */
  readonly low: number;
  readonly high: number;
  /** Return the place of a value, or NaN if it has none. */
  toPixel(value: number): number;
  toValue(pixel: number): number;
  /** Map values so that equal distances stay equal on the canvas; NaN where that is not defined. */
  transform(value: number): number;
  invert(transformed: number): number;
}

/** Makes a scale for these ends, with `start` at one pixel and `end` at another. */
export type ScaleKind = new (ends: Ends, from: number, to: number) => Scale;

/** Values and pixels in proportion; also for factors, whose values are positions. */
export class LinearScale implements Scale {
  readonly low: number;
  readonly high: number;
  readonly #factor: number;
  readonly #offset: number;

  constructor(
    readonly ends: Ends,
    from: number,
    to: number,
  ) {
    this.low = Math.min(ends.start, ends.end);
    this.high = Math.max(ends.start, ends.end);
    // The whole distance of numbers near the last ones is none of them.
    this.#factor = (to - from) / 2 / (ends.end / 2 - ends.start / 2);
    this.#offset = from - ends.start * this.#factor;
  }

  toPixel(value: number): number {
    return this.#offset + value * this.#factor;
  }

  toValue(pixel: number): number {
    return (pixel - this.#offset) / this.#factor;
  }

  transform(value: number): number {
    return value;
  }

  invert(transformed: number): number {
    return transformed;
  }
}

/** Equal ratios at equal distances. Values that are not above zero have no place. */
export class LogScale implements Scale {
  readonly low: number;
  readonly high: number;
  readonly #factor: number;
  readonly #offset: number;

  constructor(
    readonly ends: Ends,
    from: number,
    to: number,
  ) {
    this.low = Math.min(ends.start, ends.end);
    this.high = Math.max(ends.start, ends.end);
    const start = Math.log10(ends.start);
    this.#factor = (to - from) / (Math.log10(ends.end) - start);
    this.#offset = from - start * this.#factor;
  }

  toPixel(value: number): number {
    return value > 0 ? this.#offset + Math.log10(value) * this.#factor : NaN;
  }

  toValue(pixel: number): number {
    return 10 ** ((pixel - this.#offset) / this.#factor);
  }

  transform(value: number): number {
    return value > 0 ? Math.log10(value) : NaN;
  }

  invert(transformed: number): number {
    return 10 ** transformed;
  }
}
