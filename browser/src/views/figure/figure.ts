import { html, nothing } from "lit";
import type { CSSResult, ReactiveController, TemplateResult } from "lit";
import { PLOT_SCHEMA } from "../../model/plot_schema.js";
import type { ModelChange } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, text } from "../field.js";
import { register } from "../registry.js";
import type { Alignable, Lines } from "./aligned.js";
import { alignedInsets, tellNeighbours } from "./aligned.js";
import { figureStyles } from "./figure_styles.js";
import { guideStyles } from "./guide_styles.js";
import { Gestures } from "./gestures.js";
import type { LegendPlace } from "./legend.js";
import { extras } from "./extras.js";
import { bringFormulas, bringLabels } from "./formatters.js";
import { bringParts, hasGround } from "./parts.js";
import { lazily, steadily } from "../lazily.js";
import { legendsOf, paintSwatches, fitLegends, placeLegends, renderLegend } from "./legend.js";
import type { Frame } from "./painters/painter.js";
import { chosenFill } from "./looks.js";
import type { Palette } from "./palette.js";
import { readPalette, schemeFor } from "./palette.js";
import type { Arrangement, Margins } from "./panels.js";
import { SIDES } from "./panels.js";
import { Plot } from "./plot.js";
import type { Concern } from "./scene.js";
import { Room, ROOM_FIELDS } from "./room.js";
import { Scene } from "./scene.js";
import { placeShape, renderShape } from "./shape.js";
import { Sizes } from "./sizes.js";
import { Tips } from "./tips.js";
import { joinedAt, placeTitle, renderTitle, titleOf } from "./title.js";
import type { BarPlace, ToolbarElement } from "./tools/bar.js";
import "./tools/everyday.js";
import type { FigureView } from "./tools/handling.js";
import { Handling } from "./tools/handling.js";
import { kindOf } from "./tools/kinds.js";
import type { renderTables } from "./twin.js";
import { Watch } from "../watch.js";

const KEYS = "Arrow keys move, plus and minus zoom, zero resets.";
const SELECT_KEYS = " Enter selects what is shown, Escape nothing.";
/** A figure that is narrower than this has no room for tools beside the plot; its style sheet says the same. */
const NARROW = 260;
/** One that is narrower has no room for large legends upon its data. */
const LEGENDS = 480;
/** What leaves the models as they are that a drawing depends on. */
const STEADY: ReadonlySet<Concern> = new Set(["ends", "rows"]);
const CONCERNS: readonly Concern[] = ["ends", "rows", "data", "structure"];

let tables: typeof renderTables | undefined;
const bringBar = steadily(() => import("./tools/bar.js"));
const bringTables = lazily(async () => {
  tables = (await import("./twin.js")).renderTables;
});

/** A plot: axes, glyphs, and tools to look around. */
class FigureElement extends ModelElement implements Alignable, FigureView {
  static override styles: CSSResult[] = [base, figureStyles, guideStyles];

