import { formulaOf } from "../../../callbacks/formula.js";
import type { Model } from "../../../model/types.js";
import { isModel, isRecord, record, text } from "../../field.js";
import { keep } from "../../kept.js";
import type { Hatch } from "../extras.js";
import { own } from "../own.js";
import type { GlyphReader } from "../spec.js";
import type { Varying } from "../spec.js";
import { valueAt } from "../spec.js";
import { pictureAt } from "./files.js";

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

/** So many tiles are kept of one glyph: each row may have colours of its own. */
const MOST_TILES = 500;

/** Prepare the hatches of a glyph. */
export function hatch(glyph: GlyphReader, prefix = ""): Hatch {
  const textures = record(glyph.glyph, `${prefix}hatch_extra`);
  for (const texture of Object.values(textures)) if (isModel(texture)) glyph.uses.add(texture);
  const patterns = patternsOf(glyph, `${prefix}hatch_pattern`, textures);
  const colors = glyph.colors(`${prefix}hatch_color`);
  const alphas = glyph.numbers(`${prefix}hatch_alpha`, 1);
  const scales = glyph.numbers(`${prefix}hatch_scale`, 12);
  const weights = glyph.numbers(`${prefix}hatch_weight`, 1);
  const tiles = new Map<string, CanvasPattern | null>();
  return (context, index) => {
    const sign = valueAt(patterns, index);
    const color = valueAt(colors, index);
    const scale = Math.min(Math.max(valueAt(scales, index), 2), 200);
    const weight = valueAt(weights, index);
    if (color === undefined || Number.isNaN(scale)) return false;
    const texture = own(textures, sign);
    // What was drawn before it was changed is another tile.
    const times = isModel(texture) ? timesChanged(context, texture) : 0;
    const key = [sign, color, scale, weight, times].join();
    let tile = tiles.get(key);
    if (tile === undefined) {
      const known = own(PATTERNS, own(SIGNS, sign) ?? sign);
      if (isModel(texture) && texture.type === "ImageURLTexture") {
        tile = pictured(context, texture);
        // It comes later.
        if (tile === undefined) return false;
      } else {
        const draw = isModel(texture) ? drawnBy(texture, color, weight) : known;
        const repeats = isModel(texture) ? repetitionOf(texture) : "repeat";
        tile = draw === undefined ? null : makeTile(context, draw, color, scale, weight, repeats);
      }
      keep(tiles, key, tile, MOST_TILES);
    }
    if (tile === null) return false;
    context.fillStyle = tile;
    context.globalAlpha = valueAt(alphas, index);
    return true;
  };
}

/** Read the patterns of rows: what is no column may be a name that an author has made. */
function patternsOf(
  glyph: GlyphReader,
  field: string,
  textures: Readonly<Record<string, unknown>>,
): Varying<string> {
  const given = glyph.glyph.get(field);
  const name = isRecord(given) ? given["field"] : given;
  const known = typeof name === "string" && Object.hasOwn(textures, name);
  return known && !Object.hasOwn(glyph.columns, name)
    ? { same: true, value: name }
    : glyph.words(field, "blank");
}

function repetitionOf(texture: Model): string {
  return text(texture, "repetition", "repeat").replace("_", "-");
}

/** Return what draws a tile as code says. */
function drawnBy(texture: Model, color: string, weight: number): Draw | undefined {
  const formula = formulaOf(texture, ["ctx", "color", "scale", "weight"]);
  return formula && ((path, size) => void formula(path, color, size, weight));
}

/** Return the pattern of a picture, as large as the picture is; nothing until it has come. */
function pictured(
  context: CanvasRenderingContext2D,
  texture: Model,
): CanvasPattern | null | undefined {
  const image = pictureAt(text(texture, "url"), redrawOf(hostOf(context)), texture);
  return image && context.createPattern(image, repetitionOf(texture));
}

/** A figure, as far as textures are concerned. */
interface Host {
  readonly isConnected?: boolean;
  readonly redraw?: () => void;
  readonly requestUpdate?: () => void;
}

function hostOf({ canvas }: CanvasRenderingContext2D): Host {
  const root = canvas.getRootNode();
  return root instanceof ShadowRoot ? root.host : {};
}

/** What draws figures again, one function for each: a figure waits once. */
const redraws = new WeakMap<Host, () => void>();

function redrawOf(host: Host): () => void {
  const redraw =
    redraws.get(host) ??
    ((): void => {
      host.redraw?.();
      // Legends have it, too.
      host.requestUpdate?.();
    });
  redraws.set(host, redraw);
  return redraw;
}

/** How often a texture was changed, and who draws it. */
interface Followed {
  times: number;
  readonly hosts: Set<Host>;
}

const followed = new WeakMap<Model, Followed>();

/** Tell how often a texture was changed so far; whoever draws it does so again whenever it is. */
function timesChanged(context: CanvasRenderingContext2D, texture: Model): number {
  const known = followed.get(texture) ?? follow(texture);
  const host = hostOf(context);
  if (host.isConnected === true) known.hosts.add(host);
  return known.times;
}

function follow(texture: Model): Followed {
  const known: Followed = { times: 0, hosts: new Set() };
  followed.set(texture, known);
  texture.observe(() => {
    known.times += 1;
    for (const host of known.hosts) {
      if (host.isConnected === true) redrawOf(host)();
      else known.hosts.delete(host);
    }
  });
  return known;
}

/** Draw one tile as fine as the canvas is, and let it repeat at its size. */
function makeTile(
  context: CanvasRenderingContext2D,
  draw: Draw,
  color: string,
  size: number,
  weight: number,
  repetition: string,
): CanvasPattern | null {
  const fine = Math.max(1, Math.round(size * Math.max(1, window.devicePixelRatio)));
  const brush = new OffscreenCanvas(fine, fine).getContext("2d");
  if (brush === null) return null;
  brush.scale(fine / size, fine / size);
  brush.strokeStyle = brush.fillStyle = color;
  brush.lineWidth = weight;
  brush.beginPath();
  draw(brush as unknown as CanvasRenderingContext2D, size);
  if (draw === PATTERNS["dot"]) brush.fill();
  else if (Object.values(PATTERNS).includes(draw)) brush.stroke();
  const pattern = context.createPattern(brush.canvas, repetition);
  pattern?.setTransform(new DOMMatrix().scale(size / fine));
  return pattern;
}
