import type { Model } from "../../model/types.js";
import { number } from "../field.js";
import type { Keys, Point } from "./gestures.js";
import type { Frame } from "./painters/painter.js";

/** How often the application is told of the part that is shown while that moves. */
const RANGES_MS = 50;
/** How long a figure rests before a movement counts as ended. */
const REST_MS = 500;

/** Tells the application what happens to a figure, as far as it has asked. */
export class PlotEvents {
  #ranges = 0;
  #rest = 0;

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

  /** Take note that a person has moved what is shown. */
  moved(): void {
    this.#ranges ||= window.setTimeout(() => {
      this.#ranges = 0;
      const frame = this.frame();
      if (frame === undefined) return;
      const [x, y] = [frame.x.ends, frame.y.ends];
      this.say("rangesupdate", { x0: x.start, x1: x.end, y0: y.start, y1: y.end });
    }, RANGES_MS);
    if (this.#rest === 0) this.say("lodstart");
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(
      () => {
        this.#rest = 0;
        this.say("lodend");
      },
      number(this.model, "lod_timeout", REST_MS),
    );
  }

  /** Tell nothing more. */
  stop(): void {
    clearTimeout(this.#ranges);
    clearTimeout(this.#rest);
    this.#ranges = 0;
    this.#rest = 0;
  }
}

function modifiersOf({ shiftKey, ctrlKey, altKey }: Keys): Readonly<Record<string, boolean>> {
  return { shift: shiftKey, ctrl: ctrlKey, alt: altKey };
}
