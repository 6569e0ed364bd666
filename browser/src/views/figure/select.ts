/** What selects rows of a figure with boxes, lassos, polygons and taps. A chunk of its own: few figures have that. */
import type { Model, Subscription } from "../../model/types.js";
import { flag, list, reference, text } from "../field.js";
import { adoptStyles } from "./edit/handle_styles.js";
import { Handles } from "./edit/handles.js";
import { Kept } from "./edit/kept.js";
import { dressBox, dressPath } from "./edit/overlay_look.js";
import type { Keys, Point } from "./gestures.js";
import { rowsAt } from "./below.js";
import type { Layer } from "./layer.js";
import type { Frame } from "./painters/painter.js";
import { NOTHING, select, tappedIn, tappersOf, together } from "./selected.js";
import type { Selected } from "./selected.js";
import type { Shape } from "./shape.js";
import { boxOf, mirrored } from "./shape.js";
import { UNTOUCHED, isWhole, partsAt } from "./tapped_parts.js";
import { deselect } from "./tools/history.js";
import { rowsIn } from "./within.js";

/** What selecting needs of the figure around it. */
export interface SelectHost {
  /** The figure. */
  readonly model?: Model;
  readonly frame: Frame | undefined;
  readonly layers: readonly Layer[];
  /** The element over the plotting area. */
  readonly area: HTMLElement;
  /** Show what is being drawn, or nothing. */
  outline(shape: Shape | undefined): void;
  /** Draw again: other lines look selected, though the same points are. */
  relook(): void;
  /** Tell of an area that was chosen. */
  chosen(geometry: Readonly<Record<string, unknown>>, final: boolean): void;
}

type PartsAt = (layer: Layer, frame: Frame) => Partial<Selected>;
/** Finds rows of a layer, unless its glyph is not selected that way. */
type Hits = (layer: Layer, frame: Frame) => readonly number[] | undefined;

/** Selects rows of a figure's sources. */
export class Selecting {
  /** What was selected when the tool was taken up, by source. */
  #before = new Map<Model, readonly number[]>();
  #corners: Point[] = [];
  /** The tool whose corners these are. */
  #tool: Model | undefined;
  #kept: Handles | undefined;
  /** Hears whether the overlay of what has stayed is to be seen. */
  #watch: Subscription | undefined;
  #grabbed = false;

  constructor(private readonly host: SelectHost) {}

  /** Whether the handles of an area that stays are dragged. */
  get grabbed(): boolean {
    return this.#grabbed;
  }

  /** Whether an area stays. */
  get holds(): boolean {
    return this.#kept !== undefined;
  }

  /** Whether a press that is held means something. */
  get presses(): boolean {
    return this.#corners.length > 0;
  }

  /** Put the area that stays where its values are. */
  place(): void {
    this.#kept?.place();
  }

  /** Follow a drag with a box or a lasso. */
  draw(tool: Model, path: readonly Point[], done: boolean, keys: Keys): void {
    const { frame } = this.host;
    const [first] = path;
    const last = path.at(-1);
    if (frame === undefined || first === undefined || last === undefined) return;
    const centered = text(tool, "origin") === "center";
    const start = centered ? mirrored(first, last) : first;
    const shape: Shape =
      tool.type === "LassoSelectTool"
        ? { kind: "path", points: path }
        : { kind: "box", ...boxOf(tool, start, last, frame) };
    if (path.length <= 2) {
      this.#before.clear();
      this.#drop();
    }
    this.#show(tool, done ? undefined : shape);
    if (!done && !isContinuous(tool, keys)) return;
    this.#select(tool, shape, modeOf(tool, keys));
    if (done) this.#finished(tool, shape, keys);
    this.host.chosen(geometryOf(tool, shape, frame), done);
  }

  /** Select what was tapped, or add a corner to a polygon. */
  tap(tool: Model, at: Point, keys: Keys, double: boolean): void {
    const { frame } = this.host;
    if (frame === undefined) return;
    if (tool.type === "PolySelectTool") {
      this.#corner(tool, at, keys, double);
      return;
    }
    if ((text(tool, "gesture") === "doubletap") !== double) return;
    this.#before.clear();
    const [px, py] = [at.x + frame.left, at.y + frame.top];
    const hits: Hits = (layer) => {
      const type = layer.glyph?.type ?? "";
      if (UNTOUCHED.has(type)) return undefined;
      return isWhole(type) ? [] : rowsAt(layer, frame, px, py);
    };
    this.#apply(tool, hits, modeOf(tool, keys), (layer) => partsAt(layer, frame, px, py));
    const [x, y] = [frame.x.toValue(px), frame.y.toValue(py)];
    this.host.chosen({ type: "point", sx: px, sy: py, x, y }, true);
  }

