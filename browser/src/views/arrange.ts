import { css } from "lit";
import type { CSSResult } from "lit";
import type { Model } from "../model/types.js";
import type { Direction } from "./box.js";
import { ModelElement } from "./element.js";
import { createPlaceholder, createView } from "./registry.js";

/** What a container of views needs for those that are not there (yet). */
export const placeholders: CSSResult = css`
  .placeholder {
    padding: 12px 16px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  .placeholder.failed {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .pending {
    display: block;
    box-sizing: border-box;
    min-block-size: 20px;
    max-inline-size: 100%;
  }
  docsync-figure.pending {
    inline-size: 600px;
    block-size: 600px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
`;

/** Bring the children of an element in line with a list of models, keeping the views that stay. */
export function arrange(
  parent: Element,
  models: readonly Model[],
  views: Map<Model, HTMLElement>,
  direction: Direction,
): void {
  const kept = new Set(models);
  for (const [model, view] of views) {
    if (kept.has(model)) continue;
    view.remove();
    views.delete(model);
  }
  let place: ChildNode | null = parent.firstChild;
  for (const model of kept) {
    let view = views.get(model);
    if (view === undefined) {
      view = isWithin(parent, model)
        ? createPlaceholder("A layout cannot contain itself.", "failed")
        : createView(model, direction);
      views.set(model, view);
    }
    if (view === place) place = place.nextSibling;
    else parent.insertBefore(view, place);
  }
}

/** Whether the view of a model is around an element: in it there would be another one, and so on without end. */
export function isWithin(element: Element, model: Model): boolean {
  let node: Node | null = element;
  while (node !== null) {
    if (node instanceof ModelElement && node.model === model) return true;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return false;
}
