/** Tooltips that stand at other views by themselves, and question marks by themselves. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, reference, text } from "../field.js";
import { register } from "../registry.js";
import { Bubble, bubbleStyles } from "./bubble.js";
import { addHint } from "./hint.js";

export { addHint } from "./hint.js";

/** How often a tooltip looks where its target is now, in milliseconds. */
const LOOK_MS = 200;

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

  protected override render(): TemplateResult | typeof nothing {
    const label = text(this.model, "label");
    return label === "" ? nothing : html`<span class="label">${label}</span>`;
  }

  protected override updated(): void {
    super.updated();
    addHint(this);
  }
}

/** A tooltip at its target, for as long as it is visible. */
class TooltipElement extends ModelElement {
  static override styles: CSSResult[] = [base, bubbleStyles];

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
  }

  protected override render(): TemplateResult {
    return html`${this.#bubble.element}`;
  }

  protected override updated(): void {
    super.updated();
    this.#bubble.say(this.model);
    if (!flag(this.model, "visible")) this.#bubble.hide();
    else requestAnimationFrame(this.#onMove);
  }

  readonly #onMove = (): void => {
    if (!this.isConnected || !flag(this.model, "visible")) return;
    const target = reference(this.model, "target");
    const root = this.getRootNode();
    const around = root instanceof ShadowRoot ? root.host : this.parentElement;
    const at = target === undefined ? around : viewOf(target, document);
    if (at !== null && at !== undefined) this.#bubble.show(at.getBoundingClientRect(), this.model);
  };
}

/** Return what a view shows; one that is only being made has no model yet. */
function modelOf(element: ModelElement): Model | undefined {
  try {
    return element.model;
  } catch {
    return undefined;
  }
}

/** Find the view of a model, in whatever is below. */
function viewOf(model: Model, root: ParentNode): Element | undefined {
  for (const element of root.querySelectorAll("*")) {
    const { shadowRoot } = element;
    if (element instanceof ModelElement && modelOf(element) === model) return element;
    const inside = shadowRoot === null ? undefined : viewOf(model, shadowRoot);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

register("docsync-help-button", HelpButtonElement, "HelpButton");
register("docsync-tooltip", TooltipElement, "Tooltip");
