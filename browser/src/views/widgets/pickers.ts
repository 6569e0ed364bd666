/** Dates and times that people choose. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { PICKER_SCHEMA } from "../../model/picker_schema.js";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { flag, list, text } from "../field.js";
import { register } from "../registry.js";
import { chipStyles, renderChip } from "./chip.js";
import { held, timeOf } from "./moment.js";
import type { Begun } from "./picker.js";
import { PickerElement } from "./picker.js";

/** How many letters of both ends have room in one line. */
const SHORT = 11;

/** A date, a time, or both. */
class OnePickerElement extends PickerElement {
  override readonly mode = "one";

  override times(): readonly number[] {
    const time = timeOf(this.model.get("value"));
    return time === undefined ? [] : [time];
  }

  override choose([time]: readonly number[]): string | undefined {
    const problem = time === undefined ? undefined : this.limits.refusal(time);
    if (problem === undefined) this.enter(0, time);
    return problem;
  }

  protected override get shown(): readonly (number | undefined)[] {
    return this.times();
  }

  protected override render(): TemplateResult {
    const name = this.named(this.grain === "time" ? "Time" : "Date");
    return html`${this.label}${this.renderField([name], name)}${this.renderBelow(name)}`;
  }

  protected override enter(_at: number, time: number | undefined): undefined {
    const value = time === undefined ? null : held(time, this.grain);
    if (value !== this.model.get("value")) this.model.set("value", value);
  }
}

/** The first and the last of some days or times. */
class RangePickerElement extends PickerElement {
  static override styles: CSSResult[] = [
    ...PickerElement.styles,
    css`
      .long input {
        flex-basis: 100%;
      }
      .long .between {
        display: none;
      }
      .ends .between {
        flex: none;
        color: var(--_muted);
      }
    `,
  ];

  override readonly mode = "range";

  /** Both ends as they were typed, while one is not or they do not suit each other. */
  #part: readonly [number | undefined, number | undefined] | undefined;

  /** The one end that was typed, and which it is. */
  override begun(): Begun | undefined {
    const [from, to] = this.#part ?? [];
    if (from !== undefined) return to === undefined ? { at: 0, time: from } : undefined;
    return to === undefined ? undefined : { at: 1, time: to };
  }

  override times(): readonly number[] {
    return list(this.model, "value").flatMap((value) => timeOf(value) ?? []);
  }

  override choose(times: readonly number[]): string | undefined {
    const [from, to] = times;
    if (from === undefined || to === undefined) {
      this.#take(null);
      return undefined;
    }
    const problem = this.limits.refusalBetween(from, to);
    if (problem === undefined) this.#take([held(from, this.grain), held(to, this.grain)]);
    return problem;
  }

  protected override get shown(): readonly (number | undefined)[] {
    return this.#part ?? this.times();
  }

  protected override render(): TemplateResult {
    const name = this.named("Dates");
    const title = text(this.model, "title");
    const long = this.write(Date.UTC(2026, 8, 30, 22, 58, 58)).length > SHORT;
    return html`${title === "" ? nothing : html`<div class="label">${title}</div>`}
      <div role="group" aria-label=${name}>
        ${this.renderField([`${name}, from`, `${name}, to`], name, long)}${this.renderBelow(name)}
      </div>`;
  }

  protected override enter(at: number, time: number | undefined): string | undefined {
    const [first, last] = this.shown;
    const [from, to] = at === 0 ? [time, last] : [first, time];
    if (from === undefined && to === undefined) {
      this.#take(null);
      return undefined;
    }
    this.#part = [from, to];
    this.draft = undefined;
    return from === undefined || to === undefined ? undefined : this.choose([from, to]);
  }

  protected override get objection(): string | undefined {
    const [from, to] = this.#part ?? [];
    return from === undefined || to === undefined
      ? undefined
      : this.limits.refusalBetween(from, to);
  }

  protected override isRefused(at: number): boolean {
    return super.isRefused(at) || (this.problem !== "" && this.objection !== undefined);
  }

  protected override discard(): void {
    this.#part = undefined;
    super.discard();
  }

  protected override renewed(): void {
    this.#part = undefined;
    super.renewed();
  }

