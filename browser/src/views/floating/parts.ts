import type { Model } from "../../model/types.js";
import { isModel } from "../field.js";
import { createView } from "../registry.js";

/** Views in a place that is filled again and again, and words. */
export class Parts {
  readonly #views = new Map<Model, Node>();
  #shown: readonly unknown[] = [];

  /** Bring what is in a place in line with a list. */
  fill(place: Element, parts: readonly unknown[]): void {
    const same = parts.length === this.#shown.length;
    if (same && parts.every((part, at) => part === this.#shown[at])) return;
    this.#shown = parts;
    for (const model of this.#views.keys()) if (!parts.includes(model)) this.#views.delete(model);
    place.replaceChildren(...parts.map((part) => this.#nodeOf(part)));
  }

  #nodeOf(part: unknown): Node {
    if (!isModel(part)) return document.createTextNode(typeof part === "string" ? part : "");
    const known = this.#views.get(part);
    if (known !== undefined) return known;
    const node = createView(part, "column");
    this.#views.set(part, node);
    return node;
  }
}
