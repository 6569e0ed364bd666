/** Windows within the page. */
import { html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { DIALOG_SCHEMA } from "../../model/dialog_schema.js";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { placeholders } from "../arrange.js";
import { ModelElement } from "../element.js";
import { flag, reference, references, text } from "../field.js";
import { createView, register } from "../registry.js";
import { dialogStyles } from "./dialog_styles.js";
import { Parts } from "./parts.js";

/** How far an arrow key moves a window, in pixels. */
const STEP = 16;
/** So much of a window stays where it can be taken hold of. */
const KEPT = 48;
/** Over what is on the page, with those that are pinned over the others. */
const LOWEST = 1_000;
const PINNED = 1_000_000;

const RESIZE: Readonly<Record<string, string | undefined>> = {
  none: "none",
  left: "horizontal",
  right: "horizontal",
  x: "horizontal",
  top: "vertical",
  bottom: "vertical",
  y: "vertical",
};

const ICONS = {
  pin: "M6 3h4v4l2 2v1H4V9l2-2zM8 10v4",
  fold: "M4 10l4-4 4 4",
  unfold: "M4 6l4 4 4-4",
  aside: "M4 12h8",
  larger: "M4 4h8v8H4z",
  smaller: "M6 4h6v6M4 6h6v6H4z",
  close: "M4 4l8 8M12 4l-8 8",
};

/** The dialogs that are in the page, shown or hidden. */
const opened = new Map<Model, DialogElement>();
let front = LOWEST;

class DialogElement extends ModelElement {
  static override styles: CSSResult[] = [base, placeholders, dialogStyles];

  #pinned = false;
  #folded = false;
  #aside = false;
  #large = false;
  /** Where it stands; nothing before it has been moved or shown. */
  #place: { x: number; y: number } | undefined;
  /** Whether a person has put it there. */
  #moved = false;
  /** How far it stands off the middle, so that it does not hide those that were there. */
  #shift: number | undefined;
  /** What comes into it later makes it larger. */
  readonly #sizes = new ResizeObserver(() => {
    if (!this.#moved) this.#center();
  });

  #grip: { x: number; y: number } | undefined;
  /** What had the focus before. */
  #before: Element | null = null;
  readonly #follower = new MutationObserver(() => {
    const host = hostOf(this);
    this.inert = rootsBeside(this)?.inert ?? false;
    if (host !== undefined && !holds(host, this.model)) this.remove();
  });
  readonly #title = new Parts();
  readonly #content = new Parts();

  protected override render(): TemplateResult {
    const { model } = this;
    const button = (
      field: string,
      label: string,
      icon: keyof typeof ICONS,
      act: () => void,
      pressed?: boolean,
    ): TemplateResult | typeof nothing =>
      flag(model, field, true)
        ? html`<button
            type="button"
            aria-label=${label}
            title=${label}
            aria-pressed=${pressed === undefined ? nothing : String(pressed)}
            @click=${() => {
              act();
              this.requestUpdate();
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${ICONS[icon]} /></svg>
          </button>`
        : nothing;
    return html`<header
        @pointerdown=${this.#onGrab}
        @pointermove=${this.#onDrag}
        @pointerup=${this.#onDrop}
        @pointercancel=${this.#onDrop}
        @dblclick=${this.#onTwice}
      >
        <div class="title" id="title"></div>
        ${button("pinnable", "Keep in front", "pin", () => (this.#pinned = !this.#pinned), this.#pinned)}
        ${button(
          "collapsible",
          this.#folded ? "Unfold" : "Fold",
          this.#folded ? "unfold" : "fold",
          () => (this.#folded = !this.#folded),
        )}
        ${button("minimizable", this.#aside ? "Bring back" : "Put aside", "aside", () => {
          this.#aside = !this.#aside;
          this.#large = false;
        })}
        ${button(
          "maximizable",
          this.#large ? "Make smaller" : "Fill the window",
          this.#large ? "smaller" : "larger",
          () => {
            this.#large = !this.#large;
            this.#aside = false;
          },
        )}
        ${button("closable", "Close", "close", () => {
          closeDialog(this.model);
        })}
      </header>
      <div class="body" tabindex="0" role="group" aria-labelledby="title"></div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = "dialog";
    this.tabIndex = -1;
    this.addEventListener("keydown", this.#onKey);
    this.addEventListener("pointerdown", this.toFront, true);
    addEventListener("resize", this.#onResize);
    this.toFront();
    this.#follow();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    removeEventListener("resize", this.#onResize);
    this.#follower.disconnect();
    for (const [model, dialog] of opened) if (dialog === this) opened.delete(model);
  }

  /** Be there for as long as the document is, and of use when its roots are. These tell of both. */
  #follow(): void {
    const roots = rootsBeside(this);
    if (roots === null) return;
    this.#follower.observe(roots, { childList: true, attributeFilter: ["inert"] });
    this.inert = roots.inert;
  }

  protected override updated(): void {
    super.updated();
    const { model, style } = this;
    if (this.isConnected && !opened.has(model)) opened.set(model, this);
    const title = model.get("title");
    const [head, body] = [".title", ".body"].map((part) => this.renderRoot.querySelector(part));
    if (head) this.#title.fill(head, title === null ? [] : [title]);
    if (body) this.#content.fill(body, [model.get("content")]);
    this.ariaLabel = typeof title === "string" ? title : (head?.textContent ?? "") || "Dialog";
    const content = reference(model, "content");
    const tall = content !== undefined && /both|height/.test(text(content, "sizing_mode"));
    this.toggleAttribute("data-tall", tall);
    this.toggleAttribute("data-wide", content !== undefined && stretches(content));
    const untitled = title === null || title === "";
    this.toggleAttribute("data-untitled", untitled);
    const buttons = this.renderRoot.querySelectorAll("header button").length;
    this.toggleAttribute("data-bare", untitled && buttons < 2);
    this.toggleAttribute("data-folded", this.#folded || this.#aside);
    this.toggleAttribute("data-aside", this.#aside);
    this.toggleAttribute("data-large", this.#large);
    style.resize = RESIZE[text(model, "resizable", "all")] ?? "both";
    this.#stack();
    if (this.#place !== undefined) this.#move(this.#place.x, this.#place.y);
  }

  /** Put it over the others. */
  readonly toFront = (): void => {
    if (Number(this.style.zIndex) % PINNED !== front) front += 1;
    this.style.zIndex = String(front);
    this.#stack();
  };

  #stack(): void {
    const height = Number(this.style.zIndex) % PINNED;
    this.style.zIndex = String(height + (this.#pinned ? PINNED : 0));
  }

  /** Show it, with the focus in it. */
  present(): void {
    this.#before = deepActive();
    this.toggleAttribute("data-closed", false);
    this.#aside = false;
    this.toFront();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.focus();
    });
  }

  /** Give the focus back to where it was. */
  dismiss(): void {
    if (this.#before instanceof HTMLElement) this.#before.focus();
  }

  /** How many others are open. */
  get #others(): number {
    const all = [...opened.values()].filter((each) => each !== this && each.isConnected);
    return all.filter((each) => !each.hasAttribute("data-closed")).length;
  }

  /** Put it in the middle, beside those that are open, as far as the window has room. */
  #center(): void {
    const resized = this.style.width !== "" || this.style.height !== "";
    if (resized || this.#folded || this.#aside || this.#large) return;
    const { width, height } = this.getBoundingClientRect();
    if (width === 0) return;
    this.#shift ??= 24 * (this.#others % 6);
    const within = (place: number, size: number, room: number): number =>
      Math.max(0, Math.min(Math.max(8, place + (this.#shift ?? 0)), room - size - 8));
    this.#move(
      within((innerWidth - width) / 2, width, innerWidth),
      within((innerHeight - height) / 3, height, innerHeight),
    );
  }

  #move(x: number, y: number): void {
    const width = this.offsetWidth;
    const left = Math.min(Math.max(x, KEPT - width), innerWidth - KEPT);
    const top = Math.min(Math.max(y, 0), Math.max(0, innerHeight - KEPT));
    this.#place = { x: left, y: top };
    Object.assign(this.style, { left: `${left}px`, top: `${top}px` });
  }

  readonly #onResize = (): void => {
    if (!this.#moved) this.#center();
    else if (this.#place !== undefined) this.#move(this.#place.x, this.#place.y);
  };

  readonly #onGrab = (event: PointerEvent): void => {
    const fixed = this.#large || this.#aside || text(this.model, "movable", "both") === "none";
    if (fixed || event.button !== 0 || (event.target as Element).closest("button")) return;
    const box = this.getBoundingClientRect();
    this.#grip = { x: event.clientX - box.left, y: event.clientY - box.top };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly #onDrag = (event: PointerEvent): void => {
    if (this.#grip === undefined) return;
    const movable = text(this.model, "movable", "both");
    this.#moved = true;
    const { x, y } = this.#place ?? { x: 0, y: 0 };
    this.#move(
      movable === "y" ? x : event.clientX - this.#grip.x,
      movable === "x" ? y : event.clientY - this.#grip.y,
    );
  };

  readonly #onDrop = (): void => {
    this.#grip = undefined;
  };

  readonly #onTwice = (event: Event): void => {
    if ((event.target as Element).closest("button") || !flag(this.model, "maximizable", true))
      return;
    this.#large = !this.#large;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape" && flag(this.model, "closable", true)) {
      event.preventDefault();
      closeDialog(this.model);
      return;
    }
    const ways: Readonly<Record<string, readonly [number, number] | undefined>> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const way = ways[event.key];
    const movable = text(this.model, "movable", "both");
    // Within it the arrows belong to what is there.
    if (way === undefined || event.composedPath()[0] !== this || this.#place === undefined) return;
    if (movable === "none" || movable === (way[0] === 0 ? "x" : "y")) return;
    event.preventDefault();
    this.#moved = true;
    this.#move(this.#place.x + way[0], this.#place.y + way[1]);
  };
}

/** Whether something in a content takes all the width there is. */
function stretches(content: Model, deep = 0): boolean {
  if (/both|width/.test(text(content, "sizing_mode"))) return true;
  // A layout may hold itself, by mistake.
  return deep < 8 && references(content, "children").some((each) => stretches(each, deep + 1));
}

function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Open a dialog, or bring the one that is open to the front. */
export function openDialog(model: Model): void {
  let dialog = opened.get(model);
  if (dialog === undefined) {
    const made = createView(model, "column");
    if (!(made instanceof DialogElement)) return;
    dialog = made;
    opened.set(model, dialog);
    placeOf(model).append(dialog);
  }
  dialog.present();
}

/** Close a dialog; of one that is only hidden everything stays as it is. */
export function closeDialog(model: Model): void {
  const dialog = opened.get(model);
  if (dialog === undefined) return;
  dialog.toggleAttribute("data-closed", true);
  const isRoot = dialog.parentElement !== null;
  if (!isRoot && text(model, "close_action") !== "hide") dialog.remove();
  dialog.dismiss();
}

/** Return where the colours are those of the model's document. */
function placeOf(model: Model): ParentNode {
  const elements = [...document.querySelectorAll("docsync-document")];
  return elements.find((element) => holds(element, model))?.shadowRoot ?? document.body;
}

/** Whether a model belongs to the document that an element shows. */
function holds(element: Element, model: Model): boolean {
  const { document: held } = element as { document?: { models?: ReadonlyMap<number, Model> } };
  return held?.models?.get(model.id) === model;
}

/** Return the element of the document whose roots a dialog stands beside. */
function hostOf(dialog: DialogElement): Element | undefined {
  const host = dialog.parentNode instanceof ShadowRoot ? dialog.parentNode.host : undefined;
  return host?.localName === "docsync-document" ? host : undefined;
}

function rootsBeside(dialog: DialogElement): HTMLElement | null {
  return hostOf(dialog)?.shadowRoot?.querySelector<HTMLElement>(".roots") ?? null;
}

learn(DIALOG_SCHEMA);
register("docsync-dialog", DialogElement, "Dialog");
