import { formulaOf } from "../../../callbacks/formula.js";
import type { Model } from "../../../model/types.js";
import { asText } from "../spec.js";

/** Label ticks by code of the application's own; nothing where there is none that runs. */
export function labelByCode(formatter: Model, ticks: readonly unknown[]): string[] | undefined {
  const formula = formulaOf(formatter, ["tick", "index", "ticks"]);
  if (formula === undefined) return undefined;
  const own = [...ticks];
  return own.map((tick, index) => {
    const label = formula(tick, index, own);
    return asText(label);
  });
}