  /** Take a press that is held: the corners of a polygon are complete. */
  press(_at: Point, keys: Keys): void {
    if (this.presses && this.#tool !== undefined) this.#finish(this.#tool, keys);
  }

  /** Show where the next corner of a polygon would be. */
  hover(at: Point | undefined): void {
    this.#kept?.hover(at);
    if (this.#corners.length === 0) return;
    const points = at === undefined ? this.#corners : [...this.#corners, at];
    this.#show(this.#tool, { kind: "path", points });
  }

  /** Finish a polygon that is being drawn, or select all that is shown. */
  enter(tool: Model, keys: Keys): void {
    const { frame } = this.host;
    if (frame === undefined) return;
    if (this.#corners.length > 0) {
      this.#finish(tool, keys);
      return;
    }
    this.#before.clear();
    const [from, to] = [
      { x: 0, y: 0 },
      { x: frame.width, y: frame.height },
    ];
    const shape: Shape = { kind: "box", from, to };
    this.#select(tool, shape, modeOf(tool, keys));
    this.host.chosen(geometryOf(tool, shape, frame), true);
  }

  /** Give up what is being drawn; tell whether there was anything. */
  cancel(): boolean {
    const drawing = this.#corners.length > 0 || (this.#kept?.cancel() ?? false);
    this.#corners = [];
    this.#before.clear();
    this.host.outline(undefined);
    return drawing;
  }

  /** Take away the area that has stayed, or else select nothing. */
  clear(): void {
    if (this.holds) this.#drop();
    else deselect(this.host.layers);
  }

  #corner(tool: Model, at: Point, keys: Keys, double: boolean): void {
    this.#tool = tool;
    if (this.#corners.length === 0) {
      this.#before.clear();
      this.#drop();
    }
    if (!double) this.#corners.push(at);
    if (double) this.#finish(tool, keys);
    else {
      const shape: Shape = { kind: "path", points: [...this.#corners] };
      this.#show(tool, shape);
      if (isContinuous(tool, keys)) this.#choose(tool, shape, keys);
    }
  }

  #finish(tool: Model, keys: Keys): void {
    const shape: Shape = { kind: "path", points: this.#corners };
    const before = this.#before;
    this.#before = new Map();
    this.cancel();
    if (shape.points.length < 3) return;
    // What corners have selected so far is chosen anew.
    this.#before = before;
    this.#choose(tool, shape, keys);
    this.#finished(tool, shape, keys);
  }

  #choose(tool: Model, shape: Shape, keys: Keys): void {
    const { frame } = this.host;
    if (frame === undefined) return;
    this.#select(tool, shape, modeOf(tool, keys));
    this.host.chosen(geometryOf(tool, shape, frame), true);
  }

  /** Show what is being drawn as its tool has it. */
  #show(tool: Model | undefined, shape: Shape | undefined): void {
    const overlay = tool === undefined ? undefined : reference(tool, "overlay");
    const dress = (element: HTMLElement | SVGElement): void => {
      if (element instanceof HTMLElement) dressBox(element, overlay);
      else {
        adoptStyles(element);
        dressPath(element, overlay);
      }
    };
    this.host.outline(shape === undefined ? undefined : { ...shape, dress });
  }

  /** An area is complete: it goes, or stays to be changed. */
  #finished(tool: Model, shape: Shape, keys: Keys): void {
    const before = new Map(this.#before);
    this.#before.clear();
    if (!flag(tool, "persistent")) return;
    const mode = modeOf(tool, keys);
    const select = (now: Shape, done: boolean): void => {
      const { frame } = this.host;
      this.place();
      if (!done && !flag(tool, "continuous")) return;
      this.#before = new Map(before);
      this.#select(tool, now, mode);
      this.#before.clear();
      if (frame !== undefined) this.host.chosen(geometryOf(tool, now, frame), done);
    };
    const remove = (): void => {
      this.#drop();
    };
    const { area } = this.host;
    const grab = (handles: Handles | undefined): void => {
      this.#grabbed = handles !== undefined;
    };
    this.#kept = new Handles(new Kept(tool, shape, this.host, select, remove), { area, grab });
    this.#kept.place();
    const overlay = reference(tool, "overlay");
    overlay?.set("visible", true);
    this.#watch = overlay?.observe(() => {
      if (flag(overlay, "visible")) this.place();
      else this.#drop();
    });
  }

  /** Take the area away that has stayed. */
  #drop(): void {
    const kept = this.#kept;
    if (kept === undefined) return;
    this.#watch?.cancel();
    this.#kept = undefined;
    kept.leave();
    kept.movable.overlay?.set("visible", false);
    this.host.outline(undefined);
  }

  #select(tool: Model, shape: Shape, mode: string): void {
    const greedy = flag(tool, "greedy");
    this.#apply(tool, (layer, frame) => rowsIn(layer, frame, shape, greedy), mode);
  }

  /** Return what was selected before a gesture. */
  #held(selection: Model): readonly number[] {
    return this.#before.get(selection) ?? indicesOf(selection);
  }

  /** Select rows that are found, and parts of them, or none if other rows take their place. */
  #apply(tool: Model, hits: Hits, mode: string, partsOf?: PartsAt): void {
    const { frame, layers } = this.host;
    if (frame === undefined) return;
    const chosen = tool.get("renderers");
    const found = new Map<Model, Set<number>>();
    const asked = new Set<Model>();
    const parts = new Map<Model, Partial<Selected>>();
    const tapped = new Map<Model, Set<Model>>();
    const followed = new Map<Model, Set<number>>();
    for (const layer of layers) {
      const { selection } = layer;
      if (selection === undefined || !layer.visible) continue;
      if (!layer.serves(chosen)) continue;
      const takes = layer.takes("selection");
      const own = takes ? hits(layer, frame) : [];
      if (own === undefined) continue;
      const all = takes && asked.has(selection) && intersects(layer);
      const before = found.get(selection) ?? new Set<number>();
      const rows = all ? own.filter((row) => before.has(row)) : [...before, ...own];
      found.set(selection, new Set(rows));
      if (takes) asked.add(selection);
      // Of layers that share a selection any may be hit.
      const part = partsOf?.(layer, frame) ?? {};
      parts.set(selection, { ...parts.get(selection), ...part });
      if (part.line_indices !== undefined) {
        tapped.set(selection, new Set([...(tapped.get(selection) ?? []), layer.renderer]));
      }
      // What goes along with rows is not toggled by itself.
      const kept = mode === "toggle" ? combine(mode, this.#held(selection), new Set(own)) : own;
      for (const { renderer, rows: others } of layer.part.follow?.("selection", kept) ?? []) {
        const other = layers.find((each) => each.renderer === renderer)?.selection;
        if (other === undefined) continue;
        if (!found.has(other)) found.set(other, new Set());
        followed.set(other, new Set([...(followed.get(other) ?? []), ...others]));
      }
    }
    const none = partsOf !== undefined || mode === "replace" ? NOTHING : undefined;
    for (const [selection, rows] of found) {
      const before = this.#held(selection);
      this.#before.set(selection, before);
      const more = followed.get(selection) ?? [];
      const indices =
        mode === "toggle"
          ? combine("replace", [], new Set([...combine(mode, before, rows), ...more]))
          : combine(mode, before, new Set([...rows, ...more]));
      const found = parts.get(selection) ?? {};
      const lines = tapped.get(selection);
      const adds = mode === "append" && partsOf !== undefined;
      const all = adds ? together(selection, found) : { ...none, ...found };
      if (lines !== undefined) {
        const earlier = adds ? (tappersOf(selection) ?? []) : [];
        tappedIn(selection, all.line_indices, new Set([...earlier, ...lines]));
        for (const layer of layers) if (layer.selection === selection) layer.reselect();
        this.host.relook();
      }
      select(selection, { ...all, indices });
    }
  }
}

