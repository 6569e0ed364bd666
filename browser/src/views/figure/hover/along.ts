/** Which rows lie at the x or the y of the pointer, wherever they are in the other direction. */
import { Closest, MOST, SCANNED } from "../below.js";
import { visiblePart } from "../column.js";
import type { Numbers } from "../column.js";
import type { RowOf } from "../extras.js";
import type { Layer } from "../layer.js";
import { PAINTERS } from "../painters/all.js";
import type { Box, Frame, Hit, HitMode } from "../painters/painter.js";
import { planeOf } from "../plane.js";
import type { GlyphReader } from "../spec.js";

/** From so far, in pixels, the nearest point is still told of where none lies right there. */
const NEAR = 12;
/** So far beside its end, in pixels, a line is still met. */
const BLUR = 0.5;

/** A place that rows have to be at, in one direction. */
interface Span {
  readonly plane: Frame;
  readonly across: boolean;
  readonly px: number;
  readonly py: number;
  /** So many rows are looked for. */
  readonly enough: number;
}

/** Return the rows of a layer at the x (`vline`) or the y of a place, the nearest ones first, and as many as are enough. */
export function rowsAlong(
  layer: Layer,
  frame: Frame,
  px: number,
  py: number,
  mode: "vline" | "hline",
  enough: number = MOST,
): RowOf[] {
  const { reader } = layer;
  if (reader === undefined || !layer.visible || !layer.takes("inspection")) return [];
  const plane = planeOf(frame, layer.owner);
  const span: Span = { plane, across: mode === "vline", px, py, enough };
  const hits = hitsOf(layer, reader, span) ?? [layer.hit(frame, px, py, mode)];
  return hits
    .filter((hit) => hit !== undefined)
    .map((hit) => ({ layer, hit: standing(hit, reader, span, mode) }));
}

/** Return what keeps the nearest rows: those on top come first of those that are equally near. */
function nearestOf({ enough }: Span): Closest {
  return new Closest(
    enough,
    (first, second) => first.distance - second.distance || second.index - first.index,
  );
}

/** Return a hit where its glyph would have it: bars are told of at their ends. */
function standing(hit: Hit, reader: GlyphReader, { plane, px, py }: Span, mode: HitMode): Hit {
  const painter = PAINTERS[reader.glyph.type];
  if (painter?.boxes === undefined || painter.whole === true) return hit;
  const alone = painter.hit(plane, reader.some([hit.index], reader.glyph), px, py, mode);
  return alone === undefined ? hit : { ...hit, px: alone.px, py: alone.py };
}

/** Return the nearest rows at a place; nothing where there are too many, or the painter alone can find them. */
function hitsOf(layer: Layer, reader: GlyphReader, span: Span): readonly Hit[] | undefined {
  const { type } = reader.glyph;
  const painter = PAINTERS[type];
  if (type === "Line" || type === "Step") return onLine(layer, reader, span);
  if ((layer.rows?.length ?? reader.length) > SCANNED) return undefined;
  if (type === "MultiLine") return onLines(layer, reader, span);
  const reach = painter?.reach?.(span.plane, reader);
  if (reach !== undefined) return aroundPoints(layer, reader, span, reach);
  const boxOf = painter?.boxes?.(span.plane, reader);
  return boxOf && inBoxes(layer, reader, span, boxOf);
}

/** Look at the rows that are drawn. */
function* rowsOf({ rows }: Layer, length: number): Iterable<number> {
  if (rows !== undefined) yield* rows;
  else for (let row = 0; row < length; row += 1) yield row;
}

/** Return the points that reach as far as the place, or the nearest one if none does. */
function aroundPoints(
  layer: Layer,
  reader: GlyphReader,
  span: Span,
  reach: (row: number) => number,
): readonly Hit[] {
  const { plane, across, px, py } = span;
  const [xs, ys] = [reader.positions("x", "x"), reader.positions("y", "y")];
  const found = nearestOf(span);
  let none = true;
  let nearest: Hit | undefined;
  let least = NEAR;
  for (const index of rowsOf(layer, reader.length)) {
    const [x, y] = [xs?.[index] ?? NaN, ys?.[index] ?? NaN];
    const beside = Math.abs(across ? plane.x.toPixel(x) - px : plane.y.toPixel(y) - py);
    const right = beside <= reach(index);
    if (!right && !(none && beside < least)) continue;
    const hit = hitAt(plane, index, x, y, px, py);
    if (!Number.isFinite(hit.distance)) continue;
    if (right) {
      found.add(hit);
      none = false;
    } else [nearest, least] = [hit, beside];
  }
  return none && nearest !== undefined ? [nearest] : found.all();
}

/** Return the boxes that the place goes through. */
function inBoxes(
  layer: Layer,
  reader: GlyphReader,
  span: Span,
  boxOf: (row: number) => Box,
): readonly Hit[] {
  const { across, px, py } = span;
  const found = nearestOf(span);
  for (const index of rowsOf(layer, reader.length)) {
    const { left, right, top, bottom } = boxOf(index);
    const [from, to, at] = across ? [left, right, px] : [top, bottom, py];
    if (!(at >= Math.min(from, to) && at <= Math.max(from, to))) continue;
    if (!Number.isFinite(left + right + top + bottom)) continue;
    const beside = across ? outside(py, top, bottom) : outside(px, left, right);
    found.add({ index, px: (left + right) / 2, py: Math.min(top, bottom), distance: beside ** 2 });
  }
  return found.all();
}

