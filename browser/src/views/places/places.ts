/** Where in the window the places are that coordinates name. */
import type { ReactiveController } from "lit";
import type { Model, Subscription } from "../../model/types.js";
import type { ModelElement } from "../element.js";
import { number, reference, text } from "../field.js";
import { nodeAt } from "../figure/marks/named.js";
import type { Frame } from "../figure/painters/painter.js";
import { planeOf } from "../figure/plane.js";
import { standing } from "../figure/standing.js";
import type { FigureView } from "../figure/tools/handling.js";
import { around, modelOf, viewOf } from "./find.js";

/** A point of the window, in CSS pixels; NaN where it is nowhere. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

type Figure = ModelElement & FigureView;

const NOWHERE: Spot = { x: NaN, y: NaN };

/** Return where a coordinate is that belongs to a view. */
export function spotOf(position: Model, view: Element): Spot {
  const figure = figureAround(view);
  switch (position.type) {
    case "XY":
      return figure === undefined ? inView(position, view) : inFrame(figure, valuesOf(position));
    case "Indexed":
      return rowOf(position, figure);
    case "Node":
      return { x: sideOf(position, view, "x"), y: sideOf(position, view, "y") };
    default:
      return NOWHERE;
  }
}

/** Return a length that a node names; of a place, how far it is from the upper left corner of what it is in. */
export function lengthOf(node: Model, view: Element): number {
  const symbol = text(node, "symbol", "center");
  const box = boxOf(node, view);
  if (box === undefined) return NaN;
  if (symbol === "width") return box.width + number(node, "offset", 0);
  if (symbol === "height") return box.height + number(node, "offset", 0);
  const across = /left|right/.test(symbol);
  const host = (around(view) ?? view).getBoundingClientRect();
  return sideOf(node, view, across ? "x" : "y") - (across ? host.left : host.top);
}

/** Call back whenever a coordinate may be elsewhere. */
export function follow(position: Model, view: Element, moved: () => void): Subscription {
  const watched = [position, reference(position, "target"), reference(position, "renderer")];
  const subscriptions = watched.flatMap((model) => model?.observe(moved) ?? []);
  const figure = figureAround(view) ?? figureOf(position);
  const controller: ReactiveController = { hostUpdated: moved };
  figure?.addController(controller);
  const sizes = new ResizeObserver(moved);
  sizes.observe(figure ?? around(view) ?? view);
  return {
    cancel: () => {
      for (const subscription of subscriptions) subscription.cancel();
      figure?.removeController(controller);
      sizes.disconnect();
    },
  };
}

/** Return the figure that a view stands over. */
function figureAround(view: Element): Figure | undefined {
  for (let host = around(view); host !== undefined; host = around(host)) {
    if (modelOf(host)?.type === "Figure") return host as Figure;
  }
  return undefined;
}

/** Return the figure that a coordinate is in, wherever its view is. */
function figureOf(position: Model): Figure | undefined {
  const target = reference(position, "target");
  const found = target?.type === "Figure" ? viewOf(target, document) : undefined;
  if (found !== undefined) return found as Figure;
  const box = target === undefined ? undefined : standing.get(target);
  return box === undefined ? undefined : (around(box.area) as Figure | undefined);
}

function inView(position: Model, view: Element): Spot {
  const host = (around(view) ?? view.parentElement ?? view).getBoundingClientRect();
  const { x, y } = valuesOf(position);
  return { x: host.left + (Number(x) || 0), y: host.top + (Number(y) || 0) };
}

function valuesOf(position: Model): { readonly x: unknown; readonly y: unknown } {
  return { x: position.get("x"), y: position.get("y") };
}

