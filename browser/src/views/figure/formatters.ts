/** How ticks are written: plainly here, and otherwise by a chunk that comes when an author wants it so. */
import type { Model } from "../../model/types.js";
import { VOCABULARY } from "../../model/vocabulary.js";
import { reference } from "../field.js";
import type { Ticked } from "./extras.js";
import { extras } from "./extras.js";
import { lazily } from "../lazily.js";
import { isLacking } from "./tickers.js";
import { formulas } from "./words.js";

/** Formatters whose defaults ask for nothing: ticks are written as they are on every axis of their kind. */
const PLAIN = new Set([
  "BasicTickFormatter",
  "CategoricalTickFormatter",
  "DatetimeTickFormatter",
  "LogTickFormatter",
]);
const SHARED = ["hide_repeats", "context_which", "context_location"];

const bringCode = lazily(() => import("./labels/all.js"));
const bringMath = lazily(() => import("../formulas/canvas.js"));

/** Return what a formatter makes of ticks; nothing if that is left to the axis. */
export function labelBy(
  formatter: Model | undefined,
  ticks: readonly number[],
  ticked: Ticked,
): readonly string[] | undefined {
  if (formatter === undefined || isPlain(formatter)) return undefined;
  return extras.labels?.(formatter, ticks, ticked);
}

/** Bring the code that tickers and formatters need, if one of these guides has such; call back when it has come. */
export function bringLabels(guides: readonly Model[], come: () => void): void {
  if (extras.labels !== undefined) return;
  const lacking = guides.some((guide) => {
    const formatter = reference(guide, "formatter");
    const ruled = reference(guide, "major_label_policy")?.type === "CustomLabelingPolicy";
    const written = formatter === undefined || isPlain(formatter);
    return !written || ruled || isLacking(reference(guide, "ticker"));
  });
  if (!lacking) return;
  bringCode(come);
}

/** Bring what shows formulas, if any were met; call back when it has come. */
export function bringFormulas(come: () => void): void {
  if (formulas.met === true && formulas.write === undefined) bringMath(come);
}

function isPlain(formatter: Model): boolean {
  if (!PLAIN.has(formatter.type)) return false;
  const own = Object.keys(VOCABULARY[formatter.type]?.fields ?? {});
  return ![...own, ...SHARED].some((field) => formatter.chosen(field));
}
