/** Which colours can be read on those that somebody has written. */
import { schemeOf } from "../../theme/scheme.js";

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
  const pixel = element.style.color === "" ? undefined : pixelOf(color);
  const scheme = pixel !== undefined && (pixel[3] ?? 0) > 127 ? schemeOf(pixel) : undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(color, scheme);
  return scheme;
}

let canvas: OffscreenCanvas | undefined;

/** Return red, green, blue and opacity of a colour, from 0 to 255. */
function pixelOf(color: string): Uint8ClampedArray | undefined {
  canvas ??= new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return undefined;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
