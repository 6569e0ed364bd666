import type { Model } from "../../model/types.js";
import { flag, list, reference, text } from "../field.js";
import { columnsOf, factsOf } from "./column.js";
import type { FactorMap } from "./factor.js";
import { PAINTERS } from "./painters/all.js";
import type { Bounds, Box, Frame, Hit, HitMode } from "./painters/painter.js";
import { LEVELS, extras } from "./extras.js";
import { isShown, planeOf } from "./plane.js";
import type { Palette } from "./palette.js";
import { EMPTY } from "./range.js";
import { tappersOf } from "./selected.js";
import { GlyphReader } from "./spec.js";
import { faded, fadedAreas } from "./stand_in.js";

/** Why rows are looked for: to be shown as pointed at, or to be selected. */
export type Purpose = "inspection" | "selection";

/** Some rows of a renderer. */
export interface RowsOf {
  readonly renderer: Model;
  readonly rows: readonly number[];
}

/** A renderer of glyphs, by itself or as a part of another renderer. */
export interface Part {
  readonly renderer: Model;
  /** The renderer that the figure knows. */
  readonly owner: Model;
  /** What it depends on besides. */
  readonly models?: readonly Model[];
  /** Put a glyph where it belongs. */
  readonly dress?: (glyph: Model) => Model;
  /** Whether tools leave it alone unless they name it. */
  readonly aside?: boolean;
  /** Whether its rows are found; they are if nobody says. */
  readonly takes?: (purpose: Purpose) => boolean;
  /** Return what goes along with rows of it. */
  readonly follow?: (purpose: Purpose, rows: readonly number[]) => readonly RowsOf[];
}

/** One renderer of glyphs: a glyph and the source that it reads. */
export class Layer {
  #reader: GlyphReader | undefined;
  #parts: readonly GlyphReader[] | undefined;
  #rows: readonly number[] | undefined;
  #some: GlyphReader | undefined;
  #inspected: readonly number[] = [];

  constructor(
    readonly part: Part,
    private readonly factors: () => { readonly x?: FactorMap; readonly y?: FactorMap },
    /** The figure that it lies in, and its colours. */
    private readonly scene?: { readonly model: Model; readonly inner: Palette },
  ) {}

  get renderer(): Model {
    return this.part.renderer;
  }

  /** The renderer that the figure knows: this one's, or what it is a part of. */
  get owner(): Model {
    return this.part.owner;
  }

  /** Whether one of some renderers is meant. */
  isOf(renderers: readonly unknown[]): boolean {
    return renderers.includes(this.owner) || renderers.includes(this.renderer);
  }

  /** Tell whether a tool works on it that names these renderers, or leaves the choice to us. */
  serves(renderers: unknown): boolean {
    return Array.isArray(renderers) ? this.isOf(renderers) : this.part.aside !== true;
  }

  get visible(): boolean {
    return isShown(this.renderer) && isShown(this.owner);
  }

  get level(): number {
    const level = LEVELS.indexOf(text(this.owner, "level", "glyph"));
    return level < 0 ? LEVELS.indexOf("glyph") : level;
  }

  get source(): Model | undefined {
    return reference(this.renderer, "data_source");
  }

  get selection(): Model | undefined {
    return this.source === undefined ? undefined : reference(this.source, "selected");
  }

  /** Whether it steps back behind the others. */
  get muted(): boolean {
    return flag(this.renderer, "muted") || flag(this.owner, "muted");
  }

