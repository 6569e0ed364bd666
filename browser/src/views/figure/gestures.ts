/** A place, in CSS pixels from the upper left of the plotting area's element. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The keys that were held. */
export type Keys = Pick<MouseEvent, "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/** What a person asks of a plot with pointer, wheel or keys. */
export interface GestureTarget {
  /** What dragging does now; `draw` is for tools that want the path of the pointer. */
  readonly dragging: "pan" | "draw" | "none";
  readonly pinching: boolean;
  /** Begin to drag, at the place where the pointer went down. */
  begin(at: Point): void;
  pan(dx: number, dy: number): void;
  /** End to drag. */
  end(): void;
  /** Move by shares of the plotting area. */
  step(dx: number, dy: number): void;
  /** Zoom about a place, or the middle; a factor below 1 shows less. */
  zoom(factor: number, at?: Point): void;
  /** Turn the wheel by some CSS pixels, away from the person; tell whether that meant anything. */
  wheel(delta: number, at: Point, keys: Keys): boolean;
  /** Take a path that is being drawn, from where the pointer went down. */
  draw(path: readonly Point[], done: boolean, keys: Keys): void;
  /** Give up what is being drawn; tell whether there was anything. */
  cancel(): boolean;
  /** Do what the key named Escape is for when nothing is being done. */
  escape(): void;
  /** Delete what is selected, if that can be; tell whether anything was. */
  remove(): boolean;
  /** Do what the key named Enter is for. */
  enter(keys: Keys): void;
  reset(): void;
  hover(at: Point | undefined): void;
  tap(at: Point, keys: Keys, double: boolean): void;
  /** Whether anybody wants to hear of events of a name. */
  hears(name: string): boolean;
  /** Tell of an event at a place. */
  tell(name: string, at: Point, keys: Keys, detail?: Readonly<Record<string, unknown>>): void;
}

/** Below this a press is a tap. Capturing the pointer earlier would swallow clicks on what lies above the plot. */
const SLOP = 4;
/** A press that is held so long is no tap, if anybody asks. */
const PRESS_MS = 400;
/** Two taps within this time and distance are one double tap. */
const DOUBLE_MS = 350;
const DOUBLE_SLOP = 12;
/** How much one key press pans, as a share of the plot, and zooms. */
const KEY_PAN = 0.1;
const KEY_ZOOM = 0.8;

/** Where two fingers stood when the second one came down. */
interface Spread {
  readonly distance: number;
  readonly angle: number;
  readonly middle: Point;
}

/** Turns the events of an element into what they ask for. */
export class Gestures {
  /** The pointers that are down, where they are in the window: the element itself moves when axes need other room. */
  readonly #pointers = new Map<number, Point>();
  #start: Point | undefined;
  #path: Point[] = [];
  #dragged = false;
  #spread: Spread | undefined;
  #holding = 0;
  #held = false;
  #lastTap: { readonly at: Point; readonly time: number } | undefined;

