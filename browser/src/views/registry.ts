import type { Model } from "../model/types.js";
import type { Direction } from "./box.js";
import { applyBox } from "./box.js";
import { ModelElement } from "./element.js";
import { steadily } from "./lazily.js";

type ViewClass = new () => ModelElement;

interface LazyView {
  readonly tag: string;
  readonly load: () => Promise<unknown>;
}

const tags = new Map<string, string>();
const lazy = new Map<string, LazyView>();

/** Make an element class the view of these model types. */
export function register(tag: string, view: ViewClass, ...types: readonly string[]): void {
  // Two copies of the bundle on one page: the first one keeps its elements.
  if (customElements.get(tag) === undefined) customElements.define(tag, view);
  for (const type of types) tags.set(type, tag);
}

/** Name the chunk that brings views when the first is needed: by their tags without `docsync-`, the model types that they show. */
export function registerLazy(
  load: () => Promise<unknown>,
  views: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [name, types] of Object.entries(views)) {
    for (const type of types) lazy.set(type, { tag: `docsync-${name}`, load });
  }
}

/** Finds the views that few pages show: each is an element of its own, named like its type. */
export const rest: { load?: (type: string, tag: string) => Promise<unknown> } = {};

/** Make the view of a model. It has its size at once, even if its code is still on the way. */
export function createView(model: Model, direction: Direction): HTMLElement {
  const tag = tags.get(model.type);
  if (tag !== undefined) return connect(document.createElement(tag), model, direction);
  const name = `docsync-${model.type.replace(/\B[A-Z](?=[a-z])/g, "-$&").toLowerCase()}`;
  const later = lazy.get(model.type) ?? {
    tag: name,
    load: async () => rest.load?.(model.type, name),
  };
  const element = document.createElement(later.tag);
  if (element instanceof ModelElement) return connect(element, model, direction);
  element.className = "pending";
  applyBox(element, model, direction);
  steadily(later.load)(
    () => {
      element.className = element.textContent = "";
      customElements.upgrade(element);
      connect(element, model, direction);
    },
    (cause) => {
      element.className = "placeholder failed";
      element.textContent = "This part could not be loaded. Reload the page to try again.";
      const init = { detail: { message: String(cause) }, bubbles: true, composed: true };
      element.dispatchEvent(new CustomEvent("docsync:error", init));
    },
  );
  return element;
}

function connect(element: HTMLElement, model: Model, direction: Direction): HTMLElement {
  if (!(element instanceof ModelElement)) {
    throw new TypeError(`${element.localName} is something else on this page`);
  }
  element.direction = direction;
  element.model = model;
  return element;
}

/** Make what stands in the place of a view that cannot be. */
export function createPlaceholder(words: string, kind: string): HTMLElement {
  const element = document.createElement("div");
  element.className = `placeholder ${kind}`;
  element.textContent = words;
  return element;
}
