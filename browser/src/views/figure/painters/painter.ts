import type { Numbers } from "../column.js";
import type { Palette } from "../palette.js";
import type { Panel } from "../panels.js";
import type { Extent } from "../range.js";
import type { Scale } from "../scale.js";
import type { GlyphReader } from "../spec.js";

/** What painters draw on. All lengths are CSS pixels. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly palette: Palette;
  /** The colours of what stands beside the frame, if there are others. */
  readonly around?: Palette;
  /** The scales of further ranges, by their names. */
  readonly others: Readonly<Record<"x" | "y", ReadonlyMap<string, Scale>>>;
  /** How far from the frame panels beside it begin. */
  readonly offsets: ReadonlyMap<Panel, number>;
  /** Draw again: something has come that was missing. */
  readonly redraw: () => void;
}

export interface Bounds {
  readonly x: Extent;
  readonly y: Extent;
}

/** How the pointer chooses rows: near it, or all at its x or its y. */
export type HitMode = "mouse" | "vline" | "hline";

/** A row under the pointer, and where it stands. */
export interface Hit {
  readonly index: number;
  readonly px: number;
  readonly py: number;
  readonly distance: number;
  /** Whether a line lies right below the pointer, and not just near it. */
  readonly touched?: boolean;
  /** The point at which the stretch of a line begins that is meant, if not the one next to the row. */
  readonly stretch?: number;
}

/** The edges of what is drawn for one row, in pixels, in any order. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A place on the canvas. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Draws one type of glyph. */
export interface Painter {
  /** Whether all rows are one shape: selecting some of them leaves it as it is, or parts it if it is a line. */
  readonly whole?: boolean;
  paint(frame: Frame, glyph: GlyphReader): void;
  /** Return what the glyph covers, in data units. */
  bounds(glyph: GlyphReader): Bounds;
  hit(frame: Frame, glyph: GlyphReader, px: number, py: number, mode: HitMode): Hit | undefined;
  /** Return how far from its point each row is drawn, in pixels, for glyphs that stand around points. */
  reach?(frame: Frame, glyph: GlyphReader): (index: number) => number;
  /** Return runs of the rows among which those at a place are, where there are too many to look at all of them. */
  around?(
    frame: Frame,
    glyph: GlyphReader,
    px: number,
    py: number,
  ): readonly Uint32Array[] | undefined;
  /** Return what gives the box of each row, for glyphs of which a part may be meant. */
  boxes?(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined;
  /** Return what gives the corners of each row, for polygons around points. */
  corners?(frame: Frame, glyph: GlyphReader): ((index: number) => readonly Corner[]) | undefined;
  /** Return what gives the points of each row, for lines that rows are. */
  points?(glyph: GlyphReader): ((index: number) => readonly [Numbers, Numbers]) | undefined;
  /** Draw an example into a box at the origin, for a legend. */
  swatch(
    context: CanvasRenderingContext2D,
    glyph: GlyphReader,
    width: number,
    height: number,
    row: number,
  ): void;
}

/** Return the row whose point is nearest to the pointer, and not farther than allowed. */
export function nearestPoint(
  frame: Frame,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  from: number,
  to: number,
  px: number,
  py: number,
  mode: HitMode,
  reach: (index: number) => number,
): Hit | undefined {
  let best: Hit | undefined;
  for (let index = from; index < to; index += 1) {
    const x = frame.x.toPixel(xs[index] ?? NaN);
    const y = frame.y.toPixel(ys[index] ?? NaN);
    const dx = mode === "hline" ? 0 : x - px;
    const dy = mode === "vline" ? 0 : y - py;
    const distance = dx * dx + dy * dy;
    if (best !== undefined && distance >= best.distance) continue;
    const most = reach(index);
    if (distance <= most * most) best = { index, px: x, py: y, distance };
  }
  return best;
}
