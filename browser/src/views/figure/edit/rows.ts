import type { Column, Columns, Model, Patches } from "../../../model/types.js";
import { NDArray, isTypedArray } from "../../../model/value.js";
import { list, record, reference } from "../../field.js";
import type { FactorMap } from "../factor.js";
import type { Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame } from "../painters/painter.js";
import { planeOf } from "../plane.js";
import { LogScale } from "../scale.js";
import type { Scale } from "../scale.js";
import { readSpec } from "../spec.js";
import type { Desk } from "./desk.js";
import { without } from "./echo.js";

export type Direction = "x" | "y";

/** A place in data units. */
export type Place = Readonly<Record<Direction, number>>;

/** The fields of a glyph that are moved with it. */
export type Fields = Readonly<Record<Direction, readonly string[]>>;

/** The rows of one renderer, for those who edit them. */
export class RowsOf {
  constructor(
    readonly renderer: Model,
    private readonly desk: Desk,
  ) {}

  get layer(): Layer | undefined {
    return this.desk.host.layers.find((layer) => layer.renderer === this.renderer);
  }

  get source(): Model | undefined {
    return reference(this.renderer, "data_source");
  }

  get glyph(): Model | undefined {
    return reference(this.renderer, "glyph");
  }

  get columns(): Columns {
    return this.source === undefined ? {} : this.desk.echo(this.source).columns;
  }

  /** The columns without what is only shown. */
  get settled(): Columns {
    return this.source === undefined ? {} : this.desk.echo(this.source).settled;
  }

  get length(): number {
    const lengths = Object.values(this.columns).map((column) => column.length);
    return lengths.length === 0 ? 0 : Math.min(...lengths);
  }

  get plane(): Frame | undefined {
    const { frame } = this.desk.host;
    return frame === undefined ? undefined : planeOf(frame, this.renderer);
  }

  /** The numbers of the rows that are selected. */
  get selected(): number[] {
    const { selection } = this;
    if (selection === undefined) return [];
    return list(selection, "indices").filter(
      (row): row is number => typeof row === "number" && row < this.length,
    );
  }

  select(rows: readonly number[]): void {
    const now = this.selected;
    const same = now.length === rows.length && now.every((row, at) => row === rows[at]);
    if (!same) this.selection?.set("indices", [...rows]);
  }

  get selection(): Model | undefined {
    return this.source === undefined ? undefined : reference(this.source, "selected");
  }

  /** Return the row at a place of the plotting area. */
  hit(at: Point): number | undefined {
    const { layer } = this;
    const { frame } = this.desk.host;
    if (layer === undefined || frame === undefined) return undefined;
    return layer.hit(frame, at.x + frame.left, at.y + frame.top, "mouse")?.index;
  }

  /** Return the values at a place of the plotting area. */
  place(at: Point): Place | undefined {
    const { plane } = this;
    if (plane === undefined) return undefined;
    return { x: plane.x.toValue(at.x + plane.left), y: plane.y.toValue(at.y + plane.top) };
  }

  /** Return where values are in the plotting area. */
  point({ x, y }: Place): Point | undefined {
    const { plane } = this;
    if (plane === undefined) return undefined;
    return { x: plane.x.toPixel(x) - plane.left, y: plane.y.toPixel(y) - plane.top };
  }

  /** Return the column that a field of the glyph reads. */
  columnOf(field: string): string | undefined {
    const spec = readSpec(this.glyph?.get(field), "field");
    return spec.kind === "field" ? spec.name : undefined;
  }

  /** Return a position as a column holds it: a factor among factors, a number elsewhere. */
  cell(column: string, direction: Direction, position: number): unknown {
    const factors = this.factors(direction);
    if (factors === undefined) return position;
    const rows = this.columns[column];
    const plain = Array.isArray(rows) && rows.some((row) => typeof row !== "number");
    const empty = rows === undefined || rows.length === 0;
    return plain || empty ? factors.nearest(position) : position;
  }

  factors(direction: Direction): FactorMap | undefined {
    return this.layer?.reader?.factors[direction];
  }

  /** Return what a row is made of that has these cells, with something in all other columns. */
  filled(tool: Model, cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const { columns, source } = this;
    const given = record(tool, "default_overrides");
    const defaults = source === undefined ? {} : record(source, "default_values");
    const row: Record<string, unknown> = { ...cells };
    for (const [name, column] of Object.entries(columns)) {
      if (Object.hasOwn(row, name)) continue;
      if (Object.hasOwn(given, name)) row[name] = given[name];
      else if (Object.hasOwn(defaults, name)) row[name] = defaults[name];
      else row[name] = emptyCell(column, tool.get("empty_value"), tool.chosen("empty_value"));
    }
    return row;
  }

