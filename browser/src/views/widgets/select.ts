import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { base, control } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, text } from "../field.js";
import type { Group, Option } from "../option.js";
import { readOptions } from "../option.js";
import { register } from "../registry.js";
import { fieldLook } from "./field_look.js";

/** One of several options. */
class SelectElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    control,
    fieldLook,
    css`
      .frame {
        position: relative;
      }
      select {
        appearance: none;
        padding-inline-end: 32px !important;
        text-overflow: ellipsis;
        cursor: pointer;
      }
      option,
      optgroup {
        background: var(--_raised);
        color: var(--_text);
      }
      svg {
        position: absolute;
        inset-inline-end: 12px;
        inset-block-start: calc(50% - 6px);
        inline-size: 12px;
        block-size: 12px;
        fill: none;
        stroke: var(--_muted);
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
        pointer-events: none;
      }
    `,
  ];

  #options: Option[] = [];

  protected override updated(): void {
    super.updated();
    this.show(String(this.#chosen()));
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const title = text(model, "title");
    const groups = readOptions(model.get("options"));
    this.#options = groups.flatMap((group) => group.options);
    const chosen = this.#chosen();
    return html`
      ${title === "" ? nothing : html`<label for="input">${title}</label>`}
      <div class="frame">
        <select
          id="input"
          class="field"
          aria-label=${title === "" ? "Choice" : title}
          ?disabled=${flag(model, "disabled")}
          @change=${this.#onChange}
        >
          ${chosen < 0 ? html`<option value="-1" hidden selected></option>` : nothing}
          ${this.#renderGroups(groups, chosen)}
        </select>
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4.5l4 4 4-4" /></svg>
      </div>
    `;
  }

  /** Return which of the options is chosen, or -1. */
  #chosen(): number {
    const value = this.model.get("value");
    return this.#options.findIndex((option) => option.value === value);
  }

  #renderGroups(groups: readonly Group[], chosen: number): TemplateResult[] {
    let index = 0;
    return groups.map((group) => {
      const options = group.options.map((option) => {
        const place = index++;
        return html`<option value=${place} .selected=${place === chosen}>${option.label}</option>`;
      });
      return group.label === undefined
        ? html`${options}`
        : html`<optgroup label=${group.label}>${options}</optgroup>`;
    });
  }

  readonly #onChange = (event: Event): void => {
    const option = this.#options[Number((event.target as HTMLSelectElement).value)];
    if (option !== undefined) this.model.set("value", option.value);
  };
}

register("docsync-select", SelectElement, "Select");
