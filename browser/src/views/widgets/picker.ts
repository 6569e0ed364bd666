/** What all fields of dates and times have: they can be typed into, and bring up a calendar. */
import { html, nothing } from "lit";
import type { CSSResult, PropertyValues, TemplateResult } from "lit";
import { split, join } from "../calendar/days.js";
import { Limits } from "../calendar/limits.js";
import type * as Calendar from "../calendar/panel.js";
import { hintOf, write } from "../calendar/pattern.js";
import { flag, text } from "../field.js";
import { lazily } from "../lazily.js";
import type { Grain } from "./moment.js";
import { grainOf, patternOf, typed, usualTime } from "./moment.js";
import { pickerLook } from "./picker_look.js";
import { TitledElement } from "./titled.js";

const bringCalendar = lazily(() => import("../calendar/panel.js"));

/** What people are about to type, by the place of its input. */
interface Draft {
  readonly at: number;
  readonly words: string;
}

/** The one end of a range that there is, and whether it is the first. */
export type Begun = Calendar.Begun;

const ICONS: Readonly<Record<"day" | "clock", string>> = {
  day: "M3 4.5h10v9H3zM3 7.5h10M5.5 2.5v3M10.5 2.5v3",
  clock: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3l2 1.5",
};

/** What is chosen while nothing is: what is typed may tell but a part. */
const NAMES: Readonly<Record<Grain, string>> = {
  date: "date",
  time: "time",
  datetime: "date and time",
};

export abstract class PickerElement extends TitledElement {
  static override styles: CSSResult[] = [...TitledElement.styles, pickerLook];

  abstract readonly mode: "one" | "range" | "many";

  protected draft: Draft | undefined;
  /** What is wrong with what was typed or picked. */
  protected problem = "";
  /** The value that the problem was found with. */
  #value: string | undefined;
  #calendar: typeof Calendar | undefined;
  #panel: Calendar.Panel | undefined;
  #open = false;
  #touched = false;
  /** What had the focus when the calendar came up. */
  #opener: HTMLElement | undefined;
  #unfollow: (() => void) | undefined;

  get grain(): Grain {
    return grainOf(this.model.type);
  }

  get inline(): boolean {
    return flag(this.model, "inline");
  }

  get root(): ParentNode {
    return this.renderRoot;
  }

  /** The one end of a range that was typed so far. */
  begun(): Begun | undefined {
    return undefined;
  }

  abstract times(): readonly number[];
  abstract choose(times: readonly number[]): string | undefined;

  /** The times in the inputs, in their order. */
  protected abstract get shown(): readonly (number | undefined)[];

  /** Take what was typed into an input; returns why that cannot be. */
  protected abstract enter(at: number, time: number | undefined): string | undefined;

  /** Say why something cannot be chosen, or that all is well: then what was typed instead is gone. */
  refuse(problem: string | undefined): void {
    this.problem = problem ?? "";
    if (problem === undefined && this.mode !== "many") this.draft = undefined;
    this.requestUpdate();
  }

