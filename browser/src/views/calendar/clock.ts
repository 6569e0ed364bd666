/** Hours, minutes and seconds that people turn or type. */
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, number, text } from "../field.js";
import { halvesOfDay } from "./names.js";

const DAY = 86_400;

interface Unit {
  readonly name: string;
  /** How many seconds it has. */
  readonly size: number;
  /** How many of it there are in the next larger one. */
  readonly count: number;
  readonly increment: string;
}

const UNITS: readonly [Unit, Unit, Unit] = [
  { name: "Hours", size: 3600, count: 24, increment: "hour_increment" },
  { name: "Minutes", size: 60, count: 60, increment: "minute_increment" },
  { name: "Seconds", size: 1, count: 60, increment: "second_increment" },
];

/** Return the seconds of a day after a step of hours, minutes or seconds, to the next multiple of an increment. */
export function stepped(
  seconds: number,
  { size, count }: Pick<Unit, "size" | "count">,
  increment: number,
  up: boolean,
): number {
  const part = Math.floor(seconds / size) % count;
  const next =
    increment * (up ? Math.floor(part / increment) + 1 : Math.ceil(part / increment) - 1);
  const last = increment * (Math.ceil(count / increment) - 1);
  const there = next < 0 ? last - count : Math.min(next, count);
  return (seconds + (there - part) * size + DAY) % DAY;
}

/** Return the seconds of a day with another hour, minute or second. */
function replaced(seconds: number, { size, count }: Unit, part: number): number {
  return seconds + (part - (Math.floor(seconds / size) % count)) * size;
}

/** Render the seconds of a day as what is turned and typed; others are told of. */
export function renderClock(
  model: Model,
  name: string,
  seconds: number,
  set: (seconds: number) => void,
): TemplateResult {
  const half = text(model, "clock") === "12h";
  const units = flag(model, "seconds") ? UNITS : UNITS.slice(0, 2);
  const give = (value: number): void => {
    set(units.length === 3 ? value : value - (value % 60));
  };
  const now = halvesOfDay()[seconds < DAY / 2 ? 0 : 1];
  return html`<div class="clock" role="group" aria-label=${name}>
    <span class="name" aria-hidden="true">${name}</span>
    <div class="units" dir="ltr">
      ${units.map(
        (unit, at) =>
          html`${at === 0 ? nothing : html`<span aria-hidden="true">:</span>`}
          ${renderUnit(model, unit, half && at === 0, seconds, give)}`,
      )}
      ${
        half
          ? html`<button
              type="button"
              class="half"
              aria-label=${`${now}: morning or afternoon`}
              @click=${() => {
                give((seconds + DAY / 2) % DAY);
              }}
            >
              ${now}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function renderUnit(
  model: Model,
  unit: Unit,
  half: boolean,
  seconds: number,
  give: (seconds: number) => void,
): TemplateResult {
  const part = Math.floor(seconds / unit.size) % unit.count;
  const shown = String(half ? part % 12 || 12 : part).padStart(2, "0");
  const [low, high] = half ? [1, 12] : [0, unit.count - 1];
  /** The seconds with what stands in the field, or nothing if that is no such part. */
  const typed = (words: string): number | undefined => {
    const wanted = /^\d+$/.test(words) ? Number(words) : NaN;
    if (!(wanted >= low && wanted <= high)) return undefined;
    return replaced(seconds, unit, half ? (wanted % 12) + (part < 12 ? 0 : 12) : wanted);
  };
  const step = (up: boolean, from = seconds): void => {
    give(stepped(from, unit, number(model, unit.increment, 1), up));
  };
  const arrow = (up: boolean): TemplateResult =>
    html`<button
      type="button"
      class="icon"
      tabindex="-1"
      aria-label=${`${unit.name} ${up ? "up" : "down"}`}
      @click=${() => {
        step(up);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d=${up ? "M3 10l5-5 5 5" : "M3 6l5 5 5-5"} />
      </svg>
    </button>`;
  return html`<div class="unit">
    ${arrow(true)}
    <input
      role="spinbutton"
      inputmode="numeric"
      maxlength="2"
      autocomplete="off"
      aria-label=${unit.name}
      aria-valuenow=${Number(shown)}
      aria-valuemin=${low}
      aria-valuemax=${high}
      .value=${shown}
      @focus=${(event: Event) => {
        (event.target as HTMLInputElement).select();
      }}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        if (input.value === shown) return;
        const wanted = typed(input.value);
        input.value = shown;
        if (wanted !== undefined) give(wanted);
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Who leaves with this key takes nothing along.
        if (event.key === "Escape") (event.target as HTMLInputElement).value = shown;
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        step(event.key === "ArrowUp", typed((event.target as HTMLInputElement).value));
      }}
    />
    ${arrow(false)}
  </div>`;
}
