import type { Order } from "../column.js";
import { visiblePart } from "../column.js";
import type { LinePoints, PathSink } from "../decimate.js";
import { traceExtremes, tracePoints } from "../decimate.js";
import type { Extremes } from "../pyramid.js";
import { EMPTY } from "../range.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import type { Bounds, Frame, Hit, Painter } from "./painter.js";
import { nearestPoint } from "./painter.js";
import { LineStyle } from "./style.js";

/** From this many points per pixel on, only the extremes of each pixel column are drawn. */
const DENSE = 2;
/** How far from a line the pointer may be, in pixels. */
const REACH = 12;
/** How far from the middle of a line the pointer may be to be right upon it, however thin it is. */
const TOUCH = 3;

/** Draws a line through all rows. */
export const linePainter: Painter = {
  whole: true,

  paint(frame, glyph) {
    const points = visiblePoints(frame, glyph);
    if (points === undefined) return;
    const { context } = frame;
    const style = new LineStyle(glyph);
    if (!style.apply(context, 0)) return;
    style.begin(context);
    const dense = points.to - points.from > frame.width * frame.ratio * DENSE;
    if (dense && points.order !== "none") paintDense(frame, points, style);
    else {
      context.beginPath();
      tracePoints(points, frame.x, frame.y, context);
      context.stroke();
    }
  },

  bounds: pointBounds,

  hit(frame, glyph, px, py, mode) {
    const points = visiblePoints(frame, glyph);
    if (points === undefined) return undefined;
    const { x, y } = points;
    const half = valueAt(glyph.numbers("line_width", 1), 0) / 2;
    const reach = mode === "mouse" ? Math.max(REACH, half) : 0;
    const [from, to] =
      mode === "hline" ? [points.from, points.to] : nearRows(frame, points, px, reach);
    if (mode === "mouse")
      return nearestStretch(frame, points, from, to, px, py, reach, Math.max(TOUCH, half));
    return nearestPoint(frame, x, y, from, to, px, py, mode, () => Infinity);
  },

  swatch(context, glyph, width, height, row) {
    const style = new LineStyle(glyph);
    if (!style.apply(context, row)) return;
    style.begin(context);
    context.lineWidth = Math.min(valueAt(style.width, row), 4);
    context.beginPath();
    context.moveTo(0, height / 2);
    context.lineTo(width, height / 2);
    context.stroke();
  },
};

/** Draw the extremes of each pixel column only: as bars, where one over another looks no other than one alone. */
function paintDense(frame: Frame, points: VisiblePoints, style: LineStyle): void {
  const { context, ratio, width, height } = frame;
  const { strokeStyle: color, lineWidth, lineCap, globalAlpha: alpha } = context;
  const barred =
    typeof color === "string" && color.startsWith("#") && style.solid && lineWidth * ratio >= 1;
  const layer = barred && alpha < 1 ? layerOf(width, height, ratio) : undefined;
  const brush = layer ?? context;
  if (layer !== undefined) {
    const { lineJoin } = context;
    Object.assign(layer, { lineCap, lineJoin, lineWidth, strokeStyle: color });
    layer.setTransform(ratio, 0, 0, ratio, -frame.left * ratio, -frame.top * ratio);
  }
  if (barred) brush.fillStyle = color;
  // Of lines as thin as a pixel of the screen browsers draw many at once in less time than as many areas.
  const thin = lineWidth * ratio === 1 && lineCap === "butt";
  const sink: PathSink = {
    moveTo: (x, y) => {
      brush.moveTo(x, y);
    },
    lineTo: (x, y) => {
      brush.lineTo(x, y);
    },
    bar: barred
      ? (x, low, high): void => {
          if (!thin) brush.fillRect(x - lineWidth / 2, low, lineWidth, high - low);
          else {
            brush.moveTo(x, low);
            brush.lineTo(x, high);
          }
        }
      : undefined,
  };
  brush.beginPath();
  traceExtremes(points, frame.x, frame.y, sink, 1 / ratio, points.extremes);
  brush.stroke();
  if (layer !== undefined) context.drawImage(layer.canvas, frame.left, frame.top, width, height);
}

