import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";

/** How labels look that can be taken away again. */
export const chipStyles: CSSResult = css`
  .chip {
    display: inline-flex;
    align-items: center;
    min-block-size: 26px;
    padding-inline: 10px 2px;
    border: 1px solid transparent;
    border-radius: 13px;
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .chip.fixed {
    padding-inline-end: 10px;
  }
  .chip button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin-inline-start: 2px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .chip button:hover {
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
  }
  .chip svg {
    inline-size: 12px;
    block-size: 12px;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
`;

/** Render a label, with a button that takes it away unless there is nothing to call for that. */
export function renderChip(label: string, remove: (() => void) | undefined): TemplateResult {
  return html`<span class="chip ${remove === undefined ? "fixed" : ""}"
    >${label}${
      remove === undefined
        ? nothing
        : html`<button type="button" aria-label=${`Remove ${label}`} @click=${remove}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
          </button>`
    }</span
  >`;
}
