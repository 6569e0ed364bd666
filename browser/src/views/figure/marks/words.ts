import { flag } from "../../field.js";
import type { Point } from "../gestures.js";
import { angles } from "../painters/angle.js";
import type { Frame } from "../painters/painter.js";
import type { Palette } from "../palette.js";
import type { Placed } from "../painters/words.js";
import { WordsPainter } from "../painters/words.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import type { Size } from "../words.js";
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
  const words = wordsOf(reader, palette);
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

/** Return how large the words of a label are that stand somewhere by themselves. */
export function sizeOfLabel(reader: GlyphReader, palette: Palette): Size {
  ruler ??= document.createElement("canvas").getContext("2d") ?? undefined;
  const placed = ruler && wordsOf(reader, palette).place(ruler, 0);
  if (placed === undefined) return { width: 0, height: 0 };
  const box = boxOf(placed, { x: 0, y: 0 }, valueAt(angles(reader, "angle"), 0));
  return { width: box.right - box.left, height: box.bottom - box.top };
}

let ruler: CanvasRenderingContext2D | undefined;

function wordsOf(reader: GlyphReader, palette: Palette): WordsPainter {
  const { glyph: model } = reader;
  return model.type.endsWith("Label")
    ? new WordsPainter(reader, palette, { same: true, value: wordsIn(model, "text") })
    : new WordsPainter(reader, palette);
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
