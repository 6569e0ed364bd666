import { describe, expect, it } from "vitest";
import type { Mask } from "../../src/views/figure/painters/compose.js";
import { Picture, trimmed } from "../../src/views/figure/painters/compose.js";
import { Chance } from "../support/chance.js";

const RED = 0xffff0000;
const BLUE = 0xff0000ff;
const HALF_BLUE = 0x800000ff;

function full(half: number, cover = 255): Mask {
  const fill = new Uint8Array((2 * half + 1) ** 2).fill(cover);
  return { half, fill, line: undefined };
}

function pixel(picture: Picture, column: number, row: number): number[] {
  const at = 4 * (row * picture.width + column);
  return [...picture.pixels.slice(at, at + 4)];
}

describe("a picture", () => {
  it("has what was put last on top", () => {
    const picture = new Picture(9, 9);
    picture.put(full(2), 4, 4, RED, 0);
    picture.put(full(0), 4, 4, BLUE, 0);
    picture.finish();
    expect(pixel(picture, 4, 4)).toEqual([0, 0, 255, 255]);
    expect(pixel(picture, 2, 6)).toEqual([255, 0, 0, 255]);
    expect(pixel(picture, 1, 4)).toEqual([0, 0, 0, 0]);
  });

  it("lets what is below be seen as far as nothing covers it", () => {
    const picture = new Picture(3, 1);
    picture.put(full(0), 0, 0, RED, 0);
    picture.put(full(0), 0, 0, HALF_BLUE, 0);
    picture.put(full(0), 1, 0, HALF_BLUE, 0);
    picture.put(full(0, 128), 2, 0, BLUE, 0);
    picture.finish();
    expect(pixel(picture, 0, 0)).toEqual([127, 0, 128, 255]);
    // Alone it keeps its colour, however little of it there is.
    expect(pixel(picture, 1, 0)).toEqual([0, 0, 255, 128]);
    expect(pixel(picture, 2, 0)).toEqual([0, 0, 255, 128]);
  });

  it("has outlines over areas", () => {
    const ring = Uint8Array.from({ length: 9 }, (_, index) => (index === 4 ? 0 : 255));
    const picture = new Picture(3, 3);
    picture.put({ half: 1, fill: full(1).fill, line: ring }, 1, 1, RED, BLUE);
    expect(pixel(picture, 1, 1)).toEqual([255, 0, 0, 255]);
    expect(pixel(picture, 0, 1)).toEqual([0, 0, 255, 255]);
  });

  it("leaves out what lies beyond its edges, and nothing else", () => {
    const chance = new Chance(1);
    for (let turn = 0; turn < 300; turn += 1) {
      const [half, column, row] = [chance.below(6), chance.below(30) - 10, chance.below(30) - 10];
      const picture = new Picture(8, 11);
      picture.put(full(half), column, row, RED, 0);
      for (let y = 0; y < 11; y += 1) {
        for (let x = 0; x < 8; x += 1) {
          const inside = Math.abs(x - column) <= half && Math.abs(y - row) <= half;
          expect(pixel(picture, x, y)[3]).toBe(inside ? 255 : 0);
        }
      }
    }
  });

  it("can be used again", () => {
    const picture = new Picture(2, 2);
    picture.put(full(3), 0, 0, RED, RED);
    picture.clear();
    expect(picture.pixels.every((byte) => byte === 0)).toBe(true);
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
    expect([mask.fill?.[4], mask.line?.[5], mask.line?.length]).toEqual([9, 7, 9]);
    expect(trimmed({ half: 2, fill: new Uint8Array(25), line: undefined }).half).toBe(0);
  });
});
