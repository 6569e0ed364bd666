import type { Columns, Model } from "../../../model/types.js";
import { isModel, isRecord, reference, text } from "../../field.js";
import { ColumnFacts } from "../column.js";
import type { Drawable, Factors } from "../extras.js";
import { LEVELS } from "../extras.js";
import type { Frame } from "../painters/painter.js";
import { isShown, planeOf } from "../plane.js";
import { GlyphReader } from "../spec.js";
import type { Varying } from "../spec.js";
import { nodeAt } from "./node.js";

/** Draws one mark; its fields are read like those of a glyph. */
export type PaintMark = (frame: Frame, reader: GlyphReader) => void;

const PARTS = [
  ...["source", "start", "end", "lower_head", "upper_head"],
  ...["x", "y", "location", "left", "right", "top", "bottom"],
  ...["range", "dimensional", "ticker"],
];

/** Reads a mark; a line whose author left it black has the colour of the page's text. */
class MarkReader extends GlyphReader {
  text = "black";

  override colors(field: string): Varying<string | undefined> {
    const colors = super.colors(field);
    const left = field === "line_color" && !this.glyph.chosen(field);
    const black = left && colors.same && colors.value === "black";
    return black ? { same: true, value: this.text } : colors;
  }
}

/** A line, an area or words over the data. */
export class Mark implements Drawable {
  #uses: ReadonlySet<Model> = new Set();

  constructor(
    readonly model: Model,
    private readonly factors: Factors,
    private readonly painter: PaintMark,
  ) {}

  get level(): number {
    return LEVELS.indexOf(text(this.model, "level", "annotation"));
  }

  paint(frame: Frame): void {
    if (!isShown(this.model)) return;
    const data = reference(this.model, "source")?.get("data");
    const columns: Columns = isRecord(data) ? (data as Columns) : {};
    const reader = new MarkReader(this.model, columns, new ColumnFacts(), this.factors());
    reader.text = frame.palette.text;
    this.painter(planeOf(frame, this.model), reader);
    this.#uses = reader.uses;
  }

  *models(): Iterable<Model> {
    yield this.model;
    for (const part of PARTS) {
      const model = reference(this.model, part);
      if (model !== undefined) yield model;
    }
    yield* this.#uses;
  }
}

/** Return how many times a mark is drawn: once for each row, or once without data. */
export function timesOf(reader: GlyphReader): number {
  return reference(reader.glyph, "source") === undefined ? 1 : reader.length;
}

/** Return a place in pixels of values, or of pixels from the lower left of the frame. */
export function placeOf(
  frame: Frame,
  reader: GlyphReader,
  field: string,
  direction: "x" | "y",
  units: unknown,
): (index: number) => number {
  const given = reader.glyph.get(field);
  if (isModel(given)) return () => nodeAt(frame, given, direction);
  // Words of their own stand at a factor; those of a source, at a column.
  const factor = typeof given === "string" && Object.keys(reader.columns).length === 0;
  const numbers = factor
    ? [reader.factors[direction]?.locate(given) ?? NaN]
    : reader.positions(field, direction);
  if (units !== "screen") return (index) => frame[direction].toPixel(numbers?.[index] ?? NaN);
  return (index) => {
    const pixels = numbers?.[index] ?? NaN;
    return direction === "x" ? frame.left + pixels : frame.top + frame.height - pixels;
  };
}
