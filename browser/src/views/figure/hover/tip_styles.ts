import { css } from "lit";
import type { CSSResult } from "lit";

/** How what is told about rows looks, and where these are. */
export const tipStyles: CSSResult = css`
  .spot {
    position: absolute;
    inline-size: 12px;
    block-size: 12px;
    margin: -6px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    pointer-events: none;
  }
  .tips {
    position: absolute;
    z-index: 3;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: max-content;
    max-inline-size: min(320px, 90%);
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: 12px;
    line-height: 18px;
    pointer-events: none;
  }
  .tips dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 12px;
    margin: 0;
  }
  .tips dl + dl {
    margin-block-start: 6px;
    padding-block-start: 6px;
    border-block-start: 1px solid var(--_line);
  }
  .tips dt {
    color: var(--_muted);
  }
  .tips :is(dt, dd) {
    unicode-bidi: plaintext;
  }
  .tips dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .tips dd.wide {
    grid-column: 1 / -1;
  }
  .tips i[data-color] {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border: 1px solid color-mix(in srgb, var(--_text) 18%, transparent);
    border-radius: 2px;
  }
  .told-markup {
    overflow-wrap: anywhere;
  }
  .told-markup img {
    max-inline-size: 100%;
  }
  .tips .more {
    color: var(--_muted);
  }
  .told-markup + * {
    margin-block-start: 6px;
  }
  .tip-arrow {
    position: absolute;
    inline-size: 8px;
    block-size: 8px;
    margin: -4.5px;
    border: 1px solid var(--_line);
    border-inline-end: 0;
    border-block-start: 0;
    background: var(--_raised);
  }
  [data-side="right"] > .tip-arrow {
    inset-inline-start: 0;
    rotate: 45deg;
  }
  [data-side="left"] > .tip-arrow {
    inset-inline-start: 100%;
    rotate: -135deg;
  }
  [data-side="below"] > .tip-arrow {
    inset-block-start: 0;
    rotate: 135deg;
  }
  [data-side="above"] > .tip-arrow {
    inset-block-start: 100%;
    rotate: -45deg;
  }
  @media (forced-colors: active) {
    .tips i[data-color] {
      forced-color-adjust: none;
    }
  }
`;
