import { css } from "lit";
import type { CSSResult } from "lit";
import { register } from "../registry.js";
import { TextInputElement } from "./text_input.js";

/** Several lines of text. */
class TextAreaElement extends TextInputElement {
  static override styles: CSSResult[] = [
    ...TextInputElement.styles,
    css`
      textarea {
        block-size: auto !important;
        padding-block: 7px !important;
        resize: vertical;
      }
    `,
  ];

  protected override readonly multiline = true;
}

register("docsync-text-area", TextAreaElement, "TextAreaInput");
