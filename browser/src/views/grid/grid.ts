/** Grids of models, and of figures with one bar for the tools of all. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { GRID_SCHEMA } from "../../model/grid_schema.js";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { arrange, placeholders } from "../arrange.js";
import { documentAround } from "../around.js";
import { ModelElement } from "../element.js";
import { isModel, isRecord, list, number, reference, references, text } from "../field.js";
import type { Hand } from "../figure/tools/hand.js";
import type { BarPlace } from "../figure/tools/bar.js";
import { ToolbarElement } from "../figure/tools/bar.js";
import { driven, kindOf } from "../figure/tools/kinds.js";
import type { ToolUser } from "../figure/tools/usage.js";
import { enlist } from "../figure/tools/usage.js";
import { holdFocus } from "../floating/press.js";
import { register } from "../registry.js";
import { lazily } from "../lazily.js";
import { linesOf } from "./lines.js";

const bringMenu = lazily(() => import("../floating/menu.js"));

/** A child, and the rows and columns that it takes. */
interface Cell {
  readonly model: Model;
  readonly row: number;
  readonly column: number;
  readonly tall: number;
  readonly wide: number;
}

class GridElement extends ModelElement implements ToolUser {
  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      :host {
        display: flex;
      }
      .around {
        display: flex;
        flex: 1 1 auto;
        flex-direction: column;
        min-inline-size: 0;
      }
      /* As wide as the figures, so that the bar ends where they end. */
      .around.snug {
        flex-grow: 0;
      }
      .around.left,
      .around.right {
        flex-direction: row;
      }
      /* Left is left on any page. */
      .around:is(.left, .right):dir(rtl) {
        flex-direction: row-reverse;
      }
      .grid {
        display: grid;
        flex: 1 1 auto;
        min-inline-size: 0;
        justify-content: start;
        align-content: start;
        overflow: var(--_spill, visible);
      }
      /* What goes on beyond an edge fades towards it. */
      .grid:is([data-before], [data-after]) {
        mask-image: linear-gradient(
          to right,
          #0000,
          #000 var(--_before, 0px) calc(100% - var(--_after, 0px)),
          #0000
        );
      }
      .grid[data-before] {
        --_before: 56px;
      }
      .grid[data-after] {
        --_after: 56px;
      }
      .cell {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      docsync-toolbar {
        align-self: end;
        margin-block-end: 4px;
      }
      .left > docsync-toolbar,
      .right > docsync-toolbar {
        align-self: start;
      }
      docsync-toolbar[data-autohide] {
        opacity: 0;
      }
      .around:hover docsync-toolbar,
      .around:focus-within docsync-toolbar {
        opacity: 1;
      }
      :host(:fullscreen) {
        padding: 24px;
        overflow: auto;
        background: var(--_surface);
      }
    `,
  ];

  readonly #cells = new Map<Model, { readonly box: HTMLElement; readonly views: Views }>();
  #leave: (() => void) | undefined;
  /** Whether its cells stand in one column. */
  #stacked = false;
  readonly #sizes = new ResizeObserver(() => {
    if (this.#isStacked(cellsOf(this.model)) !== this.#stacked) this.requestUpdate();
    this.#hint();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    for (const { box } of this.#cells.values()) this.#sizes.observe(box);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The document around it stays, and would keep it.
    this.#sizes.disconnect();
    this.#leave?.();
    this.#leave = undefined;
  }

  uses(): boolean {
    return false;
  }

  idle(): boolean {
    return false;
  }

  use(tool: Model): void {
    kindOf(tool)?.act?.(tool, this.#hand);
  }

  protected override render(): TemplateResult {
    const place = this.#place;
    const bar = place === undefined ? nothing : html`<docsync-toolbar></docsync-toolbar>`;
    const first = place === "above" || place === "left";
    return html`<div class="around ${place ?? ""}">
      ${first ? bar : nothing}
      <div class="grid"></div>
      ${first ? nothing : bar}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const grid = this.renderRoot.querySelector<HTMLElement>(".grid");
    if (grid === null) return;
    this.#arrange(grid);
    grid.onscroll = this.#hint;
    this.#sizes.observe(grid);
    const around = documentAround(this);
    if (around !== undefined) this.#sizes.observe(around);
    const toolbar = reference(this.model, "toolbar");
    const bar = this.renderRoot.querySelector("docsync-toolbar");
    const place = this.#place;
    if (toolbar === undefined || place === undefined || !(bar instanceof ToolbarElement)) return;
    bar.show(toolbar, place);
    bar.onmousedown = (event) => {
      if (toolbar.chosen("context_menu")) holdFocus(event);
    };
    bar.oncontextmenu = (event) => {
      const menu = reference(toolbar, "context_menu");
      if (menu === undefined || event.shiftKey) return;
      event.preventDefault();
      bringMenu(({ openMenu }) => {
        openMenu(this, menu, event.clientX, event.clientY);
      });
    };
    this.#leave?.();
    // What is one for all works on the grid as a whole.
    const own = references(toolbar, "tools").filter((tool) => tool.type !== "ToolProxy");
    const figures = new Set(figuresIn(this.model).flatMap(toolsOf));
    this.#leave = enlist(
      own.filter((tool) => !figures.has(tool)),
      this,
    );
  }

  /** Show at which edges there is more than is seen. */
  readonly #hint = (): void => {
    const grid = this.renderRoot.querySelector(".grid");
    if (grid === null) return;
    const { overflowX, direction } = getComputedStyle(grid);
    const beyond = overflowX === "auto" ? grid.scrollWidth - grid.clientWidth : 0;
    const before = direction === "rtl" ? beyond + grid.scrollLeft : grid.scrollLeft;
    grid.toggleAttribute("data-before", beyond > 1 && before > 1);
    grid.toggleAttribute("data-after", beyond - before > 1);
  };

  get #place(): BarPlace | undefined {
    const place = text(this.model, "toolbar_location");
    return place === "" ? undefined : (place as BarPlace);
  }

  get #hand(): Hand {
    const tools = { all: figuresIn(this.model).flatMap(toolsOf) };
    const note = (): void => undefined;
    return { model: this.model, element: this, tools, note } as unknown as Hand;
  }

  #arrange(grid: HTMLElement): void {
    const placed = cellsOf(this.model);
    this.#stacked = this.#isStacked(placed);
    const cells = this.#stacked ? stack(placed) : placed;
    const [gap, across = gap] = [this.model.get("spacing")].flat();
    grid.style.rowGap = `${Number(gap)}px`;
    grid.style.columnGap = `${Number(across)}px`;
    // What an author says of rows and columns is not said of one column.
    const [rows, columns] = ["rows", "cols"].map((field) =>
      this.#stacked ? null : this.model.get(field),
    );
    // As wide as its widest figure; one that has no width of its own may be of any.
    const figured = (column: number): number =>
      Math.max(
        0,
        ...cells
          .filter((cell) => cell.column === column && cell.wide === 1)
          .filter(({ model }) => model.type === "Figure")
          .map(({ model }) => number(model, "width", 600)),
      );
    const stretches = (direction: string, at: (cell: Cell) => number, span: "tall" | "wide") => {
      const pattern = new RegExp(`_(?:${direction}|both)$`);
      const found = cells.filter(({ model }) => pattern.test(text(model, "sizing_mode")));
      return stretchedBy(found.map((cell) => ({ from: at(cell), count: cell[span] })));
    };
    const count = (end: (cell: Cell) => number): number => Math.max(0, ...cells.map(end));
    grid.style.gridTemplateColumns = tracks(
      columns,
      count((cell) => cell.column + cell.wide),
      stretches("width", (cell) => cell.column, "wide"),
      figured,
    );
    grid.style.gridTemplateRows = tracks(
      rows,
      count((cell) => cell.row + cell.tall),
      stretches("height", (cell) => cell.row, "tall"),
    );
    grid.parentElement?.classList.toggle("snug", !grid.style.gridTemplateColumns.includes("fr"));
    this.#fill(grid, cells);
  }

  /** Whether columns of figures get so little that each is better off in a row of its own, as in a narrow row. */
  #isStacked(cells: readonly Cell[]): boolean {
    const around = documentAround(this);
    if (around?.hasAttribute("data-narrow") !== true) return false;
    const columns = Math.max(0, ...cells.map(({ column, wide }) => column + wide));
    if (columns < 2 || columns > MOST_STACKED) return false;
    const figures = cells.filter(({ model }) => model.type === "Figure");
    const needs = ({ model, wide }: Cell): number =>
      Math.min(number(model, "width", 600), LEAST * wide);
    const least = Array.from({ length: columns }, (_, index) =>
      Math.max(0, ...figures.filter(({ column }) => column === index).map(needs)),
    );
    return least.filter(Boolean).length > 1 && total(least) > around.clientWidth;
  }

  #fill(grid: HTMLElement, cells: readonly Cell[]): void {
    const kept = new Set(cells.map(({ model }) => model));
    for (const [model, { box }] of this.#cells) {
      if (kept.has(model)) continue;
      box.remove();
      this.#cells.delete(model);
    }
    for (const { model, row, column, tall, wide } of cells) {
      let cell = this.#cells.get(model);
      if (cell === undefined) {
        cell = { box: document.createElement("div"), views: new Map() };
        cell.box.className = "cell";
        this.#cells.set(model, cell);
        Object.assign(grid, { linesOf }).append(cell.box);
        this.#sizes.observe(cell.box);
      }
      cell.box.style.gridArea = `${row + 1} / ${column + 1} / span ${tall} / span ${wide}`;
      arrange(cell.box, [model], cell.views, "column");
    }
  }
}

