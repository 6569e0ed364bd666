import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, text } from "../field.js";
import type { RowOf, Told } from "./extras.js";
import { MAX_TIPS, extras } from "./extras.js";
import { lazily } from "../lazily.js";
import type { Point } from "./gestures.js";
import type { Layer } from "./layer.js";
import type { Frame } from "./painters/painter.js";

/** How far from its place a tooltip stands, and from the edges of the figure, in CSS pixels. */
const DISTANCE = 14;

const bringHover = lazily(() => import("./hover/tell.js"));

/** A row under the pointer, and what is told about it. */
interface Tip extends Told {
  readonly tool: Model;
}

/** What is told about the rows under the pointer. */
export class Tips {
  #tips: readonly Tip[] = [];
  #more = false;

  constructor(
    /** Called when the code that tells about rows has come. */
    private readonly come: () => void,
  ) {}

  /** Point at nothing; tell whether something looks otherwise then. */
  clear(layers: readonly Layer[]): boolean {
    this.#tips = [];
    return inspect(layers, []);
  }

  /** Find the rows under the pointer, for each of the tools that point; tell whether something looks otherwise. */
  find(tools: readonly Model[], layers: readonly Layer[], frame: Frame, at: Point): boolean {
    if (tools.length > 0 && extras.hover === undefined) {
      bringHover(this.come);
    }
    const found = tools.flatMap((tool) => {
      const rows = extras.hover?.find(tool, layers, frame, at) ?? [];
      return rows.map((row) => ({ tool, ...row }));
    });
    const tell = ({ tool, ...row }: Found): Tip | undefined => {
      const told = extras.hover?.tell(tool, row, frame, at, this.come);
      return told && { tool, ...told };
    };
    const tips = fair(found, tell);
    this.#more = tips.length > MAX_TIPS;
    this.#tips = tips.slice(0, MAX_TIPS);
    return inspect(layers, found);
  }

  renderSpots(): TemplateResult[] {
    return this.#tips.map(() => html`<div class="spot"></div>`);
  }

  render(): TemplateResult | typeof nothing {
    const tips = this.#tips;
    const [first] = tips;
    if (first === undefined) return nothing;
    const arrow = flag(first.tool, "show_arrow", true) ? html`<b class="tip-arrow"></b>` : nothing;
    return html`<div class="tips" role="tooltip">
      ${arrow}${tips.map((tip) => tip.told)}
      ${tips.length > 1 ? html`<div class="more">and more</div>` : nothing}
    </div>`;
  }

