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
  realign(): void;
}

/** Return how far from its edges the frame of a view has to be for others' sake. */
export function alignedInsets(view: Alignable & HTMLElement): Margins {
  const margins = { above: 0, right: 0, below: 0, left: 0 };
  for (const side of SIDES) {
    if (!aligns(view.model, side)) continue;
    for (const other of neighbours(view, side)) {
      // One that has not been drawn yet may have no model either.
      const inset = other.insets?.[side] ?? 0;
      if (inset > margins[side] && aligns(other.model, side)) margins[side] = inset;
    }
  }
  return margins;
}

/** Tell those who stand in line with a view that it needs other room than before. */
export function tellNeighbours(view: HTMLElement): void {
  const all = new Set(SIDES.flatMap((side) => neighbours(view, side)));
  for (const other of all) other.realign();
}

function aligns(model: Model, side: Side): boolean {
  const value = model.get("frame_align");
  return (isRecord(value) ? value[NAMES[side]] : value) !== false;
}

function neighbours(view: HTMLElement, side: Side): Alignable[] {
  const parent = view.parentElement;
  const all = parent === null ? [] : inLine(parent, side);
  return all.filter(
    (each) => each !== view && "realign" in each && ends(each, side) === ends(view, side),
  ) as unknown as Alignable[];
}

/** Return where a view ends at a side: frames of views that end elsewhere would not stand in line. */
function ends(view: Element, side: Side): number {
  return Math.round(view.getBoundingClientRect()[NAMES[side]]);
}

const NAMES = { above: "top", right: "right", below: "bottom", left: "left" } as const;

function inLine(parent: HTMLElement, side: Side): Element[] {
  if (parent.classList.contains("cell")) {
    const at = edgeOf(parent, side);
    return [...(parent.parentElement?.children ?? [])].flatMap((cell) =>
      edgeOf(cell as HTMLElement, side) === at ? [...cell.children] : [],
    );
  }
  const flow = isAcross(side) ? "row" : "column";
  const { classList, children } = parent;
  return classList.contains("box") && classList.contains(flow) ? [...children] : [];
}

/** Return the number of the line of a grid at which a cell begins or ends. */
function edgeOf({ style }: HTMLElement, side: Side): number {
  const [start, end] = isAcross(side)
    ? [style.gridRowStart, style.gridRowEnd]
    : [style.gridColumnStart, style.gridColumnEnd];
  const far = side === "below" || side === "right";
  return Number(start) + (far ? Number(end.replace("span ", "")) : 0);
}
