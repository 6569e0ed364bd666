/** Dates and times that people choose, in the browser's own inputs. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { PICKER_SCHEMA } from "../../model/picker_schema.js";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { flag, list, text } from "../field.js";
import { register } from "../registry.js";
import { chipStyles, renderChip } from "./chip.js";
import type { Grain } from "./moment.js";
import { grainOf, held, inWords, refusal, stepOf, written } from "./moment.js";
import { TitledElement } from "./titled.js";

/** What people are about to choose, by the place of its input, and why they cannot. */
interface Draft {
  readonly at: number;
  readonly words: string;
}

/** What all inputs of dates and times have: what cannot be chosen is refused in words. */
abstract class PickerElement extends TitledElement {
  static override styles: CSSResult[] = [
    ...TitledElement.styles,
    css`
      input {
        min-inline-size: 0;
        font-variant-numeric: tabular-nums;
      }
      input[aria-invalid="true"] {
        border-color: var(--_danger);
      }
      .problem {
        margin: 4px 0 0;
        color: var(--_danger);
        font-size: 13px;
        line-height: 18px;
      }
    `,
  ];

  protected draft: Draft | undefined;
  #problem = "";

  protected get grain(): Grain {
    return grainOf(this.model.type);
  }

  /** The texts of the inputs for what the model holds. */
  protected abstract get shown(): readonly string[];

  /** Give the model what was chosen; returns why that cannot be. */
  protected abstract choose(at: number, words: string): string | undefined;

  protected override updated(): void {
    super.updated();
    const { shown, draft } = this;
    for (const [at, input] of this.renderRoot.querySelectorAll("input").entries()) {
      const words = draft?.at === at ? draft.words : (shown[at] ?? "");
      // What is half typed is no value yet, and writing would take it away.
      if (input.value !== words && !input.validity.badInput) input.value = words;
    }
  }

  protected renderInput(at: number, name: string, id = "input"): TemplateResult {
    const { model, grain } = this;
    const unit = grain === "time" ? "time" : "date";
    const bound = (field: string): string | typeof nothing =>
      written(model.get(field), grain) || nothing;
    return html`<input
      id=${id}
      class="field"
      type=${grain}
      min=${bound(`min_${unit}`)}
      max=${bound(`max_${unit}`)}
      step=${stepOf(model, grain) ?? nothing}
      aria-label=${name}
      aria-invalid=${this.#problem !== "" && this.draft?.at === at ? "true" : nothing}
      aria-describedby=${this.#problem === "" ? nothing : "problem"}
      ?disabled=${flag(model, "disabled")}
      @change=${(event: Event) => {
        this.#onChange(at, event);
      }}
      @blur=${this.#onBlur}
    />`;
  }

