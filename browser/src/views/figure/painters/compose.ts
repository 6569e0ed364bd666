/** How much of each pixel around a marker is covered, from 0 to 255. */
export interface Cover {
  /** Pixels from the one that the middle is in to each edge. */
  readonly half: number;
  readonly fill: Uint8Array | undefined;
  readonly line: Uint8Array | undefined;
}

/** What a marker covers of the pixels around it. */
export interface Mask {
  /** Pixels from the one that the middle is in to each edge. */
  readonly half: number;
  /** Of each pixel the share of the outline, and in the lower 8 bits that of the area. */
  readonly covers: Uint16Array;
}

/** A colour in 32 bits: opacity, red, green and blue. Nothing is 0. */
export type Ink = number;

/** Return a mask without the edges that nothing is in. */
export function trimmed({ half, fill, line }: Cover): Mask {
  const side = 2 * half + 1;
  const coverAt = (index: number): number => ((line?.[index] ?? 0) << 8) | (fill?.[index] ?? 0);
  let reach = 0;
  for (let index = 0; index < side * side; index += 1) {
    if (coverAt(index) === 0) continue;
    const [across, down] = [(index % side) - half, Math.floor(index / side) - half];
    reach = Math.max(reach, Math.abs(across), Math.abs(down));
  }
  const width = 2 * reach + 1;
  const from = half - reach;
  const covers = Uint16Array.from({ length: width * width }, (_, index) =>
    coverAt((from + Math.floor(index / width)) * side + from + (index % width)),
  );
  return { half: reach, covers };
}

/** The opacity of what nothing is seen through. */
const WHOLE = 0xffff;
/** From here on nobody sees what is below: it would be less than half a step of a colour. */
const OPAQUE = WHOLE - 127;
/** Tiles have so many pixels on each side, as a power of two. */
const TILE = 3;

/**
 * A picture that masks are put onto, one below the other, in colours of their own.
 *
 * A canvas is asked once for the picture, not once for each of very many markers. The uppermost come first: where
 * markers crowd, most of them are not to be seen, and cost next to nothing.
 */
export class Picture {
  /** Red, green, blue and opacity of each pixel, in 16 bits: colours are multiplied by their opacity. */
  readonly #parts: Uint16Array;
  /** In how many pixels of each tile something could still be seen. */
  readonly #open: Uint8Array;
  readonly #tiles: number;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#parts = new Uint16Array(4 * width * height);
    this.#tiles = ((width - 1) >> TILE) + 1;
    this.#open = new Uint8Array(this.#tiles * (((height - 1) >> TILE) + 1));
    this.clear();
  }

  clear(): void {
    this.#parts.fill(0);
    const side = 1 << TILE;
    for (let tile = 0; tile < this.#open.length; tile += 1) {
      const x = (tile % this.#tiles) * side;
      const y = Math.floor(tile / this.#tiles) * side;
      this.#open[tile] = Math.min(side, this.width - x) * Math.min(side, this.height - y);
    }
  }

  /** Tell whether nothing would be seen of a mask that is put there. */
  hides({ half }: Mask, column: number, row: number): boolean {
    const right = Math.min(this.width - 1, column + half) >> TILE;
    const bottom = Math.min(this.height - 1, row + half) >> TILE;
    const left = Math.max(0, column - half) >> TILE;
    for (let y = Math.max(0, row - half) >> TILE; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        if (this.#open[y * this.#tiles + x] !== 0) return false;
      }
    }
    return true;
  }

  /** Put a mask below all others with its middle in a pixel; parts beyond the edges are left out. */
  put({ half, covers }: Mask, column: number, row: number, fill: Ink, line: Ink): void {
    const side = 2 * half + 1;
    const left = Math.max(0, half - column);
    const right = Math.min(side, this.width + half - column);
    const top = Math.max(0, half - row);
    const bottom = Math.min(side, this.height + half - row);
    const corner = (row - half) * this.width + column - half;
    for (let y = top; y < bottom; y += 1) {
      const from = y * side + left;
      const end = y * side + right;
      const to = corner + y * this.width + left;
      if (fill === line) this.#putOne(covers, from, end, to, fill);
      else this.#putBoth(covers, from, end, to, fill, line);
    }
  }

  /** Put a row of a mask whose outline is of the colour of its area. */
  #putOne(covers: Uint16Array, from: number, end: number, to: number, ink: Ink): void {
    const parts = this.#parts;
    const alpha = ink >>> 24;
    const red = (ink >>> 16) & 255;
    const green = (ink >>> 8) & 255;
    const blue = ink & 255;
    for (let index = from, at = 4 * to; index < end; index += 1, at += 4) {
      const cover = covers[index] ?? 0;
      const before = parts[at + 3] ?? 0;
      if (cover === 0 || before >= OPAQUE) continue;
      const line = share(WHOLE - before, (cover >>> 8) * alpha);
      const over = line + share(WHOLE - before - line, (cover & 255) * alpha);
      parts[at] = (parts[at] ?? 0) + ((over * red + 128) >>> 8);
      parts[at + 1] = (parts[at + 1] ?? 0) + ((over * green + 128) >>> 8);
      parts[at + 2] = (parts[at + 2] ?? 0) + ((over * blue + 128) >>> 8);
      parts[at + 3] = before + over;
      if (before + over >= OPAQUE) this.#close(at >>> 2);
    }
  }

  /** Put a row of a mask: its outline, and below that its area. */
  #putBoth(covers: Uint16Array, from: number, end: number, to: number, fill: Ink, line: Ink): void {
    const parts = this.#parts;
    for (let index = from, at = 4 * to; index < end; index += 1, at += 4) {
      const cover = covers[index] ?? 0;
      const before = parts[at + 3] ?? 0;
      if (cover === 0 || before >= OPAQUE) continue;
      const left = WHOLE - before;
      const first = share(left, (cover >>> 8) * (line >>> 24));
      const second = share(left - first, (cover & 255) * (fill >>> 24));
      for (let shift = 16, of = at; shift >= 0; shift -= 8, of += 1) {
        const sum = first * ((line >>> shift) & 255) + second * ((fill >>> shift) & 255);
        parts[of] = (parts[of] ?? 0) + ((sum + 128) >>> 8);
      }
      parts[at + 3] = before + first + second;
      if (before + first + second >= OPAQUE) this.#close(at >>> 2);
    }
  }

  /** Note that nothing below a pixel is seen any more. */
  #close(pixel: number): void {
    const x = pixel % this.width;
    const y = (pixel - x) / this.width;
    const tile = (y >> TILE) * this.#tiles + (x >> TILE);
    this.#open[tile] = (this.#open[tile] ?? 0) - 1;
  }

  /** Return the pixels as canvases want them: colours divided by their opacity. */
  finish(): Uint8ClampedArray<ArrayBuffer> {
    const parts = this.#parts;
    const pixels = new Uint8ClampedArray(parts.length);
    for (let at = 0; at < parts.length; at += 4) {
      const opacity = parts[at + 3] ?? 0;
      if (opacity === 0) continue;
      const factor = 256 / opacity;
      pixels[at] = (parts[at] ?? 0) * factor;
      pixels[at + 1] = (parts[at + 1] ?? 0) * factor;
      pixels[at + 2] = (parts[at + 2] ?? 0) * factor;
      pixels[at + 3] = (opacity * 255) / WHOLE;
    }
    return pixels;
  }
}

/** Return a share of a number of 16 bits: the product of two numbers up to 255 says which. */
function share(of: number, product: number): number {
  return Math.imul(of, product + (product >>> 7)) >>> 16;
}
