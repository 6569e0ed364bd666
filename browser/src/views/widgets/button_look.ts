import { css } from "lit";
import type { CSSResult } from "lit";
import type { Model } from "../../model/types.js";
import { isModel, text } from "../field.js";

/** How buttons look. */
export const buttonStyles: CSSResult = css`
  :host {
    inline-size: fit-content;
  }
  button {
    display: flex;
    align-items: center;
    justify-content: center;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 36px;
    padding: 4px 3px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    letter-spacing: inherit;
    line-height: 18px;
    overflow-wrap: break-word;
    text-wrap: balance;
    cursor: pointer;
    transition:
      background 120ms,
      border-color 120ms;
  }
  /* Room beside the words that narrow buttons give up first. */
  button::before,
  button::after {
    content: "";
    flex-shrink: 9999;
    inline-size: 11px;
  }
  /* No rule here is stronger than one that an author's style sheet has for all buttons. */
  button:where(:hover:not(:disabled)) {
    border-color: var(--_muted);
    background: var(--_sunken);
  }
  button:active:not(:disabled) {
    transform: translateY(0.5px);
  }
  button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .primary {
    --_fill: var(--_accent);
  }
  .success {
    --_fill: var(--_success);
  }
  .warning {
    --_fill: var(--_warning);
  }
  .danger {
    --_fill: var(--_danger);
  }
  button:where(.primary, .success, .warning, .danger) {
    --_on: light-dark(#fff, #10151d);
    border-color: transparent;
    background: var(--_fill);
    color: var(--_on);
  }
  button:where(.primary, .success, .warning, .danger):where(:hover:not(:disabled)) {
    background: color-mix(in srgb, var(--_fill) 86%, light-dark(#000, #fff));
  }
  button:where(.light) {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    button[type] {
      --_fill: ButtonFace;
      --_on: ButtonText;
      border-color: ButtonBorder;
      color: ButtonText;
    }
    button[type]:is([aria-pressed="true"], [aria-checked="true"]) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    /* On what is pressed already, an outline of the same colour is not seen. */
    button:focus-visible {
      outline-color: ButtonText;
    }
  }
`;

/** Return what pressing a button means, as the name of a class. */
export function kindOf(model: Model): string {
  return text(model, "button_type", "default");
}

/** Tell whether a model is a button without words of its own. */
export function isNameless(model: Model): boolean {
  return text(model, "button_type") !== "" && !/\S/.test(text(model, "label"));
}

/** Whether a title is more than plain words: with TeX in it, or a small document. */
export function isComposed(model: Model): boolean {
  const title = model.get("title");
  return /\$\$|\\[[(]|^HTML$/.test(isModel(title) ? title.type : String(title));
}
