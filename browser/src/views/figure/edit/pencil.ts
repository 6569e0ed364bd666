import type { Model, ModelChange } from "../../../model/types.js";
import { flag, references } from "../../field.js";
import type { Keys, Point } from "../gestures.js";
import { combine } from "../select.js";
import type { Desk } from "./desk.js";
import type { Fields, Place } from "./rows.js";
import { RowsOf } from "./rows.js";

/** A drag under way: rows that follow the pointer. */
interface Grip {
  readonly rows: RowsOf;
  readonly from: Place;
  /** What was selected. */
  readonly before: readonly number[];
  readonly move: ReturnType<RowsOf["grip"]>;
}

/** One tool that edits rows, as long as it is in use. */
export abstract class Pencil {
  #grips: Grip[] = [];

  constructor(
    readonly tool: Model,
    protected readonly desk: Desk,
  ) {}

  /** The renderers that are edited. */
  get renderers(): RowsOf[] {
    return references(this.tool, "renderers").map((renderer) => new RowsOf(renderer, this.desk));
  }

  /** Every source that is shown or edited. */
  *sources(): Iterable<Model> {
    for (const { source } of this.renderers) if (source !== undefined) yield source;
  }

  tap(at: Point, keys: Keys, _double: boolean): void {
    this.select(this.renderers, at, keys);
  }

  /** Take a press that is held. */
  press(_at: Point, _keys: Keys): void {
    // Most tools have nothing for it.
  }

  drag(path: readonly Point[], done: boolean, _keys: Keys): void {
    if (path.length <= 2 && this.#grips.length === 0) this.grab(path[0]);
    this.pull(path.at(-1), done);
  }

  hover(_at: Point | undefined): void {
    // Most tools have nothing for it.
  }

  /** Return the form of the pointer over a place. */
  cursor(at: Point): string {
    return this.draggable && this.hit(this.renderers, at) !== undefined ? "move" : "crosshair";
  }

  /** Finish what is being drawn; tell whether there was anything. */
  enter(): boolean {
    return false;
  }

  /** Give up what is being done; tell whether there was anything. */
  cancel(): boolean {
    const dragging = this.#grips.length > 0;
    for (const { rows, before } of this.#grips) {
      rows.forget();
      rows.select(before);
    }
    this.#grips = [];
    return dragging;
  }

  /** Select nothing. */
  free(): void {
    for (const rows of this.renderers) rows.select([]);
  }

  /** Delete what is selected; tell whether there was anything. */
  remove(): boolean {
    let any = false;
    for (const rows of this.renderers) {
      const { selected } = rows;
      any ||= selected.length > 0;
      rows.remove(selected);
    }
    return any;
  }

  /** Move what is selected by pixels; tell whether anything was. */
  nudge(dx: number, dy: number): boolean {
    if (!this.draggable) return false;
    const middle = { x: 0, y: 0 };
    let any = false;
    for (const rows of this.renderers) {
      const { selected } = rows;
      const fields = this.fieldsOf(rows);
      const [from, to] = [rows.place(middle), rows.place({ x: dx, y: dy })];
      if (selected.length === 0 || from === undefined || to === undefined) continue;
      rows.patch(rows.grip(selected, fields)(from, to), true);
      any = true;
    }
    return any;
  }

  /** Take in a change of a source that came from elsewhere. */
  changed(_source: Model, change: ModelChange): void {
    // Rows that are no longer what they were cannot be dragged on.
    if (change.kind === "stream" ? change.dropped > 0 : change.kind !== "patch") {
      this.#grips = this.#grips.map((grip) => ({ ...grip, before: [] }));
      this.cancel();
    }
  }

  /** Stop: another tool is taken. */
  leave(): void {
    this.cancel();
  }

  /** Whether rows can be dragged. */
  protected get draggable(): boolean {
    return flag(this.tool, "drag", true);
  }

  /** Return the fields of a renderer's glyph that are moved with it. */
  protected fieldsOf(_rows: RowsOf): Fields {
    return { x: ["x"], y: ["y"] };
  }

  /** Take hold of what is at a place, and of all that is selected. */
  protected grab(at: Point | undefined): void {
    if (at === undefined || !this.draggable) return;
    for (const rows of this.renderers) {
      const hit = rows.hit(at);
      const from = rows.place(at);
      const held = [...new Set(hit === undefined ? rows.selected : [...rows.selected, hit])];
      if (held.length === 0 || from === undefined) continue;
      const before = rows.selected;
      if (hit !== undefined) rows.select(held);
      this.#grips.push({ rows, from, before, move: rows.grip(held, this.fieldsOf(rows)) });
    }
  }

  /** Move what is held to a place. */
  protected pull(at: Point | undefined, done: boolean): void {
    for (const { rows, from, move } of this.#grips) {
      const to = at === undefined ? undefined : rows.place(at);
      if (to === undefined) continue;
      rows.patch(move(from, to), done);
      if (done) rows.select([]);
    }
    if (done) this.#grips = [];
  }

  protected hit(all: readonly RowsOf[], at: Point): [RowsOf, number] | undefined {
    for (const rows of all) {
      const hit = rows.hit(at);
      if (hit !== undefined) return [rows, hit];
    }
    return undefined;
  }

  /** Select what is at a place; tell whether there is anything. */
  protected select(all: readonly RowsOf[], at: Point, keys: Keys): boolean {
    const found = this.hit(all, at);
    for (const rows of all) {
      const hits = found?.[0] === rows ? [found[1]] : [];
      rows.select(combine(modeOf(keys), rows.selected, new Set(hits)));
    }
    return found !== undefined;
  }
}

function modeOf({ shiftKey, ctrlKey, metaKey }: Keys): string {
  const control = ctrlKey || metaKey;
  if (shiftKey) return control ? "subtract" : "append";
  return control ? "intersect" : "replace";
}
