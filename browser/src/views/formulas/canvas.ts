/** Shows words with formulas over the canvas of a figure, where they would have been drawn. */
import type { Size, Turn, WordStyle } from "../figure/words.js";
import { formulas } from "../figure/words.js";
import { isFormula, partsOf, typeset } from "./typeset.js";

/** What stands over a canvas: what was written in the present frame is at the beginning. */
interface Layer {
  readonly element: HTMLElement;
  readonly shown: { readonly key: string; readonly element: HTMLElement }[];
  written: number;
}

/** How many sizes are known; labels are measured again with every movement. */
const MOST_SIZES = 1000;

const layers = new WeakMap<HTMLCanvasElement, Layer>();
const sizes = new Map<string, Size>();
let scale: HTMLElement | undefined;

function sizeOf(words: string, style: WordStyle): Size | undefined {
  if (!isFormula(words)) return undefined;
  const key = keyOf(words, style);
  let size = sizes.get(key);
  if (size === undefined) {
    if (sizes.size >= MOST_SIZES) sizes.clear();
    const element = elementOf(words, style);
    scale ??= document.body.appendChild(makeScale());
    scale.shadowRoot?.replaceChildren(element);
    const { width, height } = element.getBoundingClientRect();
    size = { width, height };
    sizes.set(key, size);
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
): boolean {
  const { canvas } = context;
  if (!isFormula(words) || canvas.parentElement?.className !== "canvas") return false;
  const layer = layers.get(canvas) ?? makeLayer(canvas);
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
  const matrix = [a, b, c, d, e, f].map((each) => each / ratio).join();
  const move = `matrix(${matrix}) translate(${x}px, ${y}px) rotate(${angle}rad)`;
  shown.element.style.transform = `${move} translate(${-100 * along}%, -50%)`;
  shown.element.style.opacity = String(style.alpha);
  return true;
}

function makeLayer(canvas: HTMLCanvasElement): Layer {
  const element = document.createElement("div");
  element.className = "formulas";
  Object.assign(element.style, { position: "absolute", inset: "0", pointerEvents: "none" });
  canvas.after(element);
  const layer = { element, shown: [], written: 0 };
  layers.set(canvas, layer);
  return layer;
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
  const layer = layers.get(canvas);
  if (layer === undefined) return;
  for (const { element } of layer.shown.splice(layer.written)) element.remove();
  layer.written = 0;
}

Object.assign(formulas, { sizeOf, write, settle, typeset });
