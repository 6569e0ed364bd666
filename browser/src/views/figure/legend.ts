import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, optionalNumber, references, text } from "../field.js";
import type { Layer } from "./layer.js";
import { asText, readSpec } from "./spec.js";

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
    ${items.map((item) => {
      const renderers = references(item, "renderers");
      const click = clickOf(legend, item, renderers, policy);
      return entriesOf(item, layers).map((entry) => renderEntry(entry, renderers, click, layers));
    })}
  </div>`;
}

/** What pressing an entry does. */
interface Click {
  /** Whether the entry stands for something that can be switched off, and whether that is on. */
  readonly shown: boolean | undefined;
  run(): void;
}

function clickOf(
  legend: Model,
  item: Model,
  renderers: readonly Model[],
  policy: string,
): Click | undefined {
  const switches = policy === "hide" || policy === "mute";
  const told = legend.observes("legend_item_click");
  if (!switches && !told) return undefined;
  const shown = renderers.some(
    (renderer) => flag(renderer, "visible", true) && !flag(renderer, "muted"),
  );
  return {
    shown: switches ? shown : undefined,
    run: () => {
      for (const renderer of renderers) {
        if (policy === "hide") renderer.set("visible", !shown);
        else if (policy === "mute") renderer.set("muted", shown);
      }
      if (told) legend.emit("legend_item_click", { item });
    },
  };
}

function renderEntry(
  entry: LegendEntry,
  renderers: readonly Model[],
  click: Click | undefined,
  layers: readonly Layer[],
): TemplateResult {
  const content = html`<canvas
      data-renderers=${layers.flatMap((layer, at) => (renderers.includes(layer.renderer) ? [at] : [])).join(" ")}
      data-row=${entry.row}
      aria-hidden="true"
    ></canvas
    ><span>${entry.label}</span>`;
  if (click === undefined) return html`<div class="item">${content}</div>`;
  return html`<button
    type="button"
    class="item"
    aria-pressed=${click.shown === undefined ? nothing : String(click.shown)}
    @click=${() => {
      click.run();
    }}
  >
    ${content}
  </button>`;
}

/** One line of a legend: what it says, and the row that its example looks like. */
export interface LegendEntry {
  readonly label: string;
  readonly row: number;
}

/** Return the lines that an item makes: one, or one for each value of the column that its label names. */
export function entriesOf(item: Model, layers: readonly Layer[]): LegendEntry[] {
  const spec = readSpec(item.get("label"), "value");
  const row = optionalNumber(item, "index") ?? 0;
  if (spec.kind !== "field") {
    const words = spec.kind === "value" ? spec.value : "";
    return [{ label: typeof words === "string" ? words : "", row }];
  }
  const [first] = references(item, "renderers");
  const layer = layers.find((each) => each.renderer === first);
  const column = layer?.reader?.columns[spec.name];
  if (column === undefined) return [{ label: spec.name, row }];
  const rows = new Map<string, number>();
  for (const [index, value] of Array.from<unknown>(column).entries()) {
    const label = Array.isArray(value) ? value.map(asText).join(", ") : asText(value);
    if (label !== "" && !rows.has(label)) rows.set(label, index);
  }
  return Array.from(rows, ([label, index]) => ({ label, row: index }));
}

/** Draw the examples of glyphs into the canvases of rendered legends. */
export function paintSwatches(root: ParentNode, layers: readonly Layer[]): void {
  const ratio = window.devicePixelRatio;
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>("canvas[data-renderers]")) {
    const shown = (canvas.dataset["renderers"] ?? "").split(" ").map((at) => layers[Number(at)]);
    const row = Number(canvas.dataset["row"]);
    canvas.width = SWATCH.width * ratio;
    canvas.height = SWATCH.height * ratio;
    const context = canvas.getContext("2d");
    if (context === null) continue;
    context.scale(ratio, ratio);
    for (const layer of shown) layer?.swatch(context, SWATCH.width, SWATCH.height, row);
  }
}