  /** The glyph as it is drawn now. */
  get glyph(): Model | undefined {
    const glyph = reference(this.renderer, "glyph");
    if (glyph === undefined) return undefined;
    const placed = this.#dress(glyph);
    return this.muted ? this.#variant("muted_glyph", placed) : placed;
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
    const { source } = this;
    if (this.#reader !== undefined && source !== undefined) return this.#reader;
    const { glyph } = this;
    if (glyph === undefined || source === undefined) return undefined;
    const columns = extras.columns?.(source) ?? columnsOf(source);
    this.#reader = new GlyphReader(glyph, columns, factsOf(source), this.factors());
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

  /** Return what its rows cover, or those that something else reads, or what of it is above zero in a direction. */
  bounds(above?: "x" | "y", reader: GlyphReader | undefined = this.#shown): Bounds {
    const painter = reader === undefined ? undefined : PAINTERS[reader.glyph.type];
    if (reader === undefined || painter === undefined) return { x: EMPTY, y: EMPTY };
    const covered = painter.bounds(reader);
    // Of a row without a place in one direction nothing is drawn, whatever the other one says.
    const complete = reader.complete();
    const all = complete === reader ? covered : painter.bounds(complete);
    return above !== undefined && all[above].low <= 0 ? painter.bounds(complete.above(above)) : all;
  }

  paint(frame: Frame): void {
    const { reader } = this;
    if (reader === undefined || !this.visible || reader.length === 0) return;
    // Which rows are to be drawn is known only when the code for views has come.
    if (extras.rows === undefined && reference(this.renderer, "view") !== undefined) return;
    const { context } = frame;
    const plane = planeOf(frame, this.owner);
    this.#parts ??= this.#divide(reader);
    for (const part of this.#parts) {
      if (part.length === 0) continue;
      context.save();
      const painter = PAINTERS[part.glyph.type];
      painter?.paint(plane, part);
      if (part.glyph.chosen("decorations")) extras.decorate?.(plane, part, painter);
      context.restore();
    }
  }

  /** Return what gives the box of a row, if its glyph has some size. */
  boxes(frame: Frame): ((index: number) => Box) | undefined {
    const { reader } = this;
    return reader === undefined
      ? undefined
      : PAINTERS[reader.glyph.type]?.boxes?.(planeOf(frame, this.owner), reader);
  }

  /** Show rows as pointed at; tell whether others are by now, and look so. */
  inspect(rows: readonly number[]): boolean {
    const before = this.#inspected;
    if (before.length === rows.length && rows.every((row, at) => row === before[at])) return false;
    this.#inspected = rows;
    if (reference(this.renderer, "hover_glyph") === undefined) return false;
    this.#parts = undefined;
    return true;
  }

  /** Whether rows are found that are looked for. */
  takes(purpose: Purpose): boolean {
    return this.part.takes?.(purpose) ?? true;
  }

  hit(
    frame: Frame,
    px: number,
    py: number,
    mode: HitMode,
    purpose: Purpose = "inspection",
  ): Hit | undefined {
    const reader = this.#shown;
    if (reader === undefined || !this.visible || !this.takes(purpose)) return undefined;
    const painter = PAINTERS[reader.glyph.type];
    const hit = painter?.hit(planeOf(frame, this.owner), reader, px, py, mode);
    const { rows } = this;
    return hit === undefined || rows === undefined
      ? hit
      : { ...hit, index: rows[hit.index] ?? hit.index };
  }

  /** Return where those at a place are among the rows that are drawn, in runs, if these are too many to look at all of them. */
  around(frame: Frame, px: number, py: number): readonly Uint32Array[] | undefined {
    const reader = this.#shown;
    if (reader === undefined) return undefined;
    return PAINTERS[reader.glyph.type]?.around?.(planeOf(frame, this.owner), reader, px, py);
  }

  /** Return what reads the rows that are not selected, and the others, which are drawn over them. */
  #divide(reader: GlyphReader): readonly GlyphReader[] {
    const chosen = this.selection === undefined ? [] : list(this.selection, "indices");
    const { glyph, length } = reader;
    const shown = this.#shown;
    const hovered = reference(this.renderer, "hover_glyph");
    const pointed = hovered === undefined ? [] : this.#inspected;
    const whole = PAINTERS[glyph.type]?.whole === true;
    if (shown === undefined) return [];
    if (whole && pointed.length > 0) {
      const { rows } = this;
      const all = rows ?? Array.from({ length }, (_, row) => row);
      return [reader.some(all, this.#variant("hover_glyph", glyph))];
    }
    if (whole) return this.#stretches(shown, chosen) ?? [shown];
    if (chosen.length === 0 && pointed.length === 0) return [shown];
    // What a row is: neither, selected, or pointed at.
    const kinds = new Uint8Array(length);
    for (const row of chosen) kinds[Number(row)] = 1;
    for (const row of pointed) kinds[row] = 2;
    const rows: [number[], number[], number[]] = [[], [], []];
    const { rows: some } = this;
    for (let at = 0; at < (some?.length ?? length); at += 1) {
      const row = some === undefined ? at : (some[at] ?? 0);
      rows[kinds[row] as 0 | 1 | 2].push(row);
    }
    const others = chosen.length === 0 ? glyph : this.#variant("nonselection_glyph", glyph);
    return [
      reader.some(rows[0], others),
      reader.some(rows[1], this.#variant("selection_glyph", glyph)),
      reader.some(rows[2], this.#variant("hover_glyph", glyph)),
    ];
  }

  /**
   * Return what reads the stretches of a line of which an end is not selected, and the others; nothing if none is.
   *
   * An area is selected as soon as a row of it is, and a line as a whole by a tap upon it.
   */
  #stretches(shown: GlyphReader, chosen: readonly unknown[]): readonly GlyphReader[] | undefined {
    const { glyph, length } = shown;
    const { selection } = this;
    if (selection === undefined) return undefined;
    const tapped =
      glyph.type === "Line" &&
      list(selection, "line_indices").length > 0 &&
      tappersOf(selection)?.has(this.renderer) !== false;
    if (chosen.length === 0 && !tapped) return undefined;
    const selected = this.#variant("selection_glyph", glyph);
    const rows = this.rows ?? Array.from({ length }, (_, row) => row);
    if (chosen.length === 0 || !/^(Line|Step)$/.test(glyph.type)) {
      return [shown.some(rows, selected)];
    }
    const [others, inner] = stretchesOf(rows, new Set(chosen));
    const rest = this.#variant("nonselection_glyph", glyph);
    return [shown.some(others, rest), shown.some(inner, selected)];
  }

  /** Return the glyph for rows in some state; where the author leaves it, the same, perhaps faded. */
  #variant(field: string, glyph: Model): Model {
    const how = this.renderer.get(field);
    if (typeof how === "number") return faded(glyph, how);
    if (how === "auto" && field !== "selection_glyph") return fadedAreas(glyph);
    const other = reference(this.renderer, field);
    return other === undefined ? glyph : this.#dress(other);
  }

  #dress(glyph: Model): Model {
    const { part, scene } = this;
    const placed = part.dress?.(glyph) ?? glyph;
    return scene?.inner.dark === true
      ? (extras.dark?.seenInTheDark(placed, scene.model) ?? placed)
      : placed;
  }

  swatch(context: CanvasRenderingContext2D, width: number, height: number, row: number): void {
    const { reader } = this;
    if (reader === undefined) return;
    context.save();
    const shown = extras.dark?.asSeenOn(context.canvas, reader) ?? reader;
    PAINTERS[shown.glyph.type]?.swatch(context, shown, width, height, row);
    context.restore();
  }
}

/** Return the rows of stretches that begin or end at a row that is not chosen, and of the others; gaps are -1. */
export function stretchesOf(
  rows: readonly number[],
  chosen: ReadonlySet<unknown>,
): readonly [others: number[], inner: number[]] {
  const found: [number[], number[]] = [[], []];
  for (let at = 1; at < rows.length; at += 1) {
    const [from, to] = [rows[at - 1] ?? NaN, rows[at] ?? NaN];
    const path = found[chosen.has(from) && chosen.has(to) ? 1 : 0];
    if (path.length === 0) path.push(from);
    else if (path.at(-1) !== from) path.push(-1, from);
    path.push(to);
  }
  return found;
}
