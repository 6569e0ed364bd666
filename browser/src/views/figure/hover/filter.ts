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
    (Array.isArray(given) ? given : [given])
      .filter(isModel)
      .map((model) => ({ field, code: codeOf(model) })),
  );
  if (filters.length === 0) return undefined;
  let columns: Columns | undefined;
  let shared: Columns = {};
  return (layer, place) => {
    const { reader, source } = layer;
    if (reader === undefined || source === undefined) return true;
    const { index } = place;
    if (reader.columns !== columns) {
      columns = reader.columns;
      shared = { ...columns };
    }
    const row = rowOf(shared, index);
    const vars = specials(place);
    return filters.every(({ field, code }) => {
      const value = valueNamed(field, reader, place);
      const about = { value, row, index, field, data_source: source, vars };
      // Only a plain no leaves a row out: what says nothing, or fails, hides no data.
      return code?.(tool, about) !== false;
    });
  };
}

/** Return what the columns have for a row, each read only when it is asked for. */
function rowOf(columns: Columns, index: number): object {
  return new Proxy(columns, {
    get(target, name): unknown {
      if (typeof name !== "string" || !Object.hasOwn(target, name))
        return Reflect.get(target, name);
      const column = target[name];
      return column instanceof NDArray ? column.row(index) : column?.[index];
    },
    // Filters change nothing of what the next ones see.
    set: () => true,
    deleteProperty: () => false,
  });
}
