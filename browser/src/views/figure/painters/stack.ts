/** Pictures of which each pixel has several numbers. */
import { reference, optionalNumber } from "../../field.js";
import { ABOVE, BELOW, colorsOf, placeIn } from "../mapper.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import type { Picture } from "./image.js";
import { arrayPainter, gridOf, picture, readColors } from "./image.js";
import type { Painter } from "./painter.js";

/** Draws arrays of which each pixel has several numbers in mixed colours. */
export const imageStackPainter: Painter = arrayPainter(mixed);

function mixed(glyph: GlyphReader): ((index: number) => Picture | undefined) | undefined {
  const cells = glyph.cells("image");
  const mapper = reference(glyph.glyph, "color_mapper");
  if (cells === undefined || mapper === undefined) return undefined;
  glyph.uses.add(mapper);
  const alphas = reference(mapper, "alpha_mapper");
  if (alphas !== undefined) glyph.uses.add(alphas);
  const { palette, missing } = colorsOf(mapper);
  const colors = new Uint8Array(readColors([...palette, missing]).buffer);
  return (index) => {
    const grid = gridOf(valueAt(cells, index));
    if (grid === undefined) return undefined;
    const { data, depth } = grid;
    const sums = sumsOf(data, depth);
    const opacity = alphas === undefined ? undefined : opacities(alphas, sums);
    const baseline = optionalNumber(mapper, "color_baseline") ?? leastOf(data);
    return picture(grid, (pixels) => {
      for (let at = 0; at < sums.length; at += 1) {
        const sum = sums[at] ?? NaN;
        const mixedColor = mix(data, at * depth, depth, baseline, colors);
        const missingAt = palette.length * 4;
        for (let part = 0; part < 3; part += 1) {
          pixels[at * 4 + part] = mixedColor?.[part] ?? colors[missingAt + part] ?? 0;
        }
        pixels[at * 4 + 3] =
          mixedColor === undefined ? (colors[missingAt + 3] ?? 0) : (opacity?.(sum) ?? 255);
      }
    });
  };
}

/** Return the sum of each pixel's numbers; NaN where there is none. */
function sumsOf(data: ArrayLike<number>, depth: number): Float64Array {
  const sums = new Float64Array(data.length / depth);
  for (let at = 0; at < sums.length; at += 1) {
    let sum = NaN;
    for (let part = 0; part < depth; part += 1) {
      const value = data[at * depth + part] ?? NaN;
      if (!Number.isNaN(value)) sum = (Number.isNaN(sum) ? 0 : sum) + value;
    }
    sums[at] = sum;
  }
  return sums;
}

function leastOf(data: ArrayLike<number>): number {
  let least = Infinity;
  for (const value of Array.from(data)) if (value < least) least = value;
  return least;
}

/** Return what gives the opacity of a sum, from 0 to 255. */
function opacities(
  mapper: Parameters<typeof colorsOf>[0],
  sums: Float64Array,
): (sum: number) => number {
  const { palette, missing, below, above } = colorsOf(mapper);
  const colors = new Uint8Array(readColors([...palette, missing, below, above]).buffer);
  let [low, high] = [Infinity, -Infinity];
  for (const sum of sums) {
    if (sum < low) low = sum;
    if (sum > high) high = sum;
  }
  const placeOf = placeIn(mapper, { low, high }, palette.length, [sums]);
  return (sum) => {
    const place = placeOf(sum);
    const at =
      place >= 0 ? place : palette.length + (place === BELOW ? 1 : place === ABOVE ? 2 : 0);
    return colors[at * 4 + 3] ?? 255;
  };
}

/** Return the colours of a pixel's numbers mixed by how far these are above a baseline. */
function mix(
  data: ArrayLike<number>,
  from: number,
  depth: number,
  baseline: number,
  colors: Uint8Array,
): readonly [number, number, number] | undefined {
  const weights = Array.from({ length: depth }, (_, part) => (data[from + part] ?? NaN) - baseline);
  const known = weights.filter((weight) => !Number.isNaN(weight));
  if (known.length === 0) return undefined;
  const total = known.reduce((sum, weight) => sum + weight, 0);
  const color: [number, number, number] = [0, 0, 0];
  for (const [part, weight] of weights.entries()) {
    if (Number.isNaN(weight)) continue;
    const share = total === 0 ? 1 / known.length : weight / total;
    for (const channel of [0, 1, 2] as const)
      color[channel] += share * (colors[part * 4 + channel] ?? 0);
  }
  return color;
}
