import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { flag, references, text } from "../../field.js";
import type { Layer } from "../layer.js";
import { findGuide, sideOf } from "../legend.js";
import type { LegendPlace } from "../legend.js";
import type { Frame } from "../painters/painter.js";
import { styleTitle } from "../title.js";
import { paintColorBar } from "./color_bar.js";

/** Show the colour bars and the further titles of one place. */
export function renderGuides(figure: Model, place: LegendPlace): TemplateResult[] {
  const shown = references(figure, place).filter((model) => flag(model, "visible", true));
  return shown.flatMap((model) => {
    if (model.type.endsWith("Title")) {
      return [
        html`<div class="guide title" data-id=${model.id}>
          <span>${text(model, "text")}</span>
        </div>`,
      ];
    }
    if (!model.type.endsWith("ColorBar")) return [];
    const words = text(model, "title") || "Colours";
    const where = place === "center" ? text(model, "location", "top_right") : "";
    return [
      html`<canvas
        class="guide ${where}"
        role="img"
        aria-label=${words}
        data-id=${model.id}
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
    const model = findGuide(host.model, Number(element.dataset["id"]));
    if (model === undefined) continue;
    if (element instanceof HTMLCanvasElement) {
      paintColorBar(element, model, sideOf(element), frame, layers);
    } else {
      styleTitle(element, model, frame, sideOf(element));
    }
  }
}
