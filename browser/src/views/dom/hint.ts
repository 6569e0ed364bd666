/** Question marks beside titles, at which explanations come up. */
import { css } from "lit";
import type { CSSResult, ReactiveController } from "lit";
import { DOM_SCHEMA } from "../../model/dom_schema.js";
import { learn } from "../../model/vocabulary.js";
import type { ModelElement } from "../element.js";
import { flag, isModel, text } from "../field.js";
import { Bubble, LOOK_MS, bubbleStyles } from "./bubble.js";

/** So long a bubble waits for the pointer to come over to it. */
const LINGER_MS = 150;

const hintStyles: CSSResult = css`
  label:has(+ .hint),
  .label:has(+ .hint) {
    display: inline-block;
    max-inline-size: calc(100% - 28px);
  }
  .hint {
    position: relative;
    display: inline-grid;
    place-items: center;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    margin-inline-start: 6px;
    padding: 0;
    vertical-align: top;
    translate: 0 2px;
    border: 1px solid var(--_edge);
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    font: 600 11px/1 var(--_font);
    cursor: help;
    transition:
      color 120ms,
      border-color 120ms;
  }
  .hint:first-child {
    margin-inline-start: 0;
    margin-block-end: 4px;
  }
  /* Fingers need more room than eyes. */
  .hint::before {
    content: "";
    position: absolute;
    inset: -5px;
  }
  @media (pointer: coarse) {
    .hint::before {
      inset: -14px;
    }
  }
  .hint:hover,
  .hint[aria-expanded="true"] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
`;

/** The question mark of one view. */
class Hint implements ReactiveController {
  readonly button = document.createElement("button");

  readonly #bubble = new Bubble(
    "description",
    () => {
      this.#close();
    },
    () => {
      this.hostUpdated();
    },
  );
  /** Whether it stays until it is sent away. */
  #pinned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #visible = false;

  constructor(private readonly host: ModelElement) {
    const { button } = this;
    button.type = "button";
    button.className = "hint";
    button.textContent = "?";
    button.setAttribute("aria-describedby", "description");
    const bubble = this.#bubble.element;
    for (const one of [button, bubble]) {
      one.addEventListener("pointerenter", this.#onEnter);
      one.addEventListener("pointerleave", this.#onLeave);
    }
    button.addEventListener("focus", this.#onEnter);
    button.addEventListener("blur", this.#onLeave);
    button.addEventListener("click", this.#onClick);
    const root = host.renderRoot as ShadowRoot;
    const sheets = [bubbleStyles, hintStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  }

  hostDisconnected(): void {
    this.#hide();
    this.#bubble.forget();
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { model, renderRoot } = this.host;
    const of = describing(this.host);
    const wanted = isModel(of) || (typeof of === "string" && of !== "");
    const label = renderRoot.querySelector("label, .label");
    const input = renderRoot.querySelector(CONTROL);
    if (!wanted) {
      this.#hide();
      this.button.remove();
      this.#bubble.element.remove();
      input?.removeAttribute("aria-describedby");
      return;
    }
    if (!this.button.isConnected) {
      if (label === null) (renderRoot as ShadowRoot).prepend(this.button);
      else label.after(this.button);
      this.button.after(this.#bubble.element);
    }
    const title = text(model, "title") || text(model, "label");
    this.button.setAttribute("aria-label", title === "" ? "Help" : `Help: ${title}`);
    input?.setAttribute("aria-describedby", "description");
    this.#bubble.say(of);
    const visible = isModel(of) && flag(of, "visible");
    if (visible !== this.#visible) {
      this.#visible = visible;
      this.#pinned = visible;
      if (!visible) this.#hide();
    }
    if (visible || this.#bubble.open) this.#show();
  }

  readonly #onEnter = (): void => {
    clearTimeout(this.#timer);
    this.#show();
  };

  readonly #onLeave = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const root = this.host.renderRoot as ShadowRoot;
      if (!this.#pinned && root.activeElement !== this.button) this.#hide();
    }, LINGER_MS);
  };

  readonly #onClick = (): void => {
    this.#pinned = !this.#pinned;
    if (this.#pinned) this.#show();
    else this.#close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#close();
  };

  readonly #onPress = (event: Event): void => {
    const path = event.composedPath();
    if (this.#visible || path.includes(this.button) || path.includes(this.#bubble.element)) return;
    this.#close();
  };

  readonly #onMove = (): void => {
    this.#show();
  };

  #show(): void {
    const of = describing(this.host);
    this.#bubble.show(this.button.getBoundingClientRect(), isModel(of) ? of : undefined);
    this.button.setAttribute("aria-expanded", "true");
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("pointerdown", this.#onPress);
    addEventListener("scroll", this.#onMove, { capture: true, passive: true });
    // Whatever comes in above moves the button, and nothing tells of that.
    this.#looking ??= setInterval(this.#onMove, LOOK_MS);
  }

  #close(): void {
    this.#pinned = false;
    this.#hide();
    const of = describing(this.host);
    if (isModel(of) && flag(of, "visible")) of.set("visible", false);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#bubble.hide();
    this.button.setAttribute("aria-expanded", "false");
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("pointerdown", this.#onPress);
    removeEventListener("scroll", this.#onMove, { capture: true });
    clearInterval(this.#looking);
    this.#looking = undefined;
  }
}

const CONTROL = "#input, input, select, textarea, [role=combobox], [role=spinbutton]";

function describing(host: ModelElement): unknown {
  return host.model.get("description") ?? host.model.get("tooltip");
}

const hinted = new WeakSet<ModelElement>();

/** Give a view a question mark beside its title, once. */
export function addHint(host: ModelElement): void {
  if (host.explains === true || hinted.has(host)) return;
  hinted.add(host);
  host.addController(new Hint(host));
}

learn(DOM_SCHEMA);
