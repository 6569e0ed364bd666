import type { Model } from "../model/types.js";
import { flag, optionalNumber, text } from "./field.js";

/** Which way the parent of a view lays out its children. */
export type Direction = "row" | "column";

/** The style properties that `boxStyle` decides; an empty string leaves one to the style sheets. */
export type BoxStyle = Record<
  | "width"
  | "height"
  | "minWidth"
  | "maxWidth"
  | "minHeight"
  | "maxHeight"
  | "flex"
  | "alignSelf"
  | "aspectRatio"
  | "margin",
  string
>;

/** The sizing mode of every element that has one, for those inside that take over their parent's. */
const modes = new WeakMap<Node, string>();

/** Top, right, bottom and left. */
type Sides = readonly [number, number, number, number];

/**
 * Translate the sizing fields of a model into styles of its view.
 *
 * A view is never wider than its parent, whatever its width: that is what keeps a desktop layout inside a phone.
 */
export function boxStyle(
  model: Model,
  parent: Direction,
  mode: string = text(model, "sizing_mode"),
): BoxStyle {
  const width = optionalNumber(model, "width");
  const height = optionalNumber(model, "height");
  const sides = readMargin(model.get("margin"));
  const beside = sides[1] + sides[3];
  const style: BoxStyle = {
    width: pixels(width),
    height: pixels(height),
    minWidth: pixels(optionalNumber(model, "min_width")),
    maxWidth: widest(optionalNumber(model, "max_width"), beside),
    minHeight: pixels(optionalNumber(model, "min_height")),
    maxHeight: pixels(optionalNumber(model, "max_height")),
    flex: "",
    alignSelf: alignment(model, parent),
    aspectRatio: "",
    margin: margin(sides),
  };
  if (/(both|width)$/.test(mode)) {
    // A row that is as wide as what it holds has room for it, too.
    style.width = "auto";
    if (parent === "row") style.flex = "1 1 0";
    else style.alignSelf = "stretch";
  }
  if (/(both|height)$/.test(mode)) {
    style.height = parent === "column" ? "0" : "auto";
    if (parent === "column") style.flex = "1 1 0";
    else style.alignSelf = "stretch";
    if (style.minHeight === "") style.minHeight = leastHeight(model, height);
  }
  if (/^scale_[wh]/.test(mode) && width !== undefined && height !== undefined) {
    style[mode === "scale_width" ? "height" : "width"] = "auto";
    style.aspectRatio = `${width} / ${height}`;
  }
  return style;
}

/** Return how low what stretches may become, if its author does not say. */
function leastHeight({ type }: Model, height: number | undefined): string {
  // What is in a figure has its size from the figure, which could then never shrink.
  const isFigure = type === "Figure";
  if (height === undefined) return isFigure ? "" : "min-content";
  return isFigure ? `var(--_held, ${pixels(height)})` : pixels(height);
}

/**
 * Return how low figures that stretch in a box may become: where its height is given, they share what it has.
 *
 * Nothing is said by a figure, nor by a box that stretches in another one, whose word goes on; where it is `initial`,
 * figures are at least as high as they are by themselves.
 */
export function heldIn(model: Model, mode: string): string {
  const { type } = model;
  const stretches = /(both|height)$/.test(mode);
  const isGiven = (field: string): boolean => optionalNumber(model, field) !== undefined;
  if (/^(Row|Column|Grid)/.test(type)) {
    if (isGiven("height") || (stretches && isGiven("min_height"))) return "60px";
    if (stretches) return "";
  } else if (type === "Figure") return "";
  return "initial";
}

/** Apply the fields that every view shares to its element. */
export function applyBox(element: HTMLElement, model: Model, parent: Direction): void {
  const mode = modeOf(element, model);
  modes.set(element, mode);
  const style = boxStyle(model, parent, mode);
  Object.assign(element.style, style);
  element.style.setProperty("--_held", heldIn(model, mode));
  element.toggleAttribute("data-stretch", style.flex !== "");
  element.hidden = !flag(model, "visible", true);
  element.toggleAttribute("data-disabled", flag(model, "disabled"));
  const name = text(model, "name");
  if (name === "") element.removeAttribute("data-name");
  else element.setAttribute("data-name", name);
}

function modeOf(element: HTMLElement, model: Model): string {
  const mode = text(model, "sizing_mode");
  if (mode !== "inherit") return mode;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? (modes.get(root.host) ?? "") : "";
}

function alignment(model: Model, parent: Direction): string {
  const value = model.get("align");
  const own: unknown = Array.isArray(value) ? value[parent === "row" ? 1 : 0] : value;
  if (own === "center") return "center";
  if (own === "end") return "flex-end";
  return own === "start" ? "flex-start" : "";
}

/** Read a margin: one number, vertical and horizontal, or the four sides clockwise. Returns these four. */
export function readMargin(value: unknown): Sides {
  const given = (Array.isArray(value) ? value : [value]).filter((side) => typeof side === "number");
  const [top = 0, right = top, bottom = top, left = right] = given;
  return [top, right, bottom, left];
}

function margin(sides: Sides): string {
  return sides.every((side) => side === 0) ? "" : sides.map(pixels).join(" ");
}

function pixels(value: number | undefined): string {
  return value === undefined ? "" : `${value}px`;
}

/** Return the greatest width: that of the model, and what the parent has left beside the margins. */
function widest(value: number | undefined, beside: number): string {
  const room = beside === 0 ? "100%" : `calc(100% - ${beside}px)`;
  if (value !== undefined) return `min(${value}px, ${room})`;
  return beside === 0 ? "" : room;
}
