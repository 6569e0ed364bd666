/** Tables whose rows stand in groups. */
import { css } from "lit";
import type { CSSResult } from "lit";
import type { Columns, Model, Subscription } from "../../model/types.js";
import { flag, isRecord, record, reference, references, text } from "../field.js";
import { register } from "../registry.js";
import type { Place } from "./grid.js";
import type { Group, Level, Line } from "./groups.js";
import { linesOf, totalOf } from "./groups.js";
import { cellOf, isMissing, RowOrder } from "./rows.js";
import { TableElement } from "./table.js";
import { columnsOf, labelOf, readStates, sizeOf, statesOf, Telling } from "./target.js";

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
  readonly #telling = new Telling(this, () => {
    this.#tellTarget();
  });
  #isTelling = false;
  #refused = false;
  /** The target that is heard of, and what it said last of which groups are open. */
  #target: Model | undefined;
  #hearing: Subscription | undefined;
  #said: ReadonlyMap<string, boolean> = new Map();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#telling.flush();
    this.#hearing?.cancel();
    this.#target = undefined;
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
    const fields = JSON.stringify(this.#levels.map(({ field }) => field));
    // Groups of other columns may have the same values.
    const isNew = this.#fields !== "" && fields !== this.#fields;
    if (isNew) this.#toggled.clear();
    this.#fields = fields;
    this.#listen(isNew);
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
      : labelOf(value);
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

  #tellSoon(): void {
    this.#telling.soon(sizeOf(this.#lines));
  }

  /** Hear of the target; what it says of groups of other columns than there are now is not for these. */
  #listen(isNew: boolean): void {
    const target = reference(this.model, "target");
    if (target !== this.#target) {
      this.#hearing?.cancel();
      this.#target = target;
      this.#hearing = target?.observe(() => {
        if (!this.#isTelling && this.#follow()) this.regroup();
      });
      this.#follow();
    } else if (isNew) this.#follow(false);
  }

  /** Open and close what others have opened and closed; returns whether there was any. */
  #follow(wanted = true): boolean {
    const data = this.source?.get("data");
    if (this.#target === undefined || !isRecord(data)) return false;
    const states = readStates(record(this.#target, "data"), this.#levels, data as Columns);
    let changed = false;
    for (const [key, { isOpen, level }] of wanted ? states : []) {
      if (this.#said.get(key) === isOpen) continue;
      // What people have done here and not told yet is theirs.
      const toggled = isOpen === this.#levels[level]?.collapsed;
      if (toggled === this.#toggled.has(key)) continue;
      changed = true;
      if (toggled) this.#toggled.add(key);
      else this.#toggled.delete(key);
    }
    this.#said = new Map([...states].map(([key, { isOpen }]) => [key, isOpen]));
    return changed;
  }

  /**
   * Write what is shown to the target, where other pages read which groups are open.
   *
   * Only what a person does here is told: rows that come in make no messages of the size of the whole table.
   */
  #tellTarget(): void {
    const target = reference(this.model, "target");
    if (target === undefined) return;
    const first = references(this.model, "columns")[0];
    const names = first === undefined ? undefined : this.#data[text(first, "field")];
    this.#isTelling = true;
    try {
      target.set(
        "data",
        columnsOf(this.#lines, (row) => cellOf(names, row)),
      );
      this.#said = statesOf(this.#lines);
    } catch (cause) {
      if (!this.#refused) {
        console.warn(`DocSync: DataCube.target is not told what is shown: ${String(cause)}`);
      }
      this.#refused = true;
    } finally {
      this.#isTelling = false;
    }
  }
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
