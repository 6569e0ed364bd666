import { css } from "lit";
import type { CSSResult } from "lit";

/** How a bar of tools looks. */
export const barStyles: CSSResult = css`
  :host {
    --_button: 28px;
    display: block;
    flex: none;
    max-inline-size: 100%;
    max-block-size: 100%;
    transition: opacity 160ms;
  }
  .bar {
    display: flex;
    gap: 2px;
    align-items: center;
  }
  .right,
  .left {
    flex-flow: column nowrap;
  }
  .line {
    flex: none;
    inline-size: 1px;
    block-size: 16px;
    margin: 0 4px;
    background: var(--_line);
  }
  .right > .line,
  .left > .line {
    inline-size: 16px;
    block-size: 1px;
    margin: 4px 0;
  }
  button {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_button);
    block-size: var(--_button);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: 11px;
    cursor: pointer;
    transition:
      background 120ms,
      color 120ms;
  }
  button:hover {
    background: var(--_sunken);
    color: var(--_text);
  }
  button[aria-pressed="true"],
  button[data-used="true"] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  button[aria-disabled="true"] {
    background: none;
    color: var(--_muted);
    opacity: 0.4;
    cursor: default;
  }
  button:focus-visible {
    outline-offset: -2px;
  }
  .icon {
    inline-size: 18px;
    block-size: 18px;
    overflow: visible;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  canvas.icon {
    border-radius: 3px;
  }
  .corner {
    position: absolute;
    inset: auto 3px 3px auto;
    inline-size: 5px;
    block-size: 5px;
    fill: currentcolor;
  }
  .more > b {
    font-size: 15px;
    line-height: 1;
  }
  .right .more > b,
  .left .more > b {
    rotate: 90deg;
  }
  .group {
    position: relative;
    display: grid;
  }
  .members {
    position: absolute;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    box-sizing: border-box;
    inline-size: max-content;
    /* Seven in a row, with what is around them. */
    max-inline-size: min(7 * (var(--_button) + 2px) + 8px, 100vw - 16px);
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .right .members {
    inset: -5px 100% auto auto;
    margin-inline-end: 6px;
  }
  .left .members {
    inset: -5px auto auto 100%;
    margin-inline-start: 6px;
  }
  .above .members {
    inset: 100% -5px auto auto;
    margin-block-start: 6px;
  }
  .below .members {
    inset: auto -5px 100% auto;
    margin-block-end: 6px;
  }
  /* What a button is called, for those who do not know its picture. */
  button:hover::after,
  button:focus-visible::after {
    content: attr(aria-label);
    position: absolute;
    z-index: 6;
    inline-size: max-content;
    max-inline-size: 220px;
    padding: 3px 8px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: 12px;
    line-height: 18px;
    pointer-events: none;
    animation: tip 100ms 350ms backwards;
  }
  .right button::after {
    inset: 50% 100% auto auto;
    margin-inline-end: 6px;
    transform: translateY(-50%);
  }
  .left button::after {
    inset: 50% auto auto 100%;
    margin-inline-start: 6px;
    transform: translateY(-50%);
  }
  .above button::after {
    inset: 100% 0 auto auto;
    margin-block-start: 5px;
  }
  .below button::after {
    inset: auto 0 100% auto;
    margin-block-end: 5px;
  }
  button[aria-expanded="true"]::after {
    content: none !important;
  }
  @keyframes tip {
    from {
      opacity: 0;
    }
  }
  @media (pointer: coarse) {
    :host {
      --_button: 40px;
    }
    .icon {
      inline-size: 22px;
      block-size: 22px;
    }
  }
  @media (hover: none) {
    button:hover::after {
      content: none;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed="true"],
    button[data-used="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    button:focus-visible {
      outline: 2px solid CanvasText;
      outline-offset: 1px;
    }
  }
`;
