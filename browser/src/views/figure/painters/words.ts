/** Words in boxes: where their lines stand, and what is around them. */
import { schemeOn } from "../../../theme/scheme.js";
import { extras } from "../extras.js";
import { own } from "../own.js";
import type { Palette } from "../palette.js";
import { fontText, sizeOf } from "../palette.js";
import type { GlyphReader, Varying } from "../spec.js";
import { valueAt } from "../spec.js";
import { ACROSS, DOWN, placeInBox } from "./anchor.js";
import { angles } from "./angle.js";
import type { Area } from "../panels.js";
import type { Box } from "./painter.js";
import { readRadii } from "./rounded.js";
import type { Size, WordStyle } from "../words.js";
import { formulas, hasFormula } from "../words.js";
import { FillStyle, LineStyle } from "./style.js";

/** Where words are relative to their position, before they are turned. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How large they are, if formulas are among them. */
  readonly formula?: Size | undefined;
  readonly lines: readonly { readonly words: string; readonly x: number; readonly y: number }[];
}

const FLAT = { angle: 0, along: 0 };

/** The grey that Bokeh takes for want of another colour: the text colour of the page here. */
const DEFAULT = "#444444";

/** How wide what parts words from the data below them is, in CSS pixels. */
const HALO = 3;

/** Numbers have nothing below their line: in a cell they are to stand in the very middle. */
const NUMBER = /^(?=.*\d)[\d.,+\-−e]+$/;

/** How high digits of the last font are. */
let digits = { font: "", above: 0 };

function heightOfDigits(context: CanvasRenderingContext2D): number {
  const { font } = context;
  if (digits.font !== font) {
    digits = { font, above: context.measureText("0").actualBoundingBoxAscent };
  }
  return digits.above;
}

/** Return how far words reach above and below their line. */
function reach(
  context: CanvasRenderingContext2D,
  text: string,
  measured: TextMetrics | undefined,
): { above: number; descent: number } {
  if (NUMBER.test(text)) {
    return { above: heightOfDigits(context), descent: 0 };
  }
  const { fontBoundingBoxAscent: above = 0, fontBoundingBoxDescent: descent = 0 } = measured ?? {};
  return { above, descent };
}

/** Places and draws the words of rows. */
export class WordsPainter {
  readonly angle: Varying<number>;
  readonly #texts: Varying<string>;
  readonly #colors: Varying<string | undefined>;
  readonly #alphas: Varying<number>;
  readonly #outline: LineStyle;
  readonly #fill: FillStyle;
  readonly #border: LineStyle;
  readonly #shapes: Varying<string>;
  readonly #aligns: Varying<string>;
  readonly #baselines: Varying<string>;
  readonly #anchors: Varying<unknown>;
  readonly #heights: Varying<number>;
  readonly #padding: readonly [number, number, number, number];
  readonly #radii: number | number[] | undefined;
  readonly #fontOf: (index: number) => string;
  readonly #below: boolean;
  readonly #onPage: boolean;
  /** Colours of words by what is behind them. */
  readonly #seen = new Map<string, string>();

  constructor(
    glyph: GlyphReader,
    private readonly palette: Palette,
    texts: Varying<string> = glyph.texts("text"),
  ) {
    this.angle = angles(glyph, "angle");
    this.#texts = texts;
    this.#colors = glyph.colors("text_color");
    this.#alphas = glyph.numbers("text_alpha", 1);
    this.#outline = new LineStyle(glyph, "text_outline");
    this.#fill = new FillStyle(glyph, "background_fill");
    this.#border = new LineStyle(glyph, "border_line");
    this.#shapes = glyph.words("outline_shape", "box");
    this.#aligns = glyph.words("text_align", "left");
    this.#baselines = glyph.words("text_baseline", "bottom");
    this.#anchors = glyph.values("anchor");
    this.#heights = glyph.numbers("text_line_height", 1.2);
    this.#padding = readPadding(glyph.glyph.get("padding"));
    this.#radii = readRadii(glyph.glyph.get("border_radius"));
    this.#fontOf = fonts(glyph, palette);
    this.#below = glyph.glyph.get("level") === "underlay";
    this.#onPage = glyph.glyph.get("on_page") === true;
  }

