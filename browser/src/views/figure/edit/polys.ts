import type { Model, ModelChange } from "../../../model/types.js";
import type { Keys, Point } from "../gestures.js";
import { Corners } from "./corners.js";
import type { Desk } from "./desk.js";
import { Pencil } from "./pencil.js";
import type { Fields, Place, RowsOf } from "./rows.js";
import { cellOf, numbersOf } from "./rows.js";

/** Corners that are nearer to each other than this are one, in pixels, where a line is drawn by hand. */
const STEP = 2;

/** What has lists of corners in its rows. */
abstract class ListPencil extends Pencil {
  protected override fieldsOf(): Fields {
    return { x: ["xs"], y: ["ys"] };
  }

  /** Show a row with these corners, or add it. */
  protected put(corners: readonly Place[], done: boolean): void {
    const [rows] = this.renderers;
    if (rows === undefined) return;
    const cells: Record<string, unknown> = {};
    for (const direction of ["x", "y"] as const) {
      const name = rows.columnOf(`${direction}s`);
      if (name !== undefined) cells[name] = corners.map((corner) => corner[direction]);
    }
    rows.add(this.tool, cells, done);
  }

  /** Add a row if its corners make one; else draw nothing. */
  protected finish(corners: readonly Place[]): void {
    const [rows] = this.renderers;
    const least = rows?.glyph?.type === "MultiLine" ? 2 : 3;
    if (corners.length >= least) this.put(corners, true);
    else rows?.forget();
  }
}

/** Draws lines and areas by hand. */
export class FreehandPencil extends ListPencil {
  #corners: Place[] = [];
  #last: Point | undefined;

