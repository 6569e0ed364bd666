/** Which rows of a layer lie at a place, one below another. */
import "./painters/near.js";
import type { Layer, Purpose } from "./layer.js";
import { PAINTERS } from "./painters/all.js";
import type { Box, Frame, Hit } from "./painters/painter.js";
import { planeOf } from "./plane.js";
import { valueAt } from "./spec.js";
import type { GlyphReader } from "./spec.js";

/** So many rows that lie over each other are found at once. */
export const MOST = 100;
/** Among so many shapes the next one is looked for at a time. */
const AT_ONCE = 1000;
/** Where one was found the next one is near: among so few it is looked for first. */
const FEW = 8;
/** Among more than this nothing below is looked for with every move of the pointer. */
export const SCANNED = 20_000;
/** How far beside its box a shape may be met in any case; a wide line is wider. */
const MARGIN = 12;

/** Tells how far from a place something of a row is at the least; from nowhere, NaN. */
type Far = (row: number) => number;

/** Return the rows of a layer at a place: what lies below others counts as well. */
export function rowsAt(layer: Layer, frame: Frame, px: number, py: number): readonly number[] {
  return hitsAt(layer, frame, px, py, "selection").map(({ index }) => index);
}

/** Return the rows of a layer at a place, each with where it stands; the first one may lie beside it. So many that lie right there are enough. */
export function hitsAt(
  layer: Layer,
  frame: Frame,
  px: number,
  py: number,
  purpose: Purpose,
  enough: number = MOST,
): readonly Hit[] {
  const hit = layer.hit(frame, px, py, "mouse", purpose);
  const { reader } = layer;
  const painter = reader && PAINTERS[reader.glyph.type];
  if (hit === undefined || reader === undefined || painter === undefined) return [];
  if (painter.whole === true) return [hit];
  const plane = planeOf(frame, layer.owner);
  const reach = painter.reach?.(plane, reader);
  const around = layer.around(frame, px, py);
  const { rows } = layer;
  const all = rows?.length ?? reader.length;
  const length = around?.reduce((sum, run) => sum + run.length, 0) ?? all;
  if (length > SCANNED && purpose === "inspection") return [hit];
  if (reach !== undefined) {
    const each = (look: (row: number) => void): void => {
      if (around === undefined) for (let at = 0; at < all; at += 1) look(rows?.[at] ?? at);
      else for (const run of around) for (const at of run) look(rows?.[at] ?? at);
    };
    return nearest(hit, each, plane, reader, px, py, reach, enough);
  }
  const boxOf = painter.boxes?.(plane, reader);
  const width = reader.numbers("line_width", 1);
  const far = (row: number, box: Box): number =>
    besides(box, px, py) - Math.max(MARGIN, (valueAt(width, row) || 0) / 2);
  const rest = upTo(hit.index, rows, boxOf && ((row) => far(row, boxOf(row))));
  const found = [hit];
  // What is painted last is found first, so that what comes after it need not be asked again.
  let end = rest.length;
  let size = FEW;
  let right = hit.distance <= 0 ? 1 : 0;
  while (end > 0 && found.length < MOST && right < enough) {
    const begin = Math.max(end - size, 0);
    const some = rest.slice(begin, end);
    const next = painter.hit(plane, reader.some(some, reader.glyph), px, py, "mouse");
    const row = next && some[next.index];
    end = begin + (next?.index ?? 0);
    size = next === undefined ? Math.min(4 * size, AT_ONCE) : FEW;
    if (next === undefined || row === undefined) continue;
    found.push({ ...next, index: row });
    if (next.distance <= 0) right += 1;
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

/** Return the row that was hit, which need not be below the pointer, and the nearest ones that are. */
function nearest(
  hit: Hit,
  each: (look: (row: number) => void) => void,
  plane: Frame,
  reader: GlyphReader,
  px: number,
  py: number,
  reach: (row: number) => number,
  enough: number,
): readonly Hit[] {
  const [xs, ys] = [reader.positions("x", "x"), reader.positions("y", "y")];
  const found = new Closest(enough, (first, second) => first.distance - second.distance);
  each((index) => {
    const x = plane.x.toPixel(xs?.[index] ?? NaN);
    const y = plane.y.toPixel(ys?.[index] ?? NaN);
    const distance = (x - px) ** 2 + (y - py) ** 2;
    // This also leaves out NaN.
    if (index === hit.index || !(distance <= found.least) || !(distance <= reach(index) ** 2))
      return;
    found.add({ index, px: x, py: y, distance });
  });
  return [hit, ...found.all()].slice(0, enough);
}

/** Keeps those of many hits that come first in an order, and no more than are enough. */
export class Closest {
  #found: Hit[] = [];
  #last: Hit | undefined;

  constructor(
    readonly enough: number,
    readonly order: (first: Hit, second: Hit) => number,
  ) {}

  /** From farther away none is kept any more. */
  get least(): number {
    return this.#last?.distance ?? Infinity;
  }

  add(hit: Hit): void {
    if (this.#last !== undefined && this.order(hit, this.#last) >= 0) return;
    this.#found.push(hit);
    if (this.#found.length < 2 * this.enough) return;
    this.#trim();
    this.#last = this.#found.at(-1);
  }

  all(): readonly Hit[] {
    this.#trim();
    return this.#found;
  }

  #trim(): void {
    this.#found = this.#found.sort(this.order).slice(0, this.enough);
  }
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
  return middle - Math.hypot(right - left, bottom - top) / 2;
}