  /** Close the calendar; the focus goes where it was before. */
  close(): void {
    if (!this.#open) return;
    this.#opener?.focus();
    this.#leave();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  /** Forget what was typed and not taken, and what was wrong with it. */
  protected discard(): void {
    this.draft = undefined;
    this.problem = "";
    this.requestUpdate();
  }

  /** Hear that the model has another value: what was wrong was so beside the one before. */
  protected renewed(): void {
    if (this.problem === "") return;
    if (this.mode !== "many") this.draft = undefined;
    this.problem = "";
  }

  /** Whether what stands in an input was refused. */
  protected isRefused(at: number): boolean {
    return this.problem !== "" && this.draft?.at === at;
  }

  /** What is wrong with what is shown, apart from what is being typed. */
  protected get objection(): string | undefined {
    return undefined;
  }

  protected get limits(): Limits {
    return new Limits(this.model, this.grain);
  }

  protected get pattern(): string {
    return patternOf(this.model, this.grain);
  }

  protected write(time: number | undefined): string {
    return time === undefined ? "" : write(time, this.pattern);
  }

  /** Read what was typed; the rest is taken from what is chosen, or is that of today. */
  protected read(words: string, other: number | undefined, at = 0): number | undefined {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const clock = this.grain === "datetime" ? usualTime(this.model, this.mode, at) : 0;
    const fallback = other ?? join(split(today)[0], clock);
    return typed(words, this.pattern, this.grain, fallback);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const value = JSON.stringify(this.model.get("value"));
    if (this.#value !== undefined && this.#value !== value) this.renewed();
    this.#value = value;
  }

  protected override updated(): void {
    super.updated();
    const { shown, draft } = this;
    for (const [at, input] of this.#inputs.entries()) {
      const words = draft?.at === at ? draft.words : this.write(shown[at]);
      if (input.value !== words) input.value = words;
    }
    if (this.inline) void this.#bring();
    if (this.#open && flag(this.model, "disabled")) this.#leave();
    this.#show();
  }

  /** Render the frame with its inputs, and what brings up the calendar. */
  protected renderField(names: readonly string[], name: string, long = false): TemplateResult {
    const disabled = flag(this.model, "disabled");
    const between = html`<span class="between" aria-hidden="true">–</span>`;
    const inputs = names.map(
      (each, at) => html`${at === 0 ? nothing : between}${this.#renderInput(at, each)}`,
    );
    const icon = this.grain === "time" ? ICONS.clock : ICONS.day;
    return html`<div class="field" @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      <div class="ends ${long ? "long" : ""}">${inputs}</div>
      ${
        this.inline
          ? nothing
          : html`<button
              type="button"
              class="opener"
              aria-label=${`Choose ${name}`}
              aria-haspopup="dialog"
              aria-expanded=${String(this.#open)}
              aria-controls=${this.#open ? "panel" : nothing}
              ?disabled=${disabled}
              @click=${this.#onOpener}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icon} /></svg>
            </button>`
      }
      ${this.#open && this.#panel !== undefined ? this.#renderPopup(name) : nothing}
    </div>`;
  }

  /** Render what stands below the field: what is wrong, and a calendar that is always shown. */
  protected renderBelow(name: string): TemplateResult {
    return html`${this.#open ? nothing : this.#renderProblem()}
    ${
      this.inline && this.#panel !== undefined
        ? html`<div
            class="panel inline"
            role="group"
            aria-label=${`Calendar of ${name}`}
            ?inert=${flag(this.model, "disabled")}
          >
            ${this.#panel.render()}
          </div>`
        : nothing
    }`;
  }

  /** Take what was typed, if anything was. */
  protected commit(): void {
    const { draft } = this;
    if (draft === undefined) return;
    const before = this.shown[draft.at];
    const words = draft.words.trim();
    if (words === this.write(before)) {
      this.draft = undefined;
      this.refuse(this.objection);
      return;
    }
    const time = words === "" ? undefined : this.read(words, before, draft.at);
    const problem =
      words !== "" && time === undefined
        ? this.unread(words)
        : ((time === undefined ? undefined : this.limits.refusal(time)) ??
          this.enter(draft.at, time));
    if (problem === undefined) this.draft = undefined;
    this.refuse(problem);
  }

  /** Return the words for a text that is no date or time. */
  protected unread(words: string): string {
    const cut = words.length > 40 ? `${words.slice(0, 40)}…` : words;
    return `“${cut}” is no ${NAMES[this.grain]}. Write it like ${this.write(Date.UTC(2026, 11, 31, 18, 30))}.`;
  }

  get #inputs(): NodeListOf<HTMLInputElement> {
    return this.renderRoot.querySelectorAll<HTMLInputElement>(".ends input");
  }

  #renderInput(at: number, name: string): TemplateResult {
    return html`<input
      id=${at === 0 ? "input" : "end"}
      type="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${name}
      aria-invalid=${this.isRefused(at) ? "true" : nothing}
      aria-describedby=${this.problem === "" ? nothing : "problem"}
      placeholder=${text(this.model, "placeholder") || hintOf(this.pattern)}
      ?disabled=${flag(this.model, "disabled")}
      @input=${(event: Event) => {
        this.draft = { at, words: (event.target as HTMLInputElement).value };
        this.requestUpdate();
      }}
      @change=${() => {
        this.onTyped();
      }}
      @blur=${() => {
        this.onTyped();
      }}
      @pointerdown=${(event: PointerEvent) => {
        this.#touched = event.pointerType === "touch";
      }}
      @mousedown=${this.#onPress}
      @click=${this.#onPoint}
    />`;
  }

  /** Hear that typing has come to an end. */
  protected onTyped(): void {
    this.commit();
  }

  #renderPopup(name: string): TemplateResult {
    return html`<div
      id="panel"
      class="panel"
      popover="manual"
      role="dialog"
      aria-label=${`Choose ${name}`}
      tabindex="-1"
      @mousedown=${this.#onPanelPress}
    >
      ${this.#panel?.render(this.#renderProblem())}
    </div>`;
  }

  #renderProblem(): TemplateResult {
    return html`<div role="alert">
      ${this.problem === "" ? nothing : html`<p id="problem" class="problem">${this.problem}</p>`}
    </div>`;
  }

  /** Load the calendar, once. */
  async #bring(): Promise<Calendar.Panel> {
    this.#calendar ??= await new Promise<typeof Calendar>(bringCalendar);
    if (this.#panel === undefined) {
      const sheet = this.#calendar.panelStyles.styleSheet;
      const root = this.renderRoot as ShadowRoot;
      if (sheet !== undefined) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      this.#panel = new this.#calendar.Panel(this);
      this.requestUpdate();
    }
    return this.#panel;
  }

  async #bringUp(opener: HTMLElement, focus: boolean): Promise<void> {
    const panel = await this.#bring();
    if (!this.isConnected || flag(this.model, "disabled")) return;
    this.#opener = opener;
    this.#open = true;
    this.requestUpdate();
    await this.updateComplete;
    if (focus) panel.focus();
  }

  /** Put the calendar over the page as soon as it is there. */
  #show(): void {
    const popup = this.renderRoot.querySelector<HTMLElement>("#panel");
    const field = this.renderRoot.querySelector<HTMLElement>(".field");
    if (popup === null || field === null || popup.matches(":popover-open")) return;
    popup.showPopover();
    this.#unfollow?.();
    this.#unfollow = this.#calendar?.follow(popup, field, () => text(this.model, "position"));
  }

  #leave(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#opener = undefined;
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#panel?.forget();
    // What was picked in vain is gone with the calendar; what was typed stands in the field.
    if (![0, 1].some((at) => this.isRefused(at))) this.problem = "";
    this.requestUpdate();
  }

  /** Take what was typed; with it the calendar has done its service. */
  #conclude(): void {
    this.onTyped();
    const isDone = this.mode !== "many" && this.problem === "" && this.begun() === undefined;
    if (isDone) this.#leave();
  }

