/** Which rows of a layer lie at a place, one below another. */
import type { Layer, Purpose } from "./layer.js";
import { PAINTERS } from "./painters/all.js";
import type { Box, Frame, Hit } from "./painters/painter.js";
import { planeOf } from "./plane.js";
import type { GlyphReader } from "./spec.js";

/** So many rows that lie over each other are found at once. */
const MOST = 100;
/** Among so many shapes the next one is looked for at a time. */
const AT_ONCE = 1000;
/** Among more than this nothing below is looked for with every move of the pointer. */
const SCANNED = 20_000;
/** How far beside its box a shape may be met: its line has a width. */
const MARGIN = 12;

/** Tells how far from a place something of a row is at the least; from nowhere, NaN. */
type Far = (row: number) => number;

/** Return the rows of a layer at a place: what lies below others counts as well. */
export function rowsAt(layer: Layer, frame: Frame, px: number, py: number): readonly number[] {
  return hitsAt(layer, frame, px, py, "selection").map(({ index }) => index);
}

/** Return the rows of a layer at a place, each with where it stands; the first one may lie beside it. */
export function hitsAt(
  layer: Layer,
  frame: Frame,
  px: number,
  py: number,
  purpose: Purpose,
): readonly Hit[] {
  const hit = layer.hit(frame, px, py, "mouse", purpose);
  const { reader } = layer;
  const painter = reader && PAINTERS[reader.glyph.type];
  if (hit === undefined || reader === undefined || painter === undefined) return [];
  if (painter.whole === true) return [hit];
  const plane = planeOf(frame, layer.owner);
  const reach = painter.reach?.(plane, reader);
  const around = layer.around(frame, px, py);
  const rows = around ?? layer.rows;
  const many = around === undefined && (rows?.length ?? reader.length) > SCANNED;
  if (many && purpose === "inspection") return [hit];
  if (reach !== undefined)
    return nearest(hit, rows, reader.length, placed(plane, reader, px, py), reach);
  const boxOf = painter.boxes?.(plane, reader);
  const rest = upTo(hit.index, rows, boxOf && ((row) => besides(boxOf(row), px, py)));
  const found = [hit];
  // What is painted last is found first, so that what comes after it need not be asked again.
  let end = rest.length;
  while (end > 0 && found.length < MOST) {
    const begin = Math.max(end - AT_ONCE, 0);
    const some = rest.slice(begin, end);
    const next = painter.hit(plane, reader.some(some, reader.glyph), px, py, "mouse");
    const row = next && some[next.index];
    end = begin + (next?.index ?? 0);
    if (next !== undefined && row !== undefined) found.push({ ...next, index: row });
  }
  return found;
}

/** Tell whether a row that was hit lies right below the pointer, and not just near it. */
export function touches(layer: Layer, frame: Frame, hit: Hit): boolean {
  const { reader } = layer;
  if (hit.touched !== undefined || reader === undefined) return hit.touched === true;
  const plane = planeOf(frame, layer.owner);
  const reach = PAINTERS[reader.glyph.type]?.reach?.(plane, reader)(hit.index) ?? 0;
  return hit.distance <= reach ** 2;
}

/** Return what tells where the point of a row is, and how far from a place, as a square. */
function placed(plane: Frame, reader: GlyphReader, px: number, py: number): (row: number) => Hit {
  const [xs, ys] = [reader.positions("x", "x"), reader.positions("y", "y")];
  return (index) => {
    const x = plane.x.toPixel(xs?.[index] ?? NaN);
    const y = plane.y.toPixel(ys?.[index] ?? NaN);
    return { index, px: x, py: y, distance: (x - px) ** 2 + (y - py) ** 2 };
  };
}

/** Return the row that was hit, which need not be below the pointer, and the nearest ones that are. */
function nearest(
  hit: Hit,
  rows: readonly number[] | undefined,
  length: number,
  place: (row: number) => Hit,
  reach: (row: number) => number,
): readonly Hit[] {
  const found: Hit[] = [];
  const trim = (): void => {
    found.sort((first, second) => first.distance - second.distance);
    found.length = Math.min(found.length, MOST - 1);
  };
  let most = Infinity;
  for (let at = 0; at < (rows?.length ?? length); at += 1) {
    const row = rows?.[at] ?? at;
    const other = place(row);
    const { distance } = other;
    // This also leaves out NaN.
    if (row === hit.index || !(distance < most) || !(distance <= reach(row) ** 2)) continue;
    found.push(other);
    if (found.length < 2 * MOST) continue;
    trim();
    most = found.at(-1)?.distance ?? most;
  }
  trim();
  return [hit, ...found];
}

/** Return the rows that are painted before one, as far as they are not too far away. */
function upTo(
  last: number,
  rows: readonly number[] | undefined,
  far: Far | undefined,
): readonly number[] {
  const found: number[] = [];
  for (let at = 0; ; at += 1) {
    const row = rows === undefined ? at : rows[at];
    if (row === undefined || row === last) return found;
    if (far === undefined || far(row) <= 0) found.push(row);
  }
}

/** Return how far from a place a box is, however it may be turned about its middle. */
function besides({ left, right, top, bottom }: Box, px: number, py: number): number {
  const middle = Math.hypot((left + right) / 2 - px, (top + bottom) / 2 - py);
  return middle - Math.hypot(right - left, bottom - top) / 2 - MARGIN;
}
