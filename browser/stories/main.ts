/** Every view with made-up models and no server, to look at. */
import { LitElement, css } from "lit";
import type { CSSResult } from "lit";
import type { Model } from "../src/model/types.js";
import { define } from "../src/embed/document_element.js";
import { base, tokens } from "../src/theme/tokens.js";
import { arrange, placeholders } from "../src/views/arrange.js";
import { MemoryModel } from "../test/memory_model.js";

class StoryElement extends LitElement {
  static override styles: CSSResult[] = [
    tokens,
    base,
    placeholders,
    css`
      :host {
        container-type: inline-size;
      }
    `,
  ];
  model: Model | undefined;

  protected override updated(): void {
    if (this.model !== undefined) {
      const place = document.createElement("div");
      this.renderRoot.append(place);
      arrange(place, [this.model], new Map(), "column");
    }
  }
}
customElements.define("docsync-story", StoryElement);
define();

const make = (type: string, values: Record<string, unknown> = {}): MemoryModel =>
  new MemoryModel(type, values);

function show(name: string, model: Model): void {
  const story = new StoryElement();
  story.id = name;
  story.model = model;
  document.querySelector("main")?.append(story);
  Object.assign(globalThis, { stories: { ...globalThis.stories, [name]: model } });
}

declare global {
  /** The models, for trying things out in the console. */
  var stories: Record<string, Model> | undefined;
}

const column = (children: Model[], more: Record<string, unknown> = {}): MemoryModel =>
  make("Column", { children, ...more });
const row = (children: Model[], more: Record<string, unknown> = {}): MemoryModel =>
  make("Row", { children, ...more });
const margin = 5;

interface FigureOptions {
  readonly title?: string;
  readonly x?: MemoryModel;
  readonly y?: MemoryModel;
  readonly log?: "x" | "y" | "both";
  readonly axes?: [MemoryModel, MemoryModel];
  readonly renderers: MemoryModel[];
  readonly legend?: MemoryModel;
  readonly more?: Record<string, unknown>;
}

function figure(options: FigureOptions): MemoryModel {
  const { log } = options;
  const tools = ["PanTool", "BoxZoomTool", "WheelZoomTool", "SaveTool", "ResetTool"].map((type) =>
    make(type),
  );
  tools.push(make("HoverTool", { tooltips: [["x", "@x{0.00}"], ["y", "@y{0.00}"]], mode: "mouse" })); // prettier-ignore
  const xAxis = options.axes?.[0] ?? make(log === "x" || log === "both" ? "LogAxis" : "LinearAxis");
  const yAxis = options.axes?.[1] ?? make(log === "y" || log === "both" ? "LogAxis" : "LinearAxis");
  const center = [make("Grid", { dimension: 0, axis: xAxis }), make("Grid", { dimension: 1, axis: yAxis })]; // prettier-ignore
  if (options.legend !== undefined) center.push(options.legend);
  return make("Figure", {
    title: make("Title", { text: options.title ?? "" }),
    x_range: options.x ?? make("DataRange1d"),
    y_range: options.y ?? make("DataRange1d"),
    x_scale: make(log === "x" || log === "both" ? "LogScale" : "LinearScale"),
    y_scale: make(log === "y" || log === "both" ? "LogScale" : "LinearScale"),
    below: [xAxis],
    left: [yAxis],
    center,
    renderers: options.renderers,
    toolbar: make("Toolbar", { tools, active_drag: "auto", active_scroll: null }),
    toolbar_location: "right",
    margin,
    ...options.more,
  });
}

function source(data: Record<string, unknown>): MemoryModel {
  return make("ColumnDataSource", { data });
}

function renderer(
  data: MemoryModel,
  glyph: string,
  fields: Record<string, unknown>,
  more: Record<string, unknown> = {},
): MemoryModel {
  return make("GlyphRenderer", {
    data_source: data,
    glyph: make(glyph, { x: { field: "x" }, y: { field: "y" }, ...fields }),
    visible: true,
    ...more,
  });
}

function range(count: number, value: (index: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => value(index));
}

