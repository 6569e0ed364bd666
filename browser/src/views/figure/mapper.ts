import type { Column, Model } from "../../model/types.js";
import { colorText } from "../color.js";
import { isModel, list, number, optionalNumber, reference, text } from "../field.js";
import type { Numbers, ColumnFacts } from "./column.js";
import { columnsOf, factsOf } from "./column.js";
import { extras } from "./extras.js";
import type { Extent } from "./range.js";
import { EMPTY, union } from "./range.js";

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

/** Return which numbers the first and the last colour of a mapper stand for; as on an axis, what has no logarithm does not count. */
export function mappedExtent(mapper: Model, extent: Extent): Extent {
  const { low, high } = list(mapper, "domain").length > 0 ? domainOf(mapper) : extent;
  return {
    low:
      optionalNumber(mapper, "low") ??
      (mapper.type === "LogColorMapper" && low <= 0 ? high / 1000 : low),
    high: optionalNumber(mapper, "high") ?? high,
  };
}

/** Return what the columns cover that count for a mapper instead of the one that it colours. */
function domainOf(mapper: Model): Extent {
  let extent = EMPTY;
  for (const entry of list(mapper, "domain")) {
    const [renderer, names] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const source = isModel(renderer) ? reference(renderer, "data_source") : undefined;
    if (source === undefined) continue;
    const facts = factsOf(source);
    for (const name of [names].flat()) {
      const column = columnsOf(source)[String(name)];
      if (column !== undefined) {
        extent = union(extent, facts.extent(facts.numbers(column, undefined)));
      }
    }
  }
  return extent;
}

/** Gives the place in a palette that a number has, or why it has none. */
export type PlaceIn = (value: number) => number;

/** Return what gives the place in a palette that a number has, of all those that are to be coloured. */
export function placeIn(
  mapper: Model,
  extent: Extent,
  length: number,
  data: readonly ArrayLike<number>[] = [],
): PlaceIn {
  const log = mapper.type === "LogColorMapper";
  // What has no logarithm is below all that have one.
  const scale = (value: number): number => (log ? Math.log10(Math.max(value, 0)) : value);
  const ends = mappedExtent(mapper, extent);
  if (mapper.type === "EqHistColorMapper") {
    if (extras.ranks === undefined) extras.wanted = true;
    return extras.ranks?.(mapper, ends, length, data) ?? ((): number => MISSING);
  }
  const low = scale(ends.low);
  const span = scale(ends.high) - low;
  return (value) => {
    const above = scale(value) - low;
    // Where all numbers are alike, there is but one colour: the last, which means the highest of them.
    const share = span === 0 ? 1 + 2 * Math.sign(above) : above / span;
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
  const placeOf = placeIn(mapper, facts.extent(numbers), palette.length, [numbers]);
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
