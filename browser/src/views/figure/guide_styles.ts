import { css } from "lit";
import type { CSSResult } from "lit";

/** How titles, legends and what else explains a figure look. */
export const guideStyles: CSSResult = css`
  .title {
    grid-area: title;
    padding-block: 2px 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 0;
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .title.below {
    grid-area: foot;
    padding-block: 0 2px;
  }
  .title.left,
  .title.right {
    min-block-size: 0;
    writing-mode: vertical-rl;
  }
  .title.left {
    grid-area: start;
    rotate: 180deg;
  }
  .title.right {
    grid-area: end;
  }
  .title > span {
    display: inline-block;
    max-inline-size: 100%;
    line-height: calc(4 / 3);
    vertical-align: top;
    color: var(--_text);
  }
  .title > span,
  .legend-title,
  .item > span {
    unicode-bidi: plaintext;
  }
  .legend-title {
    font-style: italic;
  }
  .side > .title {
    flex: 1 0 100%;
  }
  .left > .title,
  .right > .title {
    flex: none;
    align-self: stretch;
    writing-mode: vertical-rl;
  }
  .left > .title {
    rotate: 180deg;
  }
  .legend {
    display: flex;
    flex-direction: column;
    gap: 2px;
    box-sizing: border-box;
    max-inline-size: 100%;
    overflow: auto;
    padding: 6px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_surface) 88%, transparent);
    color: var(--_text);
    font-size: 12px;
    line-height: 1.5;
    user-select: none;
    -webkit-user-select: none;
  }
  .legend[hidden] {
    display: none;
  }
  .legend.title-below {
    flex-direction: column-reverse;
  }
  .legend.title-left,
  .legend.title-right {
    flex-direction: row;
    align-items: center;
  }
  .legend.title-right {
    flex-direction: row-reverse;
  }
  .title-left > .legend-title,
  .title-right > .legend-title {
    flex: none;
    padding: 4px 0;
    writing-mode: vertical-rl;
  }
  .title-left > .legend-title {
    rotate: 180deg;
  }
  .hatched {
    position: relative;
    isolation: isolate;
  }
  .hatch {
    position: absolute;
    z-index: -1;
    inset: 0;
    pointer-events: none;
  }
  .entries {
    display: flex;
    flex-direction: column;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .horizontal > .entries,
  .folded > .entries {
    flex-flow: row wrap;
    gap: 2px;
  }
  .legend-title,
  .item > span {
    white-space: pre-line;
  }
  .legend-title {
    padding-inline: 4px;
    color: var(--_muted);
  }
  .overlay {
    position: absolute;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    pointer-events: none;
  }
  .overlay > .legend,
  .overlay > .guide {
    grid-area: 1 / 1;
    max-block-size: calc(100% - 16px);
    max-inline-size: calc(100% - 16px);
    margin: 8px;
    place-self: start end;
    pointer-events: auto;
  }
  /* Tools in the frame cover nothing: what stands at their side stands beside them. */
  .overlay {
    --_bar: 42px;
  }
  .overlay:has(> .inner.right) > :is([class*="_right"], .right):not(.inner) {
    margin-inline-end: var(--_bar);
  }
  .overlay:has(> .inner.left) > :is([class*="_left"], .left):not(.inner) {
    margin-inline-start: var(--_bar);
  }
  .overlay:has(> .inner.above) > [class*="top"]:not(.inner) {
    margin-block-start: var(--_bar);
  }
  .overlay:has(> .inner.below) > [class*="bottom"]:not(.inner) {
    margin-block-end: var(--_bar);
  }
  .overlay > .top_left {
    place-self: start start;
  }
  .overlay > .top_center,
  .overlay > .top {
    place-self: start center;
  }
  .overlay > .center_left,
  .overlay > .left {
    place-self: center start;
  }
  .overlay > .center,
  .overlay > .center_center {
    place-self: center;
  }
  .overlay > .center_right,
  .overlay > .right {
    place-self: center end;
  }
  .overlay > .bottom_left {
    place-self: end start;
  }
  .overlay > .bottom_center,
  .overlay > .bottom {
    place-self: end center;
  }
  .overlay > .bottom_right {
    place-self: end end;
  }
  .item {
    position: relative;
    display: flex;
    gap: 6px;
    align-items: center;
    inline-size: 100%;
    padding: 1px 4px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
  }
  .item canvas {
    flex: none;
    inline-size: 20px;
    block-size: 14px;
  }
  .horizontal .item {
    gap: 5px;
    padding-inline: 2px;
  }
  button.item {
    min-block-size: 22px;
    cursor: pointer;
  }
  button.item:hover {
    background: var(--_sunken);
  }
  button.item[aria-pressed="false"] {
    opacity: 0.45;
    text-decoration: line-through;
  }
  button.item.veiled[aria-pressed="false"] {
    opacity: 1;
    text-decoration: none;
  }
  button.item.veiled[aria-pressed="false"]::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: inherit;
    background: var(--_veil);
  }
  @media (pointer: coarse) {
    .overlay {
      --_bar: 54px;
    }
    button.item {
      min-block-size: 28px;
    }
  }
  @container (max-width: 479px) {
    .item > span {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }
  @container (max-width: 379px) {
    /* Beside the plot there is no room: what stood there is read from left to right above it. */
    .title.left,
    .title.right {
      grid-area: title;
    }
    .title.left,
    .title.right,
    .left > .title,
    .right > .title {
      writing-mode: horizontal-tb;
      rotate: none;
    }
    .left > .title,
    .right > .title {
      flex: 1 0 100%;
    }
    .left > .legend .entries,
    .right > .legend .entries {
      flex-flow: row wrap;
      gap: 2px 12px;
    }
  }
`;
