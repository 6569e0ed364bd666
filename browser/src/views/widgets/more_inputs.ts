/** What people type and choose less often. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import type { ModelElement } from "../element.js";
import { flag, list, number, optionalNumber, text } from "../field.js";
import { formatNumber, plain } from "../format.js";
import type { Option } from "../option.js";
import { readOptions } from "../option.js";
import { register } from "../registry.js";
import { written } from "./slider_element.js";
import { TitledElement } from "./titled.js";

/** How far a wheel turns for a step, in pixels: no more than a notch, and a finger's way over a touchpad. */
const NOTCH = 40;

/** What the units of a wheel event are in pixels: pixels, lines and pages. */
const PIXELS = [1, 16, 400];

/** A number that is typed, or counted up and down. */
class NumericElement extends TitledElement {
  static override styles: CSSResult[] = [
    ...TitledElement.styles,
    css`
      .affixed {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .affixed > span {
        flex: none;
        max-inline-size: 35%;
        overflow-wrap: anywhere;
        color: var(--_muted);
      }
      .spin {
        position: relative;
        flex: 1;
        min-inline-size: 0;
      }
      .spin input {
        font-variant-numeric: tabular-nums;
      }
      .spin.buttons input {
        padding-inline-end: min(72px, 30% + 4px);
      }
      /* Without room for both beside each other one stands above the other. */
      .steps {
        position: absolute;
        inset-block: 1px;
        inset-inline-end: 1px;
        inline-size: min(68px, 30%);
        display: flex;
        flex-wrap: wrap-reverse;
      }
      .steps button {
        flex: 1 0 17px;
        min-inline-size: 0;
        padding: 0;
        border: 0;
        border-inline-start: 1px solid var(--_line);
        background: none;
        color: var(--_muted);
        font: inherit;
        font-size: 16px;
        line-height: 1;
        cursor: pointer;
      }
      .steps button:hover:not(:disabled) {
        background: var(--_sunken);
        color: var(--_text);
      }
      [aria-invalid="true"] {
        border-color: var(--_danger) !important;
      }
      /* A finger needs 24 px for each. */
      @media (pointer: coarse) {
        .spin.buttons input {
          padding-inline-end: calc(max(48px, min(68px, 30%)) + 4px);
          padding-inline-start: min(12px, 5%);
        }
        .steps {
          inline-size: max(48px, min(68px, 30%));
        }
      }
    `,
  ];

