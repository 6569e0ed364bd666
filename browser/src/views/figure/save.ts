/** Makes pictures of figures, with all that stands around them. A chunk of its own: it is not there until somebody asks. */
import { paintField } from "./save_fields.js";
import type { Hand } from "./tools/hand.js";
import { isMath, paintLetters, paintRules, paintTurned } from "./save_math.js";

const FOREIGN = "This shows a picture of a server that does not allow it to be saved";

/** What is on the page for people who use it, and not part of the figure. */
const LEFT_OUT =
  "docsync-toolbar, .twin, .hidden-visually, .tips, .spot, .hair, .note, .selection, .probe";

/** Offer a picture of what is handled as a download, or say there why there is none. */
export async function save(
  hand: Pick<Hand, "element" | "note">,
  filename: string,
  title: string,
): Promise<void> {
  const picture = await pictureOf(hand.element).catch((cause: unknown) => {
    console.warn("DocSync: a figure cannot be saved", cause);
    const foreign = cause instanceof DOMException && cause.name === "SecurityError";
    hand.note(foreign ? FOREIGN : "No picture can be made of this");
  });
  if (picture === undefined) return;
  const address = URL.createObjectURL(picture);
  const link = document.createElement("a");
  link.href = address;
  link.download = nameOf(filename, title);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  });
}

/** Return the name of the file: its author's, with or without its end, or for want of that the title. */
export function nameOf(filename: string, title: string): string {
  const given = filename.replace(/\.png$/i, "");
  const name = given || title.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
  return `${name || "figure"}.png`;
}

/** Put a picture of an element into the clipboard. */
export async function copy(element: HTMLElement): Promise<void> {
  const item = new ClipboardItem({ "image/png": pictureOf(element) });
  await navigator.clipboard.write([item]);
}

/** Return a picture of an element as it is on the page, at the resolution of the screen. */
async function pictureOf(element: HTMLElement): Promise<Blob> {
  const box = element.getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(box.width * ratio)),
    Math.max(1, Math.round(box.height * ratio)),
  );
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("there is no room for a picture");
  context.scale(ratio, ratio);
  context.fillStyle = surfaceOf(element);
  context.fillRect(0, 0, box.width, box.height);
  context.translate(-box.left, -box.top);
  paint(context, element, 1);
  return canvas.convertToBlob({ type: "image/png" });
}

function surfaceOf(element: HTMLElement): string {
  const probe = document.createElement("i");
  probe.style.color = "var(--_surface)";
  (element.shadowRoot ?? element).append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Paint an element and what is in it. */
function paint(context: OffscreenCanvasRenderingContext2D, element: Element, alpha: number): void {
  if (element.matches(LEFT_OUT)) return;
  if (element instanceof HTMLElement && element.style.transform.startsWith("matrix")) {
    paintTurned(context, element, () => {
      paint(context, element, alpha);
    });
    return;
  }
  const style = getComputedStyle(element);
  const opacity = alpha * Number(style.opacity);
  if (style.display === "none" || style.visibility !== "visible" || opacity === 0) return;
  const box = element.getBoundingClientRect();
  context.globalAlpha = opacity;
  paintBox(context, style, box);
  if (element instanceof HTMLCanvasElement) {
    if (element.width > 0 && element.height > 0) {
      context.drawImage(element, box.left, box.top, box.width, box.height);
    }
    return;
  }
  if (paintField(context, element, style)) return;
  const clipped = style.overflow !== "visible";
  if (clipped) {
    context.save();
    context.beginPath();
    context.rect(box.left, box.top, box.width, box.height);
    context.clip();
  }
  for (const node of nodesIn(element)) {
    if (node instanceof Element) paint(context, node, opacity);
    else if (node instanceof Text) {
      context.globalAlpha = opacity;
      if (isMath(element)) paintLetters(context, node, style);
      else paintWords(context, node, style);
    }
  }
  if (isMath(element)) paintRules(context, element, style);
  if (clipped) context.restore();
}

/** Return what is shown in an element, in its own tree or in the one that fills its place. */
function nodesIn(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true });
  return (element.shadowRoot ?? element).childNodes;
}

function paintBox(
  context: OffscreenCanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  { left, top, width, height }: DOMRect,
): void {
  const line = parseFloat(style.borderTopWidth);
  const bare = style.backgroundColor === "rgba(0, 0, 0, 0)";
  if ((bare && !(line > 0)) || width === 0 || height === 0) return;
  context.beginPath();
  const inner = line / 2;
  const radius = Math.max(0, parseFloat(style.borderTopLeftRadius) - inner);
  context.roundRect(left + inner, top + inner, width - line, height - line, radius || 0);
  context.fillStyle = style.backgroundColor;
  context.fill();
  if (!(line > 0) || style.borderTopStyle === "none") return;
  context.strokeStyle = style.borderTopColor;
  context.lineWidth = line;
  context.stroke();
}

/** Paint a text word by word, where the browser has put the words. */
function paintWords(
  context: OffscreenCanvasRenderingContext2D,
  node: Text,
  style: CSSStyleDeclaration,
): void {
  const range = document.createRange();
  context.font = style.font;
  context.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
  context.fillStyle = style.color;
  context.textBaseline = "alphabetic";
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const { left, top, width, height } = range.getBoundingClientRect();
    if (width === 0) continue;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(
      match[0],
    );
    const baseline = top + (height - up - down) / 2 + up;
    context.fillText(match[0], left, baseline);
    if (!style.textDecorationLine.includes("line-through")) continue;
    context.fillRect(left, baseline - up * 0.3, width, 1);
  }
}
