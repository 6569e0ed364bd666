/** What leaves rows out that a tool would tell about. */
import { codeOf } from "../../../callbacks/formula.js";
import { NDArray } from "../../../model/value.js";
import type { Columns, Model } from "../../../model/types.js";
import { isModel, record } from "../../field.js";
import type { Layer } from "../layer.js";
import { specials, valueNamed } from "./template.js";
import type { TooltipPlace } from "./template.js";

/** Tells whether a row is told about. */
export type Passes = (layer: Layer, place: TooltipPlace) => boolean;

/** Return what is named in a field of a tool: names that begin with a dollar sign travel as the pairs of a map. */
export function namedIn(tool: Model, field: string): Readonly<Record<string, unknown>> {
  const given = tool.get(field);
  return given instanceof Map
    ? Object.fromEntries(given as Map<string, unknown>)
    : record(tool, field);
}

/** Return what tells whether rows pass the filters of a tool; nothing if it has none. */
export function filterOf(tool: Model): Passes | undefined {
  const filters = Object.entries(namedIn(tool, "filters")).flatMap(([field, given]) =>
    (Array.isArray(given) ? given : [given]).filter(isModel).map((model) => ({ field, model })),
  );
  if (filters.length === 0) return undefined;
  return (layer, place) => {
    const { reader, source } = layer;
    if (reader === undefined || source === undefined) return true;
    const { index } = place;
    const row = rowOf(reader.columns, index);
    const vars = specials(place);
    return filters.every(({ field, model }) => {
      const value = valueNamed(field, reader, place);
      const about = { value, row, index, field, data_source: source, vars };
      // Only a plain no leaves a row out: what says nothing, or fails, hides no data.
      return codeOf(model)?.(tool, about) !== false;
    });
  };
}

/** Return what the columns have for a row. */
function rowOf(columns: Columns, index: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column instanceof NDArray ? column.row(index) : column[index],
    ]),
  );
}
