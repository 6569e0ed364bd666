import { html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { PLOT_SCHEMA } from "../../model/plot_schema.js";
import type { Model, ModelChange } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { schemeOn } from "../../theme/scheme.js";
import { ModelElement } from "../element.js";
import { optionalNumber, references } from "../field.js";
import { register } from "../registry.js";
import { PlotEvents } from "./events.js";
import { figureStyles } from "./figure_styles.js";
import { guideStyles } from "./guide_styles.js";
import type { GestureTarget, Keys, Point } from "./gestures.js";
import { Gestures } from "./gestures.js";
import type { LegendPlace } from "./legend.js";
import { extras } from "./extras.js";
import { bringLabels } from "./formatters.js";
import { bringParts } from "./parts.js";
import { legendsOf, paintSwatches, placeLegends, renderLegend } from "./legend.js";
import type { Frame } from "./painters/painter.js";
import { readPalette } from "./palette.js";
import { Plot } from "./plot.js";
import { savePicture } from "./save.js";
import type { Concern } from "./scene.js";
import { Scene } from "./scene.js";
import type { SelectHost, Selecting } from "./select.js";
import type { Shape } from "./shape.js";
import { boxOf, placeShape, renderShape } from "./shape.js";
import { Tips } from "./tips.js";
import { placeTitle, renderTitle, titleOf } from "./title.js";
import { Tools, dimensionsOf, renderToolbar, selects } from "./toolbar.js";
import { renderTables } from "./twin.js";
import { Watch } from "./watch.js";

const KEYS = "Arrow keys move, plus and minus zoom, zero resets.";
const SELECT_KEYS = " Enter selects what is shown, Escape nothing.";
const CONCERNS: readonly Concern[] = ["ends", "data", "structure"];
/** How long after the last key press a screen reader is told what is shown. */
const TELL_DELAY_MS = 600;

/** A plot: axes, glyphs, and tools to look around. */
class FigureElement extends ModelElement implements GestureTarget, SelectHost {
  static override styles: CSSResult[] = [base, figureStyles, guideStyles];

  #scene: Scene | undefined;
  #tools: Tools | undefined;
  #plot: Plot | undefined;
  #concern: Concern | undefined;
  #pointer: Point | undefined;
  #shape: Shape | undefined;
  #selecting: Selecting | undefined;
  #events: PlotEvents | undefined;
  #tablesOpen = false;
  #drawing = 0;
  #telling = 0;
  #told = "";
  #area: HTMLElement | undefined;
  #border: string | undefined;
  readonly #tips = new Tips(() => {
    this.requestUpdate();
  });
  readonly #resizing = new ResizeObserver(() => {
    this.#resize();
  });
  readonly #watch = new Watch((model, change) => {
    const scene = this.#scene;
    if (scene !== undefined) this.#invalidate(scene.change(model, change));
  });

  get frame(): Frame | undefined {
    return this.#plot?.frame;
  }

  get layers(): Scene["layers"] {
    return this.#scene?.layers ?? [];
  }

  get dragging(): GestureTarget["dragging"] {
    const tool = this.#tools?.drag;
    if (tool?.type === "PanTool") return "pan";
    return tool?.type === "BoxZoomTool" || selects(tool) ? "draw" : "none";
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
    this.#events?.stop();
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

  draw(path: readonly Point[], done: boolean, keys: Keys): void {
    const { frame } = this;
    const tool = this.#tools?.drag;
    const [first] = path;
    const last = path.at(-1);
    if (frame === undefined || first === undefined || last === undefined) return;
    if (selects(tool)) {
      this.#selecting?.draw(tool, path, done, keys);
      return;
    }
    const { from, to } = boxOf(tool, first, last, frame);
    this.outline(done ? undefined : { kind: "box", from, to });
    if (!done) return;
    this.#scene?.box(frame, from, to);
    this.#moved();
  }

  cancel(): boolean {
    const drawing = this.#shape !== undefined;
    this.#selecting?.cancel();
    this.outline(undefined);
    return drawing;
  }

  outline(shape: Shape | undefined): void {
    this.#shape = shape;
    this.requestUpdate();
  }

  chosen(geometry: Readonly<Record<string, unknown>>, final: boolean): void {
    this.#events?.say("selectiongeometry", { geometry, final });
  }

  escape(): void {
    this.#selecting?.clear();
  }

  enter(keys: Keys): void {
    const tool = this.#tools?.selectTool;
    if (tool === undefined) return;
    void this.#loadSelecting().then((selecting) => {
      selecting.enter(tool, keys);
    });
  }

  reset(): void {
    this.#scene?.reset();
    this.#invalidate("ends");
    this.#events?.say("reset");
    this.#moved();
  }

  hover(at: Point | undefined): void {
    this.#pointer = at;
    this.#selecting?.hover(at);
    this.requestUpdate();
  }

  tap(at: Point, keys: Keys, double: boolean): void {
    const tool = this.#tools?.tap;
    if (!selects(tool)) return;
    void this.#loadSelecting().then((selecting) => {
      selecting.tap(tool, at, keys, double);
    });
  }

  hears(name: string): boolean {
    return this.#events?.hears(name) ?? false;
  }

  tell(name: string, at: Point, keys: Keys, detail?: Readonly<Record<string, unknown>>): void {
    this.#events?.tell(name, at, keys, detail);
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
    const selectable = tools.selectTool !== undefined;
    return html`<div class="figure" role="figure" aria-labelledby="title">
      ${renderTitle(model)} ${side("above")} ${side("left")}
      <div class="plot">
        <div class="canvas" @click=${this.#onAxis}></div>
        <div
          class="area"
          tabindex="0"
          role="application"
          aria-roledescription="plot"
          aria-label=${`${titleOf(model)}. ${selectable ? KEYS + SELECT_KEYS : KEYS}`}
          aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0"
          data-dragging=${this.dragging}
        >
          ${this.#renderOverlay()}
        </div>
        <div class="overlay">${this.#renderLegends("center")}</div>
        ${this.#tips.render()}
      </div>
      ${side("right")} ${side("below")}
      <details class="twin" @toggle=${this.#onTables}>
        <summary>Data table of ${titleOf(model)}</summary>
        ${this.#tablesOpen ? renderTables(this.layers, selectable) : nothing}
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
    this.#fitFrame();
    this.#resizing.observe(this.#host);
    if (this.#concern !== undefined) this.#schedule();
    this.#place();
    this.#tips.place(this.renderRoot, this.#host, this.frame);
    paintSwatches(this.renderRoot, this.layers);
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
      this.#events ??= new PlotEvents(this.model, () => this.frame);
    }
    if (concern === "structure") {
      this.#scene.readLayers();
      this.#watch.set(this.#scene.models());
      if (this.#tools?.selectTool !== undefined) void this.#loadSelecting();
      this.#bringParts(this.#scene);
      bringLabels(this.#scene.guides, () => {
        this.#invalidate("structure");
      });
    }
    const matched = this.#scene.update(this.frame);
    if (concern === "structure" || this.#plot === undefined) this.#rebuild(this.#scene);
    else this.#plot.redraw();
    if (matched) this.#match(this.#scene);
    // Only now everything has been read that the drawing depends on.
    this.#watch.set(this.#scene.models());
    if (extras.wanted === true && extras.mark === undefined) this.#bringParts(this.#scene);
    this.requestUpdate();
  };

  #bringParts(scene: Scene): void {
    bringParts(references(this.model, "renderers"), scene.guides, () => {
      this.#scene?.readLayers();
      for (const layer of this.layers) layer.refresh();
      this.#invalidate("structure");
    });
  }

  /** Return what selects rows, once its code is there: what is asked for earlier is not lost. */
  async #loadSelecting(): Promise<Selecting> {
    const { Selecting } = await import("./select.js");
    this.#selecting ??= new Selecting(this);
    return this.#selecting;
  }

  #rebuild(scene: Scene): void {
    scene.readGuides();
    this.#plot?.destroy();
    this.#plot = undefined;
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width < 40 || height < 40) return;
    this.#plot = new Plot(this.#host, scene, width, height);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width < 40 || height < 40) return;
    if (this.#plot === undefined) this.#invalidate("structure");
    else {
      this.#plot.resize(width, height);
      if (this.#scene?.update(this.frame) === true) this.#match(this.#scene);
      this.requestUpdate();
    }
  }

  /** Draw once more with ends that go with the frame, whose labels depend on these. */
  #match(scene: Scene): void {
    scene.update(this.frame);
    this.#plot?.redraw();
  }

  /** Make the figure as large as its frame has to be. */
  #fitFrame(): void {
    const frame = this.#plot?.frame;
    const wide = optionalNumber(this.model, "frame_width");
    const tall = optionalNumber(this.model, "frame_height");
    if (frame === undefined || (wide ?? tall) === undefined) return;
    const { width, height } = frame.context.canvas;
    const host = this.#host;
    if (wide !== undefined) {
      const beside = width / frame.ratio - frame.width + this.offsetWidth - host.clientWidth;
      this.style.width = `${Math.round(wide + beside)}px`;
    }
    if (tall !== undefined) {
      const above = height / frame.ratio - frame.height + this.offsetHeight - host.clientHeight;
      this.style.height = `${Math.round(tall + above)}px`;
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
    placeTitle(this.renderRoot, this.model, frame);
    placeLegends(this.renderRoot, this.model, frame);
    extras.placeGuides?.(this.renderRoot, frame, this.layers);
    placeShape(this.renderRoot, this.#shape);
    for (const hair of this.renderRoot.querySelectorAll<HTMLElement>(".hair")) {
      if (hair.classList.contains("x")) hair.style.left = `${this.#pointer?.x ?? 0}px`;
      else hair.style.top = `${this.#pointer?.y ?? 0}px`;
    }
  }

  #renderLegends(place: LegendPlace): TemplateResult[] {
    const legends = legendsOf(this.model, place).map((legend) => renderLegend(legend, this.layers));
    return [...legends, ...(extras.renderGuides?.(this.model, place) ?? [])];
  }

  #renderOverlay(): TemplateResult {
    const crosshair = this.#pointer === undefined ? [] : this.#tools?.inspectors("CrosshairTool");
    const hairs = (crosshair ?? []).map(dimensionsOf);
    return html`
      ${hairs.some(({ y }) => y) ? html`<div class="hair x"></div>` : nothing}
      ${hairs.some(({ x }) => x) ? html`<div class="hair y"></div>` : nothing}
      ${renderShape(this.#shape)} ${this.#tips.renderSpots()}
    `;
  }

  /** Find the rows under the pointer. */
  #findTips(): void {
    const { frame, layers } = this;
    const at = this.#pointer;
    const tools = this.#tools?.inspectors("HoverTool") ?? [];
    const changed =
      frame === undefined || at === undefined || this.#shape !== undefined
        ? this.#tips.clear(layers)
        : this.#tips.find(tools, layers, frame, at);
    if (changed) this.#invalidate("ends");
  }

  /** Tell whoever wants to know that another part of the data is shown. */
  #moved(): void {
    this.#events?.moved();
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => {
      const frame = this.#plot?.frame;
      if (frame === undefined) return;
      const { x, y } = frame;
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
    void savePicture(plot.canvas, titleOf(this.model), { ...palette, surface: background }, ratio);
  }

  /** An axis was clicked: the canvas around the plotting area. */
  readonly #onAxis = (event: MouseEvent): void => {
    const box = this.#host.getBoundingClientRect();
    const found = this.#plot?.axisAt(event.clientX - box.left, event.clientY - box.top);
    if (found?.axis.model.observes("axis_click") !== true) return;
    const { axis, value } = found;
    axis.model.emit("axis_click", { value: axis.factorAt(value) ?? value });
  };

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
