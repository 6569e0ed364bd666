/** Transforms that read values off tables. */
import type { Model } from "../../model/types.js";
import { flag, isRecord, reference, text } from "../field.js";
import type { Change } from "./computed.js";
import { each } from "./computed.js";

/** Read values off a table. */
export const interpolate: Change = (table, uses) => {
  const data = reference(table, "data");
  if (data !== undefined) uses.add(data);
  const rows = [column(table, "x", data), column(table, "y", data)] as const;
  const order = Array.from(rows[0], (_, index) => index).sort(
    (first, second) => (rows[0][first] ?? NaN) - (rows[0][second] ?? NaN),
  );
  const [xs, ys] = rows.map((values) => order.map((index) => values[index] ?? NaN)) as [
    number[],
    number[],
  ];
  const clip = flag(table, "clip", true);
  const mode = text(table, "mode");
  return each((value) => {
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
  });
};

/** Return numbers that are given as a list, or as the name of a column. */
function column(table: Model, field: string, source: Model | undefined): readonly number[] {
  const given = table.get(field);
  const data = source?.get("data");
  const values: unknown = typeof given === "string" && isRecord(data) ? data[given] : given;
  if (typeof values === "string" || (!Array.isArray(values) && !ArrayBuffer.isView(values)))
    return [];
  return Array.from(values as ArrayLike<unknown>, Number);
}
