import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { flag, references, text } from "../../field.js";
import type { Layer } from "../layer.js";
import { findGuide, sideOf } from "../legend.js";
import type { LegendPlace } from "../legend.js";
import type { Frame } from "../painters/painter.js";
import { styleTitle } from "../title.js";
import { placeElements, renderElements } from "./elements.js";
import { paintColorBar } from "./color_bar.js";
import { paintSizeBar } from "./size_bar.js";
import { attributionsOf } from "./tiles.js";
import { wordsIn } from "../words.js";
import { steadily } from "../../lazily.js";

const bringSanitize = steadily(() => import("../../sanitize.js"));

/** Show the colour bars and the further titles of one place. */
export function renderGuides(figure: Model, place: LegendPlace): TemplateResult[] {
  const shown = references(figure, place).filter((model) => flag(model, "visible", true));
  const attributions = place === "center" ? attributionsOf(figure) : [];
  const credits = attributions.map(
    (words) => html`<div class="guide bottom_right attribution" .title=${words}></div>`,
  );
  const guides = shown.flatMap((model) => {
    if (model.type.endsWith("Title")) {
      return [
        html`<div class="guide title" data-id=${model.id}>
          <span .textContent=${wordsIn(model, "text")}></span>
        </div>`,
      ];
    }
    const sizes = model.type === "SizeBar";
    if (!sizes && !model.type.endsWith("ColorBar")) return [];
    const words = wordsIn(model, "title") || (sizes ? "Sizes" : "Colours");
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
  return [...guides, ...renderElements(figure, place), ...credits];
}

/** Say whose maps these are; their owners write that as HTML, which is sanitised. */
function placeCredits(root: ParentNode, frame: Frame): void {
  for (const element of root.querySelectorAll<HTMLElement>(".attribution")) {
    const words = element.title;
    if (words === "") continue;
    element.title = "";
    const { style } = element;
    style.margin = "0";
    style.padding = "1px 6px";
    style.font = `10px ${frame.palette.font}`;
    style.color = frame.palette.text;
    style.background = `color-mix(in srgb, ${frame.palette.surface} 75%, transparent)`;
    bringSanitize(({ sanitize }) => {
      element.replaceChildren(sanitize(words));
    });
  }
}

/** Draw them, and put them beside what they explain. */
export function placeGuides(root: ParentNode, frame: Frame, layers: readonly Layer[]): void {
  placeCredits(root, frame);
  placeElements(root);
  const elements = root.querySelectorAll<HTMLElement>(".guide:not(.attribution)");
  const host = (root as ShadowRoot).host as Element & { readonly model?: Model };
  if (host.model === undefined) return;
  for (const element of elements) {
    const model = findGuide(host.model, Number(element.dataset["id"]));
    if (model === undefined) continue;
    if (element instanceof HTMLCanvasElement) {
      const paint = model.type === "SizeBar" ? paintSizeBar : paintColorBar;
      const place = sideOf(element);
      const palette = place === "center" ? frame.palette : (frame.around ?? frame.palette);
      paint(element, model, place, { ...frame, palette }, layers);
    } else {
      styleTitle(element, model, frame, sideOf(element));
    }
  }
}
