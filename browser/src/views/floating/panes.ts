/** Places for elements that stand over the page, or at one of its edges. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { FLOATING_SCHEMA } from "../../model/floating_schema.js";
import type { Subscription } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { placeholders } from "../arrange.js";
import { ModelElement } from "../element.js";
import { flag, list, reference, text } from "../field.js";
import { around } from "../places/find.js";
import { follow, lengthOf, spotOf } from "../places/places.js";
import { register } from "../registry.js";
import { Parts } from "./parts.js";

class PaneElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      .body {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        min-inline-size: 0;
      }
    `,
  ];

  readonly #parts = new Parts();

  protected override render(): TemplateResult {
    return html`<div class="body"></div>`;
  }

  protected override updated(): void {
    super.updated();
    const body = this.renderRoot.querySelector(".body");
    if (body !== null) this.#parts.fill(body, list(this.model, "elements"));
  }
}

const SHARES: Readonly<Record<string, number | undefined>> = {
  left: 0,
  top: 0,
  right: 1,
  bottom: 1,
};

/** A place at a point. */
class PanelElement extends PaneElement {
  static override styles: CSSResult[] = [
    ...PaneElement.styles,
    css`
      :host {
        position: absolute;
        z-index: 4;
        max-inline-size: none;
      }
    `,
  ];

  #following: Subscription[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override updated(): void {
    super.updated();
    this.#leave();
    const parts = ["position", "width", "height"].flatMap(
      (field) => reference(this.model, field) ?? [],
    );
    this.#following = parts.map((part) => follow(part, this, this.#place));
    const [across, down] = sharesOf(this.model.get("anchor"));
    this.style.translate = `${-100 * across}% ${-100 * down}%`;
    this.#place();
  }

  #leave(): void {
    for (const subscription of this.#following) subscription.cancel();
    this.#following = [];
  }

  /** Stand where its point is by now. */
  readonly #place = (): void => {
    if (!this.isConnected) return;
    const { model, style } = this;
    const point = reference(model, "position");
    const { x, y } = point === undefined ? { x: NaN, y: NaN } : spotOf(point, this);
    this.hidden = !flag(model, "visible", true) || !Number.isFinite(x + y);
    for (const side of ["width", "height"] as const) {
      const given = model.get(side);
      const node = reference(model, side);
      const size = node === undefined ? given : lengthOf(node, this);
      style[side] = typeof size === "number" && size >= 0 ? `${size}px` : "max-content";
    }
    if (this.hidden) return;
    const host = around(this) ?? this.parentElement ?? this;
    const { left, top } = host.getBoundingClientRect();
    style.left = `${x - left - host.clientLeft}px`;
    style.top = `${y - top - host.clientTop}px`;
  };
}

/** Return how much of a panel's size is left of and above its anchor. */
function sharesOf(anchor: unknown): readonly [number, number] {
  if (Array.isArray(anchor)) return [Number(anchor[0]), Number(anchor[1])];
  const words = String(anchor).split("_");
  const [down = "top", across = words[0] ?? "left"] = words;
  return [SHARES[across] ?? 0.5, SHARES[down] ?? 0.5];
}

/** How much an arrow key drags an edge, in pixels. */
const STEP = 16;
const LEAST = 60;

/** A place that comes out of an edge. */
class DrawerElement extends PaneElement {
  static override styles: CSSResult[] = [
    ...PaneElement.styles,
    css`
      :host {
        position: absolute;
        z-index: 4;
        display: flex;
        max-inline-size: none;
        pointer-events: none;
      }
      :host([data-fixed]) {
        position: fixed;
        z-index: 20;
      }
      :host(.left),
      :host(.right) {
        inset-block: 0;
        max-inline-size: 100%;
      }
      :host(.above),
      :host(.below) {
        inset-inline: 0;
        flex-direction: column;
        max-block-size: 100%;
      }
      :host(.left) {
        left: 0;
      }
      :host(.right) {
        right: 0;
        flex-direction: row-reverse;
      }
      :host(.above) {
        top: 0;
      }
      :host(.below) {
        bottom: 0;
        flex-direction: column-reverse;
      }
      .body {
        flex: 0 1 auto;
        overflow: auto;
        padding: 12px;
        background: var(--_raised);
        box-shadow: var(--_shadow);
        pointer-events: auto;
      }
      .body[inert] {
        display: none;
      }
      .edge {
        flex: none;
        inline-size: 6px;
        background: var(--_line);
        cursor: ew-resize;
        touch-action: none;
        pointer-events: auto;
      }
      :host(.above) .edge,
      :host(.below) .edge {
        inline-size: auto;
        block-size: 6px;
        cursor: ns-resize;
      }
      .edge:hover,
      .edge:focus-visible {
        background: var(--_accent);
        outline: none;
      }
      /* The first for keys, the last for the eye. */
      .handle {
        display: grid;
        order: 1;
        flex: none;
        place-items: center;
        align-self: center;
        inline-size: 24px;
        block-size: 56px;
        padding: 0;
        border: 1px solid var(--_line);
        background: var(--_raised);
        box-shadow: var(--_shadow);
        color: var(--_muted);
        cursor: pointer;
        pointer-events: auto;
      }
      .handle:hover {
        color: var(--_text);
        background: var(--_sunken);
      }
      :host(.above) .handle,
      :host(.below) .handle {
        inline-size: 56px;
        block-size: 24px;
      }
      :host(.left) .handle {
        border-radius: 0 8px 8px 0;
        border-inline-start: 0;
      }
      :host(.right) .handle {
        border-radius: 8px 0 0 8px;
        border-inline-end: 0;
      }
      :host(.above) .handle {
        border-radius: 0 0 8px 8px;
        border-block-start: 0;
      }
      :host(.below) .handle {
        border-radius: 8px 8px 0 0;
        border-block-end: 0;
      }
      svg {
        inline-size: 14px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
        rotate: var(--_turn);
        transition: rotate 140ms;
      }
      @media (pointer: coarse) {
        .handle {
          inline-size: 32px;
        }
      }
    `,
  ];

