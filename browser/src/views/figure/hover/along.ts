/** Which rows lie at the x or the y of the pointer, wherever they are in the other direction. */
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

/** A place that rows have to be at, in one direction. */
interface Span {
  readonly plane: Frame;
  readonly across: boolean;
  readonly px: number;
  readonly py: number;
}

/** Return the rows of a layer at the x (`vline`) or the y of a place, the nearest ones first, and as many as are enough. */
export function rowsAlong(
  layer: Layer,
  frame: Frame,
  px: number,
  py: number,
  mode: "vline" | "hline",
  enough?: number,
): RowOf[] {
  const { reader } = layer;
  if (reader === undefined || !layer.visible || !layer.takes("inspection")) return [];
  const plane = planeOf(frame, layer.owner);
  const span: Span = { plane, across: mode === "vline", px, py };
  const found = hitsOf(layer, reader, span) ?? [layer.hit(frame, px, py, mode)];
  const hits = found.filter((hit) => hit !== undefined);
  // Those on top come first of those that are equally near.
  hits.sort((first, second) => first.distance - second.distance || second.index - first.index);
  return hits.slice(0, enough).map((hit) => ({ layer, hit: standing(hit, reader, span, mode) }));
}

/** Return a hit where its glyph would have it: bars are told of at their ends. */
function standing(hit: Hit, reader: GlyphReader, { plane, px, py }: Span, mode: HitMode): Hit {
  const painter = PAINTERS[reader.glyph.type];
  if (painter?.boxes === undefined || painter.whole === true) return hit;
  const alone = painter.hit(plane, reader.some([hit.index], reader.glyph), px, py, mode);
  return alone === undefined ? hit : { ...hit, px: alone.px, py: alone.py };
}

/** Return the rows at a place; nothing of glyphs that only the pointer itself can find. */
function hitsOf(layer: Layer, reader: GlyphReader, span: Span): Hit[] | undefined {
  const { type } = reader.glyph;
  const painter = PAINTERS[type];
  if (type === "Line" || type === "Step") return onLine(layer, reader, span);
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
  { plane, across, px, py }: Span,
  reach: (row: number) => number,
): Hit[] {
  const [xs, ys] = [reader.positions("x", "x"), reader.positions("y", "y")];
  const found: Hit[] = [];
  let nearest: Hit | undefined;
  let least = NEAR;
  for (const index of rowsOf(layer, reader.length)) {
    const [x, y] = [xs?.[index] ?? NaN, ys?.[index] ?? NaN];
    const beside = Math.abs(across ? plane.x.toPixel(x) - px : plane.y.toPixel(y) - py);
    const right = beside <= reach(index);
    if (!right && !(found.length === 0 && beside < least)) continue;
    const hit = hitAt(plane, index, x, y, px, py);
    if (!Number.isFinite(hit.distance)) continue;
    if (right) found.push(hit);
    else [nearest, least] = [hit, beside];
  }
  return found.length === 0 && nearest !== undefined ? [nearest] : found;
}

/** Return the boxes that the place goes through. */
function inBoxes(
  layer: Layer,
  reader: GlyphReader,
  { across, px, py }: Span,
  boxOf: (row: number) => Box,
): Hit[] {
  const found: Hit[] = [];
  for (const index of rowsOf(layer, reader.length)) {
    const { left, right, top, bottom } = boxOf(index);
    const [from, to, at] = across ? [left, right, px] : [top, bottom, py];
    if (!(at >= Math.min(from, to) && at <= Math.max(from, to))) continue;
    if (!Number.isFinite(left + right + top + bottom)) continue;
    const beside = across ? outside(py, top, bottom) : outside(px, left, right);
    found.push({ index, px: (left + right) / 2, py: Math.min(top, bottom), distance: beside ** 2 });
  }
  return found;
}

/** Return how far a place is beside what lies between two others. */
function outside(at: number, from: number, to: number): number {
  return Math.max(Math.min(from, to) - at, at - Math.max(from, to), 0);
}

/** Return the points at which a line is passed, each stretch once. */
function onLine(layer: Layer, reader: GlyphReader, span: Span): Hit[] {
  const [xs, ys] = [reader.positions("x", "x"), reader.positions("y", "y")];
  if (xs === undefined || ys === undefined) return [];
  const { rows } = layer;
  if (rows !== undefined) {
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
  const value = valueOf(span);
  const [from, to] = visiblePart(along, reader.facts.order(along), value, value);
  return crossings(xs, ys, span, from, Math.min(to, reader.length));
}

/** Return the lines that pass the place, where the nearest of their points is. */
function onLines(layer: Layer, reader: GlyphReader, span: Span): Hit[] {
  const pointsOf = PAINTERS["MultiLine"]?.points?.(reader);
  if (pointsOf === undefined) return [];
  const found: Hit[] = [];
  for (const index of rowsOf(layer, reader.length)) {
    const [x, y] = pointsOf(index);
    const passed = crossings(x, y, span);
    const [first] = passed.sort((one, other) => one.distance - other.distance);
    if (first !== undefined) found.push({ ...first, index });
  }
  return found;
}

function valueOf({ plane, across, px, py }: Span): number {
  return across ? plane.x.toValue(px) : plane.y.toValue(py);
}

/** Return where a line passes a place: the nearer end of each stretch that does. */
function crossings(
  xs: Numbers | readonly number[],
  ys: Numbers | readonly number[],
  span: Span,
  from = 0,
  to = Math.min(xs.length, ys.length),
): Hit[] {
  const { plane, across, px, py } = span;
  const along = across ? xs : ys;
  const value = valueOf(span);
  const found: Hit[] = [];
  let before = NaN;
  let passed = false;
  for (let index = from; index < to; index += 1) {
    const next = along[index] ?? NaN;
    // A point that lies right there ends one stretch and begins another, and counts once.
    const meets = (before <= value && value <= next) || (next <= value && value <= before);
    if (meets && !(passed && before === value)) {
      const ends = [index - 1, index].map((row) =>
        hitAt(plane, row, xs[row] ?? NaN, ys[row] ?? NaN, px, py),
      );
      const [first, last] = ends as [Hit, Hit];
      const beside = (hit: Hit): number => Math.abs(across ? hit.px - px : hit.py - py);
      const nearer = beside(first) <= beside(last) ? first : last;
      if (Number.isFinite(first.distance + last.distance) && found.at(-1)?.index !== nearer.index)
        found.push({ ...nearer, stretch: index - 1 });
    }
    passed = meets;
    before = next;
  }
  return found;
}

function hitAt(plane: Frame, index: number, x: number, y: number, px: number, py: number): Hit {
  const [left, top] = [plane.x.toPixel(x), plane.y.toPixel(y)];
  return { index, px: left, py: top, distance: (left - px) ** 2 + (top - py) ** 2 };
}
