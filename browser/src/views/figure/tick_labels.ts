import type { Model } from "../../model/types.js";
import { isRecord, reference } from "../field.js";
import type { FactorMap } from "./factor.js";
import { labelBy } from "./formatters.js";
import { formatLogTicks, formatTicks, formatTimeTicks } from "./tick_format.js";
import type { TickRequest } from "./tickers.js";
import { wordsOf } from "./words.js";

/** Write what stands at the ticks of an axis, by its formatter. */
function labelTicks(
  formatter: Model | undefined,
  ticks: readonly number[],
  { kind, ends, wanted, factors, direction }: TickRequest,
): readonly string[] {
  const span = Math.abs(ends.end - ends.start);
  const names = kind === "factor" ? namesAt(ticks, factors) : undefined;
  const ticked = { direction, span, ...(names === undefined ? {} : { names }) } as const;
  const labels = labelBy(formatter, ticks, ticked) ?? names;
  if (labels !== undefined) return labels;
  if (kind === "log") return formatLogTicks(ticks);
  return kind === "time" ? formatTimeTicks(ticks, ends, wanted) : formatTicks(ticks);
}

/** Return the names of the factors at ticks, both of which are in the order of their places. */
function namesAt(ticks: readonly number[], factors: FactorMap | undefined): readonly string[] {
  let from = 0;
  return ticks.map((tick) => {
    const at = factors?.places.indexOf(tick, from) ?? -1;
    if (at >= 0) from = at;
    return factors?.labels[at] ?? "";
  });
}

/** Write what stands at the ticks of an axis: what it has words for, and the others by its formatter. */
export function namedTicks(
  axis: Model,
  ticks: readonly number[],
  request: TickRequest,
): readonly string[] {
  const formatter = reference(axis, "formatter");
  const overrides = axis.get("major_label_overrides");
  const label = (some: readonly number[]): readonly string[] =>
    labelTicks(formatter, some, request);
  const labels = label(ticks);
  const names = labels.map((words, index) => nameIn(overrides, ticks[index] ?? NaN, words));
  // Numbers are written alike: those that are not to be seen do not count.
  const alike = formatter?.type === "BasicTickFormatter";
  const rest = alike ? label(ticks.filter((_, index) => names[index] === undefined)) : labels;
  let next = 0;
  return names.map((name, index) => name ?? rest[alike ? next++ : index] ?? "");
}

/** Return the words that an axis has for a value, or for what would stand there. */
export function nameIn(overrides: unknown, tick: number, label: string): string | undefined {
  const find = (key: number | string): unknown =>
    overrides instanceof Map
      ? overrides.get(key)
      : isRecord(overrides)
        ? overrides[String(key)]
        : undefined;
  return wordsOf(find(tick) ?? find(label));
}
