import type { Column, Columns, Model } from "../../model/types.js";
import { NDArray } from "../../model/value.js";
import { colorText } from "../color.js";
import { isModel, isRecord } from "../field.js";
import { keep } from "../kept.js";
import type { ColumnFacts, Numbers } from "./column.js";
import { EXPRESSIONS, changeColumn } from "./computed.js";
import { extras } from "./extras.js";
import type { FactorMap } from "./factor.js";
import { mapColors, mapWords } from "./mapper.js";
import type { Extent } from "./range.js";
import { EMPTY } from "./range.js";

/** What a field of a glyph says: one value for all rows, or where the values of the rows are. */
export type Spec =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "field"; readonly name: string; readonly transform?: Model }
  | { readonly kind: "expression"; readonly expression: Model };

/**
 * Read a field of a glyph.
 *
 * A plain text is the name of a column where positions are wanted, and a value elsewhere.
 */
export function readSpec(value: unknown, plainText: "field" | "value"): Spec {
  if (isRecord(value)) {
    const { field } = value;
    const transform = value["transform"];
    if (typeof field === "string") {
      return { kind: "field", name: field, ...(isModel(transform) ? { transform } : {}) };
    }
    if (isModel(value["expr"])) return { kind: "expression", expression: value["expr"] };
    if ("value" in value) return { kind: "value", value: value["value"] };
  }
  if (plainText === "field" && typeof value === "string") return { kind: "field", name: value };
  return { kind: "value", value };
}

/** A property of a glyph: the same for all rows, or one of each row. */
export type Varying<T> =
  { readonly same: true; readonly value: T } | { readonly same: false; at(index: number): T };

/** Reads the properties of one glyph from the columns of its source. */
export class GlyphReader {
  /** How many rows are drawn: as many as the shortest column has. */
  readonly length: number;
  readonly #computed = new Map<Model, Column | undefined>();
  readonly #positions = new Map<string, Numbers>();
  #completed: { readonly asked: number; readonly reader: GlyphReader } | undefined;

  constructor(
    readonly glyph: Model,
    readonly columns: Columns,
    readonly facts: ColumnFacts,
    readonly factors: { readonly x?: FactorMap; readonly y?: FactorMap },
    /** The rows that are read; all of them if nobody says. */
    private readonly rows?: ArrayLike<number> | undefined,
    /** The models beside the glyph that what was read so far depends on. */
    readonly uses: Set<Model> = new Set<Model>(),
  ) {
    // Without any column there is one row: of values alone one glyph is made.
    this.length = rows?.length ?? lengthOf(columns) ?? 1;
  }

  /** Return what reads some of the rows, with the looks of another glyph. */
  some(rows: ArrayLike<number>, glyph: Model): GlyphReader {
    const { columns, facts, factors, uses } = this;
    return new GlyphReader(glyph, columns, facts, factors, rows, uses);
  }

  /** Return what reads the same rows, with the looks of another glyph. */
  alike(glyph: Model): GlyphReader {
    const { columns, facts, factors, rows, uses } = this;
    return new GlyphReader(glyph, columns, facts, factors, rows, uses);
  }

