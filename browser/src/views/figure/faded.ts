import type { Model, Subscription } from "../../model/types.js";

const FADED = 0.2;
const ALPHAS = new Set(["fill_alpha", "line_alpha", "text_alpha"]);

/** A glyph as it looks while it steps back behind others: nearly transparent, and the same in all else. */
export class FadedGlyph implements Model {
  constructor(private readonly glyph: Model) {}

  get id(): number {
    return this.glyph.id;
  }

  get type(): string {
    return this.glyph.type;
  }

  get(field: string): unknown {
    return ALPHAS.has(field) ? FADED : this.glyph.get(field);
  }

  chosen(field: string): boolean {
    return ALPHAS.has(field) || this.glyph.chosen(field);
  }

  set(field: string, value: unknown): void {
    this.glyph.set(field, value);
  }

  setAll(values: Readonly<Record<string, unknown>>): void {
    this.glyph.setAll(values);
  }

  emit(name: string, detail?: Readonly<Record<string, unknown>>): void {
    this.glyph.emit(name, detail);
  }

  observe(listener: Parameters<Model["observe"]>[0]): Subscription {
    return this.glyph.observe(listener);
  }

  observes(event: string): boolean {
    return this.glyph.observes(event);
  }
}
