/** What edits data, ranges and annotations by hand. A chunk of its own: few figures have that. */
import type { Model, ModelChange } from "../../../model/types.js";
import type { Factors } from "../extras.js";
import { flag, reference, references } from "../../field.js";
import type { Keys, Point } from "../gestures.js";
import type { Hand } from "../tools/hand.js";
import { Watch } from "../../watch.js";
import { BoxMark, PolyMark } from "./annotations.js";
import { BoxPencil } from "./boxes.js";
import type { EditHost } from "./desk.js";
import { Desk } from "./desk.js";
import type { HandleHost, Movable } from "./handles.js";
import { Handles } from "./handles.js";
import { LinePencil } from "./lines.js";
import { LabelMark, SpanMark } from "./marks.js";
import type { Pencil } from "./pencil.js";
import { PointPencil } from "./points.js";
import { FreehandPencil, PolyCornerPencil, PolyPencil } from "./polys.js";
import { RangeBox } from "./ranges.js";

const PENCILS: Readonly<Record<string, (new (tool: Model, desk: Desk) => Pencil) | undefined>> = {
  BoxEditTool: BoxPencil,
  FreehandDrawTool: FreehandPencil,
  LineEditTool: LinePencil,
  PointDrawTool: PointPencil,
  PolyDrawTool: PolyPencil,
  PolyEditTool: PolyCornerPencil,
};

/** What annotations are to those who move them by hand. */
const MARKS: Readonly<Record<string, (new (model: Model, host: EditHost) => Movable) | undefined>> =
  {
    BoxAnnotation: BoxMark,
    HTMLLabel: LabelMark,
    Label: LabelMark,
    PolyAnnotation: PolyMark,
    Span: SpanMark,
  };

/** What a tap has begun, and the next one ends. */
interface Corner {
  readonly box: RangeBox;
  readonly at: Point;
}

