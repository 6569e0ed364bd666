/** Tables whose rows stand in groups. */
import { css } from "lit";
import type { CSSResult } from "lit";
import type { Columns, Model } from "../../model/types.js";
import { flag, isRecord, reference, references, text } from "../field.js";
import { register } from "../registry.js";
import { valueText } from "./cells.js";
import type { Place } from "./grid.js";
import type { Group, Level, Line } from "./groups.js";
import { linesOf, totalOf } from "./groups.js";
import { cellOf, isMissing, RowOrder } from "./rows.js";
import { TableElement } from "./table.js";

/** How long what is shown has to last until others are told, in milliseconds. */
const SETTLED_MS = 100;

class CubeElement extends TableElement {
  static override styles: CSSResult[] = [
    ...TableElement.styles,
    css`
      .tree {
        padding-inline-start: calc(9px + 18px * var(--_depth, 0));
      }
      .chevron {
        flex: none;
        inline-size: 12px;
        block-size: 12px;
        margin-inline-end: 6px;
        vertical-align: -1px;
        fill: none;
        stroke: var(--_muted);
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
        transition: rotate 120ms;
      }
      [aria-expanded="true"] .chevron {
        rotate: 90deg;
      }
      [aria-expanded="false"] .chevron:dir(rtl) {
        rotate: 180deg;
      }
      .row.group {
        background: var(--_sunken);
      }
    `,
  ];

  readonly #toggled = new Set<string>();
  #levels: readonly Level[] = [];
  #lines: readonly Line[] = [];
  #data: Columns = {};
  #telling: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#telling);
  }

  protected override updated(): void {
    this.#levels = references(this.model, "grouping").map((info) => ({
      field: text(info, "getter"),
      collapsed: flag(info, "collapsed"),
      totals: references(info, "aggregators").map((one) => ({
        kind: one.type,
        field: text(one, "field_"),
      })),
    }));
    super.updated();
    this.renderRoot.querySelector(".grid")?.setAttribute("role", "treegrid");
  }

  protected override get others(): readonly Model[] {
    const levels = references(this.model, "grouping");
    return [...levels, ...levels.flatMap((level) => references(level, "aggregators"))];
  }

  protected override arrangeRows(rows: RowOrder, data: Columns): RowOrder {
    this.#data = data;
    const shown = Array.from({ length: rows.length }, (_, place) => rows.at(place));
    this.#lines = linesOf(shown, this.#levels, data, this.#toggled);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(this.#tellTarget, SETTLED_MS);
    // What is no row of the source is the place of a group, counted down from -1.
    const places = this.#lines.map((line, at) => (typeof line === "number" ? line : -1 - at));
    return new RowOrder(rows.total, Int32Array.from(places));
  }

  override toggle(place: number): void {
    const group = this.#groupAt(place);
    if (group === undefined) return;
    if (!this.#toggled.delete(group.key)) this.#toggled.add(group.key);
    this.regroup();
    this.tell(`${this.#title(group) || "Group"} ${group.isOpen ? "closed" : "opened"}`);
  }

  turn(key: string, { row, column }: Place): number | undefined {
    const line = this.#lines[row];
    if (line === undefined || column !== 0) return undefined;
    const isOpen = typeof line !== "number" && line.isOpen;
    if (typeof line !== "number" && key === (isOpen ? "ArrowLeft" : "ArrowRight")) {
      this.toggle(-1 - row);
      return row;
    }
    const parent = key === "ArrowLeft" ? this.#parentOf(row) : -1;
    return parent < 0 ? undefined : parent;
  }

  dressRow(row: HTMLElement, source: number): void {
    const group = this.#groupAt(source);
    const depth = group?.level ?? this.#levels.length;
    row.setAttribute("aria-level", String(depth + 1));
    row.style.setProperty("--_depth", String(depth));
    if (group === undefined) row.removeAttribute("aria-expanded");
    else row.setAttribute("aria-expanded", String(group.isOpen));
    const tree = this.#treeColumn;
    for (const [at, cell] of [...row.children].entries())
      cell.classList.toggle("tree", at === tree);
  }

  fillGroup(place: number, cells: readonly HTMLElement[]): void {
    const group = this.#groupAt(place);
    if (group === undefined) return;
    for (const [at, cell] of cells.entries()) {
      for (const name of ["color", "background-color", "font-weight", "font-style", "text-align"]) {
        cell.style.removeProperty(name);
      }
      cell.classList.remove("pending");
      if (at === this.#treeColumn) cell.replaceChildren(chevron(), this.#title(group));
      else cell.replaceChildren(this.#total(group, at));
    }
  }

  #groupAt(place: number): Group | undefined {
    const line = place < 0 ? this.#lines[-1 - place] : undefined;
    return typeof line === "number" ? undefined : line;
  }

  #parentOf(row: number): number {
    const line = this.#lines[row];
    const level = typeof line === "number" ? this.#levels.length : (line?.level ?? 0);
    for (let at = row - 1; at >= 0; at -= 1) {
      const other = this.#lines[at];
      if (typeof other === "object" && other.level < level) return at;
    }
    return -1;
  }

  /** The column in which groups and rows have their names. */
  get #treeColumn(): number {
    const first = references(this.model, "columns")[0];
    return this.columns.findIndex(({ model }) => model !== undefined && model === first);
  }

  #title({ value }: Group): string {
    return isMissing(value) ? "" : valueText(value);
  }

  #total({ level, rows }: Group, at: number): string {
    const column = this.columns[at];
    const total = this.#levels[level]?.totals.find(({ field }) => field === column?.field);
    if (column?.model === undefined || total === undefined) return "";
    const value = totalOf(total.kind, rows, column.values);
    return value === null ? "" : column.writer.words(value);
  }

  /** Write what is shown to the target, unless that is what stands there. */
  readonly #tellTarget = (): void => {
    const target = reference(this.model, "target");
    if (target === undefined || !this.isConnected) return;
    const first = references(this.model, "columns")[0];
    const names = first === undefined ? undefined : this.#data[text(first, "field")];
    const news = {
      row_indices: this.#lines.map((line) => (typeof line === "number" ? line : [...line.rows])),
      labels: this.#lines.map((line) =>
        typeof line === "number" ? cellOf(names, line) : this.#title(line),
      ),
    };
    const data = target.get("data");
    const before = isRecord(data) ? [data["row_indices"], data["labels"]] : [];
    const same =
      JSON.stringify(before.map(plainly)) === JSON.stringify(Object.values(news).map(plainly));
    if (!same) target.set("data", news);
  };
}

/** Return a column, and the lists in it, as plain lists. */
function plainly(column: unknown): unknown {
  const values = ArrayBuffer.isView(column) ? Array.from(column as Uint8Array) : column;
  return Array.isArray(values) ? values.map(plainly) : values;
}

const SVG = "http://www.w3.org/2000/svg";

function chevron(): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("class", "chevron");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M4.5 2.5L8 6l-3.5 3.5");
  svg.append(path);
  return svg;
}

register("docsync-data-cube", CubeElement, "DataCube");