let last: OffscreenCanvasRenderingContext2D | undefined;

/** Return an empty drawing as large as a frame, to be laid over others as a whole. */
function layerOf(
  width: number,
  height: number,
  ratio: number,
): OffscreenCanvasRenderingContext2D | undefined {
  const [wide, tall] = [Math.round(width * ratio), Math.round(height * ratio)];
  last ??= new OffscreenCanvas(wide, tall).getContext("2d") ?? undefined;
  // That also empties it.
  if (last !== undefined) Object.assign(last.canvas, { width: wide, height: tall });
  return last;
}

/** Return the rows of a sorted line among which the one at a place must be. */
function nearRows(
  frame: Frame,
  { x, order, from, to }: VisiblePoints,
  px: number,
  reach: number,
): [number, number] {
  const ends = [frame.x.toValue(px - reach), frame.x.toValue(px + reach)];
  const [near, last] = visiblePart(x, order, Math.min(...ends), Math.max(...ends));
  let first = Math.max(near, from);
  // Of rows at one place the first is meant.
  while (first > from && x[first - 1] === x[first]) first -= 1;
  return [first, Math.min(last, to)];
}

/** Return the point at the nearer end of the stretch of a line that the pointer is on; those near a point come first. */
function nearestStretch(
  frame: Frame,
  { x, y }: VisiblePoints,
  from: number,
  to: number,
  px: number,
  py: number,
  reach: number,
  touch: number,
): Hit | undefined {
  const most = reach * reach;
  let best: Hit | undefined;
  let ax = NaN;
  let ay = NaN;
  let before = Infinity;
  let touched = false;
  for (let index = Math.max(from - 1, 0); index < Math.min(to + 1, x.length); index += 1) {
    const bx = frame.x.toPixel(x[index] ?? NaN);
    const by = frame.y.toPixel(y[index] ?? NaN);
    const here = (bx - px) ** 2 + (by - py) ** 2;
    const close = here <= most && index >= from && index < to;
    const dx = bx - ax;
    const dy = by - ay;
    const share = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy);
    const on =
      share > 0 && share < 1 ? (ax + share * dx - px) ** 2 + (ay + share * dy - py) ** 2 : NaN;
    const distance = close ? here : most + on;
    touched ||= here <= touch * touch || on <= touch * touch;
    if (distance < (best?.distance ?? 2 * most)) {
      best =
        !close && before < here
          ? { index: index - 1, px: ax, py: ay, distance }
          : { index, px: bx, py: by, distance };
    }
    ax = bx;
    ay = by;
    before = here;
  }
  return best && { ...best, touched };
}

interface VisiblePoints extends LinePoints {
  /** Which way x goes. */
  readonly order: Order;
  /** What knows the extremes of y, where no place along x is missing. */
  readonly extremes: Extremes | undefined;
}

function visiblePoints(frame: Frame, glyph: GlyphReader): VisiblePoints | undefined {
  const x = glyph.positions("x", "x");
  const y = glyph.positions("y", "y");
  if (x === undefined || y === undefined) return undefined;
  const { order, whole } = glyph.facts.track(x);
  const [from, last] = visiblePart(x, order, frame.x.low, frame.x.high);
  const to = Math.min(last, glyph.length);
  return {
    x,
    y,
    from,
    to,
    order,
    get extremes() {
      return whole ? glyph.facts.track(y).pyramid : undefined;
    },
  };
}

/** Return what points at `x` and `y` cover. */
export function pointBounds(glyph: GlyphReader): Bounds {
  const x = glyph.positions("x", "x");
  const y = glyph.positions("y", "y");
  return {
    x: x === undefined ? EMPTY : glyph.facts.extent(x),
    y: y === undefined ? EMPTY : glyph.facts.extent(y),
  };
}
