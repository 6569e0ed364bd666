import { html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { base, control } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { text } from "../field.js";
import { fieldLook } from "./field_look.js";

/** What has a title above. */
export abstract class TitledElement extends ModelElement {
  static override styles: CSSResult[] = [base, control, fieldLook];

  protected get label(): TemplateResult | typeof nothing {
    const title = text(this.model, "title");
    return title === "" ? nothing : html`<label for="input">${title}</label>`;
  }

  protected named(fallback: string): string {
    return text(this.model, "title") || text(this.model, "placeholder") || fallback;
  }
}
