import type { Model } from "../../model/types.js";
import { flag, list, number, optionalNumber, text } from "../field.js";
import { extras } from "./extras.js";
import type { Factor, FactorMap } from "./factor.js";
import { mapFactors } from "./factor.js";
import type { Extent, Limits } from "./range.js";
import { autoEnds } from "./range.js";
import type { Ends, ScaleKind } from "./scale.js";
import { LinearScale, LogScale } from "./scale.js";
import { steadily } from "../lazily.js";

const bringHeld = steadily(() => import("./held.js"));

/** How long new ends wait until they are told, at least and at most: one of many pages should be the first. */
const TELL_MS = { least: 60, most: 240 };

/** What a range shows, so that it can show that again: ends that follow the data go on doing so. */
export interface Place {
  readonly range: Model;
  readonly values: Readonly<Record<string, unknown>>;
  readonly moved: Ends | undefined;
}

/** A start and an end, as they are in a model. */
export type Pair = readonly [unknown, unknown];

/** Where people have moved ranges of factors to. Ends are told; what is shown is for each page to know. */
const moves = new WeakMap<Model, Ends>();

/**
 * One range of a figure: where its ends come from, and where they go when a person moves them.
 *
 * Ends that follow the data are told to the application as the ends of the model, and once more as `computed`. An end
 * that is as it was computed goes on following; one that a callback has set to something else does not, until the data
 * that were shown have all gone elsewhere. Where people have moved to, they stay: nothing is `computed` then.
 */
export class ViewRange {
  readonly kind: ScaleKind;
  /** The places of factors, if the range is one of factors. */
  factors: FactorMap | undefined;
  #ends: Ends = { start: 0, end: 1 };
  readonly #first: Partial<Ends>;
  #told: Ends | undefined;
  #telling = 0;
  /** Whether there are data that it has not been tried with. */
  renewed = false;
  /** The ends of the model while some of them are taken for computed, and which. */
  #freed: { readonly stated: Pair; readonly computed: Pair } | undefined;
  /** The ends that nobody has moved, where `bounds` asks for them. */
  #whole: Ends | undefined;
  /** Whether its ends are made up: there are no data that they could follow. */
  blank = false;

  constructor(
    readonly model: Model,
    scale: Model | undefined,
    /** The part of the figure's own range that it fills, if not all of it. */
    readonly target?: Model | undefined,
  ) {
    this.kind = scale?.type === "LogScale" ? LogScale : LinearScale;
    this.#first = this.given();
    this.readFactors();
  }

  /** Tell nothing more. */
  leave(): void {
    clearTimeout(this.#telling);
    this.#telling = 0;
  }

  get ends(): Ends {
    return this.#ends;
  }

  /** Where it lies in the figure's own range. */
  get inset(): Ends | undefined {
    const { target } = this;
    if (target === undefined) return undefined;
    const [start, end] = [optionalNumber(target, "start"), optionalNumber(target, "end")];
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /** Whether an end follows the data. */
  get automatic(): boolean {
    const { start, end } = this.given();
    return this.model.type === "DataRange1d" && (start === undefined || end === undefined);
  }

  get limits(): Limits {
    const given = this.model.get("bounds");
    const [low, high]: readonly unknown[] = given === "auto" ? this.#natural : asList(given);
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
    if (Array.isArray(chosen) && chosen.length > 0 && !chosen.includes(renderer)) return false;
    return visible || !flag(this.model, "only_visible");
  }

  readFactors(): void {
    if (this.model.type !== "FactorRange") return;
    const padding = {
      range: number(this.model, "range_padding", 0),
      absolute: text(this.model, "range_padding_units") === "absolute",
      factor: number(this.model, "factor_padding", 0),
      group: number(this.model, "group_padding", 1.4),
      subgroup: number(this.model, "subgroup_padding", 0.8),
    };
    this.factors = mapFactors(list(this.model, "factors").filter(isFactor), padding);
  }

  /** Take in other factors, or other room between them: all of them are to be seen. */
  changeFactors(): void {
    if (this.model.type === "FactorRange") moves.delete(this.model);
    this.readFactors();
  }

  /**
   * Compute the ends anew. The extent of the data is asked for only if it matters; `least` widens what is shown.
   *
   * They are told if they are `final` and other than what this page told last: what others tell is no reason to.
   */
  update(extent: () => Extent, least = 0, final = true): void {
    this.#review(extent);
    this.#ends = widened(this.#usable(this.#compute(extent, this.given())), least);
    if (!final) return;
    const { start, end } = this.#ends;
    const news = this.#told?.start !== start || this.#told.end !== end;
    if (!this.automatic || this.model.id === 0) this.#told = undefined;
    else if (news || this.model.get("start") === null || this.model.get("end") === null) {
      this.#told = this.#ends;
      const { least, most } = TELL_MS;
      this.#telling ||= window.setTimeout(this.#tell, least + Math.random() * (most - least));
    }
  }

  /** The ends as the model has them. */
  get stated(): Pair {
    return [this.model.get("start"), this.model.get("end")];
  }

  /** The ends as they were computed, or count as computed: that is over as soon as others are told. */
  get computed(): readonly unknown[] {
    const freed = this.#freed;
    if (freed !== undefined && alike(freed.stated, this.stated)) return freed.computed;
    this.#freed = undefined;
    return list(this.model, "computed");
  }

  /** Let ends follow the data again that a callback has set, if it is time. */
  #review(extent: () => Extent): void {
    if (extras.review !== undefined) extras.review(this, extent);
    else if (this.computed.length > 0 && !alike(this.computed as Pair, this.stated)) {
      bringHeld(() => extras.review?.(this, extent));
    }
  }

  /** Take ends of the model for computed, in its order, until others are told. */
  free(computed: Pair): void {
    this.#freed = { stated: this.stated, computed };
  }

  /** Move the ends, everywhere. */
  move(ends: Ends): void {
    const { model } = this;
    if (this.factors !== undefined) this.#moveFactors(ends);
    else model.setAll(model.type === "DataRange1d" ? { ...ends, computed: [] } : { ...ends });
  }

  /** Show some factors, or all of them. */
  #moveFactors(ends: Ends | undefined): void {
    const { factors, model } = this;
    if (ends === undefined) moves.delete(model);
    else moves.set(model, ends);
    const { start, end } = ends ?? factors ?? this.#ends;
    model.setAll({ start, end });
  }

