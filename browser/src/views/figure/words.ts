import type { Model } from "../../model/types.js";
import { isModel, number, record, text } from "../field.js";
import { keep } from "../kept.js";
import type { Palette } from "./palette.js";
import { chromeColor, fontOf } from "./palette.js";
import type { Area } from "./panels.js";
import { snap } from "./pen.js";

/** How words around the data look. */
export interface WordStyle {
  readonly font: string;
  /** The size of the letters in CSS pixels. */
  readonly size: number;
  readonly color: string | undefined;
  readonly alpha: number;
  /** The distance of two lines, in sizes of a letter. */
  readonly lineHeight: number;
  /** What is drawn around the letters. */
  readonly outline?: { readonly color: string; readonly width: number } | undefined;
}

/** Where words stand at a point: their angle on the screen, and which part of them is there. */
export interface Turn {
  /** In radians, clockwise. */
  readonly angle: number;
  /** The share of their width that is before the point: 0 is where they begin. */
  readonly along: number;
  /** Where shorter lines of several stand. */
  readonly align: keyof typeof SHARES;
}

/** What words cover, in CSS pixels from the point at which they stand. */
export interface Cover {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What shows formulas, once it has come, and whether any were met. */
export const formulas: {
  met?: boolean;
  /** Return what words cover that are not turned; nothing if there is no formula in them. */
  sizeOf?: (words: string, style: WordStyle) => Size | undefined;
  /** Show words at a point of a figure's canvas; false if they are to be drawn. */
  write?: (
    context: CanvasRenderingContext2D,
    words: string,
    style: WordStyle,
    place: Pick<Turn, "angle" | "along">,
    x: number,
    y: number,
    /** Beyond whose edges nothing is seen; all is if nobody says. */
    area?: Area,
  ) => boolean;
  /** Take away what was not written since it was called before. */
  settle?: (canvas: HTMLCanvasElement) => void;
  /** Show the formulas in an element's words. */
  typeset?: (element: Element) => void;
} = {};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What formulas begin with; `formulas/typeset.ts` says all of it. */
const FORMULA = /\$\$|\\[([]|\u2061/;

/** Tell whether there may be a formula among words. */
export function hasFormula(words: string): boolean {
  if (!FORMULA.test(words)) return false;
  formulas.met = true;
  return true;
}

/** Read a field that holds words, or a model that says what words are. */
export function wordsIn(model: Model, field: string): string {
  return wordsOf(model.get(field)) ?? text(model, field);
}

/** Return the words of a string or of a model that says what words are: TeX, MathML or nothing but words. */
export function wordsOf(value: unknown): string | undefined {
  if (!isModel(value)) return typeof value === "string" ? value : undefined;
  const words = text(value, "text");
  if (value.type === "MathML") return `\u2061${words}`;
  // A sign that nobody sees keeps what begins a formula apart.
  if (value.type !== "TeX") return words.replace(/[$\\]/g, "$&\u2060");
  const tex = macrosOf(value) + words;
  return value.get("inline") === true ? `\\(${tex}\\)` : `$$${tex}$$`;
}

/** Return what a model's own commands stand for, as TeX says it. */
export function macrosOf(model: Model): string {
  const macros = Object.entries(record(model, "macros")).map(([name, macro]) => {
    const [body, count] = Array.isArray(macro) ? (macro as unknown[]) : [macro, 0];
    const places = Array.from({ length: Number(count) }, (_, index) => `#${index + 1}`).join("");
    return `\\def\\${name}${places}{${String(body)}}`;
  });
  return macros.join("");
}

/** The share of a text that is before the place it is aligned to. */
const SHARES = { left: 0, center: 0.5, right: 1 };
/** Half the height of a capital letter, in sizes of a letter: what makes digits look centred. */
const HALF_CAPITAL = 0.36;

/** Read the fields of a text, whose names begin with a prefix. */
export function readWords(
  model: Model,
  prefix: string,
  size: string,
  token: string,
  page: Palette,
): WordStyle {
  const font = fontOf(model, prefix, size, page.font);
  const around = chromeColor(model, `${prefix}_outline_color`, "");
  return {
    font,
    size: Number(/([\d.]+)px/.exec(font)?.[1] ?? 12),
    color: chromeColor(model, `${prefix}_color`, token, page),
    alpha: number(model, `${prefix}_alpha`, 1),
    lineHeight: number(model, `${prefix}_line_height`, 1.2),
    outline:
      around === undefined || around === ""
        ? undefined
        : { color: around, width: number(model, `${prefix}_outline_width`, 1) },
  };
}

const ruler =
  typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");

/** Widths of texts by font: labels are measured again with every movement. */
const widths = new Map<string, Map<string, number>>();
const MOST_WIDTHS = 2000;
/** So many fonts are remembered: data may have a size for each row. */
const MOST_FONTS = 200;

/** Return how wide a text is, in CSS pixels. */
export function textWidth(text: string, font: string): number {
  let known = widths.get(font);
  if (known === undefined || known.size > MOST_WIDTHS) {
    known = new Map<string, number>();
    keep(widths, font, known, MOST_FONTS);
  }
  const width = known.get(text) ?? measured(text, font);
  known.set(text, width);
  return width;
}

// A text is as wide as the font is that was there when it was measured.
if (typeof document !== "undefined") {
  document.fonts.addEventListener("loadingdone", () => {
    widths.clear();
  });
}

function measured(text: string, font: string): number {
  const lines = text.split("\n");
  if (ruler === null) return Math.max(...lines.map((line) => line.length * 7));
  if (ruler.font !== font) ruler.font = font;
  return Math.max(...lines.map((line) => ruler.measureText(line).width));
}

/** Return what words cover once they are turned. */
export function coverOf(words: string, style: WordStyle, turn: Turn): Cover {
  const own = hasFormula(words) ? formulas.sizeOf?.(words, style) : undefined;
  const width = own?.width ?? textWidth(words, style.font);
  const height = own?.height ?? words.split("\n").length * style.size * style.lineHeight;
  const [left, right] = [-turn.along * width, (1 - turn.along) * width];
  if (turn.angle === 0) return { left, right, top: -height / 2, bottom: height / 2 };
  const [cos, sin] = [Math.cos(turn.angle), Math.sin(turn.angle)];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [left, right]) {
    for (const y of [-height / 2, height / 2]) {
      xs.push(x * cos - y * sin);
      ys.push(x * sin + y * cos);
    }
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Prepare a context to write words. */
export function takeWords(context: CanvasRenderingContext2D, style: WordStyle, turn: Turn): void {
  context.font = style.font;
  if (style.color !== undefined) context.fillStyle = style.color;
  context.globalAlpha = style.alpha;
  context.textAlign = turn.align;
  context.textBaseline = "alphabetic";
}

/** Write words at a point. */
export function writeWords(
  context: CanvasRenderingContext2D,
  words: string,
  style: WordStyle,
  turn: Turn,
  x: number,
  y: number,
  ratio: number,
): void {
  context.save();
  takeWords(context, style, turn);
  writeTaken(context, words, style, turn, x, y, ratio);
  context.restore();
}

/** Write words at a point on a context that has been prepared for them, and for others that look so. */
export function writeTaken(
  context: CanvasRenderingContext2D,
  words: string,
  style: WordStyle,
  turn: Turn,
  x: number,
  y: number,
  ratio: number,
): void {
  if (words === "" || style.color === undefined) return;
  if (hasFormula(words) && formulas.write?.(context, words, style, turn, x, y) === true) return;
  const lines = words.split("\n");
  const step = style.size * style.lineHeight;
  const turned = turn.angle !== 0;
  let [left, top] = [snap(x, ratio), snap(y, ratio)];
  if (turned) {
    context.save();
    context.translate(left, top);
    context.rotate(turn.angle);
    left = top = 0;
  }
  const beside = SHARES[turn.align] - turn.along;
  if (beside !== 0) left += beside * textWidth(words, style.font);
  const first = ((1 - lines.length) / 2) * step + HALF_CAPITAL * style.size;
  for (const [index, line] of lines.entries()) {
    const down = top + snap(first + index * step, ratio);
    if (style.outline !== undefined) {
      context.strokeStyle = style.outline.color;
      context.lineWidth = 2 * style.outline.width;
      context.lineJoin = "round";
      context.strokeText(line, left, down);
    }
    context.fillText(line, left, down);
  }
  if (turned) context.restore();
}