/** Return how far a place is beside what lies between two others. */
function outside(at: number, from: number, to: number): number {
  return Math.max(Math.min(from, to) - at, at - Math.max(from, to), 0);
}

/** Return the points at which a line is passed, each stretch once; nothing where too many would have to be looked at. */
function onLine(layer: Layer, reader: GlyphReader, span: Span): readonly Hit[] | undefined {
  const [xs, ys] = [reader.positions("x", "x"), reader.positions("y", "y")];
  if (xs === undefined || ys === undefined) return [];
  const { rows } = layer;
  if (rows !== undefined) {
    if (rows.length > SCANNED) return undefined;
    const [x, y] = [xs, ys].map((all) => rows.map((row) => all[row] ?? NaN));
    return crossings(x ?? [], y ?? [], span).flatMap((hit) => {
      const row = rows[hit.index];
      // Which stretch was passed is known only where all rows are drawn.
      return row === undefined
        ? []
        : [{ index: row, px: hit.px, py: hit.py, distance: hit.distance }];
    });
  }
  const along = span.across ? xs : ys;
  const [from, to] = visiblePart(along, reader.facts.order(along), ...valuesOf(span));
  if (to - from > SCANNED) return undefined;
  return crossings(xs, ys, span, from, Math.min(to, reader.length));
}

/** Return the lines that pass the place, where the nearest of their points is. */
function onLines(layer: Layer, reader: GlyphReader, span: Span): readonly Hit[] {
  const pointsOf = PAINTERS["MultiLine"]?.points?.(reader);
  if (pointsOf === undefined) return [];
  const found = nearestOf(span);
  const one = { ...span, enough: 1 };
  for (const index of rowsOf(layer, reader.length)) {
    const [x, y] = pointsOf(index);
    const [first] = crossings(x, y, one);
    if (first !== undefined) found.add({ ...first, index });
  }
  return found.all();
}

/** Return the values between which the place lies, as far as a line is met beside its end. */
function valuesOf({ plane, across, px, py }: Span): readonly [number, number] {
  const [scale, at] = across ? [plane.x, px] : [plane.y, py];
  const [first, last] = [scale.toValue(at - BLUR), scale.toValue(at + BLUR)];
  return [Math.min(first, last), Math.max(first, last)];
}

/** Return where a line passes a place: the nearer end of each stretch that does, the nearest stretch first. */
function crossings(
  xs: Numbers | readonly number[],
  ys: Numbers | readonly number[],
  span: Span,
  from = 0,
  to = Math.min(xs.length, ys.length),
): readonly Hit[] {
  const { plane, across, px, py } = span;
  const along = across ? xs : ys;
  const value = across ? plane.x.toValue(px) : plane.y.toValue(py);
  const [low, high] = valuesOf(span);
  const found = nearestOf(span);
  let last: Hit | undefined;
  let before = NaN;
  let passed = false;
  let surely = false;
  for (let index = from; index < to; index += 1) {
    const next = along[index] ?? NaN;
    const meets = Math.min(before, next) <= high && Math.max(before, next) >= low;
    const sure = (before <= value && value <= next) || (next <= value && value <= before);
    // A point that lies right there ends one stretch and begins another, and counts once.
    const same = passed && low <= before && before <= high;
    if (meets && (!same || (sure && !surely))) {
      const ends = [index - 1, index].map((row) =>
        hitAt(plane, row, xs[row] ?? NaN, ys[row] ?? NaN, px, py),
      );
      const [start, end] = ends as [Hit, Hit];
      const beside = (hit: Hit): number => Math.abs(across ? hit.px - px : hit.py - py);
      const nearer = beside(start) <= beside(end) ? start : end;
      if (Number.isFinite(start.distance + end.distance)) {
        if (last !== undefined && !same) found.add(last);
        last = { ...nearer, distance: passing(start, end, span), stretch: index - 1 };
      }
    }
    surely = meets && (sure || (same && surely));
    passed = meets;
    before = next;
  }
  if (last !== undefined) found.add(last);
  return found.all();
}

/** Return how far from the pointer, squared, a stretch passes its x or its y. */
function passing(start: Hit, end: Hit, { across, px, py }: Span): number {
  const [from, to, at] = across ? [start.px, end.px, px] : [start.py, end.py, py];
  const [first, last, beside] = across ? [start.py, end.py, py] : [start.px, end.px, px];
  // A stretch that stands right there is passed by all that it has.
  if (from === to) return outside(beside, first, last) ** 2;
  const share = Math.min(Math.max((at - from) / (to - from), 0), 1);
  return (first + share * (last - first) - beside) ** 2;
}

function hitAt(plane: Frame, index: number, x: number, y: number, px: number, py: number): Hit {
  const [left, top] = [plane.x.toPixel(x), plane.y.toPixel(y)];
  return { index, px: left, py: top, distance: (left - px) ** 2 + (top - py) ** 2 };
}
