import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, number, optionalNumber, references, text } from "../field.js";
import { extras } from "./extras.js";
import type { Layer } from "./layer.js";
import { chosenFill, dressBox, dressText } from "./looks.js";
import type { Frame } from "./painters/painter.js";
import { schemeFor } from "./palette.js";
import type { Arrangement } from "./panels.js";
import { SIDES } from "./panels.js";
import { guidesOf } from "./range_set.js";
import { asText, readSpec } from "./spec.js";
import { formulas, hasFormula } from "./words.js";

/** Where words stand in more room than they need. */
const BASELINES: Readonly<Record<string, string>> = {
  top: "start",
  hanging: "start",
  bottom: "end",
  alphabetic: "end",
  ideographic: "end",
};

/** Where legends can be: over the plotting area, or beside it. */
export type LegendPlace = "center" | "above" | "right" | "below" | "left";

/** The share of a figure's height that a legend above or below the plot takes at most. */
const MOST_HEIGHT = 0.35;
/** What the rest of a figure needs for its plot to be seen, and what a row of entries does, in CSS pixels. */
const REST = 150;
const ROW = 34;
/** A figure that is lower, or narrower, has no room for a legend beside its plot, in CSS pixels. */
const LEAST_HEIGHT = 130;
const LEAST_WIDTH = 180;
/** About what is around the entries of a legend, in CSS pixels. */
const BORDERS = 20;

/** More entries than this cover the data of a narrow figure. */
const MANY = 7;

const SWATCH = { width: 20, height: 14 };

/**
 * Return the legends of one place of a figure: one that stands at a side, too, does not stand upon the data, and in a narrow
 * figure those of many entries stand above them.
 */
export function legendsOf(
  figure: Model,
  place: LegendPlace,
  narrow: boolean,
  layers: readonly Layer[],
): Model[] {
  const beside = SIDES.flatMap((side) => references(figure, side));
  const covers = (legend: Model): boolean =>
    narrow && references(legend, "items").flatMap((item) => entriesOf(item, layers)).length > MANY;
  const upon = (above: boolean): Model[] =>
    references(figure, "center").filter(
      (legend) => !beside.includes(legend) && covers(legend) === above,
    );
  const all = place === "center" ? upon(false) : references(figure, place);
  return (place === "above" ? all.concat(upon(true)) : all).filter(
    (model) => model.type === "Legend" && flag(model, "visible", true),
  );
}

/** Show a legend: a list whose entries are buttons if pressing them does something. */
export function renderLegend(legend: Model, layers: readonly Layer[]): TemplateResult {
  const location = text(legend, "location", "free");
  const flow = text(legend, "orientation") === "horizontal" ? "horizontal" : "vertical";
  const title = text(legend, "title");
  const beside = text(legend, "title_location", "above");
  const policy = text(legend, "click_policy", "none");
  const items = references(legend, "items").filter((item) => flag(item, "visible", true));
  const entries = items.flatMap((item) => {
    const renderers = references(item, "renderers");
    const click = clickOf(legend, item, renderers, policy);
    return entriesOf(item, layers).map(
      (entry) => html`<li>${renderEntry(entry, renderers, click, layers)}</li>`,
    );
  });
  if (entries.length === 0) return html``;
  return html`<div
    class="legend ${location} ${flow} title-${beside}"
    role="group"
    aria-label=${title || "Legend"}
    data-legend=${legend.id}
  >
    ${title === "" ? nothing : html`<div class="legend-title" .textContent=${title}></div>`}
    <ul class="entries" role="list">
      ${entries}
    </ul>
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
  const shown = renderers.some((renderer) =>
    policy === "mute" ? !flag(renderer, "muted") : flag(renderer, "visible", true),
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
      data-renderers=${layers.flatMap((layer, at) => (layer.isOf(renderers) ? [at] : [])).join(" ")}
      data-row=${entry.row}
      aria-hidden="true"
    ></canvas
    ><span .textContent=${entry.label}></span>`;
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
  const label = item.get("label") ?? undefined;
  if (label === undefined) return [];
  const spec = readSpec(label, "value");
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
    const words = asText(value);
    if (words !== "" && !rows.has(words)) rows.set(words, index);
  }
  return Array.from(rows, ([words, index]) => ({ label: words, row: index }));
}

/** Draw the examples of glyphs into the canvases of rendered legends. */
export function paintSwatches(root: ParentNode, layers: readonly Layer[]): void {
  const ratio = window.devicePixelRatio;
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>("canvas[data-renderers]")) {
    const numbers = (canvas.dataset["renderers"] ?? "").split(" ").filter((at) => at !== "");
    const shown = numbers.map((at) => layers[Number(at)]);
    const row = Number(canvas.dataset["row"]);
    const width = Number(canvas.dataset["width"] ?? SWATCH.width);
    const height = Number(canvas.dataset["height"] ?? SWATCH.height);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    if (context === null) continue;
    context.scale(ratio, ratio);
    for (const layer of shown) layer?.swatch(context, width, height, row);
  }
}

