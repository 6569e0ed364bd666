import type { Extent } from "../range.js";
import { EMPTY, union } from "../range.js";
import { valueAt } from "../spec.js";
import type { GlyphReader } from "../spec.js";
import { number } from "../../field.js";
import { angles } from "./angle.js";
import { isScreen } from "./bar.js";
import { linePainter } from "./line.js";
import type { Bounds, Box, Frame, Painter } from "./painter.js";
import { crisp, extentOfFields, outlinePainter, readPositions } from "./outline.js";
import type { Path } from "./outline.js";
import { LineStyle } from "./style.js";

const ENDS = { x0: "x", y0: "y", x1: "x", y1: "y" } as const;

/** Where a line steps between two rows, in pixels: the points from the first to the second. */
export function stepTo(
  path: Pick<Path, "lineTo">,
  mode: unknown,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  if (mode === "after") path.lineTo(to[0], from[1]);
  else if (mode === "center") {
    const middle = (from[0] + to[0]) / 2;
    path.lineTo(middle, from[1]);
    path.lineTo(middle, to[1]);
  } else path.lineTo(from[0], to[1]);
  path.lineTo(to[0], to[1]);
}

/** Draws a line that only goes across and up or down. */
export const stepPainter: Painter = {
  ...linePainter,
  paint(frame, glyph) {
    const read = readPositions(glyph, { x: "x", y: "y" });
    if (read === undefined) return;
    const { context } = frame;
    const style = new LineStyle(glyph);
    if (!style.apply(context, 0)) return;
    style.begin(context);
    const mode = glyph.glyph.get("mode");
    const [before, after] = ["pad_before", "pad_after"].map((field) =>
      number(glyph.glyph, field, 0),
    );
    context.beginPath();
    let last: [number, number] | undefined;
    let end: number | undefined;
    for (let index = 0; index < glyph.length; index += 1) {
      const px = frame.x.toPixel(read["x"]?.[index] ?? NaN);
      const py = frame.y.toPixel(read["y"]?.[index] ?? NaN);
      if (!Number.isFinite(px + py)) {
        last = undefined;
        continue;
      }
      if (last !== undefined) stepTo(context, mode, last, [px, py]);
      else {
        context.moveTo(px, py);
        if (end === undefined && before !== 0) {
          context.moveTo(frame.x.toPixel((read["x"]?.[index] ?? NaN) - (before ?? 0)), py);
          context.lineTo(px, py);
        }
      }
      last = [px, py];
      end = read["x"]?.[index];
    }
    if (last !== undefined && end !== undefined && after !== 0) {
      context.lineTo(frame.x.toPixel(end + (after ?? 0)), last[1]);
    }
    context.stroke();
  },
};

/** Draws straight lines between two points. */
export const segmentPainter: Painter = outlinePainter({
  open: true,
  trace(frame, glyph) {
    const boxOf = segmentBoxes(frame, glyph);
    if (boxOf === undefined) return undefined;
    const width = glyph.numbers("line_width", 1);
    return (path, index) => {
      const { left, right, top, bottom } = boxOf(index);
      if (!Number.isFinite(left + right + top + bottom)) return false;
      const sharp = (value: number): number => crisp(value, valueAt(width, index), frame.ratio);
      const x = left === right ? sharp(left) : undefined;
      const y = top === bottom ? sharp(top) : undefined;
      path.moveTo(x ?? left, y ?? bottom);
      path.lineTo(x ?? right, y ?? top);
      return true;
    };
  },
  bounds: endBounds,
  boxes: segmentBoxes,
});

/** Draws straight lines from a point into a direction. */
export const rayPainter: Painter = outlinePainter({
  open: true,
  trace(frame, glyph) {
    const read = readPositions(glyph, { x: "x", y: "y" });
    if (read === undefined) return undefined;
    const angle = angles(glyph, "angle");
    const length = glyph.numbers("length", 0);
    const screen = isScreen(glyph, "length");
    const far = 2 * (frame.width + frame.height);
    return (path, index) => {
      const x = read["x"]?.[index] ?? NaN;
      const px = frame.x.toPixel(x);
      const py = frame.y.toPixel(read["y"]?.[index] ?? NaN);
      const own = valueAt(length, index);
      const reach = screen ? own : Math.abs(frame.x.toPixel(x + own) - px);
      const long = own === 0 ? far : reach;
      const turn = valueAt(angle, index);
      if (!Number.isFinite(px + py + long + turn)) return false;
      path.moveTo(px, py);
      path.lineTo(px + long * Math.cos(turn), py - long * Math.sin(turn));
      return true;
    };
  },
  bounds: (glyph) => ({ x: extentOfFields(glyph, "x", "x"), y: extentOfFields(glyph, "y", "y") }),
});