/**
 * Return whether a row or column stretches for the sake of cells that do.
 *
 * One that goes over several stretches all of them alike, but for those of which one stretches anyway.
 */
function stretchedBy(
  cells: readonly { readonly from: number; readonly count: number }[],
): (index: number) => boolean {
  const found = new Set<number>();
  for (const { from, count } of [...cells].sort((one, other) => one.count - other.count)) {
    const lines = Array.from({ length: count }, (_, at) => from + at);
    if (lines.some((line) => found.has(line))) continue;
    for (const line of lines) found.add(line);
  }
  return (index) => found.has(index);
}

/** What a column of figures needs to stand beside another one, in CSS pixels. */
const LEAST = 220;
/** Grids of more columns are tables: they are scrolled, and say so. */
const MOST_STACKED = 2;

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Return cells one below the other, in the order in which they are read. */
function stack(cells: readonly Cell[]): Cell[] {
  return [...cells]
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .map((cell, row) => ({ ...cell, row, column: 0, tall: 1, wide: 1 }));
}

type Views = Map<Model, HTMLElement>;

function cellsOf(grid: Model): Cell[] {
  return list(grid, "children").flatMap((child, index) => {
    if (isRecord(child)) {
      const { child: model, col, row, span } = child;
      if (!isModel(model)) return [];
      const many = Math.max(1, Number(span ?? 1));
      return [
        grid.type === "HBox"
          ? { model, row: 0, column: Number(col ?? index), tall: 1, wide: many }
          : { model, row: Number(row ?? index), column: 0, tall: many, wide: 1 },
      ];
    }
    if (!Array.isArray(child)) return [];
    const [model, row, column, tall = 1, wide = 1] = child as unknown[];
    if (!isModel(model)) return [];
    return [
      {
        model,
        row: Number(row),
        column: Number(column),
        tall: Number(tall),
        wide: Number(wide),
      },
    ];
  });
}