/** Leave most of a figure to its plot: what stands above or below that takes rows, and scrolls. */
export function fitLegends(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>(".side > .legend")) {
    const { clientHeight: height = 0, clientWidth: width = 0 } = element.closest(".figure") ?? {};
    const upright = ["above", "below"].includes(sideOf(element));
    element.hidden = upright ? height < LEAST_HEIGHT : width < LEAST_WIDTH;
    if (!element.matches(".above > *, .below > *")) continue;
    const most = Math.max(ROW, Math.min(MOST_HEIGHT * height, height - REST));
    element.style.maxBlockSize = `${most}px`;
    // An entry is as high in a row as in a column.
    const entries = element.getElementsByClassName("item");
    const needed = entries.length * ((entries[0] as HTMLElement | undefined)?.offsetHeight ?? 0);
    element.classList.toggle("folded", needed + BORDERS > most);
  }
}

/** Give rendered legends their looks, and put them where they belong beside the frame. */
export function placeLegends(
  root: ParentNode,
  figure: Model,
  frame: Frame,
  arrangement: Arrangement,
): void {
  const plot = root.querySelector<HTMLElement>(".plot");
  const overlay = root.querySelector<HTMLElement>(".overlay");
  // What lies over the data lies on what its author has put behind these.
  if (overlay !== null) overlay.style.colorScheme = schemeFor(figure, "background_fill");
  for (const element of root.querySelectorAll<HTMLElement>(".legend[data-legend]")) {
    const legend = findGuide(figure, Number(element.dataset["legend"]));
    if (legend === undefined || plot === null) continue;
    for (const words of element.querySelectorAll<HTMLElement>(".legend-title, .item > span")) {
      const cut =
        words.scrollHeight > words.clientHeight + 1 || words.scrollWidth > words.clientWidth + 1;
      words.title = cut ? words.textContent : "";
      if (hasFormula(words.textContent)) formulas.typeset?.(words);
    }
    dressLegend(element, legend);
    const place = sideOf(element);
    if (place === "center") placeInside(element, legend);
    else placeBeside(element, legend, place, frame, plot);
    // What scrolls has to be reached by keyboard.
    const scrolls =
      element.scrollHeight > element.clientHeight + 1 ||
      element.scrollWidth > element.clientWidth + 1;
    if (scrolls) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }
  drawNear(root, arrangement);
}

/** Return a guide of a figure by its number. */
export function findGuide(figure: Model, id: number): Model | undefined {
  return guidesOf(figure).find((model) => model.id === id);
}

/** Return where a guide is: in a narrow figure, what belongs beside the plot is above it. */
export function sideOf(element: HTMLElement): LegendPlace {
  const side = element.parentElement;
  if (side === null || side.classList.contains("overlay")) return "center";
  if (/^(above|lead|trail)$/.test(getComputedStyle(side).gridRowStart)) return "above";
  const places = ["right", "below", "left"] as const;
  return places.find((place) => side.classList.contains(place)) ?? "above";
}

function dressLegend(element: HTMLElement, legend: Model): void {
  dressBox(element, legend);
  const pixels = (field: string): string =>
    legend.chosen(field) ? `${number(legend, field, 0)}px` : "";
  element.style.gap = pixels("title_standoff");
  const title = element.querySelector<HTMLElement>(".legend-title");
  if (title !== null) dressText(title, legend, "title_text");
  const entries = element.querySelector<HTMLElement>(".entries");
  if (entries === null) return;
  const items = [...entries.querySelectorAll<HTMLElement>(".item")];
  const grid = gridOf(legend, items.length);
  entries.style.gap = pixels("spacing");
  entries.style.display = grid === undefined ? "" : "grid";
  entries.style.gridAutoFlow = grid?.down === true ? "column" : "";
  const tracks = grid === undefined ? "" : `repeat(${grid.count}, auto)`;
  entries.style.gridTemplateRows = grid?.down === true ? tracks : "";
  entries.style.gridTemplateColumns = grid?.down === false ? tracks : "";
  // Columns that are wider than the figure are none.
  if (entries.scrollWidth > entries.clientWidth + 1) entries.style.display = "";
  dressText(entries, legend, "label_text");
  for (const [index, item] of items.entries()) dressItem(item, legend, index, grid);
}

