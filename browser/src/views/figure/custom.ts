/** Filters, transforms and columns that code of the application's own computes. */
import type { Formula } from "../../callbacks/formula.js";
import { formulaOf } from "../../callbacks/formula.js";
import type { Column, Columns, Model } from "../../model/types.js";
import { isModel, record, text } from "../field.js";
import type { Change, Compute } from "./computed.js";
import { each } from "./computed.js";
import { StandIn } from "./stand_in.js";

/** Models whose code is made of that of others, so that it is compiled once. */
const made = new WeakMap<Model, { readonly code: string; readonly model: Model }>();

/** Return the function of code that is not that of the field `code` as it is. */
function formulaFor(model: Model, code: string, names: readonly string[]): Formula | undefined {
  let known = made.get(model);
  if (known?.code !== code) {
    known = { code, model: new StandIn(model, { code }) };
    made.set(model, known);
  }
  return formulaOf(known.model, names);
}

/** Return the models that code may read. */
export function readBy(model: Model): Model[] {
  return Object.values(record(model, "args")).filter(isModel);
}

/** Changes a column as code says: value by value, or all at once. */
export const changeByCode: Change = (transform, uses) => {
  for (const model of readBy(transform)) uses.add(model);
  const whole = text(transform, "v_func");
  if (whole !== "") {
    const formula = formulaFor(transform, whole, ["xs"]);
    return (numbers) => listOf(formula?.(numbers.slice()), numbers.length, Number);
  }
  const formula = formulaFor(transform, text(transform, "func"), ["x"]);
  return formula && each((value) => Number(formula(value)));
};

/** Computes a column as code says: it yields values, or returns all of them or one for all. */
export const computeByCode: Compute = (expression, { columns, length, uses }) => {
  for (const model of readBy(expression)) uses.add(model);
  const body = `return (function* () {\n${text(expression, "code")}\n}).call(source);`;
  const steps = formulaFor(expression, body, ["source"])?.(sourceOf(columns, length));
  if (!isIterator(steps)) return undefined;
  const values: unknown[] = [];
  try {
    for (let step = steps.next(); values.length <= length; step = steps.next()) {
      if (step.done !== true) values.push(step.value);
      else if (values.length > 0) return values;
      else return columnOf(step.value, length);
    }
  } catch (error) {
    console.error(`DocSync: ${expression.type} (id ${expression.id}) failed:`, error);
  }
  return undefined;
};

/** Return the rows that code takes; none where it cannot run, for all of them would be wrong. */
export function rowsByCode(filter: Model, columns: Columns, length: number): ReadonlySet<number> {
  const rows = formulaOf(filter, ["source"])?.(sourceOf(columns, length));
  const found = Array.isArray(rows) || ArrayBuffer.isView(rows) ? Array.from(rows as never) : [];
  const marked = found.some((each) => typeof each === "boolean");
  return new Set(
    marked ? found.flatMap((each, row) => (each === true ? [row] : [])) : found.map(Number),
  );
}

/** Return a source as code reads it. */
function sourceOf(columns: Columns, length: number): Readonly<Record<string, unknown>> {
  return {
    data: columns,
    length,
    columns: () => Object.keys(columns),
    get_length: () => length,
    get_column: (name: string) => columns[name] ?? null,
    get_array: (name: string) => columns[name] ?? [],
  };
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return typeof value === "object" && value !== null && "next" in value;
}

function columnOf(value: unknown, length: number): Column | undefined {
  if (typeof value === "number" || typeof value === "string") {
    return Array.from({ length }, () => value);
  }
  return listOf(value, length, (each) => each);
}

/** Return what is a list, or can be iterated over, if it has a value for each row. */
function listOf<T>(value: unknown, length: number, of: (each: unknown) => T): T[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const iterable = Symbol.iterator in value || "length" in value;
  const values = iterable ? Array.from(value as ArrayLike<unknown>) : [];
  return values.length === length ? values.map(of) : undefined;
}
