import { css, html, nothing, svg } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { base, control } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, optionalNumber, text } from "../field.js";
import { register } from "../registry.js";
import { fieldLook } from "./field_look.js";

/** A line of text. */
export class TextInputElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    control,
    fieldLook,
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
      .affixed:has(.eye) .field {
        padding-inline-end: 40px;
      }
      .eye {
        position: relative;
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 34px;
        block-size: 32px;
        /* Over the end of the field, from which a gap keeps it. */
        margin-inline: -44px 2px;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--_muted);
        cursor: pointer;
      }
      .eye:hover:not(:disabled),
      .eye[aria-pressed="true"] {
        color: var(--_text);
      }
      .eye svg {
        inline-size: 18px;
        block-size: 18px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.6;
        stroke-linecap: round;
      }
    `,
  ];

  /** Whether Enter begins another line. */
  protected readonly multiline: boolean = false;

  /** What is being typed. An edit that comes in meanwhile does not take it away. */
  #draft: string | undefined;

  /** Whether a password is to be read. */
  #revealed = false;

  protected override updated(): void {
    super.updated();
    this.show(this.#draft ?? text(this.model, "value"));
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const title = text(model, "title");
    const prefix = text(model, "prefix");
    const suffix = text(model, "suffix");
    const longest = optionalNumber(model, "max_length");
    const label = title === "" ? text(model, "placeholder") || "Text" : title;
    const secret = model.type === "PasswordInput";
    return html`
      ${title === "" ? nothing : html`<label for="input">${title}</label>`}
      <div class="affixed">
        ${prefix === "" ? nothing : html`<span>${prefix}</span>`}
        ${
          this.multiline
            ? html`<textarea
                id="input"
                class="field"
                rows=${optionalNumber(model, "rows") ?? 2}
                aria-label=${label}
                placeholder=${text(model, "placeholder")}
                maxlength=${longest ?? nothing}
                ?disabled=${flag(model, "disabled")}
                @input=${this.#onInput}
                @change=${this.#onChange}
                @blur=${this.#onBlur}
                @keydown=${this.#onKey}
              ></textarea>`
            : html`<input
                id="input"
                class="field"
                type=${secret && !this.#revealed ? "password" : "text"}
                autocomplete="off"
                aria-label=${label}
                placeholder=${text(model, "placeholder")}
                maxlength=${longest ?? nothing}
                ?disabled=${flag(model, "disabled")}
                @input=${this.#onInput}
                @change=${this.#onChange}
                @blur=${this.#onBlur}
                @keydown=${this.#onKey}
              />`
        }
        ${secret ? this.#renderEye() : nothing}
        ${suffix === "" ? nothing : html`<span>${suffix}</span>`}
      </div>
    `;
  }

  /** What shows a password, and hides it again. */
  #renderEye(): TemplateResult {
    return html`<button
      type="button"
      class="eye"
      aria-label="Show the password"
      aria-pressed=${String(this.#revealed)}
      ?disabled=${flag(this.model, "disabled")}
      @click=${() => {
        this.#revealed = !this.#revealed;
        this.requestUpdate();
      }}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M2 10s3-5.500 8-5.500 8 5.500 8 5.500-3 5.500-8 5.500-8-5.500-8-5.500z" />
        <circle cx="10" cy="10" r="2.500" />
        ${this.#revealed ? nothing : svg`<path d="M4 16.500 16 3.500" />`}
      </svg>
    </button>`;
  }

  /** What is being typed, or the value. */
  protected get draft(): string {
    return this.#draft ?? text(this.model, "value");
  }

  /** Whether a text may be the value. */
  protected takes(_value: string): boolean {
    return true;
  }

  readonly #onInput = (event: Event): void => {
    this.#draft = (event.target as HTMLInputElement).value;
    this.model.set("value_input", this.#draft);
  };

  readonly #onChange = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#draft = undefined;
    if (value !== text(this.model, "value") && this.takes(value)) this.model.set("value", value);
    this.requestUpdate();
  };

  readonly #onBlur = (): void => {
    this.#draft = undefined;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing && !this.multiline) {
      // The value comes before the event that says it is meant.
      this.#onChange(event);
      if (this.model.observes("value_submit")) {
        this.model.emit("value_submit", { value: text(this.model, "value") });
      }
    }
    if (event.key !== "Escape" || this.#draft === undefined) return;
    this.#draft = undefined;
    this.requestUpdate();
  };
}

register("docsync-text-input", TextInputElement, "TextInput", "PasswordInput");
