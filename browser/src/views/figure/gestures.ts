/** What a person asks of a plot with pointer, wheel or keys. Places are CSS pixels of the plotting area's element. */
export interface GestureTarget {
  /** What dragging does now. */
  readonly dragging: "pan" | "box" | "none";
  /** Whether the wheel zooms now. */
  readonly wheeling: boolean;
  readonly pinching: boolean;
  pan(dx: number, dy: number): void;
  /** Zoom about a place; a factor below 1 shows less. */
  zoom(factor: number, x: number, y: number): void;
  box(from: Point, to: Point, done: boolean): void;
  /** Give up what `box` had begun. */
  cancelBox(): void;
  reset(): void;
  hover(at: Point | undefined): void;
  tap(at: Point, count: number): void;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Below this a press is a tap. Capturing the pointer earlier would swallow clicks on what lies above the plot. */
const SLOP = 4;
/** How much one key press pans, as a share of the plot, and zooms. */
const KEY_PAN = 0.1;
const KEY_ZOOM = 0.8;

/** Turns the events of an element into what they ask for. */
export class Gestures {
  /** The pointers that are down, where they are in the window: the element itself moves when axes need other room. */
  readonly #pointers = new Map<number, Point>();
  #start: Point | undefined;
  #dragged = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly target: GestureTarget,
  ) {
    element.addEventListener("pointerdown", this.#onDown);
    element.addEventListener("pointermove", this.#onMove);
    element.addEventListener("pointerup", this.#onUp);
    element.addEventListener("pointercancel", this.#onCancel);
    element.addEventListener("pointerleave", this.#onLeave);
    element.addEventListener("wheel", this.#onWheel, { passive: false });
    element.addEventListener("keydown", this.#onKey);
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#pointers.set(event.pointerId, inWindow(event));
    if (this.#pointers.size === 1) {
      this.#start = inWindow(event);
      this.#dragged = false;
    } else {
      this.target.cancelBox();
      this.#dragged = true;
      this.#capture(event);
    }
  };

  readonly #onMove = (event: PointerEvent): void => {
    const at = inWindow(event);
    const last = this.#pointers.get(event.pointerId);
    if (last === undefined) {
      if (event.buttons === 0) this.target.hover(this.#place(at));
      return;
    }
    if (this.#pointers.size === 1) this.#drag(event, last, at);
    else this.#pinch(event.pointerId, last, at);
  };

  #drag(event: PointerEvent, last: Point, at: Point): void {
    const start = this.#start ?? at;
    if (!this.#dragged) {
      if (Math.hypot(at.x - start.x, at.y - start.y) < SLOP) return;
      this.#dragged = true;
      this.#capture(event);
      this.target.hover(undefined);
    }
    this.#pointers.set(event.pointerId, at);
    if (this.target.dragging === "pan") this.target.pan(at.x - last.x, at.y - last.y);
    else if (this.target.dragging === "box") {
      this.target.box(this.#place(start), this.#place(at), false);
    }
  }

  #pinch(pointer: number, last: Point, at: Point): void {
    this.#pointers.set(pointer, at);
    const others = [...this.#pointers].filter(([id]) => id !== pointer);
    const other = others[0]?.[1];
    if (other === undefined || !this.target.pinching) return;
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(at.x - other.x, at.y - other.y);
    if (before > 0 && after > 0) {
      const middle = this.#place({ x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
      this.target.zoom(before / after, middle.x, middle.y);
    }
    this.target.pan((at.x - last.x) / 2, (at.y - last.y) / 2);
  }

  readonly #onUp = (event: PointerEvent): void => {
    const known = this.#pointers.delete(event.pointerId);
    if (!known || this.#pointers.size > 0) return;
    const at = this.#place(inWindow(event));
    if (this.#dragged) {
      if (this.target.dragging === "box" && this.#start !== undefined) {
        this.target.box(this.#place(this.#start), at, true);
      }
    } else {
      this.target.tap(at, event.detail);
      if (event.pointerType === "touch") this.target.hover(at);
    }
    this.#start = undefined;
  };

  readonly #onCancel = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
    this.#start = undefined;
    this.target.cancelBox();
  };

  readonly #onLeave = (event: PointerEvent): void => {
    if (event.pointerType !== "touch") this.target.hover(undefined);
  };

  readonly #onWheel = (event: WheelEvent): void => {
    if (!this.target.wheeling) return;
    event.preventDefault();
    // Lines and pages, for browsers that count in those.
    const unit = [1, 16, 400][event.deltaMode] ?? 1;
    const delta = Math.max(-240, Math.min(240, event.deltaY * unit));
    const at = this.#place(inWindow(event));
    this.target.zoom(Math.exp(delta * 0.0015), at.x, at.y);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { clientWidth: width, clientHeight: height } = this.element;
    const moves: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => {
        this.target.pan(width * KEY_PAN, 0);
      },
      ArrowRight: () => {
        this.target.pan(-width * KEY_PAN, 0);
      },
      ArrowUp: () => {
        this.target.pan(0, height * KEY_PAN);
      },
      ArrowDown: () => {
        this.target.pan(0, -height * KEY_PAN);
      },
      "+": () => {
        this.target.zoom(KEY_ZOOM, width / 2, height / 2);
      },
      "-": () => {
        this.target.zoom(1 / KEY_ZOOM, width / 2, height / 2);
      },
      "0": () => {
        this.target.reset();
      },
      Escape: () => {
        // What the pointers do until they are lifted no longer counts.
        this.#pointers.clear();
        this.#start = undefined;
        this.target.cancelBox();
        this.target.hover(undefined);
      },
    };
    const move = moves[event.key === "=" ? "+" : event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  #capture(event: PointerEvent): void {
    try {
      this.element.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is up already: there is nothing left to capture.
    }
  }

  /** Return where in the element a place in the window is. */
  #place({ x, y }: Point): Point {
    const box = this.element.getBoundingClientRect();
    return { x: x - box.left, y: y - box.top };
  }
}

function inWindow(event: MouseEvent): Point {
  return { x: event.clientX, y: event.clientY };
}
