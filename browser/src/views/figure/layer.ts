import type { Model } from "../../model/types.js";
import { flag, list, reference, text } from "../field.js";
import { columnsOf, factsOf } from "./column.js";
import type { FactorMap } from "./factor.js";
import { PAINTERS } from "./painters/all.js";
import type { Bounds, Box, Frame, Hit, HitMode } from "./painters/painter.js";
import { LEVELS, extras } from "./extras.js";
import { FadedGlyph } from "./faded.js";
import { planeOf } from "./plane.js";
import { EMPTY } from "./range.js";
import { GlyphReader } from "./spec.js";

/** One renderer of a figure: a glyph and the source that it reads. */
export class Layer {
  #reader: GlyphReader | undefined;
  #parts: readonly GlyphReader[] | undefined;
  #rows: readonly number[] | undefined;
  #some: GlyphReader | undefined;

  constructor(
    readonly renderer: Model,
    private readonly factors: () => { readonly x?: FactorMap; readonly y?: FactorMap },
  ) {}

  get visible(): boolean {
    return flag(this.renderer, "visible", true);
  }

  get level(): number {
    const level = LEVELS.indexOf(text(this.renderer, "level", "glyph"));
    return level < 0 ? LEVELS.indexOf("glyph") : level;
  }

  get source(): Model | undefined {
    return reference(this.renderer, "data_source");
  }

  get selection(): Model | undefined {
    return this.source === undefined ? undefined : reference(this.source, "selected");
  }

  /** The glyph as it is drawn now. */
  get glyph(): Model | undefined {
    const glyph = reference(this.renderer, "glyph");
    if (glyph === undefined || !flag(this.renderer, "muted")) return glyph;
    return this.#variant("muted_glyph", glyph, true);
  }

  /** Forget what was read. */
  refresh(): void {
    this.#reader = undefined;
    this.#parts = undefined;
    this.#rows = undefined;
    this.#some = undefined;
  }

  /** Forget which rows are selected. */
  reselect(): void {
    this.#parts = undefined;
  }

  get reader(): GlyphReader | undefined {
    const { glyph, source } = this;
    if (glyph === undefined || source === undefined) return undefined;
    this.#reader ??= new GlyphReader(glyph, columnsOf(source), factsOf(source), this.factors());
    return this.#reader;
  }

  /** The numbers of the rows that are drawn, if not all are. */
  get rows(): readonly number[] | undefined {
    const view = reference(this.renderer, "view");
    const { reader } = this;
    if (view === undefined || reader === undefined) return undefined;
    this.#rows ??= extras.rows?.(view, reader.columns, reader.length);
    return this.#rows;
  }

  /** Reads the rows that are drawn. */
  get #shown(): GlyphReader | undefined {
    const { reader, rows } = this;
    if (rows === undefined || reader === undefined) return reader;
    this.#some ??= reader.some(rows, reader.glyph);
    return this.#some;
  }

  bounds(): Bounds {
    const reader = this.#shown;
    const painter = reader === undefined ? undefined : PAINTERS[reader.glyph.type];
    if (reader === undefined || painter === undefined) return { x: EMPTY, y: EMPTY };
    return painter.bounds(reader);
  }

  paint(frame: Frame): void {
    const { reader } = this;
    if (reader === undefined || !this.visible || reader.length === 0) return;
    // Which rows are to be drawn is known only when the code for views has come.
    if (extras.rows === undefined && reference(this.renderer, "view") !== undefined) return;
    const { context } = frame;
    const plane = planeOf(frame, this.renderer);
    this.#parts ??= this.#divide(reader);
    for (const part of this.#parts) {
      if (part.length === 0) continue;
      context.save();
      PAINTERS[part.glyph.type]?.paint(plane, part);
      context.restore();
    }
  }

  /** Return what gives the box of a row, if its glyph has some size. */
  boxes(frame: Frame): ((index: number) => Box) | undefined {
    const { reader } = this;
    return reader === undefined
      ? undefined
      : PAINTERS[reader.glyph.type]?.boxes?.(planeOf(frame, this.renderer), reader);
  }

  hit(frame: Frame, px: number, py: number, mode: HitMode): Hit | undefined {
    const reader = this.#shown;
    if (reader === undefined || !this.visible) return undefined;
    const painter = PAINTERS[reader.glyph.type];
    const hit = painter?.hit(planeOf(frame, this.renderer), reader, px, py, mode);
    const { rows } = this;
    return hit === undefined || rows === undefined
      ? hit
      : { ...hit, index: rows[hit.index] ?? hit.index };
  }

  /** Return what reads the rows that are not selected, and the others, which are drawn over them. */
  #divide(reader: GlyphReader): readonly GlyphReader[] {
    const chosen = this.selection === undefined ? [] : list(this.selection, "indices");
    const { glyph, length } = reader;
    const shown = this.#shown;
    if (chosen.length === 0 || PAINTERS[glyph.type]?.whole === true) {
      return shown === undefined ? [] : [shown];
    }
    const selected = new Uint8Array(length);
    for (const row of chosen) selected[Number(row)] = 1;
    const rows: [number[], number[]] = [[], []];
    const { rows: some } = this;
    for (let at = 0; at < (some?.length ?? length); at += 1) {
      const row = some === undefined ? at : (some[at] ?? 0);
      rows[selected[row] === 1 ? 1 : 0].push(row);
    }
    return [
      reader.some(rows[0], this.#variant("nonselection_glyph", glyph, true)),
      reader.some(rows[1], this.#variant("selection_glyph", glyph, false)),
    ];
  }

  /** Return the glyph for rows in some state; where the author leaves it, the same, perhaps faded. */
  #variant(field: string, glyph: Model, fades: boolean): Model {
    const own = this.renderer.get(field);
    if (own === "auto" && fades) return new FadedGlyph(glyph);
    return reference(this.renderer, field) ?? glyph;
  }

  swatch(context: CanvasRenderingContext2D, width: number, height: number, row: number): void {
    const { reader } = this;
    if (reader === undefined) return;
    context.save();
    PAINTERS[reader.glyph.type]?.swatch(context, reader, width, height, row);
    context.restore();
  }
}
