/** Elements of the page that models name by a selector. */
import type { Model } from "../../model/types.js";
import { text } from "../field.js";

const refused = new WeakMap<Model, string>();

/**
 * Find the element of the page that a selector is for; other models are none. A query that no browser
 * understands finds nothing, and the console tells of it once.
 */
export function selected(selector: Model): Element | undefined {
  const query = text(selector, "query");
  if (query === "") return undefined;
  try {
    return WAYS[selector.type]?.(query) ?? undefined;
  } catch (cause) {
    if (refused.get(selector) !== query) {
      refused.set(selector, query);
      console.warn(`DocSync: ${selector.type} finds nothing by “${query}”: ${String(cause)}`);
    }
    return undefined;
  }
}

const WAYS: Record<string, (query: string) => Element | null | undefined> = {
  ByID: (query) => document.getElementById(query),
  ByClass: (query) => document.getElementsByClassName(query)[0],
  ByCSS: (query) => document.querySelector(query),
  ByXPath: (query) => {
    const kind = XPathResult.FIRST_ORDERED_NODE_TYPE;
    const found = document.evaluate(query, document, null, kind).singleNodeValue;
    return found instanceof Element ? found : undefined;
  },
};
