import type { Model } from "../../../model/types.js";

import { PlotEvents } from "../events.js";
import type { GestureTarget, Keys, Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame } from "../painters/painter.js";
import type { Scene } from "../scene.js";
import type { Editing } from "../edit/editing.js";
import type { SelectHost, Selecting } from "../select.js";
import type { Shape } from "../shape.js";
import type { Hand } from "./hand.js";
import { lazily, steadily } from "../../lazily.js";
import { factorsOf } from "./everyday.js";
import { History, deselect } from "./history.js";
import { bringTools, edits, isComing, whenKnown } from "./bring.js";
import { dimensionsOf, draws, isHeld, kindOf, selects } from "./kinds.js";
import type { ToolUser } from "./usage.js";
import { zoneOf } from "./zone.js";
import { Tools, enlist, toolsChanged } from "./usage.js";

/** What handling needs of the element that shows a figure. */
export interface FigureView {
  readonly model: Model;
  readonly element: HTMLElement;
  readonly renderRoot: ParentNode;
  readonly frame: Frame | undefined;
  readonly scene: Scene | undefined;
  /** Render again what is not on the canvas. */
  requestUpdate(): void;
  /** Render again, but leave where it is what does not follow the pointer. */
  followPointer(): void;
  /** Draw again, with other ends. */
  redraw(): void;
}

const bringSpoken = lazily(() => import("../edit/spoken.js"));
const bringEditing = steadily(() => import("../edit/kinds.js"));
const bringSelecting = lazily(() => import("../select.js"));
const bringCalling = lazily(() => import("./calling.js"));

/** How long after the last key press a screen reader is told what is shown. */
const TELL_DELAY_MS = 600;
/** How far a key moves what is selected, as a share of what it moves the view. */
const NUDGE = 0.1;
const NOTE_MS = 1_800;
/** Steps that follow each other while somebody turns the wheel or holds a key. */
const GOING_ON: ReadonlySet<string> = new Set(["zoom", "wheel", "step"]);

/** What people do to a figure, with pointer, wheel, fingers, keys and tools. */
export class Handling implements GestureTarget, SelectHost, Hand, ToolUser {
  readonly tools: Tools;
  readonly events: PlotEvents;
  readonly history: History;
  pointer: Point | undefined;
  shape: Shape | undefined;
  /** What a screen reader was told last. */
  told = "";
  /** A few words that are shown over the figure for a moment. */
  noted = "";
  #selecting: Selecting | undefined;
  #editing: Editing | undefined;
  #telling = 0;
  #noting = 0;
  #began: Point | undefined;
  /** How often what was being done has been given up. */
  #givenUp = 0;
  #leave: (() => void) | undefined;
  #enlisted: readonly Model[] = [];

