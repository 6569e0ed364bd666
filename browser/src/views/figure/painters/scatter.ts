import { number } from "../../field.js";
import { extras } from "../extras.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { angles } from "./angle.js";
import { pointBounds } from "./line.js";
import { markerOf } from "./marker.js";
import type { NearPoints } from "./near.js";
import type { Frame, Painter } from "./painter.js";
import { nearestPoint } from "./painter.js";
import type * as Stamping from "./stamps.js";
import { FillStyle, LineStyle } from "./style.js";

/** From this many markers on a picture is made of them, and drawn as one. */
const MANY = 2000;
/** Greater ones are drawn one by one; a radius in pixels of the canvas. */
const GREATEST = 24;

let stamps: typeof Stamping | undefined;
/** Under way, or null where it cannot be had: then they are drawn one by one. */
let bringing: Promise<void> | undefined | null;

/** Bring what draws many markers. */
async function bring(): Promise<void> {
  try {
    stamps = await import("./stamps.js");
  } catch {
    bringing = null;
  }
}

/** The points of glyphs as they stand on the canvas, once somebody points at them. */
const sorted = new WeakMap<GlyphReader, NearPoints>();

/** Draws a marker of a size in pixels for each row. */
export const scatterPainter: Painter = {
  paint(frame, glyph) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return;
    const look = new Look(glyph);
    if (glyph.length > MANY && look.stampable(glyph.length, frame.ratio)) {
      if (stamps !== undefined) {
        stamps.stampAll(frame, look.stamps(glyph.length, x, y));
        return;
      }
      if (bringing !== null) {
        bringing ??= bring();
        void bringing.then(() => {
          frame.redraw();
        });
        return;
      }
    }
    drawEach(frame, glyph.length, look, x, y);
  },

  bounds: pointBounds,

  hit(frame, glyph, px, py, mode) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return undefined;
    const { length } = glyph;
    const points = mode === "mouse" ? nearOf(frame, glyph) : undefined;
    if (points !== undefined) return points.find(px, py);
    return nearestPoint(frame, x, y, 0, length, px, py, mode, foundFrom(frame, glyph));
  },

  reach: reachOf,

  around: (frame, glyph, px, py) => nearOf(frame, glyph)?.around(px, py),

  swatch(context, glyph, width, height, row) {
    const look = new Look(glyph);
    look.line.begin(context);
    const radius = Math.min(valueAt(look.size, row) / 2, height / 2 - 2);
    look.draw(context, row, width / 2, height / 2, Math.max(radius, 3));
  },
};

/** Return very many points sorted into cells; nothing where they are few, or nothing looks for any. */
function nearOf(frame: Frame, glyph: GlyphReader): NearPoints | undefined {
  const [x, y] = [glyph.positions("x", "x"), glyph.positions("y", "y")];
  if (x === undefined || y === undefined || glyph.length <= MANY) return undefined;
  let points = sorted.get(glyph);
  if (points?.x !== frame.x || points.y !== frame.y) {
    points = extras.near?.(frame, x, y, glyph.length, foundFrom(frame, glyph));
    if (points !== undefined) sorted.set(glyph, points);
  }
  return points;
}

/** Return from how far each row is found: small markers are hard to meet. */
function foundFrom(frame: Frame, glyph: GlyphReader): (index: number) => number {
  const drawn = reachOf(frame, glyph);
  return (index) => Math.max(drawn(index) + 2, 6);
}

function reachOf(_: Frame, glyph: GlyphReader): (index: number) => number {
  const size = glyph.numbers("size", 4);
  const dilation = number(glyph.glyph, "hit_dilation", 1);
  return (index) => (valueAt(size, index) / 2) * dilation;
}

/** How the markers of a glyph look. */
class Look {
  readonly fill: FillStyle;
  readonly line: LineStyle;
  readonly size: ReturnType<GlyphReader["numbers"]>;
  readonly #marker: ReturnType<GlyphReader["words"]>;
  readonly #angle: ReturnType<GlyphReader["numbers"]>;
  readonly #defined: boolean;
  readonly #own: ReturnType<NonNullable<typeof extras.markers>> | undefined;

  constructor(glyph: GlyphReader) {
    this.fill = new FillStyle(glyph);
    this.line = new LineStyle(glyph);
    this.size = glyph.numbers("size", 4);
    this.#marker = glyph.words("marker", "circle");
    this.#angle = angles(glyph, "angle");
    this.#defined = glyph.glyph.chosen("defs");
    this.#own = this.#defined ? extras.markers?.(glyph) : undefined;
  }

  /** Whether markers differ in size, colours, opacity and kind at most, and are small. */
  stampable(length: number, ratio: number): boolean {
    const upright = this.#angle.same && this.#angle.value === 0;
    if (!upright || !this.line.width.same || !this.line.solid) return false;
    if (this.fill.hatch !== undefined || this.#defined) return false;
    const most = (2 * GREATEST) / ratio;
    if (this.line.width.value > most) return false;
    if (this.size.same) return this.size.value <= most;
    for (let row = 0; row < length; row += 1) {
      if (this.size.at(row) > most) return false;
    }
    return true;
  }

  stamps(length: number, x: ArrayLike<number>, y: ArrayLike<number>): Stamping.Stamps {
    const { fill, line, size } = this;
    const marker = this.#marker;
    return {
      length,
      x,
      y,
      marker: (row) => markerOf(valueAt(marker, row)),
      radius: (row) => valueAt(size, row) / 2,
      fill: paintOf(fill),
      line: paintOf(line),
      width: valueAt(line.width, 0),
      join: line.join,
    };
  }

  draw(
    context: CanvasRenderingContext2D,
    index: number,
    x: number,
    y: number,
    radius = valueAt(this.size, index) / 2,
  ): void {
    const name = valueAt(this.#marker, index);
    const own = this.#defined && name.startsWith("@");
    const angle = valueAt(this.#angle, index);
    if (angle === 0 && !own) {
      this.#drawParts(context, index, markerOf(name), x, y, radius);
      return;
    }
    context.save();
    context.translate(x, y);
    context.rotate(-angle);
    if (own) this.#own?.(context, name, index, radius);
    else this.#drawParts(context, index, markerOf(name), 0, 0, radius);
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

function paintOf({ color, alpha }: FillStyle | LineStyle): Stamping.Paint {
  return { color: (row) => valueAt(color, row), alpha: (row) => valueAt(alpha, row) };
}

function drawEach(
  frame: Frame,
  length: number,
  look: Look,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
): void {
  const { context } = frame;
  look.line.begin(context);
  for (let index = 0; index < length; index += 1) {
    const x = frame.x.toPixel(xs[index] ?? NaN);
    const y = frame.y.toPixel(ys[index] ?? NaN);
    const margin = valueAt(look.size, index);
    // This also leaves out NaN, and what is smaller than nothing.
    if (margin >= 0 && x >= frame.left - margin && x <= frame.left + frame.width + margin) {
      if (y >= frame.top - margin && y <= frame.top + frame.height + margin) {
        look.draw(context, index, x, y);
      }
    }
  }
}
