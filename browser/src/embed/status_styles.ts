import { css } from "lit";
import type { CSSResult } from "lit";

/** How the states of a document look. */
export const statusStyles: CSSResult = css`
  /* What floats in the page around it is beside it or above, and never within. */
  :host {
    position: relative;
    display: flow-root;
    inline-size: 100%;
  }
  /* Rows wrap where there is little room. No size container could tell them: one has no width of its own, and would
     vanish in a place that is as wide as what it holds. */
  :host([data-narrow]) {
    --_wrap: wrap;
    --_least: min(100%, 240px);
    --_spill: auto;
  }
  .ruler {
    block-size: 0;
  }
  /* As wide as the models say where the place allows it, and never wider than the place. */
  .fit {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .roots {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }
  :host([data-tall]),
  :host([data-tall]) :is(.fit, .roots) {
    block-size: 100%;
  }
  /* What stretches in a window shares its height. */
  :host([data-tall][untitled]) .roots {
    --_held: 160px;
  }
  .roots > * {
    max-inline-size: 100%;
  }
  :host([data-status="gone"]) .roots,
  :host([data-status="refused"]) .roots {
    opacity: 0.4;
    filter: grayscale(0.6);
  }
  .banner {
    position: sticky;
    inset-block-end: 16px;
    z-index: 2;
    display: flex;
    justify-content: center;
    block-size: 0;
    align-items: end;
    pointer-events: none;
  }
  .pill {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-block-end: 8px;
    padding: 6px 14px 6px 12px;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_raised);
    color: var(--_text);
    font-size: 13px;
    box-shadow: var(--_shadow);
    pointer-events: auto;
    animation: rise 160ms ease-out;
  }
  .pill i {
    color: var(--_muted);
    font-style: normal;
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_warning);
    animation: pulse 1.2s ease-in-out infinite;
  }
  .skeleton {
    display: flex;
    flex-wrap: wrap;
    gap: 24px;
    inline-size: 100%;
    /* As much as the margin of what comes in its place. */
    padding: 5px;
  }
  .skeleton .lines {
    display: grid;
    flex: 1 1 200px;
    max-inline-size: 300px;
    gap: 20px;
    align-content: start;
  }
  .skeleton i,
  .skeleton .block {
    border-radius: var(--_radius);
    background: linear-gradient(
        100deg,
        transparent 30%,
        light-dark(#fffb, #fff1) 50%,
        transparent 70%
      )
      0 0 / 300% 100% var(--_sunken);
    animation: shimmer 1.6s linear infinite;
  }
  .skeleton i {
    block-size: 36px;
  }
  .skeleton i:nth-child(2) {
    inline-size: 80%;
  }
  .skeleton .block {
    flex: 1 1 320px;
    max-inline-size: 480px;
    block-size: 280px;
  }
  .notice {
    display: grid;
    gap: 4px;
    justify-items: start;
    max-inline-size: 440px;
    margin: 16px auto;
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_raised);
    animation: rise 160ms ease-out;
  }
  :host([data-status="gone"]) .notice:not(:only-child) {
    position: sticky;
    inset-block-end: 16px;
    z-index: 3;
    box-shadow: var(--_shadow);
  }
  .notice p {
    margin: 0 0 12px;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .notice .head {
    margin: 0;
    color: var(--_text);
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .notice button {
    min-block-size: 36px;
    padding: 4px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  .notice button:hover {
    background: var(--_sunken);
  }
  .notice .strong {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .notice .strong:hover {
    background: var(--_accent-strong);
  }
  .notice p::first-letter {
    text-transform: uppercase;
  }
  @media (forced-colors: active) {
    .skeleton i,
    .skeleton .block {
      border: 1px solid GrayText;
    }
    .dot {
      forced-color-adjust: none;
    }
  }
  @keyframes pulse {
    50% {
      opacity: 0.3;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @keyframes shimmer {
    from {
      background-position-x: 100%;
    }
    to {
      background-position-x: -50%;
    }
  }
`;
