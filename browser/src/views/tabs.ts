/** Several contents of which one is shown at a time. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model, ModelChange } from "../model/types.js";
import { learn } from "../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../model/widget_schema.js";
import { base } from "../theme/tokens.js";
import { ModelElement } from "./element.js";
import { isMirrored, keyOn } from "./mirrored.js";
import type { Tip } from "./dom/tip.js";
import { Watch } from "./watch.js";
import { flag, number, reference, references, text } from "./field.js";
import { arrange, placeholders } from "./arrange.js";
import { documentAround } from "./around.js";
import { lazily } from "./lazily.js";
import { register } from "./registry.js";

const bringTip = lazily(() => import("./dom/tip.js"));

/** How far tabs fade where the list of them goes on, in pixels. */
const FADE = 32;

class TabsElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      .frame {
        display: flex;
        flex-direction: column;
        gap: 12px;
        block-size: 100%;
        min-inline-size: 0;
      }
      .frame.below {
        flex-direction: column-reverse;
      }
      .frame.left {
        flex-direction: row;
      }
      .frame.right {
        flex-direction: row-reverse;
      }
      .list {
        display: flex;
        gap: 4px;
        overflow-x: auto;
        scroll-padding: ${FADE}px;
        scrollbar-width: thin;
        border: 0 solid var(--_line);
        border-block-end-width: 1px;
        mask-image: linear-gradient(
          var(--_way, to right),
          transparent,
          #000 var(--_before, 0px) calc(100% - var(--_after, 0px)),
          transparent
        );
      }
      .left .list,
      .right .list {
        flex-direction: column;
        flex: none;
        --_way: to bottom;
      }
      .tab {
        display: flex;
        flex: none;
        align-items: center;
        justify-content: space-between;
        border: 0 solid transparent;
        border-block-end-width: 2px;
        transition: border-color 120ms;
      }
      .tab:has([aria-selected="true"]) {
        border-color: var(--_accent);
      }
      /* The line, and the mark on it, are at the side of the content. */
      .below .list {
        border-block-width: 1px 0;
      }
      .below .tab {
        border-block-width: 2px 0;
      }
      .left .list {
        border-width: 0;
        border-inline-end-width: 1px;
      }
      .left .tab {
        border-width: 0;
        border-inline-end-width: 2px;
      }
      .right .list {
        border-width: 0;
        border-inline-start-width: 1px;
      }
      .right .tab {
        border-width: 0;
        border-inline-start-width: 2px;
      }
      .tab > button {
        min-block-size: 40px;
        padding: 8px 12px;
        border: 0;
        background: none;
        color: var(--_muted);
        font: inherit;
        font-weight: 500;
        letter-spacing: inherit;
        white-space: nowrap;
        cursor: pointer;
        transition: color 120ms;
      }
      .tab > button:hover:not(:disabled) {
        color: var(--_text);
      }
      .tab > button:focus-visible {
        outline-offset: -2px;
        border-radius: var(--_radius);
      }
      .tab > button[aria-selected="true"] {
        color: var(--_accent);
      }
      .tab > button:disabled {
        opacity: 0.55;
        cursor: not-allowed;
      }
      .left .tab > button,
      .right .tab > button {
        flex: 1;
        text-align: start;
      }
      .close {
        display: grid;
        margin-inline: -4px 6px;
        place-items: center;
        inline-size: 24px;
        block-size: 24px;
        border-radius: 4px;
        color: var(--_muted);
        cursor: pointer;
      }
      .close:hover {
        background: var(--_sunken);
      }
      .close svg {
        inline-size: 12px;
        block-size: 12px;
        stroke: currentcolor;
        stroke-width: 1.5;
        stroke-linecap: round;
      }
      @media (forced-colors: active) {
        .tab {
          forced-color-adjust: none;
        }
      }
      .panel {
        display: flex;
        flex: 1 1 auto;
        flex-direction: column;
        align-items: flex-start;
        min-inline-size: 0;
        min-block-size: 0;
      }
      .panel[hidden] {
        display: none;
      }
      /* Those that are as large as each other lie upon each other. */
      .frame.linked {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      }
      .frame.linked.below {
        grid-template-rows: minmax(0, 1fr) auto;
      }
      .frame.linked.left {
        grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
      }
      .frame.linked.right {
        grid-template: minmax(0, 1fr) / minmax(0, 1fr) auto;
      }
      .linked > .panel {
        grid-area: 2 / 1;
      }
      .linked.below > .panel {
        grid-area: 1 / 1;
      }
      .linked.below > .list {
        grid-row: 2;
      }
      .linked.left > .panel {
        grid-area: 1 / 2;
      }
      .linked.right > .panel {
        grid-area: 1 / 1;
      }
      .linked.right > .list {
        grid-area: 1 / 2;
      }
      .linked > .panel[hidden] {
        display: flex;
        visibility: hidden;
      }
    `,
  ];

  /** The views of the contents that somebody has looked at; those stay as they were left. */
  readonly #views = new Map<Model, Map<Model, HTMLElement>>();
  readonly #seen = new Set<Model>();
  readonly #watch = new Watch(() => {
    this.requestUpdate();
  });

  readonly #sizes = new ResizeObserver(() => {
    this.#turn();
    this.#fade();
  });

  /** Whether there is little room: tabs beside the content would leave it none. */
  #narrow = false;
  /** The tab that was scrolled to. */
  #reached = -1;
  #tip: Tip | undefined;
  /** The tab that is pointed at. */
  #pointed: EventTarget | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.#watch.cancel();
    this.#sizes.disconnect();
  }

  protected override changed(_change: ModelChange): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const tabs = references(this.model, "tabs");
    const active = this.#active(tabs);
    const shown = tabs[active];
    if (shown !== undefined) this.#seen.add(shown);
    const linked = flag(this.model, "link_layouts");
    if (linked) for (const tab of tabs) this.#seen.add(tab);
    const wanted = text(this.model, "tabs_location", "above");
    const vertical = !this.#narrow && (wanted === "left" || wanted === "right");
    const location = vertical || wanted === "below" ? wanted : "above";
    return html`<div class="frame ${location} ${linked ? "linked" : ""}">
      <div
        class="list"
        role="tablist"
        aria-label=${text(this.model, "name") || "Tabs"}
        aria-orientation=${vertical ? "vertical" : "horizontal"}
        @keydown=${this.#onKey}
        @scroll=${this.#fade}
      >
        ${tabs.map((tab, index) => this.#renderTab(tab, index, index === active))}
      </div>
      ${tabs.map(
        (_, index) =>
          html`<div
            class="panel"
            id=${`panel-${index}`}
            role="tabpanel"
            tabindex=${index === active ? "0" : "-1"}
            aria-labelledby=${`tab-${index}`}
            ?hidden=${index !== active}
          ></div>`,
      )}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const tabs = references(this.model, "tabs");
    this.#watch.set(tabs);
    const panels = this.renderRoot.querySelectorAll(".panel");
    for (const [index, tab] of tabs.entries()) {
      const panel = panels[index];
      const child = reference(tab, "child");
      if (panel === undefined) continue;
      const views = this.#views.get(tab) ?? new Map<Model, HTMLElement>();
      this.#views.set(tab, views);
      const children = child !== undefined && this.#seen.has(tab) ? [child] : [];
      // Panels belong to places: what another tab left here goes to where that is now.
      for (const node of [...panel.children]) {
        if (![...views.values()].includes(node as HTMLElement)) node.remove();
      }
      arrange(panel, children, views, "column");
    }
    for (const tab of this.#views.keys()) {
      if (tabs.includes(tab)) continue;
      this.#views.delete(tab);
      this.#seen.delete(tab);
    }
    const list = this.renderRoot.querySelector(".list");
    if (list !== null) this.#sizes.observe(list);
    const around = documentAround(this);
    if (around !== undefined) this.#sizes.observe(around);
    this.#turn();
    this.#reach(this.#active(tabs));
    this.#fade();
  }

  /** Put tabs that belong beside the content above it where the document is narrow. */
  #turn(): void {
    const narrow = documentAround(this)?.hasAttribute("data-narrow") === true;
    if (narrow === this.#narrow) return;
    this.#narrow = narrow;
    this.requestUpdate();
  }

  /** Scroll the list, and nothing around it, to a tab. */
  #reach(active: number): void {
    const list = this.renderRoot.querySelector(".list");
    const tab = list?.children[active];
    if (!list || tab === undefined || active === this.#reached) return;
    this.#reached = active;
    const [around, box] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
    const past = (start: number, end: number, first: number, last: number): number =>
      Math.min(0, start - FADE - first) || Math.max(0, end + FADE - last);
    list.scrollBy({
      left: past(box.left, box.right, around.left, around.right),
      top: past(box.top, box.bottom, around.top, around.bottom),
    });
  }

  /** Let the list fade out where it goes on. */
  readonly #fade = (): void => {
    const list = this.renderRoot.querySelector<HTMLElement>(".list");
    if (list === null) return;
    const upright = list.ariaOrientation === "vertical";
    const rest = upright
      ? list.scrollHeight - list.clientHeight
      : list.scrollWidth - list.clientWidth;
    const mirrored = !upright && isMirrored(list);
    const before = upright ? list.scrollTop : list.scrollLeft + (mirrored ? rest : 0);
    list.style.setProperty("--_before", `${Math.min(FADE, Math.max(0, before))}px`);
    list.style.setProperty("--_after", `${Math.min(FADE, Math.max(0, rest - before))}px`);
  };

  #active(tabs: readonly Model[]): number {
    return Math.min(Math.max(0, number(this.model, "active", 0)), Math.max(0, tabs.length - 1));
  }

  #renderTab(tab: Model, index: number, active: boolean): TemplateResult {
    const title = text(tab, "title");
    return html`<div class="tab" role="presentation">
      <button
        type="button"
        role="tab"
        id=${`tab-${index}`}
        aria-selected=${String(active)}
        aria-controls=${`panel-${index}`}
        tabindex=${active ? "0" : "-1"}
        aria-keyshortcuts=${flag(tab, "closable") ? "Delete" : nothing}
        ?disabled=${flag(tab, "disabled") || flag(this.model, "disabled")}
        @click=${() => {
          this.model.set("active", index);
        }}
        @pointerenter=${this.#enter(tab)}
        @focus=${this.#enter(tab)}
        @pointerleave=${this.#leave}
        @blur=${this.#leave}
      >
        ${title === "" ? `Tab ${index + 1}` : title}
      </button>
      ${
        flag(tab, "closable")
          ? html`<span
              class="close"
              aria-hidden="true"
              @click=${() => {
                this.#close(tab);
              }}
            >
              <svg viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8" /></svg>
            </span>`
          : nothing
      }
    </div>`;
  }

  #enter(tab: Model): ((event: Event) => void) | typeof nothing {
    const tooltip = reference(tab, "tooltip");
    if (tooltip === undefined) return nothing;
    return ({ currentTarget }: Event) => {
      this.#pointed = currentTarget;
      bringTip(({ Tip }) => {
        if (this.#pointed !== currentTarget || !(currentTarget instanceof Element)) return;
        this.#tip ??= new Tip(this.renderRoot as ShadowRoot);
        this.#tip.show(currentTarget, tooltip);
      });
    };
  }

  readonly #leave = (): void => {
    this.#pointed = null;
    this.#tip?.hide();
  };

  #close(tab: Model): void {
    const tabs = references(this.model, "tabs");
    const at = tabs.indexOf(tab);
    const active = number(this.model, "active", 0);
    const left = tabs.filter((other) => other !== tab);
    const next = active > at || active >= left.length ? active - 1 : active;
    this.model.setAll({ tabs: left, active: Math.max(0, next) });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLButtonElement>("[role=tab]")];
    const able = tabs.filter((tab) => !tab.disabled);
    const at = able.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    // What is crossed out with the pointer is deleted with the key.
    const tab = references(this.model, "tabs")[tabs.indexOf(event.target as HTMLButtonElement)];
    if (event.key === "Delete" && tab !== undefined && flag(tab, "closable")) {
      this.#close(tab);
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
      });
    }
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: able.length - 1,
    };
    const place = places[keyOn(this, event)];
    const next = place === undefined ? undefined : able[(place + able.length) % able.length];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
}

learn(WIDGET_SCHEMA);
register("docsync-tabs", TabsElement, "Tabs");