  /** Return where the words of a row are; nothing if there are none. Sets the font of the context. */
  place(context: CanvasRenderingContext2D, index: number): Placed | undefined {
    const text = valueAt(this.#texts, index);
    if (text === "") return undefined;
    context.font = this.#fontOf(index);
    const formula = hasFormula(text)
      ? formulas.sizeOf?.(text, this.#styleOf(context, index))
      : undefined;
    const lines = formula === undefined ? text.split("\n") : [text];
    context.textAlign = "left";
    context.textBaseline = "alphabetic";
    const measured = lines.map((line) => context.measureText(line));
    const { above, descent } = reach(context, text, measured[0]);
    const ascent = formula === undefined ? above : formula.height - descent;
    const size = sizeOf(context.font);
    const step = size * (valueAt(this.#heights, index) || 1.2);
    const [up, right, down, left] = this.#padding;
    const inner = formula?.width ?? Math.max(...measured.map(({ width }) => width));
    const width = inner + left + right;
    const height = ascent + descent + step * (lines.length - 1) + up + down;
    const align = own(ACROSS, valueAt(this.#aligns, index)) ?? 0;
    const [across, along] = this.#anchorOf(index, align);
    return {
      left: -across * width,
      top: -along * height,
      width,
      height,
      formula,
      lines: lines.map((words, line) => ({
        words,
        x:
          -across * width +
          left +
          (formula === undefined ? align * (inner - (measured[line]?.width ?? 0)) : 0),
        y: -along * height + up + ascent + line * step,
      })),
    };
  }

  /** Draw what was placed around the origin of a context. */
  paint(context: CanvasRenderingContext2D, index: number, placed: Placed, area?: Area): void {
    const own = valueAt(this.#colors, index);
    // Words below the data have nothing but the page behind them, and others perhaps nothing that is bright.
    const adapts = (this.#below || this.#onPage) && this.palette.dark === true && own !== DEFAULT;
    const color = adapts && own !== undefined ? extras.dark?.inTheDark(own) : own;
    context.beginPath();
    if (traceShape(context, valueAt(this.#shapes, index), placed, this.#radii)) {
      if (this.#fill.apply(context, index)) context.fill();
      if (this.#fill.hatch?.(context, index) === true) context.fill();
      this.#border.begin(context);
      if (this.#border.apply(context, index)) context.stroke();
      context.setLineDash([]);
    }
    for (const { words, x, y } of placed.lines) {
      const { formula } = placed;
      if (formula !== undefined) {
        const middle = placed.top + this.#padding[0] + formula.height / 2;
        const style = this.#styleOf(context, index);
        if (formulas.write?.(context, words, style, FLAT, x, middle, area) === true) continue;
      }
      if (color !== undefined) {
        this.#part(context, index, color, () => {
          context.strokeText(words, x, y);
        });
        context.fillStyle = color === DEFAULT ? this.#legible(context, index) : color;
        context.globalAlpha = valueAt(this.#alphas, index);
        context.fillText(words, x, y);
      }
      this.#outline.begin(context);
      if (this.#outline.apply(context, index)) {
        context.globalAlpha = valueAt(this.#alphas, index);
        context.strokeText(words, x, y);
      }
    }
  }

  /** Part words from the data below them in the dark, where their author has not seen them on it. */
  #part(context: CanvasRenderingContext2D, index: number, color: string, draw: () => void): void {
    const { dark, surface } = this.palette;
    if (dark !== true || valueAt(this.#fill.color, index) !== undefined) return;
    const plain = color === DEFAULT || (this.#onPage && !this.#below);
    if (!plain && (this.#below || extras.dark?.isDim(color) !== true)) return;
    context.strokeStyle = plain ? surface : "#fff";
    context.globalAlpha = valueAt(this.#alphas, index);
    context.lineWidth = HALO;
    context.lineJoin = "round";
    draw();
  }

  /** Return how words with formulas look. */
  #styleOf({ font }: CanvasRenderingContext2D, index: number): WordStyle {
    const color = valueAt(this.#colors, index);
    return {
      font,
      size: sizeOf(font),
      color: color === "#444444" ? this.palette.text : color,
      alpha: valueAt(this.#alphas, index),
      lineHeight: valueAt(this.#heights, index) || 1.2,
    };
  }

  /** Return the colour of words that have none of their own: one that is seen on what is behind them. */
  #legible(context: CanvasRenderingContext2D, index: number): string {
    const behind = valueAt(this.#fill.color, index);
    if (behind === undefined || valueAt(this.#shapes, index) === "none") return this.palette.text;
    context.fillStyle = behind;
    const own = /^rgba.* ([\d.]+)\)$/.exec(context.fillStyle)?.[1] ?? 1;
    if (!(Number(own) * valueAt(this.#fill.alpha, index) > 0.5)) return this.palette.text;
    let color = this.#seen.get(behind);
    if (color === undefined) {
      color = schemeOn(behind) === "light" ? DEFAULT : "#dddddd";
      this.#seen.set(behind, color);
    }
    return color;
  }

  /** Return how far across and down a box its anchor is. */
  #anchorOf(index: number, align: number): [number, number] {
    const place = placeInBox(valueAt(this.#anchors, index));
    return place ?? [align, own(DOWN, valueAt(this.#baselines, index)) ?? 1];
  }
}

/** Return the box of what was placed at a point and turned. */
export function turnedBox(placed: Placed, px: number, py: number, angle: number): Box {
  const { left, top, width, height } = placed;
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  const corners = [
    [left, top],
    [left + width, top],
    [left, top + height],
    [left + width, top + height],
  ].map(([x = 0, y = 0]) => [px + x * cos - y * sin, py + x * sin + y * cos] as const);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function fonts(glyph: GlyphReader, palette: Palette): (index: number) => string {
  const sizes = glyph.values("text_font_size");
  const styles = glyph.values("text_font_style");
  const names = glyph.values("text_font");
  return (index) =>
    fontText(
      { size: valueAt(sizes, index), style: valueAt(styles, index), name: valueAt(names, index) },
      "16px",
      palette.font,
    );
}

/** Read the room on the four sides, from above on. */
function readPadding(value: unknown): [number, number, number, number] {
  if (typeof value === "number") return [value, value, value, value];
  const [up = 0, right = 0, down = 0, left = 0] = Array.isArray(value) ? value.map(Number) : [];
  return [up, right, down, left];
}

/** Add the shape around words to a path; false if there is none. */
function traceShape(
  path: CanvasRenderingContext2D,
  shape: string,
  { left, top, width, height }: Placed,
  radii: number | number[] | undefined,
): boolean {
  const [cx, cy] = [left + width / 2, top + height / 2];
  const [w, h] = [width / 2, height / 2];
  const polygon = (...corners: readonly (readonly [number, number])[]): boolean => {
    for (const [at, [x, y]] of corners.entries()) {
      if (at === 0) path.moveTo(cx + x, cy + y);
      else path.lineTo(cx + x, cy + y);
    }
    path.closePath();
    return true;
  };
  switch (shape) {
    case "none":
      return false;
    case "square": {
      const side = Math.max(w, h);
      path.roundRect(cx - side, cy - side, 2 * side, 2 * side, radii);
      return true;
    }
    case "circle":
      path.arc(cx, cy, Math.hypot(w, h), 0, 2 * Math.PI);
      return true;
    case "ellipse":
      path.ellipse(cx, cy, w * Math.SQRT2, h * Math.SQRT2, 0, 0, 2 * Math.PI);
      return true;
    case "trapezoid":
      return polygon([-w, -h], [w, -h], [w + h, h], [-w - h, h]);
    case "parallelogram":
      return polygon([-w, -h], [w + 2 * h, -h], [w, h], [-w - 2 * h, h]);
    case "diamond":
      return polygon([0, -2 * h], [2 * w, 0], [0, 2 * h], [-2 * w, 0]);
    case "triangle":
      // Its base is below, and the box touches both of the other sides.
      return polygon(
        [0, -h - Math.sqrt(3) * w],
        [w + (2 * h) / Math.sqrt(3), h],
        [-w - (2 * h) / Math.sqrt(3), h],
      );
    default:
      path.roundRect(left, top, width, height, radii);
      return true;
  }
}
