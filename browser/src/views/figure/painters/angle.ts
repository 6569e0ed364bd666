import { isRecord } from "../../field.js";
import type { GlyphReader, Varying } from "../spec.js";

const UNITS: Readonly<Record<string, number>> = {
  deg: Math.PI / 180,
  grad: Math.PI / 200,
  turn: 2 * Math.PI,
};

/** Read the angles of a glyph in radians; its field says what they are in, or another beside it. */
export function angles(glyph: GlyphReader, field: string): Varying<number> {
  const spec = glyph.glyph.get(field);
  const own = isRecord(spec) ? spec["units"] : undefined;
  const units = typeof own === "string" ? own : glyph.glyph.get(`${field}_units`);
  const factor = typeof units === "string" ? (UNITS[units] ?? 1) : 1;
  const read = glyph.numbers(field, 0);
  if (factor === 1) return read;
  return read.same
    ? { same: true, value: read.value * factor }
    : { same: false, at: (index) => read.at(index) * factor };
}