  constructor(private readonly view: FigureView) {
    this.tools = new Tools(view.model);
    this.events = new PlotEvents(view.model, () => this.#now);
    this.history = new History(
      () => this.scene,
      () => {
        this.changed();
      },
    );
  }

  get model(): Model {
    return this.view.model;
  }

  get element(): HTMLElement {
    return this.view.element;
  }

  get renderRoot(): ParentNode {
    return this.view.renderRoot;
  }

  get frame(): Frame | undefined {
    return this.view.frame;
  }

  get scene(): Scene | undefined {
    return this.view.scene;
  }

  get layers(): readonly Layer[] {
    return this.scene?.layers ?? [];
  }

  get dragging(): GestureTarget["dragging"] {
    if (this.#editing?.takesDrags === true) return "draw";
    if (this.#grabbed) return "none";
    const { drag } = this.tools;
    if (drag?.type === "PanTool") return "pan";
    return drag !== undefined || isComing(drag) ? "draw" : "none";
  }

  /** Whether handles are dragged, so that nothing else is. */
  get #grabbed(): boolean {
    return this.#editing?.grabbed === true || this.#selecting?.grabbed === true;
  }

  /** The frame with what is shown by now, which may be drawn in a moment only. */
  get #now(): Frame | undefined {
    const { frame, scene } = this;
    if (frame === undefined || scene === undefined) return frame;
    const { left, top, width, height } = frame;
    const { x, y } = scene;
    return {
      ...frame,
      x: new x.kind(x.ends, left, left + width),
      y: new y.kind(y.ends, top + height, top),
    };
  }

  /** The element over the plotting area. */
  get area(): HTMLElement {
    const area = this.renderRoot.querySelector<HTMLElement>(".area");
    if (area === null) throw new Error("the figure is not rendered yet");
    return area;
  }

  /** Whether something stands over the plotting area that goes with what is drawn there. */
  get following(): boolean {
    return (
      (this.pointer ?? this.shape ?? this.#editing) !== undefined ||
      this.#selecting?.holds === true ||
      this.tools.all.some((tool) => kindOf(tool)?.place !== undefined)
    );
  }

  get pinching(): boolean {
    return this.tools.wheelTool !== undefined || this.dragging === "pan";
  }

  /** Bring the code of the tools that the figure has by now, and let their buttons drive it. */
  readTools(): void {
    const { all } = this.tools;
    this.events.watch();
    bringTools(
      all,
      () => {
        this.#enlisted = [];
        this.readTools();
      },
      () => {
        this.changed();
      },
    );
    if (this.tools.selectTool !== undefined) this.#select(() => undefined);
    const known = all.length === this.#enlisted.length && this.#leave !== undefined;
    if (known && all.every((t, i) => t === this.#enlisted[i])) return;
    this.#leave?.();
    this.#enlisted = all;
    this.#leave = enlist([...all, this.model], this);
    for (const tool of all) kindOf(tool)?.arrive?.(tool);
    this.changed();
  }

  /** Tell nothing more, and be driven by no buttons. */
  leave(): void {
    clearTimeout(this.#telling);
    clearTimeout(this.#noting);
    this.events.stop();
    this.#leave?.();
    this.#leave = undefined;
    this.#enlisted = [];
    this.#editing?.leave();
    this.#editing = undefined;
  }

  /** Put handles where what they move is drawn; their code comes with the first of them. */
  place(): void {
    this.#selecting?.place();
    if (this.#editing !== undefined) this.#editing.read();
    else if (this.scene !== undefined && edits(this.tools.all, this.scene)) {
      bringEditing(({ Editing }) => {
        if (this.#enlisted.length === 0 && this.tools.all.length > 0) return;
        this.#editing ??= new Editing(this);
        this.#editing.read();
        // What range tools show counts for the ends, as is known now.
        this.scene?.readLayers();
        this.view.redraw();
        this.changed();
      });
    }
  }

  sourceChanged(source: Model): void {
    const columns: readonly string[] = [];
    this.scene?.change(source, { kind: "columns", field: "data", columns });
    this.view.redraw();
  }

  uses(tool: Model): boolean {
    return this.tools.isActive(tool);
  }

  use(tool: Model): void {
    const kind = kindOf(tool);
    if (kind?.role === "action") kind.act?.(tool, this);
    else this.tools.toggle(tool);
    this.changed();
  }

  idle(tool: Model): boolean {
    return kindOf(tool)?.idle?.(tool, this) ?? false;
  }

  begin(at: Point): void {
    this.#began = at;
    if (this.dragging !== "pan") return;
    this.events.moving();
    this.history.before("pan", true, true);
  }

  end(): void {
    this.events.letGo();
  }

  pan(dx: number, dy: number): void {
    const { frame, scene } = this;
    const zone = frame && zoneOf(this.#began, frame);
    if (frame === undefined || zone === undefined) return;
    const both = dimensionsOf(this.tools.drag);
    scene?.pan(frame, both.x && zone.x ? dx : NaN, both.y && zone.y ? dy : NaN);
    this.history.after();
    this.#moved();
  }

  step(dx: number, dy: number): void {
    const { width = 0, height = 0 } = this.frame ?? {};
    if (this.#editing?.nudge(-dx * width * NUDGE, -dy * height * NUDGE) === true) return;
    this.move((scene, frame) => {
      scene.pan(frame, dx * frame.width, dy * frame.height);
    }, "step");
  }

  zoom(factor: number, at?: Point): void {
    this.move((scene, frame) => {
      scene.zoom(frame, factorsOf(this.tools.wheelTool, factor), at);
    }, "zoom");
  }

  wheel(delta: number, at: Point, keys: Keys): boolean {
    const { tools, frame } = this;
    const tool = tools.wheelTool;
    if (isComing(tool)) {
      whenKnown(tool, () => this.wheel(delta, at, keys));
      return tool !== undefined;
    }
    const kind = tool && kindOf(tool);
    if (tool === undefined || kind?.wheel === undefined || frame === undefined) return false;
    const focused = this.renderRoot.querySelector(".area:focus") !== null;
    const zone = zoneOf(at, frame);
    if (zone === undefined || (tools.scroll === undefined && !focused)) return false;
    if (zone.side !== undefined && tool.get("zoom_on_axis") === false) return false;
    if (!isHeld(tool, keys)) {
      bringSpoken(({ held }) => {
        this.note(held(tool));
      });
      return false;
    }
    kind.wheel(tool, this, delta, at);
    return true;
  }

  draw(path: readonly Point[], done: boolean, keys: Keys): void {
    const { frame } = this;
    const inside = frame !== undefined && zoneOf(this.#began, frame)?.side === undefined;
    // What is drawn goes on, and what was drawn before the code has come is not lost.
    const drawn = [...path];
    if (!inside || this.#edit((editing) => editing.draw(drawn, done, keys))) return;
    const given = this.#givenUp;
    whenKnown(this.tools.drag, () => {
      const tool = this.tools.drag;
      if (tool === undefined || given !== this.#givenUp) return;
      if (selects(tool)) {
        if (drawn.length <= 2) this.history.before("select", true);
        this.#select((selecting) => {
          if (given === this.#givenUp) selecting.draw(tool, drawn, done, keys);
        });
      } else kindOf(tool)?.draw?.(tool, this, drawn, done, keys);
    });
  }

  cancel(): boolean {
    this.#givenUp += 1;
    const drawing = this.shape !== undefined;
    const editing = this.#editing?.cancel() ?? false;
    this.#selecting?.cancel();
    this.outline(undefined);
    return drawing || editing;
  }

  outline(shape: Shape | undefined): void {
    this.shape = shape;
    this.view.requestUpdate();
  }

  relook(): void {
    this.view.redraw();
  }

  chosen(geometry: Readonly<Record<string, unknown>>, final: boolean): void {
    this.events.say("selectiongeometry", { geometry, final });
  }

  escape(): void {
    this.#editing?.escape();
    this.#selecting?.clear();
  }

  remove(): boolean {
    return this.#editing?.remove() ?? false;
  }

  enter(keys: Keys): void {
    if (this.#editing?.enter() === true) return;
    whenKnown(this.tools.selectTool, () => {
      const tool = this.tools.selectTool;
      if (tool === undefined) return;
      this.#select((selecting) => {
        this.history.before("select", true);
        selecting.enter(tool, keys);
      });
    });
  }

  reset(): void {
    if (this.model.get("reset_policy") !== "event_only") {
      this.scene?.reset();
      this.history.clear();
      this.#shown();
      this.#selecting?.clear();
      deselect(this.layers);
    }
    this.events.say("reset");
  }

  hover(at: Point | undefined): void {
    this.pointer = at !== undefined && this.#isInside(at) ? at : undefined;
    this.#selecting?.hover(this.pointer);
    this.#editing?.hover(this.pointer);
    this.view.followPointer();
    const calling = this.tools
      .inspectors("HoverTool")
      .filter((tool) => tool.get("callback") !== null);
    if (calling.length === 0) return;
    bringCalling(({ hovered }) => {
      hovered(calling, this);
    });
  }

  tap(at: Point, keys: Keys, double: boolean): void {
    if (!this.#isInside(at) || this.#edit((editing) => editing.tap(at, keys, double))) return;
    const { tap, drag } = this.tools;
    // What a box has zoomed into, two taps leave again.
    if (double && drag?.type === "BoxZoomTool" && this.history.last === "box") this.undo();
    whenKnown(tap, () => {
      const tool = this.tools.tap;
      if (tool === undefined || !selects(tool)) return;
      this.#select((selecting) => {
        if (!isHeld(tool, keys)) return;
        if (tool.get("behavior") !== "inspect") {
          this.history.before("tap", true);
          selecting.tap(tool, at, keys, double);
        }
        if (tool.get("callback") === null) return;
        bringCalling(({ tapped }) => {
          tapped(tool, this, at, keys, double);
        });
      });
    });
  }

  hears(name: string): boolean {
    if (this.events.hears(name)) return true;
    return (
      name === "press" && [this.#editing, this.#selecting].some((each) => each?.presses === true)
    );
  }

  tell(name: string, at: Point, keys: Keys, detail?: Readonly<Record<string, unknown>>): void {
    if (name === "press" && this.#isInside(at)) {
      this.#editing?.press(at, keys);
      this.#selecting?.press(at, keys);
    }
    this.events.tell(name, at, keys, detail);
  }

  move(change: (scene: Scene, frame: Frame) => void, what = "move"): void {
    const { scene, frame } = this;
    if (scene === undefined || frame === undefined) return;
    const goesOn = GOING_ON.has(what);
    this.history.before(what, !goesOn, true);
    change(scene, frame);
    this.history.after();
    if (goesOn) this.#moved();
    else this.#shown();
  }

  undo(): void {
    this.history.undo();
    this.#shown();
  }

  redo(): void {
    this.history.redo();
    this.#shown();
  }

  note(words: string): void {
    this.noted = words;
    this.view.requestUpdate();
    clearTimeout(this.#noting);
    this.#noting = window.setTimeout(() => {
      this.noted = "";
      this.view.requestUpdate();
    }, NOTE_MS);
  }

  /** Edit something by hand, at once or as soon as the code for that has come; tell whether a tool in use does. */
  #edit(something: (editing: Editing) => boolean): boolean {
    if (this.#editing !== undefined) return something(this.#editing);
    const { drag, tap } = this.tools;
    if (!draws(drag ?? tap)) return false;
    bringEditing(() => {
      if (this.#editing !== undefined) something(this.#editing);
    });
    return true;
  }

  /** Select something: at once, before anything else is told, unless the code for that has yet to come. */
  #select(something: (selecting: Selecting) => void): void {
    if (this.#selecting !== undefined) something(this.#selecting);
    else {
      // What is asked for before it has come is not lost.
      bringSelecting(({ Selecting }) => {
        something((this.#selecting ??= new Selecting(this)));
      });
    }
  }

  repaint(): void {
    this.view.requestUpdate();
  }

  /** Show the tools as they are in use now, here and in bars for several figures. */
  changed(): void {
    toolsChanged();
    this.view.requestUpdate();
  }

  #isInside({ x, y }: Point): boolean {
    const { frame } = this;
    return frame !== undefined && x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  }

  /** Take note that another part of the data is shown, and that it may go on moving. */
  #moved(): void {
    this.events.moved();
    this.#redraw();
  }

  /** Tell whoever wants to know that another part of the data is shown. */
  #shown(): void {
    this.events.shown();
    this.#redraw();
  }

  #redraw(): void {
    this.view.redraw();
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => {
      bringSpoken(({ spokenEnds }) => {
        if (this.frame === undefined) return;
        this.told = `Shown: ${spokenEnds(this.view)}`;
        this.view.requestUpdate();
      });
    }, TELL_DELAY_MS);
  }
}
