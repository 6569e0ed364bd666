import type { Model } from "../../model/types.js";
import { text } from "../field.js";
import type { Cover, Turn, WordStyle } from "./words.js";
import { coverOf, takeWords, writeTaken } from "./words.js";

/** A side of the frame. */
export type Side = "above" | "right" | "below" | "left";

/** Room beyond labels, in CSS pixels. */
const PADDING = 3;

/** The least distance of two labels that stand beside each other, in CSS pixels. */
const BESIDE = 14;
/** The least distance of two labels that stand above each other. */
const ABOVE = 4;
/** The least distance of the names of factors, which are not to be left out. */
export const NEAR = 6;

/** What is written along an axis at one distance from it. */
export interface LabelRow {
  readonly side: Side;
  readonly style: WordStyle;
  readonly turn: Turn;
  /** The distance from what is nearer to the frame, in CSS pixels. */
  readonly standoff: number;
  readonly labels: readonly Label[];
  /** Whether some names are not whole, or left out. */
  readonly short?: boolean;
}

/** Words at a place along an axis. */
export interface Label {
  readonly words: string;
  /** In CSS pixels along the scale. */
  readonly place: number;
  readonly cover: Cover;
  /** What it stands for, in data units. */
  readonly tick?: number | undefined;
  /** Which of all it is, also of those that are not in sight. */
  readonly rank?: number | undefined;
}

/** How labels that come near to each other are left out. */
export type Policy = "even" | "all" | { readonly least: number };

/** Tell whether a side's axes run across the screen. */
export function isAcross(side: Side): boolean {
  return side === "above" || side === "below";
}

/** Return which way is outwards on a side: 1 is to the right and down. */
export function outwards(side: Side): 1 | -1 {
  return side === "right" || side === "below" ? 1 : -1;
}

/** Return how words with an orientation stand on a side: a word, or radians against the clock. */
export function turnOn(side: Side, orientation: unknown): Turn {
  const across = isAcross(side);
  if (typeof orientation === "number" && orientation !== 0) {
    const ends = across && orientation > 0 === (side === "below");
    const along = ends || side === "left" ? 1 : 0;
    return { angle: -orientation, along, align: along === 1 ? "right" : "left" };
  }
  const upright = across
    ? orientation === "vertical" || orientation === "normal"
    : orientation === "vertical" || orientation === "parallel";
  const angle = upright ? (outwards(side) * Math.PI) / 2 : 0;
  const align = across || upright ? (across && upright ? "left" : "center") : OPPOSITE[side];
  return { angle, along: 0.5, align };
}

const OPPOSITE = { above: "center", below: "center", left: "right", right: "left" } as const;

/**
 * Return how far labels keep from each other: those that are turned lie as near as the lines of a text.
 *
 * @param chosen Whether somebody has said where they stand: none of these is left out that has room.
 */
export function gapOf(side: Side, { angle }: Turn, chosen = false): number {
  const beside = isAcross(side) && angle === 0;
  if (chosen) return beside ? NEAR : 0;
  if (beside) return BESIDE;
  return isAcross(side) ? NEAR / 2 : ABOVE;
}

/** Prepare labels of a row. */
export function rowOf(
  row: Omit<LabelRow, "labels">,
  words: readonly string[],
  places: readonly number[],
  ticks: readonly number[] = [],
  ranks: readonly number[] = [],
): LabelRow {
  const labels = words.map((each, index) => ({
    words: each,
    place: places[index] ?? NaN,
    cover: coverOf(each, row.style, row.turn),
    tick: ticks[index],
    rank: ranks[index],
  }));
  return { ...row, labels };
}

/** Return a row whose labels are turned, by radians against the clock. */
export function turnedRow(row: LabelRow, angle: number): LabelRow {
  const turn = turnOn(row.side, angle);
  const labels = row.labels.map((label) => ({
    ...label,
    cover: coverOf(label.words, row.style, turn),
  }));
  return { ...row, turn, labels };
}

/** Return how much room a row takes across its axis. */
export function depthOf({ side, standoff, labels }: LabelRow): number {
  let depth = 0;
  for (const { words, cover } of labels) {
    if (words === "") continue;
    const size = isAcross(side) ? cover.bottom - cover.top : cover.right - cover.left;
    depth = Math.max(depth, size);
  }
  return depth === 0 ? 0 : standoff + depth + PADDING;
}

/** Tell whether all labels of a row keep a distance, in CSS pixels. */
export function keepApart({ side, labels, turn, style }: LabelRow, gap: number): boolean {
  const spans = labels
    .filter(({ words }) => words !== "")
    .map((label) => roomOf(label, side, turn, style));
  spans.sort((first, second) => first.from - second.from);
  return spans.every(({ from }, index) => index === 0 || from - (spans[index - 1]?.to ?? 0) >= gap);
}

