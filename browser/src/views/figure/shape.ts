import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import type { Point } from "./gestures.js";
import { text } from "../field.js";
import { dimensionsOf } from "./tools/kinds.js";

/** What is being drawn over a plotting area. */
export type Shape =
  | { readonly kind: "box"; readonly from: Point; readonly to: Point; readonly dress?: Dress }
  | { readonly kind: "path"; readonly points: readonly Point[]; readonly dress?: Dress };

/** Gives what is being drawn the looks that its tool has. */
type Dress = (element: HTMLElement | SVGElement) => void;

/** A drag that is narrower than this, and so many times as long, was meant in one direction, in CSS pixels. */
const NARROW = 15;
const LONG = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Return the corners of the box that a tool zooms into, as its shape and proportions are wanted. */
export function fit(
  tool: Model,
  from: Point,
  to: Point,
  size: Size,
): { readonly from: Point; readonly to: Point } {
  const origin = text(tool, "origin");
  const first = origin === "center" ? mirrored(from, to) : from;
  const [dx, dy] = [to.x - first.x, to.y - first.y];
  const [wide, tall] = [Math.abs(dx), Math.abs(dy)];
  if (text(tool, "dimensions") === "auto") {
    if (wide < NARROW && tall > NARROW && tall > LONG * wide) {
      return boxOf(undefined, { x: 0, y: first.y }, { x: size.width, y: to.y }, size);
    }
    if (tall < NARROW && wide > NARROW && wide > LONG * tall) {
      return boxOf(undefined, { x: first.x, y: 0 }, { x: to.x, y: size.height }, size);
    }
  }
  const { x, y } = dimensionsOf(tool);
  if (tool.get("match_aspect") !== true || !x || !y) return boxOf(tool, first, to, size);
  // As large as the drag in one direction, unless the frame is smaller than that.
  const room = {
    x: dx < 0 ? first.x : size.width - first.x,
    y: dy < 0 ? first.y : size.height - first.y,
  };
  const share = Math.min(
    Math.max(wide / size.width, tall / size.height),
    room.x / size.width,
    room.y / size.height,
  );
  const corner = {
    x: first.x + (dx < 0 ? -share : share) * size.width,
    y: first.y + (dy < 0 ? -share : share) * size.height,
  };
  return { from: first, to: corner };
}

/** Return the place opposite to another one, about a middle. */
export function mirrored(middle: Point, { x, y }: Point): Point {
  return { x: 2 * middle.x - x, y: 2 * middle.y - y };
}

/** Return the corners of a box that a tool draws in an area: as wide or as tall as that where the tool has one direction. */
export function boxOf(
  tool: Model | undefined,
  from: Point,
  to: Point,
  { width, height }: Size,
): { readonly from: Point; readonly to: Point } {
  const { x, y } = dimensionsOf(tool);
  const across = (place: number): number => Math.max(0, Math.min(place, width));
  const along = (place: number): number => Math.max(0, Math.min(place, height));
  return {
    from: { x: x ? across(from.x) : 0, y: y ? along(from.y) : 0 },
    to: { x: x ? across(to.x) : width, y: y ? along(to.y) : height },
  };
}

export function renderShape(shape: Shape | undefined): TemplateResult | typeof nothing {
  if (shape === undefined) return nothing;
  if (shape.kind === "box") return html`<div class="selection"></div>`;
  const points = shape.points.map(({ x, y }) => `${x},${y}`).join(" ");
  return html`<svg class="lasso" aria-hidden="true">${svg`<polygon points=${points} />`}</svg>`;
}

/** Put a box that was rendered where it is. */
export function placeShape(root: ParentNode, shape: Shape | undefined): void {
  const box = root.querySelector<HTMLElement>(".selection");
  const drawn = box ?? root.querySelector<SVGElement>(".area > .lasso polygon");
  if (drawn !== null) shape?.dress?.(drawn);
  if (box === null || shape?.kind !== "box") return;
  const { from, to } = shape;
  box.style.left = `${Math.min(from.x, to.x)}px`;
  box.style.top = `${Math.min(from.y, to.y)}px`;
  box.style.width = `${Math.abs(to.x - from.x)}px`;
  box.style.height = `${Math.abs(to.y - from.y)}px`;
}
