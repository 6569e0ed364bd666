/** What comes up because of annotations and renderers: the elements that stand at them, and their menus. */
import type { ReactiveController } from "lit";
import type { Model } from "../../model/types.js";
import { ModelElement } from "../element.js";
import { flag, reference, references } from "../field.js";
import { openMenu } from "../floating/menu.js";
import { holdFocus } from "../floating/press.js";
import { createView } from "../registry.js";
import { Pointing } from "./marks/pointing.js";
import { isShown } from "./plane.js";
import { standing } from "./standing.js";
import type { FigureView, Handling } from "./tools/handling.js";
import { zoneOf } from "./tools/zone.js";

export type Figure = FigureView & { readonly hand: Handling };

/** How far from a glyph the pointer may be that points at it, in CSS pixels. */
const REACH = 12;

const all = new WeakMap<object, Upon>();

/** Show what comes up because of what a figure shows. */
export function standUpon(figure: Figure): void {
  let upon = all.get(figure);
  if (upon === undefined) {
    upon = new Upon(figure);
    all.set(figure, upon);
    if (figure.element instanceof ModelElement) figure.element.addController(upon);
  }
  upon.hostUpdated();
}

class Upon implements ReactiveController {
  readonly #views = new Map<Model, HTMLElement>();

  constructor(private readonly figure: Figure) {
    const { element } = figure;
    if (getComputedStyle(element).position === "static") element.style.position = "relative";
    (figure.renderRoot as ShadowRoot).addEventListener("contextmenu", this.#onMenu);
    (figure.renderRoot as ShadowRoot).addEventListener("mousedown", (event) => {
      if (event instanceof MouseEvent && event.button === 2 && this.#menuAt(event) !== undefined) {
        holdFocus(event);
      }
    });
  }

  hostUpdated(): void {
    const shown = new Set<Model>();
    for (const model of this.#annotations()) {
      for (const element of references(model, "elements")) shown.add(element);
    }
    for (const [model, view] of this.#views) {
      if (shown.has(model)) continue;
      view.remove();
      this.#views.delete(model);
    }
    for (const model of shown) {
      if (this.#views.has(model)) continue;
      const view = createView(model, "column");
      this.#views.set(model, view);
      (this.figure.renderRoot as ShadowRoot).append(view);
    }
  }

  /** Return the annotations that are to be seen, those of tools above the others. */
  #annotations(): Model[] {
    const { model, scene, hand } = this.figure;
    const own = [...references(model, "renderers"), ...(scene?.guides ?? [])].filter(isShown);
    const overlays = hand.tools.all.flatMap((tool) => reference(tool, "overlay") ?? []);
    return [...own, ...overlays.filter((overlay) => standing.get(overlay)?.edges !== undefined)];
  }

  readonly #onMenu = (event: Event): void => {
    if (!(event instanceof MouseEvent) || event.shiftKey || event.defaultPrevented) return;
    const menu = this.#menuAt(event);
    const { element } = this.figure;
    if (menu === undefined || !(element instanceof ModelElement)) return;
    event.preventDefault();
    openMenu(element, menu, event.clientX, event.clientY);
  };

  /** Return the menu of the uppermost thing at a place that has one. */
  #menuAt(event: MouseEvent): Model | undefined {
    const { frame, scene, hand } = this.figure;
    if (frame === undefined || scene === undefined) return undefined;
    const menuOf = (model: Model | undefined): Model | undefined =>
      model === undefined ? undefined : reference(model, "context_menu");
    const canvas = frame.context.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - canvas.left, event.clientY - canvas.top];
    const at = { x: x - frame.left, y: y - frame.top };
    for (const tool of hand.tools.all) {
      const overlay = reference(tool, "overlay");
      const edges = overlay === undefined ? undefined : standing.get(overlay)?.edges;
      if (overlay === undefined || edges === undefined || menuOf(overlay) === undefined) continue;
      const across = at.x >= edges.left && at.x <= edges.right;
      if (across && at.y >= edges.top && at.y <= edges.bottom) return menuOf(overlay);
    }
    const bar = reference(this.figure.model, "toolbar");
    const path = event.composedPath();
    if (path.some((each) => each instanceof Element && each.matches("docsync-toolbar"))) {
      return menuOf(bar);
    }
    for (const element of path) {
      const id = element instanceof HTMLElement ? Number(element.dataset["legend"] ?? NaN) : NaN;
      const legend = scene.guides.find((guide) => guide.id === id);
      if (legend !== undefined) return menuOf(legend);
    }
    const { side } = zoneOf(at, frame) ?? {};
    if (side !== undefined) {
      const axes = scene.axes.filter((axis) => axis.side === side);
      return axes.map(({ model }) => menuOf(model)).find((menu) => menu !== undefined);
    }
    const mark = Pointing.of(scene).find(frame, x, y, (model) => menuOf(model) !== undefined);
    if (mark !== undefined) return menuOf(mark);
    const layer = [...hand.layers].reverse().find((each) => {
      if (menuOf(each.owner) === undefined || !flag(each.owner, "visible", true)) return false;
      return (each.hit(frame, x, y, "mouse")?.distance ?? Infinity) <= REACH * REACH;
    });
    return menuOf(layer?.owner);
  }
}
