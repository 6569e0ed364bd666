/** Which colours can be read on those that somebody has written. */
import { schemeOn } from "../../theme/scheme.js";

const known = new Map<string, "light" | "dark" | undefined>();
/** So many colours of one page are remembered. */
const MOST_KNOWN = 500;
/** What stands for other colours elsewhere: those of a page, or of what is around. */
const ELSEWHERE = /var\(|light-dark|currentcolor|inherit|initial|unset|revert/i;

/** Return which colours can be read on a colour that somebody has written, if it hides what is behind it. */
export function schemeOnWritten(color: string): "light" | "dark" | undefined {
  if (known.has(color)) return known.get(color);
  const element = document.createElement("i");
  if (!ELSEWHERE.test(color)) element.style.color = color;
  const context = element.style.color === "" ? null : new OffscreenCanvas(1, 1).getContext("2d");
  let scheme: "light" | "dark" | undefined;
  if (context !== null) {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const alpha = context.getImageData(0, 0, 1, 1).data[3] ?? 0;
    if (alpha > 127) scheme = schemeOn(color);
  }
  if (known.size < MOST_KNOWN) known.set(color, scheme);
  return scheme;
}
