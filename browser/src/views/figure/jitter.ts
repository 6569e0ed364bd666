/** Places beside each other, as if by chance. */
import { number, text } from "../field.js";
import type { Change } from "./computed.js";
import { each } from "./computed.js";

/** Move every number by what looks like chance. */
export const jitter: Change = (transform) => {
  const mean = number(transform, "mean", 0);
  const width = number(transform, "width", 1);
  const normal = text(transform, "distribution") === "normal";
  return each(
    (value, index) => value + mean + width * (normal ? gauss(index) : chance(index) - 0.5),
  );
};

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
