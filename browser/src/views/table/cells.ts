/** How the cells of a table are written. */
import type { Columns, Model } from "../../model/types.js";
import { NDArray } from "../../model/value.js";
import { colorText } from "../color.js";
import { isModel, isRecord, number, text } from "../field.js";
import { plain } from "../format.js";
import { keep } from "../kept.js";
import { strftime } from "../strftime.js";
import { numeral } from "./numeral.js";
import { isMissing } from "./rows.js";

/** Writes the cells of one column. */
export interface Writer {
  /** Whether what is written stands on the right unless somebody says otherwise. */
  readonly numeric: boolean;
  /** Return what a cell says. */
  words(value: unknown): string;
  /** Make a cell look as it should. */
  dress(cell: HTMLElement, row: number): void;
  /** Write a cell in another way than as words; what was written before is still there. */
  fill?(cell: HTMLElement, value: unknown, row: number): void;
}

/** Looks of cells that differ from row to row: brought by a chunk of its own. */
export interface Looks {
  readonly color: (row: number) => string | undefined;
  readonly background: (row: number) => string | undefined;
  readonly fontStyle: (row: number) => string;
  readonly align: (row: number) => string;
}

/** The chunks that few tables need, once they are there. */
export interface Parts {
  readonly looksOf?: (formatter: Model, columns: Columns) => Looks;
  readonly fillTemplate?: (
    cell: HTMLElement,
    template: string,
    value: unknown,
    columns: Columns,
    row: number,
  ) => void;
}

const LOOKS = ["text_color", "background_color", "font_style", "text_align"] as const;

const DATES: Readonly<Record<string, string>> = {
  ATOM: "%F",
  W3C: "%F",
  "RFC-3339": "%F",
  "ISO-8601": "%F",
  COOKIE: "%a, %d %b %Y",
  "RFC-850": "%A, %d-%b-%y",
  "RFC-1123": "%a, %e %b %Y",
  "RFC-2822": "%a, %e %b %Y",
  RSS: "%a, %e %b %y",
  "RFC-822": "%a, %e %b %y",
  "RFC-1036": "%a, %e %b %y",
};

/** Tell which chunks a formatter needs. */
export function needs(formatter: Model | undefined): "looks" | "template" | undefined {
  if (formatter?.type === "HTMLTemplateFormatter") return "template";
  const varies = LOOKS.some((name) => {
    const spec = formatter?.get(name);
    return isRecord(spec) && ("field" in spec || "expr" in spec);
  });
  return varies ? "looks" : undefined;
}

/** Return every model that the looks of a formatter depend on. */
export function* modelsIn(formatter: Model): Iterable<Model> {
  yield formatter;
  for (const name of LOOKS) {
    const spec = formatter.get(name);
    if (isRecord(spec)) yield* Object.values(spec).filter(isModel);
  }
}

/** Return what writes the cells of a column; without a formatter they are written as they are. */
export function writerOf(
  formatter: Model | undefined,
  column: unknown,
  columns: Columns,
  parts: Parts,
): Writer {
  const type = formatter?.type ?? "";
  const numeric = type === "NumberFormatter" || type === "ScientificFormatter";
  const isDate = type === "DateFormatter";
  const writer = {
    numeric: !isDate && type !== "BooleanFormatter" && (numeric || holdsNumbers(column)),
    words: wordsOf(formatter),
    dress: dresser(formatter, columns, parts),
  };
  if (formatter === undefined) return writer;
  if (type === "BooleanFormatter") {
    const shape = text(formatter, "icon", "check");
    const fill = (cell: HTMLElement, value: unknown): void => {
      cell.replaceChildren(...(value === true || value === 1 ? [icon(shape)] : []));
    };
    return { ...writer, fill };
  }
  const { fillTemplate } = parts;
  if (type === "HTMLTemplateFormatter" && fillTemplate !== undefined) {
    const template = text(formatter, "template");
    return {
      ...writer,
      numeric: false,
      fill: (cell, value, row) => {
        fillTemplate(cell, template, value, columns, row);
      },
    };
  }
  return writer;
}

/** Tell whether a column takes nothing but numbers, as far as can be seen from its first rows. */
export function holdsNumbers(column: unknown): boolean {
  if (!Array.isArray(column)) return ArrayBuffer.isView(column);
  const seen = column.slice(0, 20).filter((value) => value !== null);
  return seen.length > 0 && seen.every((value) => typeof value === "number");
}

/** Write a value the way it is, without a formatter. */
export function valueText(value: unknown): string {
  if (typeof value === "number") return plain(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array, String).join(", ");
  if (value instanceof NDArray) return `array of ${value.shape.join(" × ")}`;
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  return isRecord(value) ? JSON.stringify(value) : String(value);
}

function wordsOf(formatter: Model | undefined): (value: unknown) => string {
  if (formatter === undefined)
    return (value) => (isMissing(value) ? missing(value, "") : valueText(value));
  const nan = text(formatter, "nan_format", "NaN");
  const none = text(formatter, "null_format", "(null)");
  const write = writing(formatter);
  return (value) => {
    if (value === null || value === undefined) return none;
    return Number.isNaN(value) ? nan : write(value);
  };
}

