/** What people do to a table: with keys, with the pointer, and by copying. */
import type { Model } from "../../model/types.js";
import { keyOn } from "../mirrored.js";
import { flag, reference } from "../field.js";
import { plain } from "../format.js";
import { holdsNumbers } from "./cells.js";
import { editorFor, edits } from "./editors.js";
import type { ColumnView, Grid, GridHost, Place } from "./grid.js";
import type { Header } from "./header.js";
import type { Opened } from "./opened.js";
import { cellOf } from "./rows.js";
import type { RowSelection } from "./selection.js";

/** What actions need of the table. */
export interface ActionHost extends GridHost {
  active: Place | undefined;
  readonly model: Model;
  readonly source: Model | undefined;
  readonly selection: RowSelection;
  /** Whether rows can be selected, and more than one. */
  readonly selects: boolean;
  readonly several: boolean;
  /** Sort by a column, beside those that one sorts by already, or not at all. */
  sortBy(column: number, how: "only" | "also" | "none"): void;
  widen(column: number, width: number | undefined): void;
  move(column: number, before: number): void;
  save(row: number, column: ColumnView, value: unknown): void;
  /** Open or close a group of rows. */
  toggle(group: number): void;
  /** Let a key open or close a group, or go to the one around; returns the row to go to. */
  turn?(key: string, place: Readonly<Place>): number | undefined;
  tell(words: string): void;
}

/** So many rows are copied at a time. */
const MOST_COPIED = 100_000;
const WIDER = 20;

export class Actions {
  constructor(
    private readonly host: ActionHost,
    private readonly grid: Grid,
    private readonly header: Header,
    private readonly opened: Opened,
  ) {}

  // Keys

  readonly focus = (): void => {
    this.host.active ??= { row: this.host.order.length > 0 ? 0 : -1, column: 0 };
    this.grid.draw();
  };

  readonly key = (event: KeyboardEvent): void => {
    const { host } = this;
    if (event.target !== this.grid.scroller || flag(host.model, "disabled")) return;
    const { active } = host;
    if (active === undefined || event.isComposing) return;
    const handled = active.row < 0 ? this.#headKey(event, active) : this.#cellKey(event, active);
    if (handled || this.#moveKey(event, active)) event.preventDefault();
  };

  #moveKey(event: KeyboardEvent, active: Place): boolean {
    const { host, grid } = this;
    const last = { row: host.order.length - 1, column: host.columns.length - 1 };
    const jump = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    const ends = active.row < 0 ? -1 : 0;
    const steps: Readonly<Record<string, Place | undefined>> = {
      ArrowDown: { row: jump ? last.row : active.row + 1, column: active.column },
      ArrowUp: { row: jump ? ends : active.row - 1, column: active.column },
      ArrowLeft: { row: active.row, column: jump ? 0 : active.column - 1 },
      ArrowRight: { row: active.row, column: jump ? last.column : active.column + 1 },
      PageDown: { row: active.row + grid.page, column: active.column },
      PageUp: { row: Math.max(active.row - grid.page, ends), column: active.column },
      Home: { row: jump ? 0 : active.row, column: 0 },
      End: { row: jump ? last.row : active.row, column: last.column },
    };
    const to = steps[keyOn(grid.scroller, event)];
    if (to === undefined) return false;
    const top = host.headed ? -1 : 0;
    to.row = Math.min(Math.max(to.row, top), last.row);
    to.column = Math.min(Math.max(to.column, 0), last.column);
    const moved = to.row !== active.row;
    this.go(to);
    const vertical = moved && to.row >= 0 && active.row >= 0;
    if (event.shiftKey && vertical && host.selects && host.source !== undefined) {
      const { source } = host;
      host.selection.pick(source, host.order, to.row, {
        toggle: false,
        extend: true,
        several: host.several,
      });
      this.grid.draw();
    }
    return true;
  }

