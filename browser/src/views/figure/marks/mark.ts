import type { Columns, Model } from "../../../model/types.js";
import { isModel, isRecord, reference, references, text } from "../../field.js";
import { ColumnFacts } from "../column.js";
import type { Drawable, Factors, MarkScene } from "../extras.js";
import { LEVELS, extras } from "../extras.js";
import type { Side } from "../label_row.js";
import { isAcross } from "../label_row.js";
import type { Frame } from "../painters/painter.js";
import type { Palette } from "../palette.js";
import type { Area, Panel } from "../panels.js";
import { SIDES } from "../panels.js";
import { isShown, planeOf } from "../plane.js";
import { GlyphReader } from "../spec.js";
import type { Varying } from "../spec.js";
import type { Size } from "../words.js";
import { nodeAt } from "./named.js";

/** A place on the canvas, in CSS pixels. */
export type Corner = [x: number, y: number];

/** Draws one mark; its fields are read like those of a glyph. */
export type PaintMark = (frame: Frame, reader: GlyphReader) => void;

/** Tells whether a mark is at a place of the canvas. */
export type HitMark = (frame: Frame, reader: GlyphReader, x: number, y: number) => boolean;

/** How marks of a type are drawn, and found. */
export interface MarkKind {
  readonly paint: PaintMark;
  readonly hits?: HitMark;
  /** Return how large a mark is by itself; only such marks stand beside the frame. */
  readonly size?: (reader: GlyphReader, palette: Palette) => Size;
}

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
  declare readonly beside?: Panel;
  #uses: ReadonlySet<Model> = new Set();

  constructor(
    readonly model: Model,
    private readonly factors: Factors,
    private readonly kind: MarkKind,
    private readonly scene: MarkScene,
    /** Whether it is pointed at. */
    private readonly hovered: () => boolean,
  ) {
    const side = SIDES.find((each) => references(scene.model, each).includes(model));
    if (side === undefined || kind.size === undefined) return;
    this.beside = { side, depth: () => this.#depth(side) };
  }

  get level(): number {
    return LEVELS.indexOf(text(this.model, "level", "annotation"));
  }

  paint(frame: Frame): void {
    if (!isShown(this.model)) return;
    const plane = planeOf(frame, this.model);
    const { beside } = this;
    const { palette } = beside === undefined ? frame : this.scene;
    const reader = this.#read(this.#looksOn(palette));
    reader.text = palette.text;
    const area = beside === undefined ? {} : areaOf(frame, beside);
    this.kind.paint({ ...plane, ...area, palette }, reader);
    this.#uses = reader.uses;
  }

  /** Return what it looks like now, with colours of a page. */
  #looksOn({ dark }: Palette): Model {
    const { model, scene } = this;
    const looks = this.hovered() ? hovering(model) : model;
    if (dark !== true) return looks;
    const chosen = (field: string): boolean => looks.chosen(field);
    return extras.dark?.seenInTheDark(looks, scene.model, chosen) ?? looks;
  }

  /** Return how much room it needs beside the frame. */
  #depth(side: Side): number {
    if (!isShown(this.model)) return 0;
    const size = this.kind.size?.(this.#read(this.model), this.scene.palette);
    return (isAcross(side) ? size?.height : size?.width) ?? 0;
  }

  /** Tell whether it is at a place of the canvas; nothing where marks of its type are not asked. */
  hits(frame: Frame, x: number, y: number): boolean | undefined {
    if (!isShown(this.model)) return false;
    return this.kind.hits?.(planeOf(frame, this.model), this.#read(this.model), x, y);
  }

  #read(looks: Model): MarkReader {
    const data = reference(this.model, "source")?.get("data");
    const columns: Columns = isRecord(data) ? (data as Columns) : {};
    return new MarkReader(looks, columns, new ColumnFacts(), this.factors());
  }

  *models(): Iterable<Model> {
    yield this.model;
    for (const part of PARTS) {
      const model = reference(this.model, part);
      if (model !== undefined) yield model;
    }
    const handles = reference(this.model, "handles");
    if (handles !== undefined) yield* [handles, ...looksOfHandles(handles)];
    yield* this.#uses;
  }
}

/** Return the looks that some or all handles of a box have. */
function looksOfHandles(handles: Model): Model[] {
  const all = ["all", "move", "resize", "sides", "corners", "left", "right", "top", "bottom"];
  const corners = ["top_left", "top_right", "bottom_left", "bottom_right"];
  return [...all, ...corners].map((field) => reference(handles, field)).filter(isModel);
}

/** What a mark may have looks of its own for while it is pointed at, and what says that it has. */
const HOVERED = { fill: "fill_color", hatch: "hatch_pattern", line: "line_color" } as const;

/** Tell whether a mark looks different while it is pointed at. */
export function looksUp(model: Model): boolean {
  return Object.values(HOVERED).some((field) => (model.get(`hover_${field}`) ?? null) !== null);
}

/** Return a mark as it is while it is pointed at: where it has looks for that, these are its looks. */
function hovering(model: Model): Model {
  const parts = Object.entries(HOVERED).filter(
    ([, field]) => (model.get(`hover_${field}`) ?? null) !== null,
  );
  const named = (field: string): string =>
    parts.some(([part]) => field.startsWith(`${part}_`)) ? `hover_${field}` : field;
  return Object.create(model, {
    get: { value: (field: string) => model.get(named(field)) },
    chosen: { value: (field: string) => model.chosen(named(field)) },
  }) as Model;
}

/** Return where a panel is that stands beside a frame. */
function areaOf(frame: Frame, panel: Panel): Area {
  const { left, top, width, height } = frame;
  const from = frame.offsets.get(panel) ?? 0;
  const depth = Math.ceil(panel.depth(0, 0));
  switch (panel.side) {
    case "above":
      return { left, top: top - from - depth, width, height: depth };
    case "below":
      return { left, top: top + height + from, width, height: depth };
    case "left":
      return { left: left - from - depth, top, width: depth, height };
    case "right":
      return { left: left + width + from, top, width: depth, height };
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
  // Words of their own stand at a factor, several at one of that many levels; those of a source, at a column.
  const alone = typeof given === "string" && Object.keys(reader.columns).length === 0;
  const factor = alone || Array.isArray(given);
  const numbers = factor
    ? [reader.factors[direction]?.locate(given) ?? NaN]
    : reader.positions(field, direction);
  return (index) => pixelOf(frame, direction, units, numbers?.[index] ?? NaN);
}

/** Return the place of a value in units, on the canvas. */
export function pixelOf(frame: Frame, direction: "x" | "y", units: unknown, value: number): number {
  if (units === "canvas") return value;
  if (units !== "screen") return frame[direction].toPixel(value);
  return direction === "x" ? frame.left + value : frame.top + frame.height - value;
}
