import type { Model } from "../../model/types.js";
import { isRecord } from "../field.js";
import { labelBy } from "./formatters.js";
import { formatLogTicks, formatTicks, formatTimeTicks } from "./tick_format.js";
import type { TickRequest } from "./tickers.js";
import { wordsOf } from "./words.js";

/** Write what stands at the ticks of an axis, by its formatter. */
export function labelTicks(
  formatter: Model | undefined,
  ticks: readonly number[],
  { kind, ends, wanted, factors, direction }: TickRequest,
): readonly string[] {
  const span = Math.abs(ends.end - ends.start);
  const names =
    kind === "factor"
      ? ticks.map((tick) => factors?.labels[factors.places.indexOf(tick)] ?? "")
      : undefined;
  const ticked = { direction, span, ...(names === undefined ? {} : { names }) } as const;
  const labels = labelBy(formatter, ticks, ticked) ?? names;
  if (labels !== undefined) return labels;
  if (kind === "log") return formatLogTicks(ticks);
  return kind === "time" ? formatTimeTicks(ticks, ends, wanted) : formatTicks(ticks);
}

/** Replace labels by those that the axis has for these values. */
export function overridden(
  overrides: unknown,
  ticks: readonly number[],
  labels: readonly string[],
): string[] {
  const find = (tick: number, label: string): unknown =>
    overrides instanceof Map
      ? (overrides.get(tick) ?? overrides.get(label))
      : isRecord(overrides)
        ? (overrides[String(tick)] ?? overrides[label])
        : undefined;
  return labels.map((label, index) => {
    return wordsOf(find(ticks[index] ?? NaN, label)) ?? label;
  });
}