  /** Put what was rendered where the rows are. */
  place(root: ParentNode, host: HTMLElement, frame: Frame | undefined): void {
    const box = root.querySelector<HTMLElement>(".tips");
    const [first] = this.#tips;
    if (box === null || first === undefined) return;
    extras.hover?.dress(root);
    for (const swatch of box.querySelectorAll<HTMLElement>("i[data-color]")) {
      swatch.style.backgroundColor = swatch.dataset["color"] ?? "";
    }
    const shown = fit(box, host.clientHeight, this.#more);
    // What is read comes before what is written.
    attach(box, host, first);
    for (const [index, { style }] of root.querySelectorAll<HTMLElement>(".spot").entries()) {
      const tip = this.#tips[index];
      if (tip === undefined || frame === undefined) continue;
      style.display = index < shown ? "" : "none";
      style.left = `${tip.px - frame.left}px`;
      style.top = `${tip.py - frame.top}px`;
    }
  }
}

/** Show no more than there is room for, and say so if that is not all; return how many are shown. */
function fit(box: HTMLElement, height: number, cut: boolean): number {
  const more = box.querySelector<HTMLElement>(":scope > .more");
  const told = [...box.querySelectorAll<HTMLElement>(":scope > :not(.more, .tip-arrow)")];
  let shown = told.length;
  const last = told.at(-1);
  if (more === null || last === undefined) return shown;
  for (const { style } of [...told, more]) style.display = "";
  // All heights are read before anything is hidden.
  const all = box.offsetHeight;
  const ends = [...told, more].map((part) => part.offsetTop);
  const [below = 0] = ends.slice(-1);
  const alone = all - below - more.offsetHeight + last.offsetTop + last.offsetHeight;
  if (cut || alone > height) {
    while (shown > 1 && all - below + (ends[shown] ?? 0) > height) shown -= 1;
  } else more.style.display = "none";
  for (const { style } of told.slice(shown)) style.display = "none";
  return shown;
}

type Side = "left" | "right" | "above" | "below";

/** Put a tooltip on the side of its place that its tool wants, inside the figure. */
function attach(box: HTMLElement, host: HTMLElement, { tool, px, py }: Tip): void {
  const { clientWidth, clientHeight } = host;
  const { offsetWidth: width, offsetHeight: height } = box;
  const side = sideOf(text(tool, "attachment"), {
    right: clientWidth - px - DISTANCE - width,
    below: clientHeight - py - DISTANCE - height,
    above: py - DISTANCE - height,
  });
  const beside = side === "left" || side === "right";
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
  const x = beside
    ? clamp(side === "right" ? px + DISTANCE : px - DISTANCE - width, clientWidth - width)
    : clamp(px - width / 2, clientWidth - width);
  const y = beside
    ? clamp(py - height / 2, clientHeight - height)
    : clamp(side === "below" ? py + DISTANCE : py - DISTANCE - height, clientHeight - height);
  box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  box.dataset["side"] = side;
  const arrow = box.querySelector<HTMLElement>(".tip-arrow");
  if (arrow === null) return;
  // It points at the place, and stays off the round corners.
  const along = beside ? py - y : px - x;
  const most = (beside ? height : width) - 12;
  arrow.style.insetInlineStart = beside ? "" : `${Math.max(12, Math.min(along, most))}px`;
  arrow.style.insetBlockStart = beside ? `${Math.max(12, Math.min(along, most))}px` : "";
}

/** Return the side to stand on, of two the one with room. */
function sideOf(wanted: string, room: { right: number; below: number; above: number }): Side {
  if (wanted === "vertical") return room.above >= 0 || room.below < 0 ? "above" : "below";
  if (wanted === "left" || wanted === "right" || wanted === "above" || wanted === "below") {
    return wanted;
  }
  return room.right >= 0 ? "right" : "left";
}

/** A row under the pointer, and what draws it. */
interface Found extends RowOf {
  readonly tool: Model;
}

/** Tell about rows in their order: no renderer is left out because another one has many. One too many says that there are more. */
function fair(found: readonly Found[], tell: (row: Found) => Tip | undefined): readonly Tip[] {
  const seen = new Map<Layer, number>();
  // The first rows of all renderers come before the second ones.
  const turns = found.map((row, order) => {
    const turn = seen.get(row.layer) ?? 0;
    seen.set(row.layer, turn + 1);
    return { row, order, turn };
  });
  const told: { readonly tip: Tip; readonly order: number }[] = [];
  for (const { row, order } of turns.sort((first, second) => first.turn - second.turn)) {
    if (told.length > MAX_TIPS) break;
    // Of a row about which its tool says nothing there is nothing to see.
    const tip = tell(row);
    if (tip !== undefined) told.push({ tip, order });
  }
  const extra = told.splice(MAX_TIPS);
  told.sort((first, second) => first.order - second.order);
  return [...told, ...extra].map(({ tip }) => tip);
}

/** Show rows as pointed at, with what goes along with them, and no others; tell whether something looks otherwise. */
function inspect(layers: readonly Layer[], found: readonly Found[]): boolean {
  const rows = new Map<Model, Set<number>>();
  const add = (renderer: Model, some: readonly number[]): void => {
    rows.set(renderer, new Set([...(rows.get(renderer) ?? []), ...some]));
  };
  for (const { layer, hit } of found) {
    add(layer.renderer, [hit.index]);
    for (const along of layer.part.follow?.("inspection", [hit.index]) ?? []) {
      add(along.renderer, along.rows);
    }
  }
  // Every layer hears of it, so this is no question of whether some did.
  return layers.filter((layer) => layer.inspect([...(rows.get(layer.renderer) ?? [])])).length > 0;
}
