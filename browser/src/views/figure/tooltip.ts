import { isRecord } from "../field.js";
import { formatNumber, plain } from "../format.js";
import { printf } from "./labels/printf.js";
import type { GlyphReader } from "./spec.js";
import { strftime } from "../strftime.js";

/** One line of a tooltip. A colour is shown as a small square before the text. */
export interface TooltipRow {
  readonly label: string;
  readonly text: string;
  readonly color?: string;
}

/** Where the pointer is, and on which row. */
export interface TooltipPlace {
  readonly index: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly sx: number;
  readonly sy: number;
  readonly dataX: number;
  readonly dataY: number;
}

const FIELD =
  /\$(?:color|swatch)(?:\[[^\]]*\])?:(\w+)|([@$])(?:\{([^}]+)\}|(\w+))(?:\{([^}]+)\})?/g;

/** Fill in the lines of a hover tool's tooltips. */
export function tooltipRows(
  tooltips: readonly unknown[],
  formatters: Readonly<Record<string, unknown>>,
  glyph: GlyphReader,
  place: TooltipPlace,
): TooltipRow[] {
  const rows: TooltipRow[] = [];
  for (const entry of tooltips) {
    if (!Array.isArray(entry)) continue;
    const [label, template] = entry as [unknown, unknown];
    if (typeof template !== "string") continue;
    let color: string | undefined;
    const text = template.replace(
      FIELD,
      (all, swatch: string | undefined, sign, braced, bare, format: string | undefined) => {
        if (swatch !== undefined) {
          color = asText(glyph.columns[swatch]?.[place.index], undefined, "");
          return all.startsWith("$color[hex") || all.startsWith("$swatch") ? "" : color;
        }
        const name = String(braced ?? bare);
        if (sign === "$") return special(name, place, format);
        const value: unknown = glyph.columns[name]?.[place.index];
        return asText(value, format, formatters[`@${name}`] ?? formatters[`@{${name}}`]);
      },
    );
    rows.push({
      label: typeof label === "string" ? label : "",
      text: text.trim(),
      ...(color === undefined ? {} : { color }),
    });
  }
  return rows;
}

function special(name: string, place: TooltipPlace, format: string | undefined): string {
  const values: Readonly<Record<string, unknown>> = {
    index: place.index,
    name: place.name,
    x: place.x,
    y: place.y,
    sx: place.sx,
    sy: place.sy,
    data_x: place.dataX,
    data_y: place.dataY,
    snap_x: place.dataX,
    snap_y: place.dataY,
  };
  return asText(values[name], format, undefined);
}

function asText(value: unknown, format: string | undefined, formatter: unknown): string {
  if (typeof value === "number") {
    if (formatter === "datetime") return strftime(value, format ?? "%Y-%m-%d %H:%M:%S");
    if (Number.isNaN(value)) return "–";
    if (formatter === "printf" && format !== undefined) return printf(value, format);
    if (format !== undefined && format !== "safe") return formatNumber(value, format);
    return plain(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "–";
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map((part) => asText(part, format, formatter)).join(", ");
  return isRecord(value) ? JSON.stringify(value) : "";
}
