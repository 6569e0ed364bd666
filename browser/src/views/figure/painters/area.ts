import type { Column } from "../../../model/types.js";
import { NDArray } from "../../../model/value.js";
import type { Numbers } from "../column.js";
import { visiblePart } from "../column.js";
import { traceExtremes } from "../decimate.js";
import { EMPTY, union } from "../range.js";
import type { GlyphReader } from "../spec.js";
import { completeRows, valueAt } from "../spec.js";
import type { Bounds, Box, Frame, Painter } from "./painter.js";
import { crowded } from "./crowded.js";
import { extentOfFields, outlinePainter, readPositions } from "./outline.js";
import type { Path } from "./outline.js";
import { pointBounds } from "./line.js";
import { stepTo } from "./stroke.js";

/** From this many rows per pixel on, only the extremes of each pixel column of an area are drawn. */
const DENSE = 2;

/** Draws one area whose corners are all rows. */
export const patchPainter: Painter = outlinePainter({
  whole: true,
  holes: true,
  trace(frame, glyph) {
    const read = readPositions(glyph, { x: "x", y: "y" });
    const { x, y } = read ?? {};
    if (x === undefined || y === undefined) return undefined;
    return (path) => traceRing(path, frame, x, y, true);
  },
  bounds: pointBounds,
  drawCrowded: crowded(({ length }) => length),
});

/** Draws an area for each row. */
export const patchesPainter: Painter = sequencePainter(true);

/** Draws a line for each row. */
export const multiLinePainter: Painter = sequencePainter(false);

/** Draws polygons with holes for each row. */
export const multiPolygonsPainter: Painter = outlinePainter({
  holes: true,
  trace(frame, glyph) {
    const xs = glyph.cells("xs");
    const ys = glyph.cells("ys");
    if (xs === undefined || ys === undefined) return undefined;
    return (path, index) => {
      const rows = rings(valueAt(ys, index)).map((ring) => numbersOf(glyph, ring, "y"));
      let drawn = false;
      for (const [at, ring] of rings(valueAt(xs, index)).entries()) {
        const along = rows[at];
        if (along === undefined) continue;
        drawn = traceRing(path, frame, numbersOf(glyph, ring, "x"), along, true) || drawn;
      }
      return drawn;
    };
  },
  bounds: cellBounds,
});

/** Draws one area between two heights. */
export const vareaPainter: Painter = betweenPainter("x");

/** Draws one area between two horizontal positions. */
export const hareaPainter: Painter = betweenPainter("y");