function dressItem(
  item: HTMLElement,
  legend: Model,
  index: number,
  grid: LegendGrid | undefined,
): void {
  const pixels = (field: string): string =>
    legend.chosen(field) ? `${number(legend, field, 0)}px` : "";
  item.style.gap = pixels("label_standoff");
  item.style.background = hasBackground(legend, index, grid)
    ? (chosenFill(legend, "item_background_fill", "var(--_sunken)") ?? "var(--_sunken)")
    : "";
  const veil = chosenFill(legend, "inactive_fill", "var(--_surface)");
  item.classList.toggle("veiled", veil !== undefined);
  item.style.setProperty("--_veil", veil ?? "");
  const inactive = item.ariaPressed === "false" && legend.chosen("inactive_hatch_pattern");
  if (inactive || hasBackground(legend, index, grid)) {
    extras.layHatch?.(item, legend, inactive ? "inactive_" : "item_background_");
  } else item.querySelector(".hatch")?.remove();
  const [canvas, words] = item.children;
  if (canvas instanceof HTMLCanvasElement) {
    for (const side of ["width", "height"] as const) {
      canvas.style[side] = pixels(`glyph_${side}`);
      canvas.dataset[side] = String(
        legend.chosen(`glyph_${side}`) ? number(legend, `glyph_${side}`, 20) : SWATCH[side],
      );
    }
  }
  if (!(words instanceof HTMLElement)) return;
  words.style.minInlineSize = pixels("label_width");
  words.style.minBlockSize = pixels("label_height");
  words.style.alignContent = BASELINES[text(legend, "label_text_baseline")] ?? "center";
}

/** In how many rows, or columns, entries stand. */
export interface LegendGrid {
  readonly count: number;
  /** Whether they go down first. */
  readonly down: boolean;
}

/** Return the rows or columns that an author wants; nothing leaves it to the room that there is. */
export function gridOf(legend: Model, entries: number): LegendGrid | undefined {
  const down = text(legend, "orientation", "vertical") !== "horizontal";
  const count = optionalNumber(legend, down ? "nrows" : "ncols");
  const others = optionalNumber(legend, down ? "ncols" : "nrows");
  if (count !== undefined) return { count: Math.min(count, entries), down };
  return others === undefined ? undefined : { count: Math.ceil(entries / others), down };
}

function hasBackground(legend: Model, index: number, grid: LegendGrid | undefined): boolean {
  const policy = text(legend, "item_background_policy", "none");
  if (policy === "every") return true;
  if (policy !== "even" && policy !== "odd") return false;
  const count = grid?.count ?? Infinity;
  const parity = (Math.floor(index / count) + (index % count)) % 2;
  return (parity === 0) === (policy === "even");
}

/** Put a guide into the frame where its location says. */
export function placeInside(element: HTMLElement, legend: Model): void {
  const { style } = element;
  style.margin = legend.chosen("margin") ? `${number(legend, "margin", 10)}px` : "";
  const free = locationOf(legend);
  style.position = free === undefined ? "" : "absolute";
  style.left = free === undefined ? "" : `${free[0]}px`;
  style.bottom = free === undefined ? "" : `${free[1]}px`;
  if (free !== undefined) style.margin = "0";
}

/** Return how far a guide is from the lower left, if its author wants it so. */
function locationOf(guide: Model): readonly [number, number] | undefined {
  const location = guide.get("location");
  if (!Array.isArray(location)) return undefined;
  const [x, y] = location as unknown[];
  return [Number(x) || 0, Number(y) || 0];
}

/** Put a guide beside the frame: along it where its location says, which begins and ends where the frame does. */
export function placeBeside(
  element: HTMLElement,
  guide: Model,
  place: LegendPlace,
  frame: Frame,
  plot: HTMLElement,
): void {
  const { style } = element;
  const word = text(guide, "location");
  const free = locationOf(guide);
  if (place === "left" || place === "right") {
    const below = plot.clientHeight - frame.top - frame.height;
    style.alignSelf =
      free !== undefined || word.startsWith("bottom")
        ? "flex-end"
        : word.startsWith("top")
          ? "flex-start"
          : "center";
    style.marginBlock = `${frame.top}px ${below + (free?.[1] ?? 0)}px`;
    style.marginInline = "";
    style.maxBlockSize = `${frame.height}px`;
    return;
  }
  const from = plot.offsetLeft + frame.left;
  const to = plot.parentElement === null ? 0 : plot.parentElement.clientWidth - from - frame.width;
  const left = free !== undefined || word.endsWith("left");
  const right = word.endsWith("right");
  style.alignSelf = "";
  style.marginBlock = "";
  style.marginInline = left
    ? `${from + (free?.[0] ?? 0)}px auto`
    : right
      ? `auto ${Math.max(0, to)}px`
      : "auto";
}

/** Keep what stands beside a frame with it, where the frame keeps room for others' sake. */
function drawNear(root: ParentNode, { area, margins }: Arrangement): void {
  for (const side of ["left", "right"] as const) {
    const element = root.querySelector<HTMLElement>(`.side.${side}`);
    if (element === null || element.childElementCount === 0) continue;
    const width = root.querySelector(".plot")?.clientWidth ?? 0;
    const spare =
      side === "left" ? area.left - margins.left : width - area.left - area.width - margins.right;
    // In a narrow figure it stands above the plot.
    const away = spare >= 1 && getComputedStyle(element).gridRowStart === side;
    element.style.translate = away ? `${side === "left" ? spare : -spare}px` : "";
    element.style.zIndex = away ? "1" : "";
  }
}
