import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Column, Model } from "../../model/types.js";
import { isRecord, list, reference, text } from "../field.js";
import { strftime } from "../strftime.js";
import { cellText } from "./cell_text.js";
import { isOfTimes } from "./edit/spoken.js";
import type { Layer } from "./layer.js";
import { readSpec } from "./spec.js";

/** So many rows are readable; more would only make the page slow. */
const MAX_ROWS = 200;

const { styleSheet } = css`
  .twin summary {
    padding: 6px 12px;
    cursor: pointer;
  }
  .twin table {
    margin: 0 12px 12px;
    border-collapse: collapse;
    font-size: 12px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
  }
  .twin caption {
    padding-block: 4px;
    color: var(--_muted);
    text-align: start;
  }
  .twin th,
  .twin td {
    padding: 2px 12px 2px 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
  }
  .twin :is(th, td) {
    unicode-bidi: plaintext;
  }
`;

/** Show the data behind a figure as tables, one for each source; rows can be selected there if they can in the figure. */
export function renderTables(
  figure: Model,
  layers: readonly Layer[],
  selectable: boolean,
  root: ShadowRoot,
): TemplateResult[] {
  if (styleSheet !== undefined && !root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }
  const sources = new Map<Model, { readonly name: string; readonly times: Set<string> }>();
  for (const { source, renderer } of layers) {
    if (source === undefined) continue;
    const known = sources.get(source) ?? { name: text(renderer, "name"), times: new Set() };
    sources.set(source, known);
    for (const column of timesOf(figure, renderer)) known.times.add(column);
  }
  return [...sources].map(([source, { name, times }], index) =>
    renderTable(source, name === "" ? `Data ${index + 1}` : name, selectable, times),
  );
}

const PLACES = {
  x: ["x", "x0", "x1", "x2", "left", "right"],
  y: ["y", "y0", "y1", "y2", "top", "bottom"],
};

/** Return the columns of what stands along an axis of times. */
function timesOf(figure: Model, renderer: Model): string[] {
  const glyph = reference(renderer, "glyph");
  if (glyph === undefined) return [];
  return (["x", "y"] as const).flatMap((way) => {
    if (!isOfTimes(way, figure, renderer)) return [];
    return PLACES[way].flatMap((field) => {
      const spec = readSpec(glyph.get(field), "field");
      return spec.kind === "field" ? [spec.name] : [];
    });
  });
}

function renderTable(
  source: Model,
  name: string,
  selectable: boolean,
  times: ReadonlySet<string>,
): TemplateResult {
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
        ${selectable ? html`<th scope="col">Selected</th>` : nothing}
        ${columns.map(([column]) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${selectable ? renderCheck(source, row) : nothing}
            ${columns.map(
              ([called, column]) =>
                html`<td>${times.has(called) ? timeText(column[row]) : cellText(column[row])}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderCheck(source: Model, row: number): TemplateResult {
  const selection = reference(source, "selected");
  const indices = selection === undefined ? [] : list(selection, "indices");
  return html`<td>
    <input
      type="checkbox"
      aria-label=${`Select row ${row + 1}`}
      .checked=${indices.includes(row)}
      @change=${({ target }: Event) => {
        const others = indices.filter((index): index is number => index !== row);
        const chosen = (target as HTMLInputElement).checked ? [...others, row] : others;
        selection?.set("indices", chosen);
      }}
    />
  </td>`;
}

const DAY = 86_400_000;

function timeText(value: unknown): string {
  if (typeof value !== "number" || Number.isNaN(value)) return cellText(value);
  return strftime(value, value % DAY === 0 ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S");
}
