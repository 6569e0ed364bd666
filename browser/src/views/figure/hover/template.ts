import { formulaOf } from "../../../callbacks/formula.js";
import { NDArray } from "../../../model/value.js";
import { colorText } from "../../color.js";
import { isModel, isRecord } from "../../field.js";
import { plain } from "../../format.js";
import { strftime } from "../../strftime.js";
import { formatNumeral } from "../labels/numeral.js";
import { printf } from "../labels/printf.js";
import type { GlyphReader } from "../spec.js";

/** Where the pointer is, on which row, and where in it. */
export interface TooltipPlace {
  readonly index: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly sx: number;
  readonly sy: number;
  readonly dataX: number;
  readonly dataY: number;
  /** Which point of one of several lines is meant. */
  readonly segment?: number;
  /** Where a picture is pointed at, as shares from the left and from below. */
  readonly within?: { readonly x: number; readonly y: number };
}

/** What a template says about a row. */
export interface Filled {
  readonly text: string;
  /** Whether the text is markup: a value was asked for as it is. */
  readonly markup: boolean;
  /** The colour of a small square before the text. */
  readonly color?: string;
}

export type Formatters = Readonly<Record<string, unknown>>;

const FIELD =
  /\$(color|swatch)(?:\[([^\]]*)\])?:(?:\{([^{}]+)\}|([\p{L}\p{N}_]+))|([@$])(?:\{([^{}]+)\}|([\p{L}\p{N}_]+))(?:\{([^{}]+)\})?/gu;
const NOTHING = "–";
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Fill in a template: `@column`, `@{two words}{format}`, `$x`, `$swatch:column`. In markup, values are text. */
export function fillTemplate(
  template: string,
  formatters: Formatters,
  glyph: GlyphReader,
  place: TooltipPlace,
  inMarkup = false,
): Filled {
  let color: string | undefined;
  const named = template.replaceAll("@$name", `@{${place.name}}`);
  const markup = inMarkup || named.includes("{safe}");
  const escape = (words: string): string =>
    markup ? words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "") : words;
  const text = named.replace(
    FIELD,
    (
      whole: string,
      kind: string | undefined,
      options: string | undefined,
      ofBraced: string | undefined,
      ofBare: string | undefined,
      sign: string,
      braced: string | undefined,
      bare: string | undefined,
      format: string | undefined,
    ) => {
      if (kind !== undefined) {
        const found = colorOf(glyph, (ofBraced ?? ofBare ?? "").trim(), place.index);
        const swatch = kind === "swatch" || options?.includes("swatch") === true;
        if (swatch) color = found;
        if (kind === "swatch") return "";
        return escape(options?.includes("hex") === true ? hex(found) : (found ?? NOTHING));
      }
      const name = (braced ?? bare ?? "").trim();
      const value = sign === "$" ? specialOf(name, place) : valueOf(glyph, name, place);
      if (format === "safe") return asWords(value);
      const key = whole.replace(/\{[^{}]*\}$/, (last) =>
        braced === last.slice(1, -1) ? last : "",
      );
      const formatter =
        formatters[key] ?? formatters[`${sign}${name}`] ?? formatters[`${sign}{${name}}`];
      return escape(write(value, format, formatter, place));
    },
  );
  return { text: text.trim(), markup, ...(color === undefined ? {} : { color }) };
}

function specialOf(name: string, place: TooltipPlace): unknown {
  return specials(place)[name];
}

/** Return what is special about a place, by the names that authors know. */
export function specials(place: TooltipPlace): Readonly<Record<string, unknown>> {
  return {
    index: place.index,
    indices: [place.index],
    name: place.name,
    x: place.x,
    y: place.y,
    sx: place.sx,
    sy: place.sy,
    data_x: place.dataX,
    data_y: place.dataY,
    snap_x: place.dataX,
    snap_y: place.dataY,
    ...(place.segment === undefined ? {} : { segment_index: place.segment }),
  };
}

/** Return the value that `@column`, `@{two words}`, a bare name or `$index` means for a row. */
export function valueNamed(field: string, glyph: GlyphReader, place: TooltipPlace): unknown {
  const name = field.replace(/^[@$]/, "").replace(/^\{(.*)\}$/, "$1");
  return field.startsWith("$") ? specialOf(name, place) : valueOf(glyph, name, place);
}

/** Return what a column has for a row; of a picture, the number that is pointed at. */
function valueOf(glyph: GlyphReader, name: string, { index, within }: TooltipPlace): unknown {
  const column = glyph.columns[name];
  const value: unknown = column instanceof NDArray ? column.row(index) : column?.[index];
  if (within === undefined) return value;
  return value instanceof NDArray || Array.isArray(value) ? cellOf(value, within) : value;
}

function cellOf(grid: NDArray | readonly unknown[], at: { x: number; y: number }): unknown {
  const rows = grid.length;
  const row = Math.min(Math.floor(at.y * rows), rows - 1);
  const line: unknown = grid instanceof NDArray ? grid.row(row) : grid[row];
  if (!Array.isArray(line) && !ArrayBuffer.isView(line) && !(line instanceof NDArray)) return line;
  const { length } = line as ArrayLike<unknown>;
  const column = Math.min(Math.floor(at.x * length), length - 1);
  const cell: unknown =
    line instanceof NDArray ? line.row(column) : (line as ArrayLike<unknown>)[column];
  return ArrayBuffer.isView(cell) ? Array.from(cell as Uint8Array) : cell;
}

/** Return the colour that a column has for a row, or that the glyph has if there is no such column. */
function colorOf(glyph: GlyphReader, name: string, index: number): string | undefined {
  const column = glyph.columns[name];
  if (column !== undefined) return colorText(column[index]);
  const colors = glyph.colors(name);
  return colors.same ? colors.value : colors.at(index);
}

/** Return a colour with its parts in hexadecimal digits. */
function hex(color: string | undefined): string {
  const context = color === undefined ? null : new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null || color === undefined) return NOTHING;
  context.fillStyle = color;
  return context.fillStyle;
}

function write(
  value: unknown,
  format: string | undefined,
  formatter: unknown,
  place: TooltipPlace,
): string {
  if (isModel(formatter)) {
    const formula = formulaOf(formatter, ["value", "format", "special_vars"]);
    const made = formula?.(value, format ?? "", specials(place));
    return asWords(made ?? value);
  }
  if (typeof value === "number" && !Number.isNaN(value)) {
    switch (formatter) {
      case "datetime":
        return strftime(value, format ?? "%Y-%m-%d %H:%M:%S");
      case "printf":
        return format === undefined ? asWords(value) : printf(value, format);
      case "raw":
        return String(value);
      case "basic":
        return asWords(value);
      default:
        return format === undefined ? asWords(value) : formatNumeral(value, format);
    }
  }
  if (formatter === "printf" && typeof value === "string" && format !== undefined) {
    return printf(value, format);
  }
  if (Array.isArray(value)) {
    return value.map((part) => write(part, format, formatter, place)).join(", ");
  }
  return asWords(value);
}

function asWords(value: unknown): string {
  if (typeof value === "number") {
    if (Number.isNaN(value)) return NOTHING;
    if (Number.isInteger(value)) return plain(value);
    // Six digits, and never a zero in the place of a whole one.
    return plain(Number(Math.abs(value) < 1e6 ? value.toPrecision(6) : value.toFixed(0)));
  }
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(asWords).join(", ");
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, asWords).join(", ");
  return isRecord(value) ? JSON.stringify(value) : NOTHING;
}