  /** What is shown now. */
  get place(): Place {
    const { model } = this;
    const fields = this.factors !== undefined ? [] : ["start", "end", "computed"];
    const values = Object.fromEntries(fields.map((field) => [field, model.get(field)]));
    if (model.type !== "DataRange1d") delete values["computed"];
    return { range: model, values, moved: moves.get(model) };
  }

  /** Show what was shown before. */
  restore({ values, moved }: Place): void {
    if (this.factors === undefined) this.model.setAll(values);
    else this.#moveFactors(moved);
  }

  /** Where the range is by itself: what `bounds="auto"` holds people to. */
  get #natural(): readonly (number | undefined)[] {
    const { start, end } = this.#whole ?? { ...this.#first };
    if (start === undefined || end === undefined) return [];
    return [Math.min(start, end), Math.max(start, end)];
  }

  /** Go back to where the range began. */
  reset(extent: () => Extent): void {
    if (this.factors !== undefined) {
      if (moves.has(this.model)) this.#moveFactors(undefined);
      return;
    }
    const start = optionalNumber(this.model, "reset_start") ?? this.#first.start;
    const end = optionalNumber(this.model, "reset_end") ?? this.#first.end;
    const first = {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    };
    if (this.model.type === "DataRange1d") {
      this.#settle(this.#usable(this.#compute(extent, first)), first);
    } else if (start !== undefined && end !== undefined) this.model.setAll({ start, end });
  }

  readonly #tell = (): void => {
    this.#telling = 0;
    if (this.automatic) this.#settle(this.#ends, this.given());
  };

  /** Make ends those of the model; those that are not given go on following. */
  #settle({ start, end }: Ends, given: Partial<Ends>): void {
    const computed = [
      given.start === undefined ? start : null,
      given.end === undefined ? end : null,
    ];
    this.#told = { start, end };
    this.#freed = undefined;
    this.model.setAll({ start, end, computed });
  }

  #compute(extent: () => Extent, given: Partial<Ends>): Ends {
    this.blank = false;
    if (this.factors !== undefined) {
      this.#whole = { start: this.factors.start, end: this.factors.end };
      return moves.get(this.model) ?? this.#whole;
    }
    if (this.model.type === "DataRange1d" && this.model.get("bounds") === "auto") {
      this.#whole = this.#follow(extent);
    }
    if (given.start !== undefined && given.end !== undefined) {
      this.blank = false;
      return { start: given.start, end: given.end };
    }
    // One end may be fixed while the other follows the data.
    return { ...this.#follow(extent, given), ...given };
  }

  /** Return the ends that follow from the data, and from an end that is fixed. */
  #follow(extent: () => Extent, { start, end }: Partial<Ends> = {}): Ends {
    const { model } = this;
    const span = optionalNumber(model, "default_span");
    const interval = optionalNumber(model, "follow_interval");
    const data = extent();
    const flipped = flag(model, "flipped");
    const low = (flipped ? end : start) ?? data.low;
    const high = (flipped ? start : end) ?? data.high;
    this.blank = !(low <= high || data.low <= data.high);
    return autoEnds(low <= high ? { low, high } : data, {
      ...(model.get("bounds") === "auto" ? {} : this.limits),
      logarithmic: this.kind === LogScale,
      padding: number(model, "range_padding", 0.1),
      absolute: text(this.model, "range_padding_units") === "absolute",
      follow: text(model, "follow"),
      flipped,
      ...(span === undefined ? {} : { defaultSpan: span }),
      ...(interval === undefined ? {} : { followInterval: interval }),
    });
  }

  /** Return the ends that somebody has set. */
  given(): Partial<Ends> {
    const { model } = this;
    const [start, end] = [optionalNumber(model, "start"), optionalNumber(model, "end")];
    const computed = this.computed;
    return {
      ...(start === undefined || start === computed[0] ? {} : { start }),
      ...(end === undefined || end === computed[1] ? {} : { end }),
    };
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

function alike([start, end]: Pair, other: Pair): boolean {
  return start === other[0] && end === other[1];
}

/** Let ends be so far apart, at least, about what is in their middle. */
function widened({ start, end }: Ends, least: number): Ends {
  const more = (least - Math.abs(end - start)) / 2;
  if (!(more > 0)) return { start, end };
  return start <= end
    ? { start: start - more, end: end + more }
    : { start: start + more, end: end - more };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function isFactor(value: unknown): value is Factor {
  if (typeof value === "string") return true;
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}

/** Stands in for a range that a figure lacks. */
export const NO_RANGE: Model = {
  id: 0,
  type: "DataRange1d",
  get: () => undefined,
  chosen: () => false,
  set: () => undefined,
  setAll: () => undefined,
  emit: () => undefined,
  observe: () => ({ cancel: () => undefined }),
  observes: () => false,
};
