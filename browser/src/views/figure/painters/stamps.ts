/** Draws very many markers of looks of their own. A chunk of its own: few figures have that. */
import { keep } from "../../kept.js";
import type { Ink, Mask } from "./compose.js";
import { Picture, trimmed } from "./compose.js";
import type { Parts } from "./marker.js";
import type { Frame } from "./painter.js";

/** What markers look like, and where. Lengths are CSS pixels. */
export interface Stamps {
  readonly length: number;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly marker: (row: number) => Parts;
  readonly radius: (row: number) => number;
  readonly fill: Paint;
  readonly line: Paint;
  /** Of all outlines, as the joins of their corners. */
  readonly width: number;
  readonly join: CanvasLineJoin;
}

/** What one part of a marker is painted with. */
export interface Paint {
  color(row: number): string | undefined;
  alpha(row: number): number;
}

/** Steps that a place, and a radius, is rounded to: so many in a pixel. */
const STEPS = 4;
/** So many numbers of coverage are kept. */
const KEPT = 8_000_000;
/** So many colours are remembered as numbers: each row may have one of its own. */
const MOST_INKS = 50_000;

/** Draw markers over each other, in the order of their rows. */
export function stampAll(frame: Frame, stamps: Stamps): void {
  const { context, ratio } = frame;
  const left = Math.floor(frame.left * ratio);
  const top = Math.floor(frame.top * ratio);
  const width = Math.ceil((frame.left + frame.width) * ratio) - left;
  const height = Math.ceil((frame.top + frame.height) * ratio) - top;
  if (!(width > 0 && height > 0)) return;
  const picture = pictureOf(width, height);
  fillIn(picture, frame, stamps, left, top);
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(picture.finish(), width, height);
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  context.globalAlpha = 1;
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, left / ratio, top / ratio, width / ratio, height / ratio);
}

/** Put markers onto a picture, whose corner is so many pixels of the canvas from its own. */
function fillIn(picture: Picture, frame: Frame, stamps: Stamps, left: number, top: number): void {
  const { x, y, ratio } = frame;
  const masks = masksOf(stamps.width * ratio, stamps.join);
  const beside = (stamps.width * ratio + 2) * STEPS;
  // The uppermost first: most of the others are not seen where markers crowd.
  for (let row = stamps.length - 1; row >= 0; row -= 1) {
    // In steps, from the corner of the picture.
    const across = Math.round((x.toPixel(stamps.x[row] ?? NaN) * ratio - left) * STEPS);
    const down = Math.round((y.toPixel(stamps.y[row] ?? NaN) * ratio - top) * STEPS);
    const size = Math.round(stamps.radius(row) * ratio * STEPS);
    const reach = size + beside;
    // This also leaves out what has no place or no size.
    const near = across >= -reach && across <= picture.width * STEPS + reach;
    if (!near || !(down >= -reach && down <= picture.height * STEPS + reach) || !(size > 0)) {
      continue;
    }
    const column = Math.floor(across / STEPS);
    const line = Math.floor(down / STEPS);
    const mask = masks.of(stamps.marker(row), size, across - column * STEPS, down - line * STEPS);
    if (picture.hides(mask, column, line)) continue;
    picture.put(mask, column, line, inkOf(stamps.fill, row), inkOf(stamps.line, row));
  }
}

let last: Picture | undefined;

/** Return an empty picture; the memory of the last one, if that was as large. */
function pictureOf(width: number, height: number): Picture {
  if (last?.width === width && last.height === height) last.clear();
  else last = new Picture(width, height);
  return last;
}

const inks = new Map<string, number>();
const ground = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

/** Return what one part of a row is painted with. */
function inkOf(paint: Paint, row: number): Ink {
  const text = paint.color(row);
  if (text === undefined) return 0;
  const packed = inks.get(text) ?? keep(inks, text, readColor(text), MOST_INKS);
  const alpha = Math.round((packed >>> 24) * Math.min(Math.max(paint.alpha(row), 0), 1));
  return alpha > 0 ? ((alpha << 24) | (packed & 0xffffff)) >>> 0 : 0;
}

