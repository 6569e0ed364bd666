import { number, text } from "../../field.js";
import { fontOf, sizeOf } from "../palette.js";
import { angles } from "../painters/angle.js";
import type { Frame } from "../painters/painter.js";
import { readDash } from "../painters/style.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { placeOf, timesOf } from "./mark.js";

/** Draw words at one place, or at each row. */
export function paintLabels(frame: Frame, reader: GlyphReader): void {
  const { glyph: model } = reader;
  const { context, palette } = frame;
  const x = placeOf(frame, reader, "x", "x", model.get("x_units"));
  const y = placeOf(frame, reader, "y", "y", model.get("y_units"));
  const right = reader.numbers("x_offset", 0);
  const up = reader.numbers("y_offset", 0);
  const turns = angles(reader, "angle");
  const words = model.type.endsWith("Label") ? undefined : reader.texts("text");
  const colors = reader.colors("text_color");
  const alphas = reader.numbers("text_alpha", 1);
  const aligns = reader.words("text_align", "left");
  const baselines = reader.words("text_baseline", "bottom");
  const behind = looks(reader, "background_fill");
  const around = looks(reader, "border_line");
  const widths = reader.numbers("border_line_width", 1);
  const padding = number(model, "padding", 0);
  context.font = fontOf(model, "text", "16px", palette.font);
  const line = sizeOf(context.font) * number(model, "text_line_height", 1.2);
  for (let index = 0; index < timesOf(reader); index += 1) {
    const px = x(index) + valueAt(right, index);
    const py = y(index) - valueAt(up, index);
    const lines = (words === undefined ? text(model, "text") : valueAt(words, index)).split("\n");
    if (!Number.isFinite(px + py) || lines.join("") === "") continue;
    const width = Math.max(...lines.map((each) => context.measureText(each).width));
    const height = line * lines.length;
    const left = width * -share(valueAt(aligns, index), "left", "right");
    const baseline = valueAt(baselines, index);
    const top = height * -share(baseline === "alphabetic" ? "bottom" : baseline, "top", "bottom");
    context.save();
    context.translate(px, py);
    context.rotate(-valueAt(turns, index));
    context.beginPath();
    context.rect(left - padding, top - padding, width + 2 * padding, height + 2 * padding);
    if (behind(context, index, "fillStyle")) context.fill();
    if (around(context, index, "strokeStyle")) {
      context.lineWidth = valueAt(widths, index);
      context.setLineDash([...readDash(model.get("border_line_dash"))]);
      context.stroke();
    }
    const color = valueAt(colors, index);
    if (color !== undefined) {
      // The grey that Bokeh takes for want of another is the text colour here.
      context.fillStyle = color === "#444444" ? palette.text : color;
      context.globalAlpha = valueAt(alphas, index);
      context.textAlign = "left";
      context.textBaseline = "middle";
      for (const [at, each] of lines.entries()) {
        const own = context.measureText(each).width;
        const shift = (width - own) * share(valueAt(aligns, index), "left", "right");
        context.fillText(each, left + shift, top + line * (at + 0.5));
      }
    }
    context.restore();
  }
}

/** Return how far along an alignment is: 0, a half, or 1. */
function share(word: string, first: string, last: string): number {
  return word === first ? 0 : word === last ? 1 : 0.5;
}

/** Return what sets the colour and the opacity of a row; false if it is not to be drawn. */
function looks(
  reader: GlyphReader,
  prefix: string,
): (
  context: CanvasRenderingContext2D,
  index: number,
  style: "fillStyle" | "strokeStyle",
) => boolean {
  const colors = reader.colors(`${prefix}_color`);
  const alphas = reader.numbers(`${prefix}_alpha`, 1);
  return (context, index, style) => {
    const color = valueAt(colors, index);
    if (color === undefined) return false;
    context[style] = color;
    context.globalAlpha = valueAt(alphas, index);
    return true;
  };
}
