/** What an application or a page says when something of it has failed. */
import { LitElement, css, html, nothing } from "lit";
import type { CSSResult, PropertyDeclarations, TemplateResult } from "lit";
import { base } from "../theme/tokens.js";
import type { ErrorDetail } from "./status.js";

/**
 * Says what failed, until somebody dismisses it: then it emits `dismiss`.
 *
 * The words are its content, so that they are there before this module is, and without it.
 */
class FailureElement extends LitElement {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        position: sticky;
        inset-block-end: 16px;
        z-index: 3;
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 12px;
        max-inline-size: 720px;
        margin: 12px 4px;
        padding: 8px 8px 8px 16px;
        border: 1px solid color-mix(in srgb, var(--_danger) 40%, transparent);
        border-radius: var(--_radius);
        background: var(--_danger-soft);
        font-size: 13px !important;
      }
      p {
        align-self: center;
        margin: 0;
        overflow-wrap: anywhere;
      }
      p::first-letter {
        text-transform: uppercase;
      }
      .id {
        margin-inline-start: 8px;
        color: var(--_muted);
        font-family: var(--_mono);
        font-size: 12px;
      }
      button {
        display: grid;
        place-items: center;
        inline-size: 32px;
        block-size: 32px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: inherit;
        cursor: pointer;
      }
      button:hover {
        background: color-mix(in srgb, var(--_danger) 12%, transparent);
      }
      svg {
        inline-size: 16px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.5;
        stroke-linecap: round;
      }
      details {
        grid-column: 1 / -1;
        min-inline-size: 0;
        margin-block-end: 4px;
      }
      summary {
        cursor: pointer;
      }
      pre {
        overflow: auto;
        max-block-size: 320px;
        margin: 8px 8px 4px 0;
        font-family: var(--_mono);
        font-size: 12px;
        line-height: 18px;
      }
    `,
  ];

  static override properties: PropertyDeclarations = { error: { attribute: false } };

  declare error: ErrorDetail | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { error } = this;
    if (error === undefined) return nothing;
    return html`<p>
        <slot></slot>
        ${
          error.id === undefined || error.message.includes(error.id)
            ? nothing
            : html`<span class="id">Error ${error.id}</span>`
        }
      </p>
      <button
        type="button"
        aria-label="Dismiss"
        @click=${() => {
          this.dispatchEvent(new Event("dismiss"));
        }}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
      </button>
      ${
        error.traceback === undefined
          ? nothing
          : html`<details open>
              <summary>Traceback</summary>
              <pre tabindex="0">${error.traceback}</pre>
            </details>`
      }`;
  }
}

// Another server's copy of this module may have been there before.
if (customElements.get("docsync-failure") === undefined) {
  customElements.define("docsync-failure", FailureElement);
}
