import type { Model } from "../../model/types.js";
import { number, reference } from "../field.js";
import type { Keys, Point } from "./gestures.js";
import type { Frame } from "./painters/painter.js";

/** How long a figure rests before a movement counts as ended. */
const REST_MS = 500;

/** Who tells of figures that show a range. */
const showing = new WeakMap<Model, Set<PlotEvents>>();

/** Tell of all figures that show some ranges that they show other parts now. */
export function tellShown(ranges: Iterable<Model>): void {
  const all = new Set([...ranges].flatMap((range) => [...(showing.get(range) ?? [])]));
  for (const events of all) events.tellRanges();
}

/** Tells the application what happens to a figure, as far as it has asked. */
export class PlotEvents {
  #rest = 0;
  /** Whether another part is shown than the application was told. */
  #news = false;
  /** The ranges at which it is enlisted. */
  #enlisted: readonly Model[] = [];

  constructor(
    private readonly model: Model,
    private readonly frame: () => Frame | undefined,
  ) {}

  hears(name: string): boolean {
    return this.model.observes(name);
  }

  /** Tell of something at a place of the plotting area. */
  tell(name: string, at: Point, keys: Keys, detail?: Readonly<Record<string, unknown>>): void {
    const frame = this.frame();
    if (frame === undefined || !this.hears(name)) return;
    const sx = at.x + frame.left;
    const sy = at.y + frame.top;
    const [x, y] = [frame.x.toValue(sx), frame.y.toValue(sy)];
    this.model.emit(name, { sx, sy, x, y, modifiers: modifiersOf(keys), ...detail });
  }

  /** Tell of something that has no place. */
  say(name: string, detail?: Readonly<Record<string, unknown>>): void {
    if (this.hears(name)) this.model.emit(name, detail);
  }

  /** The ranges of the figure, once they are its own. */
  get #ranges(): readonly Model[] {
    const ranges = ["x_range", "y_range"].map((field) => reference(this.model, field));
    return ranges.filter((range) => range !== undefined);
  }

  /** Take note which ranges the figure shows. */
  watch(): void {
    this.#leave();
    this.#enlisted = this.#ranges;
    for (const range of this.#enlisted) {
      showing.set(range, (showing.get(range) ?? new Set()).add(this));
    }
  }

  /** Tell which part is shown now, here and in figures with the same ranges. */
  shown(): void {
    this.#news = false;
    this.watch();
    tellShown(this.#ranges);
  }

  tellRanges(): void {
    const frame = this.frame();
    const [x, y] = this.#ranges;
    if (frame === undefined || x === undefined || y === undefined) return;
    // What other figures have moved is drawn here in a moment only.
    this.say("rangesupdate", {
      x0: number(x, "start", frame.x.ends.start),
      x1: number(x, "end", frame.x.ends.end),
      y0: number(y, "start", frame.y.ends.start),
      y1: number(y, "end", frame.y.ends.end),
    });
  }

  /** Take note that a drag has ended. */
  letGo(): void {
    if (this.#news) this.shown();
  }

  /** Take note that a person moves what is shown, and may go on doing so. */
  moved(): void {
    this.#news = true;
    this.moving();
  }

  /** Take note that a person is about to move what is shown, or does. */
  moving(): void {
    if (this.#rest === 0) this.say("lodstart");
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(
      () => {
        this.#rest = 0;
        this.say("lodend");
        this.letGo();
      },
      number(this.model, "lod_timeout", REST_MS),
    );
  }

  /** Tell nothing more. */
  stop(): void {
    clearTimeout(this.#rest);
    this.#leave();
    this.#news = false;
    this.#rest = 0;
  }

  #leave(): void {
    for (const range of this.#enlisted) showing.get(range)?.delete(this);
    this.#enlisted = [];
  }
}

function modifiersOf({ shiftKey, ctrlKey, altKey }: Keys): Readonly<Record<string, boolean>> {
  return { shift: shiftKey, ctrl: ctrlKey, alt: altKey };
}
