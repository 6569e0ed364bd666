/** Sliders with two handles, and sliders of dates. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { base, control } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, list, number, text } from "../field.js";
import { formatNumber } from "../format.js";
import { register } from "../registry.js";
import { strftime } from "../strftime.js";
import {
  SliderElement,
  Stepper,
  colorBar,
  sliderStyles,
  stepAt,
  turn,
  written,
} from "./slider_element.js";

const DAY_MS = 86_400_000;

type Pair = readonly [number, number];

/** A date chosen by dragging a handle. */
class DateSliderElement extends SliderElement {
  protected override get step(): number {
    return Math.max(super.step, 1) * DAY_MS;
  }

  protected override format(value: number): string {
    return written(this, value, (pattern) => strftime(value, pattern || "%d %b %Y"));
  }
}

/** One of some words in an order, chosen by dragging a handle. */
class CategoricalSliderElement extends SliderElement {
  get #categories(): readonly string[] {
    return list(this.model, "categories").map(String);
  }

  protected override get ends(): readonly [number, number] {
    return [0, Math.max(this.#categories.length - 1, 0)];
  }

  protected override get value(): number {
    return Math.max(this.#categories.indexOf(text(this.model, "value")), 0);
  }

  protected override held(value: number): unknown {
    return this.#categories[value];
  }

  protected override format(value: number): string {
    return this.#categories[value] ?? "";
  }
}

/** A part of a range, chosen by dragging its ends: two native sliders, one over the other. */
class RangeSliderElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    control,
    sliderStyles,
    css`
      .pair {
        position: relative;
        display: grid;
        direction: ltr;
        isolation: isolate;
      }
      .pair::before {
        content: "";
        grid-area: 1 / 1;
        align-self: center;
        block-size: var(--_track);
        border-radius: 2px;
        background:
          linear-gradient(
            to var(--_way, right),
            #0000 var(--_low),
            var(--_bar, var(--_accent)) var(--_low) var(--_high),
            #0000 var(--_high)
          ),
          var(--_track-color);
      }
      :host([data-rtl]) .pair {
        --_way: left;
        direction: rtl;
      }
      :host([data-vertical]) .pair {
        --_way: bottom;
        writing-mode: vertical-lr;
        flex: 1 1 200px;
        align-self: flex-start;
        min-inline-size: 60px;
      }
      :host([data-vertical]) .pair input {
        inline-size: 100%;
      }
      :host([data-vertical][data-rtl]) .pair {
        --_way: top;
      }
      @media (forced-colors: active) {
        .pair::before {
          forced-color-adjust: none;
        }
      }
      .pair input {
        grid-area: 1 / 1;
        inline-size: 100%;
        min-inline-size: 0;
        pointer-events: none;
      }
      .bar {
        grid-area: 1 / 1;
        min-inline-size: 0;
        margin-inline-start: var(--_low);
        inline-size: calc(var(--_high) - var(--_low));
        cursor: grab;
        touch-action: pan-y;
      }
      .bar:active {
        cursor: grabbing;
      }
      :host([data-vertical]) .bar {
        touch-action: pan-x;
      }
      :host([data-disabled]) .bar {
        pointer-events: none;
      }
      /* At the end of the track only this one of two that meet can go anywhere. */
      .pair input.over {
        z-index: 1;
      }
      .pair input::-webkit-slider-runnable-track {
        background: none !important;
      }
      .pair input::-moz-range-track,
      .pair input::-moz-range-progress {
        background: none;
      }
      .pair input::-webkit-slider-thumb {
        position: relative;
        pointer-events: auto;
      }
      .pair input::-moz-range-thumb {
        pointer-events: auto;
      }
    `,
  ];

  #pending: Pair | undefined;
  /** Where what is between the handles is held, and what they said when it was taken. */
  #grabbed: { readonly at: number; readonly pair: Pair } | undefined;
  #frame = 0;
  readonly #stepper = new Stepper();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#commit();
  }

  protected override updated(): void {
    super.updated();
    const pair = this.#pending ?? this.#value;
    for (const [at, input] of this.renderRoot.querySelectorAll("input").entries()) {
      const shown = String(pair[at] ?? 0);
      if (input.value !== shown) input.value = shown;
    }
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const [start, end] = [number(model, "start", 0), number(model, "end", 1)];
    const pair = this.#pending ?? this.#value;
    const title = text(model, "title");
    const showValue = flag(model, "show_value", true);
    const share = (value: number): number =>
      end > start ? (Math.min(Math.max(value, start), end) - start) / (end - start) : 0;
    const [from, to] = [share(pair[0]), share(pair[1])];
    const place = (part: number): string =>
      `calc(var(--_thumb) / 2 + (100% - var(--_thumb)) * ${part})`;
    this.style.setProperty("--_low", place(from));
    this.style.setProperty("--_high", place(to));
    turn(this, model);
    colorBar(this, model);
    return html`
      ${
        title === "" && !showValue
          ? nothing
          : html`<div class="head label">
              <span>${title}</span>
              ${
                showValue
                  ? html`<span class="value" aria-hidden="true"
                      ><bdi>${this.#format(pair[0])}</bdi> –
                      <bdi>${this.#format(pair[1])}</bdi></span
                    >`
                  : nothing
              }
            </div>`
      }
      <div class="pair" role="group" aria-label=${title === "" ? "Range" : title}>
        <div
          class="bar"
          @pointerdown=${this.#onGrab}
          @pointermove=${this.#onDrag}
          @lostpointercapture=${this.#onDrop}
        ></div>
        ${([0, 1] as const).map((at) => this.#renderHandle(at, pair, start, end, title, from))}
      </div>
    `;
  }

  #renderHandle(
    at: 0 | 1,
    pair: Pair,
    start: number,
    end: number,
    title: string,
    from: number,
  ): TemplateResult {
    const words = at === 0 ? "from" : "to";
    return html`<input
      type="range"
      class=${at === 0 && from > 0.5 ? "over" : nothing}
      min=${start}
      max=${end}
      step=${stepAt(pair[at], [start, end], this.#step)}
      ?disabled=${flag(this.model, "disabled")}
      aria-label=${title === "" ? words : `${title}, ${words}`}
      aria-valuetext=${this.#format(pair[at])}
      @keydown=${this.#stepper}
      @pointerdown=${this.#stepper}
      @input=${(event: Event) => {
        this.#move(at, event);
      }}
      @change=${this.#onChange}
    />`;
  }

  get #step(): number {
    const step = number(this.model, "step", 1);
    return this.model.type === "DateRangeSlider" ? Math.max(step, 1) * DAY_MS : step;
  }

  get #value(): Pair {
    const [low, high] = list(this.model, "value");
    return [typeof low === "number" ? low : 0, typeof high === "number" ? high : 1];
  }

  #format(value: number): string {
    return written(this, value, (pattern) =>
      this.model.type === "RangeSlider"
        ? formatNumber(value, pattern || "0[.]00")
        : strftime(value, pattern || "%d %b %Y"),
    );
  }

  #move(at: 0 | 1, event: Event): void {
    const input = event.target as HTMLInputElement;
    const pair = this.#pending ?? this.#value;
    const [low, high] = pair;
    const ends = [number(this.model, "start", 0), number(this.model, "end", 1)] as const;
    const read = this.#stepper.read(event, pair[at], ends, this.#step);
    // One handle stops at the other.
    const value = at === 0 ? Math.min(read, high) : Math.max(read, low);
    input.value = String(value);
    this.#pending = at === 0 ? [value, high] : [low, value];
    this.requestUpdate();
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#commit);
  }

  readonly #onGrab = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const bar = event.currentTarget as HTMLElement;
    bar.setPointerCapture(event.pointerId);
    this.#grabbed = { at: alongOf(this, event), pair: this.#pending ?? this.#value };
  };

  /** Take both handles along, as far as the first of them can go. */
  readonly #onDrag = (event: PointerEvent): void => {
    const track = this.renderRoot.querySelector<HTMLElement>(".pair");
    const thumb = this.renderRoot.querySelector("input");
    if (this.#grabbed === undefined || track === null || thumb === null) return;
    const { at, pair } = this.#grabbed;
    const [start, end] = [number(this.model, "start", 0), number(this.model, "end", 1)];
    const long = this.hasAttribute("data-vertical") ? track.clientHeight : track.clientWidth;
    const room = long - parseFloat(getComputedStyle(this).getPropertyValue("--_thumb"));
    const step = this.#step;
    const moved = ((alongOf(this, event) - at) / room) * (end - start);
    const steps = step > 0 ? Math.round(moved / step) * step : moved;
    const by = Math.min(Math.max(steps, start - pair[0]), end - pair[1]);
    const plain = (value: number): number => Number(value.toPrecision(14));
    const next: Pair = [plain(pair[0] + by), plain(pair[1] + by)];
    if (next[0] === (this.#pending ?? this.#value)[0]) return;
    this.#pending = next;
    this.requestUpdate();
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#commit);
  };

  readonly #onDrop = (): void => {
    const [before] = this.#grabbed?.pair ?? [];
    this.#grabbed = undefined;
    if ((this.#pending ?? this.#value)[0] !== before) this.#onChange();
  };

  readonly #commit = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const value = this.#pending;
    this.#pending = undefined;
    if (value !== undefined) this.model.set("value", value);
  };

  readonly #onChange = (): void => {
    const value = this.#pending ?? this.#value;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#pending = undefined;
    this.model.setAll({ value, value_throttled: value });
  };
}

/** Return how far along a slider a pointer is, in the direction in which values grow. */
function alongOf(slider: HTMLElement, { clientX, clientY }: PointerEvent): number {
  const at = slider.hasAttribute("data-vertical") ? clientY : clientX;
  return slider.hasAttribute("data-rtl") ? -at : at;
}

learn(WIDGET_SCHEMA);
register("docsync-categorical-slider", CategoricalSliderElement, "CategoricalSlider");
register("docsync-date-slider", DateSliderElement, "DateSlider");
register(
  "docsync-range-slider",
  RangeSliderElement,
  "RangeSlider",
  "DateRangeSlider",
  "DatetimeRangeSlider",
);