/** Tell whether only rows are selected that all layers of a source have found. */
function intersects({ source }: Layer): boolean {
  const policy = source && reference(source, "selection_policy")?.type;
  return policy === "IntersectRenderers";
}

function indicesOf(selection: Model): readonly number[] {
  return list(selection, "indices").filter((row): row is number => typeof row === "number");
}

/** Return how a tool adds to what is selected; keys that are held say otherwise. */
function modeOf(tool: Model, { shiftKey, ctrlKey, metaKey }: Keys): string {
  const control = ctrlKey || metaKey;
  if (shiftKey) return control ? "subtract" : "append";
  return control ? "intersect" : text(tool, "mode", "replace");
}

/** Tell whether rows are selected while an area is drawn; Alt turns that over. */
function isContinuous(tool: Model, { altKey }: Keys): boolean {
  return flag(tool, "continuous") !== altKey;
}

/** Return the rows that are selected when some are found: those from before come first. */
export function combine(mode: string, before: readonly number[], found: Set<number>): number[] {
  const known = new Set(before);
  const rows = [...found].sort((first, second) => first - second);
  const others = (): number[] => rows.filter((row) => !known.has(row));
  switch (mode) {
    case "append":
      return [...before, ...others()];
    case "intersect":
      return before.filter((row) => found.has(row));
    case "subtract":
      return before.filter((row) => !found.has(row));
    case "xor":
      return [...before.filter((row) => !found.has(row)), ...others()];
    case "toggle":
      return others();
    default:
      return rows;
  }
}

/** Describe a shape to the application: on the canvas and in data units. */
function geometryOf(tool: Model, shape: Shape, frame: Frame): Readonly<Record<string, unknown>> {
  const greedy = flag(tool, "greedy");
  const { left, top } = frame;
  if (shape.kind === "path") {
    const sx = shape.points.map((point) => point.x + left);
    const sy = shape.points.map((point) => point.y + top);
    const x = sx.map((px) => frame.x.toValue(px));
    const y = sy.map((py) => frame.y.toValue(py));
    return { type: "poly", sx, sy, x, y, greedy };
  }
  const [sx0, sx1] = [shape.from.x + left, shape.to.x + left].sort((a, b) => a - b);
  const [sy0, sy1] = [shape.from.y + top, shape.to.y + top].sort((a, b) => a - b);
  const [x0, x1] = [frame.x.toValue(sx0 ?? NaN), frame.x.toValue(sx1 ?? NaN)];
  const [y0, y1] = [frame.y.toValue(sy1 ?? NaN), frame.y.toValue(sy0 ?? NaN)];
  return { type: "rect", sx0, sx1, sy0, sy1, x0, x1, y0, y1, greedy };
}
