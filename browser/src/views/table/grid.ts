/** The part of a table that is in the page: the rows in sight, whatever their number. */
import type { Column, Model } from "../../model/types.js";
import { isMirrored } from "../mirrored.js";
import type { Writer } from "./cells.js";
import type { RowOrder } from "./rows.js";
import { cellOf } from "./rows.js";

/** One column of a table as it is shown. */
export interface ColumnView {
  readonly kind: "cell" | "check" | "index";
  /** The model of a column of cells. */
  readonly model: Model | undefined;
  readonly field: string;
  readonly title: string;
  readonly sortable: boolean;
  readonly values: Column | undefined;
  readonly writer: Writer;
  /** In CSS pixels, or a share where columns share the table's width. */
  width: number;
  /** How narrow it may become. */
  least: number;
  /** Whether its author has chosen a width in which words and usual margins have no room. */
  tight?: boolean;
}

/** What a grid asks whoever owns it. */
export interface GridHost {
  readonly order: RowOrder;
  readonly columns: readonly ColumnView[];
  readonly rowHeight: number;
  /** How many columns on the left, rows at the top and rows at the bottom stay in sight. */
  readonly frozen: { readonly columns: number; readonly top: number; readonly bottom: number };
  readonly headed: boolean;
  /** Whether all columns have widths in pixels. */
  readonly exact: boolean;
  /** Where the keyboard is: a place among the rows, -1 for the head, and a column. */
  readonly active: Readonly<Place> | undefined;
  isSelected(row: number): boolean;
  /** What is to be in a cell when the server agrees; nothing if that is what is in it. */
  pending(row: number, field: string): { readonly value: unknown } | undefined;
  /** Dress a row that is none of the source. */
  fillGroup?(group: number, cells: readonly HTMLElement[]): void;
  /** Dress a row of either kind. */
  dressRow?(row: HTMLElement, source: number): void;
  /** Dress the head, which is made anew with the columns. */
  fillHead(cells: readonly HTMLElement[]): void;
}

/** A cell: a place among the rows, -1 for the head, and a column. */
export interface Place {
  row: number;
  column: number;
}

/** A part of what surrounds the scroller, in CSS pixels. */
export interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

interface RowView {
  readonly element: HTMLElement;
  readonly cells: readonly { readonly element: HTMLElement; readonly words: Text }[];
  place: number;
}

/** Browsers give up beyond this height; more rows are scrolled in proportion. */
const TALLEST = 12_000_000;
/** How many rows are made beyond those in sight, so that fast scrolling shows no gap. */
const BEYOND = 6;
const HEAD_HEIGHT = 32;

let grids = 0;

export class Grid {
  readonly scroller: HTMLElement;
  readonly head: HTMLElement;
  readonly #body: HTMLElement;
  readonly #window: HTMLElement;
  readonly #pinned: readonly [HTMLElement, HTMLElement];
  readonly #places = new WeakMap<Element, readonly [RowView | undefined, number]>();
  readonly #id = `grid${(grids += 1)}`;
  #rows: RowView[] = [];
  #fixed: [RowView[], RowView[]] = [[], []];
  #headCells: HTMLElement[] = [];
  /** How far down the rows are, in CSS pixels as if browsers knew no limit. */
  #down = 0;
  #shown: readonly ColumnView[] = [];

  constructor(
    readonly host: GridHost,
    root: ParentNode,
  ) {
    const find = (name: string): HTMLElement => part(root, name);
    this.scroller = find("grid");
    this.head = find("head");
    this.#body = find("body");
    this.#window = find("window");
    this.#pinned = [find("first"), find("last")];
  }

  get headHeight(): number {
    return this.host.headed ? HEAD_HEIGHT : 0;
  }

