/** Elements of the page at the sides of a figure, and within its frame: widgets, layouts, other figures. */
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { arrange } from "../../arrange.js";
import { references } from "../../field.js";
import type { LegendPlace } from "../legend.js";
import { sideOf } from "../legend.js";
import { isElement } from "../plane.js";

/** What people do to an element is not meant for the figure around it. */
const OWN = "pointerdown click dblclick wheel contextmenu touchstart".split(" ");

const views = new WeakMap<Element, Map<Model, HTMLElement>>();

/** Make room for the elements of a place of a figure, if it has some there. */
export function renderElements(figure: Model, place: LegendPlace): TemplateResult[] {
  const some = references(figure, place).some(isElement);
  return some ? [html`<div class="elements" data-place=${place}></div>`] : [];
}

/** Put the elements into their places: those above and below stand in rows, and the others in columns. */
export function placeElements(root: ParentNode): void {
  const { model } = (root as ShadowRoot).host as Element & { readonly model?: Model };
  if (model === undefined) return;
  for (const place of root.querySelectorAll<HTMLElement>(".elements")) {
    const side = place.dataset["place"] ?? "";
    // Those at the sides of a narrow figure stand above it.
    const across = /above|below/.test(sideOf(place));
    const known = views.get(place) ?? new Map<Model, HTMLElement>();
    if (!views.has(place)) lay(place, side === "center");
    views.set(place, known);
    place.style.flexDirection = across ? "row" : "column";
    arrange(place, references(model, side).filter(isElement), known, across ? "row" : "column");
  }
}

function lay(place: HTMLElement, inside: boolean): void {
  Object.assign(place.style, { display: "flex", flexWrap: "wrap", gap: "8px", maxWidth: "100%" });
  for (const event of OWN) {
    place.addEventListener(event, (given) => {
      given.stopPropagation();
    });
  }
  if (!inside) return;
  const within = { gridArea: "1 / 1", placeSelf: "start", margin: "8px", pointerEvents: "auto" };
  Object.assign(place.style, within);
}
