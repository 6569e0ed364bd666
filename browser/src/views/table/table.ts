/** Tables. A chunk of its own: rows of a source to look at, sort, select and edit. */
import { html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { TABLE_SCHEMA } from "../../model/table_schema.js";
import type { Columns, Model, ModelChange } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, isRecord, number, optionalNumber, reference, references, text } from "../field.js";
import { Watch } from "../watch.js";
import { register } from "../registry.js";
import type { ActionHost } from "./actions.js";
import { Actions } from "./actions.js";
import type { Parts } from "./cells.js";
import { modelsIn, needs } from "./cells.js";
import type { Look } from "./columns.js";
import { columnOf, keysOf, measure, refreshed } from "./columns.js";
import type { ColumnView, GridHost, Place } from "./grid.js";
import { Grid, box, part } from "./grid.js";
import { Header } from "./header.js";
import { contentWidth } from "./measure.js";
import { Opened } from "./opened.js";
import { RowOrder } from "./rows.js";
import { RowSelection } from "./selection.js";
import type { Key } from "./sorting.js";
import { Sorting, isEverything } from "./sorting.js";
import { tableStyles } from "./styles.js";

learn(TABLE_SCHEMA);

/** How long a value is shown that the server has not answered to. */
const PATIENCE_MS = 5_000;
const KEYS =
  "Enter sorts, with Shift by one more column. Shift and arrows change the width, Alt and arrows the place.";

/** Rows of a source to look at, sort, select and edit. */
export class TableElement extends ModelElement implements ActionHost {
  static override styles: CSSResult[] = [base, tableStyles];

  order: RowOrder = new RowOrder(0);
  columns: readonly ColumnView[] = [];
  active: Place | undefined;