/** Return where values are in the frame of a figure, unless that is beyond it. */
function inFrame(figure: Figure, at: { readonly x: unknown; readonly y: unknown }): Spot {
  const { frame, scene } = figure;
  if (frame === undefined || scene === undefined) return NOWHERE;
  const pixel = (direction: "x" | "y"): number => {
    const value = at[direction];
    const factors = scene[direction].factors;
    const place = typeof value === "number" ? value : (factors?.locate(value) ?? NaN);
    return frame[direction].toPixel(place);
  };
  return within(frame, pixel("x"), pixel("y"));
}

function within(frame: Frame, x: number, y: number): Spot {
  const { left, top, width, height } = frame;
  const inside = x >= left && x <= left + width && y >= top && y <= top + height;
  if (!inside) return NOWHERE;
  const canvas = frame.context.canvas.getBoundingClientRect();
  return { x: canvas.left + x, y: canvas.top + y };
}

/** Return where a row is that a renderer draws. */
function rowOf(position: Model, figure: Figure | undefined): Spot {
  const renderer = reference(position, "renderer");
  const layer = figure?.scene?.layers.find((each) => each.isOf([renderer]));
  const frame = figure?.frame;
  if (frame === undefined || layer?.reader === undefined) return NOWHERE;
  const row = number(position, "index", 0);
  const plane = planeOf(frame, layer.owner);
  const box = layer.boxes(frame)?.(row);
  if (box !== undefined)
    return within(frame, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const [x, y] = [layer.reader.positions("x", "x"), layer.reader.positions("y", "y")];
  return within(frame, plane.x.toPixel(x?.[row] ?? NaN), plane.y.toPixel(y?.[row] ?? NaN));
}

/** Return the box of a node that stands for an element, or for what handles show. */
function boxOf(node: Model, view: Element): DOMRect | undefined {
  const target = reference(node, "target");
  const figure = figureAround(view) ?? figureOf(node);
  const box = target === undefined ? undefined : standing.get(target);
  if (box !== undefined) {
    const area = box.area.getBoundingClientRect();
    const { left, right, top, bottom } = box.edges ?? {
      left: NaN,
      right: NaN,
      top: NaN,
      bottom: NaN,
    };
    return new DOMRect(area.left + left, area.top + top, right - left, bottom - top);
  }
  if (target === undefined && node.get("target") === "viewport") {
    return new DOMRect(0, 0, innerWidth, innerHeight);
  }
  if (target !== undefined && target.type !== "BoxAnnotation") {
    return viewOf(target, document)?.getBoundingClientRect();
  }
  if (target === undefined && (figure === undefined || node.get("target") === "parent")) {
    return around(view)?.getBoundingClientRect();
  }
  const frame = figure?.frame;
  if (frame === undefined) return undefined;
  const canvas = frame.context.canvas.getBoundingClientRect();
  // A node of its own is read for each side: only these are computed.
  const at = (symbol: string, direction: "x" | "y"): number =>
    nodeAt(frame, sideNode(node, symbol), direction);
  const [left, top] = [at("left", "x"), at("top", "y")];
  const [right, bottom] = [at("right", "x"), at("bottom", "y")];
  return new DOMRect(canvas.left + left, canvas.top + top, right - left, bottom - top);
}

/** Return a node for another side of the same box. */
function sideNode(node: Model, symbol: string): Model {
  const given: Readonly<Record<string, unknown>> = { symbol, offset: 0 };
  return Object.create(node, {
    get: { value: (field: string) => given[field] ?? node.get(field) },
  }) as Model;
}

/** Return a place of a box in one direction. */
function sideOf(node: Model, view: Element, direction: "x" | "y"): number {
  const box = boxOf(node, view);
  if (box === undefined) return NaN;
  const symbol = text(node, "symbol", "center");
  const [first = "", second = first] = symbol.split("_");
  const word = symbol.includes("_") ? (direction === "x" ? second : first) : symbol;
  const places: Readonly<Record<string, number | undefined>> =
    direction === "x" ? { left: box.left, right: box.right } : { top: box.top, bottom: box.bottom };
  const middle = direction === "x" ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2;
  return (places[word] ?? middle) + number(node, "offset", 0);
}
