import type { Column, Model } from "../../../model/types.js";
import { NDArray } from "../../../model/value.js";
import { flag, reference } from "../../field.js";
import { ABOVE, BELOW, colorsOf, placeIn } from "../mapper.js";
import type { PlaceIn } from "../mapper.js";
import { EMPTY, union } from "../range.js";
import type { Extent } from "../range.js";
import { pictureAt } from "./files.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { placeInBox } from "./anchor.js";
import { angles } from "./angle.js";
import { isScreen } from "./bar.js";
import { extentAround, readPositions } from "./outline.js";
import type { Box, Frame, Painter } from "./painter.js";

/** An array of rows of columns of numbers. */
export interface Grid {
  readonly data: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
  /** How many numbers one pixel has. */
  readonly depth: number;
}

/** An array as it is drawn. */
export type Picture = OffscreenCanvas;

/** The mappers that a colour bar shows: what it says has to be true of all that they colour. */
const barred = new WeakSet<Model>();

/** Have the pictures of a mapper share one scale, because a colour bar shows it. */
export function shareScale(mapper: Model, redraw: () => void): void {
  if (barred.has(mapper)) return;
  barred.add(mapper);
  redraw();
}

/** Draws arrays of numbers in the colours of a mapper. */
export const imagePainter: Painter = arrayPainter(mapped);

/** Draws arrays of colours. */
export const imageRgbaPainter: Painter = arrayPainter((glyph) => {
  const cells = glyph.cells("image");
  if (cells === undefined) return undefined;
  return (index) => {
    const grid = gridOf(valueAt(cells, index));
    return (
      grid &&
      picture(grid, (pixels) => {
        copyColors(grid, pixels);
      })
    );
  };
});

/** Draws pictures of files. */
export const imageUrlPainter: Painter = {
  paint(frame, glyph) {
    const boxOf = urlBoxes(frame, glyph);
    if (boxOf === undefined) return;
    const urls = glyph.texts("url");
    const turns = angles(glyph, "angle");
    const alphas = glyph.numbers("global_alpha", 1);
    const dilate = flag(glyph.glyph, "dilate");
    const { context } = frame;
    for (let index = 0; index < glyph.length; index += 1) {
      const image = pictureAt(valueAt(urls, index), frame.redraw, glyph.glyph);
      const box = boxOf(index);
      const { left, right, top, bottom } = dilate ? snapped(box, frame.ratio, true) : box;
      if (image === undefined || !Number.isFinite(left + right + top + bottom)) continue;
      context.save();
      context.globalAlpha = valueAt(alphas, index);
      // Pictures turn about their middle, wherever their anchor is.
      context.translate((left + right) / 2, (top + bottom) / 2);
      context.rotate(-valueAt(turns, index));
      context.translate((left - right) / 2, (top - bottom) / 2);
      context.drawImage(image, 0, 0, right - left, bottom - top);
      context.restore();
    }
  },
  bounds: (glyph) => ({ x: sideExtent(glyph, "x", "w"), y: sideExtent(glyph, "y", "h") }),
  hit: (frame, glyph, px, py) => hitBox(urlBoxes(frame, glyph), glyph.length, px, py),
  boxes: urlBoxes,
  swatch: gradient,
};

/** Make a painter of arrays. */
export function arrayPainter(
  picturesOf: (glyph: GlyphReader) => ((index: number) => Picture | undefined) | undefined,
): Painter {
  const pictures = new WeakMap<object, { key: string; all: Map<number, Picture | undefined> }>();
  return {
    paint(frame, glyph) {
      const boxOf = arrayBoxes(frame, glyph);
      const pictureOf = picturesOf(glyph);
      if (boxOf === undefined || pictureOf === undefined) return;
      const key = `${glyph.facts.version} ${mapperKey(glyph)}`;
      let known = pictures.get(glyph);
      if (known?.key !== key) pictures.set(glyph, (known = { key, all: new Map() }));
      const alphas = glyph.numbers("global_alpha", 1);
      const origin = String(glyph.glyph.get("origin"));
      const dilate = glyph.glyph.get("dilate") === true;
      const { context } = frame;
      context.imageSmoothingEnabled = false;
      for (let index = 0; index < glyph.length; index += 1) {
        if (!known.all.has(index)) known.all.set(index, pictureOf(index));
        const image = known.all.get(index);
        const { left, right, top, bottom } = snapped(boxOf(index), frame.ratio, dilate);
        if (image === undefined || !Number.isFinite(left + right + top + bottom)) continue;
        context.save();
        context.globalAlpha = valueAt(alphas, index);
        // The first row of a picture is the lowest one, unless its origin is at the top.
        context.translate(left, bottom);
        context.scale((right - left) / image.width, (top - bottom) / image.height);
        if (origin.startsWith("top")) context.transform(1, 0, 0, -1, 0, image.height);
        if (origin.endsWith("right")) context.transform(-1, 0, 0, 1, image.width, 0);
        context.drawImage(image, 0, 0);
        context.restore();
      }
    },
    bounds: (glyph) => ({ x: sideExtent(glyph, "x", "dw"), y: sideExtent(glyph, "y", "dh") }),
    hit: (frame, glyph, px, py) => hitBox(arrayBoxes(frame, glyph), glyph.length, px, py),
    boxes: arrayBoxes,
    swatch: gradient,
  };
}

