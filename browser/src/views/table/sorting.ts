/** Which rows of a source a table shows, and in which order. */
import type { Columns, Model } from "../../model/types.js";
import type * as Filters from "./filters.js";
import { flag, reference, text } from "../field.js";
import type { SortKey } from "./rows.js";
import { RowOrder, allRows, sortRows } from "./rows.js";

/** A column: that of a model, the numbers of rows, or the boxes before them. */
export type Key = Model | "check" | "index";

/** A column that rows are sorted by. */
export interface Sort {
  readonly key: Key;
  readonly descending: boolean;
}

/** Puts rows in order, and knows by what. */
export class Sorting {
  #sorts: readonly Sort[] = [];
  #filters: typeof Filters | undefined;
  readonly #comparers = new Map<Model, SortKey["compare"]>();

  /** `ready` is called when there is code that the order depends on. */
  constructor(private readonly ready: () => void) {}

  /** Sort by a column, the other way if it is that already; beside others, or by none at all. */
  turn(key: Key, how: "only" | "also" | "none"): void {
    const before = this.#sorts.find((sort) => sort.key === key);
    const falls = typeof key !== "string" && text(key, "default_sort") === "descending";
    const sort = { key, descending: before === undefined ? falls : !before.descending };
    if (how === "none") this.#sorts = [];
    else if (how === "only") this.#sorts = [sort];
    else if (before === undefined) this.#sorts = [...this.#sorts, sort];
    else this.#sorts = this.#sorts.map((one) => (one === before ? sort : one));
  }

  /** Tell whether the order depends on one of these columns of the source. */
  cares(fields: readonly string[]): boolean {
    return this.#sorts.some(
      ({ key }) => typeof key !== "string" && fields.includes(text(key, "field")),
    );
  }

  /** Say how a column sorts the rows. */
  words(key: Key): string {
    const sort = this.#sorts.find((one) => one.key === key);
    if (sort === undefined) return "not sorted";
    return sort.descending ? "sorted, greatest first" : "sorted, least first";
  }

  /** Mark the head of a column with what it does. */
  mark(cell: HTMLElement, key: Key): void {
    const at = this.#sorts.findIndex((sort) => sort.key === key);
    const sort = this.#sorts[at];
    cell.removeAttribute("data-order");
    if (sort === undefined) {
      cell.removeAttribute("aria-sort");
      return;
    }
    cell.setAttribute("aria-sort", sort.descending ? "descending" : "ascending");
    if (this.#sorts.length > 1) cell.setAttribute("data-order", String(at + 1));
  }

  /** Return every model that a view depends on. */
  viewed(view: Model): Iterable<Model> {
    if (!isEverything(view)) this.#bringFilters();
    return this.#filters?.modelsOf(view) ?? [view];
  }

  /** Return the rows that a view takes, sorted. */
  order(view: Model | undefined, data: Columns): RowOrder {
    const length = lengthOf(data);
    const chosen =
      view === undefined || isEverything(view)
        ? undefined
        : this.#filters?.rowsOf(view, data, length);
    if (chosen === undefined && this.#sorts.length === 0) return new RowOrder(length);
    const rows = chosen === undefined ? allRows(length) : Int32Array.from(chosen);
    return new RowOrder(length, this.#sorted(rows, data));
  }

  #sorted(rows: Int32Array, data: Columns): Int32Array {
    const keys: SortKey[] = [];
    for (const { key, descending } of this.#sorts) {
      if (typeof key === "string") {
        // No two rows have the same number, so nothing can come after it.
        keys.push({ column: allRows(lengthOf(data)), descending });
        continue;
      }
      const sorter = reference(key, "sorter");
      const first = sorter !== undefined && flag(sorter, "ascending_first");
      keys.push({
        column: data[text(key, "field")],
        descending,
        compare: sorter?.type === "CustomJSCompare" ? this.#compareOf(sorter) : undefined,
        missing: sorter?.type === "NanCompare" ? (first ? "first" : "last") : undefined,
      });
    }
    return sortRows(rows, keys);
  }

  #compareOf(sorter: Model): SortKey["compare"] {
    if (!this.#comparers.has(sorter)) {
      this.#comparers.set(sorter, undefined);
      import("./compare.js").then(
        ({ compile }) => {
          this.#comparers.set(sorter, compile(sorter));
          this.ready();
        },
        () => undefined,
      );
    }
    return this.#comparers.get(sorter);
  }

  #bringFilters(): void {
    if (this.#filters !== undefined) return;
    import("./filters.js").then(
      (filters) => {
        this.#filters = filters;
        this.ready();
      },
      () => undefined,
    );
  }
}

/** Tell whether a view takes all rows. */
export function isEverything(view: Model): boolean {
  const filter = reference(view, "filter");
  return filter === undefined || filter.type === "AllIndices";
}

function lengthOf(columns: Columns): number {
  const lengths = Object.values(columns).map((column) => column.length);
  return lengths.length === 0 ? 0 : Math.min(...lengths);
}
