import { css } from "lit";
import type { CSSResult } from "lit";

/** How months and clocks look; they come with the code that draws them. */
export const panelStyles: CSSResult = css`
  .panel {
    --_cell: 36px;
    box-sizing: border-box;
    inline-size: calc(7 * var(--_cell) + 26px);
    max-inline-size: calc(100vw - 16px);
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_raised);
    color: inherit;
    font: inherit;
    cursor: default;
    user-select: none;
  }
  .panel:focus {
    outline: none;
  }
  .panel[popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    max-block-size: calc(100vh - 16px);
    overflow: auto;
    box-shadow: var(--_shadow);
    animation: appear 120ms ease-out;
  }
  .panel[popover]:has(.clocks.range) {
    inline-size: calc(8.5 * var(--_cell) + 26px);
  }
  .panel.inline {
    inline-size: 100%;
    max-inline-size: 100%;
    margin-block-start: 8px;
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
  }
  .panel button,
  .panel select,
  .panel input {
    box-sizing: border-box;
    margin: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
  }
  .panel button {
    cursor: pointer;
  }
  .panel button:hover:not(:disabled),
  .panel select:hover,
  .panel .year:hover {
    background: var(--_sunken);
  }
  .panel button:disabled {
    color: var(--_muted);
    opacity: 0.6;
    cursor: not-allowed;
  }
  .head {
    display: flex;
    gap: 2px;
    align-items: center;
    margin-block-end: 8px;
  }
  .head select,
  .head .year {
    block-size: var(--_cell);
    font-weight: 600;
  }
  .head select {
    flex: 1 1 auto;
    min-inline-size: 0;
    padding-inline: 4px;
    cursor: pointer;
    text-align: end;
    text-align-last: end;
    appearance: none;
  }
  .head option {
    background: var(--_raised);
    color: var(--_text);
    font-weight: 400;
  }
  .head .year {
    flex: 1 1 72px;
    min-inline-size: 0;
    padding-inline: 4px;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  .head .year::-webkit-inner-spin-button {
    display: none;
  }
  .panel .icon {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_cell);
    block-size: var(--_cell);
    padding: 0;
    color: var(--_muted);
  }
  .panel .icon:hover {
    color: var(--_text);
  }
  .panel svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .head .icon:dir(rtl) svg {
    scale: -1 1;
  }
  .panel table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }
  .panel th {
    block-size: 28px;
    padding: 0;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 500;
  }
  .panel td {
    block-size: var(--_cell);
    padding: 1px 0;
    text-align: center;
    cursor: pointer;
  }
  .panel td:focus-visible {
    outline: none;
  }
  .panel td span {
    display: grid;
    place-items: center;
    inline-size: min(100%, var(--_cell) - 2px);
    aspect-ratio: 1;
    margin-inline: auto;
    border-radius: 50%;
  }
  .panel td:focus-visible span {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .panel td:hover span {
    background: var(--_sunken);
  }
  .panel .outside {
    color: var(--_muted);
  }
  .panel .today span {
    box-shadow: inset 0 0 0 1px var(--_edge);
    font-weight: 600;
  }
  .panel .between {
    background: var(--_accent-soft);
    background-clip: content-box;
  }
  .panel .between:hover span {
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
  }
  .panel .first {
    border-start-start-radius: 50% 50%;
    border-end-start-radius: 50% 50%;
  }
  .panel .last {
    border-start-end-radius: 50% 50%;
    border-end-end-radius: 50% 50%;
  }
  .panel td[aria-selected="true"] span {
    background: var(--_accent);
    box-shadow: none;
    color: var(--_on-accent);
    font-weight: 600;
  }
  .panel td[aria-selected="true"]:focus-visible span {
    outline-color: var(--_on-accent);
    outline-offset: -4px;
  }
  .panel td[aria-disabled="true"] {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .panel td[aria-disabled="true"] span {
    background: none;
    text-decoration: line-through;
    opacity: 0.55;
  }
  .clocks {
    display: grid;
    gap: 8px;
  }
  table + .clocks {
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .clocks.range {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-evenly;
  }
  .clocks.range .clock {
    flex-direction: column;
    gap: 0;
  }
  .clocks.range .name {
    flex: none;
  }
  .clocks.range .clock::after {
    content: none;
  }
  .clock {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
  }
  .clock .name {
    flex: 0 0 36px;
    color: var(--_muted);
    font-size: 13px;
  }
  .clock::after {
    content: "";
    flex: 0 1 36px;
  }
  .units {
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .unit {
    display: grid;
    justify-items: center;
  }
  .unit .icon {
    block-size: 24px;
  }
  .unit input {
    inline-size: calc(var(--_cell) + 4px);
    block-size: var(--_cell);
    padding: 0;
    border-color: var(--_edge);
    font-size: 16px;
    font-variant-numeric: tabular-nums;
    text-align: center;
    user-select: text;
  }
  .panel .half {
    min-inline-size: calc(var(--_cell) + 8px);
    block-size: var(--_cell);
    margin-inline-start: 4px;
    padding: 0 8px;
    border-color: var(--_edge);
  }
  .panel[popover] .end {
    position: sticky;
    inset-block-end: -12px;
    margin: 0 -12px -12px;
    padding: 0 12px 12px;
    background: var(--_raised);
  }
  .foot {
    display: flex;
    gap: 4px;
    justify-content: space-between;
    padding-block-start: 8px;
  }
  .foot button {
    min-block-size: 32px;
    padding: 0 12px;
    color: var(--_accent-strong);
    font-weight: 500;
  }
  .panel .done {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .panel .done:hover:not(:disabled) {
    background: var(--_accent-strong);
  }
  @media (pointer: coarse) {
    .panel {
      --_cell: 44px;
    }
    .panel table {
      font-size: 16px;
    }
    .panel .unit .icon,
    .foot button {
      block-size: 44px;
    }
    .panel.inline {
      padding-inline: 4px;
    }
    .head select,
    .head .year,
    .unit input {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .panel td[aria-selected="true"] span,
    .panel .done {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .panel .between span {
      border: 1px solid CanvasText;
    }
    .panel td[aria-disabled="true"] {
      color: GrayText;
    }
    .panel td:focus-visible span {
      outline-color: CanvasText;
    }
  }
`;
