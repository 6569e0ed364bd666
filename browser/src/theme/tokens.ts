import { css } from "lit";
import type { CSSResult } from "lit";

/**
 * The design tokens, for the outermost element of ours on a page.
 *
 * They are custom properties, so they reach every view below it, and a page may set them itself. Light and dark
 * follow the `color-scheme` that the page declares, or else its background.
 */
export const tokens: CSSResult = css`
  :host {
    --_surface: var(--docsync-surface, light-dark(#fff, #16181d));
    --_raised: var(--docsync-raised, light-dark(#fff, #1f2229));
    --_sunken: var(--docsync-sunken, light-dark(#f3f4f6, #24272f));
    --_text: var(--docsync-text, light-dark(#1d2129, #e7e9ee));
    --_muted: var(--docsync-muted, light-dark(#5b6472, #a0a8b6));
    --_line: var(--docsync-line, light-dark(#e3e6eb, #31353f));
    --_edge: var(--docsync-edge, light-dark(#868f9d, #747d8c));
    --_accent: var(--docsync-accent, light-dark(#1a66c9, #74aaff));
    --_accent-strong: var(--docsync-accent-strong, light-dark(#1456ac, #93bdff));
    --_accent-soft: light-dark(#e4eefb, #1f304a);
    --_on-accent: light-dark(#fff, #0d1b30);
    --_success: light-dark(#1c7a45, #62c88d);
    --_warning: light-dark(#8a5a00, #efbb5c);
    --_warning-soft: light-dark(#fdf3dc, #372c14);
    --_danger: light-dark(#bf2b32, #ff8b8b);
    --_danger-soft: light-dark(#fdeaea, #3d2023);
    --_grid: light-dark(#e9ebef, #2a2e36);
    --_radius: 6px;
    --_font: var(
      --docsync-font,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      "Noto Sans",
      Arial,
      sans-serif
    );
    --_mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
    --_shadow: 0 1px 2px light-dark(#1d212914, #0006), 0 6px 20px light-dark(#1d21291f, #0009);
  }
  /* Canvases are not recoloured by the browser: they have to ask for the colours of the system. */
  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_raised: Canvas;
      --_sunken: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_edge: CanvasText;
      --_grid: color-mix(in srgb, CanvasText 25%, Canvas);
      --_accent: Highlight;
      --_accent-strong: CanvasText;
      --_on-accent: HighlightText;
      --_warning: CanvasText;
    }
  }
`;

/**
 * What every element of ours starts from.
 *
 * A page's `* { font-family: … !important }` matches our hosts too, and what a host inherits or is given beats its own
 * `:host` rule, unless that rule is important.
 */
export const base: CSSResult = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    color: var(--_text) !important;
    font: 14px / 20px var(--_font) !important;
    letter-spacing: normal !important;
    text-transform: none !important;
    text-indent: 0 !important;
    word-spacing: normal !important;
    text-align: start;
    white-space: normal;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .hidden-visually {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

/** Labels, and what is disabled. */
export const control: CSSResult = css`
  :host {
    inline-size: 300px;
  }
  label,
  .label {
    display: block;
    margin-block-end: 4px;
    font-size: 13px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  :disabled {
    cursor: not-allowed;
  }
  :host([data-disabled]) {
    opacity: 0.55;
  }
`;