/** The editing of one figure: the tool in use, and the handles over the plotting area. */
export class Editing implements EditHost, HandleHost {
  readonly #desk: Desk = new Desk(this);
  readonly #handles = new Map<Model, Handles>();
  #pencil: Pencil | undefined;
  #grabbed: Handles | undefined;
  #corner: Corner | undefined;
  readonly #watch = new Watch((model, change) => {
    this.#heard(model, change);
  });

  constructor(private readonly hand: Hand) {}

  get model(): Model {
    return this.hand.model;
  }

  get frame(): Hand["frame"] {
    return this.hand.frame;
  }

  get factors(): ReturnType<Factors> {
    const { x, y } = this.hand.scene ?? {};
    return {
      ...(x?.factors === undefined ? {} : { x: x.factors }),
      ...(y?.factors === undefined ? {} : { y: y.factors }),
    };
  }

  get layers(): Hand["layers"] {
    return this.hand.layers;
  }

  get area(): HTMLElement {
    const area = this.hand.renderRoot.querySelector<HTMLElement>(".area");
    if (area === null) throw new Error("the figure has not been rendered yet");
    return area;
  }

  /** Whether handles are dragged, so that nothing else is. */
  get grabbed(): boolean {
    return this.#grabbed !== undefined;
  }

  /** Whether drags are meant for what is in use here. */
  get takesDrags(): boolean {
    if (this.#grabbed !== undefined) return false;
    return this.#inUse !== undefined || this.#drawn("pan") !== undefined;
  }

  /** Whether a press that is held means something. */
  get presses(): boolean {
    return this.#inUse !== undefined;
  }

  changed(source: Model): void {
    this.hand.sourceChanged(source);
  }

  grab(handles: Handles | undefined): void {
    this.#grabbed = handles;
  }

  /** Take in which tools and annotations there are. */
  read(): void {
    const wanted = new Map<Model, () => Movable>();
    const { tools, scene } = this.hand;
    for (const tool of tools.all) {
      if (tool.type !== "RangeTool" || !tools.isActive(tool)) continue;
      wanted.set(tool, () => new RangeBox(tool, this));
    }
    for (const model of [...references(this.model, "renderers"), ...(scene?.guides ?? [])]) {
      if (!flag(model, "editable")) continue;
      const Mark = MARKS[model.type];
      if (Mark !== undefined) wanted.set(model, () => new Mark(model, this));
    }
    for (const [model, handles] of this.#handles) {
      if (wanted.has(model)) continue;
      handles.leave();
      this.#handles.delete(model);
    }
    for (const [model, make] of wanted) {
      if (!this.#handles.has(model)) this.#handles.set(model, new Handles(make(), this));
    }
    this.#take();
    this.#watch.set(this.#watched());
    this.place();
  }

  /** Put the handles where what they move is drawn. */
  place(): void {
    for (const handles of this.#handles.values()) handles.place();
  }

  leave(): void {
    this.#pencil?.leave();
    this.#pencil = undefined;
    for (const handles of this.#handles.values()) handles.leave();
    this.#handles.clear();
    this.#watch.cancel();
    this.#desk.leave();
    this.#grabbed = undefined;
  }

  /** Follow a drag; tell whether it is meant for editing. */
  draw(path: readonly Point[], done: boolean, keys: Keys): boolean {
    const pencil = this.#take();
    const [first] = path;
    const last = path.at(-1);
    const box = this.#drawn("pan");
    if (pencil !== undefined) pencil.drag(path, done, keys);
    else if (box !== undefined && first !== undefined && last !== undefined)
      box.span(first, last, done);
    else return false;
    return true;
  }

  tap(at: Point, keys: Keys, double: boolean): boolean {
    const pencil = this.#take();
    const box = this.#drawn("tap");
    if (pencil !== undefined) pencil.tap(at, keys, double);
    else if (box === undefined) return false;
    else if (this.#corner?.box !== box) this.#corner = { box, at };
    else {
      box.span(this.#corner.at, at, true);
      this.#corner = undefined;
    }
    return true;
  }

  press(at: Point, keys: Keys): void {
    this.#take()?.press(at, keys);
  }

  hover(at: Point | undefined): void {
    const pencil = this.#take();
    pencil?.hover(at);
    for (const handles of this.#handles.values()) handles.hover(at);
    if (at !== undefined && this.#corner !== undefined) {
      this.#corner.box.span(this.#corner.at, at, false);
    }
    const cursor = at === undefined ? "" : (pencil?.cursor(at) ?? "");
    if (this.area.style.cursor !== cursor) this.area.style.cursor = cursor;
  }

  /** Do what the key named Enter is for. */
  enter(): boolean {
    return this.#take()?.enter() ?? false;
  }

  /** Give up what is being done; tell whether there was anything. */
  cancel(): boolean {
    const busy = this.#corner !== undefined;
    this.#corner = undefined;
    const handles = this.#grabbed;
    return [busy, handles?.cancel() ?? false, this.#pencil?.cancel() ?? false].includes(true);
  }

  /** Select nothing of what is edited. */
  escape(): void {
    this.#pencil?.free();
  }

  /** Delete what is selected; tell whether that is what is to be done. */
  remove(): boolean {
    return this.#take()?.remove() ?? false;
  }

  /** Move what is selected by pixels; tell whether there is anything. */
  nudge(dx: number, dy: number): boolean {
    return this.#take()?.nudge(dx, dy) ?? false;
  }

  get #inUse(): Model | undefined {
    const { drag, tap } = this.hand.tools;
    return [drag, tap].find((tool) => tool !== undefined && PENCILS[tool.type] !== undefined);
  }

  /** Return what the tool in use does; another one lays down what it had begun. */
  #take(): Pencil | undefined {
    const tool = this.#inUse;
    if (this.#pencil?.tool === tool) return this.#pencil;
    this.#pencil?.leave();
    const Kind = PENCILS[tool?.type ?? ""];
    this.#pencil =
      tool === undefined || Kind === undefined ? undefined : new Kind(tool, this.#desk);
    this.#watch.set(this.#watched());
    return this.#pencil;
  }

  /** Return the box that a gesture draws anew. */
  #drawn(gesture: string): RangeBox | undefined {
    for (const { movable } of this.#handles.values()) {
      if (movable instanceof RangeBox && movable.tool.get("start_gesture") === gesture) {
        return movable;
      }
    }
    return undefined;
  }

  *#watched(): Iterable<Model> {
    if (this.#pencil !== undefined) yield* this.#pencil.sources();
    for (const { movable } of this.#handles.values()) {
      if (!(movable instanceof RangeBox)) continue;
      yield movable.tool;
      for (const field of ["x_range", "y_range", "overlay"]) {
        const model = reference(movable.tool, field);
        if (model !== undefined) yield model;
      }
    }
  }

  #heard(model: Model, change: ModelChange): void {
    if (model.type === "RangeTool") this.read();
    this.place();
    if (this.#pencil === undefined || ![...this.#pencil.sources()].includes(model)) return;
    if (change.kind === "set" && change.field !== "data") return;
    this.#desk.settle(model);
    this.#pencil.changed(model, change);
    this.hand.sourceChanged(model);
  }
}