/** Draws lines across the frame. */
export const hspanPainter: Painter = spanPainter("y");

/** Draws lines from the bottom to the top of the frame. */
export const vspanPainter: Painter = spanPainter("x");

/** Draws cubic curves. */
export const bezierPainter: Painter = curvePainter(["cx0", "cy0", "cx1", "cy1"]);

/** Draws quadratic curves. */
export const quadraticPainter: Painter = curvePainter(["cx", "cy"]);

function segmentBoxes(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined {
  const read = readPositions(glyph, ENDS);
  if (read === undefined) return undefined;
  return (index) => ({
    left: frame.x.toPixel(read["x0"]?.[index] ?? NaN),
    bottom: frame.y.toPixel(read["y0"]?.[index] ?? NaN),
    right: frame.x.toPixel(read["x1"]?.[index] ?? NaN),
    top: frame.y.toPixel(read["y1"]?.[index] ?? NaN),
  });
}

function endBounds(glyph: GlyphReader): Bounds {
  return {
    x: extentOfFields(glyph, "x", "x0", "x1"),
    y: extentOfFields(glyph, "y", "y0", "y1"),
  };
}

function spanPainter(direction: "x" | "y"): Painter {
  return outlinePainter({
    open: true,
    trace(frame, glyph) {
      const at = glyph.positions(direction, direction);
      if (at === undefined) return undefined;
      const width = glyph.numbers("line_width", 1);
      return (path, index) => {
        const pixel = frame[direction].toPixel(at[index] ?? NaN);
        if (!Number.isFinite(pixel)) return false;
        const place = crisp(pixel, valueAt(width, index), frame.ratio);
        if (direction === "x") {
          path.moveTo(place, frame.top);
          path.lineTo(place, frame.top + frame.height);
        } else {
          path.moveTo(frame.left, place);
          path.lineTo(frame.left + frame.width, place);
        }
        return true;
      };
    },
    bounds: (glyph) => ({
      x: direction === "x" ? extentOfFields(glyph, "x", "x") : EMPTY,
      y: direction === "y" ? extentOfFields(glyph, "y", "y") : EMPTY,
    }),
  });
}

/** Return between which values a curve of two, three or four points goes: it need not reach what it leans to. */
export function curveExtent(points: readonly number[]): Extent {
  const at = (share: number): number => {
    let level = points;
    while (level.length > 1) {
      level = level.slice(1).map((to, index) => (level[index] ?? NaN) * (1 - share) + to * share);
    }
    return level[0] ?? NaN;
  };
  // Where it turns, its slope is nothing: that is a curve of one point fewer.
  const [a = 0, b = 0, c = 0] = points.slice(1).map((to, index) => to - (points[index] ?? NaN));
  const root = Math.sqrt((b - a) ** 2 - a * (a - 2 * b + c));
  const turns =
    points.length === 3
      ? [a / (a - b)]
      : [a - b + root, a - b - root].flatMap((part) => [a / part, part / (a - 2 * b + c)]);
  const values = [0, 1, ...turns.filter((turn) => turn > 0 && turn < 1)].map(at);
  return { low: Math.min(...values), high: Math.max(...values) };
}

function curvePainter(controls: readonly string[]): Painter {
  const fields: Record<string, "x" | "y"> = { ...ENDS };
  for (const name of controls) fields[name] = name.startsWith("cx") ? "x" : "y";
  return outlinePainter({
    open: true,
    trace(frame, glyph) {
      const read = readPositions(glyph, fields);
      if (read === undefined) return undefined;
      return (path, index) => {
        const at = (name: string): number =>
          frame[fields[name] ?? "x"].toPixel(read[name]?.[index] ?? NaN);
        const points = [...controls, "x1", "y1"].map(at);
        const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = points;
        const [x, y] = [at("x0"), at("y0")];
        if (![x, y, ...points].every(Number.isFinite)) return false;
        path.moveTo(x, y);
        if (controls.length === 2) path.quadraticCurveTo(a, b, c, d);
        else path.bezierCurveTo(a, b, c, d, e, f);
        return true;
      };
    },
    bounds: (glyph) => {
      const of = (direction: "x" | "y"): Extent => {
        const names = [`${direction}0`, ...controls.filter((name) => fields[name] === direction)];
        const read = readPositions(glyph, fields);
        const all = [...names, `${direction}1`].map((name) => read?.[name] ?? []);
        let extent = EMPTY;
        for (let row = 0; row < glyph.length; row += 1) {
          const own = curveExtent(all.map((numbers) => numbers[row] ?? NaN));
          if (own.low <= own.high) extent = union(extent, own);
        }
        return extent;
      };
      return { x: of("x"), y: of("y") };
    },
  });
}
