import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, number, reference, text } from "../field.js";
import { dressBox, dressText } from "./looks.js";
import type { Frame } from "./painters/painter.js";
import type { Arrangement } from "./panels.js";
import { textWidth } from "./words.js";
import { formulas, hasFormula, wordsIn } from "./words.js";

/** Return what a figure is called. */
export function titleOf(figure: Model): string {
  return wordsOf(figure) || text(figure, "name", "Figure") || "Figure";
}

const SIDES = new Set(["below", "left", "right"]);

/** Show the title; one that is hidden is still heard. */
export function renderTitle(figure: Model): TemplateResult {
  const words = wordsOf(figure);
  const visible = reference(figure, "title")?.get("visible") !== false;
  const location = figure.get("title_location");
  const hidden = words === "" || !visible || location === null;
  const shown = hidden ? titleOf(figure) : words;
  const place = typeof location === "string" && SIDES.has(location) ? `title ${location}` : "title";
  // No heading: nobody knows at which level of the page it would be.
  return html`<div id="title" class=${hidden ? "hidden-visually" : place}>
    <span .textContent=${shown}></span>
  </div>`;
}

/** Return the side, above or below, at which tools stand in one line with the title. */
export function joinedAt(figure: Model): string | undefined {
  const place = text(figure, "toolbar_location");
  const sticky = flag(figure, "toolbar_sticky", true) && place === figure.get("title_location");
  return sticky && (place === "above" || place === "below") ? place : undefined;
}

/** Give the title of a figure its looks and its place. */
export function placeTitle(
  root: ParentNode,
  figure: Model,
  frame: Frame,
  around: Arrangement,
): void {
  const plot = root.querySelector<HTMLElement>(".plot");
  const element = root.querySelector<HTMLElement>("#title.title");
  const title = reference(figure, "title");
  if (element !== null && title !== undefined) {
    // In a narrow figure a title stands above wherever it belongs.
    const above = getComputedStyle(element).gridRowStart === "title";
    const place = above ? "above" : text(figure, "title_location", "above");
    styleTitle(element, title, frame, place);
    // It belongs to the frame, however much room somebody wants above that.
    const spare = place === "above" ? around.area.top - Math.max(around.used.above, STANDOFF) : 0;
    const row = element.closest<HTMLElement>(".head") ?? element;
    const next = row.offsetTop + row.offsetHeight >= (plot?.offsetTop ?? NaN);
    row.style.translate = next && spare >= 1 ? `0 ${spare}px` : "";
  }
}

/** How far a title is from a frame above which nothing else stands, in CSS pixels. */
const STANDOFF = 8;
/** The standoff of titles whose authors have not chosen any, in CSS pixels. */
const USUAL = 10;
/** Frames that begin about as far from the left have their titles alike, in CSS pixels. */
const STEP = 48;
/** Words of a title that are longer than this may stand in lines, in CSS pixels. */
const LEAST = 160;

/** Give a title its looks, and begin and end its room where the frame does. */
export function styleTitle(element: HTMLElement, title: Model, frame: Frame, place: string): void {
  const plot = element.closest(".figure")?.querySelector<HTMLElement>(".plot");
  if (plot === null || plot === undefined) return;
  const words = element.firstElementChild;
  if (!(words instanceof HTMLElement)) return;
  if (hasFormula(words.textContent)) formulas.typeset?.(words);
  dressText(words, title, "text");
  dressBox(words, title);
  const size = title.chosen("text_font_size") ? parseFloat(words.style.fontSize) : 0;
  if (words.style.lineHeight === "" && size > 16) words.style.lineHeight = "1.25";
  const { font } = getComputedStyle(words);
  const widest = Math.max(...words.textContent.split("\n").map((line) => textWidth(line, font)));
  const align = text(title, "align", "left");
  const offset = number(title, "offset", 0);
  const { style } = element;
  style.textAlign = align === "center" ? "center" : align === "right" ? "end" : "start";
  const across = place === "above" || place === "below";
  const whole = across ? element.offsetWidth : plot.clientHeight;
  // Tools may stand in the same line.
  const before = across ? plot.offsetLeft - element.offsetLeft : 0;
  const start = Math.max(0, before + (across ? frame.left : frame.top));
  const end = Math.max(0, whole - start - (across ? frame.width : frame.height));
  // What stands on the left is read from below.
  let [first, last] = place === "left" ? [end, start] : [start, end];
  // What is longer than the frame goes on beside it, and begins sooner where there would be hardly any room.
  const spare = align === "center" ? Math.min(first, last) : align === "right" ? first : 0;
  first -= spare;
  last = align === "left" ? 0 : align === "center" ? last - spare : last;
  const most = Math.max(0, whole - (widest < whole ? widest : LEAST));
  first = Math.max(0, Math.min(first, most - last));
  last = Math.max(0, Math.min(last, most));
  style.paddingInline = `${first + (align === "left" ? offset : 0)}px ${last + (align === "right" ? offset : 0)}px`;
  // As much of it as of the usual one is there anyway, as the room of words and of the frame.
  const beyond = `${Math.max(0, number(title, "standoff", USUAL) - USUAL)}px`;
  style.paddingBlockStart = place === "below" ? beyond : "";
  style.paddingBlockEnd = place === "below" ? "" : beyond;
  // Whether tools have room beside it must not depend on what that does to the frame.
  style.flexBasis =
    element.parentElement?.classList.contains("head") === true
      ? `${Math.ceil(widest + Math.ceil(start / STEP) * STEP)}px`
      : "";
}

function wordsOf(figure: Model): string {
  const title = reference(figure, "title");
  return title === undefined ? text(figure, "title") : wordsIn(title, "text");
}
