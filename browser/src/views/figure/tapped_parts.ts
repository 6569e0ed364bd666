/** Which part of a row was tapped: a point of a line, or a cell of an image. */
import { NDArray } from "../../model/value.js";
import type { Layer } from "./layer.js";
import type { Frame, Hit } from "./painters/painter.js";
import { planeOf } from "./plane.js";
import type { Selected } from "./selected.js";
import { valueAt } from "./spec.js";

/** Return what a selection says of the part of a layer that was hit. */
export function partsOf(layer: Layer, frame: Frame, hit: Hit): Partial<Selected> {
  const type = layer.glyph?.type ?? "";
  if (type === "Line") return { line_indices: [hit.index] };
  if (type === "MultiLine") {
    const point = nearestPoint(layer, frame, hit);
    return point === undefined ? {} : { multiline_indices: { [hit.index]: [point] } };
  }
  const cell = type === "Image" || type === "ImageRGBA" ? cellAt(layer, frame, hit) : undefined;
  return cell === undefined ? {} : { image_indices: [cell] };
}

/** Return the point of a line that is next to where it was tapped. */
function nearestPoint(layer: Layer, frame: Frame, { index, px, py }: Hit): number | undefined {
  const { reader } = layer;
  const [xs, ys] = [reader?.cells("xs"), reader?.cells("ys")];
  if (xs === undefined || ys === undefined) return undefined;
  const [x, y] = [numbersIn(valueAt(xs, index)), numbersIn(valueAt(ys, index))];
  const plane = planeOf(frame, layer.owner);
  let [found, least]: [number | undefined, number] = [undefined, Infinity];
  for (const [at, value] of x.entries()) {
    const away = Math.hypot(plane.x.toPixel(value) - px, plane.y.toPixel(y[at] ?? NaN) - py);
    // This also leaves out NaN.
    if (away < least) [found, least] = [at, away];
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
