import type { Columns, Model } from "../../model/types.js";
import { readBy, rowsByCode } from "./custom.js";
import { list, reference, references, text } from "../field.js";

/** Return the rows that a view takes. */
export function rowsOf(view: Model, columns: Columns, length: number): number[] {
  const takes = test(reference(view, "filter"), columns, length);
  return Array.from({ length }, (_, row) => row).filter(takes);
}

type Test = (row: number) => boolean;

function test(filter: Model | undefined, columns: Columns, length: number): Test {
  const parts = filter === undefined ? [] : references(filter, "operands");
  const tests = parts.map((part) => test(part, columns, length));
  switch (filter?.type) {
    case "IndexFilter": {
      if (filter.get("indices") === null) return () => true;
      const wanted = new Set(numbersOf(filter.get("indices")));
      return (row) => wanted.has(row);
    }
    case "BooleanFilter": {
      if (filter.get("booleans") === null) return () => true;
      const marks = list(filter, "booleans");
      return (row) => marks[row] === true;
    }
    case "GroupFilter": {
      const column = columns[text(filter, "column_name")];
      const group = filter.get("group");
      return (row) => column?.[row] === group;
    }
    case "CustomJSFilter": {
      const rows = rowsByCode(filter, columns, length);
      return (row) => rows.has(row);
    }
    case "IntersectionFilter":
      return (row) => tests.every((takes) => takes(row));
    case "UnionFilter":
      return (row) => tests.some((takes) => takes(row));
    case "DifferenceFilter":
      return (row) => tests.every((takes, at) => takes(row) === (at === 0));
    case "SymmetricDifferenceFilter":
      return (row) => tests.filter((takes) => takes(row)).length % 2 === 1;
    case "InversionFilter": {
      const takes = test(reference(filter, "operand"), columns, length);
      return (row) => !takes(row);
    }
    case undefined:
    default:
      return () => true;
  }
}

/** Every model that a view depends on. */
export function* modelsOf(view: Model): Iterable<Model> {
  yield view;
  if (view.type === "CustomJSFilter") yield* readBy(view);
  const parts = [reference(view, "filter"), reference(view, "operand")];
  for (const part of [...parts, ...references(view, "operands")]) {
    if (part !== undefined) yield* modelsOf(part);
  }
}

function numbersOf(value: unknown): number[] {
  return Array.isArray(value) || ArrayBuffer.isView(value)
    ? Array.from(value as ArrayLike<number>, Number)
    : [];
}