  /** Return what reads positions only where they are above zero, in a direction. */
  above(direction: "x" | "y"): GlyphReader {
    return this.#placed((numbers, along) =>
      along === direction ? numbers.map((value) => (value > 0 ? value : NaN)) : numbers,
    );
  }

  /** Return what reads rows only of which all positions are known that were asked for so far, if that tells more. */
  complete(): GlyphReader {
    const asked = [...this.#positions.values()];
    if (this.#completed?.asked !== asked.length) {
      this.#completed = { asked: asked.length, reader: this.#complete(asked) };
    }
    return this.#completed.reader;
  }

  #complete(asked: readonly Numbers[]): GlyphReader {
    const tracks = asked.map((numbers) => this.facts.track(numbers));
    if (tracks.every((track) => track.whole)) return this;
    const good = completeRows(asked);
    const extents = tracks.map((track) => track.extent);
    if (reachAll(asked, extents, good)) return this;
    return this.#placed((numbers) => numbers.map((value, index) => (good(index) ? value : NaN)));
  }

  /** Return what reads positions that are changed so. */
  #placed(change: (numbers: Float64Array, along: "x" | "y") => Numbers): GlyphReader {
    const { glyph, columns, facts, factors, rows, uses } = this;
    const before = this.positions.bind(this);
    return new (class extends GlyphReader {
      override positions(field: string, along: "x" | "y"): Numbers | undefined {
        const numbers = before(field, along);
        return numbers && change(Float64Array.from(numbers), along);
      }
    })(glyph, columns, facts, factors, rows, uses);
  }

  /** Return positions of a direction, if the glyph has these, the same each time; one value for all becomes a column. */
  positions(field: string, direction: "x" | "y"): Numbers | undefined {
    const key = `${direction} ${field}`;
    let positions = this.#positions.get(key);
    if (positions === undefined) {
      positions = this.#place(field, direction);
      if (positions !== undefined) this.#positions.set(key, positions);
    }
    return positions;
  }

  #place(field: string, direction: "x" | "y"): Numbers | undefined {
    const spec = this.#read(field, "field");
    const factors = this.factors[direction];
    if (spec.kind !== "value") {
      const numbers = this.#numbers(spec, factors);
      return numbers === undefined ? undefined : this.#pick(numbers);
    }
    // A shape without such a position: a bar has a top, and no `y`. That is no place that is missing.
    if (spec.value === undefined) return undefined;
    const value =
      typeof spec.value === "number" ? spec.value : (factors?.locate(spec.value) ?? NaN);
    return new Float64Array(this.length).fill(value);
  }

  /** Return a number of each row. */
  numbers(field: string, fallback: number): Varying<number> {
    const spec = this.#read(field, "field");
    if (spec.kind === "value") {
      const { value } = spec;
      return { same: true, value: typeof value === "number" ? value : fallback };
    }
    const numbers = this.#numbers(spec, undefined);
    if (numbers === undefined) return { same: true, value: fallback };
    return this.#each((index) => numbers[index] ?? NaN);
  }

  /** Return a text of each row. */
  texts(field: string): Varying<string> {
    const spec = this.#read(field, "field");
    if (spec.kind === "value") return { same: true, value: asText(spec.value) };
    const column = this.#column(spec);
    if (column === undefined) return { same: true, value: "" };
    return this.#each((index) => asText(column[index]));
  }

  /** Return a word of each row, such as a marker. */
  words(field: string, fallback: string): Varying<string> {
    const spec = this.#read(field, "value");
    if (spec.kind === "value") {
      const { value } = spec;
      return { same: true, value: typeof value === "string" ? value : fallback };
    }
    const column = this.#column(spec);
    if (column !== undefined && spec.kind === "field" && spec.transform !== undefined) {
      return this.#each(mapWords(spec.transform, column));
    }
    return this.#each((index) => asText(column?.[index]) || fallback);
  }

  /** Return a colour of each row; undefined means not drawn. */
  colors(field: string): Varying<string | undefined> {
    const spec = this.#read(field, "value");
    if (spec.kind === "value") return { same: true, value: colorText(spec.value) };
    const column = this.#column(spec);
    if (column === undefined) return { same: true, value: undefined };
    if (spec.kind === "field" && spec.transform !== undefined) {
      return this.#each(mapColors(spec.transform, column, this.facts));
    }
    return this.#each(columnColors(column));
  }

  /** Return what gives the value of each row that is read. */
  #each<T>(of: (index: number) => T): Varying<T> {
    const { rows } = this;
    return { same: false, at: rows === undefined ? of : (index) => of(rows[index] ?? -1) };
  }

  #pick(numbers: Numbers): Numbers {
    const { rows } = this;
    if (rows === undefined) return numbers;
    return Float64Array.from(rows, (row) => numbers[row] ?? NaN);
  }

  /** Return what is in each row of a column, whatever it is; nothing if there is no such column. */
  cells(field: string): Varying<unknown> | undefined {
    const spec = this.#read(field, "field");
    if (spec.kind === "value") return undefined;
    const column = this.#column(spec);
    if (column === undefined) return undefined;
    // A column may also be one array of more dimensions than a row has.
    const of = (index: number): unknown =>
      column instanceof NDArray ? column.row(index) : column[index];
    return this.#each(of);
  }

  /** Return whatever a field says of each row. */
  values(field: string): Varying<unknown> {
    const spec = this.#read(field, "value");
    if (spec.kind === "value") return { same: true, value: spec.value };
    return this.cells(field) ?? { same: true, value: undefined };
  }

  #read(field: string, plainText: "field" | "value"): Spec {
    const spec = readSpec(this.glyph.get(field), plainText);
    if (spec.kind === "expression") this.uses.add(spec.expression);
    else if (spec.kind === "field" && spec.transform !== undefined) this.uses.add(spec.transform);
    return spec;
  }

  #column(spec: Exclude<Spec, { kind: "value" }>): Column | undefined {
    if (spec.kind === "field") return this.columns[spec.name];
    const { expression } = spec;
    if (!this.#computed.has(expression)) {
      const compute = EXPRESSIONS[expression.type];
      if (compute === undefined) extras.wanted = true;
      const { columns, facts, factors, uses } = this;
      const length = lengthOf(columns) ?? 0;
      this.#computed.set(
        expression,
        compute?.(expression, { columns, length, facts, factors, uses }),
      );
    }
    return this.#computed.get(expression);
  }

  #numbers(
    spec: Exclude<Spec, { kind: "value" }>,
    factors: FactorMap | undefined,
  ): Numbers | undefined {
    const column = this.#column(spec);
    if (column === undefined) return undefined;
    const numbers = this.facts.numbers(column, factors);
    const transform = spec.kind === "field" ? spec.transform : undefined;
    return transform === undefined ? numbers : changeColumn(transform, numbers, this.uses);
  }
}

