import { fontOf } from "../palette.js";
import { valueAt } from "../spec.js";
import { angles } from "./angle.js";
import { pointBounds } from "./line.js";
import type { Painter } from "./painter.js";

const ALIGNMENTS: readonly CanvasTextAlign[] = ["left", "center", "right", "start", "end"];
const BASELINES: readonly CanvasTextBaseline[] = [
  "top",
  "middle",
  "bottom",
  "alphabetic",
  "hanging",
  "ideographic",
];

/** Draws a text at each row. */
export const textPainter: Painter = {
  paint(frame, glyph) {
    const x = glyph.positions("x", "x");
    const y = glyph.positions("y", "y");
    if (x === undefined || y === undefined) return;
    const { context, palette } = frame;
    const texts = glyph.texts("text");
    const colors = glyph.colors("text_color");
    const alphas = glyph.numbers("text_alpha", 1);
    const turns = angles(glyph, "angle");
    const right = glyph.numbers("x_offset", 0);
    const down = glyph.numbers("y_offset", 0);
    const aligns = glyph.words("text_align", "left");
    const baselines = glyph.words("text_baseline", "bottom");
    context.font = fontOf(glyph.glyph, "text", "16px", palette.font);
    for (let index = 0; index < glyph.length; index += 1) {
      const px = frame.x.toPixel(x[index] ?? NaN) + valueAt(right, index);
      const py = frame.y.toPixel(y[index] ?? NaN) + valueAt(down, index);
      const color = valueAt(colors, index);
      if (!Number.isFinite(px + py) || color === undefined) continue;
      const align = valueAt(aligns, index);
      const baseline = valueAt(baselines, index);
      // The grey that Bokeh takes for want of another is the text colour here.
      context.fillStyle = color === "#444444" ? palette.text : color;
      context.globalAlpha = valueAt(alphas, index);
      context.textAlign = ALIGNMENTS.find((each) => each === align) ?? "left";
      context.textBaseline = BASELINES.find((each) => each === baseline) ?? "bottom";
      context.save();
      context.translate(px, py);
      context.rotate(-valueAt(turns, index));
      for (const [line, words] of valueAt(texts, index).split("\n").entries()) {
        context.fillText(words, 0, line * parseFloat(context.font.replace(/^\D*/, "")) * 1.2);
      }
      context.restore();
    }
  },

  bounds: pointBounds,

  hit() {
    return undefined;
  },

  swatch(context, glyph, width, height, row) {
    const color = valueAt(glyph.colors("text_color"), row);
    context.fillStyle = color ?? "gray";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText("A", width / 2, height / 2);
  },
};
