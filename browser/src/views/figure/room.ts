import type { Model } from "../../model/types.js";
import { optionalNumber } from "../field.js";
import { tellNeighbours } from "./aligned.js";
import type { Frame } from "./painters/painter.js";
import type { Arrangement, Margins } from "./panels.js";
import { SIDES } from "./panels.js";
import type { Scene } from "./scene.js";

/** A figure that its author has made narrower than this, in CSS pixels, keeps what belongs beside the plot there. */
const SLIM = 380;
/** A figure that has kept its size for so long is likely to keep it. */
const SETTLED_MS = 200;

/** Fields of a figure that concern its room only. */
export const ROOM_FIELDS: ReadonlySet<string> = new Set([
  "width",
  "height",
  "min_width",
  "max_width",
  "min_height",
  "max_height",
  "margin",
  "sizing_mode",
  "visible",
  "align",
  "css_classes",
  "styles",
  "inner_width",
  "inner_height",
  "outer_width",
  "outer_height",
]);

/** The room that a figure takes on a page, and what of it is around the plotting area. */
export class Room {
  /** What lies between the edges of the figure and its frame; nothing is known before it was drawn. */
  insets: Margins | undefined;
  /** What was told last. */
  #sizes = "";
  #telling = 0;

  constructor(private readonly figure: HTMLElement & { readonly model: Model }) {}

  leave(): void {
    this.insets = undefined;
  }

  /** Whether the author has made the figure narrow. */
  get slim(): boolean {
    const { model } = this.figure;
    const wide = optionalNumber(model, "frame_width") ?? optionalNumber(model, "width");
    return wide !== undefined && wide < SLIM;
  }

  /** Make the figure as large as its frame has to be. */
  fit(host: HTMLElement, frame: Frame | undefined): void {
    const { figure } = this;
    const wide = optionalNumber(figure.model, "frame_width");
    // Its style sheet asks how wide it is; one that was meant to be narrow does not answer.
    figure.style.containerType = this.slim ? "normal" : "";
    const tall = optionalNumber(figure.model, "frame_height");
    if (frame === undefined || (wide ?? tall) === undefined) return;
    const { width, height } = frame.context.canvas;
    if (wide !== undefined) {
      const beside = width / frame.ratio - frame.width + figure.offsetWidth - host.clientWidth;
      figure.style.width = `${Math.round(wide + beside)}px`;
    }
    if (tall !== undefined) {
      const above = height / frame.ratio - frame.height + figure.offsetHeight - host.clientHeight;
      figure.style.height = `${Math.round(tall + above)}px`;
    }
  }

  /** See how much room there is around the canvas, and what others need of it; tell whether it is another one by now. */
  measure(host: HTMLElement, scene: Scene, { margins }: Arrangement): boolean {
    const plot = host.parentElement;
    const around = plot?.parentElement ?? null;
    if (plot === null || around === null) return false;
    const { offsetLeft: left, offsetTop: above } = plot;
    const outside = {
      above,
      left,
      right: around.clientWidth - left - plot.offsetWidth,
      below: around.clientHeight - above - plot.offsetHeight,
    };
    const moved = SIDES.some((side) => outside[side] !== scene.outside[side]);
    scene.outside = outside;
    const insets = { ...outside };
    for (const side of SIDES) insets[side] += margins[side];
    if (SIDES.some((side) => insets[side] !== this.insets?.[side])) {
      this.insets = insets;
      tellNeighbours(this.figure);
    }
    return moved;
  }

  /** Tell Python how large the figure is, once it stays so. */
  tell(frame: Frame | undefined): void {
    if (frame === undefined) return;
    const { figure } = this;
    const sizes = {
      inner_width: Math.round(frame.width),
      inner_height: Math.round(frame.height),
      outer_width: figure.offsetWidth,
      outer_height: figure.offsetHeight,
    };
    const words = Object.values(sizes).join();
    // What another page says is its own business: these would answer each other for ever.
    if (words === this.#sizes) return;
    this.#sizes = words;
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => {
      const { model } = figure;
      const same = Object.entries(sizes).every(([field, size]) => model.get(field) === size);
      if (figure.isConnected && !same) model.setAll(sizes);
    }, SETTLED_MS);
  }
}
