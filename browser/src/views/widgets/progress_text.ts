/** How far something has come, in numbers and in words. */
import type { Model } from "../../model/types.js";
import { number, text } from "../field.js";

/** What is known of something that goes on. */
export interface State {
  readonly min: number;
  readonly max: number;
  readonly total: number;
  readonly value: number;
  /** How much of the total is done. */
  readonly index: number;
  readonly percent: number;
}

/** A number by its name, and a format after it. */
const PLACE = /@(?:\{(\w+)\}|(\w+))(?:\{([^{}]+)\})?/g;

/** Return how far a model has come, or nothing if nobody knows. */
export function stateOf(model: Model): State | undefined {
  const [min, max] = [number(model, "min", 0), number(model, "max", 100)];
  if (text(model, "mode") === "indeterminate" || min === max) return undefined;
  const low = Math.min(min, max);
  const value = Math.min(Math.max(number(model, "value", 0), low), Math.max(min, max));
  const [total, index] = [Math.abs(max - min), Math.abs(value - min)];
  return { min, max, total, value, index, percent: (100 * index) / total };
}

/** Tell whether a pattern has formats, which only few have. */
export function hasFormats(pattern: string): boolean {
  return pattern.includes("{%");
}

/** Write numbers into a pattern; what is no name of one stays as it is written. */
export function fill(
  pattern: string,
  state: State,
  format?: (value: number, format: string) => string,
): string {
  return pattern.replace(
    PLACE,
    (words, braced: string | undefined, bare: string | undefined, by: string | undefined) => {
      const name = braced ?? bare ?? "";
      if (!Object.hasOwn(state, name)) return words;
      const value = state[name as keyof State];
      if (by === undefined) return value.toFixed(0);
      return format?.(value, by) ?? value.toFixed(0);
    },
  );
}
