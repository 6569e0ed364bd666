import { colorText } from "../../color.js";
import type { Hatch } from "../extras.js";
import { extras } from "../extras.js";
import type { GlyphReader, Varying } from "../spec.js";
import { valueAt } from "../spec.js";

const DASHES: Record<string, readonly number[]> = {
  solid: [],
  dashed: [6, 4],
  dotted: [2, 4],
  dotdash: [2, 4, 6, 4],
  dashdot: [6, 4, 2, 4],
};

/** Read a dash: its name, lengths, or lengths in a text. */
export function readDash(value: unknown): readonly number[] {
  const plain: unknown =
    typeof value === "object" && value !== null && "value" in value ? value.value : value;
  if (Array.isArray(plain)) return plain.map(Number).filter(Number.isFinite);
  if (typeof plain !== "string") return [];
  const named = DASHES[plain];
  return named ?? plain.split(/\s+/).map(Number).filter(Number.isFinite);
}

/** How the outlines of a glyph are drawn. */
export class LineStyle {
  readonly color: Varying<string | undefined>;
  readonly alpha: Varying<number>;
  readonly width: Varying<number>;

  constructor(private readonly glyph: GlyphReader) {
    this.color = glyph.colors("line_color");
    this.alpha = glyph.numbers("line_alpha", 1);
    this.width = glyph.numbers("line_width", 1);
  }

  /** Whether all rows look alike. */
  get same(): boolean {
    return this.color.same && this.alpha.same && this.width.same;
  }

  /** Whether lines have no gaps. */
  get solid(): boolean {
    return readDash(this.glyph.glyph.get("line_dash")).length === 0;
  }

  get join(): CanvasLineJoin {
    return oneOf(this.glyph.glyph.get("line_join"), ["miter", "round", "bevel"], "round");
  }

  /** Prepare a context for one row; false if its line is not drawn. */
  apply(context: CanvasRenderingContext2D, index: number): boolean {
    const color = valueAt(this.color, index);
    const width = valueAt(this.width, index);
    if (color === undefined || !(width > 0)) return false;
    context.strokeStyle = color;
    context.globalAlpha = valueAt(this.alpha, index);
    context.lineWidth = width;
    return true;
  }

  /** Prepare what is the same for all rows. */
  begin(context: CanvasRenderingContext2D): void {
    const { glyph } = this.glyph;
    context.lineJoin = this.join;
    context.lineCap = oneOf(glyph.get("line_cap"), ["butt", "round", "square"], "butt");
    context.setLineDash([...readDash(glyph.get("line_dash"))]);
    const offset = glyph.get("line_dash_offset");
    context.lineDashOffset = typeof offset === "number" ? offset : 0;
  }
}

/** How the areas of a glyph are filled. */
export class FillStyle {
  readonly color: Varying<string | undefined>;
  readonly alpha: Varying<number>;
  /** What lies over areas; to be asked after `apply`, and filled as well. */
  readonly hatch: Hatch | undefined;

  constructor(glyph: GlyphReader) {
    this.color = glyph.colors("fill_color");
    this.alpha = glyph.numbers("fill_alpha", 1);
    this.hatch = glyph.glyph.chosen("hatch_pattern") ? extras.hatch?.(glyph) : undefined;
  }

  get same(): boolean {
    return this.color.same && this.alpha.same && this.hatch === undefined;
  }

  /** Prepare a context for one row; false if its area is not filled. */
  apply(context: CanvasRenderingContext2D, index: number): boolean {
    const color = valueAt(this.color, index);
    if (color === undefined) return false;
    context.fillStyle = color;
    context.globalAlpha = valueAt(this.alpha, index);
    return true;
  }
}

/** How areas with an outline are drawn: the path that a context holds. */
export class AreaStyle {
  readonly #line: LineStyle;
  readonly #fill: FillStyle | undefined;

  constructor(glyph: GlyphReader, open: boolean) {
    this.#line = new LineStyle(glyph);
    this.#fill = open ? undefined : new FillStyle(glyph);
  }

  begin(context: CanvasRenderingContext2D): void {
    this.#line.begin(context);
  }

  /** Fill what the context holds, and draw its outline, or another path instead of that. */
  draw(
    context: CanvasRenderingContext2D,
    index: number,
    rule?: CanvasFillRule,
    edges?: Path2D,
  ): void {
    if (this.#fill?.apply(context, index) === true) context.fill(rule);
    if (this.#fill?.hatch?.(context, index) === true) context.fill(rule);
    if (!this.#line.apply(context, index)) return;
    if (edges === undefined) context.stroke();
    else context.stroke(edges);
  }
}

/** Read the colour of a legend's example when rows have their own. */
export function firstColor(color: Varying<string | undefined>): string | undefined {
  return colorText(valueAt(color, 0));
}

function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((each) => each === value) ?? fallback;
}
