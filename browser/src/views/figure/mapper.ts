import type { Column, Model } from "../../model/types.js";
import { colorText } from "../color.js";
import { list, number, optionalNumber, text } from "../field.js";
import type { Numbers, ColumnFacts } from "./column.js";
import type { Extent } from "./range.js";

/** What stands for numbers that have no colour of the palette. */
export const MISSING = -1;
export const BELOW = -2;
export const ABOVE = -3;

/** The colours of a mapper; those of the palette first. */
export interface Colors {
  readonly palette: readonly (string | undefined)[];
  readonly missing: string;
  readonly below: string | undefined;
  readonly above: string | undefined;
}

/** Read the colours of a mapper. */
export function colorsOf(mapper: Model): Colors {
  const palette = list(mapper, "palette").map(colorText);
  return {
    palette,
    missing: colorText(mapper.get("nan_color")) ?? "gray",
    below: colorText(mapper.get("low_color")) ?? palette[0],
    above: colorText(mapper.get("high_color")) ?? palette.at(-1),
  };
}

/** Return which numbers the first and the last colour of a mapper stand for. */
export function mappedExtent(mapper: Model, extent: Extent): Extent {
  return {
    low: optionalNumber(mapper, "low") ?? extent.low,
    high: optionalNumber(mapper, "high") ?? extent.high,
  };
}

/** Return what gives the place in a palette that a number has, or why it has none. */
export function placeIn(mapper: Model, extent: Extent, length: number): (value: number) => number {
  const scale = mapper.type === "LogColorMapper" ? Math.log10 : (value: number): number => value;
  const ends = mappedExtent(mapper, extent);
  const low = scale(ends.low);
  const span = scale(ends.high) - low;
  return (value) => {
    // Where all numbers are alike, there is but one colour.
    const share = span === 0 ? Math.sign(scale(value) - low) * 2 : (scale(value) - low) / span;
    if (Number.isNaN(share)) return MISSING;
    if (share < 0) return BELOW;
    if (share > 1) return ABOVE;
    return Math.min(Math.floor(share * length), length - 1);
  };
}

/** Return the colour that a mapper gives to each row of a column. */
export function mapColors(
  mapper: Model,
  column: Column,
  facts: ColumnFacts,
): (index: number) => string | undefined {
  const { palette, missing, below, above } = colorsOf(mapper);
  if (mapper.type === "CategoricalColorMapper") {
    const placeOf = mapFactors(mapper, column);
    return (index) => palette[placeOf(index)] ?? missing;
  }
  const numbers: Numbers = facts.numbers(column, undefined);
  const placeOf = placeIn(mapper, facts.extent(numbers), palette.length);
  return (index) => {
    const place = placeOf(numbers[index] ?? NaN);
    if (place >= 0) return palette[place];
    return place === BELOW ? below : place === ABOVE ? above : missing;
  };
}

/** Return the word that a mapper gives to each row of a column: a marker or a hatch. */
export function mapWords(mapper: Model, column: Column): (index: number) => string {
  const words = list(mapper, mapper.type === "CategoricalMarkerMapper" ? "markers" : "patterns");
  const placeOf = mapFactors(mapper, column);
  return (index) => {
    const word = words[placeOf(index)];
    return typeof word === "string" ? word : text(mapper, "default_value");
  };
}

/** Return which factor of a mapper each row of a column is; -1 is none. */
function mapFactors(mapper: Model, column: Column): (index: number) => number {
  const from = number(mapper, "start", 0);
  const to = optionalNumber(mapper, "end");
  const key = (factor: unknown): string =>
    String(factor instanceof Array && factor.length === 1 ? factor[0] : factor);
  const factors = new Map(list(mapper, "factors").map((factor, place) => [key(factor), place]));
  return (index) => {
    const value: unknown = column[index];
    const part: unknown = Array.isArray(value) ? value.slice(from, to) : value;
    return factors.get(key(part)) ?? -1;
  };
}
