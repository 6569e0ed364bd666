/** Palettes that people choose by their colours. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { FLOATING_SCHEMA } from "../../model/floating_schema.js";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { colorText } from "../color.js";
import { keyOn } from "../mirrored.js";
import { flag, list, number, optionalNumber, text } from "../field.js";
import { register } from "../registry.js";
import { TitledElement } from "./titled.js";

interface Palette {
  readonly name: string;
  readonly colors: readonly string[];
}

/** What stays free between the list and an edge of the page, in CSS pixels. */
const MARGIN = 8;
/** What stays free between the list and its field; the style sheet says the same. */
const GAP = 4;
/** What a field has above and below its colours, in CSS pixels. */
const AROUND = 14;

/** Return how far to move what lies between two places, so that it is on the page, its start before its end. */
function inwards(start: number, end: number, size: number): number {
  return Math.max(MARGIN - start, Math.min(0, size - MARGIN - end));
}

class PaletteSelectElement extends TitledElement {
  static override styles: CSSResult[] = [
    ...TitledElement.styles,
    css`
      .frame {
        position: relative;
      }
      #input,
      [role="option"] {
        display: flex;
        gap: 10px;
        align-items: center;
        text-align: start;
        cursor: pointer;
      }
      #input:disabled {
        cursor: not-allowed;
      }
      .words {
        flex: 1 1 auto;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .colors {
        flex: none;
        max-inline-size: 60%;
        border-radius: 3px;
        box-shadow: inset 0 0 0 1px light-dark(#0002, #fff3);
        forced-color-adjust: none;
      }
      svg {
        flex: none;
        inline-size: 12px;
        block-size: 12px;
        fill: none;
        stroke: var(--_muted);
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .menu {
        position: absolute;
        z-index: 5;
        inset-block-start: calc(100% + 4px);
        inset-inline-start: 0;
        display: grid;
        grid-template-columns: repeat(var(--_columns), minmax(max-content, 1fr));
        gap: 2px;
        min-inline-size: 100%;
        max-inline-size: 90vw;
        max-block-size: min(320px, 100vh - 16px);
        padding: 4px;
        overflow: auto;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
      }
      [role="option"] {
        min-block-size: 32px;
        padding: 4px 8px;
        border-radius: 4px;
      }
      [role="option"]:hover,
      [role="option"]:focus-visible {
        background: var(--_sunken);
        outline-offset: -2px;
      }
      [role="option"][aria-selected="true"] {
        background: var(--_accent-soft);
        color: var(--_accent-strong);
      }
      @media (forced-colors: active) {
        [role="option"][aria-selected="true"] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
          outline-color: HighlightText;
        }
      }
      @media (pointer: coarse) {
        [role="option"] {
          min-block-size: 44px;
        }
      }
    `,
  ];

  #open = false;

  protected override render(): TemplateResult {
    const { model } = this;
    const palettes = this.#palettes;
    const value = text(model, "value");
    const chosen = palettes.find(({ name }) => name === value);
    const label = this.named("Palette");
    return html`${this.label}
      <div class="frame" @keydown=${this.#onKey} @focusout=${this.#onLeave}>
        <button
          id="input"
          type="button"
          class="field"
          aria-haspopup="listbox"
          aria-expanded=${String(this.#open)}
          aria-label=${`${label}: ${value === "" ? "none" : value}`}
          ?disabled=${flag(model, "disabled")}
          @click=${this.#onToggle}
        >
          ${chosen === undefined ? nothing : this.#renderColors(chosen)}
          <span class="words">${value}</span>
          <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4.5l4 4 4-4" /></svg>
        </button>
        ${
          this.#open
            ? html`<div class="menu" role="listbox" aria-label=${label}>
                ${palettes.map(
                  (palette) =>
                    html`<div
                      role="option"
                      tabindex="-1"
                      aria-selected=${String(palette.name === value)}
                      @click=${() => {
                        this.#choose(palette.name);
                      }}
                    >
                      ${this.#renderColors(palette)}
                      <span class="words">${palette.name}</span>
                    </div>`,
                )}
              </div>`
            : nothing
        }
      </div>`;
  }

