/** Which colours can be read on those that somebody has written. */
import { schemeOf } from "../../theme/scheme.js";
import { keep } from "../kept.js";

/** What is known of a colour that somebody has written. */
interface Written {
  /** The colours that can be read on it, if it hides what is behind it. */
  readonly scheme?: "light" | "dark";
  /** Whether words of it can hardly be read in the dark. */
  readonly dim: boolean;
  /** Whether words of it can be read on a light page without effort, and on a dark one only if they are large. */
  readonly medium: boolean;
  /** Whether lines of it are faint on a light page, and glare on a dark one. */
  readonly faint: boolean;
  /** What stands for it on a canvas in the dark, as a line and as an area, once somebody has asked. */
  dark?: string;
  area?: string;
  words?: string;
}

const known = new Map<string, Written>();
/** So many colours of one page are remembered. */
const MOST_KNOWN = 500;
/** What stands for other colours elsewhere: those of a page, or of what is around. */
const ELSEWHERE = /var\(|light-dark|currentcolor|inherit|initial|unset|revert/i;
/** The luminance from which on a colour has three times that of a dark page, as contrast is counted. */
const LEAST = 0.127;
/** The luminance up to which words on white have the contrast of 4.5 that small ones need. */
const MEDIUM = 0.1833;

/** Return which colours can be read on a colour that somebody has written, if it hides what is behind it. */
export function schemeOnWritten(color: string): "light" | "dark" | undefined {
  return read(color).scheme;
}

/** Return a colour that somebody has written for words: in the dark as light as it takes to read them. */
export function readable(color: string): string {
  const { dim, medium } = read(color);
  if (medium) return `light-dark(${color}, ${brighter(color)})`;
  return dim ? `light-dark(${color}, ${lighter(color)})` : color;
}

/** Return a colour that somebody has written for a line: one that is faint in the light is as faint in the dark, and a dark one is light there. */
export function softened(color: string): string {
  const { faint, dim } = read(color);
  if (!faint && !dim) return color;
  return `light-dark(${color}, ${faint ? fainter(color) : lighter(color)})`;
}

/**
 * Return what stands in the dark for a colour that was chosen for a light page: canvases know no `light-dark()`.
 *
 * White stays: on a light page nobody would have seen it. Words want more than lines: a grey that these are seen in is
 * too dark for them.
 *
 * @param field The field that the colour is of: that tells words.
 */
export function inTheDark(color: string, field = ""): string {
  const found = read(color);
  if (found.medium && field.includes("text_")) {
    found.words ??= plain(brighter(color));
    return found.words;
  }
  if (!found.dim && (!found.faint || WHITE.test(color.trim()))) return color;
  found.dark ??= plain(found.dim ? lighter(color) : fainter(color));
  return found.dark;
}

/** Return the same for an area: what was dark is light enough to be seen, and dark enough for white words upon it. */
export function inAreas(color: string): string {
  const found = read(color);
  if (!found.dim) return inTheDark(color);
  found.area ??= plain(`oklch(from ${color} 0.62 min(c, 0.16) h)`);
  return found.area;
}

function plain(color: string): string {
  const [red = 0, green = 0, blue = 0] = pixelOf(color) ?? [];
  return `rgb(${red} ${green} ${blue})`;
}

/** Tell whether words of a colour can hardly be read in the dark. */
export function isDim(color: string): boolean {
  return read(color).dim;
}

const WHITE = /^(white|#fff(fff)?)$/i;

function lighter(color: string): string {
  return `oklch(from ${color} 0.78 min(c, 0.14) h)`;
}

function brighter(color: string): string {
  return `oklch(from ${color} max(l, 0.68) c h)`;
}

function fainter(color: string): string {
  return `oklch(from ${color} calc(1.24 - l) c h)`;
}

/** Make the lines of a style such as suit the dark, too. */
export function soften(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    if (!LINE.test(property)) continue;
    const color = style.getPropertyValue(property);
    const suited = softened(color);
    if (suited === color) continue;
    style.setProperty(property, suited, style.getPropertyPriority(property));
  }
}

const LINE = /^border-.*color$/;

function read(color: string): Written {
  const before = known.get(color);
  if (before !== undefined) return before;
  const element = document.createElement("i");
  if (!ELSEWHERE.test(color)) element.style.color = color;
  const pixel = element.style.color === "" ? undefined : pixelOf(color);
  const seen = pixel !== undefined && (pixel[3] ?? 0) > 127;
  const found: Written = seen
    ? { scheme: schemeOf(pixel), ...brightnessOf(pixel), faint: isFaint(pixel) }
    : { dim: false, medium: false, faint: false };
  return keep(known, color, found, MOST_KNOWN);
}

function brightnessOf(pixel: Uint8ClampedArray): Pick<Written, "dim" | "medium"> {
  const light = luminance(pixel);
  return { dim: light < LEAST, medium: light >= LEAST && light <= MEDIUM };
}

/** Tell whether a colour is a light grey, or nearly one. */
function isFaint([red = 0, green = 0, blue = 0]: Iterable<number>): boolean {
  return (
    Math.min(red, green, blue) > 175 && Math.max(red, green, blue) - Math.min(red, green, blue) < 40
  );
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
