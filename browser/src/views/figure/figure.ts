import { html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { PLOT_SCHEMA } from "../../model/plot_schema.js";
import type { Model, ModelChange } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { record, reference, text } from "../field.js";
import { register } from "../registry.js";
import { figureStyles } from "./figure_styles.js";
import type { GestureTarget, Point } from "./gestures.js";
import { Gestures } from "./gestures.js";
import type { LegendPlace } from "./legend.js";
import { legendsOf, paintSwatches, renderLegend } from "./legend.js";
import type { Frame, Hit, HitMode } from "./painters/painter.js";
import { chromeColor, readPalette, readSize, schemeOn } from "./palette.js";
import { Plot } from "./plot.js";
import { savePicture } from "./save.js";
import type { Concern } from "./scene.js";
import { Scene } from "./scene.js";
import { Tools, dimensionsOf, renderToolbar, tooltipsOf } from "./toolbar.js";
import type { TooltipRow } from "./tooltip.js";
import { tooltipRows } from "./tooltip.js";
import { renderTables } from "./twin.js";
import { Watch } from "./watch.js";

/** A row under the pointer, and what is told about it. */
interface Tip {
  readonly px: number;
  readonly py: number;
  readonly rows: readonly TooltipRow[];
}

const CONCERNS: readonly Concern[] = ["ends", "data", "structure"];
/** How long after the last key press a screen reader is told what is shown. */
const TELL_DELAY_MS = 600;

/** A plot: axes, glyphs, and tools to look around. */
class FigureElement extends ModelElement implements GestureTarget {
  static override styles: CSSResult[] = [base, figureStyles];

  #scene: Scene | undefined;
  #tools: Tools | undefined;
  #plot: Plot | undefined;
  #concern: Concern | undefined;
  #tips: readonly Tip[] = [];
  #pointer: Point | undefined;
  #selection: readonly [Point, Point] | undefined;
  #tablesOpen = false;
  #drawing = 0;
  #telling = 0;
  #told = "";
  #area: HTMLElement | undefined;
  #border: string | undefined;
  readonly #resizing = new ResizeObserver(() => {
    this.#resize();
  });
  readonly #watch = new Watch((model, change) => {
    const scene = this.#scene;
    if (scene !== undefined) this.#invalidate(scene.change(model, change));
  });

  get dragging(): GestureTarget["dragging"] {
    const tool = this.#tools?.drag?.type;
    if (tool === "PanTool") return "pan";
    return tool === "BoxZoomTool" ? "box" : "none";
  }

  get wheeling(): boolean {
    if (this.#tools?.wheelTool === undefined) return false;
    return (
      this.#tools.scroll !== undefined || this.renderRoot.querySelector(".area:focus") !== null
    );
  }

  get pinching(): boolean {
    return this.#tools?.wheelTool !== undefined || this.dragging === "pan";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What changed while the figure was out of the page was not heard.
    this.#concern = "structure";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
    this.#watch.cancel();
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#scene?.leave();
    this.#scene = undefined;
    cancelAnimationFrame(this.#drawing);
    this.#drawing = 0;
    clearTimeout(this.#telling);
  }

  pan(dx: number, dy: number): void {
    const frame = this.#plot?.frame;
    if (frame === undefined) return;
    const { x, y } = dimensionsOf(this.#tools?.drag);
    this.#scene?.pan(frame, x ? dx : 0, y ? dy : 0);
    this.#moved();
  }

  zoom(factor: number, x: number, y: number): void {
    const frame = this.#plot?.frame;
    if (frame === undefined) return;
    const both = dimensionsOf(this.#tools?.wheelTool);
    this.#scene?.zoom(frame, { x: both.x ? factor : 1, y: both.y ? factor : 1 }, { x, y });
    this.#moved();
  }

  box(from: Point, to: Point, done: boolean): void {
    const frame = this.#plot?.frame;
    if (frame === undefined) return;
    const { x, y } = dimensionsOf(this.#tools?.drag);
    const start = { x: x ? from.x : 0, y: y ? from.y : 0 };
    const end = { x: x ? to.x : frame.width, y: y ? to.y : frame.height };
    if (!done) {
      this.#selection = [start, end];
      this.requestUpdate();
      return;
    }
    this.cancelBox();
    this.#scene?.box(frame, start, end);
    this.#moved();
  }

  cancelBox(): void {
    this.#selection = undefined;
    this.requestUpdate();
  }

  reset(): void {
    this.#scene?.reset();
    this.#invalidate("ends");
    if (this.model.observes("reset")) this.model.emit("reset");
    this.#moved();
  }

  hover(at: Point | undefined): void {
    this.#pointer = at;
    this.requestUpdate();
  }

  tap(at: Point, count: number): void {
    const name = count === 2 ? "doubletap" : "tap";
    const frame = this.#plot?.frame;
    if (frame === undefined || !this.model.observes(name)) return;
    const sx = at.x + frame.left;
    const sy = at.y + frame.top;
    this.model.emit(name, { sx, sy, x: frame.x.toValue(sx), y: frame.y.toValue(sy) });
  }

  protected override changed(change: ModelChange): void {
    const scene = this.#scene;
    const layout = change.kind === "set" && LAYOUT_FIELDS.has(change.field);
    if (scene !== undefined && !layout) {
      scene.readLayers();
      this.#invalidate("structure");
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const model = this.model;
    this.#tools ??= new Tools(model);
    const tools = this.#tools;
    const location = model.get("toolbar_location");
    const toolbarAt = (place: string): unknown =>
      location === place || (place === "right" && typeof location !== "string")
        ? renderToolbar(model, tools, this.#use)
        : nothing;
    const side = (place: LegendPlace): TemplateResult =>
      html`<div class="side ${place}">${this.#renderLegends(place)} ${toolbarAt(place)}</div>`;
    this.#findTips();
    return html`<div class="figure" role="figure" aria-labelledby="title">
      ${this.#renderTitle()} ${side("above")} ${side("left")}
      <div class="plot">
        <div class="canvas"></div>
        <div
          class="area"
          tabindex="0"
          role="application"
          aria-roledescription="plot"
          aria-label=${`${this.#titleText()}. Arrow keys move, plus and minus zoom, zero resets.`}
          aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0"
          data-dragging=${this.dragging}
        >
          ${this.#renderOverlay()}
        </div>
        <div class="overlay">${this.#renderLegends("center")}</div>
        ${this.#renderTips()}
      </div>
      ${side("right")} ${side("below")}
      <details class="twin" @toggle=${this.#onTables}>
        <summary>Data table of ${this.#titleText()}</summary>
        ${this.#tablesOpen ? renderTables(this.#scene?.layers ?? []) : nothing}
      </details>
      <div class="hidden-visually told" aria-live="polite">${this.#told}</div>
      <i class="probe" @transitionrun=${this.#onColors}></i>
    </div>`;
  }

  protected override firstUpdated(): void {
    const area = this.renderRoot.querySelector<HTMLElement>(".area");
    if (area === null) return;
    this.#area = area;
    new Gestures(area, this);
  }

  protected override updated(): void {
    super.updated();
    this.#resizing.observe(this.#host);
    if (this.#concern !== undefined) this.#schedule();
    this.#place();
    this.#placeTips();
    paintSwatches(this.renderRoot, this.#scene?.layers ?? []);
  }

  get #host(): HTMLElement {
    const host = this.renderRoot.querySelector<HTMLElement>(".canvas");
    if (host === null) throw new Error("the figure has not been rendered yet");
    return host;
  }

  #invalidate(concern: Concern): void {
    const known = this.#concern === undefined ? -1 : CONCERNS.indexOf(this.#concern);
    if (CONCERNS.indexOf(concern) > known) this.#concern = concern;
    if (concern === "structure") this.requestUpdate();
    this.#schedule();
  }

  #schedule(): void {
    if (this.#drawing === 0 && this.hasUpdated) {
      this.#drawing = requestAnimationFrame(this.#draw);
    }
  }

  readonly #draw = (): void => {
    this.#drawing = 0;
    if (!this.isConnected) return;
    const concern = this.#concern ?? "ends";
    this.#concern = undefined;
    if (this.#scene === undefined || this.#scene.stale) {
      this.#scene?.leave();
      this.#scene = new Scene(this.model, this.#readPalette(), () => {
        this.#invalidate("ends");
      });
      this.#tools ??= new Tools(this.model);
    }
    if (concern === "structure") {
      this.#scene.readLayers();
      this.#watch.set(this.#scene.models());
    }
    this.#scene.update();
    if (concern === "structure" || this.#plot === undefined) this.#rebuild(this.#scene);
    else this.#plot.redraw();
    // uPlot draws in a microtask; what lies over the canvas is placed after it.
    queueMicrotask(() => {
      queueMicrotask(() => {
        this.requestUpdate();
      });
    });
  };

  #rebuild(scene: Scene): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width < 40 || height < 40) return;
    this.#plot = new Plot(this.#host, scene.axes(), scene, width, height);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width < 40 || height < 40) return;
    if (this.#plot === undefined) this.#invalidate("structure");
    else {
      this.#plot.resize(width, height);
      queueMicrotask(() => {
        this.requestUpdate();
      });
    }
  }

  #readPalette(): ReturnType<typeof readPalette> {
    const probe = this.renderRoot.querySelector<HTMLElement>(".probe");
    return readPalette(probe ?? this);
  }

  /** Put what lies over the plotting area where it is. */
  #place(): void {
    const frame = this.#plot?.frame;
    if (frame === undefined) return;
    for (const element of [this.#area, this.renderRoot.querySelector<HTMLElement>(".overlay")]) {
      if (element === null || element === undefined) continue;
      element.style.left = `${frame.left}px`;
      element.style.top = `${frame.top}px`;
      element.style.width = `${frame.width}px`;
      element.style.height = `${frame.height}px`;
    }
    const figure = this.renderRoot.querySelector<HTMLElement>(".figure");
    const border = this.#scene?.border;
    if (figure !== null && border !== this.#border) {
      this.#border = border;
      figure.style.background = border ?? "";
      // Words and lines around the plotting area have to be seen on it.
      figure.style.colorScheme = border === undefined ? "" : schemeOn(border);
    }
    const title = this.renderRoot.querySelector<HTMLElement>(".title");
    if (title !== null) this.#styleTitle(title, frame);
    const box = this.renderRoot.querySelector<HTMLElement>(".selection");
    if (box !== null && this.#selection !== undefined) {
      const [from, to] = this.#selection;
      box.style.left = `${Math.min(from.x, to.x)}px`;
      box.style.top = `${Math.min(from.y, to.y)}px`;
      box.style.width = `${Math.abs(to.x - from.x)}px`;
      box.style.height = `${Math.abs(to.y - from.y)}px`;
    }
    for (const hair of this.renderRoot.querySelectorAll<HTMLElement>(".hair")) {
      if (hair.classList.contains("x")) hair.style.left = `${this.#pointer?.x ?? 0}px`;
      else hair.style.top = `${this.#pointer?.y ?? 0}px`;
    }
  }

  #styleTitle(element: HTMLElement, frame: Frame): void {
    const title = reference(this.model, "title");
    if (title === undefined) return;
    const align = text(title, "align", "left");
    element.style.textAlign = align === "center" || align === "right" ? align : "start";
    element.style.paddingInline = `${frame.left}px 0`;
    const color = chromeColor(title, "text_color", "");
    element.style.color = color ?? "transparent";
    const size = readSize(title.get("text_font_size"));
    // 13 px is Bokeh's default; ours is a little larger.
    element.style.fontSize = size === undefined || size === "13px" ? "" : size;
    if (size !== undefined) element.style.lineHeight = parseFloat(size) > 16 ? "1.25" : "";
    const style = text(title, "text_font_style", "bold");
    element.style.fontStyle = style.includes("italic") ? "italic" : "";
    element.style.fontWeight = style === "normal" || style === "italic" ? "400" : "";
  }

  #titleText(): string {
    const title = reference(this.model, "title");
    const words = title === undefined ? text(this.model, "title") : text(title, "text");
    return words === "" ? text(this.model, "name", "Figure") || "Figure" : words;
  }

  #renderTitle(): TemplateResult {
    const title = reference(this.model, "title");
    const words = title === undefined ? text(this.model, "title") : text(title, "text");
    const hidden =
      words === "" || title?.get("visible") === false || this.model.get("title_location") === null;
    const shown = hidden ? this.#titleText() : words;
    // No heading: nobody knows at which level of the page it would be.
    return html`<div id="title" class=${hidden ? "hidden-visually" : "title"}>${shown}</div>`;
  }

  #renderLegends(place: LegendPlace): TemplateResult[] {
    const layers = this.#scene?.layers ?? [];
    return legendsOf(this.model, place).map((legend) => renderLegend(legend, layers));
  }

  #renderOverlay(): TemplateResult {
    const crosshair = this.#pointer === undefined ? [] : this.#tools?.inspectors("CrosshairTool");
    const hairs = (crosshair ?? []).map(dimensionsOf);
    return html`
      ${hairs.some(({ y }) => y) ? html`<div class="hair x"></div>` : nothing}
      ${hairs.some(({ x }) => x) ? html`<div class="hair y"></div>` : nothing}
      ${this.#selection === undefined ? nothing : html`<div class="selection"></div>`}
      ${this.#tips.map(() => html`<div class="spot"></div>`)}
    `;
  }

  /** Find the rows under the pointer. */
  #findTips(): void {
    this.#tips = [];
    const frame = this.#plot?.frame;
    const at = this.#pointer;
    if (frame === undefined || at === undefined || this.#selection !== undefined) return;
    const tips: Tip[] = [];
    for (const tool of this.#tools?.inspectors("HoverTool") ?? []) {
      const mode = text(tool, "mode", "mouse");
      tips.push(
        ...this.#hits(tool, frame, at, mode === "vline" || mode === "hline" ? mode : "mouse"),
      );
    }
    this.#tips = tips.slice(0, 8);
  }

  #hits(tool: Model, frame: Frame, at: Point, mode: HitMode): Tip[] {
    const renderers = tool.get("renderers");
    const px = at.x + frame.left;
    const py = at.y + frame.top;
    const found: { hit: Hit; tip: Tip }[] = [];
    for (const layer of this.#scene?.layers ?? []) {
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

  #renderTips(): TemplateResult | typeof nothing {
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

  #placeTips(): void {
    const frame = this.#plot?.frame;
    const spots = this.renderRoot.querySelectorAll<HTMLElement>(".spot");
    for (const [index, spot] of spots.entries()) {
      const tip = this.#tips[index];
      if (tip === undefined || frame === undefined) continue;
      spot.style.left = `${tip.px - frame.left}px`;
      spot.style.top = `${tip.py - frame.top}px`;
    }
    const box = this.renderRoot.querySelector<HTMLElement>(".tips");
    const first = this.#tips[0];
    if (box === null || first === undefined) return;
    for (const swatch of box.querySelectorAll<HTMLElement>("i")) {
      swatch.style.background = swatch.dataset["color"] ?? "";
    }
    const { clientWidth, clientHeight } = this.#host;
    const { offsetWidth: width, offsetHeight: height } = box;
    const right = first.px + 14 + width <= clientWidth;
    const x = right ? first.px + 14 : Math.max(0, first.px - 14 - width);
    const y = Math.max(0, Math.min(first.py - height / 2, clientHeight - height));
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  /** Tell whoever wants to know that another part of the data is shown. */
  #moved(): void {
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => {
      const frame = this.#plot?.frame;
      if (frame === undefined) return;
      const { x, y } = frame;
      if (this.model.observes("rangesupdate")) {
        const [x0, x1, y0, y1] = [x.ends.start, x.ends.end, y.ends.start, y.ends.end];
        this.model.emit("rangesupdate", { x0, x1, y0, y1 });
      }
      const round = (value: number): string => String(Number(value.toPrecision(3)));
      this.#told = `Shown: x from ${round(x.low)} to ${round(x.high)}, y from ${round(y.low)} to ${round(y.high)}`;
      this.requestUpdate();
    }, TELL_DELAY_MS);
  }

  readonly #use = (tool: Model): void => {
    if (tool.type === "ResetTool") this.reset();
    else if (tool.type === "SaveTool") this.#save();
    else this.#tools?.toggle(tool);
    this.requestUpdate();
  };

  #save(): void {
    const plot = this.#plot;
    const frame = plot?.frame;
    if (plot === undefined || frame === undefined) return;
    const { palette, ratio } = frame;
    const background = this.#scene?.border ?? palette.surface;
    void savePicture(plot.canvas, this.#titleText(), { ...palette, surface: background }, ratio);
  }

  readonly #onTables = (event: Event): void => {
    this.#tablesOpen = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  };

  /** Colours of the page changed, for example from light to dark. */
  readonly #onColors = (): void => {
    // The canvas needs the new colours, not those of the transition that tells about them.
    setTimeout(() => {
      if (this.#scene === undefined) return;
      this.#scene.palette = this.#readPalette();
      this.#invalidate("structure");
    }, 30);
  };
}

/** Fields of a figure that concern its box only. */
const LAYOUT_FIELDS = new Set([
  "width",
  "height",
  "min_width",
  "max_width",
  "min_height",
  "max_height",
  "margin",
  "sizing_mode",
  "visible",
  "align",
  "css_classes",
  "styles",
]);

learn(PLOT_SCHEMA);
register("docsync-figure", FigureElement, "Figure");
