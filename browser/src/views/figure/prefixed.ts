import type { Model, Subscription } from "../../model/types.js";
import { ColumnFacts } from "./column.js";
import type { Hatch } from "./extras.js";
import { extras } from "./extras.js";
import { GlyphReader } from "./spec.js";

/** The fields of a model whose names begin with a prefix, without it, as values for all rows. */
class Prefixed implements Model {
  constructor(
    private readonly model: Model,
    private readonly prefix: string,
  ) {}

  get id(): number {
    return this.model.id;
  }

  get type(): string {
    return this.model.type;
  }

  get(field: string): unknown {
    return { value: this.model.get(this.prefix + field) };
  }

  chosen(field: string): boolean {
    return this.model.chosen(this.prefix + field);
  }

  set(field: string, value: unknown): void {
    this.model.set(this.prefix + field, value);
  }

  setAll(values: Readonly<Record<string, unknown>>): void {
    for (const [field, value] of Object.entries(values)) this.set(field, value);
  }

  emit(name: string, detail?: Readonly<Record<string, unknown>>): void {
    this.model.emit(name, detail);
  }

  observe(listener: Parameters<Model["observe"]>[0]): Subscription {
    return this.model.observe(listener);
  }

  observes(event: string): boolean {
    return this.model.observes(event);
  }
}

/** Return what draws the hatch of a part of a model, once its code has come. */
export function hatchOf(model: Model, prefix: string): Hatch | undefined {
  if (!model.chosen(`${prefix}hatch_pattern`)) return undefined;
  return extras.hatch?.(new GlyphReader(new Prefixed(model, prefix), {}, new ColumnFacts(), {}));
}
