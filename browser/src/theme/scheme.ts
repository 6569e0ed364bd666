/** Colours, as browsers compute them, through which what is behind them is seen. */
const CLEAR = /(^rgba\(.*,|\/) 0(\.[0-4]\d*)?\)$/;

/** Return which colours can be read on a colour: those of a light or of a dark page. */
export function schemeOn(color: string): "light" | "dark" {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null) return "light";
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return 3 * red + 6 * green + blue < 1280 ? "dark" : "light";
}

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

/**
 * Return the scheme that suits what is behind an element, or nothing if the page declares one itself.
 *
 * Many pages are dark by their background alone, and do not say so with `color-scheme`.
 */
export function schemeBehind(element: Element): "light" | "dark" | "" {
  if (getComputedStyle(element).colorScheme !== "normal") return "";
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (!CLEAR.test(color)) return schemeOn(color);
  }
  return "";
}
