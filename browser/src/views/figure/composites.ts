/** Renderers that consist of two others: graphs and contours. */
import type { Column, Model } from "../../model/types.js";
import { reference } from "../field.js";
import { columnsOf } from "./column.js";
import type { Part, Purpose } from "./layer.js";
import { StandIn } from "./stand_in.js";

/** Return what draws the parts of a renderer, those below first; nothing if it has none. */
export function partsOf(owner: Model): Part[] {
  switch (owner.type) {
    case "ContourRenderer":
      return ["fill_renderer", "line_renderer"].flatMap((field) => {
        const renderer = reference(owner, field);
        return renderer === undefined ? [] : [{ renderer, owner, aside: true }];
      });
    case "GraphRenderer":
      return graph(owner);
    default:
      return [];
  }
}

function graph(owner: Model): Part[] {
  const nodes = reference(owner, "node_renderer");
  const edges = reference(owner, "edge_renderer");
  if (nodes === undefined || edges === undefined) return [];
  const place = (names: readonly [string, string], type: string) => (glyph: Model) => {
    const layout = reference(owner, "layout_provider");
    const transform = new StandIn(layout ?? owner, { layout: layout ?? null }, type);
    const component = (kind: string): Model => new StandIn(layout ?? owner, { transform }, kind);
    return new StandIn(glyph, {
      [names[0]]: { expr: component("XComponent") },
      [names[1]]: { expr: component("YComponent") },
    });
  };
  const policy = (purpose: Purpose): string =>
    reference(owner, `${purpose}_policy`)?.type ?? "NodesOnly";
  const models = [nodes, edges].flatMap((renderer) => reference(renderer, "data_source") ?? []);
  return [
    {
      renderer: edges,
      owner,
      models,
      dress: place(["xs", "ys"], "EdgeCoordinates"),
      takes: (purpose) => policy(purpose).startsWith("Edges"),
      follow: (purpose, rows) =>
        policy(purpose) === "EdgesAndLinkedNodes"
          ? [{ renderer: nodes, rows: nodesOf(nodes, edges, rows) }]
          : [],
    },
    {
      renderer: nodes,
      owner,
      models,
      dress: place(["x", "y"], "NodeCoordinates"),
      takes: (purpose) => policy(purpose).startsWith("Nodes"),
      follow: (purpose, rows) => {
        if (policy(purpose) === "NodesOnly") return [];
        const linked = edgesOf(nodes, edges, rows);
        return policy(purpose) === "NodesAndLinkedEdges"
          ? [{ renderer: edges, rows: linked }]
          : [{ renderer: nodes, rows: nodesOf(nodes, edges, linked) }];
      },
    },
  ];
}

/** Return the edges that end at nodes. */
function edgesOf(nodes: Model, edges: Model, rows: readonly number[]): number[] {
  const index = columnOf(nodes, "index");
  const wanted = new Set<unknown>(rows.map((row) => index[row]));
  const [start, end] = [columnOf(edges, "start"), columnOf(edges, "end")];
  return rowsWhere(
    Math.min(start.length, end.length),
    (row) => wanted.has(start[row]) || wanted.has(end[row]),
  );
}

/** Return the nodes at the ends of edges. */
function nodesOf(nodes: Model, edges: Model, rows: readonly number[]): number[] {
  const [start, end] = [columnOf(edges, "start"), columnOf(edges, "end")];
  const wanted = new Set<unknown>(rows.flatMap((row) => [start[row], end[row]]));
  const index = columnOf(nodes, "index");
  return rowsWhere(index.length, (row) => wanted.has(index[row]));
}

function rowsWhere(length: number, wanted: (row: number) => boolean): number[] {
  return Array.from({ length }, (_, row) => row).filter(wanted);
}

function columnOf(renderer: Model, name: string): Column {
  const source = reference(renderer, "data_source");
  return source === undefined ? [] : (columnsOf(source)[name] ?? []);
}
