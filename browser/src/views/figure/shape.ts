import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import type { Point } from "./gestures.js";
import { dimensionsOf } from "./toolbar.js";

/** What is being drawn over a plotting area. */
export type Shape =
  | { readonly kind: "box"; readonly from: Point; readonly to: Point }
  | { readonly kind: "path"; readonly points: readonly Point[] };

/** Return the corners of a box that a tool draws: as wide or as tall as the area where the tool has one direction. */
export function boxOf(
  tool: Model | undefined,
  from: Point,
  to: Point,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly from: Point; readonly to: Point } {
  const { x, y } = dimensionsOf(tool);
  return {
    from: { x: x ? from.x : 0, y: y ? from.y : 0 },
    to: { x: x ? to.x : width, y: y ? to.y : height },
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
  if (box === null || shape?.kind !== "box") return;
  const { from, to } = shape;
  box.style.left = `${Math.min(from.x, to.x)}px`;
  box.style.top = `${Math.min(from.y, to.y)}px`;
  box.style.width = `${Math.abs(to.x - from.x)}px`;
  box.style.height = `${Math.abs(to.y - from.y)}px`;
}