/** Read a colour of CSS into 32 bits, opacity first. */
function readColor(text: string): number {
  if (/^#[\da-f]{6}$/i.test(text)) return (0xff000000 | Number.parseInt(text.slice(1), 16)) >>> 0;
  const parts = /^rgb\((\d+) (\d+) (\d+)\)$/.exec(text);
  if (parts !== null) {
    const [red, green, blue] = parts.slice(1).map((part) => Math.min(Number(part), 255));
    return (0xff000000 | ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0)) >>> 0;
  }
  if (ground === null) return 0xff000000;
  ground.clearRect(0, 0, 1, 1);
  ground.fillStyle = "black";
  ground.fillStyle = text;
  ground.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = ground.getImageData(0, 0, 1, 1).data;
  return ((alpha << 24) | (red << 16) | (green << 8) | blue) >>> 0;
}

/** The masks of markers with one kind of outline. */
class Masks {
  readonly #known = new Map<Parts, (Mask | undefined)[]>();
  #kept = 0;

  constructor(
    private readonly width: number,
    private readonly join: CanvasLineJoin,
  ) {}

  of(parts: Parts, size: number, across: number, down: number): Mask {
    let known = this.#known.get(parts);
    if (known === undefined) this.#known.set(parts, (known = []));
    const key = (size * STEPS + across) * STEPS + down;
    let mask = known[key];
    if (mask === undefined) {
      mask = this.#make(parts, size / STEPS, across / STEPS, down / STEPS);
      this.#kept += 2 * (2 * mask.half + 1) ** 2;
      if (this.#kept > KEPT) {
        this.#known.clear();
        this.#kept = 0;
      } else known[key] = mask;
    }
    return mask;
  }

  #make({ outline, strokes, dot }: Parts, radius: number, across: number, down: number): Mask {
    // Corners may be beyond the radius, and joins of lines beyond corners.
    const half = Math.ceil(radius * 1.5 + this.width * 2 + 1);
    const [x, y] = [half + across, half + down];
    const fill =
      outline === undefined
        ? undefined
        : this.#cover(half, (brush) => {
            brush.beginPath();
            outline(brush, x, y, radius);
            brush.fill();
          });
    const line =
      this.width > 0
        ? this.#cover(half, (brush) => {
            brush.lineWidth = this.width;
            brush.lineJoin = this.join;
            for (const draw of [outline, strokes]) {
              if (draw === undefined) continue;
              brush.beginPath();
              draw(brush, x, y, radius);
              brush.stroke();
            }
            if (dot !== true) return;
            brush.beginPath();
            brush.arc(x, y, radius / 4, 0, 2 * Math.PI);
            brush.fill();
          })
        : undefined;
    return trimmed({ half, fill, line });
  }

  /** Return how a drawing covers the pixels of a square. */
  #cover(half: number, draw: (brush: CanvasRenderingContext2D) => void): Uint8Array {
    const side = 2 * half + 1;
    const canvas = new OffscreenCanvas(side, side);
    // The two contexts agree in all that markers use.
    const brush = canvas.getContext("2d", {
      willReadFrequently: true,
    }) as unknown as CanvasRenderingContext2D | null;
    if (brush === null) return new Uint8Array(side * side);
    draw(brush);
    const { data } = brush.getImageData(0, 0, side, side);
    return Uint8Array.from({ length: side * side }, (_, index) => data[4 * index + 3] ?? 0);
  }
}

let masks: { readonly key: string; readonly masks: Masks } | undefined;

/** Return the masks of an outline; those of the last one are kept. */
function masksOf(width: number, join: CanvasLineJoin): Masks {
  const key = `${width} ${join}`;
  if (masks?.key !== key) masks = { key, masks: new Masks(width, join) };
  return masks.masks;
}
