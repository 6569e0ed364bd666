import { css } from "lit";
import type { CSSResult } from "lit";
import { flag, list, number, optionalNumber, text } from "../field.js";
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

/** A line of text that is completed from a list. */
class AutocompleteElement extends TextInputElement {
  protected override get completions(): readonly string[] {
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
    return found.slice(0, optionalNumber(model, "max_completions") ?? 100);
  }

  protected override takes(value: string): boolean {
    const restricted = flag(this.model, "restrict", true) && value !== "";
    return !restricted || list(this.model, "completions").includes(value);
  }
}

register("docsync-text-area", TextAreaElement, "TextAreaInput");
register("docsync-autocomplete-input", AutocompleteElement, "AutocompleteInput");
