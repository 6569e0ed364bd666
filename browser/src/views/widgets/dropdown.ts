/** A button that opens a menu. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, list, text } from "../field.js";
import { register } from "../registry.js";
import { buttonStyles, kindOf } from "./button_look.js";

class DropdownElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    buttonStyles,
    css`
      .frame {
        position: relative;
        display: flex;
        block-size: 100%;
      }
      .frame > button + button {
        inline-size: 40px;
        flex: none;
        margin-inline-start: 1px;
        border-start-start-radius: 0;
        border-end-start-radius: 0;
      }
      .split > button:first-child {
        border-start-end-radius: 0;
        border-end-end-radius: 0;
      }
      svg {
        flex: none;
        inline-size: 12px;
        block-size: 12px;
        margin-inline-start: 6px;
        vertical-align: -1px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .split svg {
        margin: 0;
      }
      .menu {
        position: absolute;
        z-index: 5;
        inset: calc(100% + 4px) auto auto 0;
        inline-size: max-content;
        min-inline-size: 100%;
        max-inline-size: 300px;
        padding: 4px;
        max-block-size: 320px;
        overflow: auto;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
      }
      .menu button {
        display: block;
        padding-inline: 10px;
        border: 0;
        border-radius: 4px;
        background: none;
        font-weight: 400;
        text-align: start;
        color: var(--_text);
      }
      .menu button:hover,
      .menu button:focus-visible {
        background: var(--_sunken);
        outline-offset: -2px;
      }
      hr {
        margin: 4px 0;
        border: 0;
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];

  #open = false;

  protected override render(): TemplateResult {
    const model = this.model;
    const label = text(model, "label", "Dropdown");
    const split = flag(model, "split");
    const caret = html`<svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 4.5l4 4 4-4" />
    </svg>`;
    return html`<div
      class="frame ${split ? "split" : ""}"
      @keydown=${this.#onKey}
      @focusout=${this.#onLeave}
    >
      ${
        split
          ? html`<button
              type="button"
              class=${kindOf(model)}
              ?disabled=${flag(model, "disabled")}
              @click=${() => {
                model.emit("button_click");
              }}
            >
              ${label}
            </button>`
          : nothing
      }
      <button
        id="opener"
        type="button"
        class=${kindOf(model)}
        aria-haspopup="menu"
        aria-expanded=${String(this.#open)}
        aria-label=${split ? `More of ${label}` : nothing}
        ?disabled=${flag(model, "disabled")}
        @click=${this.#onToggle}
      >
        ${split ? nothing : label}${caret}
      </button>
      ${
        this.#open
          ? html`<div class="menu" role="menu" aria-label=${label}>
              ${list(model, "menu").map((entry) => this.#renderEntry(entry))}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderEntry(entry: unknown): TemplateResult {
    if (entry === null) return html`<hr role="separator" />`;
    const [label, value] = (Array.isArray(entry) ? entry : [entry, entry]) as unknown[];
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      @click=${() => {
        this.#close();
        this.model.emit("menu_item_click", { item: value });
      }}
    >
      ${String(label)}
    </button>`;
  }

  get #opener(): HTMLElement | null {
    return this.renderRoot.querySelector("#opener");
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  #show(last = false): void {
    this.#open = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.#items()
        .at(last ? -1 : 0)
        ?.focus();
    });
  }

  #close(): void {
    this.#open = false;
    this.requestUpdate();
    this.#opener?.focus();
  }

  readonly #onToggle = (): void => {
    if (this.#open) this.#close();
    else this.#show();
  };

  readonly #onLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (next instanceof Node && this.renderRoot.contains(next)) return;
    this.#open = false;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (!this.#open) {
      if ((key !== "ArrowDown" && key !== "ArrowUp") || event.target !== this.#opener) return;
      event.preventDefault();
      this.#show(key === "ArrowUp");
      return;
    }
    const items = this.#items();
    const at = items.indexOf(event.target as HTMLElement);
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (key === "Escape") this.#close();
    const place = places[key];
    if (place !== undefined) items[place]?.focus();
    if (key === "Escape" || place !== undefined) event.preventDefault();
  };
}

learn(WIDGET_SCHEMA);
register("docsync-dropdown", DropdownElement, "Dropdown");
