/** Thousands of factors: importing this leaves out what of their names, ticks and lines nobody could tell apart. */
import { reference } from "../field.js";
import type { Axis } from "./axis.js";
import { TICK_GAP } from "./axis.js";
import { extras } from "./extras.js";
import type { FactorMap } from "./factor.js";
import type { LabelRow } from "./label_row.js";
import { leastOf } from "./label_row.js";
import type { Scale } from "./scale.js";

/** Names that are all asked for are written where they are not exactly above each other, in CSS pixels. */
const NAME_GAP = 1;

extras.named = (axis, places, scale) => {
  const { factors } = axis.range;
  const first = factors?.places.indexOf(places[0] ?? NaN) ?? -1;
  if (factors === undefined || first < 0 || !isPlain(axis)) return undefined;
  const all = reference(axis.model, "major_label_policy")?.type === "AllLabels";
  const least = all ? NAME_GAP : leastOf(axis.style);
  const every = Math.max(1, Math.floor(least / gapOf(scale)));
  const ranks = ranksOf(factors);
  const shown = places.map((place, index) => ({ place, rank: ranks[first + index] ?? 0 }));
  const kept = shown.filter(({ rank }) => rank % every === 0);
  return {
    places: kept.map(({ place }) => place),
    // Those of groups begin anew with each of them.
    ranks: factors.groups.length > 0 ? undefined : kept.map(({ rank }) => rank / every),
  };
};

extras.thin = (axis, places, row, scale) => {
  const { factors } = axis.range;
  const gap = gapOf(scale);
  const first = factors?.places.indexOf(places[0] ?? NaN) ?? -1;
  if (gap >= TICK_GAP || factors === undefined || first < 0) return places;
  const written = namedOf(row, places, scale);
  if (written !== undefined) return written;
  const ranks = ranksOf(factors);
  const grouped = factors.groups.length > 0;
  const every = grouped ? Infinity : Math.ceil(TICK_GAP / gap);
  const some = places.filter((_, index) => {
    const rank = ranks[first + index] ?? 0;
    return rank === 0 || rank % every === 0;
  });
  return areApart(some, scale) ? some : [];
};

/** Return the places that names are written at, if these can be told apart. */
function namedOf(
  { labels }: LabelRow,
  places: readonly number[],
  scale: Scale,
): readonly number[] | undefined {
  const ticks = new Set(labels.filter(({ words }) => words !== "").map(({ tick }) => tick));
  const named = places.filter((place) => ticks.has(place));
  return named.length > 0 && areApart(named, scale) ? named : undefined;
}

function areApart(places: readonly number[], scale: Scale): boolean {
  const least = TICK_GAP / gapOf(scale);
  return places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= least);
}

/** Return how far one factor is from the next, in CSS pixels. */
function gapOf(scale: Scale): number {
  return Math.abs(scale.toPixel(1) - scale.toPixel(0));
}

/** Tell whether nothing but its factors decides what an axis has words for. */
function isPlain({ model }: Axis): boolean {
  const formatter = reference(model, "formatter")?.type ?? "CategoricalTickFormatter";
  const overrides = model.get("major_label_overrides") ?? {};
  const count = overrides instanceof Map ? overrides.size : Object.keys(overrides).length;
  return formatter === "CategoricalTickFormatter" && count === 0;
}

const known = new WeakMap<FactorMap, readonly number[]>();

/** Return which of its group each factor is, or which of all. */
function ranksOf(factors: FactorMap): readonly number[] {
  let ranks = known.get(factors);
  if (ranks === undefined) {
    const begins = new Set(factors.groups[0]?.map(({ first }) => first));
    let rank = -1;
    ranks = factors.places.map((place) => (rank = begins.has(place) ? 0 : rank + 1));
    known.set(factors, ranks);
  }
  return ranks;
}
