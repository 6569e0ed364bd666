/** The editor that is open over a cell. */
import type { Editor } from "./editors.js";
import type { ColumnView, Grid } from "./grid.js";

/** What becomes of what was entered. */
export interface Opening {
  readonly editor: Editor;
  readonly column: ColumnView;
  /** The row of the source, which may move while somebody edits. */
  row: number;
  save(row: number, value: unknown): void;
  /** Called when it is over; `step` says to which cell to go on. */
  closed(step: { readonly rows: number; readonly columns: number } | undefined): void;
  /** Tell somebody who does not see it. */
  tell(words: string): void;
}

let openings = 0;

/** Keeps an editor over its cell, and asks it for a value. */
export class Opened {
  #now: (Opening & { readonly holder: HTMLElement }) | undefined;

  constructor(
    private readonly grid: Grid,
    private readonly frame: HTMLElement,
  ) {}

  get isOpen(): boolean {
    return this.#now !== undefined;
  }

  /** Open an editor; with words, these replace what it holds. */
  open(opening: Opening, words?: string): void {
    this.close();
    const { control } = opening.editor;
    const holder = document.createElement("div");
    holder.className = "editor";
    control.classList.add("field");
    control.setAttribute("aria-label", opening.column.title || "Cell");
    holder.append(control);
    this.#now = { ...opening, holder };
    this.frame.append(holder);
    this.follow();
    control.addEventListener("keydown", (event) => {
      this.#onKey(event as KeyboardEvent);
    });
    control.addEventListener("input", () => {
      this.#say(undefined);
    });
    control.addEventListener("blur", () => {
      this.#leave();
    });
    if (control instanceof HTMLSelectElement) {
      control.addEventListener("change", () => {
        this.#finish({ rows: 0, columns: 0 });
      });
    }
    control.focus({ preventScroll: true });
    if (control instanceof HTMLSelectElement) return;
    if (words === undefined) control.select();
    else if (control.type === "text" || control.type === "textarea") control.value = words;
  }

  /** Put the editor where its cell is now. */
  follow(): void {
    const now = this.#now;
    if (now === undefined) return;
    const { host } = this.grid;
    const place = host.order.placeOf(now.row);
    const column = host.columns.findIndex(({ model }) => model === now.column.model);
    const bounds = this.grid.boundsOf({ row: place, column });
    const { style } = now.holder;
    style.visibility = bounds === undefined ? "hidden" : "";
    if (bounds === undefined) return;
    const room = this.frame.clientWidth;
    const width = Math.min(Math.max(bounds.width, 110), room);
    const { control } = now.editor;
    control.style.blockSize = control.localName === "textarea" ? "" : `${bounds.height}px`;
    style.top = `${bounds.top}px`;
    style.left = `${Math.max(Math.min(bounds.left, room - width), 0)}px`;
    style.width = `${width}px`;
    now.holder.classList.toggle("low", bounds.top + bounds.height + 40 > this.frame.clientHeight);
  }

  /** Rows were dropped from the top of the source. */
  moved(dropped: number): void {
    const now = this.#now;
    if (now === undefined || dropped === 0) return;
    now.row -= dropped;
    if (now.row >= 0) return;
    now.tell("The row is not there any more; nothing was changed");
    this.close();
  }

  /** Close it, and forget what was entered. */
  close(): void {
    const now = this.#now;
    this.#now = undefined;
    now?.holder.remove();
    if (now !== undefined) now.closed(undefined);
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const lines = this.#now?.editor.control.localName === "textarea";
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !(lines && event.shiftKey)) {
      event.preventDefault();
      this.#finish({ rows: 1, columns: 0 });
    } else if (event.key === "Tab") {
      event.preventDefault();
      this.#finish({ rows: 0, columns: event.shiftKey ? -1 : 1 });
    }
  }

  #leave(): void {
    const entry = this.#now?.editor.read();
    if (entry === undefined) return;
    if ("reason" in entry) {
      this.#now?.tell(`${entry.reason}; nothing was changed`);
      this.close();
    } else {
      this.#finish(undefined);
    }
  }

  #finish(step: { readonly rows: number; readonly columns: number } | undefined): void {
    const now = this.#now;
    if (now === undefined) return;
    const entry = now.editor.read();
    if ("reason" in entry) {
      this.#say(entry.reason);
      return;
    }
    this.#now = undefined;
    now.holder.remove();
    now.save(now.row, entry.value);
    now.closed(step);
  }

  /** Say why what was entered is no value, or that nothing is wrong. */
  #say(reason: string | undefined): void {
    const now = this.#now;
    if (now === undefined) return;
    const { control } = now.editor;
    now.holder.querySelector(".reason")?.remove();
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
    if (reason === undefined) return;
    const words = document.createElement("div");
    words.className = now.holder.classList.contains("low") ? "reason above" : "reason";
    words.id = `reason${(openings += 1)}`;
    words.setAttribute("role", "alert");
    words.textContent = reason;
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", words.id);
    now.holder.append(words);
  }
}
