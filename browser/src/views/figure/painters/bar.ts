import { isRecord } from "../../field.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { EMPTY, union } from "../range.js";
import type { Extent } from "../range.js";
import type { Box, Frame, Painter } from "./painter.js";
import { addBox, placed, readRadii } from "./rounded.js";
import type { Rectangle } from "./rounded.js";
import { FillStyle, LineStyle } from "./style.js";

interface BarFields {
  /** The direction in which bars stand side by side. */
  readonly across: "x" | "y";
  readonly center: string;
  readonly thickness: string;
  readonly from: string;
  readonly to: string;
}

/** How a rectangle is painted: its corners may be round. */
function paintBox(
  context: CanvasRenderingContext2D,
  fill: FillStyle,
  line: LineStyle,
  index: number,
  box: Rectangle,
  radii: number | number[] | undefined,
): void {
  if (radii === undefined) {
    if (fill.apply(context, index)) context.fillRect(...box);
    if (fill.hatch?.(context, index) === true) context.fillRect(...box);
    if (line.apply(context, index)) context.strokeRect(...box);
    return;
  }
  context.beginPath();
  addBox(context, ...box, radii);
  if (fill.apply(context, index)) context.fill();
  if (fill.hatch?.(context, index) === true) context.fill();
  if (line.apply(context, index)) context.stroke();
}

/** Make a painter of bars that stand or lie. */
function barPainter(fields: BarFields): Painter {
  const along = fields.across === "x" ? "y" : "x";

  /** Return what gives the edges of each bar. */
  const edges = (frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined => {
    const centers = glyph.positions(fields.center, fields.across);
    const from = glyph.positions(fields.from, along);
    const to = glyph.positions(fields.to, along);
    if (centers === undefined || from === undefined || to === undefined) return undefined;
    const thickness = glyph.numbers(fields.thickness, 1);
    const screen = isScreen(glyph, fields.thickness);
    const scale = frame[fields.across];
    const base = along === "y" ? frame.top + frame.height : frame.left;
    return (index) => {
      const center = centers[index] ?? NaN;
      const half = valueAt(thickness, index) / 2;
      const first = screen ? scale.toPixel(center) - half : scale.toPixel(center - half);
      const second = screen ? scale.toPixel(center) + half : scale.toPixel(center + half);
      const start = frame[along].toPixel(from[index] ?? NaN);
      const end = frame[along].toPixel(to[index] ?? NaN);
      // A bar from zero has no beginning on a logarithmic axis: it begins at the edge.
      const foot = Number.isNaN(start) && (from[index] ?? NaN) <= 0 ? base : start;
      return along === "y"
        ? { left: first, right: second, top: end, bottom: foot }
        : { left: foot, right: end, top: first, bottom: second };
    };
  };

  return {
    paint(frame, glyph) {
      const edgesOf = edges(frame, glyph);
      if (edgesOf === undefined) return;
      const { context } = frame;
      const fill = new FillStyle(glyph);
      const line = new LineStyle(glyph);
      line.begin(context);
      const radii = readRadii(glyph.glyph.get("border_radius"));
      for (let index = 0; index < glyph.length; index += 1) {
        const box = placed(edgesOf(index));
        if (box !== undefined) paintBox(context, fill, line, index, box, radii);
      }
    },

    bounds(glyph) {
      const centers = glyph.positions(fields.center, fields.across);
      const from = glyph.positions(fields.from, along);
      const to = glyph.positions(fields.to, along);
      if (centers === undefined || from === undefined || to === undefined) {
        return { x: EMPTY, y: EMPTY };
      }
      const lengthwise = union(glyph.facts.extent(from), glyph.facts.extent(to));
      const crosswise = isScreen(glyph, fields.thickness)
        ? glyph.facts.extent(centers)
        : widened(glyph, centers, glyph.numbers(fields.thickness, 1));
      return fields.across === "x"
        ? { x: crosswise, y: lengthwise }
        : { x: lengthwise, y: crosswise };
    },

    hit(frame, glyph, px, py, mode) {
      const edgesOf = edges(frame, glyph);
      if (edgesOf === undefined) return undefined;
      for (let index = glyph.length - 1; index >= 0; index -= 1) {
        const { left, right, top, bottom } = edgesOf(index);
        const inX = px >= Math.min(left, right) && px <= Math.max(left, right);
        const inY = py >= Math.min(top, bottom) && py <= Math.max(top, bottom);
        if ((inX || mode === "hline") && (inY || mode === "vline")) {
          const tip = along === "y" ? { px: (left + right) / 2, py: top } : { px: right, py: top };
          return { index, ...tip, distance: 0 };
        }
      }
      return undefined;
    },

    boxes: edges,

    swatch(context, glyph, width, height, row) {
      const line = new LineStyle(glyph);
      line.begin(context);
      const fill = new FillStyle(glyph);
      paintBox(context, fill, line, row, [3, 3, width - 6, height - 6], undefined);
    },
  };
}

/** Tell whether a length is in pixels, not in units of an axis. */
export function isScreen(glyph: GlyphReader, field: string): boolean {
  const spec = glyph.glyph.get(field);
  const own = isRecord(spec) ? spec["units"] : undefined;
  return (own ?? glyph.glyph.get(`${field}_units`)) === "screen";
}

function widened(
  glyph: GlyphReader,
  centers: ArrayLike<number>,
  thickness: ReturnType<GlyphReader["numbers"]>,
): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < glyph.length; index += 1) {
    const center = centers[index] ?? NaN;
    const half = valueAt(thickness, index) / 2;
    if (center - half < low) low = center - half;
    if (center + half > high) high = center + half;
  }
  return { low, high };
}

/** Draws bars that stand side by side. */
export const vbarPainter: Painter = barPainter({
  across: "x",
  center: "x",
  thickness: "width",
  from: "bottom",
  to: "top",
});

/** Draws bars that lie one above another. */
export const hbarPainter: Painter = barPainter({
  across: "y",
  center: "y",
  thickness: "height",
  from: "left",
  to: "right",
});
