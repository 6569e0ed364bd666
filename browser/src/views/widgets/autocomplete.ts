/** A line of text that is completed from a list. */
import { html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { flag, list, number, optionalNumber, text } from "../field.js";
import { register } from "../registry.js";
import { keepFocus, MOST, Offered, offeredStyles, stepped } from "./offered.js";
import { TextInputElement } from "./text_input.js";

/** The keys go as WAI-ARIA's pattern for a combobox with a list says. */
class AutocompleteElement extends TextInputElement {
  static override styles: CSSResult[] = [...TextInputElement.styles, offeredStyles];

  #open = false;

  /** Which completion is about to be chosen; -1 for none. */
  #active = -1;

  readonly #offered = new Offered();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
    this.#offered.forget();
  }

  protected override render(): TemplateResult {
    const capture = { handleEvent: this.#onKey, capture: true };
    return html`<div
      @keydown=${capture}
      @input=${this.#onInput}
      @click=${this.#onClick}
      @focusin=${this.#onClick}
      @focusout=${this.#onLeave}
    >
      ${super.render()}
      <ul id="completions" role="listbox" popover="manual" aria-label="Completions">
        ${
          this.#open
            ? this.#completions.map(
                (words, index) =>
                  html`<li
                    id=${`completion-${String(index)}`}
                    role="option"
                    aria-selected=${String(index === this.#active)}
                    @mousedown=${keepFocus}
                    @click=${(event: Event) => {
                      event.stopPropagation();
                      this.#choose(words);
                    }}
                  >
                    ${words}
                  </li>`,
              )
            : ""
        }
      </ul>
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const field = this.#input;
    const menu = this.renderRoot.querySelector<HTMLElement>("#completions");
    if (field === null || menu === null) return;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "completions");
    field.setAttribute("aria-expanded", String(this.#open));
    const active = this.renderRoot.querySelector("[aria-selected=true]");
    if (active === null) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", active.id);
    this.#offered.place(menu, field, this.#open);
    active?.scrollIntoView({ block: "nearest" });
  }

  protected override takes(value: string): boolean {
    const restricted = flag(this.model, "restrict", true) && value !== "";
    return !restricted || list(this.model, "completions").includes(value);
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector("input");
  }

  get #completions(): readonly string[] {
    const model = this.model;
    if (this.draft.length < number(model, "min_characters", 2)) return [];
    const fold = (words: string): string =>
      flag(model, "case_sensitive", true) ? words : words.toLowerCase();
    const typed = fold(this.draft);
    const includes = text(model, "search_strategy") === "includes";
    const found = list(model, "completions").filter(
      (words): words is string =>
        typeof words === "string" &&
        (includes ? fold(words).includes(typed) : fold(words).startsWith(typed)),
    );
    return found.slice(0, optionalNumber(model, "max_completions") ?? MOST);
  }

  /** Offer what fits; where nothing else is taken, the first of it is what Enter means. */
  #offer(): void {
    this.#open = this.#completions.length > 0 && !flag(this.model, "disabled");
    this.#active = this.#open && flag(this.model, "restrict", true) ? 0 : -1;
    this.requestUpdate();
  }

  #close(): void {
    this.#open = false;
    this.#active = -1;
    this.requestUpdate();
  }

  /** Take a completion as if it had been typed to its end. */
  #choose(words: string): void {
    const field = this.#input;
    if (field === null) return;
    this.#close();
    this.model.set("value_input", words);
    field.value = words;
    // At once: what is drawn before the next listener would put the draft back.
    field.dispatchEvent(new Event("change"));
  }

  #move(way: 1 | -1): void {
    const wasOpen = this.#open;
    if (!wasOpen) this.#offer();
    const count = this.#completions.length;
    if (!this.#open || count === 0) return;
    this.#active = stepped(wasOpen ? this.#active : -1, way, count);
    this.requestUpdate();
  }

  readonly #onInput = (): void => {
    this.#offer();
  };

  readonly #onClick = (): void => {
    // What has been chosen is not offered once more.
    if (!this.#open && !list(this.model, "completions").includes(this.draft)) this.#offer();
  };

  readonly #onLeave = (): void => {
    this.#close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.target !== this.#input) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      this.#move(key === "ArrowDown" ? 1 : -1);
      return;
    }
    if (!this.#open) return;
    const active = this.#completions[this.#active];
    if (key === "Escape") {
      // The first one closes the list, a second one takes back what was typed.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === "Enter" || key === "Tab") {
      if (active === undefined) this.#close();
      else this.#choose(active);
    }
  };
}

learn(WIDGET_SCHEMA);
register("docsync-autocomplete-input", AutocompleteElement, "AutocompleteInput");