function sequencePainter(closed: boolean): Painter {
  const sequences = (
    glyph: GlyphReader,
  ): ((index: number) => readonly [Numbers, Numbers]) | undefined => {
    const xs = glyph.cells("xs");
    const ys = glyph.cells("ys");
    if (xs === undefined || ys === undefined) return undefined;
    return (index) => [
      numbersOf(glyph, valueAt(xs, index), "x"),
      numbersOf(glyph, valueAt(ys, index), "y"),
    ];
  };
  const painter = outlinePainter({
    open: !closed,
    holes: closed,
    ...(closed && { drawCrowded: crowded(cornersOf) }),
    trace(frame, glyph) {
      const pointsOf = sequences(glyph);
      return pointsOf && ((path, index) => traceRing(path, frame, ...pointsOf(index), closed));
    },
    bounds: cellBounds,
    boxes(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined {
      const pointsOf = sequences(glyph);
      if (pointsOf === undefined) return undefined;
      return (index) => {
        const [x, y] = pointsOf(index).map((numbers) => glyph.facts.extent(numbers));
        return {
          left: frame.x.toPixel(x?.low ?? NaN),
          right: frame.x.toPixel(x?.high ?? NaN),
          bottom: frame.y.toPixel(y?.low ?? NaN),
          top: frame.y.toPixel(y?.high ?? NaN),
        };
      };
    },
  });
  return closed ? painter : { ...painter, points: sequences };
}

/** Return how many points a row of lists has. */
function cornersOf(glyph: GlyphReader, index: number): number {
  const xs = glyph.cells("xs");
  const cell: unknown = xs && valueAt(xs, index);
  return Array.isArray(cell) || ArrayBuffer.isView(cell) || cell instanceof NDArray
    ? (cell as ArrayLike<unknown>).length
    : 0;
}

/** Trace points; where there is none a new part begins. */
function traceRing(path: Path, frame: Frame, x: Numbers, y: Numbers, closed: boolean): boolean {
  const length = Math.min(x.length, y.length);
  let begun = false;
  let drawn = false;
  for (let index = 0; index < length; index += 1) {
    const px = frame.x.toPixel(x[index] ?? NaN);
    const py = frame.y.toPixel(y[index] ?? NaN);
    if (!Number.isFinite(px + py)) {
      if (begun && closed) path.closePath();
      begun = false;
      continue;
    }
    if (begun) path.lineTo(px, py);
    else path.moveTo(px, py);
    begun = true;
    drawn = true;
  }
  if (begun && closed) path.closePath();
  return drawn;
}

function betweenPainter(base: "x" | "y"): Painter {
  const other = base === "x" ? "y" : "x";
  const fields: Record<string, "x" | "y"> = {
    [base]: base,
    [`${other}1`]: other,
    [`${other}2`]: other,
  };
  const painter = outlinePainter({
    whole: true,
    trace(frame, glyph) {
      const read = readPositions(glyph, fields);
      const at = read?.[base];
      const first = read?.[`${other}1`];
      const second = read?.[`${other}2`];
      if (at === undefined || first === undefined || second === undefined) return undefined;
      const mode = glyph.glyph.get("step_mode");
      const place = (index: number, side: Numbers): [number, number] => {
        const along = frame[base].toPixel(at[index] ?? NaN);
        const across = frame[other].toPixel(side[index] ?? NaN);
        return base === "x" ? [along, across] : [across, along];
      };
      const dense = denseArea(frame, glyph, base, at);
      return (path) => {
        for (const [from, to] of runs(glyph.length, (index) =>
          Number.isFinite((at[index] ?? NaN) + (first[index] ?? NaN) + (second[index] ?? NaN)),
        )) {
          if (dense !== undefined) {
            dense(path, [first, second], from, to);
            continue;
          }
          traceSide(path, from, to, (index) => place(index, first), mode, base);
          traceSide(path, to, from, (index) => place(index, second), mode, base, true);
          path.closePath();
        }
        return true;
      };
    },
    bounds: (glyph) => {
      const along = extentOfFields(glyph, base, base);
      const across = extentOfFields(glyph, other, `${other}1`, `${other}2`);
      return base === "x" ? { x: along, y: across } : { x: across, y: along };
    },
  });
  return {
    ...painter,
    /** The area is one, but what is meant is the row that is nearest along its base. */
    hit(frame, glyph, px, py, mode) {
      const hit = painter.hit(frame, glyph, px, py, mode);
      const at = glyph.positions(base, base);
      if (hit === undefined || at === undefined) return hit;
      const pixel = base === "x" ? px : py;
      let [index, least] = [0, Infinity];
      for (let row = 0; row < glyph.length; row += 1) {
        const distance = Math.abs(frame[base].toPixel(at[row] ?? NaN) - pixel);
        if (distance < least) [index, least] = [row, distance];
      }
      return { ...hit, index };
    },
  };
}

/**
 * Return what traces a run of an area with many rows in each pixel column; nothing if there are fewer.
 *
 * Of each column the first, least, greatest and last value count: to fill what all of them cover takes seconds.
 */
function denseArea(
  frame: Frame,
  { facts }: GlyphReader,
  base: "x" | "y",
  at: Numbers,
):
  ((path: Path, sides: readonly [Numbers, Numbers], from: number, to: number) => void) | undefined {
  const [along, across] = base === "x" ? [frame.x, frame.y] : [frame.y, frame.x];
  const { order, whole } = facts.track(at);
  const [begin, end] = visiblePart(at, order, along.low, along.high);
  const room = (base === "x" ? frame.width : frame.height) * frame.ratio;
  if (order === "none" || end - begin <= room * DENSE) return undefined;
  const trace = (y: Numbers, from: number, to: number): [number, number][] => {
    const found: [number, number][] = [];
    const add = (px: number, py: number): void => {
      found.push(base === "x" ? [px, py] : [py, px]);
    };
    const sink = { moveTo: add, lineTo: add };
    const extremes = whole ? facts.track(y).pyramid : undefined;
    traceExtremes({ x: at, y, from, to }, along, across, sink, 1 / frame.ratio, extremes);
    return found;
  };
  return (path, [first, second], from, to) => {
    const part = [Math.max(from, begin), Math.min(to + 1, end)] as const;
    const points = [...trace(first, ...part), ...trace(second, ...part).reverse()];
    for (const [index, [x, y]] of points.entries()) {
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  };
}

/** Return the first and the last rows of what follows each other without a gap. */
export function runs(length: number, good: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let index = 0; index <= length; index += 1) {
    const fits = index < length && good(index);
    if (fits && from < 0) from = index;
    else if (!fits && from >= 0) {
      found.push([from, index - 1]);
      from = -1;
    }
  }
  return found;
}

function traceSide(
  path: Path,
  from: number,
  to: number,
  place: (index: number) => [number, number],
  mode: unknown,
  base: "x" | "y",
  back = false,
): void {
  const step = from <= to ? 1 : -1;
  let last = place(from);
  if (back) path.lineTo(...last);
  else path.moveTo(...last);
  // On the way back, what was before a row is after it.
  const turned = back && mode === "before" ? "after" : back && mode === "after" ? "before" : mode;
  for (let index = from + step; step > 0 ? index <= to : index >= to; index += step) {
    const next = place(index);
    if (typeof mode !== "string") path.lineTo(...next);
    else if (base === "x") stepTo(path, turned, last, next);
    else {
      const swapped = {
        lineTo: (x: number, y: number): void => {
          path.lineTo(y, x);
        },
      };
      stepTo(swapped, turned, [last[1], last[0]], [next[1], next[0]]);
    }
    last = next;
  }
}

/** Read what one row holds as numbers. */
function numbersOf(glyph: GlyphReader, cell: unknown, direction: "x" | "y"): Numbers {
  if (cell instanceof NDArray) return cell.data;
  if (!Array.isArray(cell) && !ArrayBuffer.isView(cell)) return NONE;
  return glyph.facts.numbers(cell as Column, glyph.factors[direction]);
}

const NONE = new Float64Array();

/** Return all rings of the polygons of one row. */
function rings(cell: unknown): unknown[] {
  return parts(cell).flatMap(parts);
}

function parts(value: unknown): unknown[] {
  if (value instanceof NDArray) {
    return Array.from({ length: value.length }, (_, index) => value.row(index));
  }
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Return what the points of all rows cover, however deep they lie in lists. */
function cellBounds(glyph: GlyphReader): Bounds {
  const [xs, ys] = [glyph.cells("xs"), glyph.cells("ys")];
  const { facts } = glyph;
  let [x, y] = [EMPTY, EMPTY];
  const add = (across: unknown, along: unknown, depth: number): void => {
    const nested =
      Array.isArray(across) &&
      depth > 0 &&
      (Array.isArray(across[0]) || ArrayBuffer.isView(across[0]));
    if (nested) {
      const others = Array.isArray(along) ? (along as unknown[]) : [];
      for (const [at, part] of (across as unknown[]).entries()) add(part, others[at], depth - 1);
      return;
    }
    let pair = [numbersOf(glyph, across, "x"), numbersOf(glyph, along, "y")];
    if (!pair.every((numbers) => facts.track(numbers).whole)) {
      const good = completeRows(pair);
      pair = pair.map((numbers) => Float64Array.from(numbers).filter((_, row) => good(row)));
    }
    const [first = NONE, second = NONE] = pair;
    x = union(x, facts.extent(first));
    y = union(y, facts.extent(second));
  };
  if (xs !== undefined && ys !== undefined) {
    for (let index = 0; index < glyph.length; index += 1) {
      add(valueAt(xs, index), valueAt(ys, index), 2);
    }
  }
  return { x, y };
}