  protected override updated(): void {
    super.updated();
    const { model } = this;
    this.style.setProperty("--_columns", String(number(model, "ncols", 1)));
    const height = optionalNumber(model, "swatch_height") ?? 20;
    for (const swatch of this.renderRoot.querySelectorAll<HTMLElement>(".colors")) {
      const colors = (swatch.dataset["colors"] ?? "").split("|");
      const stops = colors.map((color, at) => `${color} 0 ${((at + 1) * 100) / colors.length}%`);
      Object.assign(swatch.style, {
        width: `${number(model, "swatch_width", 100)}px`,
        height: `${height}px`,
        backgroundImage: `linear-gradient(to right, ${stops.join(", ")})`,
      });
    }
    const field = this.renderRoot.querySelector<HTMLElement>("#input");
    if (field !== null) field.style.minHeight = `${height + AROUND}px`;
    this.#keepInside();
  }

  /** Move the list to where all of it is on the page. */
  #keepInside(): void {
    const menu = this.renderRoot.querySelector<HTMLElement>(".menu");
    if (menu === null) return;
    menu.style.translate = "";
    const { left, right, top, bottom } = menu.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const across = inwards(left, right, clientWidth);
    let down = inwards(top, bottom, clientHeight);
    const field = this.renderRoot.querySelector("#input")?.getBoundingClientRect();
    const over = (field?.top ?? 0) - GAP - bottom;
    // Above its field it hides nothing that people look at while they choose.
    if (down < 0 && top + over >= MARGIN) down = over;
    if (across !== 0 || down !== 0) menu.style.translate = `${across}px ${down}px`;
  }

  get #palettes(): Palette[] {
    return list(this.model, "items").flatMap((item) => {
      if (!Array.isArray(item) || !Array.isArray(item[1])) return [];
      const colors = (item[1] as unknown[]).flatMap((color) => colorText(color) ?? []);
      return [{ name: String(item[0]), colors }];
    });
  }

  #renderColors({ colors }: Palette): TemplateResult {
    return html`<span class="colors" aria-hidden="true" data-colors=${colors.join("|")}></span>`;
  }

  get #options(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=option]")];
  }

  #choose(name: string): void {
    this.#close();
    if (name !== text(this.model, "value")) this.model.set("value", name);
  }

  #close(): void {
    this.#open = false;
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>("#input")?.focus();
  }

  readonly #onToggle = (): void => {
    if (this.#open) {
      this.#close();
      return;
    }
    this.#open = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const options = this.#options;
      const chosen = options.find((option) => option.ariaSelected === "true") ?? options[0];
      chosen?.focus();
      chosen?.scrollIntoView({ block: "nearest" });
    });
  };

  readonly #onLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (!this.#open || (next instanceof Node && this.renderRoot.contains(next))) return;
    this.#open = false;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (!this.#open) {
      if (key !== "ArrowDown" && key !== "ArrowUp") return;
      event.preventDefault();
      this.#onToggle();
      return;
    }
    const options = this.#options;
    const at = options.indexOf(event.target as HTMLElement);
    const columns = number(this.model, "ncols", 1);
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowDown: at + columns,
      ArrowUp: at - columns,
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: options.length - 1,
    };
    const place = places[keyOn(this, event)];
    if (key === "Escape") this.#close();
    else if (key === "Enter" || key === " ") options[at]?.click();
    else if (place !== undefined)
      options[Math.min(Math.max(place, 0), options.length - 1)]?.focus();
    else return;
    event.preventDefault();
  };
}

learn(WIDGET_SCHEMA);
learn(FLOATING_SCHEMA);
register("docsync-palette-select", PaletteSelectElement, "PaletteSelect");
