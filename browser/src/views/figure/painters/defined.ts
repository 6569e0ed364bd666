/** Markers that code of the application's own draws. */
import { codeOf } from "../../../callbacks/formula.js";
import { isModel, record } from "../../field.js";
import { extras } from "../extras.js";
import type { GlyphReader } from "../spec.js";
import { FillStyle, LineStyle } from "./style.js";

type Context = CanvasRenderingContext2D;

/** What code finds under `visuals`: it draws a path, or what the context holds, as a row looks. */
interface Visual {
  apply(context: Context, row: number, path?: Path2D): boolean;
}

/** Return what draws a marker of a glyph about the origin, by its name. */
export function markersOf(
  glyph: GlyphReader,
): (context: Context, name: string, i: number, r: number) => void {
  const { glyph: model } = glyph;
  const visuals = visualsOf(glyph);
  const defs = record(model, "defs");
  // Looking for what is compiled takes longer than to draw a marker.
  const codes = new Map<string, ReturnType<typeof codeOf>>();
  const find = (name: string): ReturnType<typeof codeOf> => {
    const definition = defs[name];
    if (!codes.has(name)) codes.set(name, isModel(definition) ? codeOf(definition) : undefined);
    return codes.get(name);
  };
  return (ctx, name, i, r) => {
    const code = find(name);
    if (code === undefined) return;
    ctx.beginPath();
    const path = code(model, { ctx, i, r, visuals });
    if (!(path instanceof Path2D)) return;
    for (const visual of Object.values(visuals)) visual.apply(ctx, i, path);
  };
}

function visualsOf(glyph: GlyphReader): Readonly<Record<"fill" | "hatch" | "line", Visual>> {
  const [fill, line] = [new FillStyle(glyph), new LineStyle(glyph)];
  const area = (prepare: (context: Context, row: number) => boolean): Visual => ({
    apply(context, row, path) {
      if (!prepare(context, row)) return false;
      if (path === undefined) context.fill();
      else context.fill(path);
      return true;
    },
  });
  return {
    fill: area((context, row) => fill.apply(context, row)),
    hatch: area((context, row) => fill.hatch?.(context, row) === true),
    line: {
      apply(context, row, path) {
        line.begin(context);
        if (!line.apply(context, row)) return false;
        if (path === undefined) context.stroke();
        else context.stroke(path);
        return true;
      },
    },
  };
}

extras.markers = markersOf;
