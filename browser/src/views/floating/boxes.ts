/** Frames around others. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { FLOATING_SCHEMA } from "../../model/floating_schema.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { placeholders } from "../arrange.js";
import { ModelElement } from "../element.js";
import { flag, reference, text } from "../field.js";
import { register } from "../registry.js";
import { Parts } from "./parts.js";

abstract class BoxedElement extends ModelElement {
  /** The margin of one that has none from its author: top, right, bottom, left. */
  protected abstract readonly around: readonly [number, number, number, number];

  readonly #parts = new Parts();

  protected override updated(): void {
    super.updated();
    const body = this.renderRoot.querySelector(".body");
    const child = reference(this.model, "child");
    if (body !== null) this.#parts.fill(body, child === undefined ? [] : [child]);
    if ((this.model.get("margin") ?? null) !== null) return;
    const [top, right, bottom, left] = this.around;
    this.style.margin = `${top}px ${right}px ${bottom}px ${left}px`;
    if (this.style.maxWidth === "") this.style.maxWidth = `calc(100% - ${right + left}px)`;
  }
}

/** A frame with a title. */
class GroupBoxElement extends BoxedElement {
  /** Its frame stands where those of widgets do. */
  protected override readonly around = [5, 5, 5, 5] as const;

  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      :host {
        inline-size: max-content;
      }
      fieldset {
        min-inline-size: 0;
        block-size: 100%;
        margin: 0;
        padding: 8px 12px 12px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      legend {
        max-inline-size: 100%;
        padding: 0 6px;
        margin-inline-start: -6px;
        font-size: 13px;
        font-weight: 600;
        line-height: 24px;
      }
      .title {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
        cursor: pointer;
      }
      input {
        flex: none;
        inline-size: 16px;
        block-size: 16px;
        margin: 0;
        accent-color: var(--_accent);
        cursor: inherit;
      }
      .body {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        min-inline-size: 0;
        transition: opacity 120ms;
      }
      .body[inert] {
        opacity: 0.45;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const title = text(this.model, "title");
    const disabled = flag(this.model, "disabled");
    const checkable = flag(this.model, "checkable");
    // The frame's line runs through the middle of it, so it stays one line.
    const name = html`<span class="title" title=${title || nothing}>${title}</span>`;
    const words = checkable
      ? html`<label
          ><input
            type="checkbox"
            .checked=${!disabled}
            aria-label=${title === "" ? "Enabled" : nothing}
            @change=${this.#onChange}
          />${name}</label
        >`
      : name;
    return html`<fieldset>
      ${title === "" && !checkable ? nothing : html`<legend>${words}</legend>`}
      <div class="body" ?inert=${disabled}></div>
    </fieldset>`;
  }

  readonly #onChange = (event: Event): void => {
    this.model.set("disabled", !(event.target as HTMLInputElement).checked);
  };
}

/** A place that scrolls. */
class ScrollBoxElement extends BoxedElement {
  /** What is in it brings its own room, but not where it is cut. */
  protected override readonly around = [0, 5, 5, 0] as const;

  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      .scroll {
        inline-size: 100%;
        block-size: 100%;
        scrollbar-width: thin;
      }
      .body {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        inline-size: max-content;
        min-inline-size: 100%;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div
      class="scroll"
      role="region"
      tabindex="0"
      aria-label=${text(this.model, "name") || "Scrolled content"}
    >
      <div class="body"></div>
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const scroll = this.renderRoot.querySelector<HTMLElement>(".scroll");
    if (scroll === null) return;
    const style = (field: string): string => OVERFLOW[text(this.model, field, "auto")] ?? "auto";
    scroll.style.overflowX = style("horizontal_scrollbar");
    scroll.style.overflowY = style("vertical_scrollbar");
  }
}

const OVERFLOW: Readonly<Record<string, string | undefined>> = {
  visible: "scroll",
  hidden: "hidden",
};

learn(FLOATING_SCHEMA);
register("docsync-group-box", GroupBoxElement, "GroupBox");
register("docsync-scroll-box", ScrollBoxElement, "ScrollBox");
