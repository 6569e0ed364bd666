import { flag } from "../../field.js";
import type { Point } from "../gestures.js";
import { angles } from "../painters/angle.js";
import type { Frame } from "../painters/painter.js";
import type { Placed } from "../painters/words.js";
import { WordsPainter } from "../painters/words.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { wordsIn } from "../words.js";
import { placeOf, timesOf } from "./mark.js";
import type { WordBox } from "./standing_words.js";
import { standingWords } from "./standing_words.js";

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
    const beside = { x: valueAt(right, index), y: -valueAt(up, index) };
    const px = x(index) + beside.x;
    const py = y(index) + beside.y;
    if (!Number.isFinite(px + py)) continue;
    context.save();
    const placed = words.place(context, index);
    context.translate(px, py);
    context.rotate(around * valueAt(turns, index));
    if (placed !== undefined) words.paint(context, index, placed);
    context.restore();
    if (!flag(model, "editable")) continue;
    if (placed === undefined) standingWords.delete(model);
    else standingWords.set(model, boxOf(placed, beside, around * valueAt(turns, index)));
  }
}

/** Return the box around words that are turned about a point beside their place. */
function boxOf({ left, top, width, height }: Placed, beside: Point, turn: number): WordBox {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const corners = [left, left + width].flatMap((x) =>
    [top, top + height].map((y) => ({
      x: beside.x + x * cos - y * sin,
      y: beside.y + x * sin + y * cos,
    })),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