// The classic sliders
{
  const data = source({ x: range(200, (i) => (i * 4 * Math.PI) / 199), y: new Float64Array(200) });
  const plot = figure({
    title: "my sine wave",
    x: make("Range1d", { start: 0, end: 4 * Math.PI }),
    y: make("Range1d", { start: -2.5, end: 2.5 }),
    renderers: [renderer(data, "Line", { line_color: "#1f77b4", line_width: 3, line_alpha: 0.6 })],
    more: { width: 400, height: 400 },
  });
  const title = make("TextInput", { title: "title", value: "my sine wave", margin });
  const slider = (name: string, start: number, end: number, value: number): MemoryModel =>
    make("Slider", { title: name, start, end, value, step: 0.1, format: "0[.]00", margin });
  const offset = slider("offset", -5, 5, 0);
  const amplitude = slider("amplitude", -5, 5, 1);
  const phase = slider("phase", 0, 2 * Math.PI, 0);
  const frequency = slider("frequency", 0.1, 5.1, 1);
  const update = (): void => {
    const value = (model: MemoryModel): number => Number(model.get("value"));
    const x = range(200, (i) => (i * 4 * Math.PI) / 199);
    const y = x.map(
      (each) => value(amplitude) * Math.sin(value(frequency) * each + value(phase)) + value(offset),
    );
    data.set("data", { x, y });
  };
  for (const each of [offset, amplitude, phase, frequency]) each.observe(update);
  title.observe(() => {
    (plot.get("title") as MemoryModel).set("text", title.get("value"));
  });
  update();
  const inputs = column([title, offset, amplitude, phase, frequency]);
  show("sliders", row([inputs, plot], { width: 800 }));
}

// Widgets
{
  const buttons = ["default", "primary", "success", "warning", "danger", "light"].map((kind) =>
    make("Button", { label: kind, button_type: kind, width: 104, margin }),
  );
  const options = ["Berlin", "Lima", "Nairobi", ["hnd", "Tokyo (Haneda)"]];
  show(
    "widgets",
    column([
      make("Div", {
        text: '<h2>Markup</h2><p>What is <b style="color: crimson">harmless</b> is shown, <a href="#x">links</a> and <code>code</code> too.</p><script>alert(1)</script><img src=x onerror="alert(2)">',
        margin,
      }),
      row([
        column([
          make("Select", { title: "City", value: "Lima", options, margin }),
          make("TextInput", { title: "Name", placeholder: "Somebody", value: "", margin }),
          make("TextInput", { title: "Not now", value: "fixed", disabled: true, margin }),
        ]),
        column([
          make("Slider", { title: "Share", start: 0, end: 1, step: 0.01, value: 0.42, format: "0%", margin }), // prettier-ignore
          make("Slider", { title: "Population", start: 0, end: 5e6, step: 1000, value: 1234000, format: "0,0", bar_color: "#c2410c", margin }), // prettier-ignore
          make("Slider", { title: "Off", start: 0, end: 10, step: 1, value: 3, disabled: true, margin }), // prettier-ignore
        ]),
      ]),
      row(buttons),
      make("PreText", { text: "def greet():\n    return 'hello'", margin, width: 400 }),
      make("Paragraph", { text: "A paragraph of plain text, where <b> is just text.", margin }),
      make("Tabs", {}),
    ]),
  );
}

