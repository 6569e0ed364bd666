import type { Side } from "./label_row.js";
import { isAcross } from "./label_row.js";
import { snap } from "./pen.js";

/** What takes room at a side of the frame. */
export interface Panel {
  readonly side: Side;
  /** Return how much room it needs across, where its scale goes from one place to another, all in CSS pixels. */
  depth(from: number, to: number): number;
}

/** Room around the frame, in CSS pixels. */
export type Margins = Readonly<Record<Side, number>>;

/** A rectangle of the canvas, in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the frame is, and how far from it each panel begins. */
export interface Arrangement {
  readonly area: Area;
  /** The room that the frame needs around itself. */
  readonly margins: Margins;
  readonly offsets: ReadonlyMap<Panel, number>;
  /** The room that panels take at each side. */
  readonly used: Margins;
  /** The least room that was asked for. */
  readonly least: Margins;
}

/** How often panels are measured: labels depend on the length, and the length on labels. */
const ROUNDS = 3;
/** How much room may be left over before the frame grows: about two digits. */
const SPARE = 16;
/** The least size of a frame. */
const LEAST = 1;

/**
 * Find the place of the frame among what stands at its sides, the first panel of a side nearest to it.
 *
 * All edges of the frame are between pixels of the screen.
 */
export function arrange(
  size: { readonly width: number; readonly height: number },
  panels: readonly Panel[],
  least: Margins,
  ratio: number,
  /** How it was before: where little changes, labels are measured just once. */
  last?: Arrangement,
  /** Room that the frame keeps for the sake of others with which it stands in line. */
  aligned: Margins = NONE,
): Arrangement {
  let { area, margins } = last ?? { area: { left: 0, top: 0, ...size }, margins: least };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { width, height } = area;
    // Labels beside the frame decide how wide it is: first these, then those above and below.
    const beside = measure(panels, least, area, false);
    const { left, right } = inLine(beside, aligned, size);
    const inner = { ...area, left, width: Math.max(LEAST, size.width - left - right) };
    const found = held(measure(panels, beside, inner, true), last, least);
    const before = margins;
    margins = found;
    area = areaOf(size, inLine(margins, aligned, size), ratio);
    // Of another length, the same panels may need more or less.
    const kept = area.width === width && area.height === height;
    if (kept && SIDES.every((side) => margins[side] === before[side])) break;
  }
  const offsets = new Map<Panel, number>();
  const used = { above: 0, right: 0, below: 0, left: 0 };
  for (const panel of panels) {
    offsets.set(panel, used[panel.side]);
    used[panel.side] += depthIn(panel, area);
  }
  const found = { area, margins, offsets, used, least };
  return last !== undefined && isSame(found, last) ? last : found;
}

function isSame(one: Arrangement, other: Arrangement): boolean {
  return (
    SIDES.every(
      (side) => one.margins[side] === other.margins[side] && one.least[side] === other.least[side],
    ) &&
    EDGES.every((edge) => one.area[edge] === other.area[edge]) &&
    [...one.offsets].every(([panel, offset]) => other.offsets.get(panel) === offset)
  );
}

/**
 * Keep margins of which only a little is needed no more: a frame that is moved or streamed to stays where it is.
 *
 * Where less is asked for, less is meant.
 */
function held(margins: Margins, last: Arrangement | undefined, least: Margins): Margins {
  if (last === undefined) return margins;
  const side = (name: Side): number => {
    const before = last.margins[name];
    const spare = before - margins[name];
    const same = last.least[name] === least[name];
    return spare > 0 && spare <= SPARE && same ? before : margins[name];
  };
  return {
    above: side("above"),
    right: side("right"),
    below: side("below"),
    left: side("left"),
  };
}

const EDGES = ["left", "top", "width", "height"] as const;
export const SIDES = ["above", "right", "below", "left"] as const;
const NONE: Margins = { above: 0, right: 0, below: 0, left: 0 };

/** What a frame keeps of its length for others' sake at the least. */
const KEPT = 0.8;

/** Return at each side the greater of two margins, unless a frame would lose much of its length by that: the lesser loss comes first. */
function inLine(own: Margins, aligned: Margins, size: { width: number; height: number }): Margins {
  const margins = { ...own };
  for (const [first, last, length] of [
    ["left", "right", size.width],
    ["above", "below", size.height],
  ] as const) {
    const least = KEPT * (length - own[first] - own[last]);
    const more = (side: Side): number => aligned[side] - own[side];
    for (const side of more(first) < more(last) ? [first, last] : [last, first]) {
      if (length - margins[first] - margins[last] - more(side) < least) continue;
      margins[side] = Math.max(own[side], aligned[side]);
    }
  }
  return margins;
}

function measure(panels: readonly Panel[], least: Margins, frame: Area, across: boolean): Margins {
  const taken = { above: 0, right: 0, below: 0, left: 0 };
  for (const panel of panels) {
    if (isAcross(panel.side) === across) taken[panel.side] += depthIn(panel, frame);
  }
  const margins = { ...least };
  for (const side of SIDES) {
    if (isAcross(side) === across) margins[side] = Math.max(least[side], taken[side]);
  }
  return margins;
}

/** Return how deep a panel is: its scale is the one that is drawn, so that what it finds out is found once. */
function depthIn(panel: Panel, { left, top, width, height }: Area): number {
  const depth = isAcross(panel.side)
    ? panel.depth(left, left + width)
    : panel.depth(top + height, top);
  return Math.ceil(depth);
}

function areaOf(size: { width: number; height: number }, margins: Margins, ratio: number): Area {
  const left = snap(margins.left, ratio);
  const top = snap(margins.above, ratio);
  const right = snap(size.width - margins.right, ratio);
  const bottom = snap(size.height - margins.below, ratio);
  return {
    left,
    top,
    width: Math.max(LEAST, right - left),
    height: Math.max(LEAST, bottom - top),
  };
}
