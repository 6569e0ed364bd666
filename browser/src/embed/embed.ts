import type { DocumentView } from "../model/types.js";
import type { DocumentElement } from "./document_element.js";
import { define } from "./document_element.js";
import type { Status } from "./status.js";

/** What to show, and with what right. */
export interface EmbedOptions {
  /** The address of the app, absolute or relative to the page. */
  readonly url: string;
  readonly token?: string;
  /** Handed to the app if this creates its session. */
  readonly arguments?: Readonly<Record<string, readonly string[]>>;
  /** The name or the index of the only root to show. */
  readonly root?: string | number;
}

/**
 * A document that a script has put into a page; the counterpart of the element for single-page apps.
 *
 * Tells `docsync:status` and `docsync:error`. Dispose of it when its place in the page goes away.
 */
export class Embedding extends EventTarget {
  readonly element: DocumentElement;

  constructor(place: Element, options: EmbedOptions) {
    super();
    define();
    const element = window.document.createElement("docsync-document");
    element.url = options.url;
    element.token = options.token ?? null;
    element.root = options.root === undefined ? null : String(options.root);
    if (options.arguments !== undefined) element.arguments = JSON.stringify(options.arguments);
    for (const type of ["docsync:status", "docsync:error"]) {
      element.addEventListener(type, this.#relay);
    }
    this.element = element;
    place.append(element);
  }

  get status(): Status {
    return this.element.status;
  }

  get document(): DocumentView | undefined {
    return this.element.document;
  }

  /** Close the connection and remove the document from the page. Doing so twice is harmless. */
  dispose(): void {
    this.element.remove();
  }

  readonly #relay = (event: Event): void => {
    const { type, detail } = event as CustomEvent<unknown>;
    this.dispatchEvent(new CustomEvent(type, { detail }));
  };
}

// Browsers without `using` have no such symbol, and need none.
if (typeof Symbol.dispose === "symbol") {
  Object.defineProperty(Embedding.prototype, Symbol.dispose, {
    value(this: Embedding) {
      this.dispose();
    },
  });
}

/** Show a live document at the end of an element. */
export function embed(place: Element, options: EmbedOptions): Embedding {
  return new Embedding(place, options);
}
