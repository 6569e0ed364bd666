/** What people choose days and times in: a month, clocks, and what concludes it. */
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import type { Grain } from "../widgets/moment.js";
import { usualTime } from "../widgets/moment.js";
import { renderClock } from "./clock.js";
import { join, split } from "./days.js";
import { Limits } from "./limits.js";
import { Month, today } from "./month.js";

export { panelStyles } from "./panel_styles.js";
export { follow } from "./place.js";

/** The one end of a range that there is, and whether it is the first. */
export interface Begun {
  readonly at: 0 | 1;
  readonly time: number;
}

/** Whom a panel serves: a field that has times, and takes others. */
export interface Picking {
  readonly model: Model;
  readonly grain: Grain;
  readonly mode: "one" | "range" | "many";
  readonly inline: boolean;
  readonly root: ParentNode;
  /** The times that are chosen, in their order. */
  times(): readonly number[];
  /** The one end of a range that was typed so far. */
  begun(): Begun | undefined;
  /** Take other times; returns why that cannot be. */
  choose(times: readonly number[]): string | undefined;
  /** Say why something cannot be chosen, or that nothing is wrong. */
  refuse(problem: string | undefined): void;
  close(): void;
  requestUpdate(): void;
  readonly updateComplete: Promise<unknown>;
}

export class Panel {
  readonly #of: Picking;
  readonly #month: Month | undefined;
  #limits: Limits;
  /** The day that a range begins with whose end is to come. */
  #half: number | undefined;
  /** The day that it would end with. */
  #considered: number | undefined;
  /** Times of days that have not been chosen yet. */
  readonly #pending: (number | undefined)[] = [];
  #seen = "";
  #begun: number | undefined;

