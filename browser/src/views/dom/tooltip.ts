/** Tooltips that stand at other views by themselves, and question marks by themselves. */
import { css, html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model, Subscription } from "../../model/types.js";
import { base } from "../../theme/tokens.js";
import { createIcon } from "../adorn/create_icon.js";
import { ModelElement } from "../element.js";
import { flag, reference, text } from "../field.js";
import { viewOf } from "../places/find.js";
import type * as Places from "../places/places.js";
import { register } from "../registry.js";
import { Bubble, LOOK_MS, bubbleStyles } from "./bubble.js";
import { addHint } from "./hint.js";
import { selected } from "./selected.js";
import { steadily } from "../lazily.js";

const bringPlaces = steadily(() => import("../places/places.js"));

export { addHint } from "./hint.js";

/** A question mark, at which a tooltip comes up. */
class HelpButtonElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        inline-size: max-content;
        min-block-size: 36px;
      }
      .label {
        margin-inline-end: 4px;
      }
      :host .hint {
        inline-size: 24px;
        block-size: 24px;
        margin: 0;
        translate: none;
        background: var(--_raised);
        font-size: 14px;
      }
    `,
  ];

  /** What stands in the circle instead of the question mark. */
  #icon: Model | undefined;

  protected override render(): TemplateResult {
    // The sign stands in it, whenever words come.
    return html`<span class="label">${text(this.model, "label")}</span>`;
  }

  protected override updated(): void {
    super.updated();
    addHint(this);
    const icon = reference(this.model, "icon");
    const sign = this.renderRoot.querySelector(".hint");
    if (sign === null || icon === this.#icon) return;
    this.#icon = icon;
    sign.replaceChildren(icon === undefined ? "?" : createIcon(icon));
  }
}

/** A tooltip at its target, for as long as it is visible. */
class TooltipElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    bubbleStyles,
    // What it is like is said of what comes up, and of no place in the page.
    css`
      :host {
        display: contents;
      }
    `,
  ];

  readonly #bubble = new Bubble(
    "bubble",
    () => {
      this.model.set("visible", false);
    },
    () => {
      this.requestUpdate();
    },
  );

  #timer: ReturnType<typeof setInterval> | undefined;
  #following: Subscription | undefined;
  #places: typeof Places | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("scroll", this.#onMove, { capture: true, passive: true });
    // Whatever comes in above may move the target, and nothing tells of that.
    this.#timer = setInterval(this.#onMove, LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bubble.forget();
    removeEventListener("scroll", this.#onMove, { capture: true });
    clearInterval(this.#timer);
    this.#following?.cancel();
    this.#following = undefined;
  }

  protected override render(): TemplateResult {
    return html`${this.#bubble.element}`;
  }

  protected override updated(): void {
    super.updated();
    this.#bubble.say(this.model);
    if (!flag(this.model, "visible")) this.#bubble.hide();
    else requestAnimationFrame(this.#onMove);
    const position = reference(this.model, "position");
    this.#following?.cancel();
    this.#following = undefined;
    if (position === undefined) return;
    bringPlaces((places) => {
      this.#places = places;
      if (!this.isConnected || reference(this.model, "position") !== position) return;
      this.#following?.cancel();
      this.#following = places.follow(position, this, this.#onMove);
      this.#onMove();
    });
  }

  readonly #onMove = (): void => {
    if (!this.isConnected || !flag(this.model, "visible")) return;
    const position = reference(this.model, "position");
    if (position !== undefined) {
      const { x, y } = this.#places?.spotOf(position, this) ?? { x: NaN, y: NaN };
      if (Number.isFinite(x + y)) this.#bubble.show(new DOMRect(x, y, 0, 0), this.model);
      else this.#bubble.hide();
      return;
    }
    const target = reference(this.model, "target");
    const root = this.getRootNode();
    const around = root instanceof ShadowRoot ? root.host : this.parentElement;
    const at = target === undefined ? around : (selected(target) ?? viewOf(target, document));
    if (isShown(at)) this.#bubble.show(at.getBoundingClientRect(), this.model);
    else this.#bubble.hide();
  };
}

/** Tell whether an element has a place in the window at which something may stand. */
function isShown(element: Element | null | undefined): element is Element {
  if (element === null || element === undefined) return false;
  return element.getClientRects().length > 0 && element.checkVisibility();
}

register("docsync-help-button", HelpButtonElement, "HelpButton");
register("docsync-tooltip", TooltipElement, "Tooltip");
