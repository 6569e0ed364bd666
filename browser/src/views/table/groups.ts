/** Rows of a table in groups, and what sums them up. */
import type { Column, Columns } from "../../model/types.js";
import { valueText } from "./cells.js";
import { compareCells, cellOf, isMissing } from "./rows.js";

export type Kind = "AvgAggregator" | "MaxAggregator" | "MinAggregator" | "SumAggregator";

/** One level of groups. */
export interface Level {
  readonly field: string;
  readonly totals: readonly { readonly kind: string; readonly field: string }[];
  readonly collapsed: boolean;
}

/** Rows that have something in common. */
export interface Group {
  readonly level: number;
  /** What it is known by, whatever rows come and go. */
  readonly key: string;
  readonly value: unknown;
  readonly rows: readonly number[];
  readonly isOpen: boolean;
}

/** What a cube shows from top to bottom: groups, and the numbers of rows. */
export type Line = Group | number;

/** Put rows into groups, the least first; rows of the innermost groups stay in their order. */
export function linesOf(
  rows: Iterable<number>,
  levels: readonly Level[],
  data: Columns,
  toggled: ReadonlySet<string>,
): Line[] {
  const lines: Line[] = [];
  const add = (members: readonly number[], at: number, path: readonly string[]): void => {
    const level = levels[at];
    if (level === undefined) {
      for (const row of members) lines.push(row);
      return;
    }
    for (const [value, own] of parted(members, data[level.field])) {
      const parts = [...path, markOf(value)];
      const key = keyOf(parts);
      const isOpen = level.collapsed === toggled.has(key);
      lines.push({ level: at, key, value, rows: own, isOpen });
      if (isOpen) add(own, at + 1, parts);
    }
  };
  add([...rows], 0, []);
  return lines;
}

/** Return what a group is known by: what tells its value from all others, and those of the groups around it. */
export function keyOf(marks: readonly string[]): string {
  return JSON.stringify(marks);
}

/** Return what tells a value from all others: not what is written, which is rounded. */
export function markOf(value: unknown): string {
  if (value === null) return "missing";
  const words = typeof value === "number" ? String(value) : valueText(value);
  return `${typeof value} ${words}`;
}

/** Part rows by what is in a column; missing values are a group of their own, the last. */
function parted(rows: readonly number[], column: Column | undefined): [unknown, number[]][] {
  const found = new Map<unknown, number[]>();
  for (const row of rows) {
    const cell = cellOf(column, row);
    const value = isMissing(cell) ? null : cell;
    const own = found.get(value);
    if (own === undefined) found.set(value, [row]);
    else own.push(row);
  }
  return [...found].sort(([one], [other]) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return compareCells(one, other);
  });
}

/** Make one number of those that rows have in a column; nothing if they have none. */
export function totalOf(
  kind: string,
  rows: readonly number[],
  column: Column | undefined,
): number | null {
  let [count, sum, least, greatest] = [0, 0, Infinity, -Infinity];
  for (const row of rows) {
    const value = cellOf(column, row);
    if (typeof value !== "number" || Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (count === 0) return null;
  const totals: Readonly<Record<string, number | undefined>> = {
    AvgAggregator: sum / count,
    MaxAggregator: greatest,
    MinAggregator: least,
    SumAggregator: sum,
  };
  return totals[kind] ?? null;
}
