import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Column, Model } from "../../model/types.js";
import { isRecord, text } from "../field.js";
import { plain } from "../format.js";
import type { Layer } from "./layer.js";

/** So many rows are readable; more would only make the page slow. */
const MAX_ROWS = 200;

/** Show the data behind a figure as tables, one for each source. */
export function renderTables(layers: readonly Layer[]): TemplateResult[] {
  const sources = new Map<Model, string>();
  for (const { source, renderer } of layers) {
    if (source !== undefined && !sources.has(source)) sources.set(source, text(renderer, "name"));
  }
  return [...sources].map(([source, name], index) =>
    renderTable(source, name === "" ? `Data ${index + 1}` : name),
  );
}

function renderTable(source: Model, name: string): TemplateResult {
  const data = source.get("data");
  const columns = Object.entries(isRecord(data) ? (data as Record<string, Column>) : {});
  const length = Math.min(...columns.map(([, column]) => column.length));
  const rows = Array.from({ length: Math.min(length, MAX_ROWS) }, (_, index) => index);
  const words = length > MAX_ROWS ? `first ${MAX_ROWS} of ${length} rows` : `${length} rows`;
  return html`<table>
    <caption>
      ${name}, ${words}
    </caption>
    <thead>
      <tr>
        ${columns.map(([column]) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map(([, column]) => html`<td>${cellText(column[row])}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cellText(value: unknown): string {
  if (typeof value === "number") return Number.isNaN(value) ? "–" : plain(value);
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  return value === null || value === undefined ? "–" : JSON.stringify(value);
}
