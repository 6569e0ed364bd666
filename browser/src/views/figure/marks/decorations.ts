/** Small shapes at the ends of what glyphs draw. */
import { reference, references, text } from "../../field.js";
import type { Frame, Painter } from "../painters/painter.js";
import type { GlyphReader } from "../spec.js";
import { headIn } from "./head.js";

type Point = readonly [number, number];

/** How many points stand for a curve. */
const STEPS = 64;

/** Draw what stands at the ends of each row's glyph, or in the middle; what strokes no lines has none. */
export function decorate(frame: Frame, glyph: GlyphReader, painter: Painter | undefined): void {
  const decorations = references(glyph.glyph, "decorations");
  for (const decoration of decorations) {
    glyph.uses.add(decoration);
    const marking = reference(decoration, "marking");
    if (marking !== undefined) glyph.uses.add(marking);
  }
  const strokes = glyph.glyph.get("line_color") !== undefined;
  if (decorations.length === 0 || painter === undefined || !strokes) return;
  const heads = decorations.map((decoration) => headIn(decoration, "marking", frame, glyph));
  const lines = linesOf(frame, glyph, painter);
  for (const [row, line] of lines.entries()) {
    // Of a line through all rows there is one, and of rows without any nobody knows which they are.
    const index = lines.length === glyph.length ? row : 0;
    for (const [at, decoration] of decorations.entries()) {
      const [x, y, turn] = placeOn(line, text(decoration, "node", "start"));
      heads[at]?.draw(frame.context, x, y, turn, index);
    }
  }
}

/** Return where on a line a shape stands, and the direction that it points in. */
function placeOn(line: readonly Point[], node: string): [number, number, number] {
  const points = node === "start" ? [...line].reverse() : line;
  const lengths = points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return Math.hypot(x - fromX, y - fromY);
  });
  let rest = lengths.reduce((sum, length) => sum + length, 0) / (node === "middle" ? 2 : 1);
  let at = 0;
  while (at < lengths.length - 1 && rest > (lengths[at] ?? 0)) {
    rest -= lengths[at] ?? 0;
    at += 1;
  }
  const [fromX, fromY] = points[at] ?? [NaN, NaN];
  const [x, y] = points[at + 1] ?? [NaN, NaN];
  const share = node === "middle" ? rest / (lengths[at] ?? 1) : 1;
  const turn = Math.atan2(y - fromY, x - fromX);
  return [fromX + (x - fromX) * share, fromY + (y - fromY) * share, turn];
}

/** Return the lines that a painter strokes, as points: what it does to its canvas is noted instead. */
function linesOf(frame: Frame, glyph: GlyphReader, painter: Painter): readonly Point[][] {
  const lines: Point[][] = [];
  let path: Point[] = [];
  const to = (x: number, y: number): void => {
    const [lastX, lastY] = path.at(-1) ?? [NaN, NaN];
    if (x !== lastX || y !== lastY) path.push([x, y]);
  };
  const curve = (at: (share: number) => Point): void => {
    for (let step = 0; step <= STEPS; step += 1) to(...at(step / STEPS));
  };
  const noted: Readonly<Record<string, (...given: number[]) => void>> = {
    beginPath: () => {
      path = [];
    },
    moveTo: (x = NaN, y = NaN) => {
      // What comes after a gap goes on: a row has one beginning and one end.
      to(x, y);
    },
    lineTo: (x = NaN, y = NaN) => {
      to(x, y);
    },
    arc: (x = NaN, y = NaN, radius = NaN, from = NaN, end = NaN, back = 0) => {
      const whole = 2 * Math.PI;
      const sweep = back
        ? -((((from - end) % whole) + whole) % whole)
        : (((end - from) % whole) + whole) % whole;
      curve((share) => {
        const turn = from + sweep * share;
        return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
      });
    },
    quadraticCurveTo: (x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN) => {
      const [x0, y0] = path.at(-1) ?? [NaN, NaN];
      curve((t) => {
        const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
        return [a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2];
      });
    },
    bezierCurveTo: (x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN, x3 = NaN, y3 = NaN) => {
      const [x0, y0] = path.at(-1) ?? [NaN, NaN];
      curve((t) => {
        const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
        return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
      });
    },
    stroke: () => {
      if (path.length > 1) lines.push(path);
      path = [];
    },
  };
  const context = new Proxy(frame.context, {
    get: (_, name) => noted[String(name)] ?? (() => undefined),
    set: () => true,
  });
  painter.paint({ ...frame, context }, glyph);
  return lines;
}
