import { EMPTY, union } from "../range.js";
import type { Extent } from "../range.js";
import type { Numbers } from "../column.js";
import { valueAt } from "../spec.js";
import type { GlyphReader } from "../spec.js";
import type { Bounds, Box, Frame, Painter } from "./painter.js";
import { AreaStyle } from "./style.js";

/** What outlines are drawn with. */
export type Path = CanvasRenderingContext2D;

/** Adds the outline of one row to a path; false if it has none. */
export type Trace = (path: Path, index: number) => boolean;

/** A shape that each row has. */
export interface Outline {
  /** Return what traces rows, or nothing if columns are missing. */
  trace(frame: Frame, glyph: GlyphReader): Trace | undefined;
  readonly bounds: (glyph: GlyphReader) => Bounds;
  /** Whether it is a line without an area. */
  readonly open?: boolean;
  /** Whether all rows together are one shape. */
  readonly whole?: boolean;
  /** Whether parts within parts are holes, and what crosses itself is hollow. */
  readonly holes?: boolean;
  readonly boxes?: (frame: Frame, glyph: GlyphReader) => ((index: number) => Box) | undefined;
  readonly swatch?: (path: Path, width: number, height: number) => void;
  /** Draws a row in another way where a canvas would take seconds; false if that need not be. */
  readonly drawCrowded?: (...row: Crowd) => boolean;
}

/** What it takes to draw a row: where, what and how. */
export type Crowd = [
  frame: Frame,
  glyph: GlyphReader,
  trace: Trace,
  style: AreaStyle,
  index: number,
  rule: CanvasFillRule,
];

/** How far from the middle of a line a pointer or a finger may be, in pixels, however thin it is. */
function reach(): number {
  return window.matchMedia("(pointer: coarse)").matches ? 8 : 2;
}

/** Make a painter of shapes. */
export function outlinePainter(outline: Outline): Painter {
  const { open = false, whole = false, holes = false } = outline;
  const rule = holes ? "evenodd" : "nonzero";
  const rows = (glyph: GlyphReader): number => (whole ? Math.min(glyph.length, 1) : glyph.length);
  return {
    whole,

    paint(frame, glyph) {
      const trace = outline.trace(frame, glyph);
      if (trace === undefined) return;
      const { context } = frame;
      const style = new AreaStyle(glyph, open);
      style.begin(context);
      for (let index = 0; index < rows(glyph); index += 1) {
        if (outline.drawCrowded?.(frame, glyph, trace, style, index, rule) === true) continue;
        context.beginPath();
        if (trace(context, index)) style.draw(context, index, rule);
      }
    },

    bounds: outline.bounds,

    hit(frame, glyph, px, py, mode) {
      const boxOf = outline.boxes?.(frame, glyph);
      if (boxOf !== undefined && mode !== "mouse") {
        for (let index = glyph.length - 1; index >= 0; index -= 1) {
          const { left, right, top, bottom } = boxOf(index);
          const inside =
            mode === "vline"
              ? px >= Math.min(left, right) && px <= Math.max(left, right)
              : py >= Math.min(top, bottom) && py <= Math.max(top, bottom);
          if (inside) {
            return { index, px: (left + right) / 2, py: Math.min(top, bottom), distance: 0 };
          }
        }
        return undefined;
      }
      const trace = outline.trace(frame, glyph);
      const path = scratch();
      if (trace === undefined || path === undefined) return undefined;
      const width = glyph.numbers("line_width", 1);
      const least = open ? 2 * reach() : 0;
      for (let index = rows(glyph) - 1; index >= 0; index -= 1) {
        path.beginPath();
        if (!trace(path, index)) continue;
        path.lineWidth = Math.max(least, valueAt(width, index) || 0);
        const found = open ? path.isPointInStroke(px, py) : path.isPointInPath(px, py, rule);
        if (found) return { index, px, py, distance: 0 };
      }
      return undefined;
    },

    ...(outline.boxes === undefined ? {} : { boxes: outline.boxes }),

    swatch(context, glyph, width, height, row) {
      const style = new AreaStyle(glyph, open);
      style.begin(context);
      context.beginPath();
      if (outline.swatch !== undefined) outline.swatch(context, width, height);
      else if (open) {
        context.moveTo(0, height / 2);
        context.lineTo(width, height / 2);
      } else context.rect(3, 3, width - 6, height - 6);
      style.draw(context, whole ? 0 : row, rule);
    },
  };
}

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** A context that nobody sees, to ask whether points are in paths. */
function scratch(): Path | undefined {
  canvas ??= new OffscreenCanvas(1, 1).getContext("2d");
  // The two kinds of context agree in all that paths need.
  return (canvas ?? undefined) as unknown as Path | undefined;
}

/** Return what columns cover together. */
export function extentOfFields(
  glyph: GlyphReader,
  direction: "x" | "y",
  ...fields: readonly string[]
): Extent {
  let extent = EMPTY;
  for (const field of fields) {
    const numbers = glyph.positions(field, direction);
    if (numbers !== undefined) extent = union(extent, glyph.facts.extent(numbers));
  }
  return extent;
}

/** Read several columns of positions, or none if one of them is missing. */
export function readPositions(
  glyph: GlyphReader,
  fields: Readonly<Record<string, "x" | "y">>,
): Readonly<Record<string, Numbers>> | undefined {
  const read: Record<string, Numbers> = {};
  for (const [field, direction] of Object.entries(fields)) {
    const numbers = glyph.positions(field, direction);
    if (numbers === undefined) return undefined;
    read[field] = numbers;
  }
  return read;
}

/** Return what points with something around them cover. */
export function extentAround(
  numbers: Numbers | undefined,
  length: number,
  before: (index: number) => number,
  after: (index: number) => number = before,
): Extent {
  if (numbers === undefined) return EMPTY;
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < length; index += 1) {
    const value = numbers[index] ?? NaN;
    const first = value - before(index);
    const last = value + after(index);
    if (Math.min(first, last) < low) low = Math.min(first, last);
    if (Math.max(first, last) > high) high = Math.max(first, last);
  }
  return { low, high };
}

/** Return the place nearest to a value at which a line of a width has sharp edges. */
export function crisp(value: number, width: number, ratio: number): number {
  const odd = Math.max(1, Math.round(width * ratio)) % 2 === 1;
  return odd ? (Math.floor(value * ratio) + 0.5) / ratio : Math.round(value * ratio) / ratio;
}
