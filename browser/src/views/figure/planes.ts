import type { Model } from "../../model/types.js";
import { isModel, reference } from "../field.js";
import { ViewRange } from "./view_range.js";

const FIELDS = ["x", "y"].flatMap((direction) =>
  ["source", "scale", "target"].map((part) => `${direction}_${part}`),
);

/** Return the planes within a figure that its parts stand in. */
export function planesOf(parts: readonly Model[]): Model[] {
  const planes = parts.map((part) => reference(part, "coordinates"));
  return [...new Set(planes.filter(isModel))];
}

/** Return the ranges and scales of planes. */
export function modelsOfPlanes(planes: readonly Model[]): (Model | undefined)[] {
  return planes.flatMap((plane) => FIELDS.map((field) => reference(plane, field)));
}

/** Return the ranges of planes in one direction, by their names; a plane may show there what the figure does. */
export function* rangesOfPlanes(
  planes: readonly Model[],
  direction: "x" | "y",
  own: Model,
): Iterable<readonly [string, ViewRange]> {
  for (const plane of planes) {
    const [source, scale, target] = ["source", "scale", "target"].map((part) =>
      reference(plane, `${direction}_${part}`),
    );
    const all = target === undefined || target === own;
    if (source === undefined || (all && source === own)) continue;
    yield [`#${plane.id}`, new ViewRange(source, scale, all ? undefined : target)];
  }
}

/** Return what parts of a figure depend on where they stand. */
export function* aroundOf(parts: readonly Model[]): Iterable<Model> {
  for (const part of parts) {
    for (const field of ["coordinates", "group"]) {
      const model = reference(part, field);
      if (model !== undefined) yield model;
    }
  }
}
