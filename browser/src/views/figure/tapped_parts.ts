/** Which part of a row was tapped: a point of a line, or a cell of an image. */
import { NDArray } from "../../model/value.js";
import type { Layer } from "./layer.js";
import type { Frame, Hit } from "./painters/painter.js";
import { planeOf } from "./plane.js";
import type { Selected } from "./selected.js";
import { valueAt } from "./spec.js";

/** Glyphs that no tap selects. */
export const UNTOUCHED: ReadonlySet<string> = new Set([
  "Arc",
  "Bezier",
  "ImageURL",
  "Quadratic",
  "Ray",
  "Step",
]);

/** Whether all rows of a glyph are one shape, none of which is selected: at most a point of it is. */
export function isWhole(type: string): boolean {
  return /^(Line|Patch|[VH]Area(Step)?)$/.test(type);
}

/** Return what a selection says of the part of a layer at a place. */
export function partsAt(layer: Layer, frame: Frame, px: number, py: number): Partial<Selected> {
  const type = layer.glyph?.type ?? "";
  if (!/Line$|^Image|Area/.test(type) || UNTOUCHED.has(type)) return {};
  const hit = layer.hit(frame, px, py, "mouse", "selection");
  return hit === undefined ? {} : partsOf(layer, frame, { ...hit, px, py });
}

function partsOf(layer: Layer, frame: Frame, hit: Hit): Partial<Selected> {
  const { reader } = layer;
  const type = layer.glyph?.type ?? "";
  if (reader === undefined) return {};
  if (type === "MultiLine") {
    const { x, y } = pointsOf(layer, hit.index);
    const point = segmentAt(layer, frame, hit, x, y);
    return point === undefined ? {} : { multiline_indices: { [hit.index]: [point] } };
  }
  if (isWhole(type)) {
    const [x, y] = [
      type.startsWith("HArea") ? undefined : reader.positions("x", "x"),
      type.startsWith("VArea") ? undefined : reader.positions("y", "y"),
    ];
    const point = segmentAt(layer, frame, hit, x, y);
    return point === undefined ? {} : { line_indices: [point] };
  }
  const cell = type === "Image" || type === "ImageRGBA" ? cellAt(layer, frame, hit) : undefined;
  return cell === undefined ? {} : { image_indices: [cell] };
}

/** Return the points of one of several lines. */
export function pointsOf(
  { reader }: Layer,
  row: number,
): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const [xs, ys] = [reader?.cells("xs"), reader?.cells("ys")];
  if (xs === undefined || ys === undefined) return { x: [], y: [] };
  return { x: numbersIn(valueAt(xs, row)), y: numbersIn(valueAt(ys, row)) };
}

/** Return the point at which the part of a line begins that is next to a place; a direction may not count. */
export function segmentAt(
  layer: Layer,
  frame: Frame,
  { px, py }: Hit,
  x: ArrayLike<number> | undefined,
  y: ArrayLike<number> | undefined,
): number | undefined {
  const plane = planeOf(frame, layer.owner);
  const at = (row: number): readonly [number, number] => [
    x === undefined ? 0 : plane.x.toPixel(x[row] ?? NaN) - px,
    y === undefined ? 0 : plane.y.toPixel(y[row] ?? NaN) - py,
  ];
  let [found, least]: [number | undefined, number] = [undefined, Infinity];
  for (let row = 0; row < (x ?? y ?? []).length - 1; row += 1) {
    const [[x0, y0], [x1, y1]] = [at(row), at(row + 1)];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const share = Math.min(Math.max(-(x0 * dx + y0 * dy) / (dx * dx + dy * dy || 1), 0), 1);
    const away = Math.hypot(x0 + share * dx, y0 + share * dy);
    // This also leaves out NaN.
    if (away < least) [found, least] = [row, away];
  }
  return found;
}

function numbersIn(cell: unknown): number[] {
  if (ArrayBuffer.isView(cell)) return Array.from(cell as Float64Array);
  return Array.isArray(cell) ? cell.map(Number) : [];
}

/** Return the cell of an image that was tapped. */
function cellAt(
  layer: Layer,
  frame: Frame,
  { index, px, py }: Hit,
): Readonly<Record<string, number>> | undefined {
  const { reader } = layer;
  const box = layer.boxes(frame)?.(index);
  const images = reader?.cells("image");
  const shape = images === undefined ? undefined : shapeOf(valueAt(images, index));
  if (box === undefined || shape === undefined) return undefined;
  const [rows, columns] = shape;
  const across = (px - Math.min(box.left, box.right)) / Math.abs(box.right - box.left);
  const up = (Math.max(box.top, box.bottom) - py) / Math.abs(box.bottom - box.top);
  const cell = (share: number, count: number): number =>
    Math.min(Math.max(Math.floor(share * count), 0), count - 1);
  const [i, j] = [cell(across, columns), cell(up, rows)];
  return { index, i, j, flat_index: j * columns + i };
}

function shapeOf(image: unknown): readonly [number, number] | undefined {
  if (image instanceof NDArray) return [image.shape[0] ?? 0, image.shape[1] ?? 0];
  const first: unknown = Array.isArray(image) ? image[0] : undefined;
  const columns = ArrayBuffer.isView(first)
    ? (first as Float64Array).length
    : Array.isArray(first)
      ? first.length
      : 0;
  return Array.isArray(image) && columns > 0 ? [image.length, columns] : undefined;
}
