import type { Model } from "../../../model/types.js";
import type { Layer } from "../layer.js";
import type { Scene } from "../scene.js";
import type { Selected } from "../selected.js";
import { NOTHING, select, selectedIn } from "../selected.js";
import type { Place } from "../view_range.js";

/** So many steps can be undone, and so many selected rows are remembered for it. */
const MOST_STEPS = 50;
const MOST_ROWS = 1_000_000;
/** Turns of the wheel, or presses of keys, that follow each other so soon are one step. */
const TOGETHER_MS = 400;

/** What a figure has shown, and what was selected. */
interface Moment {
  readonly places: readonly Place[];
  readonly selected: ReadonlyMap<Model, Selected>;
}

/** What a figure has shown before. */
export class History {
  #back: Moment[] = [];
  #forth: Moment[] = [];
  /** How things stood before something that may come to nothing. */
  #held: Moment | undefined;
  #last: { readonly what: string; readonly time: number } | undefined;

  constructor(
    private readonly scene: () => Scene | undefined,
    private readonly changed: () => void,
  ) {}

  get canUndo(): boolean {
    return this.#back.length > 0;
  }

  get canRedo(): boolean {
    return this.#forth.length > 0;
  }

  /** What the last step was. */
  get last(): string | undefined {
    return this.canUndo ? this.#last?.what : undefined;
  }

  /**
   * Remember how things stand before something is done; what goes on for a while is one step.
   *
   * Where ranges may move, or may not, `after` tells whether it is one at all.
   */
  before(what: string, begins = false, perhaps = false): void {
    const time = performance.now();
    const same = this.#last?.what === what && time - this.#last.time < TOGETHER_MS;
    this.#last = { what, time };
    if (same && !begins) return;
    const moment = this.#now();
    if (moment === undefined) return;
    if (perhaps) this.#held = moment;
    else this.#add(moment);
  }

  /** See whether something has moved that may have; a step that changes nothing is none, and takes none away. */
  after(): void {
    const held = this.#held;
    const places = this.scene()?.places();
    if (held !== undefined && places !== undefined && !isSame(held.places, places)) this.#add(held);
  }

  #add(moment: Moment): void {
    this.#held = undefined;
    this.#forth = [];
    this.#back.push(moment);
    this.#trim();
    this.changed();
  }

  undo(): void {
    this.#go(this.#back, this.#forth);
  }

  redo(): void {
    this.#go(this.#forth, this.#back);
  }

  clear(): void {
    this.#held = undefined;
    this.#back = [];
    this.#forth = [];
    this.changed();
  }

  #go(from: Moment[], to: Moment[]): void {
    const now = this.#now();
    const moment = from.pop();
    if (moment === undefined || now === undefined) return;
    to.push(now);
    this.#last = this.#held = undefined;
    this.scene()?.restore(moment.places);
    for (const [selection, selected] of moment.selected) select(selection, selected);
    this.changed();
  }

  #now(): Moment | undefined {
    const scene = this.scene();
    return scene && { places: scene.places(), selected: selectedOf(scene.layers) };
  }

  #trim(): void {
    const rows = (moment: Moment): number =>
      [...moment.selected.values()].reduce((sum, { indices }) => sum + indices.length, 0);
    let total = this.#back.reduce((sum, moment) => sum + rows(moment), 0);
    while (this.#back.length > MOST_STEPS || (total > MOST_ROWS && this.#back.length > 1)) {
      const dropped = this.#back.shift();
      total -= dropped === undefined ? 0 : rows(dropped);
    }
  }
}

/** Tell whether ranges show the same as before. */
function isSame(before: readonly Place[], now: readonly Place[]): boolean {
  const told = (places: readonly Place[]): string =>
    JSON.stringify(places.map(({ range, values, moved }) => [range.id, values, moved]));
  return told(before) === told(now);
}

/** Select nothing in what layers draw. */
export function deselect(layers: readonly Layer[]): void {
  for (const { selection } of layers) {
    if (selection !== undefined) select(selection, NOTHING);
  }
}

function selectedOf(layers: readonly Layer[]): ReadonlyMap<Model, Selected> {
  const selected = new Map<Model, Selected>();
  for (const { selection } of layers) {
    if (selection !== undefined) selected.set(selection, selectedIn(selection));
  }
  return selected;
}
