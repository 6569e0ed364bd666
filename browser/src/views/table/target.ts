/** What the target of a cube says of its groups, and when it is told. */
import type { Columns } from "../../model/types.js";
import { valueText } from "./cells.js";
import type { Group, Level, Line } from "./groups.js";
import { keyOf, markOf } from "./groups.js";
import { cellOf, isMissing } from "./rows.js";

/** How long at least between two times that others are told what is shown, in milliseconds. */
const TELL_MS = 100;
/** How long people rest before others are told what takes long to tell. */
const REST_MS = 1_000;
/** From so many numbers and names on it takes long. */
const MUCH = 20_000;
/** How much is told at most: a message has room for few more values, and for few more lists. */
const MOST = 900_000;
const MOST_GROUPS = 240_000;

/** Return what others are told that a group is called. */
export function labelOf(value: unknown): string {
  return isMissing(value) ? "" : valueText(value);
}

/** Return how many numbers and names it takes to tell what is shown. */
export function sizeOf(lines: readonly Line[]): number {
  return lines.reduce<number>(
    (sum, line) => sum + 2 + (typeof line === "number" ? 0 : line.rows.length),
    0,
  );
}

/** Return what others are told that is shown: the rows of each group or the number of a row, and names. */
export function columnsOf(
  lines: readonly Line[],
  name: (row: number) => unknown,
): Readonly<Record<string, unknown>> {
  const size = sizeOf(lines);
  if (size > MOST) {
    throw new RangeError(`${size} numbers and names, at most ${MOST} are allowed`);
  }
  const groups = lines.filter((line) => typeof line !== "number").length;
  if (groups > MOST_GROUPS) {
    throw new RangeError(`${groups} groups, at most ${MOST_GROUPS} are allowed`);
  }
  return {
    row_indices: lines.map((line) => (typeof line === "number" ? line : [...line.rows])),
    labels: lines.map((line) => (typeof line === "number" ? name(line) : labelOf(line.value))),
  };
}

/** Return which groups are open and which are not, by their keys. */
export function statesOf(lines: readonly Line[]): Map<string, boolean> {
  const groups = lines.filter((line): line is Group => typeof line !== "number");
  return new Map(groups.map(({ key, isOpen }) => [key, isOpen]));
}

/**
 * Read from a target which groups are open and which are not, by their keys, and the levels of these.
 *
 * What is followed by something of its own is open. What is told of other groups than there are says nothing.
 */
export function readStates(
  told: Readonly<Record<string, unknown>>,
  levels: readonly Level[],
  data: Columns,
): Map<string, { readonly isOpen: boolean; readonly level: number }> {
  const found = new Map<string, { isOpen: boolean; level: number }>();
  const { row_indices: indices, labels } = told;
  if (!Array.isArray(indices) || !Array.isArray(labels)) return found;
  /** The marks of the groups around, from the outermost. */
  let path: string[] = [];
  for (const [at, entry] of (indices as unknown[]).entries()) {
    const row: unknown = Array.isArray(entry) ? entry[0] : entry;
    if (typeof row !== "number") continue;
    const values = levels.map(({ field }) => cellOf(data[field], row));
    const marks = values.map((value) => markOf(isMissing(value) ? null : value));
    let depth = 0;
    while (depth < path.length && path[depth] === marks[depth]) depth += 1;
    const parent = found.get(keyOf(marks.slice(0, depth)));
    if (parent !== undefined) parent.isOpen = true;
    if (!Array.isArray(entry)) continue;
    if (depth >= levels.length || labels[at] !== labelOf(values[depth])) return new Map();
    path = marks.slice(0, depth + 1);
    found.set(keyOf(path), { isOpen: false, level: depth });
  }
  return found;
}

/** Tells in time: at once what is little, and the rest when people rest or turn to something else. */
export class Telling {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Element,
    private readonly tell: () => void,
  ) {}

  soon(size: number): void {
    if (size > MUCH) this.#wait(REST_MS);
    else if (this.#timer === undefined) this.#wait(TELL_MS);
  }

  /** Tell what is still to be told, at once. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const type of TURNING) removeEventListener(type, this.#onTurn, true);
    this.tell();
  }

  #wait(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, time);
    for (const type of TURNING) addEventListener(type, this.#onTurn, true);
  }

  /** What Python is asked for next is answered with what is shown by then. */
  readonly #onTurn = (event: Event): void => {
    if (!event.composedPath().includes(this.host)) this.flush();
  };
}

const TURNING = ["pointerdown", "keydown", "pagehide"];
