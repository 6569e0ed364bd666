import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { flag, references, text } from "../../field.js";
import type { Layer } from "../layer.js";
import type { LegendPlace } from "../legend.js";
import type { Frame } from "../painters/painter.js";
import { styleTitle } from "../title.js";
import { paintColorBar } from "./color_bar.js";

/** Show the colour bars and the further titles of one place. */
export function renderGuides(figure: Model, place: LegendPlace): TemplateResult[] {
  const shown = references(figure, place).filter((model) => flag(model, "visible", true));
  return shown.flatMap((model) => {
    if (model.type === "Title") {
      return [html`<div class="guide" data-id=${model.id}>${text(model, "text")}</div>`];
    }
    if (model.type !== "ColorBar") return [];
    const words = text(model, "title") || "Colours";
    const where = place === "center" ? text(model, "location", "top_right") : "";
    return [
      html`<canvas
        class="guide ${where}"
        role="img"
        aria-label=${words}
        data-id=${model.id}
        data-place=${place}
      ></canvas>`,
    ];
  });
}

/** Draw them, and put them beside what they explain. */
export function placeGuides(root: ParentNode, frame: Frame, layers: readonly Layer[]): void {
  const elements = root.querySelectorAll<HTMLElement>(".guide");
  const host = (root as ShadowRoot).host as Element & { readonly model?: Model };
  if (host.model === undefined) return;
  for (const element of elements) {
    const model = find(host.model, Number(element.dataset["id"]));
    if (model === undefined) continue;
    if (element instanceof HTMLCanvasElement) {
      const place = placeOf(element);
      paintColorBar(element, model, place, frame, layers);
    } else {
      styleTitle(element, model, frame);
      element.style.flex = "1 0 100%";
      element.style.lineHeight = "1.4";
    }
  }
}

/** Return where a guide is: in a narrow figure, what belongs beside the plot is above it. */
function placeOf(element: HTMLElement): LegendPlace {
  const side = element.parentElement;
  const above = side !== null && getComputedStyle(side).gridRowStart === "above";
  return above ? "above" : (element.dataset["place"] as LegendPlace);
}

function find(figure: Model, id: number): Model | undefined {
  for (const side of ["above", "below", "left", "right", "center"]) {
    for (const model of references(figure, side)) if (model.id === id) return model;
  }
  return undefined;
}
