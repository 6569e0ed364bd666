import { formulaOf } from "../../../callbacks/formula.js";
import type { Model } from "../../../model/types.js";
import type { LabelRow } from "../label_row.js";
import { roomBetween } from "../label_row.js";
import { asText } from "../spec.js";

/** Label ticks by code of the application's own; nothing where there is none that runs. */
export function labelByCode(formatter: Model, ticks: readonly unknown[]): string[] | undefined {
  const formula = formulaOf(formatter, ["tick", "index", "ticks"]);
  if (formula === undefined) return undefined;
  const own = [...ticks];
  return own.map((tick, index) => {
    // A list with one text in it is what a column of one row gives.
    return asText(formula(tick, index, own));
  });
}

/** Let code of the application's own choose which labels are written; nothing where there is none that runs. */
export function chooseByCode(policy: Model, row: LabelRow): LabelRow | undefined {
  const formula = formulaOf(policy, ["indices", "bboxes", "distance"]);
  if (formula === undefined) return undefined;
  const indices = row.labels.map((_, index) => index);
  const boxes = row.labels.map(({ cover }) => cover);
  const distance = (first: unknown, second: unknown): number =>
    roomBetween(row, Number(first), Number(second));
  const chosen = formula(indices, boxes, distance);
  if (!isIterable(chosen)) return undefined;
  const kept = new Set([...chosen].map(Number));
  return { ...row, labels: row.labels.filter((_, index) => kept.has(index)) };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