/** Return what makes pictures of numbers. */
function mapped(glyph: GlyphReader): ((index: number) => Picture | undefined) | undefined {
  const cells = glyph.cells("image");
  const mapper = reference(glyph.glyph, "color_mapper");
  if (cells === undefined || mapper === undefined) return undefined;
  glyph.uses.add(mapper);
  const grids = Array.from({ length: glyph.length }, (_, index) => gridOf(valueAt(cells, index)));
  const { palette, missing, below, above } = colorsOf(mapper);
  const placesOf = (some: typeof grids): PlaceIn => {
    const data = some.flatMap((grid) => (grid === undefined ? [] : [grid.data as Float64Array]));
    const extent = data.map((each) => glyph.facts.extent(each)).reduce(union, EMPTY);
    return placeIn(mapper, extent, palette.length, data);
  };
  const shared = barred.has(mapper) ? placesOf(grids) : undefined;
  const paint = readColors([...palette, missing, below, above]);
  return (index) => {
    const grid = grids[index];
    return (
      grid &&
      picture(grid, (pixels) => {
        const placeOf = shared ?? placesOf([grid]);
        const words = new Uint32Array(pixels.buffer);
        for (let at = 0; at < words.length; at += 1) {
          const place = placeOf(grid.data[at] ?? NaN);
          const color =
            place >= 0 ? place : palette.length + (place === BELOW ? 1 : place === ABOVE ? 2 : 0);
          words[at] = paint[color] ?? 0;
        }
      })
    );
  };
}

const MAPPER_FIELDS = [
  "palette",
  "low",
  "high",
  "low_color",
  "high_color",
  "nan_color",
  "bins",
  "rescale_discrete_levels",
  "color_baseline",
];

function mapperKey(glyph: GlyphReader): string {
  const mapper: Model | undefined = reference(glyph.glyph, "color_mapper");
  if (mapper === undefined) return "";
  const alphas = reference(mapper, "alpha_mapper");
  return [mapper, ...(alphas === undefined ? [] : [alphas])]
    .flatMap((each) => MAPPER_FIELDS.map((field) => String(each.get(field))))
    .concat(String(barred.has(mapper)))
    .join();
}

/** Return colours as the words that a picture consists of. */
export function readColors(colors: readonly (string | undefined)[]): Uint32Array {
  const context = new OffscreenCanvas(colors.length, 1).getContext("2d");
  if (context === null) return new Uint32Array(colors.length);
  for (const [index, color] of colors.entries()) {
    context.fillStyle = color ?? "transparent";
    context.fillRect(index, 0, 1, 1);
  }
  return new Uint32Array(context.getImageData(0, 0, colors.length, 1).data.buffer);
}

/** Read what a row holds: an array of two or three dimensions, or lists of lists. */
export function gridOf(cell: unknown): Grid | undefined {
  if (cell instanceof NDArray) {
    const [rows = 0, columns = 0, depth = 1] = cell.shape;
    return { data: cell.data, rows, columns, depth };
  }
  if (!Array.isArray(cell) || cell.length === 0) return undefined;
  const lines = cell as Column[];
  const columns = lines[0]?.length ?? 0;
  if (lines[0] !== undefined && Array.isArray(lines[0][0])) return deepGrid(lines, columns);
  const data = new Float64Array(lines.length * columns);
  for (const [row, line] of lines.entries()) {
    for (let at = 0; at < columns; at += 1) {
      const value: unknown = line[at];
      const known = typeof value === "number" || typeof value === "boolean";
      data[row * columns + at] = known ? Number(value) : NaN;
    }
  }
  return { data, rows: lines.length, columns, depth: 1 };
}

/** Read lists of lists of lists. */
function deepGrid(lines: readonly Column[], columns: number): Grid {
  const depth = (lines[0]?.[0] as readonly unknown[]).length;
  const data = Float64Array.from(
    lines.flatMap((line) => Array.from(line as never).flat()),
    Number,
  );
  return { data, rows: lines.length, columns, depth };
}

/** Make a picture as large as an array. */
export function picture(
  grid: Grid,
  fill: (pixels: Uint8ClampedArray) => void,
): Picture | undefined {
  const { columns, rows } = grid;
  if (!(columns > 0 && rows > 0)) return undefined;
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  const image = context.createImageData(columns, rows);
  fill(image.data);
  context.putImageData(image, 0, 0);
  return canvas;
}

