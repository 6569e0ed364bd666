/** A month of days that people choose from. */
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { keyOn } from "../mirrored.js";
import * as days from "./days.js";
import { dayName, firstWeekday, monthAndYear, monthName, weekdayName } from "./names.js";

/** What a month has to know about its days, and whom it tells. */
export interface Choice {
  /** Words for how a day looks, as classes. */
  look(day: number): string;
  isChosen(day: number): boolean;
  blocks(day: number): boolean;
  pick(day: number): void;
  /** Hear which day the pointer or the focus is at. */
  consider(day: number): void;
  /** Draw again, and focus the day that the keys have gone to if that is asked for. */
  update(focus: boolean): void;
}

const ARROWS = { earlier: "M10 3L5 8l5 5", later: "M6 3l5 5-5 5" };

/** Return the day it is where the reader is. */
export function today(): number {
  const now = new Date();
  return days.dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export class Month {
  /** The day that the keys are at; its month is shown. */
  at: number;

  readonly #choice: Choice;
  readonly #first = firstWeekday();

  constructor(at: number, choice: Choice) {
    this.at = days.within(at);
    this.#choice = choice;
  }

  render(): TemplateResult {
    const { year, month } = days.civilOf(this.at);
    const now = today();
    return html`<div class="head">
        ${this.#renderArrow("earlier", "Previous month", -1)}
        <select class="month" aria-label="Month" @change=${this.#onMonth}>
          ${Array.from({ length: 12 }, (_, at) => at + 1).map(
            (each) =>
              html`<option value=${each} .selected=${each === month}>
                ${monthName(each, "long")}
              </option>`,
          )}
        </select>
        <input
          class="year"
          type="number"
          min="1"
          max="9999"
          aria-label="Year"
          .value=${String(year)}
          @input=${this.#onYear}
          @change=${this.#onYear}
        />
        ${this.#renderArrow("later", "Next month", 1)}
      </div>
      <span id="month" class="hidden-visually" aria-live="polite">${monthAndYear(this.at)}</span>
      <table
        role="grid"
        aria-labelledby="month"
        @click=${this.#onClick}
        @keydown=${this.#onKey}
        @pointerover=${this.#onHover}
      >
        <thead>
          <tr>
            ${Array.from({ length: 7 }, (_, at) => (this.#first + at) % 7).map(
              (weekday) =>
                html`<th scope="col" abbr=${weekdayName(weekday, "long")}>
                  ${weekdayName(weekday, "short")}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${days.weeksAround(this.at, this.#first).map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.#renderDay(day, month, now))}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  focus(root: ParentNode): void {
    root.querySelector<HTMLElement>("td[tabindex='0']")?.focus();
  }

  #renderDay(day: number, month: number, now: number): TemplateResult {
    const choice = this.#choice;
    const civil = days.civilOf(day);
    const outside = civil.month === month ? "" : " outside";
    return html`<td
      data-day=${day}
      class=${choice.look(day) + outside + (day === now ? " today" : "")}
      tabindex=${day === this.at ? 0 : -1}
      aria-label=${dayName(day)}
      aria-selected=${choice.isChosen(day) ? "true" : "false"}
      aria-disabled=${choice.blocks(day) ? "true" : nothing}
      aria-current=${day === now ? "date" : nothing}
    >
      <span>${civil.date}</span>
    </td>`;
  }

  #renderArrow(icon: keyof typeof ARROWS, name: string, months: number): TemplateResult {
    return html`<button
      type="button"
      class="icon"
      aria-label=${name}
      title=${name}
      @click=${() => {
        this.#go(days.addMonths(this.at, months), false);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${ARROWS[icon]} /></svg>
    </button>`;
  }

  #go(day: number, focus = true): void {
    this.at = days.within(day);
    this.#choice.consider(this.at);
    this.#choice.update(focus);
  }

  readonly #onMonth = (event: Event): void => {
    const { month } = days.civilOf(this.at);
    const wanted = Number((event.target as HTMLSelectElement).value);
    this.#go(days.addMonths(this.at, wanted - month), false);
  };

  readonly #onYear = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const wanted = Number(input.value);
    const { year } = days.civilOf(this.at);
    const isYear = Number.isInteger(wanted) && wanted >= 1 && wanted <= 9999;
    if (event.type === "change" && !isYear) input.value = String(year);
    // A year that is being typed begins with those of the first centuries.
    if (!isYear || wanted === year || (event.type === "input" && wanted < 1000)) return;
    this.#go(days.addMonths(this.at, 12 * (wanted - year)), false);
  };

  readonly #onClick = (event: Event): void => {
    const day = dayAt(event);
    if (day === undefined) return;
    this.at = days.within(day);
    this.#choice.pick(this.at);
  };

  readonly #onHover = (event: Event): void => {
    const day = dayAt(event);
    if (day !== undefined) this.#choice.consider(day);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const table = event.currentTarget as Element;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = event.shiftKey ? 12 : 1;
    const start = days.startOfWeek(this.at, this.#first);
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowLeft: this.at - 1,
      ArrowRight: this.at + 1,
      ArrowUp: this.at - 7,
      ArrowDown: this.at + 7,
      Home: start,
      End: start + 6,
      PageUp: days.addMonths(this.at, -page),
      PageDown: days.addMonths(this.at, page),
    };
    const place = places[keyOn(table, event)];
    if (place !== undefined) this.#go(place);
    else if (event.key === "Enter" || event.key === " ") this.#choice.pick(this.at);
    else return;
    event.preventDefault();
  };
}

function dayAt({ target }: Event): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-day]") : null;
  return cell === null ? undefined : Number(cell.dataset["day"]);
}
