/** One factor of a categorical axis: a name, or a name within groups. */
export type Factor = string | readonly string[];

/** Where the factors of an axis stand. */
export interface FactorMap {
  readonly start: number;
  readonly end: number;
  /** The middle of every factor, in their order. */
  readonly places: readonly number[];
  readonly labels: readonly string[];
  /** Return the place of a factor, of a factor with an offset, or of a bare position; NaN for others. */
  locate(value: unknown): number;
  /** Return the factor nearest to a place. */
  nearest(place: number): Factor | undefined;
}

/** How much room stands around factors and groups, in units of one factor. */
export interface FactorPadding {
  readonly range?: number;
  readonly factor?: number;
  readonly group?: number;
}

const SEPARATOR = "\u0000";

/** Place factors one after another, each one unit wide. */
export function mapFactors(factors: readonly Factor[], padding: FactorPadding = {}): FactorMap {
  const places: number[] = [];
  const byKey = new Map<string, number>();
  let place = 0.5;
  let group: string | undefined;
  for (const [index, factor] of factors.entries()) {
    const own = typeof factor === "string" ? undefined : factor[0];
    if (index > 0) place += 1 + (own === group ? (padding.factor ?? 0) : (padding.group ?? 1.4));
    group = own;
    places.push(place);
    byKey.set(keyOf(factor), place);
  }
  for (const [key, place] of middles(factors, places)) byKey.set(key, byKey.get(key) ?? place);
  const last = places.at(-1) ?? 0.5;
  const pad = (padding.range ?? 0) * (last / 2 + 0.25);
  const labels = factors.map((factor, index) => labelOf(factor, isMiddle(factors, index)));
  return {
    start: 0 - pad,
    end: last + 0.5 + pad,
    places,
    labels,
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

/** Return the middle of each group, and of each group within groups. */
function middles(factors: readonly Factor[], places: readonly number[]): Map<string, number> {
  const ends = new Map<string, [number, number]>();
  for (const [index, factor] of factors.entries()) {
    const place = places[index] ?? NaN;
    for (let depth = 1; typeof factor !== "string" && depth < factor.length; depth += 1) {
      const key = factor.slice(0, depth).join(SEPARATOR);
      ends.set(key, [ends.get(key)?.[0] ?? place, place]);
    }
  }
  return new Map(Array.from(ends, ([key, [first, last]]) => [key, (first + last) / 2]));
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

/** Tell whether a factor is the middle one of its group: there the group's name stands. */
function isMiddle(factors: readonly Factor[], index: number): boolean {
  const same = (at: number): boolean => factors[at]?.[0] === factors[index]?.[0];
  let first = index;
  let last = index;
  while (first > 0 && same(first - 1)) first -= 1;
  while (last < factors.length - 1 && same(last + 1)) last += 1;
  return index === Math.floor((first + last) / 2);
}

function labelOf(factor: Factor, grouped: boolean): string {
  if (typeof factor === "string") return factor;
  const [group = "", ...names] = factor;
  const inner = names.reverse().join("\n");
  return grouped ? `${inner}\n${group}` : inner;
}
