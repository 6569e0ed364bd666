import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { angles } from "./angle.js";
import { pointBounds } from "./line.js";
import { markerOf } from "./marker.js";
import type { Frame, Painter } from "./painter.js";
import { nearestPoint } from "./painter.js";
import { FillStyle, LineStyle } from "./style.js";

/** From this many markers of one look on, one is drawn and then stamped, which is several times faster. */
const MANY = 2000;

/** Draws a marker of a size in pixels for each row. */
export const scatterPainter: Painter = {
  paint(frame, glyph) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return;
    const look = new Look(glyph);
    const place = (index: number): [number, number] => [
      frame.x.toPixel(x[index] ?? NaN),
      frame.y.toPixel(y[index] ?? NaN),
    ];
    if (look.same && glyph.length > MANY) stamp(frame, glyph.length, look, place);
    else drawEach(frame, glyph.length, look, place);
  },

  bounds: pointBounds,

  hit(frame, glyph, px, py, mode) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return undefined;
    const size = glyph.numbers("size", 4);
    const reach = (index: number): number =>
      mode === "mouse" ? Math.max(valueAt(size, index) / 2 + 2, 6) : Infinity;
    return nearestPoint(frame, x, y, 0, glyph.length, px, py, mode, reach);
  },

  swatch(context, glyph, width, height, row) {
    const look = new Look(glyph);
    look.line.begin(context);
    const radius = Math.min(valueAt(look.size, row) / 2, height / 2 - 2);
    look.draw(context, row, width / 2, height / 2, Math.max(radius, 3));
  },
};

/** How the markers of a glyph look. */
class Look {
  readonly fill: FillStyle;
  readonly line: LineStyle;
  readonly size: ReturnType<GlyphReader["numbers"]>;
  readonly #marker: ReturnType<GlyphReader["words"]>;
  readonly #angle: ReturnType<GlyphReader["numbers"]>;

  constructor(glyph: GlyphReader) {
    this.fill = new FillStyle(glyph);
    this.line = new LineStyle(glyph);
    this.size = glyph.numbers("size", 4);
    this.#marker = glyph.words("marker", "circle");
    this.#angle = angles(glyph, "angle");
  }

  get same(): boolean {
    const shape = this.size.same && this.#marker.same && this.#angle.same;
    return shape && this.fill.same && this.line.same;
  }

  draw(
    context: CanvasRenderingContext2D,
    index: number,
    x: number,
    y: number,
    radius = valueAt(this.size, index) / 2,
  ): void {
    const marker = markerOf(valueAt(this.#marker, index));
    const angle = valueAt(this.#angle, index);
    if (angle === 0) {
      this.#drawParts(context, index, marker, x, y, radius);
      return;
    }
    context.save();
    context.translate(x, y);
    context.rotate(-angle);
    this.#drawParts(context, index, marker, 0, 0, radius);
    context.restore();
  }

  #drawParts(
    context: CanvasRenderingContext2D,
    index: number,
    { outline, strokes, dot }: ReturnType<typeof markerOf>,
    x: number,
    y: number,
    radius: number,
  ): void {
    if (outline !== undefined) {
      context.beginPath();
      outline(context, x, y, radius);
      if (this.fill.apply(context, index)) context.fill();
      if (this.fill.hatch?.(context, index) === true) context.fill();
    }
    if (!this.line.apply(context, index)) return;
    if (outline !== undefined) context.stroke();
    if (strokes !== undefined) {
      context.beginPath();
      strokes(context, x, y, radius);
      context.stroke();
    }
    if (dot !== true) return;
    context.fillStyle = context.strokeStyle;
    context.beginPath();
    context.arc(x, y, radius / 4, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawEach(
  frame: Frame,
  length: number,
  look: Look,
  place: (index: number) => [number, number],
): void {
  const { context } = frame;
  look.line.begin(context);
  for (let index = 0; index < length; index += 1) {
    const [x, y] = place(index);
    const margin = valueAt(look.size, index);
    // This also leaves out NaN.
    if (x >= frame.left - margin && x <= frame.left + frame.width + margin) {
      if (y >= frame.top - margin && y <= frame.top + frame.height + margin) {
        look.draw(context, index, x, y);
      }
    }
  }
}

function stamp(
  frame: Frame,
  length: number,
  look: Look,
  place: (index: number) => [number, number],
): void {
  const { context, ratio } = frame;
  const half = valueAt(look.size, 0) / 2 + valueAt(look.line.width, 0) + 1;
  const pixels = Math.ceil(half * 2 * ratio);
  const canvas = new OffscreenCanvas(pixels, pixels);
  // The two contexts agree in all that painters use.
  const brush = canvas.getContext("2d") as unknown as CanvasRenderingContext2D | null;
  if (brush === null) return;
  brush.scale(ratio, ratio);
  look.line.begin(brush);
  look.draw(brush, 0, pixels / ratio / 2, pixels / ratio / 2);
  context.globalAlpha = 1;
  const side = pixels / ratio;
  for (let index = 0; index < length; index += 1) {
    const [x, y] = place(index);
    if (x >= frame.left - half && x <= frame.left + frame.width + half) {
      if (y >= frame.top - half && y <= frame.top + frame.height + half) {
        context.drawImage(canvas, x - side / 2, y - side / 2, side, side);
      }
    }
  }
}