/**
 * Return what gives the colour of a row of a column.
 *
 * Besides colours as fields take them, a column may be what arrays of numpy are: rows of red, green, blue and
 * perhaps opacity, all from 0 to 255 if they are bytes and from 0 to 1 if they are fractions, or whole numbers
 * of 32 bits with these in a row.
 */
function columnColors(column: Column): (index: number) => string | undefined {
  if (column instanceof Uint32Array) {
    return (index) => {
      const packed = column[index] ?? 0;
      const parts = [packed >>> 24, (packed >>> 16) & 255, (packed >>> 8) & 255];
      return colorText([...parts, (packed & 255) / 255]);
    };
  }
  if (!(column instanceof NDArray)) {
    return (index) => {
      const color = colorText(column[index]);
      return color === undefined || isKnown(color) ? color : undefined;
    };
  }
  const fractions = column.data instanceof Float32Array || column.data instanceof Float64Array;
  const scale = fractions ? 255 : 1;
  return (index) => {
    const row = column.row(index);
    if (!ArrayBuffer.isView(row)) return undefined;
    const [red = 0, green = 0, blue = 0, alpha = 255 / scale] = Array.from(row, Number);
    return colorText([red * scale, green * scale, blue * scale, (alpha * scale) / 255]);
  };
}

const QUICK = /^#(?:[\da-f]{3}){1,2}$|^rgba?\([\d., %/]+\)$/i;
/** What style sheets take for a colour, and canvases do not. */
const ELSEWHERE = /^(?:inherit|initial|unset|revert.*)$|var\(/i;
const MAX_KNOWN = 1000;
const known = new Map<string, boolean>();

/** Tell whether browsers know a colour: canvases would go on with the one of the row before. */
function isKnown(color: string): boolean {
  if (QUICK.test(color)) return true;
  return (
    known.get(color) ??
    keep(known, color, !ELSEWHERE.test(color) && CSS.supports("color", color), MAX_KNOWN)
  );
}

/** Return what tells whether a row has a place in all of some columns. */
export function completeRows(columns: readonly Numbers[]): (row: number) => boolean {
  return (row) => {
    for (const column of columns) if (!Number.isFinite(column[row])) return false;
    return true;
  };
}

/** Whether some rows reach both ends of each column. Those at the ends are looked at first: that is mostly enough. */
function reachAll(
  columns: readonly Numbers[],
  extents: readonly Extent[],
  good: (row: number) => boolean,
): boolean {
  const length = Math.min(...columns.map((column) => column.length));
  let missing = columns.flatMap((column, at) => {
    const { low, high } = extents[at] ?? EMPTY;
    return [
      (row: number) => (column[row] ?? NaN) <= low,
      (row: number) => (column[row] ?? NaN) >= high,
    ];
  });
  for (let step = 0; step < length && missing.length > 0; step += 1) {
    const row = step % 2 === 0 ? step >> 1 : length - 1 - (step >> 1);
    if (good(row)) missing = left(missing, row);
  }
  return missing.length === 0;
}

/** Return the tests that a row does not pass; the same array if it passes none. */
function left(tests: ((row: number) => boolean)[], row: number): ((row: number) => boolean)[] {
  for (const test of tests) if (test(row)) return tests.filter((each) => !each(row));
  return tests;
}

function lengthOf(columns: Columns): number | undefined {
  const lengths = Object.values(columns).map((column) => column.length);
  return lengths.length === 0 ? undefined : Math.min(...lengths);
}

/** Return the value of a property for one row. */
export function valueAt<T>(varying: Varying<T>, index: number): T {
  return varying.same ? varying.value : varying.at(index);
}

/** Return a value of a column in words, of several values with commas; an empty text for what has none. */
export function asText(value: unknown): string {
  return isRecord(value) || isModel(value) ? "" : [value].join();
}