  constructor(of: Picking) {
    this.#of = of;
    this.#limits = new Limits(of.model, of.grain);
    if (of.grain === "time") return;
    this.#month = new Month(this.#limits.nearestDay(today()), {
      look: (day) => this.#look(day),
      isChosen: (day) => this.#isChosen(day),
      blocks: (day) => this.#limits.blocks(day),
      pick: (day) => {
        this.#pickDay(day);
      },
      consider: (day) => {
        if (this.#half === undefined || day === this.#considered) return;
        this.#considered = day;
        of.requestUpdate();
      },
      update: (focus) => {
        this.#draw(focus);
      },
    });
  }

  /** Render it all; what is wrong stands where it is always seen. */
  render(problem?: TemplateResult): TemplateResult {
    const { model, grain, mode } = this.#of;
    this.#limits = new Limits(model, grain);
    this.#catchUp();
    return html`${this.#month?.render()}
      ${grain === "date" ? nothing : html`<div class="clocks ${mode}">${this.#renderClocks()}</div>`}
      <div class="end">${problem}${this.#renderFoot()}</div>`;
  }

  /** Put the focus where choosing begins. */
  focus(): void {
    const { root } = this.#of;
    if (this.#month !== undefined) this.#month.focus(root);
    else root.querySelector<HTMLElement>("[role=spinbutton]")?.focus();
  }

  /** Forget what was about to be chosen. */
  forget(): void {
    this.#half = this.#begun = undefined;
    this.#pending.length = 0;
    this.#seen = "";
  }

  #draw(focus: boolean): void {
    this.#of.requestUpdate();
    if (focus) void this.#of.updateComplete.then(() => this.#month?.focus(this.#of.root));
  }

  /** Go where the chosen is, whenever that is another. */
  #catchUp(): void {
    this.#goOn();
    const times = this.#of.times();
    const seen = times.join();
    if (seen === this.#seen) return;
    const before = this.#seen.split(",");
    this.#seen = seen;
    const news = times.find((time) => !before.includes(String(time))) ?? times[0];
    if (news !== undefined && this.#month !== undefined) [this.#month.at] = split(news);
  }

  /** Go on with a range of which one end was typed. */
  #goOn(): void {
    const begun = this.#of.begun();
    if (begun?.time === this.#begun) return;
    this.#begun = begun?.time;
    this.#half = this.#considered = undefined;
    if (begun === undefined || this.#month === undefined) return;
    const [day, seconds] = split(begun.time);
    this.#half = this.#considered = this.#month.at = day;
    this.#pending[begun.at] = seconds;
  }

  #isChosen(day: number): boolean {
    if (this.#half !== undefined) return day === this.#half;
    return this.#of.times().some((time) => split(time)[0] === day);
  }

  #look(day: number): string {
    if (this.#of.mode !== "range") return "";
    const [from, to] = this.#span();
    if (from === undefined || to === undefined || from === to || day < from || day > to) return "";
    return `between${day === from ? " first" : ""}${day === to ? " last" : ""}`;
  }

  /** The first and the last day of what is chosen, or about to be. */
  #span(): readonly (number | undefined)[] {
    if (this.#half === undefined) return this.#of.times().map((time) => split(time)[0]);
    const other = this.#considered ?? this.#half;
    return [Math.min(this.#half, other), Math.max(this.#half, other)];
  }

  #secondsAt(at: number): number {
    const { model, mode, grain } = this.#of;
    const usual = usualTime(model, mode, at);
    const chosen = mode === "many" || this.#half !== undefined ? undefined : this.#of.times()[at];
    const pending = this.#pending[at];
    if (chosen !== undefined) return split(chosen)[1];
    if (pending !== undefined) return pending;
    return grain === "time" ? split(this.#limits.nearest(usual * 1000))[1] : usual;
  }

  #timeOn(day: number, at: number): number {
    if (this.#of.grain === "date") return join(day);
    return this.#limits.nearest(join(day, this.#secondsAt(at)));
  }

  #pickDay(day: number): void {
    const { mode, grain, model } = this.#of;
    if (model.get("disabled") === true) return;
    if (this.#limits.blocks(day)) {
      this.#of.refuse(
        this.#limits.refusal(join(day)) ?? this.#limits.refusal(this.#timeOn(day, 0)),
      );
      return;
    }
    if (mode === "range") this.#pickEnd(day);
    else if (mode === "many") this.#toggle(this.#timeOn(day, 0));
    else if (this.#give([this.#timeOn(day, 0)]) && grain === "date") this.#of.close();
    // The day may stand in another week now.
    this.#draw(this.#of.root.querySelector("td:focus") !== null);
  }

  #pickEnd(day: number): void {
    const { grain } = this.#of;
    if (this.#half === undefined) {
      for (const at of [0, 1]) this.#pending[at] = this.#secondsAt(at);
      this.#half = this.#considered = day;
      this.#of.refuse(undefined);
      return;
    }
    const [first, last] = [Math.min(this.#half, day), Math.max(this.#half, day)];
    const times = [this.#timeOn(first, 0), this.#timeOn(last, 1)];
    this.#half = undefined;
    if (this.#give(times) && grain === "date") this.#of.close();
  }

  #toggle(time: number): void {
    const times = this.#of.times();
    const [day] = split(time);
    const chosen = times.find((each) => split(each)[0] === day);
    this.#give(chosen === undefined ? [...times, time] : times.filter((each) => each !== chosen));
  }

  #turn(at: number, seconds: number): void {
    const { mode, grain } = this.#of;
    const times = [...this.#of.times()];
    const chosen = times[at];
    this.#pending[at] = seconds;
    if (mode === "many" || this.#half !== undefined || (chosen === undefined && grain !== "time")) {
      this.#draw(false);
      return;
    }
    times[at] = join(chosen === undefined ? 0 : split(chosen)[0], seconds);
    this.#give(times);
  }

  #give(times: readonly number[]): boolean {
    const problem = this.#of.choose(times);
    this.#of.refuse(problem);
    return problem === undefined;
  }

  #renderClocks(): TemplateResult[] {
    const names = this.#of.mode === "range" ? ["From", "To"] : ["Time"];
    return names.map((name, at) =>
      renderClock(this.#of.model, name, this.#secondsAt(at), (seconds) => {
        this.#turn(at, seconds);
      }),
    );
  }

  #renderFoot(): TemplateResult {
    const { mode, grain, inline } = this.#of;
    const isDay = mode === "one" && grain === "date";
    const button = (words: string, act: () => void, look = "", disabled = false): TemplateResult =>
      html`<button type="button" class=${look} ?disabled=${disabled} @click=${act}>
        ${words}
      </button>`;
    const now = today();
    return html`<div class="foot">
      ${button("Clear", () => {
        this.forget();
        if (this.#give([]) && !inline && mode !== "many") this.#of.close();
      })}
      ${
        isDay
          ? button(
              "Today",
              () => {
                if (this.#month !== undefined) this.#month.at = now;
                this.#pickDay(now);
              },
              "",
              this.#limits.blocks(now),
            )
          : nothing
      }
      ${isDay || inline ? nothing : button("Done", this.#onDone, "done")}
    </div>`;
  }

  readonly #onDone = (): void => {
    const { grain } = this.#of;
    if (
      grain === "time" &&
      this.#of.times().length === 0 &&
      !this.#give([join(0, this.#secondsAt(0))])
    )
      return;
    this.#of.close();
  };
}