function missing(value: unknown, none: string): string {
  return Number.isNaN(value) ? "NaN" : none;
}

function writing(formatter: Model): (value: unknown) => string {
  switch (formatter.type) {
    case "NumberFormatter": {
      const [pattern, language] = [text(formatter, "format"), text(formatter, "language")];
      const rounding = text(formatter, "rounding");
      return (value) =>
        typeof value === "number" ? numeral(value, pattern, language, rounding) : valueText(value);
    }
    case "ScientificFormatter":
      return (value) =>
        typeof value === "number" ? scientific(value, formatter) : valueText(value);
    case "DateFormatter": {
      const format = text(formatter, "format");
      return (value) => {
        const time = timeOf(value);
        if (Number.isNaN(time)) return valueText(value);
        return format === "TIMESTAMP" ? String(time) : strftime(time, DATES[format] ?? format);
      };
    }
    default:
      return valueText;
  }
}

/** Return a time in milliseconds since 1970: of a number, or of a text as in 2026-01-31T12:00. */
export function timeOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length > 40 || !/^\d{4}-\d\d/.test(value)) return NaN;
  return Date.parse(
    /[T ].*(Z|[+-]\d\d:?\d\d)$/.test(value) || value.length <= 10 ? value : `${value}Z`,
  );
}

function scientific(value: number, formatter: Model): string {
  const digits = Math.min(Math.max(number(formatter, "precision", 10), 0), 100);
  const power = value === 0 ? 0 : Math.log10(Math.abs(value));
  const short = (digitsOf: string): string =>
    digitsOf.replace(/(\.\d*?)0+(?=e|$)/, "$1").replace(/\.(?=e|$)/, "");
  const far =
    value !== 0 &&
    (power >= number(formatter, "power_limit_high", 5) ||
      power <= number(formatter, "power_limit_low", -3));
  if (!far) return short(value.toFixed(digits));
  const powers = value.toExponential(digits);
  return formatter.chosen("precision") ? powers : short(powers);
}

function dresser(formatter: Model | undefined, columns: Columns, parts: Parts): Writer["dress"] {
  if (formatter === undefined) return () => undefined;
  if (needs(formatter) === "looks") {
    const looks = parts.looksOf?.(formatter, columns);
    if (looks === undefined) return () => undefined;
    return (cell, row) => {
      paint(cell, looks.color(row), looks.background(row), looks.fontStyle(row));
      cell.style.textAlign = looks.align(row);
    };
  }
  const same = (name: string): unknown => {
    const spec = formatter.get(name);
    return isRecord(spec) ? spec["value"] : spec;
  };
  const [color, background] = [colorText(same("text_color")), colorText(same("background_color"))];
  const [style, align] = [same("font_style"), same("text_align")];
  return (cell) => {
    paint(cell, color, background, typeof style === "string" ? style : "");
    cell.style.textAlign = formatter.chosen("text_align") && typeof align === "string" ? align : "";
  };
}

function paint(
  cell: HTMLElement,
  color: string | undefined,
  background: string | undefined,
  fontStyle: string,
): void {
  const { style } = cell;
  style.color = color ?? (background === undefined ? "" : inkOn(background));
  style.backgroundColor = background ?? "";
  style.fontWeight = fontStyle.includes("bold") ? "700" : "";
  style.fontStyle = fontStyle.includes("italic") ? "italic" : "";
}

const inks = new Map<string, string>();
/** So many backgrounds are remembered: data may have one for each row. */
const MOST_INKS = 500;
let palette: CanvasRenderingContext2D | null | undefined;

/** Return black or white, whichever can be read on a colour. */
function inkOn(background: string): string {
  let ink = inks.get(background);
  if (ink === undefined) {
    palette ??= document.createElement("canvas").getContext("2d");
    if (palette === null) return "";
    palette.fillStyle = "transparent";
    palette.fillStyle = background;
    const hex = /^#(..)(..)(..)$/.exec(palette.fillStyle);
    const linear = (part: string | undefined): number => (parseInt(part ?? "ff", 16) / 255) ** 2.2;
    const light = 0.2126 * linear(hex?.[1]) + 0.7152 * linear(hex?.[2]) + 0.0722 * linear(hex?.[3]);
    // What lets the table through keeps the letters of the table.
    ink = hex === null ? "" : light > 0.18 ? "#1d2129" : "#fff";
    keep(inks, background, ink, MOST_INKS);
  }
  return ink;
}

const CHECK = "M4 8.3l2.7 2.7L12 5.4";
const ROUND = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13z";
const SQUARE =
  "M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2z";
const SVG = "http://www.w3.org/2000/svg";

function icon(shape: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "true");
  svg.setAttribute("class", shape.endsWith("-o") || shape === "check" ? "icon" : "icon full");
  const around = shape.includes("circle") ? [ROUND] : shape.includes("square") ? [SQUARE] : [];
  for (const line of [...around, CHECK]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}
