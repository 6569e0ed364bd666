import { describe, expect, it } from "vitest";
import type { Mask } from "../../src/views/figure/painters/compose.js";
import { Picture, trimmed } from "../../src/views/figure/painters/compose.js";
import { Chance } from "../support/chance.js";

const RED = 0xffff0000;
const BLUE = 0xff0000ff;
const HALF_BLUE = 0x800000ff;

function full(half: number, cover = 255): Mask {
  return { half, covers: new Uint16Array((2 * half + 1) ** 2).fill(cover) };
}

function pixel(picture: Picture, column: number, row: number): number[] {
  const at = 4 * (row * picture.width + column);
  return [...picture.finish().slice(at, at + 4)];
}

/** Lay colours over each other as canvases do, the uppermost first, from 0 to 1. */
function laid(layers: readonly (readonly [ink: number, cover: number])[]): number[] {
  let [red, green, blue, left] = [0, 0, 0, 1];
  for (const [ink, cover] of layers) {
    const over = (left * (ink >>> 24) * cover) / 255 / 255;
    red += over * ((ink >>> 16) & 255);
    green += over * ((ink >>> 8) & 255);
    blue += over * (ink & 255);
    left -= over;
  }
  const whole = 1 - left;
  return [red / whole, green / whole, blue / whole, 255 * whole];
}

describe("a picture", () => {
  it("has what was put first on top", () => {
    const picture = new Picture(9, 9);
    picture.put(full(0), 4, 4, BLUE, 0);
    picture.put(full(2), 4, 4, RED, 0);
    expect(pixel(picture, 4, 4)).toEqual([0, 0, 255, 255]);
    expect(pixel(picture, 2, 6)).toEqual([255, 0, 0, 255]);
    expect(pixel(picture, 1, 4)).toEqual([0, 0, 0, 0]);
  });

  it("lets what is below be seen as far as nothing covers it", () => {
    const picture = new Picture(3, 1);
    picture.put(full(0), 0, 0, HALF_BLUE, 0);
    picture.put(full(0), 0, 0, RED, 0);
    picture.put(full(0), 1, 0, HALF_BLUE, 0);
    picture.put(full(0, 128), 2, 0, BLUE, 0);
    expect(pixel(picture, 0, 0)).toEqual([127, 0, 128, 255]);
    // Alone it keeps its colour, however little of it there is.
    expect(pixel(picture, 1, 0)).toEqual([0, 0, 255, 128]);
    expect(pixel(picture, 2, 0)).toEqual([0, 0, 255, 128]);
  });

  it("has outlines over areas", () => {
    const covers = Uint16Array.from({ length: 9 }, (_, index) => (index === 4 ? 255 : 0xffff));
    const picture = new Picture(3, 3);
    picture.put({ half: 1, covers }, 1, 1, RED, BLUE);
    expect(pixel(picture, 1, 1)).toEqual([255, 0, 0, 255]);
    expect(pixel(picture, 0, 1)).toEqual([0, 0, 255, 255]);
  });

  it("has colours as if all were laid over each other exactly", () => {
    const chance = new Chance(3);
    const byte = (): number => chance.below(256);
    for (let turn = 0; turn < 500; turn += 1) {
      const picture = new Picture(1, 1);
      const layers: [number, number][] = [];
      for (let count = chance.below(12) + 1; count > 0; count -= 1) {
        const ink = (): number => ((byte() << 24) | (byte() << 16) | (byte() << 8) | byte()) >>> 0;
        const [fill, line] = [byte(), byte()];
        const inks = [ink(), ink()] as const;
        const outline = chance.below(2) === 0 ? inks[0] : inks[1];
        layers.push([outline, line], [inks[0], fill]);
        const covers = Uint16Array.of((line << 8) | fill);
        picture.put({ half: 0, covers }, 0, 0, inks[0], outline);
      }
      const wanted = laid(layers);
      const opacity = wanted[3] ?? 0;
      for (const [at, part] of pixel(picture, 0, 0).entries()) {
        // The less there is of a colour, the less is known of it.
        const most = at === 3 ? 0.6 : 0.6 + 100 / opacity;
        if (opacity > 4) expect(Math.abs(part - (wanted[at] ?? 0))).toBeLessThan(most);
      }
    }
  });

  it("hides what lies in pixels that nothing is seen through, and only that", () => {
    const picture = new Picture(20, 20);
    const mask = full(2);
    expect(picture.hides(mask, 5, 5)).toBe(false);
    picture.put(full(10), 7, 7, RED, RED);
    expect(picture.hides(mask, 5, 5)).toBe(true);
    expect(picture.hides(mask, -1, -1)).toBe(true);
    // The last tiles are smaller than the others.
    expect(picture.hides(mask, 18, 18)).toBe(false);
    picture.put(full(10), 12, 12, BLUE, 0);
    expect(picture.hides(mask, 18, 5)).toBe(false);
    picture.put(full(10), 15, 5, BLUE, 0);
    expect(picture.hides(mask, 18, 5)).toBe(true);
    expect(pixel(picture, 5, 5)).toEqual([255, 0, 0, 255]);
  });

  it("shows whatever shines through very many", () => {
    const picture = new Picture(1, 1);
    const faint = 0x08ff0000;
    let put = 0;
    for (; !picture.hides(full(0), 0, 0) && put < 1000; put += 1) {
      picture.put(full(0), 0, 0, faint, 0);
    }
    // By then a screen shows nothing of what is below.
    expect((1 - 8 / 255) ** put).toBeLessThan(1 / 510);
    expect(pixel(picture, 0, 0)).toEqual([255, 0, 0, 255]);
  });

  it("leaves out what lies beyond its edges, and nothing else", () => {
    const chance = new Chance(1);
    for (let turn = 0; turn < 300; turn += 1) {
      const [half, column, row] = [chance.below(6), chance.below(30) - 10, chance.below(30) - 10];
      const picture = new Picture(8, 11);
      picture.put(full(half), column, row, RED, 0);
      const pixels = picture.finish();
      for (let y = 0; y < 11; y += 1) {
        for (let x = 0; x < 8; x += 1) {
          const inside = Math.abs(x - column) <= half && Math.abs(y - row) <= half;
          expect(pixels[4 * (8 * y + x) + 3]).toBe(inside ? 255 : 0);
        }
      }
    }
  });

  it("can be used again", () => {
    const picture = new Picture(2, 2);
    picture.put(full(3), 0, 0, RED, RED);
    expect(picture.hides(full(3), 0, 0)).toBe(true);
    picture.clear();
    expect(picture.hides(full(3), 0, 0)).toBe(false);
    expect(picture.finish().every((byte) => byte === 0)).toBe(true);
  });
});

describe("a mask", () => {
  it("keeps no edges that nothing is in, and its middle", () => {
    const fill = new Uint8Array(49);
    fill[24] = 9;
    const line = new Uint8Array(49);
    line[25] = 7;
    const mask = trimmed({ half: 3, fill, line });
    expect(mask.half).toBe(1);
    expect([mask.covers[4], mask.covers[5], mask.covers.length]).toEqual([9, 7 << 8, 9]);
    expect(trimmed({ half: 2, fill: new Uint8Array(25), line: undefined }).half).toBe(0);
  });
});
