/** One factor of a categorical axis: a name, or a name within groups. */
export type Factor = string | readonly string[];

/** Where the factors of an axis stand. */
export interface FactorMap {
  readonly start: number;
  readonly end: number;
  /** The factors themselves, in the order in which they stand. */
  readonly factors: readonly Factor[];
  /** The middle of every factor, in their order. */
  readonly places: readonly number[];
  /** The names of the factors, without those of their groups. */
  readonly labels: readonly string[];
  /** Groups of factors, the innermost first. */
  readonly groups: readonly (readonly FactorGroup[])[];
  /** Return the place of a factor, of a factor with an offset, or of a bare position; NaN for others. */
  locate(value: unknown): number;
  /** Return the factor nearest to a place. */
  nearest(place: number): Factor | undefined;
}

/** Factors side by side whose names begin alike. */
export interface FactorGroup {
  readonly name: string;
  /** The places of the first and the last of them, and of the middle. */
  readonly first: number;
  readonly last: number;
  readonly place: number;
}

/** How much room stands around factors and groups, in units of one factor. */
export interface FactorPadding {
  readonly range?: number;
  /** Whether the room beside all of them is so many units, and no share of what they take. */
  readonly absolute?: boolean;
  readonly factor?: number;
  readonly group?: number;
  readonly subgroup?: number;
}

const SEPARATOR = "\u0000";

/** Place factors one after another, each one unit wide. */
export function mapFactors(given: readonly Factor[], padding: FactorPadding = {}): FactorMap {
  const factors = together(given);
  const places: number[] = [];
  const byKey = new Map<string, number>();
  let place = 0.5;
  for (const [index, factor] of factors.entries()) {
    if (index > 0) place += 1 + gapBetween(factors[index - 1] ?? factor, factor, padding);
    places.push(place);
    byKey.set(keyOf(factor), place);
  }
  const groups = [groupsOf(factors, places, 2), groupsOf(factors, places, 1)];
  for (const [key, { place }] of groups.flatMap((each) => [...each])) {
    byKey.set(key, byKey.get(key) ?? place);
  }
  const last = places.at(-1) ?? 0.5;
  const pad = (padding.range ?? 0) * (padding.absolute === true ? 1 : last / 2 + 0.25);
  const labels = factors.map((factor) =>
    typeof factor === "string" ? factor : (factor.at(-1) ?? ""),
  );
  return {
    start: 0 - pad,
    end: last + 0.5 + pad,
    factors,
    places,
    labels,
    groups: groups.map((each) => [...each.values()]).filter(({ length }) => length > 0),
    locate(value) {
      return locate(value, byKey);
    },
    nearest(wanted) {
      let best = -1;
      for (const [index, each] of places.entries()) {
        const nearer = best < 0 || Math.abs(each - wanted) < Math.abs((places[best] ?? 0) - wanted);
        if (nearer) best = index;
      }
      return factors[best];
    },
  };
}

/** Put factors of a group side by side, where its first one is. */
function together(factors: readonly Factor[], depth = 0): readonly Factor[] {
  const inner = factors.some((factor) => typeof factor !== "string" && factor.length > depth + 1);
  if (!inner) return factors;
  const groups = new Map<string | undefined, Factor[]>();
  for (const factor of factors) {
    const name = typeof factor === "string" ? factor : factor[depth];
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [factor]);
    else group.push(factor);
  }
  return [...groups.values()].flatMap((group) => together(group, depth + 1));
}

/** Return the gap between two neighbours, in widths of a factor. */
function gapBetween(before: Factor, factor: Factor, padding: FactorPadding): number {
  if (typeof before === "string" || typeof factor === "string") {
    return typeof before === typeof factor ? (padding.factor ?? 0) : (padding.group ?? 1.4);
  }
  if (before[0] !== factor[0]) return padding.group ?? 1.4;
  const inner = factor.length > 2 && before[1] !== factor[1];
  return inner ? (padding.subgroup ?? 0.8) : (padding.factor ?? 0);
}

/** Return the groups whose names are the first parts of factors, so many of them, by their keys. */
function groupsOf(
  factors: readonly Factor[],
  places: readonly number[],
  depth: number,
): ReadonlyMap<string, FactorGroup> {
  const groups = new Map<string, FactorGroup>();
  const sums = new Map<string, [sum: number, count: number]>();
  for (const [index, factor] of factors.entries()) {
    if (typeof factor === "string" || factor.length <= depth) continue;
    const key = factor.slice(0, depth).join(SEPARATOR);
    const last = places[index] ?? NaN;
    const first = groups.get(key)?.first ?? last;
    // Every factor has the same weight, however many of them its part of the group has.
    const [sum, count] = sums.get(key) ?? [0, 0];
    sums.set(key, [sum + last, count + 1]);
    const place = (sum + last) / (count + 1);
    groups.set(key, { name: factor[depth - 1] ?? "", first, last, place });
  }
  return groups;
}

function locate(value: unknown, byKey: ReadonlyMap<string, number>): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return byKey.get(value) ?? NaN;
  if (!Array.isArray(value)) return NaN;
  const parts: unknown[] = value;
  const offset = parts.at(-1);
  const names = typeof offset === "number" ? parts.slice(0, -1) : parts;
  const found = byKey.get(names.map(String).join(SEPARATOR));
  return found === undefined ? NaN : found + (typeof offset === "number" ? offset : 0);
}

function keyOf(factor: Factor): string {
  return typeof factor === "string" ? factor : factor.join(SEPARATOR);
}