  #scene: Scene | undefined;
  #plot: Plot | undefined;
  #concern: Concern | undefined;
  #hand: Handling | undefined;
  #tablesOpen = false;
  #drawing = 0;
  #followers = 0;
  /** Where the frame was when what is around it was put there. */
  #arranged: Arrangement | undefined;
  #fill = "";
  /** Whether more has changed since the last update than where the pointer is. */
  #changed = true;
  readonly #room = new Room(this);
  readonly #again = (): void => {
    this.requestUpdate();
  };
  readonly #tips = new Tips(this.#again);
  readonly #resizing = new Sizes(() => {
    this.#resize();
  });
  readonly #watch = new Watch((model, change) => {
    const concern = this.#scene?.change(model, change);
    if (concern !== undefined) this.#invalidate(concern);
  });

  get frame(): Frame | undefined {
    return this.#plot?.frame;
  }

  get scene(): Scene | undefined {
    return this.#scene;
  }

  get element(): HTMLElement {
    return this;
  }

  /** What people do to the figure goes through this. */
  get hand(): Handling {
    this.#hand ??= new Handling(this);
    return this.#hand;
  }

  /** What stands at places of the figure goes with each update. */
  override addController(controller: ReactiveController): void {
    super.addController(controller);
    this.#followers += 1;
  }

  override removeController(controller: ReactiveController): void {
    super.removeController(controller);
    this.#followers -= 1;
  }

  override requestUpdate(...given: Parameters<ModelElement["requestUpdate"]>): void {
    // The first one comes before there are fields.
    if (#changed in this) this.#changed = true;
    super.requestUpdate(...given);
  }

  followPointer(): void {
    super.requestUpdate();
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
    this.#room.leave();
    this.#scene?.leave();
    this.#scene = undefined;
    cancelAnimationFrame(this.#drawing);
    this.#drawing = 0;
    this.#hand?.leave();
  }

  redraw(): void {
    this.#invalidate("ends");
  }

  get insets(): Margins | undefined {
    return this.#room.insets;
  }

  realign(lines?: Lines): void {
    const scene = this.#scene;
    if (scene === undefined) return;
    const wanted = alignedInsets(this, lines);
    const { outside } = scene;
    const aligned = { ...wanted };
    for (const side of SIDES) aligned[side] = Math.max(0, wanted[side] - outside[side]);
    if (SIDES.every((side) => aligned[side] === scene.aligned[side])) return;
    scene.aligned = aligned;
    this.#invalidate("ends");
  }

  protected override changed(change: ModelChange): void {
    const scene = this.#scene;
    const layout = change.kind === "set" && ROOM_FIELDS.has(change.field);
    if (scene !== undefined && !layout) {
      scene.readLayers();
      this.#invalidate("structure");
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const { hand } = this;
    const { tools } = hand;
    const side = (place: LegendPlace): TemplateResult =>
      html`<div class="side ${place}">${this.#renderLegends(place)}</div>`;
    this.#findTips();
    const inner = flag(model, "toolbar_inner");
    const bar = this.#renderToolbar(inner);
    const joined = inner ? undefined : joinedAt(model);
    const place = text(model, "toolbar_location");
    const apart = !inner && joined === undefined;
    // Where the eye comes to it: before the plot, or after it.
    const first = apart && (place === "above" || place === "left");
    const title = renderTitle(model);
    const selectable = tools.selectTool !== undefined;
    return html`<div class="figure" role="figure" aria-labelledby="title">
      ${hasGround(model) ? html`<canvas class="ground" aria-hidden="true"></canvas>` : nothing}
      ${
        joined === undefined
          ? html`${title} ${first ? bar : nothing}`
          : html`<div class="head ${joined}">${title} ${bar}</div>`
      }
      ${side("above")} ${side("left")}
      <div class="plot">
        <div class="canvas" @click=${this.#onAxis}></div>
        <div
          class="area"
          tabindex="0"
          role="application"
          aria-roledescription="plot"
          aria-label=${`${titleOf(model)}. ${selectable ? KEYS + SELECT_KEYS : KEYS}`}
          aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0"
          data-dragging=${hand.dragging}
        >
          ${this.#renderOverlay()}
        </div>
        <div class="overlay">${this.#renderLegends("center")} ${inner ? bar : nothing}</div>
        ${this.#tips.render()}
        <div class="note" role="status">${hand.noted}</div>
      </div>
      ${side("right")} ${side("below")} ${apart && !first ? bar : nothing}
      <details class="twin" @toggle=${this.#onTables}>
        <summary>Data table of ${titleOf(model)}</summary>
        ${this.#tablesOpen ? tables?.(model, hand.layers, selectable, this.renderRoot as ShadowRoot) : nothing}
      </details>
      <div class="hidden-visually told" aria-live="polite">${hand.told}</div>
      <i class="probe" @transitionrun=${this.#onColors}><i></i></i>
    </div>`;
  }

  protected override firstUpdated(): void {
    const area = this.renderRoot.querySelector<HTMLElement>(".area");
    const plot = area?.parentElement;
    if (area === null || plot === null || plot === undefined) return;
    new Gestures(plot, area, this.hand);
  }

  protected override updated(): void {
    const changed = this.#changed;
    this.#changed = false;
    if (changed) {
      super.updated();
      this.#room.fit(this.#host, this.frame);
      fitLegends(this.renderRoot);
      this.#measure();
      this.#resizing.observe(this.#host);
      this.#place();
      this.#arranged = this.#plot?.arrangement;
      paintSwatches(this.renderRoot, this.hand.layers);
      this.#placeToolbar();
    }
    if (this.#concern !== undefined) this.#schedule();
    this.#placeTools();
    this.#tips.place(this.renderRoot, this.#host, this.frame);
    // Now all words have been read, also those beside the frame.
    this.#bringFormulas();
  }

  get #host(): HTMLElement {
    const host = this.renderRoot.querySelector<HTMLElement>(".canvas");
    if (host === null) throw new Error("the figure is not rendered yet");
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
    if (!this.isConnected || this.model.get("hold_render") === true) return;
    const concern = this.#scene === undefined ? "structure" : (this.#concern ?? "ends");
    this.#concern = undefined;
    if (this.#scene === undefined || (concern === "structure" && this.#scene.stale)) {
      this.#scene?.leave();
      this.#scene = new Scene(this.model, this.#readPalette(".probe", "border_fill"), () => {
        this.#invalidate("ends");
      });
    }
    if (concern === "structure") {
      // The probe itself would tell of this as of other colours of the page.
      this.#scene.inner = this.#readPalette(".probe i", "background_fill");
      this.#scene.readLayers();
      this.#watch.set(this.#scene.models());
      this.hand.readTools();
      this.#bringParts(this.#scene);
      bringLabels(this.#scene.guides, () => {
        this.#invalidate("structure");
      });
    }
    const matched = this.#scene.update(this.frame);
    if (concern === "structure" || this.#plot === undefined) this.#rebuild(this.#scene);
    else this.#plot.redraw();
    if (matched) this.#match(this.#scene);
    if (extras.wanted === true && extras.mark === undefined) this.#bringParts(this.#scene);
    const used = this.#scene.layers.some(({ reader }) => (reader?.uses.size ?? 0) > 0);
    // Only now everything has been read that the drawing depends on.
    if (used || !STEADY.has(concern)) this.#watch.set(this.#scene.models());
    if (this.#isWithin(concern)) this.#bringFormulas();
    else this.requestUpdate();
  };

  /** Tell whether a change is seen on the canvas only: nothing around it says something else, or stands elsewhere. */
  #isWithin(concern: Concern): boolean {
    if (!STEADY.has(concern) || this.#tablesOpen) return false;
    if (this.#followers > 0 || this.hand.following) return false;
    if (this.#plot === undefined || this.#plot.arrangement !== this.#arranged) return false;
    const follows = concern === "rows" ? /Legend|(Color|Size)Bar$/ : /(Color|Size)Bar$/;
    return this.#scene?.guides.some(({ type }) => follows.test(type)) === false;
  }

  #bringParts(scene: Scene): void {
    bringParts(this.model, scene.guides, () => {
      this.#scene?.readLayers();
      this.#invalidate("structure");
    });
  }

  #bringFormulas(): void {
    bringFormulas(() => {
      this.#invalidate("structure");
    });
  }

  #rebuild(scene: Scene): void {
    scene.readGuides();
    this.#plot?.destroy();
    this.#plot = undefined;
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width < 40 || height < 40) return;
    this.#plot = new Plot(this.#host, scene, width, height, () => {
      this.#invalidate("ends");
    });
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width < 40 || height < 40) {
      // What takes its room may go, or lie down.
      fitLegends(this.renderRoot);
      if (this.frame) extras.placeGuides?.(this.renderRoot, this.frame, this.hand.layers);
      return;
    }
    if (this.#plot === undefined) this.#invalidate("structure");
    else {
      this.#plot.resize(width, height);
      if (this.#scene?.update(this.frame) === true) this.#match(this.#scene);
      this.requestUpdate();
      tellNeighbours(this);
    }
  }

  /** Draw once more with ends that go with the frame, whose labels depend on these. */
  #match(scene: Scene): void {
    scene.update(this.frame);
    this.#plot?.redraw();
  }

  #readPalette(selector: string, ground: "border_fill" | "background_fill"): Palette {
    const probe = this.renderRoot.querySelector<HTMLElement>(selector) ?? this;
    return readPalette(probe, schemeFor(this.model, ground), this.#onColors);
  }

  /** Put what lies over the plotting area where it is. */
  #place(): void {
    const { frame, arrangement } = this.#plot ?? {};
    if (frame === undefined || arrangement === undefined) return;
    for (const { style } of this.renderRoot.querySelectorAll<HTMLElement>(
      ".plot > .area, .plot > .overlay",
    )) {
      for (const edge of ["left", "top", "width", "height"] as const)
        style[edge] = `${frame[edge]}px`;
    }
    this.#placeGround();
    placeTitle(this.renderRoot, this.model, frame, arrangement);
    placeLegends(this.renderRoot, this.model, frame, arrangement);
    extras.placeGuides?.(this.renderRoot, frame, this.hand.layers);
  }

  /** Put what tools show where the pointer wants it. */
  #placeTools(): void {
    const { frame } = this;
    if (frame === undefined) return;
    extras.followPointer?.(this, frame);
    placeShape(this.renderRoot, this.hand.shape);
    for (const tool of this.hand.tools.all) kindOf(tool)?.place?.(tool, this.hand);
    this.hand.place();
  }

  /** Show what is behind the figure as a whole. */
  #placeGround(): void {
    const { model } = this;
    const figure = this.renderRoot.querySelector<HTMLElement>(".figure");
    if (figure === null) return;
    const fill = chosenFill(model, "border_fill", "transparent") ?? "";
    if (fill !== this.#fill) {
      this.#fill = fill;
      figure.style.background = fill;
      // Words and lines around the plotting area have to be seen on it.
      figure.style.colorScheme = schemeFor(model, "border_fill");
    }
    const ground = figure.querySelector<HTMLCanvasElement>(".ground");
    if (ground !== null) extras.paintGround?.(ground, model);
  }

  /** See what room there is around the canvas, and whether the drawing has another one by now. */
  #measure(): void {
    const arrangement = this.#plot?.arrangement;
    if (this.#scene === undefined || arrangement === undefined) return;
    if (this.#room.measure(this.#host, this.#scene, arrangement)) this.#invalidate("ends");
    this.realign();
    this.#room.tell(this.frame);
  }

  #renderLegends(place: LegendPlace): TemplateResult[] {
    const { layers } = this.hand;
    const legends = legendsOf(this.model, place, this.clientWidth < LEGENDS, layers).map((legend) =>
      renderLegend(legend, layers),
    );
    return [...legends, ...(extras.renderGuides?.(this.model, place) ?? [])];
  }

  #renderOverlay(): TemplateResult {
    const { hand } = this;
    const over = hand.tools.all.map((tool) =>
      hand.tools.isActive(tool) ? kindOf(tool)?.over?.(tool, hand) : nothing,
    );
    return html`${over} ${renderShape(hand.shape)} ${this.#tips.renderSpots()}`;
  }

  /** Find the rows under the pointer. */
  #findTips(): void {
    const { frame, hand } = this;
    const { layers, pointer: at } = hand;
    const changed =
      frame === undefined || at === undefined || hand.shape !== undefined
        ? this.#tips.clear(layers)
        : this.#tips.find(hand.tools.inspectors("HoverTool"), layers, frame, at);
    if (changed) this.#invalidate("ends");
  }

  #renderToolbar(inner: boolean): TemplateResult | typeof nothing {
    const location = text(this.model, "toolbar_location");
    if (this.hand.tools.bar === undefined || location === "") return nothing;
    return html`<docsync-toolbar
      class="toolbar ${location} ${inner ? "inner" : ""}"
    ></docsync-toolbar>`;
  }

  #placeToolbar(): void {
    const element = this.renderRoot.querySelector<ToolbarElement>(".toolbar");
    const { bar } = this.hand.tools;
    if (element === null || bar === undefined) return;
    if (customElements.get("docsync-toolbar") === undefined) {
      bringBar(this.#again);
      return;
    }
    const place = text(this.model, "toolbar_location", "right") as BarPlace;
    const narrow =
      this.clientWidth < NARROW && !this.#room.slim && (place === "left" || place === "right");
    element.show(bar, narrow ? "above" : place, this.hand);
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
    bringTables(this.#again);
  };

  /** Colours of the page changed, for example from light to dark. */
  readonly #onColors = (): void => {
    // The canvas needs the new colours, not those of the transition that tells about them.
    setTimeout(() => {
      if (this.#scene === undefined) return;
      this.#scene.palette = this.#readPalette(".probe", "border_fill");
      this.#invalidate("structure");
    }, 30);
  };
}

learn(PLOT_SCHEMA);
register("docsync-figure", FigureElement, "Figure");
