import { html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, text } from "../field.js";
import { register } from "../registry.js";
import { buttonStyles, kindOf } from "./button_look.js";

/** Something to press. */
class ButtonElement extends ModelElement {
  static override styles: CSSResult[] = [base, buttonStyles];

  protected override render(): TemplateResult {
    return html`<button
      type="button"
      class=${kindOf(this.model)}
      ?disabled=${flag(this.model, "disabled")}
      @click=${this.#onClick}
    >
      ${text(this.model, "label")}
    </button>`;
  }

  readonly #onClick = (): void => {
    this.model.emit("button_click");
  };
}

register("docsync-button", ButtonElement, "Button");
