/** Which rows of a table are selected: what its source says, and what people do about it. */
import type { Model } from "../../model/types.js";
import { list, reference } from "../field.js";
import type { RowOrder } from "./rows.js";

/** The rows of a source that are selected. */
export class RowSelection {
  #rows: ReadonlySet<number> = new Set();
  /** From where keys and clicks with shift select. */
  #anchor = 0;
  #own: unknown;

  /** Read what the source says; tell whether that is news from elsewhere. */
  read(source: Model | undefined): boolean {
    const model = source === undefined ? undefined : reference(source, "selected");
    const indices = model?.get("indices");
    const rows = model === undefined ? [] : list(model, "indices");
    const typed = ArrayBuffer.isView(indices) ? Array.from(indices as Int32Array) : rows;
    this.#rows = new Set(typed.filter((row): row is number => typeof row === "number"));
    return this.#rows.size > 0 && indices !== this.#own;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(row: number): boolean {
    return this.#rows.has(row);
  }

  /** Return the selected rows that are shown, from top to bottom. */
  shown(order: RowOrder): number[] {
    const places = [...this.#rows].map((row) => order.placeOf(row)).filter((place) => place >= 0);
    return places.sort((first, second) => first - second).map((place) => order.at(place));
  }

  /** Return the uppermost place of a selected row, or -1. */
  first(order: RowOrder): number {
    let first = -1;
    for (const row of this.#rows) {
      const place = order.placeOf(row);
      if (place >= 0 && (first < 0 || place < first)) first = place;
    }
    return first;
  }

  /** Tell whether all rows that are shown are selected. */
  covers(order: RowOrder): boolean {
    if (this.#rows.size === 0) return false;
    let any = false;
    for (let place = 0; place < order.length; place += 1) {
      const row = order.at(place);
      if (row < 0) continue;
      if (!this.#rows.has(row)) return false;
      any = true;
    }
    return any;
  }

  /** Select a row alone; with `toggle` beside the others or no more, with `extend` all from the last one on. */
  pick(
    source: Model,
    order: RowOrder,
    place: number,
    how: { readonly toggle: boolean; readonly extend: boolean; readonly several: boolean },
  ): void {
    const row = order.at(place);
    const { several } = how;
    if (how.extend && several) {
      const [from, to] = [Math.min(this.#anchor, place), Math.max(this.#anchor, place)];
      const span = Array.from({ length: to - from + 1 }, (_, at) => order.at(from + at));
      this.#set(source, how.toggle ? [...this.#rows, ...span] : span);
      return;
    }
    this.#anchor = place;
    if (row < 0) return;
    if (!how.toggle) this.#set(source, [row]);
    else if (this.has(row))
      this.#set(
        source,
        [...this.#rows].filter((other) => other !== row),
      );
    else this.#set(source, several ? [...this.#rows, row] : [row]);
  }

  /** Select every row that is shown, or none. */
  all(source: Model, order: RowOrder, on: boolean): void {
    this.#set(
      source,
      on ? Array.from({ length: order.length }, (_, place) => order.at(place)) : [],
    );
  }

  #set(source: Model, rows: Iterable<number>): void {
    const wanted = new Set<number>();
    for (const row of rows) if (row >= 0) wanted.add(row);
    if (wanted.size === this.#rows.size && [...wanted].every((row) => this.#rows.has(row))) return;
    const indices = [...wanted].sort((first, second) => first - second);
    const model = reference(source, "selected");
    model?.set("indices", indices);
    this.#own = model?.get("indices");
    this.#rows = wanted;
  }
}
