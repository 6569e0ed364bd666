import type { Model } from "../../model/types.js";
import type * as Nodes from "../dom/node.js";
import { isModel } from "../field.js";
import { steadily } from "../lazily.js";
import { createView } from "../registry.js";

const bringNodes = steadily(() => import("../dom/node.js"));

/** What has a view of its own, in a place that is filled again and again; the rest are small documents, or words. */
export class Parts {
  readonly #views = new Map<Model, Node>();
  #shown: readonly unknown[] = [];

  /** Bring what is in a place in line with a list. */
  async fill(place: Element, parts: readonly unknown[]): Promise<void> {
    const same = parts.length === this.#shown.length;
    if (same && parts.every((part, at) => part === this.#shown[at])) return;
    this.#shown = parts;
    const nodes: Node[] = [];
    for (const part of parts) nodes.push(await this.#nodeOf(part));
    if (this.#shown !== parts) return;
    for (const model of this.#views.keys()) if (!parts.includes(model)) this.#views.delete(model);
    place.replaceChildren(...nodes);
  }

  async #nodeOf(part: unknown): Promise<Node> {
    if (!isModel(part)) return document.createTextNode(typeof part === "string" ? part : "");
    const known = this.#views.get(part);
    if (known !== undefined) return known;
    const small = /^(DOM|HTML|Template|ValueOf|ValueRef|ColorRef|Index)/.test(part.type);
    const node = small
      ? (await new Promise<typeof Nodes>(bringNodes)).createNode(part)
      : createView(part, "column");
    this.#views.set(part, node);
    return node;
  }
}