  /** How many rows there are between those that stay in sight. */
  get #middle(): number {
    const { frozen, order } = this.host;
    return Math.max(order.length - frozen.top - frozen.bottom, 0);
  }

  /** How much of the middle is in sight. */
  get #room(): number {
    const { frozen, rowHeight } = this.host;
    const fixed = this.headHeight + (frozen.top + frozen.bottom) * rowHeight;
    return Math.max(this.scroller.clientHeight - fixed, rowHeight);
  }

  /** How many rows are in sight at a time. */
  get page(): number {
    return Math.max(Math.floor(this.#room / this.host.rowHeight), 1);
  }

  /** Make the columns anew: after columns came or went, changed places or ways to write. */
  build(): void {
    const { columns } = this.host;
    this.#shown = columns;
    for (const part of [this.#window, ...this.#pinned]) part.replaceChildren();
    this.#rows = [];
    this.#fixed = [[], []];
    this.scroller.setAttribute("aria-colcount", String(columns.length));
    const row = div("row", "row");
    row.setAttribute("aria-rowindex", "1");
    this.#headCells = columns.map((column, at) => {
      const cell = div("cell head-cell", "columnheader");
      this.#dressColumn(cell, column, at);
      this.#places.set(cell, [undefined, at]);
      return cell;
    });
    row.append(...this.#headCells);
    this.head.replaceChildren(row);
    this.head.classList.toggle("hidden", !this.host.headed);
    this.host.fillHead(this.#headCells);
    this.resize();
    this.draw();
  }

  /** Give the columns their widths. */
  resize(): void {
    const { columns, exact, rowHeight } = this.host;
    const { style } = this.scroller;
    const tracks = columns.map(({ kind, width, least }) =>
      exact || kind !== "cell" ? `${width}px` : `minmax(${least}px, ${width}fr)`,
    );
    const total = columns.reduce(
      (sum, { kind, width, least }) => sum + (exact || kind !== "cell" ? width : least),
      0,
    );
    style.setProperty("--_columns", tracks.join(" "));
    style.setProperty("--_row", `${rowHeight}px`);
    style.setProperty("--_head", `${this.headHeight}px`);
    for (const part of [this.head, this.#body, ...this.#pinned]) {
      part.style.inlineSize = `max(100%, ${total}px)`;
    }
    this.stick();
  }

  /** Keep frozen columns where they are when others are scrolled. */
  stick(): void {
    const { frozen } = this.host;
    const rows = [
      this.#headCells,
      ...this.#allRows().map(({ cells }) => cells.map((cell) => cell.element)),
    ];
    let left = 0;
    for (const [at, cell] of this.#headCells.entries()) {
      const stuck = at < frozen.columns;
      for (const cells of rows) {
        const style = cells[at]?.style;
        if (style !== undefined) style.insetInlineStart = stuck ? `${left}px` : "";
      }
      if (stuck) left += cell.offsetWidth;
    }
  }

  /** Take over where the scroller is, after somebody has scrolled. */
  scrolled(): void {
    const { scrollTop } = this.scroller;
    // Where the place in the scroller is what this one has set, it stays as exact as it was set.
    if (Math.abs(scrollTop - this.#down / this.#ratio) >= 1) this.#down = scrollTop * this.#ratio;
    this.draw();
  }

  /** Scroll by an exact distance where the scroller itself is too coarse; tell whether that was so. */
  wheel(distance: number): boolean {
    if (this.#ratio === 1) return false;
    this.#scrollTo(this.#down + distance);
    return true;
  }

  get #tall(): number {
    return this.#middle * this.host.rowHeight;
  }

  get #ratio(): number {
    const tall = this.#tall;
    if (tall <= TALLEST) return 1;
    return Math.max(tall - this.#room, 1) / Math.max(TALLEST - this.#room, 1);
  }

  #scrollTo(down: number): void {
    this.#down = Math.min(Math.max(down, 0), Math.max(this.#tall - this.#room, 0));
    this.scroller.scrollTop = this.#down / this.#ratio;
    this.draw();
  }

  /** Bring a row, and a column if there is one, into sight. */
  reveal(place: number, column?: number): void {
    const { frozen, order, rowHeight } = this.host;
    const middle = place - frozen.top;
    if (middle >= 0 && place < order.length - frozen.bottom) {
      const top = middle * rowHeight;
      if (top < this.#down) this.#scrollTo(top);
      else if (top + rowHeight > this.#down + this.#room)
        this.#scrollTo(top + rowHeight - this.#room);
    }
    const cell = column === undefined ? undefined : this.#headCells[column];
    if (cell === undefined || column === undefined || column < frozen.columns) return;
    const stuck = this.#headCells
      .slice(0, frozen.columns)
      .reduce((sum, one) => sum + one.offsetWidth, 0);
    const { scroller } = this;
    const box = cell.getBoundingClientRect();
    const left = scroller.getBoundingClientRect().left + scroller.clientLeft;
    const right = left + scroller.clientWidth;
    const [first, last] = isMirrored(scroller) ? [left, right - stuck] : [left + stuck, right];
    scroller.scrollLeft += Math.min(0, box.left - first) || Math.max(0, box.right - last);
  }

  /** Tell whether a row is in sight. */
  sees(place: number): boolean {
    const { frozen, order, rowHeight } = this.host;
    if (place < 0) return false;
    if (place < frozen.top || place >= order.length - frozen.bottom) return true;
    const top = (place - frozen.top) * rowHeight;
    return top >= this.#down - rowHeight / 2 && top + rowHeight / 2 <= this.#down + this.#room;
  }

  /** Write the same columns with other values. */
  refresh(): void {
    this.#shown = this.host.columns;
    this.draw();
  }

  /** Return where a cell is in what surrounds the scroller, if it is in sight. */
  boundsOf({ row, column }: Place): Bounds | undefined {
    const { frozen, order, rowHeight } = this.host;
    const cell = this.#headCells[column];
    if (cell === undefined || !this.sees(row)) return undefined;
    const { left } = this.scroller.getBoundingClientRect();
    const height = this.scroller.clientHeight;
    const fromEnd = order.length - row;
    const top =
      row < frozen.top
        ? this.headHeight + row * rowHeight
        : fromEnd <= frozen.bottom
          ? height - fromEnd * rowHeight
          : this.headHeight + row * rowHeight - this.#down;
    const at = cell.getBoundingClientRect();
    return { top, left: at.left - left, width: at.width, height: rowHeight };
  }

  /** Write what is in sight. */
  draw(): void {
    if (this.#shown !== this.host.columns) return;
    const { order, rowHeight, frozen } = this.host;
    const height = `${Math.min(this.#tall, TALLEST)}px`;
    if (this.#body.style.blockSize !== height) this.#body.style.blockSize = height;
    this.scroller.setAttribute("aria-rowcount", String(order.length + 1));
    this.#down = Math.min(this.#down, Math.max(this.#tall - this.#room, 0));
    // Even, so that rows keep their shade.
    const first = Math.max(Math.floor(this.#down / rowHeight) - BEYOND, 0) & ~1;
    const wanted = Math.ceil(this.#room / rowHeight) + 2 * BEYOND + 2;
    const count = Math.min(wanted, this.#middle - first);
    const shift = this.#ratio === 1 ? 0 : this.scroller.scrollTop - this.#down;
    this.#window.style.transform = `translateY(${first * rowHeight + shift}px)`;
    this.#fill(this.#rows, this.#window, Math.max(count, 0), first + frozen.top);
    this.#fill(this.#fixed[0], this.#pinned[0], Math.min(frozen.top, order.length), 0);
    const last = Math.min(frozen.bottom, Math.max(order.length - frozen.top, 0));
    this.#fill(this.#fixed[1], this.#pinned[1], last, order.length - last);
    this.#drawActive();
  }

  /** Return what a cell shows, if it is there. */
  cell({ row, column }: Place): HTMLElement | undefined {
    if (row < 0) return this.#headCells[column];
    return this.#allRows().find(({ place }) => place === row)?.cells[column]?.element;
  }

  /** Return the place of what was pointed at. */
  placeOf(event: Event): Place | undefined {
    for (const target of event.composedPath()) {
      const found = target instanceof Element ? this.#places.get(target) : undefined;
      if (found !== undefined) return { row: found[0]?.place ?? -1, column: found[1] };
    }
    return undefined;
  }

  #allRows(): RowView[] {
    return [...this.#rows, ...this.#fixed[0], ...this.#fixed[1]];
  }

  #fill(rows: RowView[], parent: HTMLElement, count: number, first: number): void {
    const before = rows.length;
    while (rows.length < count) {
      const row = this.#makeRow();
      rows.push(row);
      parent.append(row.element);
    }
    for (const { element } of rows.splice(count)) element.remove();
    for (const [at, row] of rows.entries()) this.#write(row, first + at);
    if (rows.length > before) this.stick();
  }

  #makeRow(): RowView {
    const element = div("row", "row");
    const cells = this.host.columns.map((column, at) => {
      const cell = div("cell", "gridcell");
      this.#dressColumn(cell, column, at);
      const words = document.createTextNode("");
      cell.append(words);
      return { element: cell, words };
    });
    const row: RowView = { element, cells, place: -1 };
    for (const [at, cell] of cells.entries()) {
      this.#places.set(cell.element, [row, at]);
      element.append(cell.element);
      if (this.host.columns[at]?.kind === "check") cell.element.replaceChildren(box());
    }
    return row;
  }

  #dressColumn(cell: HTMLElement, column: ColumnView, at: number): void {
    const { frozen } = this.host;
    cell.setAttribute("aria-colindex", String(at + 1));
    cell.classList.toggle("number", column.writer.numeric);
    cell.classList.toggle("index", column.kind === "index");
    cell.classList.toggle("tight", column.tight === true);
    cell.classList.toggle("check", column.kind === "check");
    cell.classList.toggle("stuck", at < frozen.columns);
    cell.classList.toggle("edge", at === frozen.columns - 1);
  }

  #write(row: RowView, place: number): void {
    const { host } = this;
    const source = host.order.at(place);
    const { element, cells } = row;
    if (row.place !== place) {
      row.place = place;
      element.setAttribute("aria-rowindex", String(place + 2));
      element.classList.toggle("odd", place % 2 === 1);
    }
    const isGroup = source < 0;
    element.classList.toggle("group", isGroup);
    const selected = !isGroup && host.isSelected(source);
    element.classList.toggle("selected", selected);
    element.setAttribute("aria-selected", String(selected));
    host.dressRow?.(element, source);
    if (isGroup) {
      host.fillGroup?.(
        source,
        cells.map((cell) => cell.element),
      );
      return;
    }
    for (const [at, column] of host.columns.entries()) {
      const cell = cells[at];
      if (cell === undefined) continue;
      if (column.kind === "check") {
        cell.element.classList.toggle("on", selected);
        continue;
      }
      if (column.kind === "index") {
        say(cell, String(source));
        continue;
      }
      const pending = host.pending(source, column.field);
      const value = pending === undefined ? cellOf(column.values, source) : pending.value;
      cell.element.classList.toggle("pending", pending !== undefined);
      const { writer } = column;
      if (writer.fill === undefined) say(cell, writer.words(value));
      else writer.fill(cell.element, value, source);
      writer.dress(cell.element, source);
    }
  }

  #drawActive(): void {
    const { active } = this.host;
    const cell = active === undefined ? undefined : this.cell(active);
    const before = this.scroller.querySelector(".active");
    if (before !== null && before !== cell) {
      before.classList.remove("active");
      before.removeAttribute("id");
    }
    if (active === undefined || cell === undefined) {
      this.scroller.removeAttribute("aria-activedescendant");
      return;
    }
    cell.classList.add("active");
    // With its place in it, so that the next row is another one even if the same element shows it.
    cell.id = `${this.#id}-${active.row}-${active.column}`;
    this.scroller.setAttribute("aria-activedescendant", cell.id);
  }
}

function say(cell: RowView["cells"][number], words: string): void {
  if (cell.words.parentNode === null) cell.element.replaceChildren(cell.words);
  if (cell.words.data !== words) cell.words.data = words;
}

/** Make the box of a row that can be checked. */
export function box(): HTMLElement {
  const element = document.createElement("span");
  element.className = "box";
  return element;
}

function div(name: string, role: string): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  element.setAttribute("role", role);
  return element;
}

/** Return the part of a template with a class; there always is one. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`.${name}`);
  if (found === null) throw new Error(`the template has no .${name}`);
  return found;
}
