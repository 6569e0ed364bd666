import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { record, text } from "../field.js";
import type { Point } from "./gestures.js";
import type { Layer } from "./layer.js";
import type { Frame, Hit, HitMode } from "./painters/painter.js";
import { tooltipsOf } from "./toolbar.js";
import type { TooltipRow } from "./tooltip.js";
import { tooltipRows } from "./tooltip.js";

/** So many rows are told about at once. */
const MAX_TIPS = 8;

/** A row under the pointer, and what is told about it. */
interface Tip {
  readonly px: number;
  readonly py: number;
  readonly rows: readonly TooltipRow[];
}

/** What is told about the rows under the pointer. */
export class Tips {
  #tips: readonly Tip[] = [];

  clear(): void {
    this.#tips = [];
  }

  /** Find the rows under the pointer, for each of the tools that point. */
  find(tools: readonly Model[], layers: readonly Layer[], frame: Frame, at: Point): void {
    const tips = tools.flatMap((tool) => {
      const mode = text(tool, "mode", "mouse");
      const known = mode === "vline" || mode === "hline" ? mode : "mouse";
      return tipsOf(tool, layers, frame, at, known);
    });
    this.#tips = tips.slice(0, MAX_TIPS);
  }

  renderSpots(): TemplateResult[] {
    return this.#tips.map(() => html`<div class="spot"></div>`);
  }

  render(): TemplateResult | typeof nothing {
    const tips = this.#tips.filter((tip) => tip.rows.length > 0);
    if (tips.length === 0) return nothing;
    return html`<div class="tips" role="tooltip">
      ${tips.map(
        (tip) =>
          html`<dl>
            ${tip.rows.map(
              (row) =>
                html`<dt>${row.label}</dt>
                  <dd>
                    ${
                      row.color === undefined ? nothing : html`<i data-color=${row.color}></i>`
                    }${row.text}
                  </dd>`,
            )}
          </dl>`,
      )}
    </div>`;
  }

  /** Put what was rendered where the rows are. */
  place(root: ParentNode, host: HTMLElement, frame: Frame | undefined): void {
    for (const [index, spot] of root.querySelectorAll<HTMLElement>(".spot").entries()) {
      const tip = this.#tips[index];
      if (tip === undefined || frame === undefined) continue;
      spot.style.left = `${tip.px - frame.left}px`;
      spot.style.top = `${tip.py - frame.top}px`;
    }
    const box = root.querySelector<HTMLElement>(".tips");
    const first = this.#tips[0];
    if (box === null || first === undefined) return;
    for (const swatch of box.querySelectorAll<HTMLElement>("i")) {
      swatch.style.background = swatch.dataset["color"] ?? "";
    }
    const { clientWidth, clientHeight } = host;
    const { offsetWidth: width, offsetHeight: height } = box;
    const right = first.px + 14 + width <= clientWidth;
    const x = right ? first.px + 14 : Math.max(0, first.px - 14 - width);
    const y = Math.max(0, Math.min(first.py - height / 2, clientHeight - height));
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}

function tipsOf(
  tool: Model,
  layers: readonly Layer[],
  frame: Frame,
  at: Point,
  mode: HitMode,
): Tip[] {
  const renderers = tool.get("renderers");
  const px = at.x + frame.left;
  const py = at.y + frame.top;
  const found: { hit: Hit; tip: Tip }[] = [];
  for (const layer of layers) {
    if (Array.isArray(renderers) && !renderers.includes(layer.renderer)) continue;
    const hit = layer.hit(frame, px, py, mode);
    const { reader } = layer;
    if (hit === undefined || reader === undefined) continue;
    const rows = tooltipRows(tooltipsOf(tool), record(tool, "formatters"), reader, {
      index: hit.index,
      name: text(layer.renderer, "name"),
      x: frame.x.toValue(px),
      y: frame.y.toValue(py),
      sx: px,
      sy: py,
      dataX: frame.x.toValue(hit.px),
      dataY: frame.y.toValue(hit.py),
    });
    found.push({ hit, tip: { px: hit.px, py: hit.py, rows } });
  }
  if (mode !== "mouse") return found.map(({ tip }) => tip);
  // Near the pointer the nearest row is meant, of those equally near the one on top.
  found.sort((first, second) => first.hit.distance - second.hit.distance);
  return found.slice(0, 1).map(({ tip }) => tip);
}
