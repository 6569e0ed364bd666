import type { Model } from "../../model/types.js";
import type { Extent } from "./range.js";
import { EMPTY, union } from "./range.js";

/** One direction of a figure, as others see it that have its range, too. */
export interface Member {
  /** The data of this figure alone. */
  extent(): Extent;
  /** Hear that another figure shows other data now. */
  changed(): void;
}

const members = new WeakMap<Model, Set<Member>>();

/** Let a figure count for a range, until the returned function is called. */
export function join(range: Model, member: Member): () => void {
  const all = members.get(range) ?? new Set();
  members.set(range, all.add(member));
  return () => {
    all.delete(member);
    tell(range, member);
  };
}

/** Return what covers the data of every figure that has a range. */
export function extentOf(range: Model): Extent {
  let extent = EMPTY;
  for (const member of members.get(range) ?? []) extent = union(extent, member.extent());
  return extent;
}

/** Tell the other figures of a range that the data of one have changed. */
export function tell(range: Model, from: Member): void {
  for (const member of members.get(range) ?? []) {
    if (member !== from) member.changed();
  }
}
