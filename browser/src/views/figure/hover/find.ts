/** Which rows are told about. */
import type { Model } from "../../../model/types.js";
import { optionalNumber, text } from "../../field.js";
import { hitsAt, touches } from "../below.js";
import { MAX_TIPS } from "../extras.js";
import type { RowOf } from "../extras.js";
import type { Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame } from "../painters/painter.js";
import { rowsAlong } from "./along.js";

/** Tells whether a tool has something to say about a row. */
export type Says = (row: RowOf) => boolean;

/** Return the rows that a tool means at a place of the plotting area, as many as it wants of each renderer. */
export function findRows(
  tool: Model,
  layers: readonly Layer[],
  frame: Frame,
  at: Point,
  says?: Says,
): RowOf[] {
  const renderers = tool.get("renderers");
  const unmuted = text(tool, "muted_policy") === "ignore";
  const limit = optionalNumber(tool, "limit") ?? Infinity;
  const meant = layers.filter((layer) => layer.serves(renderers) && !(unmuted && layer.muted));
  const [px, py] = [at.x + frame.left, at.y + frame.top];
  const mode = text(tool, "mode", "mouse");
  // Which rows are told about is known only when all are, if they are sorted or some are left out.
  const most = tool.get("sort_by") === null ? MAX_TIPS + 1 : undefined;
  const enough = says === undefined ? most : undefined;
  const found =
    mode === "vline" || mode === "hline"
      ? meant.map((layer) => rowsAlong(layer, frame, px, py, mode, enough))
      : below(meant, frame, px, py, enough);
  return found.flatMap((all) => {
    const rows = says === undefined ? all : passing(all, says, most);
    sort(tool, rows);
    return rows.slice(0, limit);
  });
}

/** Return the rows of which there is something to say; after so many nobody asks any more. */
function passing(all: readonly RowOf[], says: Says, most = Infinity): RowOf[] {
  const found: RowOf[] = [];
  for (const row of all) {
    if (found.length >= most) break;
    if (says(row)) found.push(row);
  }
  return found;
}

/** Return the rows of each layer below a place, or as many as are enough; where there is none the nearest one alone, of those equally near the first. */
function below(
  layers: readonly Layer[],
  frame: Frame,
  px: number,
  py: number,
  enough?: number,
): RowOf[][] {
  const near = layers.map((layer) =>
    hitsAt(layer, frame, px, py, "inspection", enough).map((hit) => ({ layer, hit })),
  );
  const touched = near.map((rows) => rows.filter(({ layer, hit }) => touches(layer, frame, hit)));
  if (touched.some((rows) => rows.length > 0)) return touched;
  const all = near.flat().sort((first, second) => first.hit.distance - second.hit.distance);
  return [all.slice(0, 1)];
}

/** Sort rows by columns of their sources, as a tool wants it. */
function sort(tool: Model, found: RowOf[]): void {
  const given = tool.get("sort_by");
  const keys = (Array.isArray(given) ? (given as unknown[]) : [given]).flatMap((key) => {
    if (typeof key === "string") return [{ name: key, sign: 1 }];
    if (!Array.isArray(key) || typeof key[0] !== "string") return [];
    return [{ name: key[0], sign: key[1] === "descending" || key[1] === -1 ? -1 : 1 }];
  });
  if (keys.length === 0) return;
  const value = ({ layer, hit }: RowOf, name: string): unknown =>
    layer.reader?.columns[name.replace(/^@/, "")]?.[hit.index];
  found.sort((first, second) => {
    for (const { name, sign } of keys) {
      const order = compare(value(first, name), value(second, name));
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

function compare(first: unknown, second: unknown): number {
  if (typeof first === "number" && typeof second === "number") return first - second;
  return typeof first === "string" && typeof second === "string" ? first.localeCompare(second) : 0;
}
