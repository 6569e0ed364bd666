import type { Model } from "../../model/types.js";
import { ModelElement } from "../element.js";

/** Return what a view shows; one that is only being made has no model yet. */
export function modelOf(element: Element): Model | undefined {
  if (!(element instanceof ModelElement)) return undefined;
  try {
    return element.model;
  } catch {
    return undefined;
  }
}

/** Find the view of a model, in whatever is below. */
export function viewOf(model: Model, root: ParentNode): ModelElement | undefined {
  for (const element of root.querySelectorAll("*")) {
    const { shadowRoot } = element;
    if (element instanceof ModelElement && modelOf(element) === model) return element;
    const inside = shadowRoot === null ? undefined : viewOf(model, shadowRoot);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Return the view that an element stands in, or over. */
export function around(element: Node): ModelElement | undefined {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return undefined;
  return root.host instanceof ModelElement ? root.host : around(root.host);
}
