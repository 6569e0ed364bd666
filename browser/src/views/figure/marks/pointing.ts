/** Which mark is pointed at, and what comes up because of marks. */
import type { Model } from "../../../model/types.js";
import { reference, references } from "../../field.js";
import type { Frame } from "../painters/painter.js";
import type { FigureView, Handling } from "../tools/handling.js";
import type { Mark } from "./mark.js";
import { looksUp } from "./mark.js";

export type Figure = FigureView & Element & { readonly hand: Handling };

/** What is pointed at in one figure. */
export class Pointing {
  static readonly #all: WeakMap<object, Pointing> = new WeakMap<object, Pointing>();

  readonly marks: Map<Model, Mark> = new Map<Model, Mark>();
  hovered: Model | undefined;

  /** Return what is pointed at in what a scene shows. */
  static of(scene: object): Pointing {
    const pointing = Pointing.#all.get(scene) ?? new Pointing();
    Pointing.#all.set(scene, pointing);
    return pointing;
  }

  /** Take in where the pointer is now, and which marks there are; tell whether something comes up because of them. */
  static at(figure: Figure, frame: Frame): boolean {
    const { scene } = figure;
    if (scene === undefined) return false;
    const pointing = Pointing.of(scene);
    const shown = [...references(figure.model, "renderers"), ...scene.guides];
    for (const model of pointing.marks.keys()) {
      if (!shown.includes(model)) pointing.marks.delete(model);
    }
    pointing.#hover(figure, frame);
    const bar = reference(figure.model, "toolbar");
    if (bar !== undefined) shown.push(bar);
    return shown.some(
      (model) =>
        references(model, "elements").length > 0 || reference(model, "context_menu") !== undefined,
    );
  }

  /** Return the uppermost mark at a place of the canvas. */
  find(frame: Frame, x: number, y: number, wanted: (model: Model) => boolean): Model | undefined {
    const found = [...this.marks.values()].filter(
      (mark) => wanted(mark.model) && mark.hits(frame, x, y) === true,
    );
    // Sorting is stable: of one level, the last one lies above the others.
    return found.sort((one, other) => one.level - other.level).at(-1)?.model;
  }

  #hover(figure: Figure, frame: Frame): void {
    const { pointer } = figure.hand;
    const [x, y] = [frame.left + (pointer?.x ?? NaN), frame.top + (pointer?.y ?? NaN)];
    const hovered = pointer === undefined ? undefined : this.find(frame, x, y, looksUp);
    if (hovered === this.hovered) return;
    this.hovered = hovered;
    figure.redraw();
  }
}
