/** Cells that are templates of markup. A chunk of its own, as few tables have them. */
import type { Columns } from "../../model/types.js";
import { keep } from "../kept.js";
import { sanitize } from "../sanitize.js";
import { valueText } from "./cells.js";
import { cellOf } from "./rows.js";
import { readScript, textOf } from "./script.js";

/** Returns the markup of a row: a template that has been read. */
export type Template = (names: Readonly<Record<string, unknown>>) => string;

const PART = /<%(=|-)?([^]*?)%>/g;

/** Read a template; throws a `ScriptError` if it asks for more than there is. */
function readTemplate(source: string): Template {
  let script = "";
  let end = 0;
  const text = (words: string): string => (words === "" ? "" : `print(${JSON.stringify(words)});`);
  for (const found of source.matchAll(PART)) {
    const [whole, kind, code = ""] = found;
    script += text(source.slice(end, found.index));
    end = found.index + whole.length;
    if (kind === undefined) script += `${code}\n`;
    else script += kind === "=" ? `print(${code});` : `print(escape(${code}));`;
  }
  const run = readScript(script + text(source.slice(end)));
  return (names) => {
    let markup = "";
    run(names, (value) => {
      markup += textOf(value);
    });
    return markup;
  };
}

const templates = new Map<string, Template | undefined>();
const MOST_TEMPLATES = 500;
/** What markup became, for rows that scroll by again. */
const fragments = new Map<string, DocumentFragment>();
const MOST_FRAGMENTS = 1_000;
const shown = new WeakMap<HTMLElement, string>();

/** Fill a cell with what a template makes of its row. */
export function fillTemplate(
  cell: HTMLElement,
  source: string,
  value: unknown,
  columns: Columns,
  row: number,
): void {
  const template = templateOf(source);
  if (template === undefined) {
    cell.textContent = valueText(value ?? "");
    return;
  }
  const names: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) names[name] = cellOf(column, row);
  names["value"] = value;
  let markup: string;
  try {
    markup = value === null || value === undefined ? "" : template(names);
  } catch (cause) {
    complain(source, cause);
    cell.textContent = valueText(value);
    return;
  }
  if (shown.get(cell) === markup) return;
  let fragment = fragments.get(markup);
  if (fragment === undefined) {
    fragment = sanitize(markup.trim());
    for (const image of fragment.querySelectorAll("img:not([alt])")) image.setAttribute("alt", "");
    keep(fragments, markup, fragment, MOST_FRAGMENTS);
  }
  cell.replaceChildren(fragment.cloneNode(true));
  shown.set(cell, markup);
}

function templateOf(source: string): Template | undefined {
  if (!templates.has(source)) {
    keep(templates, source, undefined, MOST_TEMPLATES);
    try {
      templates.set(source, readTemplate(source));
    } catch (cause) {
      complain(source, cause);
    }
  }
  return templates.get(source);
}

const complained = new Set<string>();

function complain(source: string, cause: unknown): void {
  if (complained.has(source) || complained.size >= MOST_TEMPLATES) return;
  complained.add(source);
  console.warn(
    `HTMLTemplateFormatter: ${cause instanceof Error ? cause.message : String(cause)}; ` +
      `only a small part of JavaScript runs in templates (docs/widgets.md). The template is ${JSON.stringify(source.slice(0, 200))}`,
  );
}
