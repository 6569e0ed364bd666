import type { Model } from "../../../model/types.js";
import { isModel, reference, references } from "../../field.js";
import type { Role, Slot } from "./kinds.js";
import { asksForKeys, draws, driven, kindOf, selects } from "./kinds.js";

/** Who uses tools: a figure, or a bar for several of them. */
export interface ToolUser {
  /** Whether a tool is in use. */
  uses(tool: Model): boolean;
  /** Take a tool up or lay it down, or do at once what it does. */
  use(tool: Model): void;
  /** Whether a tool has nothing to do now. */
  idle(tool: Model): boolean;
  /** Show what was shown at first, if it is a figure. */
  reset?(): void;
}

const users = new WeakMap<Model, Set<ToolUser>>();
const watchers = new Set<() => void>();

/** Let whoever is driven by the buttons of tools, or by a figure's own signals, be known until the returned function is called. */
export function enlist(tools: readonly Model[], user: ToolUser): () => void {
  for (const tool of tools) users.set(tool, (users.get(tool) ?? new Set()).add(user));
  return () => {
    for (const tool of tools) users.get(tool)?.delete(user);
  };
}

/** Return who is driven by the button of a tool, or who shows a figure. */
export function usersOf(tool: Model): ToolUser[] {
  return [...(users.get(tool) ?? [])];
}

/** Hear when tools are taken up or laid down, until the returned function is called. */
export function watchTools(changed: () => void): () => void {
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
  };
}

/** Have all bars show which tools are in use. */
export function toolsChanged(): void {
  for (const changed of watchers) changed();
}

const SLOTS: readonly Slot[] = ["drag", "tap", "scroll"];

/** Return what a tool takes up. */
function takenBy(tool: Model): readonly Slot[] {
  const kind = kindOf(tool);
  if (kind === undefined) return draws(tool) ? SLOTS.slice(0, 2) : [];
  const role = kind.role as Slot;
  return kind.takes ?? (SLOTS.includes(role) ? [role] : []);
}

/** Which tools of a figure are in use. That is each viewer's own affair, and not told to the others. */
export class Tools {
  /** What has been chosen here; where nothing has, the bar says what is in use. */
  #slots = new Map<Slot, Model | undefined>();
  readonly #paused = new Map<Model, boolean>();

  constructor(private readonly figure: Model) {}

  get all(): readonly Model[] {
    const { bar } = this;
    return bar === undefined ? [] : references(bar, "tools").flatMap(driven);
  }

  get bar(): Model | undefined {
    return reference(this.figure, "toolbar");
  }

  get drag(): Model | undefined {
    return this.#used("drag");
  }

  get scroll(): Model | undefined {
    return this.#used("scroll");
  }

  get tap(): Model | undefined {
    return this.#used("tap");
  }

  /** The tool that selects: the one in use, or any. */
  get selectTool(): Model | undefined {
    return [this.drag, this.tap, ...this.all].find(selects);
  }

  /** The tool that a focused figure uses for the wheel, even when it is not switched on. */
  get wheelTool(): Model | undefined {
    return this.scroll ?? this.#of("scroll")[0];
  }

  /** The inspectors of a type that are in use. */
  inspectors(type: string): Model[] {
    return this.all.filter((tool) => tool.type === type && this.isActive(tool));
  }

  isActive(tool: Model): boolean {
    if (kindOf(tool)?.role === "inspect") return !(this.#paused.get(tool) ?? this.#isPaused(tool));
    return takenBy(tool).some((slot) => this.#used(slot) === tool);
  }

  toggle(tool: Model): void {
    const active = this.isActive(tool);
    if (kindOf(tool)?.role === "inspect") this.#paused.set(tool, active);
    else this.#take(tool, !active);
    toolsChanged();
  }

  /** Begin anew with what the bar says. */
  forget(): void {
    this.#slots.clear();
    this.#paused.clear();
  }

  /** Give a tool what it takes up; who has had it lays down all that it had. */
  #take(tool: Model, on: boolean): void {
    for (const slot of takenBy(tool)) {
      const before = this.#used(slot);
      for (const other of SLOTS) {
        if (before !== undefined && this.#used(other) === before) this.#slots.set(other, undefined);
      }
      this.#slots.set(slot, on ? tool : undefined);
    }
  }

  #used(slot: Slot): Model | undefined {
    const tool = this.#slots.has(slot) ? this.#slots.get(slot) : this.#atFirst(slot);
    return tool !== undefined && this.all.includes(tool) ? tool : undefined;
  }

  #atFirst(slot: Slot): Model | undefined {
    const multi = this.#chosen("active_multi");
    if (multi !== undefined && takenBy(multi).includes(slot)) return multi;
    const chosen = this.#chosen(`active_${slot}`);
    if (chosen !== undefined || this.bar?.get(`active_${slot}`) === null) return chosen;
    const [first] = this.#of(slot);
    // The wheel is left to the page unless keys say that it is meant for the figure.
    return first === undefined || (slot === "scroll" && !asksForKeys(first)) ? undefined : first;
  }

  /** Return the tool of this figure that the bar names; a button of several figures may be named. */
  #chosen(field: string): Model | undefined {
    const named = this.bar?.get(field);
    return isModel(named) ? driven(named).find((tool) => this.all.includes(tool)) : undefined;
  }

  #of(role: Role): Model[] {
    return inOrder(this.all.filter((tool) => kindOf(tool)?.role === role));
  }

  #isPaused(tool: Model): boolean {
    const active = this.bar?.get("active_inspect");
    if (active === undefined || active === "auto") return false;
    const all: unknown[] = Array.isArray(active) ? active : [active];
    return !all.filter(isModel).flatMap(driven).includes(tool);
  }
}

/** Sort tools of one role as Bokeh's bars have them. */
export function inOrder(tools: readonly Model[]): Model[] {
  const order = (tool: Model): number => kindOf(tool)?.order ?? 10;
  return [...tools].sort((first, second) => order(first) - order(second));
}
