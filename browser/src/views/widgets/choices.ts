/** Choices that are all in sight, buttons that stay pressed, and menus. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { keyOn } from "../mirrored.js";
import { createIcon } from "../adorn/create_icon.js";
import { flag, list, reference, text } from "../field.js";
import { register } from "../registry.js";
import { buttonStyles, kindOf } from "./button_look.js";

const choiceStyles: CSSResult = css`
  .choices {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }
  .choices.inline {
    flex-flow: row wrap;
    gap: 6px 20px;
  }
  label {
    display: inline-flex;
    gap: 10px;
    align-items: center;
    min-block-size: 24px;
    cursor: pointer;
    overflow-wrap: break-word;
  }
  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  :host([data-disabled]) label {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .switch {
    appearance: none;
    inline-size: 36px;
    block-size: 20px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    background: var(--_sunken);
    transition: background 140ms;
  }
  .switch::before {
    content: "";
    display: block;
    inline-size: 14px;
    block-size: 14px;
    margin: 2px;
    border-radius: 50%;
    background: var(--_edge);
    transition: translate 140ms;
  }
  .switch:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .switch:checked::before {
    translate: 16px;
    background: var(--_on-accent);
  }
  .switch + docsync-icon {
    position: absolute;
    inset-inline-start: 5px;
    max-inline-size: 11px;
    max-block-size: 11px;
    margin: 0;
    translate: none;
    color: var(--_raised);
    pointer-events: none;
    transition: translate 140ms;
  }
  .switch:checked + docsync-icon {
    translate: 16px;
    color: var(--_accent);
  }
  .pictured {
    position: relative;
  }
  @media (pointer: coarse) {
    label {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .switch {
      forced-color-adjust: none;
    }
  }
`;

/** One box to tick, or a switch. */
class CheckboxElement extends ModelElement {
  static override styles: CSSResult[] = [base, choiceStyles];

  readonly #pictures = new Map<Model, HTMLElement>();

  protected override render(): TemplateResult {
    const words = text(this.model, "label");
    const switches = this.model.type === "Switch";
    const icon = reference(this.model, flag(this.model, "active") ? "on_icon" : "off_icon");
    return html`<label class=${icon === undefined ? nothing : "pictured"}
      ><input
        type="checkbox"
        class=${switches ? "switch" : "box"}
        role=${switches ? "switch" : nothing}
        aria-label=${words === "" ? text(this.model, "name") || "On" : nothing}
        .checked=${flag(this.model, "active")}
        ?disabled=${flag(this.model, "disabled")}
        @change=${this.#onChange}
      />${icon === undefined ? nothing : this.#picture(icon)}${words === "" ? nothing : html`<span>${words}</span>`}</label
    >`;
  }

  #picture(icon: Model): HTMLElement {
    const view = this.#pictures.get(icon) ?? createIcon(icon);
    this.#pictures.set(icon, view);
    return view;
  }

  readonly #onChange = (event: Event): void => {
    this.model.set("active", (event.target as HTMLInputElement).checked);
  };
}

/** Boxes of which any number can be ticked, or circles of which one can be chosen. */
class ChoicesElement extends ModelElement {
  static override styles: CSSResult[] = [base, choiceStyles];

  protected override render(): TemplateResult {
    const model = this.model;
    const several = model.type === "CheckboxGroup";
    return html`<div
      class="choices ${flag(model, "inline") ? "inline" : ""}"
      role=${several ? "group" : "radiogroup"}
      aria-label=${text(model, "name") || "Choices"}
    >
      ${list(model, "labels").map(
        (label, index) =>
          html`<label
            ><input
              type=${several ? "checkbox" : "radio"}
              name="choice"
              .checked=${isActive(this, index)}
              ?disabled=${flag(model, "disabled")}
              @change=${() => {
                choose(this, index);
              }}
            /><span>${String(label)}</span></label
          >`,
      )}
    </div>`;
  }
}