  /**
   * Hear the pointers of an element and the keys of the plotting area in it.
   *
   * Places are those from the upper left of the plotting area, so that they are negative on axes before it.
   */
  constructor(
    private readonly element: HTMLElement,
    private readonly area: HTMLElement,
    private readonly target: GestureTarget,
  ) {
    element.addEventListener("pointerdown", this.#onDown);
    element.addEventListener("pointermove", this.#onMove);
    element.addEventListener("pointerup", this.#onUp);
    element.addEventListener("pointercancel", this.#onCancel);
    element.addEventListener("pointerenter", this.#onEnter);
    element.addEventListener("pointerleave", this.#onLeave);
    element.addEventListener("wheel", this.#onWheel, { passive: false });
    element.addEventListener("touchmove", this.#onTouchMove, { passive: false });
    area.addEventListener("keydown", this.#onKey);
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || isControl(event)) return;
    // What was lifted where nobody heard of it, as out of the page, is no second finger.
    if (event.isPrimary) this.#giveUp(event);
    this.#pointers.set(event.pointerId, inWindow(event));
    clearTimeout(this.#holding);
    if (this.#pointers.size === 1) {
      this.#start = inWindow(event);
      this.#path = [this.#place(this.#start)];
      this.#dragged = false;
      this.#held = false;
      if (this.target.hears("press") || this.target.hears("pressup")) this.#hold(event);
      return;
    }
    const dragging = this.#dragged && this.#spread === undefined && this.#start !== undefined;
    if (dragging) this.#tell("panend", event);
    this.target.cancel();
    this.#dragged = true;
    this.#capture(event);
    this.#beginSpread(event);
  };

  #hold(event: PointerEvent): void {
    this.#holding = window.setTimeout(() => {
      this.#held = true;
      this.#tell("press", event);
    }, PRESS_MS);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const at = inWindow(event);
    // A button that was let go beside the figure drags nothing when the pointer comes back.
    if (event.pointerType === "mouse" && event.buttons === 0) this.#giveUp(event);
    const last = this.#pointers.get(event.pointerId);
    if (last === undefined) {
      if (event.buttons !== 0) return;
      this.target.hover(this.#place(at));
      this.#tell("mousemove", event);
    } else if (this.#pointers.size === 1) {
      if (event.pointerType !== "touch") this.#tell("mousemove", event);
      this.#drag(event, last, at);
    } else this.#pinch(event, last, at);
  };

  #drag(event: PointerEvent, last: Point, at: Point): void {
    const start = this.#start ?? at;
    if (!this.#dragged) {
      if (Math.hypot(at.x - start.x, at.y - start.y) < SLOP) return;
      clearTimeout(this.#holding);
      this.#dragged = true;
      this.#capture(event);
      this.target.hover(undefined);
      this.target.begin(this.#place(start));
      this.target.tell("panstart", this.#place(start), event);
    }
    this.#pointers.set(event.pointerId, at);
    const { dragging } = this.target;
    if (dragging === "pan") this.target.pan(at.x - last.x, at.y - last.y);
    // The finger that stays after a pinch neither draws nor tells of a drag that it has not begun.
    if (this.#start === undefined) return;
    if (dragging === "draw") {
      this.#path.push(this.#place(at));
      this.target.draw(this.#path, false, event);
    }
    const [delta_x, delta_y] = [at.x - start.x, at.y - start.y];
    this.#tell("pan", event, { delta_x, delta_y, direction: delta_x < 0 ? -1 : 1 });
  }

  /** Two fingers are the figure's, where it is pinched: the page neither zooms nor scrolls with them. */
  readonly #onTouchMove = (event: TouchEvent): void => {
    if (this.#pointers.size > 1 && event.cancelable && this.target.pinching) event.preventDefault();
  };

  #pinch(event: PointerEvent, last: Point, at: Point): void {
    const other = this.#other(event.pointerId);
    this.#pointers.set(event.pointerId, at);
    const begun = this.#spread;
    if (other === undefined || begun === undefined) return;
    const now = this.#spreadOf(at, other);
    this.#spread = { ...begun, middle: now.middle };
    const scale = now.distance / Math.max(begun.distance, 1);
    this.target.tell("pinch", now.middle, event, { scale });
    const turned = now.angle - begun.angle;
    const rotation = turned - 360 * Math.round(turned / 360);
    this.target.tell("rotate", now.middle, event, { rotation });
    if (!this.target.pinching) return;
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    if (before > 0 && now.distance > 0) {
      this.target.zoom(before / now.distance, now.middle);
    }
    this.target.pan((at.x - last.x) / 2, (at.y - last.y) / 2);
  }

  #beginSpread(event: PointerEvent): void {
    const other = this.#other(event.pointerId);
    if (other === undefined || this.#spread !== undefined) return;
    this.#spread = this.#spreadOf(other, this.#pointers.get(event.pointerId) ?? other);
    for (const name of ["pinchstart", "rotatestart"]) {
      this.target.tell(name, this.#spread.middle, event);
    }
  }

  #endSpread(event: PointerEvent): void {
    const spread = this.#spread;
    if (spread === undefined || this.#pointers.size > 1) return;
    this.#spread = undefined;
    this.#start = undefined;
    for (const name of ["pinchend", "rotateend"]) this.target.tell(name, spread.middle, event);
  }

  /** Return how two fingers stand; the angle is that from the one that came down first. */
  #spreadOf(one: Point, other: Point): Spread {
    const [first = one] = this.#pointers.values();
    const second = first === one ? other : one;
    const [dx, dy] = [second.x - first.x, second.y - first.y];
    const middle = this.#place({ x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 });
    return { distance: Math.hypot(dx, dy), angle: (Math.atan2(dy, dx) * 180) / Math.PI, middle };
  }

  #other(pointer: number): Point | undefined {
    return [...this.#pointers].find(([id]) => id !== pointer)?.[1];
  }

  readonly #onUp = (event: PointerEvent): void => {
    const known = this.#pointers.delete(event.pointerId);
    clearTimeout(this.#holding);
    if (!known) return;
    const pinched = this.#spread !== undefined;
    this.#endSpread(event);
    if (this.#pointers.size > 0) return;
    const at = this.#place(inWindow(event));
    if (this.#dragged) {
      const drawn = !pinched && this.#start !== undefined && this.target.dragging === "draw";
      const last = this.#path.at(-1);
      const rests = last?.x === at.x && last.y === at.y;
      if (drawn) this.target.draw(rests ? this.#path : [...this.#path, at], true, event);
      this.target.end();
      if (!pinched && this.#start !== undefined) this.#tell("panend", event);
    } else if (this.#held) this.#tell("pressup", event);
    else this.#tap(at, event);
    this.#start = undefined;
  };

  #tap(at: Point, event: PointerEvent): void {
    const last = this.#lastTap;
    const double =
      last !== undefined &&
      event.timeStamp - last.time < DOUBLE_MS &&
      Math.hypot(at.x - last.at.x, at.y - last.at.y) < DOUBLE_SLOP;
    this.#lastTap = double ? undefined : { at, time: event.timeStamp };
    this.target.tap(at, event, double);
    this.target.tell(double ? "doubletap" : "tap", at, event);
    if (event.pointerType !== "touch") return;
    this.target.hover(at);
    // A finger leaves nothing when it is lifted: the next one that is put down elsewhere does.
    window.addEventListener("pointerdown", this.#onElsewhere, { capture: true });
  }

  readonly #onElsewhere = (event: PointerEvent): void => {
    if (event.composedPath().includes(this.element)) return;
    window.removeEventListener("pointerdown", this.#onElsewhere, { capture: true });
    this.target.hover(undefined);
  };

  readonly #onCancel = (event: PointerEvent): void => {
    const known = this.#pointers.delete(event.pointerId);
    clearTimeout(this.#holding);
    const pinched = this.#spread !== undefined;
    this.#endSpread(event);
    if (known && this.#dragged && !pinched && this.#start !== undefined) {
      this.#tell("panend", event);
    }
    this.#start = undefined;
    this.target.cancel();
  };

  readonly #onEnter = (event: PointerEvent): void => {
    if (event.pointerType !== "touch") this.#tell("mouseenter", event);
  };

  readonly #onLeave = (event: PointerEvent): void => {
    if (event.pointerType === "touch") return;
    this.target.hover(undefined);
    this.#tell("mouseleave", event);
  };

  readonly #onWheel = (event: WheelEvent): void => {
    // Lines and pages, for browsers that count in those.
    const unit = [1, 16, 400][event.deltaMode] ?? 1;
    const delta = -event.deltaY * unit;
    this.#tell("wheel", event, { delta });
    if (this.target.wheel(delta, this.#place(inWindow(event)), event)) event.preventDefault();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const moves: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => {
        this.target.step(KEY_PAN, 0);
      },
      ArrowRight: () => {
        this.target.step(-KEY_PAN, 0);
      },
      ArrowUp: () => {
        this.target.step(0, KEY_PAN);
      },
      ArrowDown: () => {
        this.target.step(0, -KEY_PAN);
      },
      "+": () => {
        this.target.zoom(KEY_ZOOM);
      },
      "-": () => {
        this.target.zoom(1 / KEY_ZOOM);
      },
      "0": () => {
        this.target.reset();
      },
      Enter: () => {
        this.target.enter(event);
      },
      Escape: () => {
        // What the pointers do until they are lifted no longer counts.
        const busy = this.#pointers.size > 0;
        this.#forget();
        const drawing = this.target.cancel();
        this.target.hover(undefined);
        if (!busy && !drawing) this.target.escape();
      },
    };
    if (event.key === "Backspace" || event.key === "Delete") {
      if (this.target.remove()) event.preventDefault();
      return;
    }
    const key = event.key === "=" ? "+" : event.key;
    if ((event.ctrlKey || event.metaKey) && key !== "Enter") return;
    const move = moves[key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  /** End what pointers were about that are up by now: an outline would stay where it is. */
  #giveUp(event: PointerEvent): void {
    const dragging = this.#pointers.size > 0 && this.#dragged;
    const told = dragging && this.#spread === undefined && this.#start !== undefined;
    this.#forget();
    if (told) this.#tell("panend", event);
    if (dragging) this.target.cancel();
  }

  /** Count no pointer as down. */
  #forget(): void {
    this.#pointers.clear();
    this.#spread = undefined;
    this.#start = undefined;
    clearTimeout(this.#holding);
  }

  #tell(name: string, event: MouseEvent, detail?: Readonly<Record<string, unknown>>): void {
    this.target.tell(name, this.#place(inWindow(event)), event, detail);
  }

  #capture(event: PointerEvent): void {
    try {
      this.element.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is up already: there is nothing left to capture.
    }
  }

  /** Return where in the element a place in the window is. */
  #place({ x, y }: Point): Point {
    const box = this.area.getBoundingClientRect();
    return { x: x - box.left, y: y - box.top };
  }
}

/** Tell whether an event is meant for something over the plot that can be pressed itself. */
function isControl(event: Event): boolean {
  const [first] = event.composedPath();
  return first instanceof Element && first.closest("button, a, input, select, .legend") !== null;
}

function inWindow(event: MouseEvent): Point {
  return { x: event.clientX, y: event.clientY };
}
