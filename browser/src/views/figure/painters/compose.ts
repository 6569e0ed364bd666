/** How much of each pixel around a marker is covered, from 0 to 255. */
export interface Mask {
  /** Pixels from the one that the middle is in to each edge. */
  readonly half: number;
  readonly fill: Uint8Array | undefined;
  readonly line: Uint8Array | undefined;
}

/** A colour in 32 bits: opacity, red, green and blue. Nothing is 0. */
export type Ink = number;

/** Return a mask without the edges that nothing is in. */
export function trimmed({ half, fill, line }: Mask): Mask {
  const side = 2 * half + 1;
  let reach = 0;
  for (let index = 0; index < side * side; index += 1) {
    if ((fill?.[index] ?? 0) === 0 && (line?.[index] ?? 0) === 0) continue;
    const [across, down] = [(index % side) - half, Math.floor(index / side) - half];
    reach = Math.max(reach, Math.abs(across), Math.abs(down));
  }
  const cut = (cover: Uint8Array | undefined): Uint8Array | undefined => {
    if (cover === undefined) return undefined;
    const width = 2 * reach + 1;
    const from = half - reach;
    return Uint8Array.from(
      { length: width * width },
      (_, index) => cover[(from + Math.floor(index / width)) * side + from + (index % width)] ?? 0,
    );
  };
  return { half: reach, fill: cut(fill), line: cut(line) };
}

/**
 * A picture that masks are put onto, one over the other, in colours of their own.
 *
 * A canvas is asked once for the picture, not once for each of very many markers. Colours are kept multiplied by their
 * opacity until all is there.
 */
export class Picture {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The pixels, a number each: opacity, blue, green and red. */
  readonly #words: Uint32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8ClampedArray(4 * width * height);
    this.#words = new Uint32Array(this.pixels.buffer);
  }

  clear(): void {
    this.#words.fill(0);
  }

  /** Put a mask on the picture with its middle in a pixel; parts beyond the edges are left out. */
  put(mask: Mask, column: number, row: number, fill: Ink, line: Ink): void {
    const { half } = mask;
    const side = 2 * half + 1;
    const left = Math.max(0, half - column);
    const right = Math.min(side, this.width + half - column);
    const top = Math.max(0, half - row);
    const bottom = Math.min(side, this.height + half - row);
    for (let y = top; y < bottom; y += 1) {
      const begin = y * side;
      const to = (row - half + y) * this.width + column - half;
      if (mask.fill !== undefined && fill !== 0) {
        this.#cover(mask.fill, begin + left, begin + right, to + left, fill);
      }
      if (mask.line !== undefined && line !== 0) {
        this.#cover(mask.line, begin + left, begin + right, to + left, line);
      }
    }
  }

  /** Both pairs of parts of a colour are computed at once, each part in 16 of 32 bits. */
  #cover(mask: Uint8Array, from: number, end: number, to: number, ink: Ink): void {
    const words = this.#words;
    const alpha = ink >>> 24;
    const redBlue = ((ink & 255) << 16) | ((ink >>> 16) & 255);
    const greenAlpha = 0xff0000 | ((ink >>> 8) & 255);
    let at = to;
    for (let index = from; index < end; index += 1, at += 1) {
      const cover = mask[index] ?? 0;
      if (cover === 0) continue;
      const over = share(cover * alpha);
      const under = 255 - over;
      const word = words[at] ?? 0;
      const odd = Math.imul(word & PARTS, under) + Math.imul(redBlue, over);
      const even = Math.imul((word >>> 8) & PARTS, under) + Math.imul(greenAlpha, over);
      words[at] = shares(odd | 0) | (shares(even | 0) << 8);
    }
  }

  /** Divide colours by their opacity, as canvases want them. */
  finish(): void {
    const { pixels } = this;
    for (let at = 3; at < pixels.length; at += 4) {
      const alpha = pixels[at] ?? 0;
      if (alpha === 0 || alpha === 255) continue;
      const factor = 255 / alpha;
      for (let part = at - 3; part < at; part += 1) pixels[part] = (pixels[part] ?? 0) * factor;
    }
  }
}

/** Divide a product of two numbers up to 255 by 255, rounded. */
function share(product: number): number {
  const rounded = product + 128;
  return (rounded + (rounded >> 8)) >> 8;
}

/** Every other part of a pixel. */
const PARTS = 0xff00ff;

/** Do so with two products of 16 bits. */
function shares(products: number): number {
  const rounded = (products + 0x800080) | 0;
  return ((rounded + ((rounded >>> 8) & PARTS)) >>> 8) & PARTS;
}
