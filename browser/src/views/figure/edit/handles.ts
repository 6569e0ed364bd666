import type { Model } from "../../../model/types.js";
import { reference, references } from "../../field.js";
import { around } from "../../places/find.js";
import type { Point } from "../gestures.js";
import { standing } from "../standing.js";
import type { Figure } from "../upon.js";
import { adoptStyles } from "./handle_styles.js";
import { dressHandle } from "./overlay_look.js";
import { steadily } from "../../lazily.js";

const bringUpon = steadily(() => import("../upon.js"));

export type Side = "left" | "right" | "top" | "bottom";

/** A box in CSS pixels from the upper left of the plotting area. */
export type Edges = Readonly<Record<Side, number>>;

/** What handles move: a box, or what is like one. */
export interface Movable {
  /** What it is called. */
  readonly label: string;
  /** The annotation whose looks it has. */
  readonly overlay?: Model | undefined;
  /** Where it is; nothing hides the handles. */
  readonly edges: Edges | undefined;
  /** The corners of its outline, if it is not a box. */
  readonly outline?: readonly Point[] | undefined;
  /** The directions in which it can be moved. */
  readonly moves: { readonly x: boolean; readonly y: boolean };
  /** The sides that can be moved. */
  readonly sides: ReadonlySet<Side>;
  /** Whether the opposite side moves as well. */
  readonly symmetric?: boolean;
  /** Whether only the marks on its sides take hold. */
  readonly marked?: boolean;
  /** Between which lengths it can be, in pixels, and how far it may reach. */
  readonly limits: Limits;
  /** Take another place, or the last one of a movement. */
  move(edges: Edges, done: boolean): void;
  /** Say where a side is, or all of it. */
  words(side?: Side): string;
  /** Take it away. */
  remove?(): void;
  /** Draw how it looks. */
  dress?(look: HTMLElement): void;
}

export interface Limits {
  readonly reach: Edges;
  readonly least: { readonly x: number; readonly y: number };
  readonly most: { readonly x: number; readonly y: number };
}

/** What handles need of the figure. */
export interface HandleHost {
  readonly area: HTMLElement;
  /** Take hold, so that nothing else is dragged meanwhile. */
  grab(handle: Handles | undefined): void;
}

const SIDES: readonly Side[] = ["left", "right", "top", "bottom"];
const PARTS: readonly (readonly Side[])[] = [
  [],
  ["left"],
  ["right"],
  ["top"],
  ["bottom"],
  ["left", "top"],
  ["right", "top"],
  ["left", "bottom"],
  ["right", "bottom"],
];
const OPPOSITE = { left: "right", right: "left", top: "bottom", bottom: "top" } as const;
/** How far one key press moves, in pixels, and with shift. */
const STEP = { small: 2, large: 20 };
const KEYS: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Part {
  readonly sides: readonly Side[];
  readonly element: HTMLElement;
}

/**
 * The handles of one box: its middle, its sides and its corners.
 *
 * They are elements over the plotting area, so that they can be focused, are large enough for fingers, and say by the
 * form of the pointer what they do.
 */
export class Handles {
  readonly #root: HTMLElement;
  readonly #look: HTMLElement;
  readonly #parts: Part[] = [];
  #drag:
    | { readonly pointer: number; readonly sides: readonly Side[]; from: Edges; at: Point }
    | undefined;

