/** Sizes that few models ask for: proportions, policies, and corners to drag. */
import type { Model } from "../../model/types.js";
import type { Direction } from "../box.js";
import { flag, optionalNumber, text } from "../field.js";

const RESIZE: Readonly<Record<string, string | undefined>> = {
  true: "both",
  both: "both",
  width: "horizontal",
  height: "vertical",
};

/** How small a figure may be: what is in it has its size from the figure, and says nothing of that. */
const LEAST = "120px";

/** The sizes that people have dragged elements to. */
const dragged = new WeakMap<HTMLElement, { width: string; height: string }>();

/** Size an element, after its box has been applied. */
export function applySizing(element: HTMLElement, model: Model, parent: Direction): void {
  applyPolicy(element, model, parent, "width");
  applyPolicy(element, model, parent, "height");
  applyRatio(element, model);
  element.style.display = text(model, "flow_mode") === "inline" ? "inline-block" : "";
  applyResize(element, model);
}

/** Return how a side comes about where ``sizing_mode`` does not say so: it comes first, as in Bokeh. */
function policyOf(model: Model, side: "width" | "height"): string {
  const mode = text(model, "sizing_mode", "inherit");
  const isOpen = mode === "" || mode === "inherit";
  const isOther = mode.startsWith("stretch_") && !mode.endsWith("both") && !mode.endsWith(side);
  return isOpen || isOther ? text(model, `${side}_policy`, "auto") : "auto";
}

function applyPolicy(
  { style }: HTMLElement,
  model: Model,
  parent: Direction,
  side: "width" | "height",
): void {
  const policy = policyOf(model, side);
  if (policy === "auto") return;
  const along = (parent === "row") === (side === "width");
  const most = side === "width" ? "maxWidth" : "maxHeight";
  if (policy === "max") {
    style[side] = along ? "0" : "auto";
    if (along) style.flex = "1 1 0";
    else style.alignSelf = "stretch";
    return;
  }
  if (along) style.flex = policy === "fixed" ? "none" : "0 1 auto";
  // Its own size, and not that of its neighbours, is what it asks for.
  else if (style.alignSelf === "stretch") style.alignSelf = "";
  const size = optionalNumber(model, side);
  if (policy === "min") style[side] = model.type === "Figure" ? LEAST : "min-content";
  else style[side] = size === undefined ? "fit-content" : `${size}px`;
  if (policy === "fixed" && optionalNumber(model, `max_${side}`) === undefined)
    style[most] = "none";
}

/** Let one side follow the other. A height that follows is never more than what holds the element has. */
function applyRatio({ style }: HTMLElement, model: Model): void {
  const wanted = model.get("aspect_ratio");
  const [width, height] = [optionalNumber(model, "width"), optionalNumber(model, "height")];
  const own = (width ?? 0) / (height ?? 0);
  const ratio = typeof wanted === "number" ? wanted : wanted === "auto" ? own : undefined;
  if (ratio === undefined || !(ratio > 0 && Number.isFinite(ratio))) return;
  const mode = text(model, "sizing_mode");
  const stretches = (side: "width" | "height"): boolean =>
    policyOf(model, side) === "max" || mode.endsWith(side) || mode.endsWith("both");
  // A height of its own comes first where nothing but the width follows the page.
  if (mode === "stretch_width" && height !== undefined && typeof wanted === "number") return;
  style.aspectRatio = String(ratio);
  if (stretches("width") && !(stretches("height") && ratio < 1)) {
    style.height = "auto";
    if (style.minHeight === "min-content") style.minHeight = "";
  } else if (stretches("height")) style.width = "auto";
  else if (width === undefined) style.width = "auto";
  else if (height === undefined || follows(model, ratio)) style.height = "auto";
  else if (!isFixed(model, "width")) style.width = "auto";
}

/** Tell whether the height of what has both sizes follows its width: the longer side leads, or the only fixed one. */
function follows(model: Model, ratio: number): boolean {
  const fixed = isFixed(model, "width");
  return fixed === isFixed(model, "height") ? !fixed && ratio >= 1 : fixed;
}

function isFixed(model: Model, side: "width" | "height"): boolean {
  return text(model, "sizing_mode") === "fixed" || policyOf(model, side) === "fixed";
}

function applyResize(element: HTMLElement, model: Model): void {
  const { style } = element;
  const value = model.get("resizable");
  const resize = flag(model, "visible", true) ? (RESIZE[String(value)] ?? "") : "";
  if (style.resize === "" && resize !== "") element.addEventListener("pointerup", keepSize);
  style.resize = resize;
  style.overflow = resize === "" ? "" : "auto";
  const size = dragged.get(element);
  if (resize === "") dragged.delete(element);
  else if (size !== undefined) Object.assign(style, size, { flex: "none", alignSelf: "" });
}

/** Browsers write the size that a corner is dragged to into the style of the element. */
function keepSize(event: Event): void {
  const element = event.currentTarget as HTMLElement;
  const { width, height, resize } = element.style;
  if (resize !== "") dragged.set(element, { width, height });
}