  override drag(path: readonly Point[], done: boolean): void {
    if (path.length <= 2 || this.#last === undefined) this.#corners = [];
    for (const at of path.length <= 2 ? path : path.slice(-1)) this.#add(at);
    if (done) this.finish(this.#corners);
    else this.put(this.#corners, false);
    if (done) this.#last = undefined;
  }

  override cursor(): string {
    return "crosshair";
  }

  override cancel(): boolean {
    const drawing = this.#last !== undefined;
    this.#last = undefined;
    if (drawing) this.renderers[0]?.forget();
    return drawing;
  }

  #add(at: Point): void {
    const place = this.renderers[0]?.place(at);
    const last = this.#last;
    if (place === undefined) return;
    if (last !== undefined && Math.hypot(at.x - last.x, at.y - last.y) < STEP) return;
    this.#last = at;
    this.#corners.push(place);
  }
}

/** Draws lines and areas corner by corner, moves and deletes them. */
export class PolyPencil extends ListPencil {
  #drawn: Place[] | undefined;
  readonly #corners: Corners;

  constructor(tool: Model, desk: Desk) {
    super(tool, desk);
    this.#corners = new Corners(tool, "vertex_renderer", desk);
    this.#showCorners();
  }

  override *sources(): Iterable<Model> {
    yield* super.sources();
    if (this.#corners.source !== undefined) yield this.#corners.source;
  }

  override tap(at: Point, keys: Keys, double: boolean): void {
    if (this.#drawn === undefined) {
      if (double) this.#begin(at);
      else super.tap(at, keys, double);
    } else if (double) this.enter();
    else this.#add(at);
  }

  override press(at: Point): void {
    if (this.#drawn === undefined) this.#begin(at);
    else {
      this.#add(at);
      this.enter();
    }
  }

  override drag(path: readonly Point[], done: boolean, keys: Keys): void {
    if (this.#drawn === undefined) super.drag(path, done, keys);
    else this.hover(path.at(-1));
    if (done) this.#showCorners();
  }

  override hover(at: Point | undefined): void {
    const drawn = this.#drawn;
    const place = this.#placeAt(at);
    if (drawn !== undefined && place !== undefined) this.put([...drawn, place], false);
  }

  override cursor(at: Point): string {
    return this.#drawn === undefined ? super.cursor(at) : "crosshair";
  }

  override enter(): boolean {
    const drawn = this.#drawn;
    this.#drawn = undefined;
    if (drawn === undefined) return false;
    this.finish(drawn);
    this.#showCorners();
    return true;
  }

  /** What is drawn already stays, without the corner that follows the pointer. */
  override cancel(): boolean {
    return this.enter() || super.cancel();
  }

  override changed(source: Model, change: ModelChange): void {
    // What is being drawn is no row yet, and stays.
    if (this.#drawn === undefined) super.changed(source, change);
    if (source !== this.#corners.source) this.#showCorners();
  }

  override leave(): void {
    super.leave();
    this.#corners.hide();
  }

  #begin(at: Point): void {
    this.#drawn = [];
    this.#add(at);
  }

  #add(at: Point): void {
    const place = this.#placeAt(at);
    if (place === undefined || this.#drawn === undefined) return;
    this.#drawn.push(place);
    this.put([...this.#drawn, place], false);
    this.#showCorners();
  }

  #placeAt(at: Point | undefined): Place | undefined {
    const place = at === undefined ? undefined : this.renderers[0]?.place(at);
    return at === undefined || place === undefined ? place : this.#corners.snapped(at, place);
  }

  #showCorners(): void {
    if (this.#corners.rows === undefined) return;
    const xs: number[] = [];
    const ys: number[] = [];
    for (const rows of this.renderers) {
      const drawing = this.#drawn !== undefined && rows.renderer === this.renderers[0]?.renderer;
      const length = rows.length - (drawing ? 1 : 0);
      for (let row = 0; row < length; row += 1) {
        const corners = cornersOf(rows, row);
        xs.push(...corners.xs);
        ys.push(...corners.ys);
      }
    }
    for (const { x, y } of this.#drawn ?? []) {
      xs.push(x);
      ys.push(y);
    }
    this.#corners.show(xs, ys);
  }
}

/** Moves, adds and deletes the corners of lines and areas. */
export class PolyCornerPencil extends Pencil {
  readonly #corners: Corners;
  #shown: { readonly rows: RowsOf; row: number } | undefined;
  #xs: number[] = [];
  #ys: number[] = [];
  /** The corner that follows the pointer. */
  #loose: number | undefined;
  #held: { readonly corners: readonly number[]; readonly from: Place } | undefined;

  constructor(tool: Model, desk: Desk) {
    super(tool, desk);
    this.#corners = new Corners(tool, "vertex_renderer", desk);
  }

  override *sources(): Iterable<Model> {
    yield* super.sources();
    if (this.#corners.source !== undefined) yield this.#corners.source;
  }

  override tap(at: Point, keys: Keys, double: boolean): void {
    if (double) this.#doubled(at);
    else if (this.#loose !== undefined) {
      this.#set(this.#loose, this.#corners.rows?.place(at));
      this.#insert(this.#loose + 1, at);
      this.#save(true);
    } else {
      const { rows } = this.#corners;
      if (rows !== undefined && this.#shown !== undefined && this.select([rows], at, keys)) return;
      super.tap(at, keys, double);
    }
  }

  override press(at: Point): void {
    if (this.#loose === undefined) this.#doubled(at);
    else {
      this.#set(this.#loose, this.#corners.rows?.place(at));
      this.#loose = undefined;
      this.#save(true);
    }
  }

  override drag(path: readonly Point[], done: boolean): void {
    const [first] = path;
    const last = path.at(-1);
    const { rows } = this.#corners;
    if (first === undefined || last === undefined || rows === undefined) return;
    if (path.length <= 2 && this.#held === undefined && this.#loose === undefined) {
      const hit = this.#shown === undefined ? undefined : rows.hit(first);
      const from = rows.place(first);
      const corners = [...new Set(hit === undefined ? rows.selected : [...rows.selected, hit])];
      if (from !== undefined && corners.length > 0) this.#held = { corners, from };
    }
    if (this.#loose !== undefined) this.hover(last);
    else if (this.#held !== undefined) this.#pull(this.#held, rows.place(last), done);
  }

  override hover(at: Point | undefined): void {
    if (this.#loose === undefined || at === undefined) return;
    this.#set(this.#loose, this.#corners.rows?.place(at));
    this.#save(false);
  }

  override cursor(at: Point): string {
    if (this.#loose !== undefined) return "crosshair";
    return this.#shown !== undefined && this.#corners.hit(at) !== undefined ? "move" : "default";
  }

  override enter(): boolean {
    return this.cancel();
  }

  override cancel(): boolean {
    const busy = this.#loose !== undefined || this.#held !== undefined;
    this.#loose = undefined;
    this.#held = undefined;
    this.#shown?.rows.forget();
    if (busy) this.#read();
    return busy;
  }

  override remove(): boolean {
    const { rows } = this.#corners;
    const selected = new Set(rows?.selected);
    if (rows === undefined || this.#shown === undefined || selected.size === 0) return false;
    this.#xs = this.#xs.filter((_, index) => !selected.has(index));
    this.#ys = this.#ys.filter((_, index) => !selected.has(index));
    rows.select([]);
    this.#save(true);
    return true;
  }

  override nudge(dx: number, dy: number): boolean {
    const { rows } = this.#corners;
    const [from, to] = [rows?.place({ x: 0, y: 0 }), rows?.place({ x: dx, y: dy })];
    const corners = rows?.selected ?? [];
    if (this.#shown === undefined || corners.length === 0) return false;
    if (from === undefined || to === undefined) return false;
    this.#held = { corners, from };
    this.#pull(this.#held, to, true);
    rows?.select(corners);
    return true;
  }

  override changed(source: Model, change: ModelChange): void {
    const shown = this.#shown;
    if (shown?.rows.source !== source) return;
    if (change.kind === "stream") shown.row -= change.dropped;
    else if (change.kind !== "patch") this.#loose = this.#held = undefined;
    if (shown.row < 0 || shown.row >= shown.rows.length) this.#hide();
    else if (this.#loose === undefined && this.#held === undefined) this.#read();
  }

  override leave(): void {
    super.leave();
    this.#hide();
  }

  /** Begin a corner, end the one that is begun, or show the corners of something else. */
  #doubled(at: Point): void {
    if (this.#loose !== undefined) {
      this.cancel();
      return;
    }
    const corner = this.#shown === undefined ? undefined : this.#corners.hit(at);
    if (corner !== undefined) {
      this.#insert(corner + 1, at);
      this.#save(false);
      return;
    }
    const hit = this.hit(this.renderers, at);
    if (hit === undefined) this.#hide();
    else {
      this.#shown = { rows: hit[0], row: hit[1] };
      this.#corners.rows?.select([]);
      this.#read();
    }
  }

  #insert(index: number, at: Point): void {
    const place = this.#corners.rows?.place(at);
    if (place === undefined) return;
    this.#xs.splice(index, 0, place.x);
    this.#ys.splice(index, 0, place.y);
    this.#loose = index;
  }

  #set(index: number, place: Place | undefined): void {
    if (place === undefined) return;
    this.#xs[index] = place.x;
    this.#ys[index] = place.y;
  }

  #pull(
    { corners, from }: { readonly corners: readonly number[]; readonly from: Place },
    to: Place | undefined,
    done: boolean,
  ): void {
    if (to === undefined || this.#shown === undefined) return;
    const { xs, ys } = cornersOf(this.#shown.rows, this.#shown.row, true);
    this.#xs = xs.map((x, index) => (corners.includes(index) ? x + to.x - from.x : x));
    this.#ys = ys.map((y, index) => (corners.includes(index) ? y + to.y - from.y : y));
    if (done) {
      this.#held = undefined;
      this.#corners.rows?.select([]);
    }
    this.#save(done);
  }

  /** Show the corners, and what they are corners of; and tell of it if they are complete. */
  #save(done: boolean): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    const loose = this.#loose;
    const stays = (_: number, index: number): boolean => !done || index !== loose;
    const [xs, ys] = [this.#xs.filter(stays), this.#ys.filter(stays)];
    const patches = Object.fromEntries(
      [["xs", xs] as const, ["ys", ys] as const].flatMap(([field, cell]) => {
        const name = shown.rows.columnOf(field);
        return name === undefined ? [] : [[name, [[shown.row, cell] as const]] as const];
      }),
    );
    shown.rows.patch(patches, done);
    this.#corners.show(this.#xs, this.#ys);
  }

  #read(): void {
    if (this.#shown === undefined) return;
    const { xs, ys } = cornersOf(this.#shown.rows, this.#shown.row);
    this.#xs = xs;
    this.#ys = ys;
    this.#corners.show(xs, ys);
  }

  #hide(): void {
    this.#shown = undefined;
    this.#loose = undefined;
    this.#corners.hide();
  }
}

/** Return the corners of a row, as they are or as they were before what is being done. */
function cornersOf(
  rows: RowsOf,
  row: number,
  before = false,
): { readonly xs: number[]; readonly ys: number[] } {
  const columns = before ? rows.settled : rows.columns;
  const [xs, ys] = ["xs", "ys"].map((field) => {
    const name = rows.columnOf(field);
    return name === undefined ? [] : numbersOf(cellOf(columns[name], row));
  });
  return { xs: xs ?? [], ys: ys ?? [] };
}