  /** Append a row, or only show what it would be like. */
  add(tool: Model, cells: Readonly<Record<string, unknown>>, done = true): void {
    const { source, columns } = this;
    if (source === undefined) return;
    const most = Number(tool.get("num_objects"));
    const row = this.filled(tool, cells);
    const known = Object.keys(row).every((name) => Object.hasOwn(columns, name));
    const length = known ? 0 : this.length;
    const added = Object.entries(row).map(([name, cell]) => {
      // A source without these columns gets them.
      const before = known ? [] : Array.from({ length }, (_, at) => columns[name]?.[at] ?? null);
      return [name, [...before, cell]] as const;
    });
    const change = known
      ? ({
          kind: "columns_streamed",
          field: "data",
          columns: Object.fromEntries(added),
          ...(most > 0 ? { rollover: most } : {}),
        } as const)
      : ({ kind: "columns_changed", field: "data", columns: Object.fromEntries(added) } as const);
    if (done) this.desk.make(source, change);
    else this.desk.show(source, change);
  }

  /** Set cells, or only show what that would be like. */
  patch(patches: Patches, done: boolean): void {
    const { source } = this;
    if (source === undefined || Object.keys(patches).length === 0) return;
    const change = { kind: "columns_patched", field: "data", patches } as const;
    if (done) this.desk.make(source, change);
    else this.desk.show(source, change);
  }

  /** Show what the model holds again. */
  forget(): void {
    if (this.source !== undefined) this.desk.show(this.source, undefined);
  }

  /** Delete rows. */
  remove(rows: readonly number[]): void {
    const { source } = this;
    if (source === undefined || rows.length === 0) return;
    const dropped = new Set(rows);
    const left = Object.entries(this.columns).map(([name, column]) => [
      name,
      without(column, dropped),
    ]);
    this.select([]);
    this.desk.make(source, {
      kind: "columns_changed",
      field: "data",
      columns: Object.fromEntries(left) as Columns,
    });
  }

  /** Prepare to move rows: what is returned moves them from one place to another. */
  grip(rows: readonly number[], fields: Fields): (from: Place, to: Place) => Patches {
    const { plane, columns } = this;
    const moved: [string, Direction, readonly unknown[]][] = [];
    for (const direction of ["x", "y"] as const) {
      for (const field of fields[direction]) {
        const name = this.columnOf(field);
        const column = name === undefined ? undefined : columns[name];
        if (name === undefined || column === undefined) continue;
        const numbers = this.#positions(field, direction, column);
        moved.push([name, direction, rows.map((row) => numbers(row))]);
      }
    }
    return (from, to) => {
      if (plane === undefined) return {};
      const patches = moved.map(([name, direction, cells]) => {
        const scale = this.plane?.[direction] ?? plane[direction];
        const move = (value: number): unknown => shift(scale, value, from, to, direction);
        const pairs = rows.map((row, at) => {
          const cell = moveCell(cells[at], move);
          const plain = typeof cell === "number" ? this.cell(name, direction, cell) : cell;
          return [row, plain] as const;
        });
        return [name, pairs] as const;
      });
      return Object.fromEntries(patches);
    };
  }

  #positions(field: string, direction: Direction, column: Column): (row: number) => unknown {
    const lists = column instanceof NDArray || Array.isArray(column[0]) || isTypedArray(column[0]);
    const numbers = lists ? undefined : this.layer?.reader?.positions(field, direction);
    return (row) => (numbers === undefined ? cellOf(column, row) : numbers[row]);
  }
}

/** Return a row of a column; that of an array of more dimensions is an array. */
export function cellOf(column: Column | undefined, row: number): unknown {
  return column instanceof NDArray ? column.row(row) : column?.[row];
}

/** Return a list of numbers, whatever it is stored in. */
export function numbersOf(cell: unknown): number[] {
  return isTypedArray(cell) || Array.isArray(cell) ? Array.from(cell as number[], Number) : [];
}

function moveCell(cell: unknown, move: (value: number) => unknown): unknown {
  if (typeof cell === "number") return move(cell);
  if (isTypedArray(cell)) return Array.from(cell, move);
  if (Array.isArray(cell)) return cell.map((part) => moveCell(part, move));
  return cell;
}

function shift(scale: Scale, value: number, from: Place, to: Place, direction: Direction): number {
  const [first, last] = [from[direction], to[direction]];
  if (!(scale instanceof LogScale)) return value + (last - first);
  return scale.toValue(scale.toPixel(value) + scale.toPixel(last) - scale.toPixel(first));
}

/** Return what stands in a column about whose new rows nothing is said. */
function emptyCell(column: Column, empty: unknown, chosen: boolean): unknown {
  const [first] = column;
  const kind = isTypedArray(column) ? "number" : typeof first;
  // What an author has chosen counts wherever it fits: a colour among colours.
  if ((chosen && typeof empty === kind) || column.length === 0) return empty;
  if (first === null) return null;
  switch (kind) {
    case "number":
      return 0;
    case "boolean":
      return false;
    case "string":
      return "";
    default:
      return Array.isArray(first) || isTypedArray(first) ? [] : empty;
  }
}
