/** Draws shapes with thousands of edges across each row of pixels, such as the area below noise, for which canvases take seconds. */
import { traceExtremes } from "../decimate.js";
import type { Scale } from "../scale.js";
import type { Region } from "./crossings.js";
import { Crossings } from "./crossings.js";
import type { GlyphReader } from "../spec.js";
import type { Crowd, Path, Trace } from "./outline.js";
import type { Frame } from "./painter.js";
import type { AreaStyle } from "./style.js";

/** With so few corners no shape is crowded. */
const FEW = 2_000;
/** From so many edges on that a row of pixels has on the average, canvases take longer. */
const CROWDED = 500;

/** Return what draws the shape of a row if it is crowded, and tells whether it was. */
export function crowded(
  cornersOf: (glyph: GlyphReader, index: number) => number,
): (...row: Crowd) => boolean {
  return (frame, glyph, trace, style, index, rule) =>
    cornersOf(glyph, index) > FEW && draw(frame, trace, style, index, rule);
}

function draw(
  frame: Frame,
  trace: Trace,
  style: AreaStyle,
  index: number,
  rule: CanvasFillRule,
): boolean {
  const region = regionOf(frame);
  if (!(region.width > 0 && region.height > 0)) return false;
  const crossings = new Crossings(region);
  const ring = new Ring(crossings);
  // Shapes whose corners are rows consist of nothing but straight lines.
  trace(ring as unknown as Path, index);
  if (crossings.density < CROWDED) return false;
  const cover = crossings.cover(rule);
  const { context, ratio } = frame;
  style.draw(context, index, rule, ring.outline(1 / ratio), () => {
    fillCover(context, cover, region);
  });
  return true;
}

/** Return the pixels of the plotting area. */
function regionOf({ left, top, width, height, ratio }: Frame): Region {
  const [fromX, fromY] = [Math.floor(left * ratio), Math.floor(top * ratio)];
  const [toX, toY] = [Math.ceil((left + width) * ratio), Math.ceil((top + height) * ratio)];
  return { left: fromX, top: fromY, width: toX - fromX, height: toY - fromY, ratio };
}

/** Passes a shape on, and remembers its outline. */
class Ring {
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  #startX = NaN;
  #startY = NaN;

  constructor(private readonly crossings: Crossings) {}

  moveTo(x: number, y: number): void {
    this.crossings.moveTo(x, y);
    this.#startX = x;
    this.#startY = y;
    // What has no place ends the part before.
    this.#x.push(NaN, x);
    this.#y.push(NaN, y);
  }

  lineTo(x: number, y: number): void {
    this.crossings.lineTo(x, y);
    this.#x.push(x);
    this.#y.push(y);
  }

  closePath(): void {
    this.lineTo(this.#startX, this.#startY);
  }

  /** Return the outline as lines are drawn: of what stays in a column of pixels its ends and extremes. */
  outline(width: number): Path2D {
    const path = new Path2D();
    const [x, y] = [this.#x, this.#y];
    traceExtremes({ x, y, from: 0, to: x.length }, AS_IS, AS_IS, path, width);
    return path;
  }
}

/** The scale of what has its places already. */
const AS_IS = { toPixel: (place: number) => place } as unknown as Scale;

/** Fill what is covered with what a context fills with. */
function fillCover(context: CanvasRenderingContext2D, cover: Uint8Array, region: Region): void {
  const { left, top, width, height, ratio } = region;
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext("2d");
  if (brush === null) return;
  const image = new ImageData(width, height);
  for (const [pixel, share] of cover.entries()) image.data[4 * pixel + 3] = share;
  brush.putImageData(image, 0, 0);
  brush.globalCompositeOperation = "source-in";
  // Hatches go on where those of other shapes are.
  brush.setTransform(ratio, 0, 0, ratio, -left, -top);
  brush.fillStyle = context.fillStyle;
  const place = [left / ratio, top / ratio, width / ratio, height / ratio] as const;
  brush.fillRect(...place);
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, ...place);
}
