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
  readonly #bytes: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8ClampedArray(4 * width * height);
    this.#bytes = new Uint8Array(this.pixels.buffer);
  }

  clear(): void {
    this.#bytes.fill(0);
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
      const to = ((row - half + y) * this.width + column - half) * 4;
      if (mask.fill !== undefined && fill !== 0) {
        this.#cover(mask.fill, begin + left, begin + right, to + left * 4, fill);
      }
      if (mask.line !== undefined && line !== 0) {
        this.#cover(mask.line, begin + left, begin + right, to + left * 4, line);
      }
    }
  }

  #cover(mask: Uint8Array, from: number, end: number, to: number, ink: Ink): void {
    const bytes = this.#bytes;
    const alpha = ink >>> 24;
    const red = (ink >>> 16) & 255;
    const green = (ink >>> 8) & 255;
    const blue = ink & 255;
    let at = to;
    for (let index = from; index < end; index += 1, at += 4) {
      const cover = mask[index] ?? 0;
      if (cover === 0) continue;
      const over = share(cover * alpha);
      const under = 255 - over;
      bytes[at] = share(red * over + (bytes[at] ?? 0) * under);
      bytes[at + 1] = share(green * over + (bytes[at + 1] ?? 0) * under);
      bytes[at + 2] = share(blue * over + (bytes[at + 2] ?? 0) * under);
      bytes[at + 3] = share(255 * over + (bytes[at + 3] ?? 0) * under);
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
