/** Several contents of which one is shown at a time. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model, ModelChange } from "../model/types.js";
import { learn } from "../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../model/widget_schema.js";
import { base } from "../theme/tokens.js";
import { ModelElement } from "./element.js";
import type { Tip } from "./dom/tip.js";
import { Watch } from "./figure/watch.js";
import { flag, number, reference, references, text } from "./field.js";
import { arrange, placeholders } from "./arrange.js";
import { register } from "./registry.js";

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
        scrollbar-width: thin;
        border-block-end: 1px solid var(--_line);
      }
      .below .list {
        border-block: 1px solid var(--_line) 0;
      }
      .left .list,
      .right .list {
        flex-direction: column;
        flex: none;
        border: 0;
        border-inline-end: 1px solid var(--_line);
      }
      .right .list {
        border-inline: 1px solid var(--_line) 0;
      }
      .tab {
        display: flex;
        flex: none;
        align-items: center;
      }
      .tab > button {
        min-block-size: 40px;
        padding: 8px 12px;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        color: var(--_muted);
        font: inherit;
        font-weight: 500;
        letter-spacing: inherit;
        white-space: nowrap;
        cursor: pointer;
        transition:
          color 120ms,
          border-color 120ms;
      }
      .tab > button:hover:not(:disabled) {
        color: var(--_text);
      }
      .tab > button:focus-visible {
        outline-offset: -2px;
        border-radius: var(--_radius);
      }
      .tab > button[aria-selected="true"] {
        border-color: var(--_accent);
        color: var(--_accent);
      }
      .tab > button:disabled {
        opacity: 0.55;
        cursor: not-allowed;
      }
      .close {
        display: grid;
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
    `,
  ];

  /** The views of the contents that somebody has looked at; those stay as they were left. */
  readonly #views = new Map<Model, Map<Model, HTMLElement>>();
  readonly #seen = new Set<Model>();
  readonly #watch = new Watch(() => {
    this.requestUpdate();
  });

  #tip: Promise<Tip> | undefined;
  /** The tab that is pointed at. */
  #pointed: EventTarget | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.#watch.cancel();
  }

  protected override changed(_change: ModelChange): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const tabs = references(this.model, "tabs");
    const active = this.#active(tabs);
    const shown = tabs[active];
    if (shown !== undefined) this.#seen.add(shown);
    const location = text(this.model, "tabs_location", "above");
    const vertical = location === "left" || location === "right";
    return html`<div class="frame ${location}">
      <div
        class="list"
        role="tablist"
        aria-label=${text(this.model, "name") || "Tabs"}
        aria-orientation=${vertical ? "vertical" : "horizontal"}
        @keydown=${this.#onKey}
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
  }

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
      this.#tip ??= import("./dom/tip.js").then(
        (module) => new module.Tip(this.renderRoot as ShadowRoot),
      );
      void this.#tip.then((tip) => {
        if (this.#pointed !== currentTarget || !(currentTarget instanceof Element)) return;
        tip.show(currentTarget, tooltip);
      });
    };
  }

  readonly #leave = (): void => {
    this.#pointed = null;
    void this.#tip?.then(({ hide }) => {
      hide();
    });
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
    if (event.key === "Delete" && tab !== undefined && flag(tab, "closable")) this.#close(tab);
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: able.length - 1,
    };
    const place = places[event.key];
    const next = place === undefined ? undefined : able[(place + able.length) % able.length];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
}

learn(WIDGET_SCHEMA);
register("docsync-tabs", TabsElement, "Tabs");
