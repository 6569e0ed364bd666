import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { reference, text } from "../field.js";
import type { Frame } from "./painters/painter.js";
import { chromeColor, readSize } from "./palette.js";

/** Return what a figure is called. */
export function titleOf(figure: Model): string {
  return wordsOf(figure) || text(figure, "name", "Figure") || "Figure";
}

/** Show the title; one that is hidden is still heard. */
export function renderTitle(figure: Model): TemplateResult {
  const words = wordsOf(figure);
  const visible = reference(figure, "title")?.get("visible") !== false;
  const hidden = words === "" || !visible || figure.get("title_location") === null;
  const shown = hidden ? titleOf(figure) : words;
  const place = figure.get("title_location") === "below" ? "title below" : "title";
  // No heading: nobody knows at which level of the page it would be.
  return html`<div id="title" class=${hidden ? "hidden-visually" : place}>${shown}</div>`;
}

export function styleTitle(element: HTMLElement, title: Model, frame: Frame): void {
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

function wordsOf(figure: Model): string {
  const title = reference(figure, "title");
  return title === undefined ? text(figure, "title") : text(title, "text");
}
