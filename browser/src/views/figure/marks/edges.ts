/** Areas count for automatic ends as data do. */
import type { Model } from "../../../model/types.js";
import { text } from "../../field.js";
import { extras } from "../extras.js";
import type { Direction } from "../range_set.js";

/** Return where the edges of an area are in a direction, as far as they are in units of the data. */
export function edgesOf(guide: Model, direction: Direction): readonly number[] {
  const of = (fields: readonly string[], values: readonly unknown[]): readonly number[] =>
    fields.some((field) => text(guide, `${field}_units`, "data") !== "data")
      ? []
      : values.filter((value): value is number => typeof value === "number");
  if (guide.type === "PolyAnnotation") {
    return of(["xs", "ys"], Array.from(guide.get(`${direction}s`) as Iterable<unknown>));
  }
  if (guide.type !== "BoxAnnotation") return [];
  const sides = direction === "x" ? ["left", "right"] : ["bottom", "top"];
  return sides.flatMap((field) => of([field], [guide.get(field)]));
}

extras.edges = edgesOf;
