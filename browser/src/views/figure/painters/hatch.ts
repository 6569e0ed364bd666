import type { Hatch } from "../extras.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";

type Draw = (path: CanvasRenderingContext2D, size: number) => void;

const SIGNS: Readonly<Record<string, string>> = {
  " ": "blank",
  ".": "dot",
  o: "ring",
  "-": "horizontal_line",
  "|": "vertical_line",
  "+": "cross",
  '"': "horizontal_dash",
  ":": "vertical_dash",
  "@": "spiral",
  "/": "right_diagonal_line",
  "\\": "left_diagonal_line",
  x: "diagonal_cross",
  ",": "right_diagonal_dash",
  "`": "left_diagonal_dash",
  v: "horizontal_wave",
  ">": "vertical_wave",
  "*": "criss_cross",
};

function line(...points: readonly number[]): Draw {
  return (path, size) => {
    for (let index = 0; index < points.length; index += 4) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(index).map((share) => share * size);
      path.moveTo(x0, y0);
      path.lineTo(x1, y1);
    }
  };
}

const across = line(0, 0.5, 1, 0.5);
const down = line(0.5, 0, 0.5, 1);
// What is aslant reaches into the neighbouring tiles, or corners would be missing.
const rising = line(-0.5, 0.5, 0.5, -0.5, -0.5, 1.5, 1.5, -0.5, 0.5, 1.5, 1.5, 0.5);
const falling = line(-0.5, 0.5, 0.5, 1.5, -0.5, -0.5, 1.5, 1.5, 0.5, -0.5, 1.5, 0.5);
const steep = line(-0.5, 1.5, 0.5, -0.5, 0, 1.5, 1, -0.5, 0.5, 1.5, 1.5, -0.5);
const falls = line(-0.5, -0.5, 0.5, 1.5, 0, -0.5, 1, 1.5, 0.5, -0.5, 1.5, 1.5);

function all(...parts: readonly Draw[]): Draw {
  return (path, size) => {
    for (const part of parts) part(path, size);
  };
}

const PATTERNS: Readonly<Record<string, Draw>> = {
  dot: (path, size) => {
    path.arc(size / 2, size / 2, size / 4, 0, 2 * Math.PI);
  },
  ring: (path, size) => {
    path.arc(size / 2, size / 2, size / 4, 0, 2 * Math.PI);
  },
  horizontal_line: across,
  vertical_line: down,
  cross: all(across, down),
  horizontal_dash: line(0, 0.5, 0.5, 0.5),
  vertical_dash: line(0.5, 0, 0.5, 0.5),
  spiral: (path, size) => {
    path.moveTo(size / 2, size / 2);
    for (let step = 0; step <= 60; step += 1) {
      const turn = step / 5;
      const radius = (size / 2 / 60) * step;
      path.lineTo(size / 2 + radius * Math.cos(turn), size / 2 - radius * Math.sin(turn));
    }
  },
  right_diagonal_line: steep,
  left_diagonal_line: falls,
  diagonal_cross: all(rising, falling),
  right_diagonal_dash: line(0.25, 0.75, 0.75, 0.25),
  left_diagonal_dash: line(0.25, 0.25, 0.75, 0.75),
  horizontal_wave: line(0, 0.5, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.75, 0.25, 1, 0.5),
  vertical_wave: line(0.5, 0, 0.75, 0.25, 0.75, 0.25, 0.25, 0.75, 0.25, 0.75, 0.5, 1),
  criss_cross: all(rising, falling, across, down),
};

/** Prepare the hatches of a glyph. */
export function hatch(glyph: GlyphReader, prefix = ""): Hatch {
  const patterns = glyph.words(`${prefix}hatch_pattern`, "blank");
  const colors = glyph.colors(`${prefix}hatch_color`);
  const alphas = glyph.numbers(`${prefix}hatch_alpha`, 1);
  const scales = glyph.numbers(`${prefix}hatch_scale`, 12);
  const weights = glyph.numbers(`${prefix}hatch_weight`, 1);
  const tiles = new Map<string, CanvasPattern | null>();
  return (context, index) => {
    const sign = valueAt(patterns, index);
    const name = SIGNS[sign] ?? sign;
    const color = valueAt(colors, index);
    const scale = Math.min(Math.max(valueAt(scales, index), 2), 200);
    const weight = valueAt(weights, index);
    if (color === undefined || !(name in PATTERNS) || Number.isNaN(scale)) return false;
    const key = [name, color, scale, weight].join();
    let tile = tiles.get(key);
    if (tile === undefined) tiles.set(key, (tile = makeTile(context, name, color, scale, weight)));
    if (tile === null) return false;
    context.fillStyle = tile;
    context.globalAlpha = valueAt(alphas, index);
    return true;
  };
}

/** Draw one tile as fine as the canvas is, and let it repeat at its size. */
function makeTile(
  context: CanvasRenderingContext2D,
  name: string,
  color: string,
  size: number,
  weight: number,
): CanvasPattern | null {
  const fine = Math.max(1, Math.round(size * Math.max(1, window.devicePixelRatio)));
  const brush = new OffscreenCanvas(fine, fine).getContext("2d");
  if (brush === null) return null;
  brush.scale(fine / size, fine / size);
  brush.strokeStyle = brush.fillStyle = color;
  brush.lineWidth = weight;
  brush.beginPath();
  PATTERNS[name]?.(brush as unknown as CanvasRenderingContext2D, size);
  if (name === "dot") brush.fill();
  else brush.stroke();
  const pattern = context.createPattern(brush.canvas, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(size / fine));
  return pattern;
}
