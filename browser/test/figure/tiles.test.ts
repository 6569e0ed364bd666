import { describe, expect, it } from "vitest";
import { addressOf, TileGrid } from "../../src/views/figure/marks/tiles.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

const HALF = 20037508.34;

function gridOf(start: number, end: number, fields: Readonly<Record<string, unknown>> = {}) {
  const place = { x_origin_offset: HALF, y_origin_offset: HALF, wrap_around: true };
  const source = new MemoryModel("WMTSTileSource", { ...place, ...fields });
  const x = new LinearScale({ start, end }, 0, 512);
  const y = new LinearScale({ start: -HALF, end: HALF }, 512, 0);
  return new TileGrid(source, { x, y, width: 512, height: 512 } as unknown as Frame);
}

describe("the tiles to show", () => {
  it("go on around the Earth", () => {
    const found = gridOf(HALF, 3 * HALF - 1).wanted();
    expect(found.map(({ key }) => key).sort()).toEqual(["1/2/0", "1/2/1", "1/3/0", "1/3/1"]);
  });

  it("are none where they cannot be counted", () => {
    const far = 4.46e15;
    expect(gridOf(far, far + 1, { min_zoom: 30 }).wanted()).toEqual([]);
    expect(gridOf(NaN, NaN).wanted()).toEqual([]);
  });
});

describe("the metres of a pixel", () => {
  const level3 = (2 * HALF) / 256 / 8;

  it.each([
    ["those of the nearest level that shows no less", 0.8 * level3, level3],
    ["as they are at a level but for the last digits", level3 * (1 + 1e-9), level3],
    ["those of the last level", level3 / 100, level3 / 2],
    ["those of the first level", level3 * 100, level3 * 4],
  ])("are %s where a source snaps", (_, metres, expected) => {
    const levels = { snap_to_zoom: true, min_zoom: 1, max_zoom: 4 };
    expect(gridOf(-HALF, HALF, levels).snapped(metres)).toBeCloseTo(expected, 6);
    expect(gridOf(-HALF, HALF).snapped(metres)).toBe(metres);
  });
});

describe("the address of a tile", () => {
  function address(url: string, words: Readonly<Record<string, unknown>>): string {
    const grid = gridOf(-HALF, HALF, { url, extra_url_vars: words });
    return addressOf(grid.source, grid, grid.at(1, 0, 1));
  }

  it("has words as they stand, as the origin that pages allow", () => {
    expect(address("https://{host}/{z}", { host: "a.example.org:8443" })).toBe(
      "https://a.example.org:8443/1",
    );
    expect(address("https://{HOST}/{Z}/{X}", { host: "b" })).toBe("https://b/1/1");
    expect(address("https://a{x}/{none}", { x: 7 })).toBe("https://a1/{none}");
    expect(address("/{a}", { a: "{b}", b: "c" })).toBe("/{b}");
  });
});
