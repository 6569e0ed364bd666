import { LitElement, html, nothing, svg } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { base } from "../../../theme/tokens.js";
import { flag, references } from "../../field.js";
import { Watch } from "../../watch.js";
import { bringTools } from "./bring.js";
import type { Entry } from "./buttons.js";
import { entriesOf, isIdle, isPressable, isPressed, nameOf, press } from "./buttons.js";
import { driven, kindOf } from "./kinds.js";
import { chosenIcons, renderIcon } from "./icon.js";
import { labelOf } from "./looks.js";
import type { ToolUser } from "./usage.js";
import { watchTools } from "./usage.js";
import { barStyles } from "./bar_styles.js";

export type BarPlace = "above" | "below" | "left" | "right";

/** The bar that offers the tools of a figure, or of several. */
export class ToolbarElement extends LitElement {
  static override styles: CSSResult[] = [base, barStyles];

  #bar: Model | undefined;
  #place: BarPlace = "right";
  #user: ToolUser | undefined;
  #open: Model | "more" | undefined;
  /** So many entries have room; the others are behind a button of their own. */
  #most = Infinity;
  /** How many entries each group had when that was seen. */
  #groups = "";
  readonly #resizing = new ResizeObserver(() => {
    this.#most = Infinity;
    this.requestUpdate();
  });
  /** Which button the arrow keys have come to. */
  #current = 0;
  #leave: (() => void) | undefined;
  readonly #watch = new Watch(() => {
    this.requestUpdate();
  });

  /** Show the tools of a bar, at a side; those of `user` drive it alone, the others whoever has them. */
  show(bar: Model, place: BarPlace, user?: ToolUser): void {
    if (bar === this.#bar && place === this.#place && user === this.#user) return;
    this.#bar = bar;
    this.#place = place;
    this.#user = user;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = watchTools(() => {
      this.requestUpdate();
    });
    this.#resizing.observe(this);
    // A bar that lies is as long as its buttons: how much room there is its surroundings know.
    if (this.parentElement !== null) this.#resizing.observe(this.parentElement);
    this.addEventListener("keydown", this.#onKey);
    this.addEventListener("focusout", this.#onFocusOut);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#resizing.disconnect();
    this.#watch.cancel();
  }

  /** What has left the page is not rendered: it would hear of its tools again. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override render(): TemplateResult | typeof nothing {
    const bar = this.#bar;
    if (bar === undefined || !flag(bar, "visible", true)) return nothing;
    const tools = references(bar, "tools");
    const complete = bringTools(tools, () => {
      this.requestUpdate();
    });
    this.toggleAttribute("data-coming", !complete);
    // Buttons that come later would push others away from under the pointer.
    if (!complete) return nothing;
    const all = entriesOf(bar);
    const sizes = all.map(({ length }) => length).join(" ");
    if (sizes !== this.#groups) this.#most = Infinity;
    this.#groups = sizes;
    const rest = all.flat().slice(this.#most).flat();
    let left = this.#most;
    const groups = all
      .map((entries) => {
        const shown = entries.slice(0, left);
        left -= shown.length;
        return shown;
      })
      .filter((entries) => entries.length > 0);
    if (groups.length + rest.length === 0) return nothing;
    const vertical = this.#place === "left" || this.#place === "right";
    return html`<div
      class="bar ${this.#place}"
      role="toolbar"
      aria-label="Plot tools"
      aria-orientation=${vertical ? "vertical" : "horizontal"}
    >
      ${groups.map(
        (entries, at) =>
          html`${at === 0 ? nothing : html`<span class="line"></span>`}${entries.map((entry) =>
            this.#renderEntry(entry),
          )}`,
      )}
      ${rest.length === 0 ? nothing : this.#renderGroup("more", rest)}
    </div>`;
  }

  protected override updated(): void {
    const bar = this.#bar;
    if (bar === undefined) return;
    const tools = references(bar, "tools");
    this.#watch.set([bar, ...tools, ...tools.flatMap(driven)]);
    this.toggleAttribute("data-autohide", flag(bar, "autohide"));
    chosenIcons.paint?.(this.renderRoot);
    this.#fit();
    this.#keepInside();
    const buttons = this.#buttons();
    this.#current = Math.min(this.#current, Math.max(0, buttons.length - 1));
    buttons.forEach((button, at) => {
      button.tabIndex = at === this.#current ? 0 : -1;
    });
  }

  /** See how many buttons have room in a bar that cannot get longer. */
  #fit(): void {
    const bar = this.renderRoot.querySelector<HTMLElement>(".bar");
    if (bar === null || this.#most !== Infinity) return;
    const across = this.#place === "above" || this.#place === "below";
    const room = (across ? this.clientWidth : this.clientHeight) + 1;
    if ((across ? bar.scrollWidth : bar.offsetHeight) <= room) return;
    const ends = [...bar.children].flatMap((each) => {
      if (!(each instanceof HTMLElement) || each.matches(".line")) return [];
      return across
        ? [each.offsetLeft - bar.offsetLeft + each.offsetWidth]
        : [each.offsetTop - bar.offsetTop + each.offsetHeight];
    });
    const size = (ends[0] ?? 0) + 2;
    this.#most = Math.max(0, ends.filter((end) => end + size <= room).length);
    this.requestUpdate();
  }

  /** Move tools that came out from behind a button to where all of them are seen. */
  #keepInside(): void {
    const members = this.renderRoot.querySelector<HTMLElement>(".members");
    if (members === null) return;
    members.style.translate = "";
    const box = members.getBoundingClientRect();
    // A plot cuts off what leaves it.
    const cut = this.closest(".plot")?.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const right = Math.min(cut?.right ?? clientWidth, clientWidth);
    const bottom = Math.min(cut?.bottom ?? clientHeight, clientHeight);
    const x = within(box.left, box.width, Math.max(cut?.left ?? 0, 0), right);
    const y = within(box.top, box.height, Math.max(cut?.top ?? 0, 0), bottom);
    if (x !== 0 || y !== 0) members.style.translate = `${x}px ${y}px`;
  }

  #renderEntry(entry: Entry): TemplateResult | typeof nothing {
    const [first, ...others] = entry;
    if (first === undefined) return nothing;
    if (others.length === 0) return this.#renderTool(first, "");
    return this.#renderGroup(first, entry);
  }

  /** Show tools behind a button: that of the first one, or that of those without room. */
  #renderGroup(key: Model | "more", entry: Entry): TemplateResult {
    const open = this.#open === key;
    const [words, icon] =
      key === "more" ? ["More tools", html`<b>⋯</b>`] : [labelOf(key), renderIcon(key)];
    const label = `${words} (${entry.length})`;
    return html`<span class="group">
      <button
        type="button"
        class="more"
        aria-label=${label}
        aria-haspopup="true"
        aria-expanded=${open}
        data-used=${entry.some((tool) => isPressed(tool, this.#user))}
        @click=${() => {
          this.#open = open ? undefined : key;
          this.requestUpdate();
        }}
      >
        ${icon}
        ${
          key === "more"
            ? nothing
            : html`<svg class="corner" viewBox="0 0 6 6" aria-hidden="true">
                ${svg`<path d="M6 0v6H0z" />`}
              </svg>`
        }
      </button>
      ${
        open
          ? html`<span class="members" role="group" aria-label=${label}
              >${entry.map((tool, at) =>
                this.#renderTool(tool, key === "more" ? "" : ` ${at + 1}`),
              )}</span
            >`
          : nothing
      }
    </span>`;
  }

  #renderTool(tool: Model, suffix: string): TemplateResult | typeof nothing {
    if (kindOf(tool) === undefined) return nothing;
    const user = this.#user;
    const pressed = isPressable(tool) ? String(isPressed(tool, user)) : nothing;
    return html`<button
      type="button"
      aria-label=${nameOf(tool, suffix)}
      aria-pressed=${pressed}
      aria-disabled=${isIdle(tool, user) ? "true" : nothing}
      @click=${() => {
        if (isIdle(tool, user)) return;
        press(tool, user);
        this.requestUpdate();
      }}
    >
      ${renderIcon(tool)}
    </button>`;
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll("button")];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = this.#buttons();
    const at = buttons.findIndex((button) => button === this.shadowRoot?.activeElement);
    if (event.key === "Escape" && this.#open !== undefined) {
      this.#open = undefined;
      this.requestUpdate();
    } else {
      const to = STEPS[event.key]?.(at, buttons.length - 1);
      if (to === undefined || at < 0) return;
      this.#current = (to + buttons.length) % buttons.length;
      buttons[this.#current]?.focus();
      this.requestUpdate();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    if (this.#open === undefined || event.relatedTarget === this) return;
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget))
      return;
    this.#open = undefined;
    this.requestUpdate();
  };
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** How far from the edges of the window tools are kept, in CSS pixels. */
const EDGE = 4;

/** Return how far to move what begins at a place to keep it between two others. */
function within(start: number, size: number, low: number, high: number): number {
  return Math.max(low + EDGE, Math.min(start, high - EDGE - size)) - start;
}

if (customElements.get("docsync-toolbar") === undefined) {
  customElements.define("docsync-toolbar", ToolbarElement);
}
