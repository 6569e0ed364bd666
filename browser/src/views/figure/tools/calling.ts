/** Calls the application's own code when rows are tapped or pointed at. A chunk of its own: few tools have callbacks. */
import type { Model } from "../../../model/types.js";
import { list, text } from "../../field.js";
import { hitsAt } from "../below.js";
import type { Keys, Point } from "../gestures.js";
import { rowsAlong } from "../hover/along.js";
import type { Layer } from "../layer.js";
import { planeOf } from "../plane.js";
import type { Hand } from "./hand.js";

/** Where the pointer is, as callbacks are told it, on the axes of a renderer. */
interface Place {
  readonly type: "point";
  readonly sx: number;
  readonly sy: number;
  readonly x: number;
  readonly y: number;
}

/** Run the callback of a tap, or of two if the tool asks for these, for every source of which a row was hit. */
export function tapped(tool: Model, hand: Hand, at: Point, keys: Keys, double: boolean): void {
  if ((text(tool, "gesture") === "doubletap") !== double) return;
  const inspects = tool.get("behavior") === "inspect";
  const hit = new Set<Model>();
  for (const [layer, geometries, indices] of hitsOf(tool, hand, at)) {
    const { source } = layer;
    if (source === undefined || indices.length === 0) continue;
    // What is selected counts once for a source, what is inspected for every renderer.
    if (!inspects && hit.has(source)) continue;
    hit.add(source);
    const selected = layer.selection === undefined ? indices : list(layer.selection, "indices");
    const modifiers = { shift: keys.shiftKey, ctrl: keys.ctrlKey, alt: keys.altKey };
    tool.emit("callback", {
      source,
      geometries,
      indices: inspects ? indices : selected,
      event: { modifiers },
      ...(inspects && { inspected: { source, rows: pointed(indices) } }),
    });
  }
}

/** Run the callbacks of tools that point, for every renderer. */
export function hovered(tools: readonly Model[], hand: Hand): void {
  const { pointer } = hand;
  if (pointer === undefined) return;
  for (const tool of tools) {
    for (const [layer, geometry, indices] of hitsOf(tool, hand, pointer)) {
      const index = pointed(indices);
      const { renderer, source } = layer;
      tool.emit("callback", { index, geometry, renderer, inspected: { source, rows: index } });
    }
  }
}

/** Return rows that are pointed at, as callbacks are told of them. */
function pointed(indices: readonly number[]): Readonly<Record<string, unknown>> {
  return { indices, line_indices: [], multiline_indices: {}, image_indices: [] };
}

/** Return the renderers of a tool with the rows at a place. */
function* hitsOf(
  tool: Model,
  { frame, layers }: Hand,
  at: Point,
): Iterable<readonly [Layer, Place, readonly number[]]> {
  if (frame === undefined) return;
  const chosen = tool.get("renderers");
  const [sx, sy] = [at.x + frame.left, at.y + frame.top];
  const mode = text(tool, "mode");
  const known = mode === "vline" || mode === "hline" ? mode : "mouse";
  for (const layer of layers) {
    if (!layer.visible || (Array.isArray(chosen) && !chosen.includes(layer.renderer))) continue;
    const hits =
      known === "mouse"
        ? hitsAt(layer, frame, sx, sy, "inspection")
        : rowsAlong(layer, frame, sx, sy, known).map(({ hit }) => hit);
    const plane = planeOf(frame, layer.renderer);
    const place: Place = {
      type: "point",
      sx,
      sy,
      x: plane.x.toValue(sx),
      y: plane.y.toValue(sy),
    };
    // A row of a line that is passed on both sides counts once.
    yield [layer, place, [...new Set(hits.map(({ index }) => index))]];
  }
}
