import { css } from "lit";
import type { CSSResult } from "lit";

/** How a figure looks around its canvas. */
export const figureStyles: CSSResult = css`
  :host {
    inline-size: 600px;
    block-size: 600px;
    container-type: inline-size;
  }
  /* Left is left on any page; words are read their own way. */
  .figure {
    position: relative;
    direction: ltr;
    display: grid;
    grid-template:
      "top top top top top top top" auto
      "title title title title title title title" auto
      "lead lead lead lead lead lead lead" auto
      "trail trail trail trail trail trail trail" auto
      "above above above above above above above" auto
      "outer start left plot right end other" minmax(0, 1fr)
      "below below below below below below below" auto
      "foot foot foot foot foot foot foot" auto
      "bottom bottom bottom bottom bottom bottom bottom" auto / auto auto
      fit-content(clamp(30%, 60% - 100px, 45%)) minmax(0, 1fr)
      fit-content(clamp(30%, 60% - 100px, 45%)) auto auto;
    inline-size: 100%;
    block-size: 100%;
  }
  .side.above {
    grid-area: above;
  }
  .side.below {
    grid-area: below;
  }
  .side.left {
    grid-area: left;
  }
  .side.right {
    grid-area: right;
  }
  .ground {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .side {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: flex-start;
  }
  .plot {
    grid-area: plot;
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: clip;
  }
  .plot > .canvas {
    position: absolute;
    inset: 0;
  }
  .canvas > canvas {
    display: block;
  }
  .area {
    position: absolute;
    overflow: clip;
    border-radius: 2px;
    cursor: default;
    user-select: none;
    -webkit-user-select: none;
  }
  .area[data-dragging="pan"] {
    cursor: grab;
    touch-action: none;
  }
  .area[data-dragging="pan"]:active {
    cursor: grabbing;
  }
  .area[data-dragging="draw"] {
    cursor: crosshair;
    touch-action: none;
  }
  .area:focus-visible {
    overflow: visible;
    outline-offset: 0;
  }
  .selection {
    position: absolute;
    border: 1px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    pointer-events: none;
  }
  .toolbar {
    place-self: start end;
    max-inline-size: 100%;
  }
  .toolbar.above {
    grid-area: top;
    padding-block-end: 2px;
  }
  .toolbar.below {
    grid-area: bottom;
    padding-block-start: 2px;
  }
  .toolbar.left,
  .toolbar.right {
    place-self: stretch;
    block-size: 0;
    min-block-size: 100%;
  }
  .toolbar.left {
    grid-area: outer;
    padding-inline-end: 4px;
  }
  .toolbar.right {
    grid-area: other;
    padding-inline-start: 4px;
  }
  .head {
    grid-area: title;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
  }
  .head.below {
    grid-area: foot;
  }
  .head > .title {
    flex: 1 1 auto;
    max-inline-size: 100%;
    box-sizing: border-box;
  }
  .inner {
    position: absolute;
    z-index: 2;
    pointer-events: auto;
    inset: 0 0 auto auto;
    max-block-size: 100%;
    padding: 2px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_surface) 82%, transparent);
  }
  .inner.below {
    inset: auto 0 0 auto;
  }
  .inner.left {
    inset: 0 auto auto 0;
  }
  /* Room for what is still on its way, or the plot would jump. */
  .toolbar:not(:defined),
  .toolbar[data-coming] {
    inline-size: 28px;
    block-size: 28px;
  }
  .toolbar[data-autohide] {
    opacity: 0;
  }
  .figure:hover .toolbar,
  .figure:focus-within .toolbar {
    opacity: 1;
  }
  .note {
    unicode-bidi: plaintext;
    position: absolute;
    z-index: 3;
    inset: 50% auto auto 50%;
    inline-size: max-content;
    max-inline-size: 90%;
    padding: 8px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: 13px;
    transform: translate(-50%, -50%);
    pointer-events: none;
  }
  .note:empty {
    display: none;
  }
  :host(:fullscreen) {
    padding: 24px;
    background: var(--_surface);
  }
  .twin {
    position: absolute;
    z-index: 4;
    inset: auto 0 0 0;
    max-block-size: 100%;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .twin:not(:focus-within) {
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
  }
  .probe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    visibility: hidden;
    color: var(--_text);
    transition: color 1ms !important;
  }
  @container (max-width: 379px) {
    /* No room beside the plot: what stands there goes above it, in rows of its own. */
    .side.left {
      grid-area: lead;
    }
    .side.right {
      grid-area: trail;
    }
  }
  @container (max-width: 259px) {
    .toolbar:not(.inner) {
      grid-area: top;
      place-self: start end;
      min-block-size: 0;
      block-size: auto;
      padding: 0;
    }
  }
  @media (forced-colors: active) {
    canvas,
    .probe {
      forced-color-adjust: none;
    }
  }
`;
