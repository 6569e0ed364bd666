/** Tooltips that come up while something is pointed at, or has the focus. */
import { DOM_SCHEMA } from "../../model/dom_schema.js";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { Bubble, bubbleStyles } from "./bubble.js";

/** The one tooltip of a view that is seen at a time. */
export class Tip {
  #target: Element | undefined;
  #tooltip: Model | undefined;
  readonly #bubble = new Bubble(
    "tip",
    () => {
      this.hide();
    },
    () => {
      this.#show();
    },
  );

  constructor(root: ShadowRoot) {
    const { styleSheet } = bubbleStyles;
    if (styleSheet !== undefined) root.adoptedStyleSheets.push(styleSheet);
    root.append(this.#bubble.element);
  }

  /** Show what a tooltip says beside an element. */
  show(target: Element, tooltip: Model): void {
    this.hide();
    this.#target = target;
    this.#tooltip = tooltip;
    target.setAttribute("aria-describedby", "tip");
    this.#bubble.say(tooltip);
    this.#show();
  }

  /** Hide it, and hear no more of it. */
  readonly hide = (): void => {
    this.#target?.removeAttribute("aria-describedby");
    this.#target = undefined;
    this.#bubble.hide();
    this.#bubble.forget();
  };

  #show(): void {
    const box = this.#target?.getBoundingClientRect();
    if (box === undefined || this.#tooltip === undefined) return;
    this.#bubble.say(this.#tooltip);
    this.#bubble.show(box, this.#tooltip);
  }
}

learn(DOM_SCHEMA);