  /** Make a cell the one that keys are for, in sight. */
  go(to: Place): void {
    this.host.active = to;
    this.grid.reveal(to.row, to.column);
    this.grid.draw();
  }

  #headKey(event: KeyboardEvent, { column }: Place): boolean {
    const { host } = this;
    const view = host.columns[column];
    if (view === undefined) return false;
    const key = keyOn(this.grid.scroller, event);
    const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (event.key === "Enter" || event.key === " ") {
      if (view.kind === "check") this.#selectAll(!host.selection.covers(host.order));
      else if (view.sortable)
        host.sortBy(column, event.ctrlKey ? "none" : event.shiftKey ? "also" : "only");
      return true;
    }
    if (way === 0 || view.kind === "check") return false;
    if (event.shiftKey) {
      const width = this.grid.cell({ row: -1, column })?.offsetWidth ?? view.width;
      host.widen(column, width + way * WIDER);
      this.grid.reveal(-1, column);
      return true;
    }
    if (!event.altKey) return false;
    const target = column + way;
    if (!flag(host.model, "reorderable", true) || host.columns[target] === undefined) return true;
    host.active = { row: -1, column: target };
    host.move(column, way > 0 ? column + 2 : column - 1);
    this.grid.reveal(-1, target);
    return true;
  }

  #cellKey(event: KeyboardEvent, active: Place): boolean {
    const { host } = this;
    const control = event.ctrlKey || event.metaKey;
    const row = host.order.at(active.row);
    const alone = !control && !event.altKey && !event.shiftKey;
    const to = alone ? host.turn?.(keyOn(this.grid.scroller, event), active) : undefined;
    if (to !== undefined) {
      this.go({ row: to, column: active.column });
      return true;
    }
    if (row < 0) {
      if (event.key !== "Enter" && event.key !== " ") return false;
      host.toggle(row);
      return true;
    }
    if (control && event.key.toLowerCase() === "a") {
      if (host.several) this.#selectAll(true);
      return true;
    }
    if (event.key === "Enter" || event.key === "F2") return this.edit(active);
    if (event.key === " ") {
      if (host.selects) this.#select(active.row, true, event.shiftKey);
      return true;
    }
    const printable = event.key.length === 1 && !control && !event.altKey;
    return printable && this.edit(active, event.key);
  }

  // The pointer

  readonly pointerDown = (event: PointerEvent): void => {
    const place = this.grid.placeOf(event);
    if (place?.row === -1) this.header.down(event, place.column);
  };

  readonly click = (event: MouseEvent): void => {
    const { host } = this;
    const place = this.grid.placeOf(event);
    if (place === undefined || this.header.dragged || flag(host.model, "disabled")) {
      this.header.dragged = false;
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    const column = host.columns[place.column];
    host.active = place;
    if (place.row < 0) {
      if (column?.kind === "check") this.#selectAll(!host.selection.covers(host.order));
      else if (column?.sortable === true) {
        host.sortBy(place.column, control ? "none" : event.shiftKey ? "also" : "only");
      }
      this.grid.draw();
      return;
    }
    const row = host.order.at(place.row);
    const boxes = host.model.get("selectable") === "checkbox";
    if (row < 0) host.toggle(row);
    else if (boxes ? column?.kind === "check" || event.shiftKey : host.selects) {
      this.#select(place.row, boxes || control, event.shiftKey);
    }
    this.grid.draw();
    if (flag(host.model, "auto_edit")) this.edit(place);
  };

  readonly doubleClick = (event: MouseEvent): void => {
    const place = this.grid.placeOf(event);
    if (place === undefined || place.row < 0 || flag(this.host.model, "disabled")) return;
    this.edit(place);
  };

  /** Show what does not fit into a cell. */
  readonly over = (event: Event): void => {
    const place = this.grid.placeOf(event);
    const cell = place === undefined || place.row < 0 ? undefined : this.grid.cell(place);
    if (cell === undefined) return;
    if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent;
    else cell.removeAttribute("title");
  };

  #select(place: number, toggle: boolean, extend: boolean): void {
    const { host } = this;
    if (host.source === undefined || !host.selects) return;
    const how = { toggle, extend, several: host.several };
    host.selection.pick(host.source, host.order, place, how);
    this.grid.draw();
  }

  #selectAll(on: boolean): void {
    const { host } = this;
    if (host.source === undefined || !host.selects || (on && !host.several)) return;
    host.selection.all(host.source, host.order, on);
    this.grid.draw();
  }

  // Editing

  /** Begin to edit a cell, if that is possible; with words, these replace what is in it. */
  edit(place: Place, words?: string): boolean {
    const { host } = this;
    const column = host.columns[place.column];
    const row = host.order.at(place.row);
    if (column?.model === undefined || row < 0) return false;
    const editor = reference(column.model, "editor");
    const disabled = flag(host.model, "disabled") || !flag(host.model, "editable");
    if (disabled || host.source === undefined || !edits(editor)) return false;
    const value = cellOf(column.values, row);
    if (editor?.type === "CheckboxEditor") {
      if (words === undefined) host.save(row, column, value !== true && value !== 1);
      return words === undefined;
    }
    if (typeof value === "object" && value !== null) {
      host.tell("Cells that hold lists cannot be edited here");
      return false;
    }
    this.go(place);
    const opening = {
      editor: editorFor(editor, value, column.values, holdsNumbers(column.values)),
      column,
      row,
      save: (where: number, what: unknown): void => {
        if (!Object.is(what, value)) host.save(where, column, what);
      },
      closed: (step: { readonly rows: number; readonly columns: number } | undefined): void => {
        this.#closed(step);
      },
      tell: (what: string): void => {
        host.tell(what);
      },
    };
    this.opened.open(opening, words);
    return true;
  }

  #closed(step: { readonly rows: number; readonly columns: number } | undefined): void {
    const { host } = this;
    // Whoever has gone elsewhere is left there.
    const root = this.grid.scroller.getRootNode() as ShadowRoot;
    if (step === undefined && root.activeElement !== null) return;
    this.grid.scroller.focus({ preventScroll: true });
    const { active } = host;
    if (active === undefined || step === undefined) return;
    const row = Math.min(active.row + step.rows, host.order.length - 1);
    const column = Math.min(Math.max(active.column + step.columns, 0), host.columns.length - 1);
    this.go({ row, column });
  }

  // Copying

  readonly copy = (event: ClipboardEvent): void => {
    const { host } = this;
    const { active } = host;
    if (event.clipboardData === null || event.composedPath()[0] !== this.grid.scroller) return;
    const rows = host.selection.shown(host.order).slice(0, MOST_COPIED);
    const cells = host.columns.filter(({ kind }) => kind === "cell");
    const words =
      rows.length > 0
        ? rows
            .map((row) => cells.map((column) => quoted(wordsOf(column, row))).join("\t"))
            .join("\n")
        : active === undefined || active.row < 0
          ? ""
          : this.#cellWords(active);
    if (words === "") return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", words);
    host.tell(rows.length > 1 ? `${rows.length} rows copied` : "Copied");
  };

  #cellWords({ row, column }: Place): string {
    const view = this.host.columns[column];
    const source = this.host.order.at(row);
    if (view === undefined || source < 0) return "";
    return view.kind === "index" ? String(source) : wordsOf(view, source);
  }
}

/** Return what a spreadsheet makes the most of: numbers with all their digits, the rest as it is shown. */
function wordsOf({ values, writer }: ColumnView, row: number): string {
  const value = cellOf(values, row);
  return writer.numeric && typeof value === "number" && !Number.isNaN(value)
    ? plain(value)
    : writer.words(value);
}

function quoted(words: string): string {
  return /["\t\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