  #grid: Grid | undefined;
  #header: Header | undefined;
  #opened: Opened | undefined;
  #data: Columns = {};
  /** The columns in the order to which people have dragged them, and their widths. */
  #arranged: readonly Key[] | undefined;
  #known: readonly Model[] = [];
  readonly #widths = new Map<Key, number>();
  #exact = false;
  #parts: Parts = {};
  #drawing = 0;
  #stale = true;
  #rest = 0;
  #measured = false;
  /** Whether columns have been measured for the rows that there are. */
  #fits = false;
  readonly selection: RowSelection = new RowSelection();
  readonly #sorting = new Sorting(() => {
    this.#stale = true;
    if (this.hasUpdated) this.requestUpdate();
  });
  readonly #pending = new Map<string, unknown>();
  readonly #watch = new Watch((model, change) => {
    this.#heard(model, change);
  });
  readonly #resizing = new ResizeObserver(() => {
    this.#grid?.stick();
    this.#grid?.draw();
    this.#opened?.follow();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stale = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.cancel();
    this.#resizing.disconnect();
    cancelAnimationFrame(this.#drawing);
    this.#drawing = 0;
  }

  protected override render(): TemplateResult {
    return html`<div class="frame">
        <div
          class="grid"
          role="grid"
          tabindex="0"
          aria-label=${text(this.model, "name") || "Table"}
          @scroll=${() => {
            this.#grid?.scrolled();
            this.#opened?.follow();
          }}
          @wheel=${this.#onWheel}
        >
          <div class="head" role="rowgroup"></div>
          <div class="pinned first" role="rowgroup"></div>
          <div class="body" role="rowgroup"><div class="window" role="presentation"></div></div>
          <div class="pinned last" role="rowgroup"></div>
        </div>
        <div class="empty" hidden>No rows</div>
      </div>
      <div class="live hidden-visually" role="status"></div>`;
  }

  protected override updated(): void {
    super.updated();
    const { model } = this;
    const root = this.renderRoot;
    this.#grid ??= this.#equip(root);
    const grid = this.#grid.scroller;
    grid.setAttribute("aria-multiselectable", String(this.several));
    grid.setAttribute("aria-readonly", String(!flag(model, "editable")));
    grid.toggleAttribute("aria-disabled", flag(model, "disabled"));
    this.#resizing.observe(grid);
    this.#build();
  }

  /** Make what shows the rows, and hears what people do to them. */
  #equip(root: ParentNode): Grid {
    const grid = new Grid(this, root);
    this.#header = new Header(grid, this);
    this.#opened = new Opened(grid, part(root, "frame"));
    const actions = new Actions(this, grid, this.#header, this.#opened);
    const { scroller } = grid;
    scroller.addEventListener("keydown", actions.key);
    scroller.addEventListener("pointerdown", actions.pointerDown);
    scroller.addEventListener("click", actions.click);
    scroller.addEventListener("dblclick", actions.doubleClick);
    scroller.addEventListener("pointerover", actions.over);
    scroller.addEventListener("copy", actions.copy);
    scroller.addEventListener("focus", actions.focus);
    return grid;
  }

  readonly #onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    const line = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.rowHeight : 1;
    if (this.#grid?.wheel(event.deltaY * line) === true) event.preventDefault();
  };

  // What the grid and the actions ask

  get source(): Model | undefined {
    return reference(this.model, "source");
  }

  get several(): boolean {
    return this.selects && flag(this.model, "multi_selectable", true);
  }

  get selects(): boolean {
    return this.model.get("selectable") !== false && !flag(this.model, "disabled");
  }

  get reorderable(): boolean {
    return flag(this.model, "reorderable", true);
  }

  get rowHeight(): number {
    return Math.max(number(this.model, "row_height", 25), 12);
  }

  get frozen(): GridHost["frozen"] {
    const rows = optionalNumber(this.model, "frozen_rows") ?? 0;
    const columns = optionalNumber(this.model, "frozen_columns") ?? 0;
    const boxes = this.columns[0]?.kind === "check" && columns > 0 ? 1 : 0;
    return { columns: columns + boxes, top: Math.max(rows, 0), bottom: Math.max(-rows, 0) };
  }

  get headed(): boolean {
    return flag(this.model, "header_row", true);
  }

  get exact(): boolean {
    return this.#exact || this.#mode === "none" || this.#mode === "fit_viewport";
  }

  isSelected(row: number): boolean {
    return this.selection.has(row);
  }

  pending(row: number, field: string): { readonly value: unknown } | undefined {
    const key = `${row} ${field}`;
    return this.#pending.has(key) ? { value: this.#pending.get(key) } : undefined;
  }

  fillHead(cells: readonly HTMLElement[]): void {
    for (const [at, cell] of cells.entries()) {
      const column = this.columns[at];
      if (column === undefined) continue;
      if (column.kind === "check") {
        const words = document.createElement("span");
        words.className = "hidden-visually";
        words.textContent = "Select all rows";
        cell.replaceChildren(box(), words);
        continue;
      }
      const words = document.createElement("span");
      words.textContent = column.title;
      cell.title = column.title;
      cell.setAttribute("aria-description", KEYS);
      cell.classList.toggle("sortable", column.sortable);
      cell.replaceChildren(words, this.#header?.makeGrip(cell, at) ?? "");
    }
  }

  get #mode(): string {
    const fit = this.model.get("fit_columns");
    if (typeof fit === "boolean") return fit ? "force_fit" : "none";
    return text(this.model, "autosize_mode", "force_fit");
  }

  sortBy(at: number, how: "only" | "also" | "none"): void {
    const column = this.columns[at];
    if (column === undefined) return;
    this.#sorting.turn(column.model ?? "index", how);
    this.#stale = true;
    this.#draw(false);
    this.#markHead();
    this.tell(`${column.title}: ${this.#sorting.words(column.model ?? "index")}`);
  }

  widen(at: number, width: number | undefined): void {
    const column = this.columns[at];
    if (column === undefined) return;
    if (!this.exact) {
      // From now on everybody has the width that it had, and only one gets another.
      for (const [place, one] of this.columns.entries()) {
        one.width = this.#grid?.cell({ row: -1, column: place })?.offsetWidth ?? one.width;
        this.#widths.set(one.model ?? "index", one.width);
      }
      this.#exact = true;
    }
    column.width = Math.max(Math.round(width ?? contentWidth(column, this.order, this)), 32);
    this.#widths.set(column.model ?? "index", column.width);
    this.#grid?.resize();
    this.#opened?.follow();
  }

  move(column: number, before: number): void {
    const keys = this.columns.map(({ kind, model }): Key => model ?? (kind as "check" | "index"));
    const [moved] = keys.splice(column, 1);
    if (moved === undefined) return;
    keys.splice(before > column ? before - 1 : before, 0, moved);
    this.#arranged = keys;
    this.#arrange();
    this.#grid?.build();
    this.#markAll();
  }

  save(row: number, { field }: ColumnView, value: unknown): void {
    const { source } = this;
    if (source?.editRows === undefined) return;
    const key = `${row} ${field}`;
    this.#pending.set(key, value);
    try {
      source.editRows({
        kind: "columns_patched",
        field: "data",
        patches: { [field]: [[row, value]] },
      });
    } catch (cause) {
      this.#pending.delete(key);
      this.tell(String(cause));
    }
    setTimeout(() => {
      if (this.#pending.delete(key)) this.#later();
    }, PATIENCE_MS);
    this.#later();
  }

  toggle(_group: number): void {
    // Only cubes have groups.
  }

  /** The models beside those of a table that decide what is shown. */
  protected get others(): readonly Model[] {
    return [];
  }

  /** Put rows that are sorted already into another order. */
  protected arrangeRows(rows: RowOrder, _data: Columns): RowOrder {
    return rows;
  }

  /** Put the rows in order anew. */
  protected regroup(): void {
    this.#stale = true;
    this.#draw(false);
  }

  tell(words: string): void {
    const live = this.renderRoot.querySelector(".live");
    if (live !== null) live.textContent = words;
  }

  // Building

  /** Hear what the table depends on, and make its columns anew. */
  #build(): void {
    const { model } = this;
    const source = this.source;
    const shown = references(model, "columns");
    const watched = new Set<Model>(this.others);
    const view = reference(model, "view");
    for (const one of [source, source && reference(source, "selected")]) if (one) watched.add(one);
    for (const one of view === undefined ? [] : this.#sorting.viewed(view)) watched.add(one);
    for (const column of shown) {
      watched.add(column);
      const [formatter, editor] = [reference(column, "formatter"), reference(column, "editor")];
      for (const one of formatter === undefined ? [] : modelsIn(formatter)) watched.add(one);
      for (const one of [editor, reference(column, "sorter")])
        if (one !== undefined) watched.add(one);
      this.#bring(needs(formatter));
    }
    this.#watch.set(watched);
    const data = source?.get("data");
    this.#data = isRecord(data) ? (data as Columns) : {};
    if (shown.length !== this.#known.length || shown.some((one, at) => one !== this.#known[at])) {
      this.#known = shown;
      this.#arranged = undefined;
      this.#exact = false;
      this.#widths.clear();
      this.#measured = false;
    }
    this.selection.read(source);
    this.#arrange();
    this.#stale = true;
    this.#draw(true);
    this.#revealSelection();
  }

  /** Make the columns in their order. */
  #arrange(): void {
    const keys = this.#arranged ?? keysOf(this.model, this.#known);
    this.columns = keys.map((key) => columnOf(key, this.model, this.#look));
    this.#measure();
  }

  /** What cells are written with. */
  get #look(): Look {
    return { data: this.#data, parts: this.#parts, widths: this.#widths };
  }

  /** Find out how wide columns have to be for what is in them, or how much wider; returns that of all. */
  #measure(wider = false): number {
    const how = { mode: this.#mode, exact: this.exact, widths: this.#widths };
    const total = measure(this.columns, how, (column) =>
      Math.max(wider ? column.width : 0, contentWidth(column, this.order, this)),
    );
    if (this.#mode === "fit_viewport") this.style.width = `${total}px`;
    return total;
  }

  /** Give what has come since then its room; columns that got narrower again would never stand still. */
  #widen(): void {
    const before = this.columns.reduce((sum, { width }) => sum + width, 2);
    if (this.#measure(true) > before) this.#grid?.resize();
  }

  #bring(part: "looks" | "template" | undefined): void {
    const found = (more: Parts): void => {
      this.#parts = { ...this.#parts, ...more };
      this.#measured = false;
      if (this.hasUpdated) this.requestUpdate();
    };
    if (part === "looks" && this.#parts.looksOf === undefined) {
      void import("./looks.js").then(found, () => undefined);
    } else if (part === "template" && this.#parts.fillTemplate === undefined) {
      void import("./template.js").then(found, () => undefined);
    }
  }

  // What changes

  protected override changed(change: ModelChange): void {
    const silent = change.kind === "set" && ["name", "tags"].includes(change.field);
    if (!silent) this.requestUpdate();
  }

  #heard(model: Model, change: ModelChange): void {
    const source = this.source;
    if (model === source) {
      if (change.kind === "set" && change.field !== "data") {
        this.requestUpdate();
        return;
      }
      const data = source.get("data");
      this.#data = isRecord(data) ? (data as Columns) : {};
      this.#pending.clear();
      this.#fits = false;
      if (change.kind === "stream") this.#opened?.moved(change.dropped);
      // Rows that have other numbers now are sorted at once, however long it takes.
      if (change.kind === "stream" && change.dropped > 0) this.#rest = 0;
      const same = change.kind === "patch" && !this.#sorting.cares(change.columns);
      const view = reference(this.model, "view");
      this.#stale ||= !same || (view !== undefined && !isEverything(view));
      this.#later();
    } else if (source !== undefined && model === reference(source, "selected")) {
      const news = this.selection.read(source);
      this.#later();
      if (news) this.#revealSelection();
    } else {
      this.requestUpdate();
    }
  }

  /** Draw in the next frame, however much comes until then. */
  #later(): void {
    if (this.#drawing !== 0) return;
    this.#drawing = requestAnimationFrame(() => {
      this.#drawing = 0;
      // Rows that take long to sort are not sorted at every change.
      const wait = this.#stale ? this.#rest - performance.now() : 0;
      if (wait <= 0) this.#draw(false);
      else {
        setTimeout(() => {
          this.#later();
        }, wait);
      }
    });
  }

  #draw(anew: boolean): void {
    if (this.#stale) {
      this.#stale = false;
      const begun = performance.now();
      const sorted = this.#sorting.order(reference(this.model, "view"), this.#data);
      this.order = this.arrangeRows(sorted, this.#data);
      const now = performance.now();
      this.#rest = now - begun > 16 ? now + 3 * (now - begun) : 0;
    }
    if (!this.#measured && this.order.length > 0) {
      this.#measured = true;
      this.#arrange();
      anew = true;
    } else if (!anew) {
      // Columns of the source are other objects after some changes.
      this.columns = this.columns.map((column) => refreshed(column, this.#look));
      if (!this.#fits && this.#mode.startsWith("fit_")) this.#widen();
    }
    this.#fits = true;
    const { active } = this;
    if (active !== undefined && active.row >= this.order.length) active.row = this.order.length - 1;
    this.renderRoot.querySelector(".empty")?.toggleAttribute("hidden", this.order.length > 0);
    if (anew) this.#grid?.build();
    else this.#grid?.refresh();
    this.#markAll();
    this.#opened?.follow();
  }

  #markHead(): void {
    for (const [at, column] of this.columns.entries()) {
      const cell = this.#grid?.cell({ row: -1, column: at });
      if (cell !== undefined) this.#sorting.mark(cell, column.model ?? "index");
    }
  }

  /** Show in the head whether all rows are selected. */
  #markAll(): void {
    this.#markHead();
    const at = this.columns.findIndex(({ kind }) => kind === "check");
    const cell = this.#grid?.cell({ row: -1, column: at });
    if (at < 0 || cell === undefined) return;
    const all = this.selection.covers(this.order);
    cell.classList.toggle("on", all);
    cell.classList.toggle("some", !all && this.selection.size > 0);
  }

  #revealSelection(): void {
    const grid = this.#grid;
    if (!flag(this.model, "scroll_to_selection", true) || this.selection.size === 0) return;
    requestAnimationFrame(() => {
      const first = this.selection.first(this.order);
      if (grid === undefined || first < 0) return;
      const rows = this.selection.shown(this.order);
      if (!rows.some((row) => grid.sees(this.order.placeOf(row)))) grid.reveal(first);
    });
  }
}

register("docsync-table", TableElement, "DataTable");
