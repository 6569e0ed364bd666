/** Frames of figures that stand in one row or column begin and end together. */
import type { Model } from "../../model/types.js";
import { isRecord } from "../field.js";
import type { Side } from "./label_row.js";
import { isAcross } from "./label_row.js";
import type { Margins } from "./panels.js";
import { SIDES } from "./panels.js";

/** A view whose frame others stand in line with. */
export interface Alignable {
  readonly model: Model;
  /** How far the frame would be from the edges of the view by itself, in CSS pixels. */
  readonly insets: Margins | undefined;
  /** Hear that a neighbour needs more room, or less. */
  realign(lines?: Lines): void;
}

/** What stands in line on a page, as long as nothing moves. */
export class Lines {
  readonly #ends = new Map<Element, DOMRect>();
  readonly #grids = new Map<Element, Map<Side, InLine>>();

  /** Return where a view ends at a side. */
  endOf(view: Element, side: Side): number {
    const box = this.#ends.get(view) ?? view.getBoundingClientRect();
    this.#ends.set(view, box);
    return Math.round(box[NAMES[side]]);
  }

  /** Return what begins or ends at the same line of a grid as a cell. */
  besideCell(cell: HTMLElement, side: Side): readonly Element[] {
    const grid = cell.parentElement as Lined;
    const sides = this.#grids.get(grid) ?? new Map<Side, InLine>();
    const beside = sides.get(side) ?? grid.linesOf(side);
    this.#grids.set(grid, sides.set(side, beside));
    return beside(cell);
  }
}

/** Returns what is in the cells that begin or end where a cell does. */
export type InLine = (cell: HTMLElement) => readonly Element[];

/** What has cells, and knows which of them stand in line. */
export interface Lined extends HTMLElement {
  linesOf(side: Side): InLine;
}

/** Return how far from its edges the frame of a view has to be for others' sake. */
export function alignedInsets(view: Alignable & HTMLElement, lines: Lines = new Lines()): Margins {
  const margins = { above: 0, right: 0, below: 0, left: 0 };
  for (const side of SIDES) {
    if (!aligns(view.model, side)) continue;
    for (const other of neighbours(view, side, lines)) {
      // One that has not been drawn yet may have no model either.
      const inset = other.insets?.[side] ?? 0;
      if (inset > margins[side] && aligns(other.model, side)) margins[side] = inset;
    }
  }
  return margins;
}

/** Views that need other room than before, of which those in line have not heard. */
const changed = new Set<HTMLElement>();

/**
 * Tell those who stand in line with a view that it needs other room than before.
 *
 * The figures of a grid change together: each hears of all of them at once, before the next frame is drawn.
 */
export function tellNeighbours(view: HTMLElement): void {
  if (changed.size === 0) setTimeout(tellAll);
  changed.add(view);
}

function tellAll(): void {
  const lines = new Lines();
  const told = new Set<Alignable>();
  for (const view of changed) {
    for (const side of SIDES) for (const other of neighbours(view, side, lines)) told.add(other);
  }
  changed.clear();
  for (const other of told) other.realign(lines);
}

function aligns(model: Model, side: Side): boolean {
  const value = model.get("frame_align");
  return (isRecord(value) ? value[NAMES[side]] : value) !== false;
}

/** Return who stands in line with a view: frames of views that end elsewhere would not. */
function neighbours(view: HTMLElement, side: Side, lines: Lines): Alignable[] {
  const parent = view.parentElement;
  const all = parent === null ? [] : inLine(parent, side, lines);
  if (all.length < 2) return [];
  const end = lines.endOf(view, side);
  return all.filter(
    (each) => each !== view && "realign" in each && lines.endOf(each, side) === end,
  ) as unknown as Alignable[];
}

const NAMES = { above: "top", right: "right", below: "bottom", left: "left" } as const;

function inLine(parent: HTMLElement, side: Side, lines: Lines): readonly Element[] {
  if (parent.classList.contains("cell")) return lines.besideCell(parent, side);
  const flow = isAcross(side) ? "row" : "column";
  const { classList, children } = parent;
  return classList.contains("box") && classList.contains(flow) ? [...children] : [];
}
