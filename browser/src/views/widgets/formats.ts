/** Values of sliders and spinners as formatters of ticks write them. */
import type { Model, Subscription } from "../../model/types.js";
import type { ModelElement } from "../element.js";
import { number } from "../field.js";
import { extras } from "../figure/extras.js";
import "../figure/labels/all.js";

/** Hears of changes of the formatter that a view has now, for as long as it is in the page. */
class Following {
  #formatter: Model | undefined;
  #subscription: Subscription | undefined;

  constructor(private readonly view: ModelElement) {
    view.addController(this);
  }

  follow(formatter: Model): void {
    if (formatter === this.#formatter) return;
    this.hostDisconnected();
    this.#formatter = formatter;
    this.#subscription = formatter.observe(() => {
      this.view.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#subscription?.cancel();
    this.#formatter = undefined;
  }
}

const all = new WeakMap<ModelElement, Following>();

/** Write a value, and have the view do so again whenever the formatter is another. */
export function write(view: ModelElement, formatter: Model, value: number): string | undefined {
  const following = all.get(view) ?? new Following(view);
  all.set(view, following);
  following.follow(formatter);
  const ticked = { direction: "x", span: TICKS * stepOf(view.model) } as const;
  return extras.labels?.(inOneForm(formatter), [value], ticked)?.[0];
}

/** So many ticks would fit where one stands alone. */
const TICKS = 6;
const DAY_MS = 86_400_000;

/** Return the distance of two values that can be chosen: it says in which form times are written. */
function stepOf(model: Model): number {
  const step = number(model, "step", 1);
  return /^Date(Range)?Slider$/.test(model.type) ? Math.max(step, 1) * DAY_MS : step;
}

/** Return a formatter that writes all times in one form, also where a month or a day begins. */
function inOneForm(formatter: Model): Model {
  if (formatter.type !== "DatetimeTickFormatter") return formatter;
  const get = (field: string): unknown =>
    field === "boundary_scaling" ? false : formatter.get(field);
  return Object.create(formatter, { get: { value: get } }) as Model;
}
