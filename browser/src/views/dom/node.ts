import { learn } from "../../model/vocabulary.js";
import { DOM_SCHEMA } from "../../model/dom_schema.js";
import type { Model } from "../../model/types.js";
import { flag, isModel, isRecord, list, reference, references, text } from "../field.js";
import { createView } from "../registry.js";
import { sanitize } from "../sanitize.js";

/** What small documents say about the row that is pointed at. */
export interface RowWords {
  readonly index: number;
  /** Write the value of a column. */
  value(field: string, format: string | undefined, formatter: unknown): string;
  /** Return the colour that a column has, in hexadecimal digits if that is wanted. */
  color(field: string, hex: boolean): string | undefined;
}

/** Parts within parts may go so deep. */
const MAX_DEPTH = 32;
const SLOT = "data-docsync-slot";
const TAGS: Readonly<Record<string, string>> = {
  DOMDiv: "div",
  DOMTable: "table",
  DOMTableRow: "tr",
  HTML: "div",
  Template: "div",
};

/** Hears of the models that what is shown depends on. */
export type Watch = (model: Model) => void;

/** Make the nodes of a small document, or of a view that is part of one. */
export function createNode(part: unknown, row?: RowWords, watch?: Watch, depth = 0): Node {
  if (!isModel(part)) return document.createTextNode(typeof part === "string" ? part : "");
  if (depth > MAX_DEPTH) return document.createTextNode("…");
  watch?.(part);
  if (part.type === "DOMText") return document.createTextNode(text(part, "content"));
  if (!(part.type in DOM_SCHEMA) || part.type === "Tooltip") return createView(part, "row");
  if (part.type === "Template" && row !== undefined) act(part, row);
  const inner = (child: unknown): Node => createNode(child, row, watch, depth + 1);
  const element = document.createElement(TAGS[part.type] ?? "span");
  applyStyle(element, part);
  if (part.type === "HTML") element.append(createMarkup(part, inner));
  else element.append(...wordsOf(part, row, watch));
  const children = list(part, "children").map(inner);
  element.append(...(part.type === "DOMTableRow" ? children.map(inCell) : children));
  return element;
}

/** Do what a template asks for when it is about another row. */
function act(template: Model, row: RowWords): void {
  for (const action of references(template, "actions")) {
    references(action, "groups").forEach((group, at) => {
      const visible = at === row.index;
      if (flag(group, "visible", true) !== visible) group.set("visible", visible);
    });
  }
}

/** Return what is written into a placeholder. */
export function wordsOf(part: Model, row: RowWords | undefined, watch?: Watch): (Node | string)[] {
  switch (part.type) {
    case "Index":
      return row === undefined ? [] : [String(row.index)];
    case "ValueRef": {
      const format = part.get("format");
      const given = typeof format === "string" ? format : undefined;
      return [row?.value(text(part, "field"), given, part.get("formatter")) ?? ""];
    }
    case "ColorRef": {
      const color = row?.color(text(part, "field"), flag(part, "hex", true));
      if (color === undefined) return [];
      const words = flag(part, "hex", true) ? color : "";
      return flag(part, "swatch", true) ? [createSwatch(color), words] : [words];
    }
    case "ValueOf": {
      const of = reference(part, "obj");
      if (of === undefined) return [];
      watch?.(of);
      const value = of.get(text(part, "attr"));
      return [isModel(value) ? value.type : typeof value === "string" ? value : written(value)];
    }
    default:
      return [];
  }
}

function written(value: unknown): string {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array).join(", ");
  return value === undefined ? "" : JSON.stringify(value);
}

function createSwatch(color: string): HTMLElement {
  const swatch = document.createElement("i");
  swatch.dataset["color"] = color;
  swatch.style.backgroundColor = color;
  return swatch;
}

/** Make nodes of markup. Parts have places in it that no markup of others has: those are numbers within its own list. */
export function createMarkup(part: Model, inner: (child: unknown) => Node): DocumentFragment {
  const given = part.get("html");
  if (typeof given === "string") return sanitize(given);
  const pieces = list(part, "html");
  const source = pieces.map((piece, index) =>
    typeof piece === "string" ? piece : `<span ${SLOT}="${index}"></span>`,
  );
  const fragment = sanitize(source.join(""));
  for (const slot of fragment.querySelectorAll(`[${SLOT}]`)) {
    const piece = pieces[Number(slot.getAttribute(SLOT))];
    if (isModel(piece)) slot.replaceWith(inner(piece));
    else slot.removeAttribute(SLOT);
  }
  return fragment;
}

function inCell(node: Node): HTMLElement {
  const cell = document.createElement("td");
  cell.append(node);
  return cell;
}

function applyStyle(element: HTMLElement, part: Model): void {
  const style = part.get("style");
  if (!isRecord(style)) return;
  for (const [property, value] of Object.entries(style)) {
    if (typeof value === "string") {
      element.style.setProperty(property.replaceAll("_", "-"), value);
    }
  }
}

learn(DOM_SCHEMA);
