import { css } from "lit";
import type { CSSResult } from "lit";

export const tableStyles: CSSResult = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    inline-size: 600px;
    min-block-size: 60px;
  }
  .frame {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .frame:focus-within:has(.grid:focus-visible) {
    border-color: var(--_accent);
  }
  .grid {
    --_zebra: color-mix(in srgb, var(--_sunken) 45%, var(--_raised));
    position: relative;
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    font-size: 13px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    outline: none !important;
    user-select: none;
    -webkit-user-select: none;
    scrollbar-width: thin;
    scrollbar-color: color-mix(in srgb, var(--_edge) 60%, transparent) transparent;
  }
  .head,
  .pinned {
    position: sticky;
    z-index: 3;
    inset-block-start: 0;
    min-inline-size: 100%;
    background: var(--_raised);
  }
  .pinned {
    z-index: 2;
    inset-block-start: var(--_head);
    box-shadow: 0 1px 0 var(--_edge);
  }
  .pinned.last {
    inset-block: auto 0;
    box-shadow: 0 -1px 0 var(--_edge);
  }
  .pinned:empty {
    display: none;
  }
  .head.hidden {
    block-size: 0;
    overflow: hidden;
  }
  .body {
    position: relative;
    min-inline-size: 100%;
    overflow: clip;
  }
  .window {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    contain: layout style;
  }
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    block-size: var(--_row);
    background: var(--_raised);
  }
  .row.odd {
    background: var(--_zebra);
  }
  .row:hover {
    background: color-mix(in srgb, var(--_accent) 7%, var(--_raised));
  }
  .row.selected {
    background: color-mix(in srgb, var(--_accent) 16%, var(--_raised));
  }
  .row.selected:hover {
    background: color-mix(in srgb, var(--_accent) 22%, var(--_raised));
  }
  .head .row {
    block-size: var(--_head);
    background: var(--_sunken);
    box-shadow: inset 0 -1px 0 var(--_line);
  }
  .cell {
    position: relative;
    align-content: center;
    min-inline-size: 0;
    padding-inline: 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
    background-color: inherit;
    cursor: default;
  }
  .cell.number {
    text-align: end;
  }
  .cell.index {
    padding-inline: 6px;
    color: var(--_muted);
    text-align: end;
  }
  .cell.tight {
    padding-inline: 3px;
    font-size: 12px;
  }
  .cell.pending {
    color: var(--_muted) !important;
    font-style: italic;
  }
  .cell.stuck {
    position: sticky;
    z-index: 1;
  }
  .cell.edge {
    box-shadow: 1px 0 0 var(--_line);
  }
  .cell.check {
    padding: 0;
    text-align: center;
  }
  .cell a {
    color: var(--_accent-strong);
  }
  .cell img {
    max-block-size: 100%;
    vertical-align: middle;
  }
  .box {
    display: inline-block;
    inline-size: 15px;
    block-size: 15px;
    border: 1.5px solid var(--_edge);
    border-radius: 4px;
    background: var(--_raised);
    vertical-align: middle;
  }
  .on > .box,
  .some > .box {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .on > .box::after,
  .some > .box::after {
    content: "";
    display: block;
    inline-size: 4px;
    block-size: 8px;
    margin: 0.5px auto 0;
    border: solid var(--_on-accent);
    border-width: 0 1.75px 1.75px 0;
    rotate: 45deg;
  }
  .some > .box::after {
    inline-size: 8px;
    block-size: 0;
    margin-block-start: 5px;
    rotate: none;
  }
  .grid:focus-visible .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .cell.head-cell {
    font-weight: 600;
    font-size: 12.5px;
    color: var(--_text);
    touch-action: pan-x pan-y;
  }
  .head-cell.sortable,
  .head-cell.check {
    cursor: pointer;
  }
  .head-cell.sortable:hover {
    background-color: color-mix(in srgb, var(--_text) 6%, var(--_sunken));
  }
  .head-cell[aria-sort] {
    color: var(--_accent-strong);
  }
  .head-cell.number[aria-sort] {
    padding-inline-end: 10px;
  }
  .head-cell[aria-sort="ascending"]::after,
  .head-cell[aria-sort="descending"]::after {
    content: "\\2191" / "";
    margin-inline-start: 4px;
    font-weight: 400;
  }
  .head-cell[aria-sort="descending"]::after {
    content: "\\2193" / "";
  }
  .head-cell[data-order]::before {
    content: attr(data-order) / "";
    float: inline-end;
    margin-inline-start: 2px;
    font-size: 9px;
    line-height: 12px;
  }
  .head-cell.dragged {
    opacity: 0.5;
  }
  .grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 9px;
    cursor: col-resize;
    touch-action: none;
  }
  .grip::after {
    content: "";
    position: absolute;
    inset-block: 7px;
    inset-inline-end: 0;
    inline-size: 1px;
    background: var(--_line);
  }
  .grip:hover::after,
  .grip:active::after {
    inset-block: 0;
    inline-size: 2px;
    background: var(--_accent);
  }
  .marker {
    position: absolute;
    z-index: 4;
    inset-block: 0;
    inline-size: 2px;
    background: var(--_accent);
    pointer-events: none;
  }
  .icon {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: var(--_accent-strong);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: middle;
  }
  .icon.full path:first-child {
    fill: var(--_accent);
    stroke: var(--_accent);
  }
  .icon.full path:last-child {
    stroke: var(--_on-accent);
  }
  .group {
    font-weight: 600;
    cursor: pointer;
  }
  .empty {
    position: absolute;
    inset: var(--_head) 0 0;
    display: grid;
    place-items: center;
    color: var(--_muted);
    font-size: 13px;
    pointer-events: none;
  }
  .editor {
    position: absolute;
    z-index: 5;
    display: flex;
    flex-direction: column;
  }
  .editor .field {
    flex: none;
    inline-size: 100%;
    margin: 0;
    padding: 0 9px;
    border: 2px solid var(--_accent);
    border-radius: 3px;
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    box-shadow: var(--_shadow);
    outline: none;
  }
  .editor textarea.field {
    min-block-size: 76px;
    padding-block: 4px;
    resize: both;
  }
  .editor .field[aria-invalid] {
    border-color: var(--_danger);
  }
  .reason {
    align-self: flex-start;
    max-inline-size: max(100%, 220px);
    margin-block-start: 4px;
    padding: 4px 8px;
    border-radius: 4px;
    background: var(--_danger-soft);
    color: var(--_danger);
    font-size: 12px;
    line-height: 16px;
    box-shadow: var(--_shadow);
    inline-size: max-content;
  }
  .reason.above {
    order: -1;
    margin-block: 0 4px;
  }
  @media (pointer: coarse) {
    .grip {
      inline-size: 18px;
    }
    .editor .field {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .row.selected {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      --_text: HighlightText;
      --_muted: HighlightText;
      --_edge: HighlightText;
      --_accent: HighlightText;
      --_accent-strong: HighlightText;
      --_on-accent: Highlight;
    }
  }
`;
