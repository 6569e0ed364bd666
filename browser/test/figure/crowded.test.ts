import { beforeEach, describe, expect, it, vi } from "vitest";
import { Crossings } from "../../src/views/figure/painters/crossings.js";
import "../../src/views/figure/shapes.js";
import { layerOf } from "./layer_of.js";
import { paper } from "./paper.js";

type Point = readonly [number, number];

/** Return what rings cover of 4 by 2 pixels. */
function covered(rings: readonly (readonly Point[])[], rule: CanvasFillRule = "nonzero"): number[] {
  const crossings = new Crossings({ left: 0, top: 0, width: 4, height: 2, ratio: 1 });
  for (const [[x, y] = [NaN, NaN], ...others] of rings) {
    crossings.moveTo(x, y);
    for (const point of others) crossings.lineTo(...point);
    crossings.closePath();
  }
  return [...crossings.cover(rule)];
}

const box = (left: number, top: number, right: number, bottom: number): readonly Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

describe("what a shape covers", () => {
  it("is all of some pixels and a share of others", () => {
    expect(covered([box(1, 0, 2, 2)])).toEqual([0, 255, 0, 0, 0, 255, 0, 0]);
    expect(covered([box(0.5, 0.5, 2.25, 1)])).toEqual([64, 128, 32, 0, 0, 0, 0, 0]);
  });

  it("does not end beside the picture", () => {
    expect(covered([box(-9, -9, 1, 9)])).toEqual([255, 0, 0, 0, 255, 0, 0, 0]);
    expect(covered([box(-9, -9, -1, 9), box(5, -9, 9, 9)])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("has slopes", () => {
    const triangle: readonly Point[] = [
      [0, 0],
      [4, 0],
      [0, 2],
    ];
    const cover = covered([triangle]);
    expect(cover.slice(0, 1)).toEqual([255]);
    expect(cover.reduce((sum, share) => sum + share) / 255).toBeCloseTo(4, 1);
  });

  it("has holes by one rule, and by the other where parts turn the other way", () => {
    const rings = [box(0, 0, 4, 2), box(1, 0, 3, 1)];
    expect(covered(rings)).toEqual(Array(8).fill(255));
    const holed = [255, 0, 0, 255, 255, 255, 255, 255];
    expect(covered(rings, "evenodd")).toEqual(holed);
    expect(covered([box(0, 0, 4, 2), box(1, 1, 3, 0)])).toEqual(holed);
  });
});

describe("an area of noise", () => {
  beforeEach(() => {
    vi.stubGlobal("CSS", { supports: () => true });
    vi.stubGlobal("Path2D", class extends Noting {});
    vi.stubGlobal("OffscreenCanvas", Canvas);
    vi.stubGlobal(
      "ImageData",
      class {
        readonly data: Uint8ClampedArray;
        constructor(
          readonly width: number,
          readonly height: number,
        ) {
          this.data = new Uint8ClampedArray(4 * width * height);
        }
      },
    );
  });

  const ROWS = 20_000;
  const x = Float64Array.from({ length: ROWS }, (_, row) => (row / ROWS) * 100);
  const noise = Float64Array.from({ length: ROWS }, (_, row) => (row % 2 === 0 ? 20 : 80));
  const looks = { fill_color: "#ff0000", line_color: "#0000ff", line_width: 2 };

  it("is put together pixel by pixel, and its outline drawn by extremes", () => {
    const context = paint("Patch", { x, y: noise });
    expect(context.count("fill")).toBe(0);
    expect(context.count("lineTo")).toBe(0);
    expect(context.count("drawImage")).toBe(1);
    const [edges] = context.strokes as Noting[];
    expect(edges?.count("lineTo")).toBeLessThan(5 * 102);
    const [canvas] = context.images as Canvas[];
    const alphas = [0, 50, 99].map((row) => canvas?.image?.data[4 * (100 * row + 50) + 3] ?? 0);
    // What is drawn begins below: the line from the last row to the first is at 20 and a bit.
    expect(alphas[0]).toBe(0);
    expect(alphas[1]).toBeGreaterThan(100);
    expect(alphas[1]).toBeLessThan(155);
    expect(alphas[2]).toBe(0);
  });

  it("is that in each of several rows", () => {
    const few = [Float64Array.of(0, 50, 100), Float64Array.of(0, 90, 0)] as const;
    const context = paint("Patches", { xs: [x, few[0]], ys: [noise, few[1]] });
    expect([context.count("drawImage"), context.count("fill")]).toEqual([1, 1]);
  });

  it("is a path as others where it is quickly filled", () => {
    const context = paint("Patch", { x, y: x.map((_, row) => 50 + Math.sin(row / ROWS)) });
    expect([context.count("drawImage"), context.count("fill")]).toEqual([0, 1]);
  });

  /** Return a context that a layer was painted on. */
  function paint(type: string, columns: Readonly<Record<string, unknown>>): Noting {
    const context = new Noting();
    const { frame } = paper();
    layerOf(type, columns, looks).paint({ ...frame, context } as never);
    return context;
  }
});

/** Notes what is called, by name. */
class Noting {
  readonly calls = new Map<string, unknown[][]>();
  [name: string]: unknown;

  constructor() {
    return new Proxy(this, {
      get: (noting, name): unknown =>
        Reflect.get(noting, name) ??
        ((...given: unknown[]): void => {
          const known = noting.calls.get(String(name)) ?? [];
          known.push(given);
          noting.calls.set(String(name), known);
        }),
    });
  }

  count(name: string): number {
    return this.calls.get(name)?.length ?? 0;
  }

  get strokes(): unknown[] {
    return (this.calls.get("stroke") ?? []).map(([path]) => path);
  }

  get images(): unknown[] {
    return (this.calls.get("drawImage") ?? []).map(([image]) => image);
  }
}

/** A canvas that knows what was put on it. */
class Canvas {
  image: { readonly data: Uint8ClampedArray } | undefined;

  getContext(): unknown {
    const noting = new Noting();
    noting["putImageData"] = (image: { readonly data: Uint8ClampedArray }) => (this.image = image);
    return noting;
  }
}
