/** What fields of dates and times look like. */
import { css } from "lit";
import type { CSSResult } from "lit";

export const pickerLook: CSSResult = css`
  .field {
    display: flex;
    align-items: center;
    block-size: auto;
    min-block-size: 36px;
    padding: 0;
  }
  .field:focus-within {
    border-color: var(--_accent);
  }
  .field:has([aria-invalid="true"]) {
    border-color: var(--_danger);
  }
  .ends {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    align-items: center;
    min-inline-size: 0;
  }
  .ends input {
    flex: 1 1 0;
    min-inline-size: 0;
    block-size: 34px;
    margin: 0;
    padding: 0;
    padding-inline-start: 12px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
  }
  .ends input:focus-visible {
    outline-offset: -1px;
  }
  .ends input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .opener {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 34px;
    block-size: 34px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .opener:focus-visible {
    outline-offset: -2px;
  }
  .opener:hover:not(:disabled),
  .opener[aria-expanded="true"] {
    color: var(--_accent);
  }
  .opener svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .problem {
    margin: 4px 0 0;
    color: var(--_danger);
    font-size: 13px;
    line-height: 18px;
  }
  @media (pointer: coarse) {
    .ends input {
      block-size: 42px;
    }
    .opener {
      inline-size: 44px;
      block-size: 42px;
    }
  }
`;
