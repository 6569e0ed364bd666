import type { Columns, Model } from "../../model/types.js";
import { colorText } from "../color.js";
import { isModel, isRecord } from "../field.js";
import type { ColumnFacts, Numbers } from "./column.js";
import type { FactorMap } from "./factor.js";
import { mapColors } from "./mapper.js";

/** What a field of a glyph says: one value for all rows, or where the values of the rows are. */
export type Spec =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "field"; readonly name: string; readonly transform?: Model };

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
  /** How many rows are drawn: as many as the shortest column in use has. */
  readonly length: number;

  constructor(
    readonly glyph: Model,
    readonly columns: Columns,
    readonly facts: ColumnFacts,
    readonly factors: { readonly x?: FactorMap; readonly y?: FactorMap },
    /** The rows that are read; all of them if nobody says. */
    private readonly rows?: ArrayLike<number> | undefined,
  ) {
    const lengths = Object.values(columns).map((column) => column.length);
    this.length = rows?.length ?? (lengths.length === 0 ? 0 : Math.min(...lengths));
  }

  /** Return what reads some of the rows, with the looks of another glyph. */
  some(rows: ArrayLike<number>, glyph: Model): GlyphReader {
    return new GlyphReader(glyph, this.columns, this.facts, this.factors, rows);
  }

  /** Return positions of a direction; one value for all becomes a column. */
  positions(field: string, direction: "x" | "y"): Numbers | undefined {
    const spec = readSpec(this.glyph.get(field), "field");
    const factors = this.factors[direction];
    if (spec.kind === "field") {
      const column = this.columns[spec.name];
      return column === undefined ? undefined : this.#pick(this.facts.numbers(column, factors));
    }
    const value =
      typeof spec.value === "number" ? spec.value : (factors?.locate(spec.value) ?? NaN);
    return new Float64Array(Math.max(this.length, 1)).fill(value);
  }

  /** Return a number of each row. */
  numbers(field: string, fallback: number): Varying<number> {
    const spec = readSpec(this.glyph.get(field), "field");
    if (spec.kind === "value") {
      const { value } = spec;
      return { same: true, value: typeof value === "number" ? value : fallback };
    }
    const column = this.columns[spec.name];
    if (column === undefined) return { same: true, value: fallback };
    const numbers = this.facts.numbers(column, undefined);
    return this.#each((index) => numbers[index] ?? NaN);
  }

  /** Return a text of each row. */
  texts(field: string): Varying<string> {
    const spec = readSpec(this.glyph.get(field), "field");
    if (spec.kind === "value") return { same: true, value: asText(spec.value) };
    const column = this.columns[spec.name];
    if (column === undefined) return { same: true, value: "" };
    return this.#each((index) => asText(column[index]));
  }

  /** Return a word of each row, such as a marker. */
  words(field: string, fallback: string): Varying<string> {
    const spec = readSpec(this.glyph.get(field), "value");
    if (spec.kind === "value") {
      const { value } = spec;
      return { same: true, value: typeof value === "string" ? value : fallback };
    }
    const column = this.columns[spec.name];
    return this.#each((index) => asText(column?.[index]) || fallback);
  }

  /** Return a colour of each row; undefined means not drawn. */
  colors(field: string): Varying<string | undefined> {
    const spec = readSpec(this.glyph.get(field), "value");
    if (spec.kind === "value") return { same: true, value: colorText(spec.value) };
    const column = this.columns[spec.name];
    if (column === undefined) return { same: true, value: undefined };
    if (spec.transform !== undefined) {
      return this.#each(mapColors(spec.transform, column, this.facts));
    }
    return this.#each((index) => colorText(column[index]));
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
}

/** Return the value of a property for one row. */
export function valueAt<T>(varying: Varying<T>, index: number): T {
  return varying.same ? varying.value : varying.at(index);
}

/** Return a value of a column in words; an empty text for what has none. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
