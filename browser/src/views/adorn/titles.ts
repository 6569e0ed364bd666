/** Titles of widgets that are more than plain words: formulas, and small documents. */
import type { Model, Subscription } from "../../model/types.js";
import type { ModelElement } from "../element.js";
import { isModel } from "../field.js";
import { lazily, steadily } from "../lazily.js";
import { isComposed } from "../widgets/button_look.js";

const bringMath = steadily(() => import("../formulas/typeset.js"));
const bringNodes = lazily(() => import("../dom/node.js"));

/** Where widgets write their titles: the first of these that there is. */
const PLACES = [".head > span:first-child", "label[for=input]"];

interface Shown {
  /** What is shown in place of plain words. */
  readonly element: HTMLElement;
  title: unknown;
  parts: readonly Subscription[];
}

const titles = new WeakMap<ModelElement, Shown>();

/** Show the title of a widget with all that is in it; plain words are left alone. */
export function applyTitle(view: ModelElement): void {
  const root = view.renderRoot;
  const known = titles.get(view);
  if (!isComposed(view.model)) {
    if (known !== undefined) takeAway(view, known);
    return;
  }
  const title = view.model.get("title");
  const shown = known ?? { element: document.createElement("span"), title: undefined, parts: [] };
  titles.set(view, shown);
  const { element } = shown;
  const place = placeIn(root, element, isModel(title));
  if (place === undefined) return;
  if (element.parentElement !== place) {
    element.style.fontSize = getComputedStyle(place).fontSize;
    place.append(element);
  }
  // The words as they are written stay, for those who hear them.
  element.ariaHidden = isModel(title) ? null : "true";
  place.style.fontSize = "0";
  if (shown.title === title && shown.parts.length > 0) return;
  shown.title = title;
  if (isModel(title)) fill(view, shown, title);
  else {
    bringMath(({ partsOf }) => {
      if (shown.title === title) element.replaceChildren(...partsOf(String(title)));
    });
  }
}

/** Let go of the parts of a title that is not shown any more. */
export function forgetTitle(view: ModelElement): void {
  const shown = titles.get(view);
  for (const part of shown?.parts ?? []) part.cancel();
  if (shown !== undefined) shown.parts = [];
}

/** Return where the title stands; a widget whose title is no text has made no place for it. */
function placeIn(
  root: DocumentFragment | HTMLElement,
  element: HTMLElement,
  isOwn: boolean,
): HTMLElement | undefined {
  if (element.parentElement !== null) return element.parentElement;
  for (const place of PLACES) {
    const found = root.querySelector<HTMLElement>(place);
    if (found !== null) return found;
  }
  if (!isOwn || root.querySelector("#input") === null) return undefined;
  const label = document.createElement("label");
  label.htmlFor = "input";
  root.prepend(label);
  return label;
}

function fill(view: ModelElement, shown: Shown, title: Model): void {
  bringNodes(({ createNode }) => {
    if (shown.title !== title) return;
    forgetTitle(view);
    const parts: Subscription[] = [];
    const watch = (model: Model): void => {
      const changed = (): void => {
        shown.title = undefined;
        view.requestUpdate();
      };
      parts.push(model.observe(changed));
    };
    shown.element.replaceChildren(createNode(title, undefined, watch));
    shown.parts = parts;
    const control = view.renderRoot.querySelector("#input");
    if (control !== null) control.ariaLabel = shown.element.textContent;
  });
}

function takeAway(view: ModelElement, shown: Shown): void {
  forgetTitle(view);
  titles.delete(view);
  const place = shown.element.parentElement;
  shown.element.remove();
  if (place !== null) place.style.fontSize = "";
}
