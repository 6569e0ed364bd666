/** Which rows of a layer lie at a place, one below another. */
import type { Layer } from "./layer.js";
import { PAINTERS } from "./painters/all.js";
import type { Box, Frame, Hit } from "./painters/painter.js";
import { planeOf } from "./plane.js";
import type { GlyphReader } from "./spec.js";

/** So many rows that lie over each other are found at once. */
const MOST = 100;
/** Among so many shapes the next one is looked for at a time. */
const AT_ONCE = 1000;
/** How far beside its box a shape may be met: its line has a width. */
const MARGIN = 12;

/** Tells how far from a place something of a row is at the least; from nowhere, NaN. */
type Far = (row: number) => number;

/** Return the rows of a layer at a place: what lies below others counts as well. */
export function rowsAt(layer: Layer, frame: Frame, px: number, py: number): readonly number[] {
  const hit = layer.hit(frame, px, py, "mouse", "selection");
  const { reader } = layer;
  const painter = reader && PAINTERS[reader.glyph.type];
  if (hit === undefined || reader === undefined || painter === undefined) return [];
  if (painter.whole === true) return [hit.index];
  const plane = planeOf(frame, layer.owner);
  const reach = painter.reach?.(plane, reader);
  if (reach !== undefined)
    return nearest(hit, layer.rows, reader.length, placed(plane, reader, px, py), reach);
  const boxOf = painter.boxes?.(plane, reader);
  const rest = upTo(hit.index, layer.rows, boxOf && ((row) => besides(boxOf(row), px, py)));
  const found = [hit.index];
  // What is painted last is found first, so that what comes after it need not be asked again.
  let end = rest.length;
  while (end > 0 && found.length < MOST) {
    const begin = Math.max(end - AT_ONCE, 0);
    const some = rest.slice(begin, end);
    const next = painter.hit(plane, reader.some(some, reader.glyph), px, py, "mouse");
    const row = next && some[next.index];
    end = begin + (next?.index ?? 0);
    if (row !== undefined) found.push(row);
  }
  return found;
}

/** Return what tells how far from a place the point of a row is, as a square. */
function placed(plane: Frame, reader: GlyphReader, px: number, py: number): Far {
  const [x, y] = [reader.positions("x", "x"), reader.positions("y", "y")];
  return (row) =>
    (plane.x.toPixel(x?.[row] ?? NaN) - px) ** 2 + (plane.y.toPixel(y?.[row] ?? NaN) - py) ** 2;
}

/** Return the row that was hit, which need not be below the pointer, and the nearest ones that are. */
function nearest(
  { index }: Hit,
  rows: readonly number[] | undefined,
  length: number,
  far: Far,
  reach: (row: number) => number,
): readonly number[] {
  const found: { readonly row: number; readonly distance: number }[] = [];
  const trim = (): void => {
    found.sort((first, second) => first.distance - second.distance);
    found.length = Math.min(found.length, MOST - 1);
  };
  let most = Infinity;
  for (let at = 0; at < (rows?.length ?? length); at += 1) {
    const row = rows?.[at] ?? at;
    const distance = far(row);
    // This also leaves out NaN.
    if (row === index || !(distance < most) || !(distance <= reach(row) ** 2)) continue;
    found.push({ row, distance });
    if (found.length < 2 * MOST) continue;
    trim();
    most = found.at(-1)?.distance ?? most;
  }
  trim();
  return [index, ...found.map(({ row }) => row)];
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
