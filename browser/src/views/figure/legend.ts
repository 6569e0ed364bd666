import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, references, text } from "../field.js";
import type { Layer } from "./layer.js";
import { readSpec } from "./spec.js";

/** Where legends can be: over the plotting area, or beside it. */
export type LegendPlace = "center" | "above" | "right" | "below" | "left";

const SWATCH = { width: 24, height: 14 };

/** Return the legends of one place of a figure. */
export function legendsOf(figure: Model, place: LegendPlace): Model[] {
  return references(figure, place).filter(
    (model) => model.type === "Legend" && flag(model, "visible", true),
  );
}

/** Show a legend. Entries are buttons if pressing them does something. */
export function renderLegend(legend: Model, layers: readonly Layer[]): TemplateResult {
  const location = text(legend, "location", "top_right");
  const flow = text(legend, "orientation") === "horizontal" ? "horizontal" : "vertical";
  const title = text(legend, "title");
  const policy = text(legend, "click_policy", "none");
  const items = references(legend, "items").filter((item) => flag(item, "visible", true));
  if (items.length === 0) return html``;
  return html`<div class="legend ${location} ${flow}" role="group" aria-label=${title || "Legend"}>
    ${title === "" ? nothing : html`<div class="legend-title">${title}</div>`}
    ${items.map((item) => renderItem(item, policy, layers))}
  </div>`;
}

function renderItem(item: Model, policy: string, layers: readonly Layer[]): TemplateResult {
  const renderers = references(item, "renderers");
  const shown = renderers.some(
    (renderer) => flag(renderer, "visible", true) && !flag(renderer, "muted"),
  );
  const content = html`<canvas
      data-renderer=${layers.findIndex((layer) => layer.renderer === renderers[0])}
      aria-hidden="true"
    ></canvas
    ><span>${labelOf(item, renderers[0], layers)}</span>`;
  if (policy !== "hide" && policy !== "mute") return html`<div class="item">${content}</div>`;
  return html`<button
    type="button"
    class="item"
    aria-pressed=${String(shown)}
    @click=${() => {
      for (const renderer of renderers) {
        if (policy === "hide") renderer.set("visible", !shown);
        else renderer.set("muted", shown);
      }
    }}
  >
    ${content}
  </button>`;
}

function labelOf(item: Model, renderer: Model | undefined, layers: readonly Layer[]): string {
  const spec = readSpec(item.get("label"), "value");
  if (spec.kind === "value") return typeof spec.value === "string" ? spec.value : "";
  const layer = layers.find((each) => each.renderer === renderer);
  const first: unknown = layer?.reader?.columns[spec.name]?.[0];
  return typeof first === "string" || typeof first === "number" ? String(first) : spec.name;
}

/** Draw the examples of glyphs into the canvases of rendered legends. */
export function paintSwatches(root: ParentNode, layers: readonly Layer[]): void {
  const ratio = window.devicePixelRatio;
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>("canvas[data-renderer]")) {
    const layer = layers[Number(canvas.dataset["renderer"])];
    canvas.width = SWATCH.width * ratio;
    canvas.height = SWATCH.height * ratio;
    const context = canvas.getContext("2d");
    if (context === null || layer === undefined) continue;
    context.scale(ratio, ratio);
    layer.swatch(context, SWATCH.width, SWATCH.height);
  }
}
