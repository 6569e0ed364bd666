import type { Model } from "../../model/types.js";

/** What a selection says, field by field: rows, points of lines and cells of images. */
export type Selected = Readonly<
  Record<"line_indices" | "image_indices" | "multiline_indices", object>
> & {
  readonly indices: readonly unknown[];
};

/** What it says while nothing is selected. */
export const NOTHING: Selected = {
  indices: [],
  line_indices: [],
  multiline_indices: {},
  image_indices: [],
};

/** Return what a selection says now. */
export function selectedIn(selection: Model): Selected {
  const fields = Object.entries(NOTHING);
  return Object.fromEntries(
    fields.map(([field, none]) => [field, selection.get(field) ?? none]),
  ) as Selected;
}

/** Which renderers' lines were tapped, as long as a selection says what it said then. */
const tapped = new WeakMap<
  Model,
  { readonly points: unknown; readonly renderers: ReadonlySet<Model> }
>();

/** Take note which renderers' lines a selection speaks of: those that share a source share it, too. */
export function tappedIn(selection: Model, points: unknown, renderers: ReadonlySet<Model>): void {
  tapped.set(selection, { points, renderers });
}

/** Return the renderers whose lines were tapped; nothing if none was, or nobody knows which. */
export function tappersOf(selection: Model): ReadonlySet<Model> | undefined {
  const known = tapped.get(selection);
  return known !== undefined && same(known.points, selection.get("line_indices"))
    ? known.renderers
    : undefined;
}

/** Return parts of rows together with those that are selected already. */
export function together(selection: Model, found: Partial<Selected>): Partial<Selected> {
  const now = selectedIn(selection);
  const united = (before: object, more: object | undefined): object => {
    if (!Array.isArray(before)) return { ...before, ...more };
    const others = Array.isArray(more) ? (more as unknown[]) : [];
    const kept = before as unknown[];
    return [...kept, ...others.filter((each) => !kept.some((other) => same(each, other)))];
  };
  return {
    line_indices: united(now.line_indices, found.line_indices),
    multiline_indices: united(now.multiline_indices, found.multiline_indices),
    image_indices: united(now.image_indices, found.image_indices),
  };
}

/** Let a selection say something else, as far as that is new. */
export function select(selection: Model, selected: Partial<Selected>): void {
  const now = selectedIn(selection);
  const changed = Object.entries(selected).filter(
    ([field, value]) => !same(now[field as keyof Selected], value),
  );
  if (changed.length > 0) selection.setAll(Object.fromEntries(changed));
}

function same(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (!Array.isArray(first) || !Array.isArray(second)) {
    return JSON.stringify(first) === JSON.stringify(second);
  }
  return first.length === second.length && first.every((each, at) => same(each, second[at]));
}