// Glyphs
{
  const random = mulberry(7);
  const cloud = source({
    x: range(300, () => random() * 10),
    y: range(300, () => random() * 10),
    size: range(300, () => 4 + random() * 20),
    color: Array.from({ length: 300 }, () => ["#1f77b4", "#ff7f0e", "#2ca02c"][Math.floor(random() * 3)]), // prettier-ignore
  });
  const bars = source({ x: ["Apples", "Pears", "Nectarines", "Plums", "Grapes"], top: [5, 3, 4, 2, 6] }); // prettier-ignore
  const scatter = figure({
    title: "Scatter",
    axes: [
      make("LinearAxis", { axis_label: "width" }),
      make("LinearAxis", { axis_label: "height" }),
    ],
    renderers: [
      renderer(cloud, "Scatter", {
        size: { field: "size" },
        fill_color: { field: "color" },
        fill_alpha: 0.5,
        line_color: { field: "color" },
      }),
      renderer(source({ x: [5], y: [5], words: ["in the middle"] }), "Text", {
        text: { field: "words" },
        text_align: "center",
        text_font_size: "18px",
        text_color: "#444444",
      }),
    ],
    more: { height: 320, sizing_mode: "stretch_width" },
  });
  const fruit = figure({
    title: "Fruit counts",
    x: make("FactorRange", { factors: ["Apples", "Pears", "Nectarines", "Plums", "Grapes"] }),
    y: make("DataRange1d", { start: 0 }),
    axes: [make("CategoricalAxis"), make("LinearAxis")],
    renderers: [
      renderer(bars, "VBar", { top: { field: "top" }, bottom: 0, width: 0.8, fill_color: "#1f77b4", line_color: null }), // prettier-ignore
    ],
    more: { height: 320, sizing_mode: "stretch_width" },
  });
  show("glyphs", row([scatter, fruit], { sizing_mode: "stretch_width", spacing: 16 }));
}

// Lines: two sources, a gap, a legend, a log axis, an unsorted line, dates, reversed
{
  const first = source({ x: range(120, (i) => i / 10), y: range(120, (i) => (i > 40 && i < 55 ? NaN : Math.sin(i / 10))) }); // prettier-ignore
  const second = source({ x: range(25, (i) => i / 2), y: range(25, (i) => Math.cos(i / 2)) });
  const one = renderer(first, "Line", { line_color: "#d62728", line_width: 2 }, { name: "sine" });
  const two = renderer(second, "Scatter", { size: 8, marker: "square", fill_color: null, line_color: "#2ca02c" }); // prettier-ignore
  const item = (label: string, ...renderers: MemoryModel[]): MemoryModel =>
    make("LegendItem", { label: { value: label }, renderers });
  const waves = figure({
    title: "Two sources and a gap",
    renderers: [one, two],
    legend: make("Legend", {
      items: [item("sine", one), item("cosine", two)],
      location: "bottom_left",
      click_policy: "hide",
    }),
    more: { height: 300, sizing_mode: "stretch_width" },
  });
  const growth = figure({
    title: "Growth, logarithmic",
    log: "y",
    renderers: [
      renderer(source({ x: range(60, (i) => i), y: range(60, (i) => Math.exp(i / 4)) }), "Line", { line_color: "#9467bd", line_width: 2, line_dash: "dashed" }), // prettier-ignore
    ],
    more: { height: 300, sizing_mode: "stretch_width" },
  });
  const spiral = figure({
    title: "Unsorted, x reversed",
    x: make("Range1d", { start: 1, end: -1 }),
    renderers: [
      renderer(source({ x: range(20000, (i) => (Math.cos(i / 1000) * i) / 20000), y: range(20000, (i) => (Math.sin(i / 1000) * i) / 20000) }), "Line", { line_color: "#17becf" }), // prettier-ignore
    ],
    more: { height: 300, sizing_mode: "stretch_width" },
  });
  const walk = mulberry(3);
  let level = 100;
  const series = figure({
    title: "A million points by date",
    axes: [make("DatetimeAxis"), make("LinearAxis", { axis_label: "level" })],
    renderers: [
      renderer(source({ x: range(1e6, (i) => 1.7e12 + i * 6e4), y: range(1e6, () => (level += walk() - 0.5)) }), "Line", { line_color: "#1f77b4" }), // prettier-ignore
    ],
    more: { height: 300, sizing_mode: "stretch_width" },
  });
  show("lines", column([row([waves, growth], { sizing_mode: "stretch_width" }), row([spiral, series], { sizing_mode: "stretch_width" })], { sizing_mode: "stretch_width" })); // prettier-ignore
}

// How a document stands
for (const state of ["connecting", "live", "reconnecting", "refused", "gone", "failing"]) {
  const element = document.createElement("docsync-document");
  element.setAttribute("url", `states/${state}`);
  const story = document.createElement("section");
  story.append(element);
  document.querySelector("main")?.append(story);
}

/** A small random generator with a seed, so that every look is the same. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
