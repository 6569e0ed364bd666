/** Some of several options, as labels that can be taken away again. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { flag, list, optionalNumber, text } from "../field.js";
import type { Option } from "../option.js";
import { readOptions } from "../option.js";
import { register } from "../registry.js";
import { chipStyles, renderChip } from "./chip.js";
import { keepFocus, MOST, Offered, offeredStyles, stepped } from "./offered.js";
import { TitledElement } from "./titled.js";

/** The keys go as WAI-ARIA's pattern for a combobox with a list says. */
class MultiChoiceElement extends TitledElement {
  static override styles: CSSResult[] = [
    ...TitledElement.styles,
    chipStyles,
    offeredStyles,
    css`
      .box {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
        min-block-size: 36px;
        padding: 4px;
        border: 1px solid var(--_edge);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      .box:focus-within {
        border-color: var(--_accent);
      }
      .box:has(#input:focus-visible) {
        outline: 2px solid var(--_accent);
        outline-offset: -1px;
      }
      input.field:focus-visible {
        outline: none;
      }
      input.field {
        flex: 1 1 90px;
        inline-size: auto;
        block-size: 26px;
        min-inline-size: 90px;
        padding: 0 6px;
        border: 0;
        background: none;
      }
      .none {
        padding: 6px 10px;
        color: var(--_muted);
        cursor: default;
      }
      @media (pointer: coarse) {
        .box {
          min-block-size: 44px;
          padding: 3px;
        }
        input.field {
          block-size: 36px;
        }
      }
    `,
  ];

  #draft = "";
  #open = false;
  /** Which option is about to be taken; -1 for none. */
  #active = -1;
  readonly #offered = new Offered();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
    this.#offered.forget();
  }

  protected override render(): TemplateResult {
    const { model } = this;
    const options = this.#options;
    const chosen = list(model, "value");
    const disabled = flag(model, "disabled");
    const labelOf = (value: unknown): string =>
      options.find((option) => option.value === value)?.label ?? String(value);
    return html`${this.label}
      <div class="box" role="group" aria-label=${this.named("Choices")} @focusout=${this.#onLeave}>
        ${chosen.map((value) => this.#renderChip(value, labelOf(value), disabled))}
        ${this.#left.length === 0 || this.#full ? nothing : this.#renderField(disabled)}
      </div>`;
  }

  #renderField(disabled: boolean): TemplateResult {
    const found = this.#open ? this.#found : [];
    return html`<input
        id="input"
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${`Add to ${this.named("choices")}`}
        aria-autocomplete="list"
        aria-controls="options"
        aria-expanded=${String(this.#open)}
        aria-activedescendant=${this.#active < 0 ? nothing : `option-${this.#active}`}
        placeholder=${text(this.model, "placeholder") || "Add…"}
        ?disabled=${disabled}
        @input=${this.#onInput}
        @click=${this.#offer}
        @keydown=${this.#onKey}
      />
      <ul id="options" role="listbox" popover="manual" tabindex="-1" aria-label="Options">
        ${found.map(
          (option, index) =>
            html`<li
              id=${`option-${index}`}
              role="option"
              aria-selected=${String(index === this.#active)}
              @mousedown=${keepFocus}
              @click=${() => {
                this.#choose(option);
              }}
            >
              ${option.label}
            </li>`,
        )}
        ${found.length > 0 || !this.#open ? nothing : html`<li class="none" role="option" aria-disabled="true" aria-selected="false">Nothing found</li>`}
      </ul>`;
  }

  #renderChip(value: unknown, label: string, disabled: boolean): TemplateResult {
    const fixed = disabled || !flag(this.model, "delete_button", true);
    const remove = (): void => {
      this.#remove(value);
    };
    return renderChip(label, fixed ? undefined : remove);
  }

  protected override updated(): void {
    super.updated();
    const field = this.renderRoot.querySelector<HTMLInputElement>("#input");
    const menu = this.renderRoot.querySelector<HTMLElement>("#options");
    const box = this.renderRoot.querySelector<HTMLElement>(".box");
    if (field === null || menu === null || box === null) {
      this.#offered.forget();
      return;
    }
    this.show(this.#draft);
    this.#offered.place(menu, box, this.#open);
    menu.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  get #options(): Option[] {
    return readOptions(this.model.get("options")).flatMap((group) => group.options);
  }

  get #left(): Option[] {
    const chosen = list(this.model, "value");
    return this.#options.filter((option) => !chosen.includes(option.value));
  }

  get #full(): boolean {
    const most = optionalNumber(this.model, "max_items") ?? Infinity;
    return list(this.model, "value").length >= most;
  }

  /** What is offered: all that is left, or what has the typed words in it. */
  get #found(): readonly Option[] {
    const typed = this.#draft.trim().toLowerCase();
    const field = typed === "" ? "option_limit" : "search_option_limit";
    return this.#left
      .filter(({ label }) => label.toLowerCase().includes(typed))
      .slice(0, optionalNumber(this.model, field) ?? MOST);
  }

  readonly #offer = (): void => {
    if (flag(this.model, "disabled")) return;
    this.#open = true;
    this.requestUpdate();
  };

  #close(): void {
    this.#open = false;
    this.#active = -1;
    this.requestUpdate();
  }

  #choose(option: Option): void {
    this.#draft = "";
    this.#active = -1;
    this.model.set("value", [...list(this.model, "value"), option.value]);
    if (this.#full || this.#left.length === 0) this.#close();
    this.requestUpdate();
    void this.updateComplete.then(this.#stay);
  }

  #remove(value: unknown): void {
    const others = list(this.model, "value").filter((each) => each !== value);
    this.model.set("value", others);
    void this.updateComplete.then(this.#stay);
  }

  /** Keep the focus here if it was on what is not there any more. */
  readonly #stay = (): void => {
    const root = this.renderRoot as ShadowRoot;
    if (root.activeElement !== null) return;
    const left = [...root.querySelectorAll<HTMLElement>(".chip button, #input")];
    left.at(-1)?.focus();
  };

  readonly #onInput = (event: Event): void => {
    this.#draft = (event.target as HTMLInputElement).value;
    // What is typed for is what Enter means.
    this.#active = this.#draft.trim() === "" || this.#found.length === 0 ? -1 : 0;
    this.#offer();
  };

  readonly #onLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (
      next instanceof Node &&
      this.renderRoot.querySelector("#options")?.contains(next) === true
    ) {
      return;
    }
    this.#draft = "";
    this.#close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key } = event;
    const found = this.#found;
    const active = this.#open ? found[this.#active] : undefined;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (found.length > 0) {
        const from = this.#open ? this.#active : -1;
        this.#active = stepped(from, key === "ArrowDown" ? 1 : -1, found.length);
      }
      this.#offer();
    } else if (key === "Enter" && active !== undefined) this.#choose(active);
    else if (key === "Escape" && (this.#open || this.#draft !== "")) {
      this.#draft = "";
      this.#close();
    } else if (key === "Backspace" && this.#draft === "" && !event.repeat) this.#takeBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Take away the last choice, if choices may be taken away; who holds the key wants what is typed to go. */
  #takeBack(): void {
    const last = list(this.model, "value").at(-1);
    if (last !== undefined && flag(this.model, "delete_button", true)) this.#remove(last);
  }
}

learn(WIDGET_SCHEMA);
register("docsync-multi-choice", MultiChoiceElement, "MultiChoice");
