import type { Hatch } from "../extras.js";
import { extras } from "../extras.js";
import { own } from "../own.js";
import type { GlyphReader, Varying } from "../spec.js";
import { valueAt } from "../spec.js";

const DASHES: Record<string, readonly number[]> = {
  solid: [],
  dashed: [6],
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
  return own(DASHES, plain) ?? plain.split(/\s+/).map(Number).filter(Number.isFinite);
}

const JOINS: readonly CanvasLineJoin[] = ["miter", "round", "bevel"];
const CAPS: readonly CanvasLineCap[] = ["butt", "round", "square"];

/** How the outlines of a glyph are drawn. */
export class LineStyle {
  readonly color: Varying<string | undefined>;
  readonly alpha: Varying<number>;
  readonly width: Varying<number>;
  readonly #join: Varying<string>;
  readonly #cap: Varying<string>;
  readonly #dash: Varying<unknown>;
  readonly #offset: Varying<number>;
  /** Whether all rows turn, end and are dashed alike: that is prepared once. */
  readonly #even: boolean;

  constructor(glyph: GlyphReader, prefix = "line") {
    this.color = glyph.colors(`${prefix}_color`);
    this.alpha = glyph.numbers(`${prefix}_alpha`, 1);
    this.width = glyph.numbers(`${prefix}_width`, 1);
    this.#join = glyph.words(`${prefix}_join`, "round");
    this.#cap = glyph.words(`${prefix}_cap`, "butt");
    this.#dash = glyph.values(`${prefix}_dash`);
    this.#offset = glyph.numbers(`${prefix}_dash_offset`, 0);
    this.#even = [this.#join, this.#cap, this.#dash, this.#offset].every(({ same }) => same);
  }

  /** Whether all rows look alike. */
  get same(): boolean {
    return this.#even && this.color.same && this.alpha.same && this.width.same;
  }

  /** Whether lines have no gaps. */
  get solid(): boolean {
    return this.#even && readDash(valueAt(this.#dash, 0)).length === 0;
  }

  get join(): CanvasLineJoin {
    return oneOf(valueAt(this.#join, 0), JOINS, "round");
  }

  /** Prepare a context for one row; false if its line is not drawn. */
  apply(context: CanvasRenderingContext2D, index: number): boolean {
    const color = valueAt(this.color, index);
    const width = valueAt(this.width, index);
    if (color === undefined || !(width > 0)) return false;
    context.strokeStyle = color;
    context.globalAlpha = valueAt(this.alpha, index);
    context.lineWidth = width;
    if (!this.#even) this.#shape(context, index);
    return true;
  }

  /** Prepare what is the same for all rows. */
  begin(context: CanvasRenderingContext2D): void {
    if (this.#even) this.#shape(context, 0);
  }

  #shape(context: CanvasRenderingContext2D, index: number): void {
    context.lineJoin = oneOf(valueAt(this.#join, index), JOINS, "round");
    context.lineCap = oneOf(valueAt(this.#cap, index), CAPS, "butt");
    context.setLineDash([...readDash(valueAt(this.#dash, index))]);
    context.lineDashOffset = valueAt(this.#offset, index) || 0;
  }
}

/** How the areas of a glyph are filled. */
export class FillStyle {
  readonly color: Varying<string | undefined>;
  readonly alpha: Varying<number>;
  /** What lies over areas; to be asked after `apply`, and filled as well. */
  readonly hatch: Hatch | undefined;

  constructor(glyph: GlyphReader, prefix = "fill") {
    this.color = glyph.colors(`${prefix}_color`);
    this.alpha = glyph.numbers(`${prefix}_alpha`, 1);
    const over = prefix.replace("fill", "");
    this.hatch = glyph.glyph.chosen(`${over}hatch_pattern`)
      ? extras.hatch?.(glyph, over)
      : undefined;
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

  /** Fill what the context holds, or what else is said, and draw its outline, or another path instead of that. */
  draw(
    context: CanvasRenderingContext2D,
    index: number,
    rule?: CanvasFillRule,
    edges?: Path2D,
    fill = (): void => {
      context.fill(rule);
    },
  ): void {
    if (this.#fill?.apply(context, index) === true) fill();
    if (this.#fill?.hatch?.(context, index) === true) fill();
    if (!this.#line.apply(context, index)) return;
    if (edges === undefined) context.stroke();
    else context.stroke(edges);
  }
}

function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((each) => each === value) ?? fallback;
}
