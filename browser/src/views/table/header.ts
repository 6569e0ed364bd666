/** The head of a table: columns are dragged wider, and to other places. */
import { isMirrored } from "../mirrored.js";
import type { Grid } from "./grid.js";

/** What becomes of the columns. */
export interface HeaderHost {
  readonly reorderable: boolean;
  /** Give a column a width in CSS pixels; without one, that of what is in it. */
  widen(column: number, width: number | undefined): void;
  /** Put a column before another one, or at the end. */
  move(column: number, before: number): void;
}

/** How far the pointer goes before it drags. */
const SLACK = 5;

/** Hears the pointer on the heads of the columns. */
export class Header {
  /** Whether the pointer has just dragged, so that the click that follows means nothing. */
  dragged = false;

  constructor(
    private readonly grid: Grid,
    private readonly host: HeaderHost,
  ) {}

  /** Make what a column is dragged wider by. */
  makeGrip(cell: HTMLElement, column: number): HTMLElement {
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.addEventListener("click", (event) => {
      event.stopPropagation();
    });
    grip.addEventListener("dblclick", (event) => {
      event.stopPropagation();
      this.host.widen(column, undefined);
    });
    grip.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      const width = cell.offsetWidth;
      const from = event.clientX;
      const way = isMirrored(cell) ? -1 : 1;
      follow(grip, event.pointerId, (at) => {
        this.host.widen(column, width + way * (at.clientX - from));
      });
    });
    return grip;
  }

  /** Begin to drag a column to another place, if the pointer goes far enough. */
  down(event: PointerEvent, column: number): void {
    this.dragged = false;
    const cell = this.grid.cell({ row: -1, column });
    if (!this.host.reorderable || event.button !== 0 || cell === undefined) return;
    if (event.pointerType === "touch") return;
    const from = event.clientX;
    const marker = document.createElement("div");
    marker.className = "marker";
    let target = column;
    const move = (at: PointerEvent): void => {
      if (!this.dragged && Math.abs(at.clientX - from) < SLACK) return;
      this.dragged = true;
      if (!marker.isConnected) {
        cell.classList.add("dragged");
        this.grid.head.append(marker);
      }
      target = this.#place(at.clientX);
      marker.style.left = `${this.#edge(target) - 1}px`;
    };
    follow(cell, event.pointerId, move, (done) => {
      cell.classList.remove("dragged");
      marker.remove();
      if (done && this.dragged && target !== column && target !== column + 1) {
        this.host.move(column, target);
      }
    });
  }

  /** Return the column before which something would come to stand. */
  #place(x: number): number {
    const cells = this.#cells();
    const mirrored = isMirrored(this.grid.head);
    const found = cells.findIndex((cell) => {
      const { left, width } = cell.getBoundingClientRect();
      return x < left + width / 2 !== mirrored;
    });
    return found < 0 ? cells.length : found;
  }

  #edge(place: number): number {
    const cells = this.#cells();
    const cell = cells[place] ?? cells.at(-1);
    if (cell === undefined) return 0;
    // Where it begins, or where the last one ends.
    const begins = isMirrored(cell) !== place < cells.length;
    return cell.offsetLeft + (begins ? 0 : cell.offsetWidth);
  }

  #cells(): HTMLElement[] {
    return [...this.grid.head.querySelectorAll<HTMLElement>(".head-cell")];
  }
}

/** Follow the pointer until it is lifted; Escape ends that, too. */
function follow(
  element: HTMLElement,
  pointer: number,
  move: (event: PointerEvent) => void,
  end: (done: boolean) => void = () => undefined,
): void {
  const over = new AbortController();
  const { signal } = over;
  const finish = (done: boolean) => (): void => {
    over.abort();
    end(done);
  };
  element.setPointerCapture(pointer);
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", finish(true), { signal });
  element.addEventListener("pointercancel", finish(false), { signal });
  const cancel = finish(false);
  element.ownerDocument.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") cancel();
    },
    { signal },
  );
}