  /** A first tap brings up the calendar instead of the keys of the screen; a second one brings these. */
  readonly #onPress = (event: Event): void => {
    if (this.#touched && !this.#open && !this.inline) event.preventDefault();
  };

  readonly #onPoint = (event: Event): void => {
    if (this.#open || this.inline) return;
    const opener = this.renderRoot.querySelector<HTMLElement>(".opener");
    const opened = this.#touched && opener !== null ? opener : (event.target as HTMLElement);
    void this.#bringUp(opened, this.#touched);
  };

  /** What has no focus of its own leaves it where it is, also in browsers whose buttons take none. */
  readonly #onPanelPress = (event: Event): void => {
    const { target } = event;
    if (target instanceof Element && target.closest("input, select") === null) {
      event.preventDefault();
    }
  };

  readonly #onOpener = (event: Event): void => {
    if (this.#open) this.close();
    else void this.#bringUp(event.currentTarget as HTMLElement, true);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, target } = event;
    const typing = target instanceof HTMLInputElement && target.closest(".ends") !== null;
    const isLeft =
      key === "Escape" && (this.#open || this.draft !== undefined || this.problem !== "");
    if (key === "Enter" && typing) this.#conclude();
    if (isLeft) {
      this.discard();
      this.close();
    } else if (key === "ArrowDown" && typing && this.#open) this.#panel?.focus();
    else if (key === "ArrowDown" && typing && !this.inline) void this.#bringUp(target, true);
    else {
      // What is typed into the middle of a calendar is not the field's to hear.
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    const field = event.currentTarget as Element;
    if (this.#open && !(next instanceof Node && field.contains(next))) this.#leave();
  };
}
