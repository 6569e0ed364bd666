import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { base, control } from "../../theme/tokens.js";
import { colorText } from "../color.js";
import { ModelElement } from "../element.js";
import { flag, number, reference, text } from "../field.js";
import { formatNumber } from "../format.js";
import { steadily } from "../lazily.js";
import type { write as Write } from "./formats.js";

/** How sliders look; tracks and handles are those of native inputs. */
export const sliderStyles: CSSResult = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
    align-items: baseline;
    margin: 0;
  }
  .value {
    margin-inline-start: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  input {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 28px;
    margin: 0;
    background: none;
    cursor: pointer;
    direction: ltr;
    touch-action: pan-y;
  }
  input:focus-visible {
    outline: none;
  }
  input::-webkit-slider-runnable-track {
    block-size: var(--_track);
    border-radius: 2px;
    background: linear-gradient(var(--_bar, var(--_accent)) 0 0) var(--_from, 0 0) / var(--_size)
      no-repeat var(--_track-color);
  }
  input::-moz-range-track {
    block-size: var(--_track);
    border-radius: 2px;
    background: var(--_track-color);
  }
  input::-moz-range-progress {
    block-size: var(--_track);
    border-radius: 2px;
    background: var(--_bar, var(--_accent));
  }
  input::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--_thumb);
    block-size: var(--_thumb);
    margin-block-start: calc((var(--_track) - var(--_thumb)) / 2);
    border: 2px solid var(--_bar, var(--_accent));
    border-radius: 50%;
    background: var(--_raised);
    box-shadow: 0 1px 2px #0003;
    transition: box-shadow 120ms;
  }
  input::-moz-range-thumb {
    inline-size: calc(var(--_thumb) - 4px);
    block-size: calc(var(--_thumb) - 4px);
    border: 2px solid var(--_bar, var(--_accent));
    border-radius: 50%;
    background: var(--_raised);
    box-shadow: 0 1px 2px #0003;
  }
  input:hover:not(:disabled)::-webkit-slider-thumb,
  input:active:not(:disabled)::-webkit-slider-thumb {
    box-shadow: 0 0 0 6px color-mix(in srgb, var(--_bar, var(--_accent)) 16%, transparent);
  }
  input:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }
  input:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }
  :host {
    --_track: 4px;
    --_thumb: 18px;
    --_track-color: light-dark(#d6dae1, #3a3f4a);
    --_size: var(--_fill) 100%;
  }
  /* Values grow to the right whatever way the page is read in, and in upright sliders downwards. */
  :host([data-rtl]) input {
    --_from: 100% 100%;
    direction: rtl;
  }
  :host([data-vertical]) {
    --_size: 100% var(--_fill);
    display: flex;
    flex-direction: column;
    inline-size: max-content;
  }
  :host([data-vertical]) input {
    writing-mode: vertical-lr;
    flex: 1 1 200px;
    inline-size: auto;
    min-block-size: 28px;
    min-inline-size: 60px;
    touch-action: pan-x;
  }
  @media (pointer: coarse) {
    :host {
      --_thumb: 24px;
    }
    input {
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_track-color: CanvasText;
      --_bar: Highlight !important;
    }
    input {
      forced-color-adjust: none;
    }
  }
`;

/** A number chosen by dragging a handle. */
export class SliderElement extends ModelElement {
  static override styles: CSSResult[] = [base, control, sliderStyles];

  /** The value under the handle while it is dragged, before the model has it. */
  #pending: number | undefined;
  #frame = 0;
  readonly #stepper = new Stepper();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#commit();
  }

  protected override updated(): void {
    super.updated();
    this.show(String(this.#pending ?? this.value));
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const [start, end] = this.ends;
    const value = this.#pending ?? this.value;
    const title = text(model, "title");
    const shown = this.format(value);
    const part = end > start ? (Math.min(Math.max(value, start), end) - start) / (end - start) : 0;
    turn(this, model);
    // The middle of the handle is where the bar ends, and it stays inside the track.
    const thumb = "var(--_thumb)";
    this.style.setProperty("--_fill", `calc(${thumb} / 2 + (100% - ${thumb}) * ${part})`);
    colorBar(this, this.model);
    const showValue = flag(model, "show_value", true);
    return html`
      ${
        title === "" && !showValue
          ? nothing
          : html`<label class="head" for="input">
              <span>${title}</span>
              ${showValue ? html`<span class="value" aria-hidden="true">${shown}</span>` : nothing}
            </label>`
      }
      <input
        id="input"
        type="range"
        min=${start}
        max=${end}
        step=${stepAt(value, [start, end], this.step)}
        ?disabled=${flag(model, "disabled")}
        aria-label=${title === "" ? "Value" : title}
        aria-valuetext=${shown}
        @keydown=${this.#stepper}
        @pointerdown=${this.#stepper}
        @input=${this.#onInput}
        @change=${this.#onChange}
      />
    `;
  }

  /** The least and the greatest number. */
  protected get ends(): readonly [number, number] {
    return [number(this.model, "start", 0), number(this.model, "end", 1)];
  }

  /** The number for what the model holds. */
  protected get value(): number {
    return number(this.model, "value", 0);
  }

  /** Return what the model is to hold for a number. */
  protected held(value: number): unknown {
    return value;
  }

  /** The distance of two values in the units of the value. */
  protected get step(): number {
    return number(this.model, "step", 1);
  }

  protected format(value: number): string {
    return written(this, value, (pattern) => formatNumber(value, pattern || "0[.]00"));
  }

  readonly #onInput = (event: Event): void => {
    this.#pending = this.#read(event);
    this.requestUpdate();
    // At most one edit a frame, however fast the pointer reports.
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#commit);
  };

  readonly #commit = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined && pending !== this.value)
      this.model.set("value", this.held(pending));
  };

  readonly #onChange = (event: Event): void => {
    const value = this.held(this.#read(event));
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#pending = undefined;
    this.model.setAll({ value, value_throttled: value });
  };

  #read(event: Event): number {
    return this.#stepper.read(event, this.#pending ?? this.value, this.ends, this.step);
  }
}

/** Say which way a slider is laid out, and which way its values grow. */
export function turn(element: HTMLElement, model: Model): void {
  element.toggleAttribute("data-vertical", text(model, "orientation") === "vertical");
  element.toggleAttribute("data-rtl", text(model, "direction") === "rtl");
}

export function colorBar(element: HTMLElement, model: Model): void {
  const color = colorText(model.get("bar_color"));
  // The neutral grey of Bokeh's default stands for "not chosen".
  if (color === undefined || color === "#e6e6e6") element.style.removeProperty("--_bar");
  else element.style.setProperty("--_bar", color);
}

let write: typeof Write | undefined;
const bringFormats = steadily(() => import("./formats.js"));

/** Write a value as its model says: by a formatter, or plainly by a pattern. */
export function written(
  view: ModelElement,
  value: number,
  plainly: (pattern: string) => string,
): string {
  const formatter = reference(view.model, "format");
  if (formatter === undefined) return plainly(text(view.model, "format"));
  if (write === undefined) {
    bringFormats((formats) => {
      ({ write } = formats);
      view.requestUpdate();
    });
    // Nobody is to read a wrong number first.
    return "\u00a0";
  }
  return write(view, formatter, value) ?? plainly("");
}

/** The least and the greatest number of a slider. */
type Ends = readonly [number, number];

/**
 * Return the step for a native slider: one that has its value between two steps would show it at one of them, and one
 * that has its end there could not be moved to it.
 */
export function stepAt(value: number, [start, end]: Ends, step: number): number | "any" {
  const isStep = (at: number): boolean => {
    const steps = (at - start) / step;
    return Math.abs(steps - Math.round(steps)) < 1e-6;
  };
  const given = Math.min(Math.max(value, start), end);
  return step > 0 && isStep(given) && isStep(end) ? step : "any";
}

/** So many steps are a page. */
const PAGE = 5;

/** Move the handle of a native slider by pages; browsers take a share of its length instead. */
function turnPage(event: KeyboardEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  const pages = event.key === "PageUp" ? 1 : event.key === "PageDown" ? -1 : 0;
  const step = Number(input.step);
  // A step that is none is "any", of which there are no pages.
  if (pages === 0 || !(step > 0)) return;
  event.preventDefault();
  input.valueAsNumber += pages * PAGE * step;
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Moves by pages, and puts what people choose on a step, or at the end, where a native slider does not. */
export class Stepper {
  #steps = 0;

  handleEvent(event: Event): void {
    // Other events have none.
    const pressed = event as KeyboardEvent;
    this.#steps = /^Ar./.test(pressed.key) ? 1 : /^Pa./.test(pressed.key) ? PAGE : 0;
    turnPage(pressed);
  }

  /** Return what a native slider has been moved to. */
  read(event: Event, before: number, [start, end]: Ends, step: number): number {
    const input = event.target as HTMLInputElement;
    const value = input.valueAsNumber;
    if (input.step !== "any" || !(step > 0) || value === before) return value;
    const stepOf = (place: number): number => (place - start) / step;
    const most = stepOf(end);
    let steps = stepOf(value);
    steps = 2 * steps > Math.floor(most + 1e-9) + most ? most : Math.round(steps);
    // Keys go from step to step, however far a browser goes where there are none.
    if (this.#steps > 0) {
      const way = value > before ? 1 : -1;
      steps = way * (Math.floor(way * stepOf(before) + 1e-9) + this.#steps);
    }
    const found = Number((start + steps * step).toPrecision(15));
    return Math.min(Math.max(found, start), end);
  }
}