  #draft: string | undefined;
  /** How far the wheel has turned since the last step, in pixels. */
  #turned = 0;
  /** What tells of the number once the wheel has come to rest. */
  #resting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
  }

  protected override updated(): void {
    super.updated();
    this.show(this.#draft ?? this.#shown);
  }

  /** Write the number; who has come to type over all of it still does. */
  protected override show(value: string): void {
    const root = this.renderRoot as ShadowRoot;
    const input = root.querySelector<HTMLInputElement>("#input");
    const before = input?.value ?? "";
    const whole =
      input === root.activeElement &&
      input?.selectionStart === 0 &&
      input.selectionEnd === before.length;
    super.show(value);
    if (whole && before !== "" && before !== value) input.select();
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const spinner = model.type === "Spinner";
    const disabled = flag(model, "disabled");
    const [prefix, suffix] = [text(model, "prefix"), text(model, "suffix")];
    const invalid = this.#draft !== undefined && this.#read(this.#draft) === undefined;
    const [low, high] = [optionalNumber(model, "low"), optionalNumber(model, "high")];
    return html`
      ${this.label}
      <div class="affixed">
        ${prefix === "" ? nothing : html`<span>${prefix}</span>`}
        <div class="spin ${spinner ? "buttons" : ""}">
          <input
            id="input"
            class="field"
            type="text"
            inputmode=${text(model, "mode") === "int" && (low ?? -1) >= 0 ? "numeric" : "decimal"}
            role=${spinner ? "spinbutton" : nothing}
            autocomplete="off"
            aria-label=${this.named("Number")}
            aria-invalid=${invalid ? "true" : nothing}
            aria-valuenow=${spinner ? (optionalNumber(model, "value") ?? nothing) : nothing}
            aria-valuemin=${spinner ? (low ?? nothing) : nothing}
            aria-valuemax=${spinner ? (high ?? nothing) : nothing}
            placeholder=${text(model, "placeholder")}
            ?disabled=${disabled}
            @input=${this.#onInput}
            @focus=${this.#onFocus}
            @change=${this.#onChange}
            @blur=${this.#onBlur}
            @keydown=${this.#onKey}
            @wheel=${this.#onWheel}
          />
          ${
            spinner
              ? html`<div class="steps">
                  ${([-1, 1] as const).map(
                    (way) =>
                      html`<button
                        type="button"
                        tabindex="-1"
                        aria-label=${way < 0 ? "Less" : "More"}
                        ?disabled=${disabled}
                        @click=${() => {
                          this.#step(way);
                        }}
                      >
                        ${way < 0 ? "−" : "+"}
                      </button>`,
                  )}
                </div>`
              : nothing
          }
        </div>
        ${suffix === "" ? nothing : html`<span>${suffix}</span>`}
      </div>
    `;
  }

  get #shown(): string {
    const value = optionalNumber(this.model, "value");
    if (value === undefined) return "";
    return written(this, value, (pattern) =>
      pattern === "" ? plain(value) : formatNumber(value, pattern),
    );
  }

  /** Read what was typed: a number within the limits, null for nothing, or undefined. */
  #read(words: string): number | null | undefined {
    const typed = words.trim().replace(",", ".").replace("−", "-");
    if (typed === "") return null;
    const value = Number(typed);
    if (!Number.isFinite(value)) return undefined;
    const whole = text(this.model, "mode") === "int" ? Math.round(value) : value;
    const low = optionalNumber(this.model, "low") ?? -Infinity;
    const high = optionalNumber(this.model, "high") ?? Infinity;
    return Math.min(Math.max(whole, low), high);
  }

  /** Take a number; what is still being changed is told of as such later. */
  #set(value: number | null, isRest = true): void {
    this.#draft = undefined;
    const throttled = isRest && this.model.type === "Spinner" ? { value_throttled: value } : {};
    this.model.setAll({ value, ...throttled });
    this.requestUpdate();
  }

  /** Tell of the number at which the wheel has come to rest, if it has turned. */
  #rest(): void {
    if (this.#resting === undefined) return;
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.model.set("value_throttled", optionalNumber(this.model, "value") ?? null);
  }

  #step(count: number, isRest = true): void {
    const step = number(this.model, "step", 1);
    const typed = this.#draft === undefined ? undefined : this.#read(this.#draft);
    const value = typed ?? optionalNumber(this.model, "value") ?? 0;
    // 0.1 + 0.2 is meant to be 0.3.
    const next = Number((value + count * step).toPrecision(12));
    this.#set(this.#read(String(next)) ?? null, isRest);
  }

  readonly #onFocus = (): void => {
    // What is edited is the number, not how it is written.
    const value = optionalNumber(this.model, "value");
    this.#draft = value === undefined ? "" : plain(value);
    this.requestUpdate();
  };

  readonly #onInput = (event: Event): void => {
    this.#draft = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };

  readonly #onChange = (event: Event): void => {
    const value = this.#read((event.target as HTMLInputElement).value);
    if (value !== undefined) this.#set(value);
  };

  readonly #onBlur = (): void => {
    this.#rest();
    this.#draft = undefined;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const page = number(this.model, "page_step_multiplier", 10);
    const steps: Readonly<Record<string, number | undefined>> = {
      ArrowUp: 1,
      ArrowDown: -1,
      PageUp: page,
      PageDown: -page,
    };
    const count = this.model.type === "Spinner" ? steps[event.key] : undefined;
    if (count === undefined) return;
    event.preventDefault();
    this.#step(count);
  };

  /** The wheel is the page's, unless somebody is at work in the field. */
  readonly #onWheel = (event: WheelEvent): void => {
    const root = this.renderRoot as ShadowRoot;
    const isPage = event.ctrlKey || event.shiftKey || event.deltaY === 0;
    if (this.model.type !== "Spinner" || isPage || root.activeElement !== event.target) return;
    event.preventDefault();
    const way = Math.sign(event.deltaY);
    if (way !== Math.sign(this.#turned)) this.#turned = 0;
    this.#turned += event.deltaY * (PIXELS[event.deltaMode] ?? 1);
    if (Math.abs(this.#turned) >= NOTCH) {
      this.#turned = 0;
      this.#step(-way, false);
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(
      () => {
        this.#rest();
      },
      number(this.model, "wheel_wait", 100),
    );
  };
}

/** Some of several options, in a list. */
class MultiSelectElement extends TitledElement {
  static override styles: CSSResult[] = [
    ...TitledElement.styles,
    css`
      select {
        block-size: auto !important;
        padding: 4px !important;
      }
      option {
        padding: 4px 8px;
        border-radius: 4px;
      }
      /* Browsers have greys of their own for what is chosen, which only a picture lies over. */
      @media (forced-colors: none) {
        option:checked {
          background-image: linear-gradient(var(--_accent) 0 0);
          -webkit-text-fill-color: var(--_on-accent);
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const model = this.model;
    const options = optionsOf(this);
    const chosen = list(model, "value");
    return html`${this.label}<select
        id="input"
        class="field"
        multiple
        size=${number(model, "size", 4)}
        aria-label=${this.named("Choices")}
        ?disabled=${flag(model, "disabled")}
        @change=${this.#onChange}
      >
        ${options.map(
          (option, index) =>
            html`<option value=${index} .selected=${chosen.includes(option.value)}>
              ${option.label}
            </option>`,
        )}
      </select>`;
  }

  readonly #onChange = (event: Event): void => {
    const options = optionsOf(this);
    const chosen = [...(event.target as HTMLSelectElement).selectedOptions];
    this.model.set(
      "value",
      chosen.flatMap(({ value }) => options[Number(value)] ?? []).map((option) => option.value),
    );
  };
}

/** A colour. */
class ColorPickerElement extends TitledElement {
  static override styles: CSSResult[] = [
    ...TitledElement.styles,
    css`
      input {
        padding: 4px !important;
        cursor: pointer;
      }
      input::-webkit-color-swatch-wrapper {
        padding: 0;
      }
      input::-webkit-color-swatch {
        border: 1px solid var(--_line);
        border-radius: 4px;
      }
    `,
  ];

  protected override updated(): void {
    super.updated();
    this.show(hexOf(this.model.get("color")));
  }

  protected override render(): TemplateResult {
    return html`${this.label}<input
        id="input"
        class="field"
        type="color"
        aria-label=${this.named("Colour")}
        ?disabled=${flag(this.model, "disabled")}
        @input=${this.#onInput}
      />`;
  }

  readonly #onInput = (event: Event): void => {
    this.model.set("color", (event.target as HTMLInputElement).value);
  };
}

/** Return a colour as native inputs want it, whatever way it is written in. */
function hexOf(value: unknown): string {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null) return "#000000";
  const words = Array.isArray(value) ? `rgb(${value.slice(0, 3).join(" ")})` : String(value);
  context.fillStyle = words;
  return /^#[0-9a-f]{6}$/.test(context.fillStyle) ? context.fillStyle : "#000000";
}

function optionsOf({ model }: ModelElement): Option[] {
  return readOptions(model.get("options")).flatMap((group) => group.options);
}

learn(WIDGET_SCHEMA);
register("docsync-numeric-input", NumericElement, "NumericInput", "Spinner");
register("docsync-multi-select", MultiSelectElement, "MultiSelect");
register("docsync-color-picker", ColorPickerElement, "ColorPicker");
