import type { Model } from "../../../model/types.js";
import { flag, number, optionalNumber, reference, text } from "../../field.js";
import { tellShown } from "../events.js";
import type { Point } from "../gestures.js";
import type { Scale } from "../scale.js";
import type { Edges, Limits, Movable, Side } from "./handles.js";
import { dressBox } from "./overlay_look.js";
import type { Place } from "./spoken.js";
import { spoken } from "./spoken.js";

/** The box of a range tool: a range of another figure, as a part of this one. */
export class RangeBox implements Movable {
  readonly label: string;

  constructor(
    readonly tool: Model,
    private readonly host: Place,
  ) {
    this.label = text(tool, "description") || "the range";
  }

  get ranges(): { readonly x: Model | undefined; readonly y: Model | undefined } {
    return { x: reference(this.tool, "x_range"), y: reference(this.tool, "y_range") };
  }

  get overlay(): Model | undefined {
    return reference(this.tool, "overlay");
  }

  get edges(): Edges | undefined {
    const { frame } = this.host;
    const { overlay, ranges } = this;
    if (frame === undefined || (overlay !== undefined && !flag(overlay, "visible", true))) {
      return undefined;
    }
    if (ranges.x === undefined && ranges.y === undefined) return undefined;
    const x = endsOf(ranges.x, frame.x, [frame.left, frame.left + frame.width]);
    const y = endsOf(ranges.y, frame.y, [frame.top + frame.height, frame.top]);
    if (x === undefined || y === undefined) return undefined;
    return {
      left: Math.min(...x) - frame.left,
      right: Math.max(...x) - frame.left,
      top: Math.min(...y) - frame.top,
      bottom: Math.max(...y) - frame.top,
    };
  }

  get moves(): Movable["moves"] {
    return {
      x: this.ranges.x !== undefined && flag(this.tool, "x_interaction", true),
      y: this.ranges.y !== undefined && flag(this.tool, "y_interaction", true),
    };
  }

  get sides(): ReadonlySet<Side> {
    const { x, y } = this.moves;
    const across: readonly Side[] = x ? ["left", "right"] : [];
    const along: readonly Side[] = y ? ["top", "bottom"] : [];
    return new Set([...across, ...along]);
  }

  get symmetric(): boolean {
    return this.overlay !== undefined && flag(this.overlay, "symmetric");
  }

  get marked(): boolean {
    return this.overlay !== undefined && flag(this.overlay, "use_handles");
  }

  get limits(): Limits {
    const { frame } = this.host;
    const { x, y } = this.ranges;
    const { width = 0, height = 0 } = frame ?? {};
    const across = spansOf(x, frame?.x, width);
    const along = spansOf(y, frame?.y, height);
    return {
      reach: { left: 0, right: width, top: 0, bottom: height },
      least: { x: across.least, y: along.least },
      most: { x: across.most, y: along.most },
    };
  }

  move(edges: Edges, done: boolean): void {
    const { frame } = this.host;
    const { ranges, moves } = this;
    if (frame === undefined) return;
    if (moves.x) {
      set(ranges.x, frame.x, frame.left + edges.left, frame.left + edges.right);
    }
    if (moves.y) set(ranges.y, frame.y, frame.top + edges.bottom, frame.top + edges.top);
    if (done) tellShown([ranges.x, ranges.y].filter((range) => range !== undefined));
  }

  /** Show what lies between two places of the plotting area. */
  span(from: Point, to: Point, done: boolean): void {
    const { frame } = this.host;
    if (frame === undefined) return;
    const first = this.symmetric ? { x: 2 * from.x - to.x, y: 2 * from.y - to.y } : from;
    const within = (at: number, most: number): number => Math.min(Math.max(at, 0), most);
    const xs = [first.x, to.x].map((at) => within(at, frame.width));
    const ys = [first.y, to.y].map((at) => within(at, frame.height));
    const edges = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
    if (this.moves.x && edges.right - edges.left < 1) return;
    if (this.moves.y && edges.bottom - edges.top < 1) return;
    this.move(edges, done);
  }

  words(side?: Side): string {
    const { x, y } = this.ranges;
    const say = (range: Model | undefined, end: "start" | "end"): string =>
      range === undefined
        ? ""
        : spoken(number(range, end, NaN), range === x ? "x" : "y", this.host);
    if (side !== undefined) {
      const across = side === "left" || side === "right";
      const end = side === "left" || side === "bottom" ? "start" : "end";
      return say(across ? x : y, end);
    }
    return [x, y]
      .filter((range) => range !== undefined)
      .map((range) => `${say(range, "start")} to ${say(range, "end")}`)
      .join(", ");
  }

  dress(element: HTMLElement): void {
    dressBox(element, this.overlay);
  }
}

/** Return where the ends of a range are on a scale; those of no range are those of the frame. */
function endsOf(
  range: Model | undefined,
  scale: Scale,
  frame: readonly [number, number],
): readonly [number, number] | undefined {
  if (range === undefined) return frame;
  const [start, end] = [optionalNumber(range, "start"), optionalNumber(range, "end")];
  if (start === undefined || end === undefined) return undefined;
  const ends = [scale.toPixel(start), scale.toPixel(end)] as const;
  return ends.every(Number.isFinite) ? ends : undefined;
}

/** Return between which lengths in pixels a range may be. */
function spansOf(
  range: Model | undefined,
  scale: Scale | undefined,
  size: number,
): { readonly least: number; readonly most: number } {
  const start = range === undefined ? undefined : optionalNumber(range, "start");
  if (range === undefined || scale === undefined || start === undefined) {
    return { least: 0, most: size };
  }
  const pixels = (field: string, otherwise: number): number => {
    const span = optionalNumber(range, field);
    if (span === undefined) return otherwise;
    return Math.abs(scale.toPixel(start + span) - scale.toPixel(start));
  };
  return { least: pixels("min_interval", 0), most: pixels("max_interval", Infinity) };
}

/** Give a range the values at two places of a scale, the way round that it has. */
function set(range: Model | undefined, scale: Scale, first: number, last: number): void {
  if (range === undefined) return;
  const [one, two] = [scale.toValue(first), scale.toValue(last)];
  const [low, high] = [Math.min(one, two), Math.max(one, two)];
  if (!Number.isFinite(low + high) || low === high) return;
  const [from, to] = endsOf(range, scale, [-Infinity, Infinity]) ?? [-Infinity, Infinity];
  const [was, is] = [Math.abs(to - from), Math.abs(last - first)];
  // What nobody can take hold of any more does not come about; what is as small already can be moved.
  if (is < 1 && is < was - 1e-6) return;
  const falling = number(range, "start", low) > number(range, "end", high);
  range.setAll(falling ? { start: high, end: low } : { start: low, end: high });
}
