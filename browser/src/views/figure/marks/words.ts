import { angles } from "../painters/angle.js";
import type { Frame } from "../painters/painter.js";
import { WordsPainter } from "../painters/words.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { wordsIn } from "../words.js";
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
  const around = model.get("direction") === "clock" ? 1 : -1;
  const said = model.type.endsWith("Label")
    ? { same: true as const, value: wordsIn(model, "text") }
    : undefined;
  const words = new WordsPainter(reader, palette, said);
  for (let index = 0; index < timesOf(reader); index += 1) {
    const px = x(index) + valueAt(right, index);
    const py = y(index) - valueAt(up, index);
    if (!Number.isFinite(px + py)) continue;
    context.save();
    const placed = words.place(context, index);
    context.translate(px, py);
    context.rotate(around * valueAt(turns, index));
    if (placed !== undefined) words.paint(context, index, placed);
    context.restore();
  }
}
