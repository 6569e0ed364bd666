/** Bars that tell how far something has come. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { PROGRESS_SCHEMA } from "../../model/progress_schema.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { Bubble, bubbleStyles } from "../dom/bubble.js";
import { ModelElement } from "../element.js";
import { flag, text } from "../field.js";
import type { printf } from "../figure/labels/printf.js";
import { register } from "../registry.js";
import { lazily } from "../lazily.js";
import { fill, hasFormats, stateOf } from "./progress_text.js";

const bringFormats = lazily(() => import("../figure/labels/printf.js"));

const FIELDS = ["label", "description"] as const;

/** A bar that fills, with words in it. */
class ProgressElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    bubbleStyles,
    css`
      :host {
        inline-size: 300px;
      }
      :host([data-vertical]) {
        inline-size: max-content;
        block-size: 300px;
      }
      .bar {
        position: relative;
        display: grid;
        place-items: center;
        min-block-size: 8px;
        min-inline-size: 48px;
        border-radius: 12px;
        background: var(--_track, light-dark(#e1e5ea, #343944));
        overflow: hidden;
        font-variant-numeric: tabular-nums;
      }
      :host([data-vertical]) .bar {
        block-size: 100%;
        min-block-size: 48px;
        min-inline-size: 8px;
        inline-size: max-content;
      }
      .value {
        position: absolute;
        inset: 0;
        background: var(--_accent);
        clip-path: inset(var(--_top, 0) var(--_end, 0) var(--_bottom, 0) var(--_start, 0));
        transition: clip-path 200ms ease-out;
      }
      :host(:dir(rtl)) .value {
        clip-path: inset(var(--_top, 0) var(--_start, 0) var(--_bottom, 0) var(--_end, 0));
      }
      .label {
        grid-area: 1 / 1;
        max-inline-size: 100%;
        padding: 2px 12px;
        color: var(--_text);
        font-size: 13px;
        font-weight: 500;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      /* The words are there twice: each can be read where the other cannot. */
      .over {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--_on-accent);
      }
      .over .label {
        color: inherit;
      }
      :host([data-vertical]) .label {
        padding: 12px 2px;
        writing-mode: vertical-rl;
        rotate: 180deg;
        max-block-size: 100%;
        max-inline-size: none;
      }
      .unknown .value {
        inset-block: 0;
        inset-inline: 0 auto;
        inline-size: 30%;
        border-radius: inherit;
        clip-path: none;
        animation: go 1.5s ease-in-out infinite alternate;
      }
      :host([data-vertical]) .unknown .value {
        inset: auto 0 0;
        inline-size: auto;
        block-size: 30%;
        animation-name: climb;
      }
      .unknown .label {
        visibility: hidden;
      }
      :host([data-disabled]) .value {
        background: color-mix(in srgb, var(--_muted) 30%, transparent);
        animation-play-state: paused;
      }
      :host([data-disabled]) .over {
        visibility: hidden;
      }
      @keyframes go {
        to {
          inset-inline-start: 70%;
        }
      }
      @keyframes climb {
        to {
          inset-block-end: 70%;
        }
      }
      /* What stands still and fills all of it says the same to those who want nothing to move. */
      @media (prefers-reduced-motion: reduce) {
        .unknown .value,
        :host([data-vertical]) .unknown .value {
          inset: 0;
          inline-size: auto;
          block-size: auto;
          border-radius: 0;
          background: repeating-linear-gradient(
            -45deg,
            var(--_accent) 0 8px,
            color-mix(in srgb, var(--_accent) 60%, var(--_raised)) 8px 16px
          );
          animation: none;
        }
      }
      @media (forced-colors: active) {
        .bar {
          border: 1px solid CanvasText;
        }
        .value {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
    `,
  ];

  /** Its own words have numbers in them. */
  override readonly explains = true;

  #printf: typeof printf | undefined;
  readonly #bubble = new Bubble(
    "description",
    () => {
      this.#bubble.hide();
    },
    () => {
      this.requestUpdate();
    },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bubble.hide();
  }

  protected override render(): TemplateResult {
    const { model } = this;
    const state = stateOf(model);
    const words = this.#written("label");
    const inline =
      text(model, "label_location", "inline") === "inline" && text(model, "label") !== "";
    const told = this.#written("description") !== "";
    // A bar is as high while nobody knows how far it has come.
    const label = inline ? html`<span class="label">${words || "0%"}</span>` : nothing;
    return html`<div
        class="bar ${state === undefined ? "unknown" : ""}"
        role="progressbar"
        tabindex=${told ? 0 : nothing}
        aria-label=${text(model, "name") || "Progress"}
        aria-describedby=${told ? "description" : nothing}
        aria-valuemin=${state === undefined ? nothing : Math.min(state.min, state.max)}
        aria-valuemax=${state === undefined ? nothing : Math.max(state.min, state.max)}
        aria-valuenow=${state?.value ?? nothing}
        aria-valuetext=${state === undefined || words === "" ? nothing : words}
        @pointerenter=${this.#onEnter}
        @focus=${this.#onEnter}
        @pointerleave=${this.#onLeave}
        @blur=${this.#onLeave}
        @keydown=${this.#onKey}
      >
        ${label}
        <div class="value"><div class="over">${label}</div></div>
      </div>
      ${told ? this.#bubble.element : nothing}`;
  }

  protected override updated(): void {
    super.updated();
    const { model } = this;
    const vertical = text(model, "orientation") === "vertical";
    this.toggleAttribute("data-vertical", vertical);
    const hidden = `${100 - (stateOf(model)?.percent ?? 100)}%`;
    const side = sideOf(vertical, flag(model, "reversed"));
    for (const one of ["top", "end", "bottom", "start"]) {
      this.style.setProperty(`--_${one}`, one === side ? hidden : "0%");
    }
    this.#bubble.say(this.#written("description"));
    if (this.#printf === undefined && FIELDS.some((field) => hasFormats(text(model, field)))) {
      bringFormats((formats) => {
        this.#printf = formats.printf;
        this.requestUpdate();
      });
    }
  }

  /** Return a text of the model with numbers in it; nothing while nobody knows them. */
  #written(field: (typeof FIELDS)[number]): string {
    const state = stateOf(this.model);
    return state === undefined ? "" : fill(text(this.model, field), state, this.#printf);
  }

  readonly #onEnter = (event: Event): void => {
    const bar = event.currentTarget as Element;
    if (this.#written("description") !== "") {
      this.#bubble.show(bar.getBoundingClientRect(), undefined);
    }
  };

  readonly #onLeave = (): void => {
    this.#bubble.hide();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#bubble.hide();
  };
}

/** Return the side on which the part stands that is not filled yet. */
function sideOf(vertical: boolean, reversed: boolean): string {
  if (vertical) return reversed ? "bottom" : "top";
  return reversed ? "start" : "end";
}

learn(PROGRESS_SCHEMA);
register("docsync-progress", ProgressElement, "Progress");
