import type { Columns, Model } from "../../model/types.js";
import { flag, isRecord, reference, text } from "../field.js";
import { ColumnFacts } from "./column.js";
import type { FactorMap } from "./factor.js";
import { PAINTERS } from "./painters/all.js";
import type { Bounds, Frame, Hit, HitMode } from "./painters/painter.js";
import { EMPTY } from "./range.js";
import { GlyphReader } from "./spec.js";

/** The order in which levels are drawn. */
const LEVELS = ["image", "underlay", "glyph", "guide", "annotation", "overlay"];

/** One renderer of a figure: a glyph and the source that it reads. */
export class Layer {
  readonly #facts = new ColumnFacts();
  #reader: GlyphReader | undefined;

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

  /** The glyph as it is drawn now. */
  get glyph(): Model | undefined {
    const muted = flag(this.renderer, "muted")
      ? reference(this.renderer, "muted_glyph")
      : undefined;
    return muted ?? reference(this.renderer, "glyph");
  }

  /** Forget what was read. The facts about columns stay, unless these changed, too. */
  refresh(columnsChanged: boolean): void {
    this.#reader = undefined;
    if (columnsChanged) this.#facts.clear();
  }

  get reader(): GlyphReader | undefined {
    const { glyph, source } = this;
    if (glyph === undefined || source === undefined) return undefined;
    this.#reader ??= new GlyphReader(glyph, columnsOf(source), this.#facts, this.factors());
    return this.#reader;
  }

  bounds(): Bounds {
    const { reader } = this;
    const painter = reader === undefined ? undefined : PAINTERS[reader.glyph.type];
    if (reader === undefined || painter === undefined) return { x: EMPTY, y: EMPTY };
    return painter.bounds(reader);
  }

  paint(frame: Frame): void {
    const { reader } = this;
    if (reader === undefined || !this.visible || reader.length === 0) return;
    const { context } = frame;
    context.save();
    PAINTERS[reader.glyph.type]?.paint(frame, reader);
    context.restore();
  }

  hit(frame: Frame, px: number, py: number, mode: HitMode): Hit | undefined {
    const { reader } = this;
    if (reader === undefined || !this.visible) return undefined;
    return PAINTERS[reader.glyph.type]?.hit(frame, reader, px, py, mode);
  }

  swatch(context: CanvasRenderingContext2D, width: number, height: number, row: number): void {
    const { reader } = this;
    if (reader === undefined) return;
    context.save();
    PAINTERS[reader.glyph.type]?.swatch(context, reader, width, height, row);
    context.restore();
  }
}

function columnsOf(source: Model): Columns {
  const data = source.get("data");
  return isRecord(data) ? (data as Columns) : {};
}
