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
