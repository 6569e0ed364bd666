import type { Columns, Model } from "../../model/types.js";
import { flag, list, number, text } from "../field.js";
import type { Numbers } from "./column.js";

/** Compute a column of others, as an expression says. */
export function computeColumn(expression: Model, columns: Columns, length: number): Float64Array {
  const sums = new Float64Array(length);
  if (expression.type === "Stack") {
    for (const name of list(expression, "columns")) {
      const column = columns[String(name)];
      for (let index = 0; index < length; index += 1) {
        sums[index] = (sums[index] ?? 0) + Number(column?.[index] ?? NaN);
      }
    }
    return sums;
  }
  const column = columns[text(expression, "field")];
  const before = flag(expression, "include_zero");
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    if (before) sums[index] = sum;
    sum += Number(column?.[index] ?? NaN);
    if (!before) sums[index] = sum;
  }
  return sums;
}

/** Return what changes single numbers as a transform says. */
export function changeOf(transform: Model): ((value: number, index: number) => number) | undefined {
  switch (transform.type) {
    case "Dodge": {
      const moved = number(transform, "value", 0);
      return (value) => value + moved;
    }
    case "Jitter": {
      const mean = number(transform, "mean", 0);
      const width = number(transform, "width", 1);
      const normal = text(transform, "distribution") === "normal";
      return (value, index) => value + mean + width * (normal ? gauss(index) : chance(index) - 0.5);
    }
    case "LinearInterpolator":
    case "StepInterpolator":
      return interpolator(transform);
    default:
      return undefined;
  }
}

const changed = new WeakMap<Numbers, { readonly by: Model; readonly numbers: Numbers }>();

/** Change all numbers of a column; the same again as long as neither column nor transform change. */
export function changeColumn(transform: Model, numbers: Numbers): Numbers {
  const change = changeOf(transform);
  if (change === undefined) return numbers;
  const known = changed.get(numbers);
  const made = Float64Array.from(numbers as ArrayLike<number>, change);
  // Facts about columns are kept by array: an equal one must be the same.
  if (known?.by === transform && equal(known.numbers, made)) return known.numbers;
  changed.set(numbers, { by: transform, numbers: made });
  return made;
}

function equal(first: ArrayLike<number>, second: ArrayLike<number>): boolean {
  for (let index = 0; index < second.length; index += 1) {
    if (!Object.is(first[index], second[index])) return false;
  }
  return first.length === second.length;
}

/** Return a number from 0 to 1 that looks like chance, and is always the same for a row. */
export function chance(index: number, seed = 0): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

function gauss(index: number): number {
  const size = Math.sqrt(-2 * Math.log(1 - chance(index)));
  return size * Math.cos(2 * Math.PI * chance(index, 1));
}

function interpolator(table: Model): (value: number) => number {
  const xs = list(table, "x").map(Number);
  const ys = list(table, "y").map(Number);
  const clip = flag(table, "clip", true);
  const mode = text(table, "mode");
  return (value) => {
    const last = xs.length - 1;
    const [low = NaN, high = NaN] = [xs[0], xs[last]];
    if (!(value >= low && value <= high)) {
      if (clip || Number.isNaN(value) || last < 0) return NaN;
      return (value < low ? ys[0] : ys[last]) ?? NaN;
    }
    let index = xs.findIndex((x) => x > value) - 1;
    if (index < 0) index = last;
    const [x0 = NaN, y0 = NaN] = [xs[index], ys[index]];
    if (index === last || x0 === value) return y0;
    const [x1 = NaN, y1 = NaN] = [xs[index + 1], ys[index + 1]];
    if (table.type === "LinearInterpolator") return y0 + ((y1 - y0) * (value - x0)) / (x1 - x0);
    if (mode === "before") return y1;
    return mode === "center" && value - x0 > x1 - value ? y1 : y0;
  };
}
