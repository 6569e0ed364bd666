import { css, html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, list, text } from "../field.js";
import { register } from "../registry.js";
import type * as Typeset from "../formulas/typeset.js";
import { steadily } from "../lazily.js";

type Math = typeof Typeset;

const bringMath = steadily(() => import("../formulas/typeset.js"));
const bringSanitize = steadily(() => import("../sanitize.js"));

export const prose: CSSResult = css`
  /* As the base says, and larger words have higher lines. */
  :host {
    line-height: calc(10 / 7) !important;
    overflow-wrap: break-word;
  }
  .content > :first-child {
    margin-block-start: 0;
  }
  .content > :last-child {
    margin-block-end: 0;
  }
  h1,
  h2,
  h3,
  h4 {
    margin: 20px 0 8px;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h1 {
    font-size: 24px;
  }
  h2 {
    font-size: 20px;
  }
  h3 {
    font-size: 16px;
  }
  h4 {
    font-size: 14px;
  }
  p,
  ul,
  ol,
  pre,
  table {
    margin: 0 0 12px;
  }
  hr {
    border: 0 solid var(--_line);
    border-block-start-width: 1px;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  img,
  svg {
    max-inline-size: 100%;
  }
  code,
  pre,
  kbd {
    font-family: var(--_mono);
    font-size: 13px;
  }
  code {
    padding: 1px 4px;
    border-radius: 4px;
    background: var(--_sunken);
  }
  /* Long lines of a text go on below: they do not widen the page. */
  pre {
    white-space: pre-wrap;
  }
  pre code {
    padding: 0;
    background: none;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 4px 12px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
  }
`;

/** What formulas begin with; `formulas/typeset.ts` says all of it. */
const FORMULA = /\$\$|\\[([]/;

/** Tell whether something in a text begins as formulas do. */
export function mayHaveFormulas(source: string): boolean {
  return FORMULA.test(source);
}

/** Tell whether a text has formulas that are to be shown as such. */
function hasFormulas(model: Model, source: string): boolean {
  return mayHaveFormulas(source) && !flag(model, "disable_math");
}

/** What shows a text that may bring a style sheet along. */
export abstract class StyledTextElement extends ModelElement {
  #sheet: CSSStyleSheet | undefined;

  protected override render(): TemplateResult {
    return html`<div class="content"></div>`;
  }

  /** Take the style sheet of the text that is shown now, in place of the last one's. */
  protected adopt(sheet?: CSSStyleSheet): void {
    const root = this.renderRoot as ShadowRoot;
    const others = root.adoptedStyleSheets.filter((one) => one !== this.#sheet);
    root.adoptedStyleSheets = sheet ? [...others, sheet] : others;
    this.#sheet = sheet;
  }
}

/** Text with markup, of which only what is harmless is shown. */
export class DivElement extends StyledTextElement {
  static override styles: CSSResult[] = [
    base,
    prose,
    css`
      /* Markup may begin a little before its place, but does not lie over what stands there. */
      .held {
        display: flow-root;
        clip-path: inset(-24px -100vmax -100vmax -24px);
      }
    `,
  ];

  #shown = "";

  protected override updated(): void {
    super.updated();
    const content = this.renderRoot.firstElementChild;
    if (content === null) return;
    const source = text(this.model, "text");
    const literal = flag(this.model, "render_as_text");
    const formulas = !literal && hasFormulas(this.model, source);
    const plain = literal || !(formulas || /[<&]/.test(source));
    // Only style sheets of its author's put parts of it elsewhere.
    const free = plain || list(this.model, "stylesheets").length > 0;
    content.classList.toggle("held", !free);
    const key = `${plain ? "text" : formulas ? "formulas" : "markup"}:${source}`;
    if (key === this.#shown) return;
    this.#shown = key;
    if (plain) {
      this.adopt();
      content.textContent = source;
      return;
    }
    const show = (math?: Math): void => {
      // A later text may have come while the code was loading.
      if (key === this.#shown) this.#showMarkup(content, source, formulas, math);
    };
    if (formulas)
      bringMath(show, () => {
        show();
      });
    else show();
  }

  #showMarkup(content: Element, source: string, formulas: boolean, math?: Math): void {
    const key = this.#shown;
    bringSanitize(
      ({ sanitize, styleSheet, escapeFormulas }) => {
        if (key !== this.#shown) return;
        this.adopt(styleSheet(source));
        const markup = sanitize(formulas ? escapeFormulas(source) : source);
        math?.typeset(markup);
        content.replaceChildren(markup);
      },
      () => {
        if (key !== this.#shown) return;
        // Nothing of a parsed document is run or loaded.
        const { body } = new DOMParser().parseFromString(source, "text/html");
        content.textContent = body.textContent;
      },
    );
  }
}

class ParagraphElement extends ModelElement {
  static override styles: CSSResult[] = [base, prose];

  #shown: string | undefined;

  protected override render(): TemplateResult {
    return html`<div class="content"><p></p></div>`;
  }

  protected override updated(): void {
    super.updated();
    const content = this.renderRoot.querySelector("p");
    const source = text(this.model, "text");
    const formulas = hasFormulas(this.model, source);
    const key = `${formulas ? "formulas" : "text"}:${source}`;
    if (content === null || key === this.#shown) return;
    this.#shown = key;
    content.textContent = source;
    if (!formulas) return;
    bringMath(({ typeset }) => {
      if (key === this.#shown) typeset(content);
    });
  }
}

class PreTextElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    prose,
    css`
      pre {
        overflow-x: auto;
        padding: 12px 16px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_sunken);
        white-space: pre;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const content = text(this.model, "text");
    return html`<div class="content">
      <pre tabindex="0" ?hidden=${content === ""}>${content}</pre>
    </div>`;
  }
}

learn(WIDGET_SCHEMA);
register("docsync-div", DivElement, "Div");
register("docsync-paragraph", ParagraphElement, "Paragraph");
register("docsync-pre-text", PreTextElement, "PreText");
