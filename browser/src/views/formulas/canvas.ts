/** Shows words with formulas over the canvas of a figure, where they would have been drawn. */
import type { Area } from "../figure/panels.js";
import type { Size, Turn, WordStyle } from "../figure/words.js";
import { formulas } from "../figure/words.js";
import { keep } from "../kept.js";
import { isFormula, partsOf, typeset } from "./typeset.js";

/** Formulas over a canvas, or over a part of it: what was written in the present frame is at the beginning. */
interface Layer {
  readonly element: HTMLElement;
  readonly shown: { readonly key: string; readonly element: HTMLElement }[];
  written: number;
}

/** What stands over a canvas: beyond the edges of the plotting area, and within them. */
interface Layers {
  readonly whole: Layer;
  clipped?: Layer;
}

/** How many sizes are known; labels are measured again with every movement. */
const MOST_SIZES = 1000;

const layers = new WeakMap<HTMLCanvasElement, Layers>();
const sizes = new Map<string, Size>();
let scale: HTMLElement | undefined;

function sizeOf(words: string, style: WordStyle): Size | undefined {
  if (!isFormula(words)) return undefined;
  const key = keyOf(words, style);
  let size = sizes.get(key);
  if (size === undefined) {
    const element = elementOf(words, style);
    scale ??= document.body.appendChild(makeScale());
    scale.shadowRoot?.replaceChildren(element);
    const { width, height } = element.getBoundingClientRect();
    size = { width, height };
    keep(sizes, key, size, MOST_SIZES);
    element.remove();
  }
  return size;
}

/** Make what words are measured in, which no style sheet of the page reaches. */
function makeScale(): HTMLElement {
  const host = document.createElement("div");
  Object.assign(host.style, { all: "initial", position: "fixed", visibility: "hidden" });
  host.setAttribute("aria-hidden", "true");
  host.attachShadow({ mode: "open" });
  return host;
}

document.fonts.addEventListener("loadingdone", () => {
  sizes.clear();
});

function write(
  context: CanvasRenderingContext2D,
  words: string,
  style: WordStyle,
  { angle, along }: Pick<Turn, "angle" | "along">,
  x: number,
  y: number,
  area?: Area,
): boolean {
  const { canvas } = context;
  if (!isFormula(words) || !canvas.isConnected) return false;
  const layer = layerOver(canvas, area);
  const key = `${keyOf(words, style)} ${style.color} ${style.outline?.color}`;
  let shown = layer.shown[layer.written];
  if (shown?.key !== key) {
    const element = elementOf(words, style);
    if (shown === undefined) layer.element.append(element);
    else shown.element.replaceWith(element);
    shown = { key, element };
    layer.shown[layer.written] = shown;
  }
  layer.written += 1;
  const ratio = canvas.width / canvas.clientWidth;
  const { a, b, c, d, e, f } = context.getTransform();
  const moved = [e - (area?.left ?? 0) * ratio, f - (area?.top ?? 0) * ratio];
  const matrix = [a, b, c, d, ...moved].map((each) => each / ratio).join();
  const move = `matrix(${matrix}) translate(${x}px, ${y}px) rotate(${angle}rad)`;
  shown.element.style.transform = `${move} translate(${-100 * along}%, -50%)`;
  shown.element.style.opacity = String(style.alpha);
  return true;
}

/** Return what stands over a canvas, or over an area of it, beyond whose edges nothing is seen. */
function layerOver(canvas: HTMLCanvasElement, area: Area | undefined): Layer {
  let own = layers.get(canvas);
  if (own === undefined) {
    own = { whole: makeLayer() };
    canvas.after(own.whole.element);
    layers.set(canvas, own);
  }
  if (area === undefined) return own.whole;
  if (own.clipped === undefined) {
    own.clipped = makeLayer();
    own.clipped.element.style.overflow = "hidden";
    // What is drawn as data lies below what explains them.
    own.whole.element.before(own.clipped.element);
  }
  const { left, top, width, height } = area;
  put(own.clipped.element, canvas.offsetLeft + left, canvas.offsetTop + top, width, height);
  return own.clipped;
}

function makeLayer(): Layer {
  const element = document.createElement("div");
  element.className = "formulas";
  Object.assign(element.style, { position: "absolute", pointerEvents: "none" });
  return { element, shown: [], written: 0 };
}

function put(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  const places = { left, top, width, height };
  for (const [name, at] of Object.entries(places)) element.style.setProperty(name, `${at}px`);
}

function elementOf(words: string, style: WordStyle): HTMLElement {
  const element = document.createElement("div");
  element.append(...partsOf(words));
  Object.assign(element.style, {
    position: "absolute",
    left: "0",
    top: "0",
    width: "max-content",
    whiteSpace: "pre",
    transformOrigin: "0 0",
    font: style.font,
    lineHeight: String(style.lineHeight),
    color: style.color ?? "",
  });
  if (style.outline !== undefined) {
    element.style.paintOrder = "stroke";
    element.style.webkitTextStroke = `${2 * style.outline.width}px ${style.outline.color}`;
  }
  return element;
}

function keyOf(words: string, { font, lineHeight }: WordStyle): string {
  return `${font} ${lineHeight} ${words}`;
}

function settle(canvas: HTMLCanvasElement): void {
  const own = layers.get(canvas);
  if (own === undefined) return;
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = canvas;
  put(own.whole.element, offsetLeft, offsetTop, offsetWidth, offsetHeight);
  for (const layer of [own.whole, own.clipped]) {
    for (const { element } of layer?.shown.splice(layer.written) ?? []) element.remove();
    if (layer !== undefined) layer.written = 0;
  }
}

Object.assign(formulas, { sizeOf, write, settle, typeset });