function copyColors({ data, depth }: Grid, pixels: Uint8ClampedArray): void {
  if (depth === 1) {
    const words = new Uint32Array(pixels.buffer);
    for (let at = 0; at < words.length; at += 1) words[at] = data[at] ?? 0;
    return;
  }
  for (let at = 0; at < pixels.length / 4; at += 1) {
    for (let part = 0; part < 4; part += 1) {
      pixels[at * 4 + part] = part < depth ? (data[at * depth + part] ?? 0) : 255;
    }
  }
}

/** How far to the right of and above the lower left corner an anchor is, as shares of the size. */
function anchorOf(glyph: GlyphReader): readonly [number, number] {
  const [across, down] = placeInBox(glyph.glyph.get("anchor")) ?? [0, 1];
  return [across, 1 - down];
}

function arrayBoxes(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined {
  const read = readPositions(glyph, { x: "x", y: "y" });
  if (read === undefined) return undefined;
  const [right, up] = anchorOf(glyph);
  const side = (direction: "x" | "y", field: string, before: number) => {
    const sizes = glyph.numbers(field, 1);
    const scale = frame[direction];
    const screen = isScreen(glyph, field);
    const up = direction === "x" ? 1 : -1;
    return (index: number): [number, number] => {
      const size = valueAt(sizes, index);
      const at = read[direction]?.[index] ?? NaN;
      if (!screen) {
        return [scale.toPixel(at - before * size), scale.toPixel(at + (1 - before) * size)];
      }
      const pixel = scale.toPixel(at);
      return [pixel - up * before * size, pixel + up * (1 - before) * size];
    };
  };
  const across = side("x", "dw", right);
  const along = side("y", "dh", up);
  return (index) => {
    const [left, to] = across(index);
    const [bottom, top] = along(index);
    return { left, right: to, bottom, top };
  };
}

/** Put sides on whole pixels, that neighbouring pictures leave no gap. */
function snapped({ left, right, top, bottom }: Box, ratio: number, dilate: boolean): Box {
  const snap = (value: number, outwards: number): number =>
    (dilate
      ? outwards < 0
        ? Math.floor(value * ratio)
        : Math.ceil(value * ratio)
      : Math.round(value * ratio)) / ratio;
  return {
    left: snap(left, left <= right ? -1 : 1),
    right: snap(right, left <= right ? 1 : -1),
    top: snap(top, top <= bottom ? -1 : 1),
    bottom: snap(bottom, top <= bottom ? 1 : -1),
  };
}

function sideExtent(glyph: GlyphReader, direction: "x" | "y", field: string): Extent {
  const size = glyph.numbers(field, 0);
  const share = anchorOf(glyph)[direction === "x" ? 0 : 1];
  const screen = isScreen(glyph, field);
  const sized = (index: number): number => (screen ? 0 : valueAt(size, index));
  return extentAround(
    glyph.positions(direction, direction),
    glyph.length,
    (index) => share * sized(index),
    (index) => (1 - share) * sized(index),
  );
}

function hitBox(
  boxOf: ((index: number) => Box) | undefined,
  length: number,
  px: number,
  py: number,
): ReturnType<Painter["hit"]> {
  if (boxOf === undefined) return undefined;
  for (let index = length - 1; index >= 0; index -= 1) {
    const { left, right, top, bottom } = boxOf(index);
    const across = px >= Math.min(left, right) && px <= Math.max(left, right);
    const along = py >= Math.min(top, bottom) && py <= Math.max(top, bottom);
    if (across && along) return { index, px, py, distance: 0 };
  }
  return undefined;
}

function gradient(context: CanvasRenderingContext2D, _: GlyphReader, w: number, h: number): void {
  const fill = context.createLinearGradient(3, 0, w - 3, 0);
  fill.addColorStop(0, "#333");
  fill.addColorStop(1, "#ccc");
  context.fillStyle = fill;
  context.fillRect(3, 3, w - 6, h - 6);
}

function urlBoxes(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined {
  const read = readPositions(glyph, { x: "x", y: "y" });
  if (read === undefined) return undefined;
  const urls = glyph.texts("url");
  const [right, up] = anchorOf(glyph);
  const side = (direction: "x" | "y", field: string): ((index: number) => number) => {
    const size = glyph.numbers(field, NaN);
    const screen = isScreen(glyph, field);
    const scale = frame[direction];
    return (index) => {
      const own = valueAt(size, index);
      if (Number.isNaN(own)) {
        const image = pictureAt(valueAt(urls, index), frame.redraw, glyph.glyph);
        return (direction === "x" ? image?.naturalWidth : image?.naturalHeight) ?? NaN;
      }
      const at = read[direction]?.[index] ?? NaN;
      return screen ? own : Math.abs(scale.toPixel(at + own) - scale.toPixel(at));
    };
  };
  const width = side("x", "w");
  const height = side("y", "h");
  return (index) => {
    const left = frame.x.toPixel(read["x"]?.[index] ?? NaN) - right * width(index);
    const top = frame.y.toPixel(read["y"]?.[index] ?? NaN) - (1 - up) * height(index);
    return { left, right: left + width(index), top, bottom: top + height(index) };
  };
}