  /** Its size while its edge is dragged. */
  #dragged: number | undefined;

  constructor() {
    super();
    this.addEventListener("keydown", this.#onEscape);
  }

  protected override render(): TemplateResult {
    const { model } = this;
    const open = flag(model, "open");
    const name = text(model, "name") || "drawer";
    const edge =
      open && flag(model, "resizable")
        ? html`<div
            class="edge"
            role="separator"
            tabindex="0"
            aria-label=${`Size of ${name}`}
            aria-orientation=${this.#sideways ? "vertical" : "horizontal"}
            aria-valuenow=${Math.round(this.#size)}
            @pointerdown=${this.#onGrab}
            @pointermove=${this.#onDrag}
            @pointerup=${this.#onDrop}
            @pointercancel=${this.#onDrop}
            @keydown=${this.#onKey}
          ></div>`
        : nothing;
    return html`<button
        type="button"
        class="handle"
        aria-expanded=${String(open)}
        aria-label=${`${open ? "Close" : "Open"} ${name}`}
        @click=${this.#onToggle}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4 2l4 4-4 4" /></svg>
      </button>
      <div class="body" role="region" aria-label=${name} ?inert=${!open}></div>
      ${edge}`;
  }

  protected override updated(): void {
    super.updated();
    const location = text(this.model, "location", "left");
    this.classList.remove("left", "right", "above", "below");
    this.classList.add(location);
    const root = this.getRootNode();
    const fixed = root instanceof ShadowRoot && root.host.localName === "docsync-document";
    this.toggleAttribute("data-fixed", fixed);
    const turn = { left: 0, above: 90, right: 180, below: 270 }[location] ?? 0;
    this.style.setProperty("--_turn", `${turn + (flag(this.model, "open") ? 180 : 0)}deg`);
    const body = this.renderRoot.querySelector<HTMLElement>(".body");
    if (body === null) return;
    const given = this.model.get("size");
    const size =
      this.#dragged === undefined && typeof given === "string"
        ? given
        : `${this.#dragged ?? Number(given)}px`;
    body.style.inlineSize = this.#sideways ? size : "";
    body.style.blockSize = this.#sideways ? "" : size;
  }

  get #sideways(): boolean {
    return /left|right/.test(text(this.model, "location", "left"));
  }

  get #size(): number {
    const body = this.renderRoot.querySelector(".body");
    const box = body?.getBoundingClientRect();
    return (this.#sideways ? box?.width : box?.height) ?? 0;
  }

  readonly #onToggle = (): void => {
    this.model.set("open", !flag(this.model, "open"));
  };

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || !flag(this.model, "open")) return;
    event.preventDefault();
    this.model.set("open", false);
    this.renderRoot.querySelector<HTMLElement>(".handle")?.focus();
  };

  readonly #onGrab = (event: PointerEvent): void => {
    (event.target as Element).setPointerCapture(event.pointerId);
    this.#dragged = this.#size;
    event.preventDefault();
  };

  readonly #onDrag = (event: PointerEvent): void => {
    if (this.#dragged === undefined) return;
    const box = this.getBoundingClientRect();
    const sizes: Readonly<Record<string, number | undefined>> = {
      left: event.clientX - box.left,
      right: box.right - event.clientX,
      above: event.clientY - box.top,
      below: box.bottom - event.clientY,
    };
    this.#dragged = Math.max(LEAST, sizes[text(this.model, "location", "left")] ?? LEAST);
    this.requestUpdate();
  };

  readonly #onDrop = (): void => {
    const size = this.#dragged;
    this.#dragged = undefined;
    if (size !== undefined) this.model.set("size", Math.round(size));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const grows: Readonly<Record<string, string>> = {
      left: "ArrowRight",
      right: "ArrowLeft",
      above: "ArrowDown",
      below: "ArrowUp",
    };
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const way = event.key === grows[text(this.model, "location", "left")] ? STEP : -STEP;
    this.model.set("size", Math.max(LEAST, Math.round(this.#size) + way));
  };
}

learn(FLOATING_SCHEMA);
register("docsync-pane", PaneElement, "Pane");
register("docsync-panel", PanelElement, "Panel");
register("docsync-drawer", DrawerElement, "Drawer");