/** Return the figures in a layout. */
function figuresIn(layout: Model): Model[] {
  if (layout.type === "Figure") return [layout];
  const children = [
    ...cellsOf(layout).map(({ model }) => model),
    ...references(layout, "children"),
  ];
  return children.flatMap(figuresIn);
}

function toolsOf(figure: Model): readonly Model[] {
  const bar = reference(figure, "toolbar");
  return bar === undefined ? [] : references(bar, "tools").flatMap(driven);
}

/** What a column of figures keeps where there is little room: less shows nothing, so the grid is scrolled instead. */
const LEGIBLE = "var(--_least, 0px) * 0.74";

/** Return how large rows or columns are: as what they hold, or sharing the room where that stretches. */
function tracks(
  given: unknown,
  count: number,
  stretches: (index: number) => boolean,
  figured: (index: number) => number = () => 0,
): string {
  const sizes = Array.from({ length: count }, (_, index) => {
    const own: unknown = Array.isArray(given)
      ? given[index]
      : isRecord(given) && !("size" in given)
        ? given[String(index)]
        : given;
    const size: unknown = isRecord(own) ? own["size"] : own;
    if (typeof size === "number") return `${size}px`;
    if (typeof size === "string" && CSS.supports("grid-template-columns", size)) return size;
    const least = `min(${figured(index)}px, ${LEGIBLE})`;
    return `minmax(${least}, ${stretches(index) ? "1fr" : "max-content"})`;
  });
  return sizes.join(" ");
}

learn(GRID_SCHEMA);
register("docsync-grid", GridElement, "GridBox", "GridPlot");
register("docsync-h-box", class extends GridElement {}, "HBox");
register("docsync-v-box", class extends GridElement {}, "VBox");
