import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { pointBounds } from "./line.js";
import type { Box, Frame, Painter } from "./painter.js";
import type { Model } from "../../../model/types.js";
import { text } from "../../field.js";
import type { Varying } from "../spec.js";
import { macrosOf } from "../words.js";
import { WordsPainter, turnedBox } from "./words.js";

/** A formula among words, with what it begins and ends with. */
const FORMULA = /\$\$[\s\S]+?\$\$|\\\[[\s\S]+?\\\]|\\\([\s\S]+?\\\)/g;

/** How glyphs whose texts are formulas say so. */
const READERS: Readonly<Record<string, (glyph: Model, words: string) => string>> = {
  MathMLGlyph: (_, words) => `\u2061${words}`,
  TeXGlyph: (glyph, words) => {
    const macros = macrosOf(glyph);
    const display = text(glyph, "display", "auto");
    if (display === "inline") return `\\(${macros}${words}\\)`;
    if (display === "block") return `$$${macros}${words}$$`;
    return words.replace(FORMULA, (found) => found.slice(0, 2) + macros + found.slice(2));
  },
};

/** Draws a text at each row. */
export const textPainter: Painter = {
  paint(frame, glyph) {
    const placeOf = places(frame, glyph);
    if (placeOf === undefined) return;
    const { context } = frame;
    const words = new WordsPainter(glyph, frame.palette, textsOf(glyph));
    for (let index = 0; index < glyph.length; index += 1) {
      const [px, py] = placeOf(index);
      if (!Number.isFinite(px + py)) continue;
      const placed = words.place(context, index);
      if (placed === undefined) continue;
      context.save();
      context.translate(px, py);
      context.rotate(-valueAt(words.angle, index));
      words.paint(context, index, placed, frame);
      context.restore();
    }
  },

  bounds: pointBounds,

  hit(frame, glyph, px, py, mode) {
    const boxOf = textBoxes(frame, glyph);
    if (boxOf === undefined) return undefined;
    for (let index = glyph.length - 1; index >= 0; index -= 1) {
      const { left, right, top, bottom } = boxOf(index);
      const across = (px >= left && px <= right) || mode === "hline";
      const along = (py >= top && py <= bottom) || mode === "vline";
      if (across && along) return { index, px: (left + right) / 2, py: top, distance: 0 };
    }
    return undefined;
  },

  boxes: textBoxes,

  swatch(context, glyph, width, height, row) {
    const color = valueAt(glyph.colors("text_color"), row);
    // In a legend the words of a page are grey, light or dark.
    context.fillStyle = color === undefined || !glyph.glyph.chosen("text_color") ? "gray" : color;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText("A", width / 2, height / 2);
  },
};

function textsOf(glyph: GlyphReader): Varying<string> {
  const texts = glyph.texts("text");
  const read = READERS[glyph.glyph.type];
  if (read === undefined) return texts;
  const of = (words: string): string => (words === "" ? "" : read(glyph.glyph, words));
  if (texts.same) return { same: true, value: of(texts.value) };
  return { same: false, at: (index) => of(texts.at(index)) };
}

function places(
  frame: Frame,
  glyph: GlyphReader,
): ((index: number) => [number, number]) | undefined {
  const x = glyph.positions("x", "x");
  const y = glyph.positions("y", "y");
  if (x === undefined || y === undefined) return undefined;
  const right = glyph.numbers("x_offset", 0);
  const down = glyph.numbers("y_offset", 0);
  return (index) => [
    frame.x.toPixel(x[index] ?? NaN) + valueAt(right, index),
    frame.y.toPixel(y[index] ?? NaN) + valueAt(down, index),
  ];
}

function textBoxes(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined {
  const placeOf = places(frame, glyph);
  if (placeOf === undefined) return undefined;
  const { context, palette } = frame;
  const words = new WordsPainter(glyph, palette, textsOf(glyph));
  return (index) => {
    context.save();
    const placed = words.place(context, index);
    context.restore();
    const [px, py] = placeOf(index);
    return placed === undefined
      ? { left: NaN, right: NaN, top: NaN, bottom: NaN }
      : turnedBox(placed, px, py, valueAt(words.angle, index));
  };
}
