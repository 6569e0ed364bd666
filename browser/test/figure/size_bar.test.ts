import { expect, test, vi } from "vitest";
import { positive } from "../../src/views/figure/marks/size_bar.js";
import type { GlyphReader } from "../../src/views/figure/spec.js";

/** Read some radii; `reads` tells how often that was done. */
function readerOf(radii: readonly number[], reads = vi.fn()): GlyphReader {
  const numbers = (): unknown => {
    reads();
    return { same: false, at: (index: number) => radii[index] };
  };
  return { numbers, length: radii.length } as unknown as GlyphReader;
}

test("the radii of glyphs are looked through once for the same data", () => {
  const reads = vi.fn();
  const reader = readerOf([3, NaN, 0, -1, 7, Infinity], reads);
  expect(positive(reader)).toEqual({ low: 3, high: 7 });
  expect(positive(reader)).toEqual({ low: 3, high: 7 });
  expect(reads).toHaveBeenCalledTimes(1);
});

test("other data have radii of their own", () => {
  expect(positive(readerOf([1, 2]))).toEqual({ low: 1, high: 2 });
  expect(positive(readerOf([5]))).toEqual({ low: 5, high: 5 });
});