  constructor(
    readonly movable: Movable,
    private readonly host: HandleHost,
  ) {
    this.#root = document.createElement("div");
    this.#root.className = "handles";
    this.#look = document.createElement("div");
    this.#look.className = "look";
    this.#root.append(this.#look);
    for (const sides of PARTS) this.#parts.push({ sides, element: this.#make(sides) });
    adoptStyles(host.area);
    host.area.append(this.#root);
    this.#stand();
  }

  get area(): HTMLElement {
    return this.host.area;
  }

  get edges(): Edges | undefined {
    return this.movable.edges;
  }

  get dragging(): boolean {
    return this.#drag !== undefined;
  }

  /** Put the handles where the box is. */
  place(): void {
    const { edges } = this.movable;
    this.#root.hidden = edges === undefined;
    if (edges === undefined) return;
    const { style } = this.#root;
    style.left = `${Math.min(edges.left, edges.right)}px`;
    style.top = `${Math.min(edges.top, edges.bottom)}px`;
    style.width = `${Math.abs(edges.right - edges.left)}px`;
    style.height = `${Math.abs(edges.bottom - edges.top)}px`;
    this.#root.toggleAttribute("data-marked", this.movable.marked === true);
    this.movable.dress?.(this.#look);
    for (const part of this.#parts) this.#dress(part);
  }

  /** Look pointed at, or not: wherever in the box the pointer is, handle or none. */
  hover(at: Point | undefined): void {
    const { edges } = this.movable;
    const across = at !== undefined && edges !== undefined && at.x >= edges.left;
    const inside = across && at.x <= edges.right && at.y >= edges.top && at.y <= edges.bottom;
    this.#root.toggleAttribute("data-hovered", inside);
  }

  /** Give up a movement. */
  cancel(): boolean {
    const drag = this.#drag;
    if (drag === undefined) return false;
    this.#end();
    this.movable.move(drag.from, true);
    return true;
  }

  leave(): void {
    this.#end();
    this.#root.remove();
    const { overlay } = this.movable;
    if (overlay !== undefined && standing.get(overlay) === this) standing.delete(overlay);
  }

  /** Let what belongs to the annotation come up. */
  #stand(): void {
    const { overlay } = this.movable;
    if (overlay === undefined) return;
    standing.set(overlay, this);
    const menu = reference(overlay, "context_menu");
    if (menu === undefined && references(overlay, "elements").length === 0) return;
    bringUpon(({ standUpon }) => {
      const figure = around(this.host.area) as Figure | undefined;
      if (figure !== undefined) standUpon(figure);
    });
  }

  #make(sides: readonly Side[]): HTMLElement {
    const element = document.createElement("div");
    element.className = ["handle", ...(sides.length === 0 ? ["middle"] : sides)].join(" ");
    element.addEventListener("pointerdown", (event) => {
      this.#begin(event, sides);
    });
    if (sides.length < 2) {
      // Corners do what two sides do: for keys these suffice.
      element.tabIndex = 0;
      element.addEventListener("keydown", (event) => {
        this.#onKey(event, sides);
      });
    }
    this.#root.append(element);
    return element;
  }

  #dress({ sides, element }: Part): void {
    const { moves, sides: free, label, outline, edges } = this.movable;
    const [side] = sides;
    const usable = side === undefined ? moves.x || moves.y : sides.every((each) => free.has(each));
    element.hidden = !usable;
    if (!usable) return;
    dressHandle(element, sides, this.movable.overlay);
    if (side === undefined) {
      element.style.cursor = moves.x && moves.y ? "move" : moves.x ? "ew-resize" : "ns-resize";
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", `Move ${label}: ${this.movable.words()}`);
      if (outline !== undefined && edges !== undefined) {
        const corners = outline.map(({ x, y }) => `${x - edges.left}px ${y - edges.top}px`);
        element.style.clipPath = `polygon(${corners.join(", ")})`;
      }
    } else if (sides.length === 1) {
      const across = side === "left" || side === "right";
      element.setAttribute("role", "slider");
      element.setAttribute("aria-orientation", across ? "horizontal" : "vertical");
      element.setAttribute("aria-label", `${sideNames[side]} of ${label}`);
      element.setAttribute("aria-valuenow", String(Math.round(edges?.[side] ?? 0)));
      element.setAttribute("aria-valuetext", this.movable.words(side));
    }
  }

