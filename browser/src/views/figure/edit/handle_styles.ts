import { css } from "lit";
import type { CSSResult } from "lit";

/** Give the tree that an element is in the styles of outlines and handles. */
export function adoptStyles(element: Element): void {
  const root = element.getRootNode();
  const sheet = handleStyles.styleSheet;
  if (!(root instanceof ShadowRoot) || sheet === undefined) return;
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

/** What outlines and handles over a plotting area look like. Fingers get 44 px, of which most lie outside of the box. */
const handleStyles: CSSResult = css`
  .lasso {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    fill: color-mix(in srgb, var(--_accent) 14%, transparent);
    stroke: var(--_accent);
    stroke-linejoin: round;
    pointer-events: none;
  }
  .handles {
    --_reach: 5px;
    position: absolute;
    pointer-events: none;
  }
  .handles[hidden],
  .handle[hidden] {
    display: none;
  }
  .handles > .look {
    position: absolute;
    inset: 0;
    box-sizing: border-box;
    border-radius: inherit;
  }
  .handles > .look.plain {
    border: 1px solid color-mix(in srgb, var(--_accent) 75%, transparent);
    border-radius: 3px;
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    transition: background-color 120ms;
  }
  .handles:hover > .look.plain,
  .handles[data-dragging] > .look.plain {
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
  }
  .handle {
    position: absolute;
    touch-action: none;
    pointer-events: auto;
    outline: none;
  }
  .handle.middle {
    inset: 0;
  }
  .handles[data-marked] .handle.middle {
    inset: calc(50% - 7px);
    border: 1.5px solid var(--_accent);
    border-radius: 50%;
    background: var(--_raised);
  }
  .handle.left,
  .handle.right {
    inset-block: 0;
    inline-size: calc(2 * var(--_reach));
    cursor: ew-resize;
  }
  .handle.top,
  .handle.bottom {
    inset-inline: 0;
    block-size: calc(2 * var(--_reach));
    cursor: ns-resize;
  }
  .handle.left {
    left: calc(-1 * var(--_reach));
  }
  .handle.right {
    right: calc(-1 * var(--_reach));
  }
  .handle.top {
    top: calc(-1 * var(--_reach));
  }
  .handle.bottom {
    bottom: calc(-1 * var(--_reach));
  }
  .handle:is(.left, .right):is(.top, .bottom) {
    inset-inline: auto;
    inset-block: auto;
    inline-size: calc(2 * var(--_reach) + 4px);
    block-size: calc(2 * var(--_reach) + 4px);
    cursor: nwse-resize;
  }
  .handle.left:is(.top, .bottom) {
    left: calc(-1 * var(--_reach) - 2px);
  }
  .handle.right:is(.top, .bottom) {
    right: calc(-1 * var(--_reach) - 2px);
  }
  .handle.top:is(.left, .right) {
    top: calc(-1 * var(--_reach) - 2px);
  }
  .handle.bottom:is(.left, .right) {
    bottom: calc(-1 * var(--_reach) - 2px);
  }
  .handle.right.top,
  .handle.left.bottom {
    cursor: nesw-resize;
  }
  /* A grip in the middle of a side, and at a corner a dot. */
  .handle:not(.middle)::before {
    content: "";
    position: absolute;
    inset: 0;
    margin: auto;
    box-sizing: border-box;
    border: 1.5px solid var(--_accent);
    border-radius: 4px;
    background: var(--_raised);
    opacity: 0;
    transition: opacity 120ms;
  }
  .handle:is(.left, .right)::before {
    inline-size: 8px;
    block-size: min(26px, 70%);
  }
  .handle:is(.top, .bottom)::before {
    inline-size: min(26px, 70%);
    block-size: 8px;
  }
  .handle:is(.left, .right):is(.top, .bottom)::before {
    inline-size: 8px;
    block-size: 8px;
  }
  .handles:hover .handle::before,
  .handles:focus-within .handle::before,
  .handles[data-marked] .handle::before,
  .handles[data-dragging] .handle::before {
    opacity: 1;
  }
  .handle:not(.middle):is(:hover, :focus-visible)::before {
    background: var(--_accent);
  }
  /* What its author wants it to look like while it is pointed at; it has an inline style otherwise. */
  .handles:is([data-hovered], [data-dragging]) > .look[data-hover-fill] {
    background: var(--_hover-fill) !important;
  }
  .handles:is([data-hovered], [data-dragging]) > .look[data-hover-line] {
    border-color: var(--_hover-line) !important;
  }
  .handle[data-dressed]::before,
  .handles[data-marked] .handle.middle[data-dressed] {
    border: var(--_width) var(--_style) var(--_line);
    background: var(--_fill);
  }
  .handle[data-hover-fill]:not(.middle):is(:hover, :focus-visible)::before,
  .handles[data-marked] .handle.middle[data-hover-fill]:hover {
    background: var(--_hover-fill);
  }
  .handle[data-hover-line]:not(.middle):is(:hover, :focus-visible)::before,
  .handles[data-marked] .handle.middle[data-hover-line]:hover {
    border-color: var(--_hover-line);
  }
  .handle.middle:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .handle:not(.middle):focus-visible::before {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* A pointer reaches them from further away than they are seen, and hardly from inside of the box. */
  .handle:not(.middle)::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  .handle.left:not(.top, .bottom)::after {
    left: -5px;
  }
  .handle.right:not(.top, .bottom)::after {
    right: -5px;
  }
  .handle.top:not(.left, .right)::after {
    top: -5px;
  }
  .handle.bottom:not(.left, .right)::after {
    bottom: -5px;
  }
  .handle:is(.left, .right):is(.top, .bottom)::after {
    inset: -3px;
  }
  @media (pointer: coarse) {
    .handle:not(.middle)::before {
      opacity: 1;
    }
    .handle.left:not(.top, .bottom)::after {
      inset-inline: -30px -4px;
    }
    .handle.right:not(.top, .bottom)::after {
      inset-inline: -4px -30px;
    }
    .handle.top:not(.left, .right)::after {
      inset-block: -30px -4px;
    }
    .handle.bottom:not(.left, .right)::after {
      inset-block: -4px -30px;
    }
    .handle:is(.left, .right):is(.top, .bottom)::after {
      inset: -15px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .handle::before,
    .handles > .look {
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .handles > .look.plain {
      border-color: Highlight;
      background: none;
      border-width: 2px;
    }
  }
`;
