/** Places within a box: of words at their position, of pictures at theirs. */

/** How far across a box words stand that say so, as shares of its width. */
export const ACROSS: Readonly<Record<string, number>> = {
  left: 0,
  start: 0,
  center: 0.5,
  right: 1,
  end: 1,
};

/** How far down a box words stand that say so, as shares of its height. */
export const DOWN: Readonly<Record<string, number>> = {
  top: 0,
  start: 0,
  // What stands on or hangs from a line may have several of them: it is in the middle.
  hanging: 0.5,
  alphabetic: 0.5,
  ideographic: 0.5,
  middle: 0.5,
  center: 0.5,
  bottom: 1,
  end: 1,
};

/** Return how far across and down a box an anchor is; nothing if it is none. */
export function placeInBox(anchor: unknown): [number, number] | undefined {
  if (Array.isArray(anchor)) {
    const [across, down] = anchor as unknown[];
    return [share(across, ACROSS, 0), share(down, DOWN, 1)];
  }
  if (typeof anchor !== "string" || anchor === "auto") return undefined;
  const x = anchor.includes("left") ? 0 : anchor.includes("right") ? 1 : 0.5;
  const y = anchor.includes("top") ? 0 : anchor.includes("bottom") ? 1 : 0.5;
  return [x, y];
}

function share(part: unknown, words: Readonly<Record<string, number>>, other: number): number {
  if (typeof part === "number") return part;
  return (typeof part === "string" ? words[part] : undefined) ?? other;
}