  #take(value: readonly (string | number)[] | null): void {
    this.#part = undefined;
    this.model.set("value", value);
  }
}

/** Several days or times: labels that can be taken away again, and a field for more. */
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
      .chips:has(*) {
        margin-block-end: 8px;
      }
      .more {
        display: flex;
        gap: 8px;
      }
      .more > .field {
        flex: 1 1 auto;
        inline-size: auto;
        min-inline-size: 0;
      }
      .more > button {
        flex: none;
        inline-size: auto;
        padding-inline: 14px;
        cursor: pointer;
      }
    `,
  ];

  override readonly mode = "many";

  override times(): readonly number[] {
    return list(this.model, "value").flatMap((value) => timeOf(value) ?? []);
  }

  override choose(times: readonly number[]): string | undefined {
    const before = new Set(this.times());
    for (const time of times) {
      const problem = before.has(time) ? undefined : this.limits.refusal(time);
      if (problem !== undefined) return problem;
    }
    this.model.set(
      "value",
      [...new Set(times)].map((time) => held(time, this.grain)),
    );
    return undefined;
  }

  protected override get shown(): readonly (number | undefined)[] {
    return [];
  }

  protected override render(): TemplateResult {
    const { model } = this;
    const name = this.named(this.grain === "date" ? "Dates" : "Times");
    const disabled = flag(model, "disabled");
    const remove = (time: number) => (): void => {
      this.choose(this.times().filter((each) => each !== time));
    };
    return html`${this.label}
      <div class="chips" role="group" aria-label=${name}>
        ${sorted(this.times()).map((time) =>
          renderChip(this.write(time), disabled ? undefined : remove(time)),
        )}
      </div>
      <div class="more" @keydown=${this.#onEnter}>
        ${this.renderField([`Add to ${name}`], name)}
        <button
          type="button"
          class="field"
          aria-label=${`Add this to ${name}`}
          ?disabled=${disabled || (this.draft?.words.trim() ?? "") === ""}
          @click=${this.#onAdd}
        >
          Add
        </button>
      </div>
      ${this.renderBelow(name)}`;
  }

  /** Typing alone adds nothing: that is for the button and the key. */
  protected override onTyped(): void {
    // What is in the field stays there until it is added or Escape is pressed.
  }

  protected override enter(): undefined {
    return undefined;
  }

  protected override commit(): void {
    const words = this.draft?.words.trim() ?? "";
    if (words === "") return;
    const times = this.#readAll(words);
    const problem =
      times === undefined ? this.unread(words) : this.choose([...this.times(), ...times]);
    if (problem === undefined) this.draft = undefined;
    this.refuse(problem);
  }

  /** Read several that a separator parts, which may also stand within one of them. */
  #readAll(words: string): number[] | undefined {
    const separator = text(this.model, "separator");
    const times: number[] = [];
    let rest = "";
    for (const part of separator === "" ? [words] : words.split(separator)) {
      rest = rest === "" ? part : rest + separator + part;
      const time = this.read(rest, undefined);
      if (time === undefined) continue;
      times.push(time);
      rest = "";
    }
    return rest.trim() === "" ? times : undefined;
  }

  readonly #onEnter = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      if (event.target.id === "input") this.commit();
    }
  };

  /** The button can do no more then: who goes on does so in the field. */
  readonly #onAdd = (): void => {
    this.commit();
    this.renderRoot.querySelector<HTMLElement>("#input")?.focus();
  };
}

function sorted(times: readonly number[]): readonly number[] {
  return [...times].sort((one, other) => one - other);
}

learn(WIDGET_SCHEMA);
learn(PICKER_SCHEMA);
register("docsync-date-picker", OnePickerElement, "DatePicker");
register("docsync-datetime-picker", class extends OnePickerElement {}, "DatetimePicker");
register("docsync-time-picker", class extends OnePickerElement {}, "TimePicker");
register("docsync-date-range-picker", RangePickerElement, "DateRangePicker");
register(
  "docsync-datetime-range-picker",
  class extends RangePickerElement {},
  "DatetimeRangePicker",
);
register("docsync-multiple-date-picker", ManyPickerElement, "MultipleDatePicker");
register(
  "docsync-multiple-datetime-picker",
  class extends ManyPickerElement {},
  "MultipleDatetimePicker",
);