/** Return how much room is between two labels of a row, in CSS pixels. */
export function roomBetween(
  { side, labels, turn, style }: LabelRow,
  first: number,
  second: number,
): number {
  const [one, other] = [labels[first], labels[second]];
  if (one === undefined || other === undefined) return NaN;
  const spans = [roomOf(one, side, turn, style), roomOf(other, side, turn, style)];
  return Math.max(...spans.map(({ from }) => from)) - Math.min(...spans.map(({ to }) => to));
}

/** Return how long the first label of a row is along the axis. */
export function lengthOf({ side, labels: [label] }: LabelRow): number {
  const { from, to } = label === undefined ? { from: 0, to: 0 } : spanOf(label, side);
  return to - from;
}

/** Leave out labels of a row that come too near to others. */
export function leaveOut(row: LabelRow, policy: Policy, gap: number): LabelRow {
  if (policy === "all") return row;
  if (policy === "even") {
    for (let every = 1; every < row.labels.length; every += 1) {
      const labels = everyOf(row.labels, every);
      if (keepApart({ ...row, labels }, gap)) return { ...row, labels };
    }
    return { ...row, labels: row.labels.slice(0, 1) };
  }
  const labels: Label[] = [];
  for (const label of row.labels) {
    if (keepApart({ ...row, labels: [...labels.slice(-1), label] }, policy.least)) {
      labels.push(label);
    }
  }
  return { ...row, labels };
}

function everyOf(labels: readonly Label[], every: number): readonly Label[] {
  if (every === 1) return labels;
  // The same ones stay while an axis is moved.
  return labels.filter(({ rank }, index) => (rank ?? index) % every === 0);
}

/** Return what words take of an axis at least, however they are turned and shortened. */
export function leastOf({ size, lineHeight }: WordStyle): number {
  return 0.7 * size * Math.min(1, lineHeight);
}

/** Tell whether as many labels may have room in a length at all, however they are turned and shortened. */
export function mayFit({ labels, style }: LabelRow, length: number): boolean {
  const count = labels.filter(({ words }) => words !== "").length;
  // The first and the last may reach over the ends.
  return (count - 2) * leastOf(style) <= length;
}

/** Tell whether labels lie along each other like the lines of a text, so that their lengths do not matter. */
export function isPiled({ side, turn: { angle } }: LabelRow): boolean {
  return Math.abs(isAcross(side) ? Math.sin(angle) : Math.cos(angle)) > 0.999;
}

/**
 * Write a row.
 *
 * @param at Where the row's standoff begins, across the axis.
 * @param least The least place along the axis that words may reach; beyond it, or beyond the greatest, they would be
 *   cut off by the edge of the canvas, and stand a little nearer to the middle instead.
 */
export function writeRow(
  context: CanvasRenderingContext2D,
  row: LabelRow,
  at: number,
  [least, greatest]: readonly [number, number],
  ratio: number,
): void {
  const { side, style, turn } = row;
  if (row.labels.every(({ words }) => words === "")) return;
  const across = isAcross(side);
  context.save();
  takeWords(context, style, turn);
  for (const label of row.labels) {
    const along = insideOf(label, side, least, greatest);
    const beside = at + besideOf(row, label.cover);
    const [x, y] = across ? [along, beside] : [beside, along];
    writeTaken(context, label.words, style, turn, x, y, ratio);
  }
  context.restore();
}

/** Return where a label stands so that it does not reach beyond two places. */
export function insideOf(label: Label, side: Side, least: number, greatest: number): number {
  const { from, to } = spanOf(label, side);
  return label.place + Math.max(0, least - from) - Math.max(0, to - greatest);
}

function besideOf({ side, standoff }: LabelRow, cover: Cover): number {
  const near = { above: cover.bottom, below: cover.top, left: cover.right, right: cover.left };
  return outwards(side) * standoff - near[side];
}

/** Return what a label keeps from others: slanted ones lie beside each other like tiles. */
function roomOf(
  label: Label,
  side: Side,
  { angle }: Turn,
  { size }: WordStyle,
): { from: number; to: number } {
  const span = spanOf(label, side);
  const slope = Math.abs(isAcross(side) ? Math.sin(angle) : Math.cos(angle));
  const half = size / slope / 2;
  if (slope < 0.3 || slope > 0.999 || 2 * half >= span.to - span.from) return span;
  return { from: label.place - half, to: label.place + half };
}

function spanOf({ place, cover }: Label, side: Side): { from: number; to: number } {
  return isAcross(side)
    ? { from: place + cover.left, to: place + cover.right }
    : { from: place + cover.top, to: place + cover.bottom };
}

/** Return the side at which an axis has its labels: inside the frame it may face any. */
export function facing(axis: Model, place: Side | "center"): Side {
  const [dimension, face] = [axis.get("dimension"), text(axis, "face", "auto")];
  const inside = (axis.get("fixed_location") ?? null) !== null;
  if (place !== "center" && (face === "auto" || !inside)) return place;
  const across = place === "center" ? dimension !== 1 : isAcross(place);
  const front = face === "auto" ? !across : face === "front";
  if (across) return front ? "above" : "below";
  return front ? "left" : "right";
}