  #begin(event: PointerEvent, sides: readonly Side[]): void {
    const { edges } = this.movable;
    if (event.button !== 0 || edges === undefined || this.#drag !== undefined) return;
    const at = { x: event.clientX, y: event.clientY };
    this.#drag = { pointer: event.pointerId, sides, from: edges, at };
    this.host.grab(this);
    // Whatever captures the pointer, the window hears of it.
    window.addEventListener("pointermove", this.#onMove);
    window.addEventListener("pointerup", this.#onUp);
    window.addEventListener("pointercancel", this.#onUp);
    this.#root.toggleAttribute("data-dragging", true);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointer === event.pointerId) this.#to(drag, event, false);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    const moved = event.clientX !== drag.at.x || event.clientY !== drag.at.y;
    this.#end();
    if (moved) this.#to(drag, event, true);
  };

  #to(
    {
      sides,
      from,
      at,
    }: { readonly sides: readonly Side[]; readonly from: Edges; readonly at: Point },
    event: PointerEvent,
    done: boolean,
  ): void {
    const [dx, dy] = [event.clientX - at.x, event.clientY - at.y];
    this.movable.move(moved(this.movable, from, sides, dx, dy, true), done);
  }

  #end(): void {
    if (this.#drag === undefined) return;
    this.#drag = undefined;
    window.removeEventListener("pointermove", this.#onMove);
    window.removeEventListener("pointerup", this.#onUp);
    window.removeEventListener("pointercancel", this.#onUp);
    this.#root.toggleAttribute("data-dragging", false);
    this.host.grab(undefined);
  }

  #onKey(event: KeyboardEvent, sides: readonly Side[]): void {
    const { edges } = this.movable;
    const removes = event.key === "Backspace" || event.key === "Delete";
    if (removes && this.movable.remove !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.movable.remove();
      return;
    }
    const step = KEYS[event.key];
    if (step === undefined || edges === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? STEP.large : STEP.small;
    const [dx, dy] = step;
    this.movable.move(moved(this.movable, edges, sides, dx * far, dy * far), true);
  }
}

const sideNames: Readonly<Record<Side, string>> = {
  left: "Left side",
  right: "Right side",
  top: "Top",
  bottom: "Bottom",
};

/**
 * Return where a box is after some of its sides, or all of it, were moved by pixels.
 *
 * A side that is `crossing` may be taken over the opposite one, unless there is a least length to keep.
 */
export function moved(
  { moves, limits, symmetric }: Pick<Movable, "moves" | "limits" | "symmetric">,
  from: Edges,
  sides: readonly Side[],
  dx: number,
  dy: number,
  crossing = false,
): Edges {
  const to: Record<Side, number> = { ...from };
  if (sides.length === 0) {
    const [right, down] = [
      moves.x ? held(dx, from.left, from.right, limits.reach.left, limits.reach.right) : 0,
      moves.y ? held(dy, from.top, from.bottom, limits.reach.top, limits.reach.bottom) : 0,
    ];
    for (const side of SIDES) to[side] += side === "left" || side === "right" ? right : down;
    return to;
  }
  for (const side of sides) {
    const across = side === "left" || side === "right";
    const other = OPPOSITE[side];
    const sign = side === "left" || side === "top" ? -1 : 1;
    const way = across ? "x" : "y";
    const [least, most] = [limits.least[way], limits.most[way]];
    // With both sides moving, each of them goes half of what the length changes by.
    const both = symmetric === true;
    const length = (from[side] - from[other]) * sign;
    const share = both ? 2 : 1;
    const wanted = length + share * sign * (across ? dx : dy);
    const room = (limits.reach[side] - from[side]) * sign;
    const back = (limits.reach[other] - from[other]) * -sign;
    const free = Math.max(both ? Math.min(room, back) : room, 0);
    const longest = Math.min(most, length + share * free);
    const beyond = both ? -longest : Math.max((limits.reach[other] - from[other]) * sign, -most);
    const shortest = crossing && least === 0 ? Math.min(beyond, length) : Math.min(least, length);
    const change = Math.max(Math.min(wanted, longest), shortest) - length;
    to[side] += (sign * change) / share;
    if (both) to[other] -= (sign * change) / share;
    if (to[side] * sign < to[other] * sign) [to[side], to[other]] = [to[other], to[side]];
  }
  return to;
}

/** Return how far something may be moved so that it does not leave its room, if it is in there. */
function held(wanted: number, first: number, last: number, low: number, high: number): number {
  const [start, end] = [Math.min(first, last), Math.max(first, last)];
  return Math.max(Math.min(wanted, Math.max(high - end, 0)), Math.min(low - start, 0));
}
