import { css } from "lit";
import type { CSSResult } from "lit";

/** What windows within the page look like. */
export const dialogStyles: CSSResult = css`
  :host {
    position: fixed;
    display: flex;
    flex-direction: column;
    inline-size: max-content;
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100vh - 16px);
    min-inline-size: min(240px, 100vw - 16px);
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_raised);
    box-shadow: 0 12px 40px light-dark(#1d212933, #000a);
  }
  /* As wide as what is in it, until somebody resizes it. */
  :host(:not([style*=" width:"])) {
    max-inline-size: min(560px, calc(100vw - 16px));
  }
  :host([data-wide]) {
    inline-size: 560px;
  }
  :host([data-closed]) {
    display: none;
  }
  :host([data-tall]) {
    block-size: min(520px, calc(100vh - 64px));
  }
  :host([data-folded]) {
    block-size: auto !important;
    resize: none !important;
  }
  :host([data-aside]) {
    inset: auto auto 12px 12px !important;
    inline-size: 280px !important;
  }
  :host([data-large]) {
    inset: 8px !important;
    inline-size: auto !important;
    block-size: auto !important;
    max-inline-size: none;
    max-block-size: none;
    resize: none !important;
  }
  :host([inert]) > * {
    opacity: 0.4;
    filter: grayscale(0.6);
  }
  header {
    display: flex;
    flex: none;
    gap: 2px;
    align-items: center;
    min-block-size: 44px;
    padding: 4px 8px 4px 16px;
    border-block-end: 1px solid var(--_line);
    cursor: move;
    touch-action: none;
    user-select: none;
  }
  :host([data-folded]) header {
    border-block-end-color: transparent;
  }
  /* Without a title the buttons need no band; one stands beside the content. */
  :host([data-untitled]) header {
    border-block-end-color: transparent;
  }
  :host([data-untitled]:not([data-folded])) .body {
    padding-block-start: 4px;
  }
  :host([data-bare]:not([data-folded])) {
    flex-direction: row-reverse;
  }
  :host([data-bare]:not([data-folded])) header {
    align-items: flex-start;
    min-block-size: 0;
    padding: 9px 8px 9px 0;
  }
  :host([data-bare]) .title {
    display: none;
  }
  :host([data-bare]:not([data-folded])) .body {
    padding-block-start: 14px;
  }
  .title {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  button:hover {
    background: var(--_sunken);
    color: var(--_text);
  }
  button[aria-pressed="true"] {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }
  svg {
    inline-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .body {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    align-items: flex-start;
    min-block-size: 0;
    padding: 16px;
    overflow: auto;
  }
  :host([data-folded]) .body {
    display: none;
  }
  @media (forced-colors: active) {
    button[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      outline-color: CanvasText;
    }
  }
  @media (pointer: coarse) {
    button {
      inline-size: 40px;
      block-size: 40px;
    }
  }
`;