  protected get problem(): TemplateResult {
    return html`<div role="alert">
      ${this.#problem === "" ? nothing : html`<p id="problem" class="problem">${this.#problem}</p>`}
    </div>`;
  }

  /** Say why something cannot be chosen. */
  protected refuse(problem: string | undefined): boolean {
    this.#problem = problem ?? "";
    this.requestUpdate();
    return problem !== undefined;
  }

  #onChange(at: number, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.draft = { at, words: value };
    // While a year is typed it is one of the first centuries.
    if (/^0\d\d\d-/.test(value)) return;
    const why = value === "" ? undefined : refusal(this.model, value, this.grain);
    if (!this.refuse(why ?? this.choose(at, value))) this.draft = undefined;
  }

  readonly #onBlur = (): void => {
    this.draft = undefined;
    this.requestUpdate();
  };
}

/** A date, a time, or both. */
class OnePickerElement extends PickerElement {
  protected override get shown(): readonly string[] {
    return [written(this.model.get("value"), this.grain, flag(this.model, "seconds"))];
  }

  protected override render(): TemplateResult {
    const fallback = this.grain === "time" ? "Time" : "Date";
    return html`${this.label}${this.renderInput(0, this.named(fallback))}${this.problem}`;
  }

  protected override choose(_at: number, words: string): undefined {
    this.model.set("value", words === "" ? null : held(words, this.grain));
  }
}

/** The first and the last of some days or times. */
class RangePickerElement extends PickerElement {
  static override styles: CSSResult[] = [
    ...PickerElement.styles,
    css`
      .pair {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
        container-type: inline-size;
      }
      .pair input {
        flex: 1 1 130px;
        padding-inline: 8px 6px;
      }
      .pair.long input {
        flex-basis: 100%;
      }
      .pair.long span {
        display: none;
      }
      .pair span {
        flex: none;
        color: var(--_muted);
      }
      /* What does not fit beside the other stands below it. */
      @container (inline-size < 290px) {
        .pair input {
          flex-basis: 100%;
        }
        .pair span {
          display: none;
        }
      }
    `,
  ];

  /** What is chosen while the other end is not. */
  #half: [string, string] | undefined;

  protected override get shown(): readonly string[] {
    if (this.#half !== undefined) return this.#half;
    const seconds = flag(this.model, "seconds");
    return list(this.model, "value").map((value) => written(value, this.grain, seconds));
  }

  protected override render(): TemplateResult {
    const name = this.named("Dates");
    const title = text(this.model, "title");
    return html`${title === "" ? nothing : html`<div class="label">${title}</div>`}
      <div class="pair ${this.grain === "date" ? "" : "long"}" role="group" aria-label=${name}>
        ${this.renderInput(0, `${name}, from`, "input")}
        <span aria-hidden="true">–</span>
        ${this.renderInput(1, `${name}, to`, "end")}
      </div>
      ${this.problem}`;
  }

  protected override choose(at: number, words: string): string | undefined {
    const [first = "", last = ""] = this.shown;
    const pair: [string, string] = at === 0 ? [words, last] : [first, words];
    if (pair[0] === "" && pair[1] === "") {
      this.#half = undefined;
      this.model.set("value", null);
    } else if (pair.includes("")) {
      this.#half = pair;
    } else if (pair[0] > pair[1]) {
      return "The end is before the beginning.";
    } else {
      this.#half = undefined;
      this.model.set(
        "value",
        pair.map((end) => held(end, this.grain)),
      );
    }
    return undefined;
  }
}

/** Several days or times: labels that can be taken away again, and an input for one more. */
class ManyPickerElement extends PickerElement {
  static override styles: CSSResult[] = [
    ...PickerElement.styles,
    chipStyles,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .chips:not(:empty) {
        margin-block-end: 8px;
      }
      .more {
        display: flex;
        gap: 8px;
      }
      .more button {
        flex: none;
        inline-size: auto;
        padding-inline: 14px;
        cursor: pointer;
      }
    `,
  ];

  #next = "";

  protected override get shown(): readonly string[] {
    return [this.#next];
  }

  protected override render(): TemplateResult {
    const { model, grain } = this;
    const name = this.named(grain === "date" ? "Dates" : "Times");
    const disabled = flag(model, "disabled");
    const seconds = flag(model, "seconds");
    return html`${this.label}
      <div class="chips" role="group" aria-label=${name}>
        ${list(model, "value").map((value) =>
          renderChip(
            inWords(written(value, grain, seconds), grain),
            disabled
              ? undefined
              : () => {
                  model.set(
                    "value",
                    list(model, "value").filter((each) => each !== value),
                  );
                },
          ),
        )}
      </div>
      <div class="more" @keydown=${this.#onKey}>
        ${this.renderInput(0, `Add to ${name}`)}
        <button
          type="button"
          class="field"
          aria-label=${`Add this to ${name}`}
          ?disabled=${disabled || this.#next === ""}
          @click=${this.#onAdd}
        >
          Add
        </button>
      </div>
      ${this.problem}`;
  }

  protected override choose(_at: number, words: string): undefined {
    this.#next = words;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) this.#onAdd();
  };

  readonly #onAdd = (): void => {
    if (this.#next === "" || this.draft !== undefined) return;
    const value = held(this.#next, this.grain);
    const others = list(this.model, "value");
    this.#next = "";
    this.requestUpdate();
    if (others.includes(value)) return;
    this.model.set("value", [...others, value].sort(compare));
  };
}

function compare(one: unknown, other: unknown): number {
  const [first, second] = [one, other] as [number, number];
  return first < second ? -1 : Number(first > second);
}

learn(WIDGET_SCHEMA);
learn(PICKER_SCHEMA);
register("docsync-picker", OnePickerElement, "DatePicker", "DatetimePicker", "TimePicker");
register("docsync-range-picker", RangePickerElement, "DateRangePicker", "DatetimeRangePicker");
register("docsync-many-picker", ManyPickerElement, "MultipleDatePicker", "MultipleDatetimePicker");
