/** Menus that come up where somebody asks for one. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { FLOATING_SCHEMA } from "../../model/floating_schema.js";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { renderPicture } from "../adorn/pictures.js";
import { ModelElement } from "../element.js";
import { Watch } from "../watch.js";
import { flag, isModel, list, reference, text } from "../field.js";
import { lazily } from "../lazily.js";
import { register, rest } from "../registry.js";

/** Menus within menus may go so deep. */
const MAX_DEPTH = 8;
const ROOM = 8;

/** The menu that is open. */
let current: MenuElement | undefined;

/** One line of a menu. */
export interface Choice {
  /** What it stands for. */
  readonly of: Model;
  readonly words: string;
  readonly tooltip: string;
  readonly shortcut: string;
  /** What stands before the words, one beside the other. */
  readonly marks: readonly unknown[];
  /** Whether it is on or off, if it is one of these. */
  readonly checked: boolean | undefined;
  readonly disabled: boolean;
  readonly menu: Model | undefined;
  choose(): void;
}

export class MenuElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 4px;
        inline-size: max-content;
        min-inline-size: 160px;
        max-inline-size: min(360px, 100vw);
        max-block-size: 80vh;
        overflow: auto;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
      }
      button {
        display: flex;
        gap: 8px;
        align-items: center;
        inline-size: 100%;
        min-block-size: 32px;
        padding: 4px 10px 4px 6px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--_text);
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover:not([aria-disabled="true"]),
      button:focus-visible,
      button[aria-expanded="true"] {
        background: var(--_sunken);
        outline-offset: -2px;
      }
      button[aria-disabled="true"] {
        opacity: 0.5;
        cursor: not-allowed;
      }
      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 18px;
        block-size: 18px;
      }
      .mark > i {
        inline-size: 14px;
        block-size: 14px;
        border-radius: 3px;
      }
      .mark.more {
        inline-size: 12px;
        color: var(--_muted);
      }
      .icon {
        stroke-width: 1.4;
      }
      svg {
        inline-size: 16px;
        block-size: 16px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .words {
        flex: 1 1 auto;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .keys {
        flex: none;
        margin-inline-start: 16px;
        color: var(--_muted);
        font-size: 12px;
      }
      hr {
        margin: 4px 0;
        border: 0;
        border-block-start: 1px solid var(--_line);
      }
      .empty {
        padding: 6px 10px;
        color: var(--_muted);
      }
      @media (forced-colors: active) {
        .mark > i {
          forced-color-adjust: none;
        }
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
        }
      }
    `,
  ];

  /** The menu that this is a part of. */
  parent: MenuElement | undefined;
  /** Where the focus was before. */
  origin: HTMLElement | undefined;

  #child: MenuElement | undefined;
  #opened: Model | undefined;
  readonly #watch = new Watch(() => {
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = "menu";
    this.popover = "manual";
    this.showPopover();
    this.addEventListener("keydown", this.#onKey);
    this.addEventListener("contextmenu", this.#onContextMenu);
    addEventListener("pointerdown", this.#onOutside, true);
    addEventListener("blur", this.#onBlur);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.cancel();
    this.#child?.remove();
    if (current === this) current = undefined;
    removeEventListener("pointerdown", this.#onOutside, true);
    removeEventListener("blur", this.#onBlur);
  }

  protected override render(): TemplateResult {
    this.ariaLabel = text(this.model, "name") || this.called;
    const { choices } = this;
    return html`${
      choices.length === 0
        ? html`<div class="empty">Nothing to choose</div>`
        : choices.map((choice) => this.#renderChoice(choice))
    }`;
  }

  protected override updated(): void {
    super.updated();
    this.#watch.set(this.watched);
  }

  /** What a menu is called that has no name. */
  protected readonly called: string = "Menu";

  /** The lines from top to bottom; `undefined` is a line between two groups. */
  protected get choices(): readonly (Choice | undefined)[] {
    return this.#items.map((item) =>
      item === undefined || item.type === "DividerItem" ? undefined : choiceOf(item),
    );
  }

  /** What the lines follow. */
  protected get watched(): readonly Model[] {
    return this.#items.filter((item) => item !== undefined);
  }

  get #items(): (Model | undefined)[] {
    const items = list(this.model, "items").map((item) => (isModel(item) ? item : undefined));
    return flag(this.model, "reversed") ? items.reverse() : items;
  }

  #renderChoice(choice: Choice | undefined): TemplateResult {
    if (choice === undefined) return html`<hr role="separator" />`;
    const { of, words, tooltip, shortcut, marks, checked, disabled, menu } = choice;
    return html`<button
      type="button"
      role=${checked === undefined ? "menuitem" : "menuitemcheckbox"}
      tabindex="-1"
      title=${tooltip || nothing}
      aria-checked=${checked === undefined ? nothing : String(checked)}
      aria-disabled=${disabled ? "true" : nothing}
      aria-haspopup=${menu === undefined ? nothing : "menu"}
      aria-expanded=${menu === undefined ? nothing : String(this.#opened === of)}
      aria-keyshortcuts=${/^[\w+ ]+$/.test(shortcut) ? shortcut.replace("Ctrl", "Control") : nothing}
      @click=${(event: Event) => {
        this.#choose(choice, event.currentTarget as HTMLElement);
      }}
      @pointerenter=${(event: Event) => {
        this.#open(choice, event.currentTarget as HTMLElement);
      }}
    >
      ${marks.map((mark) => html`<span class="mark" aria-hidden="true">${mark}</span>`)}
      <span class="words">${words}</span>
      ${shortcut === "" ? nothing : html`<span class="keys" aria-hidden="true">${shortcut}</span>`}
      ${
        menu === undefined
          ? nothing
          : html`<span class="mark more" aria-hidden="true"
              >${renderPicture("chevron-right")}</span
            >`
      }
    </button>`;
  }

  #choose(choice: Choice, button: HTMLElement): void {
    if (choice.disabled) return;
    if (choice.menu !== undefined) {
      this.#open(choice, button, true);
      return;
    }
    this.close();
    choice.choose();
  }

  /** Open the menu of an item in place of another's. */
  #open(choice: Choice, button: HTMLElement, focus = false): void {
    const { of, menu, disabled } = choice;
    if (this.#opened === of) {
      if (focus) this.#child?.focusFirst();
      return;
    }
    this.#child?.remove();
    this.#child = undefined;
    this.#opened = undefined;
    if (menu !== undefined && !disabled && this.#depth < MAX_DEPTH) {
      this.#opened = of;
      withView(menu, () => {
        this.#show(choice, menu, button);
        if (focus) this.#child?.focusFirst();
      });
    }
    this.requestUpdate();
  }

  /** Show the menu of an item, unless another one has been opened or this one closed meanwhile. */
  #show({ of }: Choice, menu: Model, button: HTMLElement): void {
    if (this.#opened !== of || !this.isConnected) return;
    const box = button.getBoundingClientRect();
    this.#child = place(menu, this.renderRoot, box.right - 4, box.top - 5, box.left + 4);
    this.#child.parent = this;
    this.#child.origin = button;
  }

  get #depth(): number {
    return this.parent === undefined ? 1 : this.parent.#depth + 1;
  }

  /** Close it, and all of which it is a part. */
  close(): void {
    const { parent, origin } = this;
    this.remove();
    if (parent === undefined) origin?.focus();
    else parent.close();
  }

  focusFirst(): void {
    void this.updateComplete.then(() => {
      this.#buttons[0]?.focus();
    });
  }

  get #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("button")];
  }

  #back(): void {
    this.origin?.focus();
    if (this.parent === undefined) this.remove();
    else this.parent.#forget();
  }

  #forget(): void {
    this.#child?.remove();
    this.#child = undefined;
    this.#opened = undefined;
    this.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const buttons = this.#buttons;
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? -1 : at - 1,
      Home: 0,
      End: -1,
    };
    const next = places[event.key];
    if (next !== undefined) buttons.at(next % buttons.length)?.focus();
    else if (event.key === "ArrowRight") {
      if (buttons[at]?.getAttribute("aria-haspopup") === "menu") buttons[at].click();
    } else if (event.key === "Escape" || (event.key === "ArrowLeft" && this.parent !== undefined)) {
      this.#back();
    } else if (event.key === "Tab") this.close();
    else if (event.key.length === 1 && event.key !== " ") {
      const start = event.key.toLowerCase();
      const found = [...buttons.slice(at + 1), ...buttons].find((button) =>
        (button.querySelector(".words")?.textContent ?? "").toLowerCase().startsWith(start),
      );
      found?.focus();
      return;
    } else return;
    event.preventDefault();
  };

  /** No menu comes up for a menu. Shift leaves the browser's own. */
  readonly #onContextMenu = (event: MouseEvent): void => {
    event.stopPropagation();
    if (!event.shiftKey) event.preventDefault();
  };

  readonly #onOutside = (event: Event): void => {
    if (this.parent === undefined && !event.composedPath().includes(this)) this.remove();
  };

  readonly #onBlur = (): void => {
    if (this.parent === undefined) this.remove();
  };
}

/** Return the line of an item. */
function choiceOf(item: Model): Choice {
  const checked = item.get("checked");
  const checkable = typeof checked === "boolean";
  return {
    of: item,
    words: text(item, "label"),
    tooltip: text(item, "tooltip"),
    shortcut: text(item, "shortcut"),
    marks: [markOf(item)],
    checked: checkable ? checked : undefined,
    disabled: flag(item, "disabled"),
    menu: reference(item, "menu"),
    choose: () => {
      if (reference(item, "action") !== undefined) item.emit("action", { item });
      else if (checkable) item.set("checked", !flag(item, "checked"));
    },
  };
}

function markOf(item: Model): unknown {
  const icon = text(item, "icon");
  if (flag(item, "checked")) return renderPicture("check");
  if (/^\.[\w-]+$/.test(icon)) return html`<i class=${icon.slice(1)}></i>`;
  return icon === "" ? nothing : (renderPicture(icon) ?? nothing);
}

/** The views of menus by the types of what they show; a toolbar is shown as a menu of its tools. */
const TAGS: Readonly<Record<string, string | undefined>> = {
  ToolMenu: "docsync-tool-menu",
  Toolbar: "docsync-tool-menu",
};

function tagOf(model: Model): string {
  return TAGS[model.type] ?? "docsync-menu";
}

const bringTools = lazily(async () => rest.load?.("ToolMenu", "docsync-tool-menu"));

/** Do something as soon as the view of a menu is there: now, for most of them. */
function withView(model: Model, then: () => void): void {
  if (customElements.get(tagOf(model)) !== undefined) then();
  else bringTools(then);
}

/** Put a menu at a point, or at the other side of what it belongs to where there is no room. */
function place(model: Model, root: Node, x: number, y: number, other = x): MenuElement {
  const tag = tagOf(model);
  const menu = document.createElement(tag);
  if (!(menu instanceof MenuElement)) throw new TypeError(`${tag} is something else here`);
  menu.model = model;
  root.appendChild(menu);
  void menu.updateComplete.then(() => {
    const { width, height } = menu.getBoundingClientRect();
    const left = x + width + ROOM > innerWidth ? other - width : x;
    const top = Math.min(y, innerHeight - height - ROOM);
    Object.assign(menu.style, {
      left: `${Math.max(ROOM, left)}px`,
      top: `${Math.max(ROOM, top)}px`,
    });
  });
  return menu;
}

/** Return what has the focus; of a menu, what had it before. */
function findFocused(): HTMLElement | undefined {
  let found = document.activeElement;
  while (!(found instanceof MenuElement) && found?.shadowRoot?.activeElement) {
    found = found.shadowRoot.activeElement;
  }
  if (found instanceof MenuElement) return found.origin;
  return found instanceof HTMLElement && found !== document.body ? found : undefined;
}

/** Open a menu at a point of the window, for a view, in place of one that is open. */
export function openMenu(view: ModelElement, model: Model, x: number, y: number): void {
  withView(model, () => {
    const origin = findFocused() ?? view;
    current?.remove();
    current = place(model, view.renderRoot, x, y);
    current.origin = origin;
    current.focusFirst();
  });
}

learn(FLOATING_SCHEMA);
register("docsync-menu", MenuElement, "Menu");
