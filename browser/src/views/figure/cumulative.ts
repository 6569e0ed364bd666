import { flag, text } from "../field.js";
import type { Compute } from "./computed.js";

/** Add up a column; before a row, or with it. */
export const addUp: Compute = (expression, { columns, length }) => {
  const sums = new Float64Array(length);
  const column = columns[text(expression, "field")];
  const before = flag(expression, "include_zero");
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    if (before) sums[index] = sum;
    sum += Number(column?.[index] ?? NaN);
    if (!before) sums[index] = sum;
  }
  return sums;
};
