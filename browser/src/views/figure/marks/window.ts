/** Which rows lie in the part of an axis that is shown. */
import { visiblePart } from "../column.js";
import { extras } from "../extras.js";
import type { Layer } from "../layer.js";
import type { Bounds } from "../painters/painter.js";
import { isScreen } from "../painters/bar.js";
import { PAINTERS } from "../painters/all.js";
import { pointBounds } from "../painters/line.js";
import type { Extent } from "../range.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";

/** Where rows begin, end and turn, by axis; of each glyph some are there. */
const FIELDS = {
  x: ["x", "left", "right", "x0", "x1", "x2", "cx", "cx0", "cx1"],
  y: ["y", "top", "bottom", "y0", "y1", "y2", "cy", "cy0", "cy1"],
} as const;

/** What reaches beyond a place: the columns by axis, and which share of them lies before it and behind it. */
interface Reach {
  readonly x?: string;
  readonly y?: string;
  readonly share: readonly [number, number];
}

const HALVES = [0.5, 0.5] as const;
const BOX: Reach = { x: "width", y: "height", share: HALVES };
const PICTURE: Reach = { x: "dw", y: "dh", share: [0, 1] };

const REACHES: Readonly<Record<string, Reach>> = {
  VBar: { x: "width", share: HALVES },
  HBar: { y: "height", share: HALVES },
  Rect: BOX,
  Ellipse: BOX,
  Block: { ...BOX, share: [0, 1] },
  Circle: { x: "radius", y: "radius", share: [1, 1] },
  Image: PICTURE,
  ImageRGBA: PICTURE,
  ImageStack: PICTURE,
};

/** Return which rows lie between two values of an axis, at least in part. */
export function rowsBetween(
  reader: GlyphReader,
  axis: "x" | "y",
  { low, high }: Extent,
): readonly number[] {
  const { type } = reader.glyph;
  const lines = PAINTERS[type]?.points?.(reader);
  const columns = FIELDS[axis].flatMap((field) => reader.positions(field, axis) ?? []);
  const size = REACHES[type]?.[axis];
  const [before, behind] = REACHES[type]?.share ?? HALVES;
  const wide = size === undefined || isScreen(reader, size) ? undefined : reader.numbers(size, 1);
  const found: number[] = [];
  const [only] = columns;
  const sorted = columns.length === 1 && lines === undefined && wide === undefined;
  const [from, to] =
    sorted && only !== undefined
      ? visiblePart(only, reader.facts.order(only), low, high)
      : [0, reader.length];
  for (let row = from; row < Math.min(to, reader.length); row += 1) {
    let [least, most] = [Infinity, -Infinity];
    const at = axis === "x" ? 0 : 1;
    if (lines !== undefined) {
      ({ low: least, high: most } = reader.facts.extent(lines(row)[at]));
    } else {
      for (const column of columns) {
        const value = column[row] ?? NaN;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
    const whole = wide === undefined ? 0 : valueAt(wide, row) || 0;
    if (most + whole * behind >= low && least - whole * before <= high) found.push(row);
  }
  return found;
}

/** Return what points cover whose column on an axis is sorted, without looking at all of them; null where that cannot be. */
function sortedBounds(
  reader: GlyphReader,
  axis: "x" | "y",
  { low, high }: Extent,
): Bounds | undefined | null {
  const cross = axis === "x" ? "y" : "x";
  const [along, across] = [reader.positions(axis, axis), reader.positions(cross, cross)];
  const plain = PAINTERS[reader.glyph.type]?.bounds === pointBounds;
  if (!plain || along === undefined || across === undefined) return null;
  const { order, whole } = reader.facts.track(along);
  if (order === "none" || !whole) return null;
  let [from, to] = visiblePart(along, order, low, high);
  to = Math.min(to, reader.length);
  const outside = (row: number): boolean =>
    !(Number(along[row]) >= low && Number(along[row]) <= high);
  while (from < to && outside(from)) from += 1;
  while (to > from && outside(to - 1)) to -= 1;
  if (from === to) return undefined;
  const ends = [Number(along[from]), Number(along[to - 1])];
  const { pyramid } = reader.facts.track(across);
  pyramid.find(from, to);
  // A gap among them makes rows count one by one.
  if (Number.isNaN(pyramid.low + pyramid.high)) return null;
  const shown = { low: Math.min(...ends), high: Math.max(...ends) };
  const beside = { low: pyramid.low, high: pyramid.high };
  return axis === "x" ? { x: shown, y: beside } : { x: beside, y: shown };
}

/** Return what a layer covers where the ends of another axis are; all of it if nothing lies between them. */
export function boundsBetween(
  layer: Layer,
  axis: "x" | "y",
  ends: Extent,
  above?: "x" | "y",
): Bounds | undefined {
  const { reader, rows } = layer;
  if (reader === undefined || !Number.isFinite(ends.low + ends.high)) return undefined;
  const known = rows === undefined && above === undefined ? sortedBounds(reader, axis, ends) : null;
  if (known !== null) return known;
  const shown = rows === undefined ? reader : reader.some(rows, reader.glyph);
  const found = rowsBetween(shown, axis, ends);
  if (found.length === 0) return undefined;
  const chosen = rows === undefined ? found : found.map((at) => rows[at] ?? at);
  return layer.bounds(above, reader.some(chosen, reader.glyph));
}

extras.windowed = (figure) => {
  const axis = figure.get("window_axis");
  if (axis !== "x" && axis !== "y") return undefined;
  return (set, layer, direction, above) => {
    if (direction === axis) return undefined;
    const { start, end } = (set.others[axis].get(set.nameOf(layer, axis)) ?? set[axis]).ends;
    return boundsBetween(
      layer,
      axis,
      { low: Math.min(start, end), high: Math.max(start, end) },
      above,
    );
  };
};
