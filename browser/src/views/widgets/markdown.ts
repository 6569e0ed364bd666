/** Texts that are written in Markdown. */
import { css } from "lit";
import type { CSSResult } from "lit";
import { MARKDOWN_SCHEMA } from "../../model/markdown_schema.js";
import { learn } from "../../model/vocabulary.js";
import { flag, list, text } from "../field.js";
import { register } from "../registry.js";
import { sanitize, styleSheet } from "../sanitize.js";
import { markupOf } from "./markdown_text.js";
import { DivElement, mayHaveFormulas, StyledTextElement } from "./markup.js";
import { steadily } from "../lazily.js";

const bringMath = steadily(() => import("../formulas/typeset.js"));

/** Text in Markdown, of which only what is harmless is shown. */
class MarkdownElement extends StyledTextElement {
  static override styles: CSSResult[] = [
    ...DivElement.styles,
    css`
      pre {
        overflow-x: auto;
        padding: 12px 16px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
      h5,
      h6 {
        margin: 16px 0 8px;
        font-size: 13px;
      }
      ul,
      ol {
        padding-inline-start: 24px;
      }
      :is(ul, ol) :is(ul, ol) {
        margin-block-end: 0;
      }
      .task {
        list-style: none;
        margin-inline-start: -20px;
      }
      .task > [role="img"] {
        color: var(--_muted);
      }
      blockquote {
        margin: 0 0 12px;
        padding-inline-start: 16px;
        border-inline-start: 3px solid var(--_line);
        color: var(--_muted);
      }
      blockquote > :last-child {
        margin-block-end: 0;
      }
      hr {
        margin: 20px 0;
        border: 0;
        border-block-start: 1px solid var(--_line);
      }
      table {
        display: block;
        max-inline-size: 100%;
        overflow-x: auto;
      }
      .plain {
        white-space: pre-wrap;
      }
    `,
  ];

  #shown: string | undefined;

  protected override updated(): void {
    super.updated();
    const content = this.renderRoot.firstElementChild;
    if (content === null) return;
    // Only style sheets of its author's put parts of it elsewhere.
    content.classList.toggle("held", list(this.model, "stylesheets").length === 0);
    const source = text(this.model, "text");
    const formulas = !flag(this.model, "disable_math");
    const key = `${formulas ? "formulas" : "text"}:${source}`;
    if (key === this.#shown) return;
    this.#shown = key;
    let markup: string | undefined;
    try {
      markup = markupOf(source, formulas);
    } catch (cause) {
      console.warn(`DocSync: this Markdown is shown as it is written: ${String(cause)}`);
    }
    content.classList.toggle("plain", markup === undefined);
    this.adopt(markup === undefined ? undefined : styleSheet(markup));
    if (markup === undefined) content.textContent = source;
    else content.replaceChildren(sanitize(markup));
    if (formulas && markup !== undefined && mayHaveFormulas(markup))
      bringMath(({ typeset }) => {
        if (key === this.#shown) typeset(content);
      });
  }
}

learn(MARKDOWN_SCHEMA);
register("docsync-markdown", MarkdownElement, "Markdown");
