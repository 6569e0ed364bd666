import type { Model } from "../../model/types.js";
import { flag, list, number, optionalNumber, text } from "../field.js";
import type { Factor, FactorMap } from "./factor.js";
import { mapFactors } from "./factor.js";
import type { Extent, Limits } from "./range.js";
import { autoEnds } from "./range.js";
import type { Ends, ScaleKind } from "./scale.js";
import { LinearScale, LogScale } from "./scale.js";

/** One range of a figure: where its ends come from, and where they go when a person moves them. */
export class ViewRange {
  readonly kind: ScaleKind;
  /** The places of factors, if the range is one of factors. */
  factors: FactorMap | undefined;
  #ends: Ends = { start: 0, end: 1 };
  /** The ends of a factor range that was moved here; the server does not know of them. */
  #moved: Ends | undefined;
  readonly #first: Ends | undefined;

  constructor(
    readonly model: Model,
    scale: Model | undefined,
  ) {
    this.kind = scale?.type === "LogScale" ? LogScale : LinearScale;
    this.#first = this.#given();
    this.readFactors();
  }

  get ends(): Ends {
    return this.#ends;
  }

  /** Whether the ends follow the data. */
  get automatic(): boolean {
    return this.model.type === "DataRange1d" && this.#given() === undefined;
  }

  get limits(): Limits {
    const bounds = list(this.model, "bounds");
    const low: unknown = bounds[0];
    const high: unknown = bounds[1];
    const leastSpan = optionalNumber(this.model, "min_interval");
    const greatestSpan = optionalNumber(this.model, "max_interval");
    return {
      ...(typeof low === "number" ? { low } : {}),
      ...(typeof high === "number" ? { high } : {}),
      ...(leastSpan === undefined ? {} : { leastSpan }),
      ...(greatestSpan === undefined ? {} : { greatestSpan }),
    };
  }

  /** Tell whether the data of a renderer count for automatic ends. */
  follows({ renderer, visible }: { readonly renderer: Model; readonly visible: boolean }): boolean {
    const chosen = this.model.get("renderers");
    if (Array.isArray(chosen) && !chosen.includes(renderer)) return false;
    return visible || !flag(this.model, "only_visible");
  }

  readFactors(): void {
    if (this.model.type !== "FactorRange") return;
    const padding = {
      range: number(this.model, "range_padding", 0),
      factor: number(this.model, "factor_padding", 0),
      group: number(this.model, "group_padding", 1.4),
    };
    this.factors = mapFactors(list(this.model, "factors").filter(isFactor), padding);
  }

  /** Compute the ends anew. The extent of the data is asked for only if it matters. */
  update(extent: () => Extent): void {
    this.#ends = this.#usable(this.#compute(extent));
  }

  /** Move the ends, everywhere. */
  move(ends: Ends): void {
    if (this.factors === undefined) this.model.setAll({ start: ends.start, end: ends.end });
    else this.#moved = ends;
  }

  /** Go back to where the range began. */
  reset(): void {
    if (this.factors !== undefined) {
      this.#moved = undefined;
      return;
    }
    const start = optionalNumber(this.model, "reset_start") ?? this.#first?.start;
    const end = optionalNumber(this.model, "reset_end") ?? this.#first?.end;
    if (this.model.type === "DataRange1d") {
      if (!this.automatic) this.model.setAll({ start: null, end: null });
    } else if (start !== undefined && end !== undefined) {
      this.model.setAll({ start, end });
    }
  }

  #compute(extent: () => Extent): Ends {
    if (this.factors !== undefined) {
      return this.#moved ?? { start: this.factors.start, end: this.factors.end };
    }
    const given = this.#given();
    if (given !== undefined) return given;
    const { model } = this;
    const span = optionalNumber(model, "default_span");
    const interval = optionalNumber(model, "follow_interval");
    const ends = autoEnds(extent(), {
      logarithmic: this.kind === LogScale,
      padding: number(model, "range_padding", 0.1),
      absolute: text(model, "range_padding_units") === "absolute",
      follow: text(model, "follow"),
      flipped: flag(model, "flipped"),
      ...(span === undefined ? {} : { defaultSpan: span }),
      ...(interval === undefined ? {} : { followInterval: interval }),
    });
    // One end may be fixed while the other follows the data.
    return {
      start: optionalNumber(model, "start") ?? ends.start,
      end: optionalNumber(model, "end") ?? ends.end,
    };
  }

  #given(): Ends | undefined {
    const start = optionalNumber(this.model, "start");
    const end = optionalNumber(this.model, "end");
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /** Keep scales from dividing by nothing. */
  #usable({ start, end }: Ends): Ends {
    if (this.kind === LogScale && !(start > 0 && end > 0)) {
      const most = Math.max(start, end);
      return most > 0 ? this.#usable({ start: most / 1000, end: most }) : { start: 1, end: 10 };
    }
    if (start === end) {
      return this.kind === LogScale
        ? { start: start / 2, end: end * 2 }
        : { start: start - 0.5, end: end + 0.5 };
    }
    return { start, end };
  }
}

function isFactor(value: unknown): value is Factor {
  if (typeof value === "string") return true;
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}
