import type { Column, Columns, Model } from "../../model/types.js";
import { list, number } from "../field.js";
import type { ColumnFacts, Numbers } from "./column.js";
import { extras } from "./extras.js";
import type { FactorMap } from "./factor.js";

/** What a column is computed of. */
export interface Reading {
  readonly columns: Columns;
  readonly length: number;
  readonly facts: ColumnFacts;
  readonly factors: { readonly x?: FactorMap; readonly y?: FactorMap };
  /** The models that what is read depends on. */
  readonly uses: Set<Model>;
}

/** Computes a column as an expression says. */
export type Compute = (expression: Model, reading: Reading) => Column | undefined;

/** Who computes which type of expression; chunks of their own bring more. */
export const EXPRESSIONS: Record<string, Compute | undefined> = {
  Stack: (expression, { columns, length }) => {
    const sums = new Float64Array(length);
    for (const name of list(expression, "columns")) {
      const column = columns[String(name)];
      for (let index = 0; index < length; index += 1) {
        sums[index] = (sums[index] ?? 0) + Number(column?.[index] ?? NaN);
      }
    }
    return sums;
  },
};

/** Makes a function of a whole column; it may return nothing where that is not possible. */
export type Change = (
  transform: Model,
  uses: Set<Model>,
) => ((numbers: Numbers) => ArrayLike<number> | undefined) | undefined;

/** Who changes columns as which type of transform says; chunks of their own bring more. */
export const TRANSFORMS: Record<string, Change | undefined> = {
  Dodge: (transform) => {
    const moved = number(transform, "value", 0);
    return each((value) => value + moved);
  },
};

/** Change every number on its own. */
export function each(
  change: (value: number, index: number) => number,
): (numbers: Numbers) => Float64Array {
  return (numbers) => Float64Array.from(numbers as ArrayLike<number>, change);
}

const changed = new WeakMap<Numbers, { readonly by: Model; readonly numbers: Numbers }>();

/** Change all numbers of a column; the same again as long as neither column nor transform change. */
export function changeColumn(transform: Model, numbers: Numbers, uses: Set<Model>): Numbers {
  const known = TRANSFORMS[transform.type];
  if (known === undefined) extras.wanted = true;
  const change = known?.(transform, uses);
  const made = change?.(numbers);
  // Numbers that nobody can change are not those that are meant.
  if (made === undefined) return new Float64Array(numbers.length).fill(NaN);
  const before = changed.get(numbers);
  // Facts about columns are kept by array: an equal one must be the same.
  if (before?.by === transform && equal(before.numbers, made)) return before.numbers;
  const kept = made instanceof Float64Array ? made : Float64Array.from(made, Number);
  changed.set(numbers, { by: transform, numbers: kept });
  return kept;
}

function equal(first: ArrayLike<number>, second: ArrayLike<number>): boolean {
  for (let index = 0; index < second.length; index += 1) {
    if (!Object.is(first[index], second[index])) return false;
  }
  return first.length === second.length;
}
