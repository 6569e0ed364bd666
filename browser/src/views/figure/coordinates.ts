/** Columns that few figures have computed: places of graphs, and by distance and direction. */
import type { Column, Model } from "../../model/types.js";
import { NDArray } from "../../model/value.js";
import { isRecord, reference } from "../field.js";
import type { Reading } from "./computed.js";
import { angles } from "./painters/angle.js";
import { GlyphReader, valueAt } from "./spec.js";

type Places = (index: number) => readonly [unknown, unknown];

/** Compute one of the two positions of places. */
export function computeComponent(expression: Model, reading: Reading): Column | undefined {
  const transform = reference(expression, "transform");
  const places = transform === undefined ? undefined : placesOf(transform, reading);
  if (places === undefined) return undefined;
  const at = expression.type === "XComponent" ? 0 : 1;
  const cells = Array.from({ length: reading.length }, (_, index) => places(index)[at]);
  return cells.every((cell) => typeof cell === "number") ? Float64Array.from(cells) : cells;
}

function placesOf(transform: Model, reading: Reading): Places | undefined {
  reading.uses.add(transform);
  if (transform.type === "PolarTransform") return polar(transform, reading);
  const layout = reference(transform, "layout");
  if (layout === undefined) return undefined;
  reading.uses.add(layout);
  const find = finder(layout.get("graph_layout"));
  return transform.type === "NodeCoordinates" ? nodes(find, reading) : edges(find, reading);
}

function polar(transform: Model, { columns, facts, factors, uses }: Reading): Places {
  const reader = new GlyphReader(transform, columns, facts, factors, undefined, uses);
  const radius = reader.numbers("radius", NaN);
  const angle = angles(reader, "angle");
  const sign = transform.get("direction") === "clock" ? -1 : 1;
  return (index) => {
    const [far, turn] = [valueAt(radius, index), sign * valueAt(angle, index)];
    return [far * Math.cos(turn), far * Math.sin(turn)];
  };
}

type Find = (node: unknown) => readonly number[] | undefined;

/** Return what finds the place of a node; numbers and texts that look alike are different nodes. */
function finder(layout: unknown): Find {
  const places =
    layout instanceof Map ? layout : new Map(Object.entries(isRecord(layout) ? layout : {}));
  return (node) => {
    const place: unknown =
      places.get(node) ?? (typeof node === "number" ? places.get(String(node)) : undefined);
    return Array.isArray(place) || ArrayBuffer.isView(place)
      ? Array.from(place as ArrayLike<number>, Number)
      : undefined;
  };
}

function nodes(find: Find, { columns }: Reading): Places {
  const index = columns["index"];
  return (row) => {
    const [x = NaN, y = NaN] = find(index?.[row]) ?? [];
    return [x, y];
  };
}

function edges(find: Find, { columns }: Reading): Places {
  const { start, end, xs, ys } = columns;
  return (row) => {
    const from = find(start?.[row]);
    const to = find(end?.[row]);
    if (from === undefined || to === undefined) return [[], []];
    const own = [path(xs, row), path(ys, row)] as const;
    if (own[0] !== undefined && own[1] !== undefined) return own;
    return [
      [from[0], to[0]],
      [from[1], to[1]],
    ];
  };
}

function path(column: Column | undefined, row: number): unknown {
  const cell: unknown = column instanceof NDArray ? column.row(row) : column?.[row];
  return Array.isArray(cell) || ArrayBuffer.isView(cell) ? cell : undefined;
}
