/** Which colours can be read on those that somebody has written. */
import { schemeOf } from "../../theme/scheme.js";

/** What is known of a colour that somebody has written. */
interface Written {
  /** The colours that can be read on it, if it hides what is behind it. */
  readonly scheme?: "light" | "dark";
  /** Whether words of it can hardly be read in the dark. */
  readonly dim: boolean;
}

const known = new Map<string, Written>();
/** So many colours of one page are remembered. */
const MOST_KNOWN = 500;
/** What stands for other colours elsewhere: those of a page, or of what is around. */
const ELSEWHERE = /var\(|light-dark|currentcolor|inherit|initial|unset|revert/i;
/** The luminance from which on a colour has three times that of a dark page, as contrast is counted. */
const LEAST = 0.127;

/** Return which colours can be read on a colour that somebody has written, if it hides what is behind it. */
export function schemeOnWritten(color: string): "light" | "dark" | undefined {
  return read(color).scheme;
}

/** Return a colour that somebody has written for words: in the dark as light as it takes to read them. */
export function readable(color: string): string {
  return read(color).dim ? `light-dark(${color}, oklch(from ${color} 0.78 min(c, 0.14) h))` : color;
}

function read(color: string): Written {
  const before = known.get(color);
  if (before !== undefined) return before;
  const element = document.createElement("i");
  if (!ELSEWHERE.test(color)) element.style.color = color;
  const pixel = element.style.color === "" ? undefined : pixelOf(color);
  const seen = pixel !== undefined && (pixel[3] ?? 0) > 127;
  const found = seen ? { scheme: schemeOf(pixel), dim: luminance(pixel) < LEAST } : { dim: false };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(color, found);
  return found;
}

/** Return how light a colour is, from 0 to 1, as the contrast of words is counted. */
function luminance([red = 0, green = 0, blue = 0]: Iterable<number>): number {
  const linear = (part: number): number => ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
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
