import { css } from "lit";
import type { CSSResult } from "lit";
import type { Model, Subscription } from "../../model/types.js";
import { schemeOn } from "../../theme/scheme.js";
import { flag, isModel, optionalNumber, record, text } from "../field.js";
import { steadily } from "../lazily.js";
import { say } from "./said.js";

const bringNodes = steadily(() => import("./node.js"));

/** How far a bubble stands from its place, and from the edges of the window, in CSS pixels. */
const DISTANCE = 10;
const EDGE = 8;

/** How often it is looked where its place is now, in milliseconds. */
export const LOOK_MS = 200;

/** What may say how large the words are. */
const SIZES = ["width", "height"].flatMap((side) => [side, `min_${side}`, `max_${side}`]);

type Side = "left" | "right" | "above" | "below";
const OPPOSITE: Readonly<Record<Side, Side>> = {
  left: "right",
  right: "left",
  above: "below",
  below: "above",
};

export const bubbleStyles: CSSResult = css`
  .bubble {
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: max-content;
    max-inline-size: min(320px, calc(100vw - 16px));
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: 13px;
    font-weight: 400;
    line-height: 18px;
    text-align: start;
    overflow: visible;
    overflow-wrap: anywhere;
  }
  .bubble[data-still] {
    pointer-events: none;
  }
  .bubble[data-closable] {
    padding-inline-end: 36px;
  }
  .bubble a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  .bubble img,
  .bubble svg:not(.sign) {
    max-inline-size: 100%;
  }
  .bubble .arrow {
    position: absolute;
    inline-size: 10px;
    block-size: 10px;
    border: 1px solid var(--_line);
    border-color: inherit;
    border-inline-start: 0;
    border-block-end: 0;
    background: inherit;
  }
  .bubble[data-side="right"] .arrow {
    left: -6px;
    rotate: -135deg;
  }
  .bubble[data-side="left"] .arrow {
    right: -6px;
    rotate: 45deg;
  }
  .bubble[data-side="above"] .arrow {
    bottom: -6px;
    rotate: 135deg;
  }
  .bubble[data-side="below"] .arrow {
    top: -6px;
    rotate: -45deg;
  }
  .bubble .close {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .bubble .close:hover {
    background: var(--_sunken);
    color: var(--_text);
  }
  .bubble .sign {
    inline-size: 12px;
    block-size: 12px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
`;

/** What comes up beside something: words, or what a tooltip's model says. */
export class Bubble {
  readonly element: HTMLDivElement = document.createElement("div");

  readonly #words = document.createElement("div");
  readonly #arrow = document.createElement("b");
  #subscriptions: Subscription[] = [];
  #shown: unknown;

