/** Colours, as browsers compute them, through which what is behind them is seen. */
const CLEAR = /(^rgba\(.*,|\/) 0(\.[0-4]\d*)?\)$/;

/** Return which colours can be read on a colour: those of a light or of a dark page. */
export function schemeOn(color: string): "light" | "dark" {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null) return "light";
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return schemeOf(context.getImageData(0, 0, 1, 1).data);
}

/** Return the same for red, green and blue from 0 to 255. */
export function schemeOf([red = 0, green = 0, blue = 0]: Iterable<number>): "light" | "dark" {
  return 3 * red + 6 * green + blue < 1280 ? "dark" : "light";
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
