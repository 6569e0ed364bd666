/** Tables whose rows stand in groups. */
import { css } from "lit";
import type { CSSResult } from "lit";
import type { Columns, Model } from "../../model/types.js";
import { flag, reference, references, text } from "../field.js";
import { register } from "../registry.js";
import { valueText } from "./cells.js";
import type { Place } from "./grid.js";
import type { Group, Level, Line } from "./groups.js";
import { linesOf, totalOf } from "./groups.js";
import { cellOf, isMissing, RowOrder } from "./rows.js";
import { TableElement } from "./table.js";

/** How long at least between two times that others are told what is shown, in milliseconds. */
const TELL_MS = 100;
/** How many numbers and names the target is told at most: a message has room for few more values. */
const MOST_VALUES = 900_000;

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
  #fields = "";
  #levels: readonly Level[] = [];
  #lines: readonly Line[] = [];
  #data: Columns = {};
  #telling = false;
  #refused = false;

  protected override updated(): void {
    this.#levels = references(this.model, "grouping").map((info) => ({
      field: text(info, "getter"),
      collapsed: flag(info, "collapsed"),
      totals: references(info, "aggregators").map((one) => ({
        kind: one.type,
        field: text(one, "field_"),
      })),
    }));
    const fields = JSON.stringify(this.#levels.map(({ field }) => field));
    // Groups of other columns may have the same values.
    if (fields !== this.#fields) this.#toggled.clear();
    this.#fields = fields;
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
    // What is no row of the source is the place of a group, counted down from -1.
    const places = this.#lines.map((line, at) => (typeof line === "number" ? line : -1 - at));
    return new RowOrder(rows.total, Int32Array.from(places));
  }

  override toggle(place: number): void {
    const group = this.#groupAt(place);
    if (group === undefined) return;
    if (!this.#toggled.delete(group.key)) this.#toggled.add(group.key);
    this.regroup();
    this.tell(`${this.#title(group)} ${group.isOpen ? "closed" : "opened"}`);
    this.#tellSoon();
  }

  override sortBy(at: number, how: "only" | "also" | "none"): void {
    super.sortBy(at, how);
    this.#tellSoon();
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

  /** Return what a group is called: cells that say nothing need words where they are a group. */
  #title(group: Group): string {
    const { value } = group;
    const words = isMissing(value)
      ? this.columns[this.#treeColumn]?.writer.words(value)
      : labelOf(group);
    if (words !== undefined && words !== "") return words;
    return isMissing(value) ? "(null)" : "(empty)";
  }

  #total({ level, rows }: Group, at: number): string {
    const column = this.columns[at];
    const total = this.#levels[level]?.totals.find(({ field }) => field === column?.field);
    if (column?.model === undefined || total === undefined) return "";
    const value = totalOf(total.kind, rows, column.values);
    return value === null ? "" : column.writer.words(value);
  }

  /** Tell others what is shown, a little later: people open many groups one after another. */
  #tellSoon(): void {
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      this.#tellTarget();
    }, TELL_MS);
  }

  /**
   * Write what is shown to the target.
   *
   * Only what a person does here is told, so pages do not overwrite what is told of others, and rows that come
   * in make no messages of the size of the whole table.
   */
  #tellTarget(): void {
    const target = reference(this.model, "target");
    if (target === undefined) return;
    try {
      target.set("data", this.#shown());
    } catch (cause) {
      if (this.#refused) return;
      this.#refused = true;
      console.warn(`DocSync: DataCube.target is not told what is shown: ${String(cause)}`);
    }
  }

  #shown(): Readonly<Record<string, unknown>> {
    const first = references(this.model, "columns")[0];
    const names = first === undefined ? undefined : this.#data[text(first, "field")];
    const count = this.#lines.reduce<number>(
      (sum, line) => sum + 2 + (typeof line === "number" ? 0 : line.rows.length),
      0,
    );
    if (count > MOST_VALUES) {
      throw new RangeError(`${count} numbers and names, at most ${MOST_VALUES} are allowed`);
    }
    return {
      row_indices: this.#lines.map((line) => (typeof line === "number" ? line : [...line.rows])),
      labels: this.#lines.map((line) =>
        typeof line === "number" ? cellOf(names, line) : labelOf(line),
      ),
    };
  }
}

/** Return what others are told that a group is called. */
function labelOf({ value }: Group): string {
  return isMissing(value) ? "" : valueText(value);
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
