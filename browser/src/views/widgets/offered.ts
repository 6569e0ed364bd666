/** Lists of what can be taken that come up at a field while something is typed into it. */
import { css } from "lit";
import type { CSSResult } from "lit";
import { follow } from "../calendar/place.js";

/** How much is offered at most, where the author does not say. */
export const MOST = 500;

export const offeredStyles: CSSResult = css`
  ul {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    max-inline-size: min(480px, calc(100vw - 16px));
    max-block-size: min(320px, 45vh);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    list-style: none;
  }
  li {
    padding: 6px 10px;
    border-radius: 4px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  li:hover {
    background: var(--_sunken);
  }
  li[aria-selected="true"] {
    background: var(--_accent-soft);
  }
  @media (pointer: coarse) {
    li {
      padding-block: 12px;
    }
  }
  @media (forced-colors: active) {
    li[aria-selected="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** Keeps a list at its field while there is one, on top of everything. */
export class Offered {
  #unfollow: (() => void) | undefined;

  place(menu: HTMLElement, field: HTMLElement, open: boolean): void {
    if (open === menu.matches(":popover-open")) return;
    menu.togglePopover(open);
    this.forget();
    if (!open) return;
    menu.style.minInlineSize = `${String(field.offsetWidth)}px`;
    this.#unfollow = follow(menu, field, () => "auto");
  }

  forget(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }
}

/** Return the place after a step through so many, which begins anew at either end; -1 is before the first. */
export function stepped(active: number, way: 1 | -1, count: number): number {
  if (active < 0) return way > 0 ? 0 : count - 1;
  return (active + way + count) % count;
}

/** A pointer that goes down beside the field leaves the focus where it is. */
export function keepFocus(event: Event): void {
  event.preventDefault();
}
