import type { Model, Subscription } from "../../model/types.js";

/** A model that says something else in some of its fields, and perhaps that it is of another type. */
export class StandIn implements Model {
  constructor(
    private readonly model: Model,
    private readonly fields: Readonly<Record<string, unknown>>,
    readonly type: string = model.type,
  ) {}

  get id(): number {
    return this.model.id;
  }

  get(field: string): unknown {
    return Object.hasOwn(this.fields, field) ? this.fields[field] : this.model.get(field);
  }

  chosen(field: string): boolean {
    return Object.hasOwn(this.fields, field) || this.model.chosen(field);
  }

  set(field: string, value: unknown): void {
    this.model.set(field, value);
  }

  setAll(values: Readonly<Record<string, unknown>>): void {
    this.model.setAll(values);
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

/** Return a glyph whose areas step back behind others, as they do where nobody says how. */
export function fadedAreas(glyph: Model): Model {
  return new StandIn(glyph, { fill_alpha: 0.2 });
}

/** Return a glyph all of which steps back. */
export function faded(glyph: Model, alpha: number): Model {
  const marks = { line_alpha: alpha, hatch_alpha: alpha, text_alpha: alpha };
  return new StandIn(glyph, { fill_alpha: alpha, global_alpha: alpha, ...marks });
}
