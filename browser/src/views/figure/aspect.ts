import type { Ends } from "./scale.js";

/**
 * Return how far apart the ends of both ranges have to be, at least, for a unit of x to be as long as `scale` of y.
 *
 * One of them is widened; 0 leaves the other as it is.
 */
export function leastSpans(
  x: Ends,
  y: Ends,
  frame: { readonly width: number; readonly height: number },
  scale: number,
): { readonly x: number; readonly y: number } {
  const wide = Math.abs(x.end - x.start);
  const tall = Math.abs(y.end - y.start);
  const share = tall / scale / ((wide * frame.height) / frame.width);
  const finite = (span: number): number => (Number.isFinite(span) ? span : 0);
  return share > 1 ? { x: finite(wide * share), y: 0 } : { x: 0, y: finite(tall / share) };
}
