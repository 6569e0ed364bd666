import { css } from "lit";
import type { CSSResult } from "lit";

/** The outlines that what people write into has in common. */
export const fieldLook: CSSResult = css`
  .field {
    display: block;
    inline-size: 100%;
    block-size: 36px;
    margin: 0;
    padding: 0 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    transition: border-color 120ms;
  }
  .field:hover:not(:disabled) {
    border-color: var(--_muted);
  }
  .field:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
    unicode-bidi: plaintext;
  }
  .field:dir(rtl)::placeholder {
    text-align: right;
  }
  @media (pointer: coarse) {
    .field {
      block-size: 44px;
      /* Less than this makes a phone zoom into the field. */
      font-size: 16px;
    }
  }
`;
