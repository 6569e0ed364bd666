import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { base, control } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, optionalNumber, text } from "../field.js";
import { register } from "../registry.js";

/** A line of text. */
class TextInputElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    control,
    css`
      .affixed {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .affixed span {
        flex: none;
        color: var(--_muted);
      }
    `,
  ];

  /** What is being typed. An edit that comes in meanwhile does not take it away. */
  #draft: string | undefined;

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
    return html`
      ${title === "" ? nothing : html`<label for="input">${title}</label>`}
      <div class="affixed">
        ${prefix === "" ? nothing : html`<span>${prefix}</span>`}
        <input
          id="input"
          class="field"
          type=${model.type === "PasswordInput" ? "password" : "text"}
          autocomplete="off"
          aria-label=${title === "" ? text(model, "placeholder") || "Text" : title}
          placeholder=${text(model, "placeholder")}
          maxlength=${longest ?? nothing}
          ?disabled=${flag(model, "disabled")}
          @input=${this.#onInput}
          @change=${this.#onChange}
          @blur=${this.#onBlur}
          @keydown=${this.#onKey}
        />
        ${suffix === "" ? nothing : html`<span>${suffix}</span>`}
      </div>
    `;
  }

  readonly #onInput = (event: Event): void => {
    this.#draft = (event.target as HTMLInputElement).value;
    this.model.set("value_input", this.#draft);
  };

  readonly #onChange = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#draft = undefined;
    if (value !== text(this.model, "value")) this.model.set("value", value);
    this.requestUpdate();
  };

  readonly #onBlur = (): void => {
    this.#draft = undefined;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) {
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