/** Buttons side by side that stay pressed. */
class ButtonsElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    buttonStyles,
    css`
      :host {
        inline-size: auto;
      }
      /* Rows are as wide as all the room that there is: together they look like one thing. */
      .group {
        display: flex;
        flex-wrap: wrap;
        padding: 1px 0 0 1px;
      }
      .group.vertical {
        flex-flow: column nowrap;
      }
      /* What a further row has left is nobody's: its buttons are as wide as their words. */
      .group.wrapped:not(.vertical)::after {
        content: "";
        flex: 9999 0 0;
      }
      button {
        inline-size: auto;
        max-inline-size: 100%;
        block-size: auto;
        flex: 1 1 auto;
        margin: -1px 0 0 -1px;
        border-radius: 0;
      }
      button::before,
      button::after {
        inline-size: 8px;
      }
      .group:not(.vertical) button:first-child {
        border-start-start-radius: var(--_radius);
        border-end-start-radius: var(--_radius);
      }
      .group:not(.vertical) button:last-child {
        border-start-end-radius: var(--_radius);
        border-end-end-radius: var(--_radius);
      }
      .group.vertical button:first-child {
        border-radius: var(--_radius) var(--_radius) 0 0;
      }
      .group.vertical button:last-child {
        border-radius: 0 0 var(--_radius) var(--_radius);
      }
      button:where([aria-pressed="false"], [aria-checked="false"]) {
        border-color: var(--_fill, var(--_edge));
        background: var(--_raised);
        color: var(--_fill, var(--_text));
      }
      button:where([aria-pressed="false"], [aria-checked="false"]):where(:hover:not(:disabled)) {
        border-color: var(--_fill, var(--_muted));
        background: color-mix(in srgb, var(--_fill, var(--_text)) 8%, var(--_raised));
      }
      [type]:is([aria-pressed="true"], [aria-checked="true"]) {
        position: relative;
        border-color: var(--_fill, var(--_accent));
        background: var(--_fill, color-mix(in srgb, var(--_accent) 14%, var(--_raised)));
        color: var(--_on, var(--_accent-strong));
      }
      button:focus-visible {
        z-index: 1;
      }
    `,
  ];

  readonly #sizes = new ResizeObserver(() => {
    this.#seeRows();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override updated(): void {
    super.updated();
    const group = this.renderRoot.querySelector(".group");
    if (group !== null) this.#sizes.observe(group);
    this.#seeRows();
  }

  /** See whether there is more than one row; how buttons grow changes nothing about that. */
  #seeRows(): void {
    const group = this.renderRoot.querySelector(".group");
    const tops = Array.from(group?.querySelectorAll("button") ?? [], (each) => each.offsetTop);
    group?.classList.toggle("wrapped", tops.at(-1) !== tops[0]);
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const several = model.type === "CheckboxButtonGroup";
    const vertical = text(model, "orientation") === "vertical";
    const labels = list(model, "labels");
    const none = !labels.some((_, index) => isActive(this, index));
    return html`<div
      class="group ${vertical ? "vertical" : ""}"
      role=${several ? "group" : "radiogroup"}
      aria-label=${text(model, "name") || "Choices"}
      @keydown=${several ? nothing : this.#onKey}
    >
      ${labels.map((label, index) => {
        const active = isActive(this, index);
        const first = index === 0 && none;
        return html`<button
          type="button"
          class=${kindOf(model)}
          role=${several ? nothing : "radio"}
          aria-pressed=${several ? String(active) : nothing}
          aria-checked=${several ? nothing : String(active)}
          tabindex=${several || active || first ? "0" : "-1"}
          ?disabled=${flag(model, "disabled")}
          @click=${() => {
            choose(this, index);
          }}
        >
          ${String(label)}
        </button>`;
      })}
    </div>`;
  }

  /** Arrow keys go from one to the next, as they do in a group of circles. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const step = STEPS[keyOn(this, event)];
    if (step === undefined) return;
    const buttons = [...this.renderRoot.querySelectorAll("button")];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = (at + step + buttons.length) % buttons.length;
    event.preventDefault();
    choose(this, next);
    buttons[next]?.focus();
  };
}

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function isActive({ model }: ModelElement, index: number): boolean {
  const active = model.get("active");
  return Array.isArray(active) ? active.includes(index) : active === index;
}

function choose({ model }: ModelElement, index: number): void {
  if (!model.type.startsWith("Checkbox")) {
    model.set("active", index);
    return;
  }
  const others = list(model, "active").filter((each) => each !== index);
  const active = others.length < list(model, "active").length ? others : [...others, index];
  model.set(
    "active",
    active.map(Number).sort((first, second) => first - second),
  );
}

/** A button that stays pressed until it is pressed again. */
class ToggleElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    buttonStyles,
    css`
      [type][aria-pressed="true"] {
        border-color: var(--_fill, var(--_accent));
        background: color-mix(
          in srgb,
          var(--_fill, var(--_accent-soft)) var(--_share, 100%),
          light-dark(#000, #fff)
        );
        box-shadow: inset 0 1px 3px #0003;
        color: var(--_on, var(--_accent-strong));
      }
      :is(.primary, .success, .warning, .danger) {
        --_share: 80%;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const active = flag(this.model, "active");
    return html`<button
      type="button"
      class=${kindOf(this.model)}
      aria-pressed=${String(active)}
      ?disabled=${flag(this.model, "disabled")}
      @click=${() => {
        this.model.set("active", !active);
      }}
    >
      ${text(this.model, "label", "Toggle")}
    </button>`;
  }
}

learn(WIDGET_SCHEMA);
register("docsync-checkbox", CheckboxElement, "Checkbox", "Switch");
register("docsync-choices", ChoicesElement, "CheckboxGroup", "RadioGroup");
register("docsync-buttons", ButtonsElement, "CheckboxButtonGroup", "RadioButtonGroup");
register("docsync-toggle", ToggleElement, "Toggle");