  constructor(
    id: string,
    /** Called when somebody presses the button that closes it. */
    private readonly closed: () => void,
    /** Called when what it says, or where it stands, has changed. */
    private readonly changed: () => void,
  ) {
    this.element.id = id;
    this.element.className = "bubble";
    this.element.popover = "manual";
    this.element.setAttribute("role", "tooltip");
    this.#arrow.className = "arrow";
    this.element.append(this.#arrow, this.#words);
  }

  /** Whether it is to be seen. */
  get open(): boolean {
    return this.element.matches(":popover-open");
  }

  /** Say what a tooltip says, or these words. */
  say(of: unknown): void {
    const tooltip = isModel(of) ? of : undefined;
    const content = tooltip === undefined ? of : tooltip.get("content");
    this.element.toggleAttribute(
      "data-still",
      tooltip !== undefined && !flag(tooltip, "interactive", true),
    );
    this.#arrow.hidden = tooltip !== undefined && !flag(tooltip, "show_arrow", true);
    this.#renderClose(tooltip !== undefined && flag(tooltip, "closable"));
    this.#size(tooltip);
    this.#dress(tooltip);
    if (content === this.#shown && of === this.#of) return;
    this.#shown = content;
    this.#of = of;
    this.forget();
    if (tooltip !== undefined) this.#watch(tooltip);
    if (!isModel(content)) this.#words.textContent = typeof content === "string" ? content : "";
    else this.#render(content);
  }

  #of: unknown;

  /** Stop hearing of what it says. */
  forget(): void {
    for (const subscription of this.#subscriptions) subscription.cancel();
    this.#subscriptions = [];
  }

  /** Hide it. */
  hide(): void {
    if (this.open) this.element.hidePopover();
  }

  /** Show it at a place of a box in the window. */
  show(target: DOMRect, tooltip: Model | undefined): void {
    const { element } = this;
    if (!element.isConnected) return;
    if (!this.open) element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = element;
    const place = placeIn(target, tooltip?.get("position"));
    const side = sideFor(place, width, height, tooltip);
    const beside = side === "left" || side === "right";
    const x = beside
      ? side === "right"
        ? place.right + DISTANCE
        : place.left - DISTANCE - width
      : (place.left + place.right - width) / 2;
    const y = beside
      ? (place.top + place.bottom - height) / 2
      : side === "below"
        ? place.bottom + DISTANCE
        : place.top - DISTANCE - height;
    const left = clamp(x, EDGE, innerWidth - EDGE - width);
    const top = clamp(y, EDGE, innerHeight - EDGE - height);
    Object.assign(element.style, { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` });
    element.dataset["side"] = side;
    // It points at the middle of the place, and stays off the round corners.
    const along = beside
      ? clamp((place.top + place.bottom) / 2 - top, 12, height - 12)
      : clamp((place.left + place.right) / 2 - left, 12, width - 12);
    Object.assign(this.#arrow.style, {
      left: beside ? "" : `${Math.round(along - 6)}px`,
      top: beside ? `${Math.round(along - 6)}px` : "",
    });
  }

  /** Make the words as large as their author wants; what has no room is scrolled. */
  #size(tooltip: Model | undefined): void {
    const { style } = this.#words;
    let given = "";
    for (const field of SIZES) {
      const size = tooltip && optionalNumber(tooltip, field);
      style.setProperty(field.replace("_", "-"), size === undefined ? "" : `${size}px`);
      if (size !== undefined) given += field;
    }
    this.element.style.maxInlineSize = given.includes("width") ? `calc(100vw - ${2 * EDGE}px)` : "";
    style.overflow = given.includes("height") ? "auto" : "";
  }

  /** Let it look as its author wants. */
  #dress(tooltip: Model | undefined): void {
    const { style } = this.element;
    for (const property of this.#styled) style.removeProperty(property);
    const styles = Object.entries(tooltip === undefined ? {} : record(tooltip, "styles"))
      .filter((each): each is [string, string] => typeof each[1] === "string")
      .map(([name, value]) => [name.replace(/(?<!^-*)_/g, "-"), value] as const);
    this.#styled = styles.map(([property]) => property);
    say(style, styles);
    const { backgroundColor: ground } = style;
    // Words have to be seen on it, whatever the page is like.
    const known = CSS.supports("color", ground) && !ground.includes("var(");
    style.colorScheme = known ? schemeOn(ground) : "";
  }

  #styled: readonly string[] = [];

  #render(content: Model): void {
    bringNodes(({ createNode }) => {
      if (this.#shown !== content) return;
      this.#words.replaceChildren(
        createNode(content, undefined, (model) => {
          this.#watch(model);
        }),
      );
      this.changed();
    });
  }

  #watch(model: Model): void {
    this.#subscriptions.push(
      model.observe(() => {
        this.#shown = undefined;
        this.changed();
      }),
    );
  }

  #renderClose(wanted: boolean): void {
    const known = this.element.querySelector(".close");
    if (!wanted) known?.remove();
    if (!wanted || known !== null)
      return void this.element.toggleAttribute("data-closable", wanted);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.setAttribute("aria-label", "Close");
    close.append(sign("M2 2l8 8M10 2l-8 8"));
    close.addEventListener("click", this.closed);
    this.element.append(close);
    this.element.toggleAttribute("data-closable", true);
  }
}

/** Draw a small sign of strokes. */
function sign(path: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "sign");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("aria-hidden", "true");
  const stroke = document.createElementNS(space, "path");
  stroke.setAttribute("d", path);
  svg.append(stroke);
  return svg;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Return the place of a target that a bubble stands at: a side, a corner, or a point. */
function placeIn(target: DOMRect, position: unknown): DOMRect {
  if (Array.isArray(position)) {
    const [x, y] = position.map((part) => (typeof part === "number" ? part : 0));
    return new DOMRect(target.left + (x ?? 0), target.top + (y ?? 0), 0, 0);
  }
  const word = typeof position === "string" ? position : "";
  if (word === "" || word.startsWith("center_center") || word === "center") {
    return target;
  }
  const left = word.includes("left") ? target.left : word.includes("right") ? target.right : NaN;
  const top = word.startsWith("top") ? target.top : word.startsWith("bottom") ? target.bottom : NaN;
  return new DOMRect(
    Number.isNaN(left) ? target.left : left,
    Number.isNaN(top) ? target.top : top,
    Number.isNaN(left) ? target.width : 0,
    Number.isNaN(top) ? target.height : 0,
  );
}

/** Return the side to stand on: the one that is wanted if there is room, or one where there is. */
function sideFor(place: DOMRect, width: number, height: number, tooltip: Model | undefined): Side {
  const fits: Readonly<Record<Side, boolean>> = {
    right: place.right + DISTANCE + width + EDGE <= innerWidth,
    left: place.left - DISTANCE - width >= EDGE,
    above: place.top - DISTANCE - height >= EDGE,
    below: place.bottom + DISTANCE + height + EDGE <= innerHeight,
  };
  const wanted = sideWanted(tooltip);
  const sides: readonly Side[] = [wanted, OPPOSITE[wanted], "below", "above"];
  return sides.find((side) => fits[side]) ?? "below";
}

function sideWanted(tooltip: Model | undefined): Side {
  if (tooltip === undefined) return "right";
  const attachment = text(tooltip, "attachment", "auto");
  const position = text(tooltip, "position");
  if (attachment === "left" || attachment === "right") return attachment;
  if (attachment === "above" || attachment === "below") return attachment;
  const upper = position.startsWith("top");
  if (attachment === "vertical") return upper ? "above" : "below";
  if (position.endsWith("left") || attachment === "horizontal") {
    return position.endsWith("left") ? "left" : "right";
  }
  if (position.startsWith("top")) return "above";
  return position.startsWith("bottom") ? "below" : "right";
}
