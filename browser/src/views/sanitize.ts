import DOMPurify from "dompurify";
import { said } from "./dom/said.js";
import { readable, schemeOnWritten, soften } from "./dom/written.js";

export { escapeFormulas } from "./formulas/written.js";

/**
 * Turn markup into nodes, leaving out whatever could act: scripts, handlers, frames, forms, style sheets.
 *
 * A `style` attribute is kept as far as it means colours, type, spacing, and how parts stand beside each other. It is set through the object model,
 * because a strict content security policy forbids the attribute itself.
 */
export function sanitize(source: string): DocumentFragment {
  // A page of frames has no body, which is then nothing.
  const fragment =
    (DOMPurify.sanitize(source.replace(SHEET, "").replace(TAG, keepStyle), {
      RETURN_DOM_FRAGMENT: true,
      USE_PROFILES: { html: true, svg: true, mathMl: true },
      FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select", "option", "dialog"],
      FORBID_ATTR: ["style", "id", "name"],
      ADD_ATTR: [KEPT, "target"],
    }) as DocumentFragment | null) ?? document.createDocumentFragment();
  const sheet = sheets(source);
  const dressed = WORDS.test(sheet);
  // What has a ground by a rule is not known, and words that are light elsewhere would not be seen on it.
  const grounded = GROUNDS.test(sheet);
  for (const element of fragment.querySelectorAll<HTMLElement>(`[${KEPT}]`)) {
    applyStyle(element, element.getAttribute(KEPT) ?? "");
    element.removeAttribute(KEPT);
    suit(element.style, wordsOf(element) ?? (dressed ? "" : undefined), grounded);
  }
  for (const font of fragment.querySelectorAll<HTMLElement>("font[color]")) {
    if (!grounded) font.style.color ||= readable(font.getAttribute("color") ?? "");
  }
  for (const link of fragment.querySelectorAll("a[target]")) link.setAttribute("rel", "noopener");
  return fragment;
}

/**
 * Carry a style past the parser, and leave handlers and what is about the whole page out.
 *
 * DOMPurify would remove these anyway, but its parser makes the browser report them to the page's security policy first.
 */
function keepStyle(tag: string): string {
  return tag.replace(STYLE, ` ${KEPT}=$1`).replace(HANDLER, "").replace(WHOLE, "");
}

/**
 * Return what style sheets in markup ask for, as far as a `style` attribute could ask for it, for a shadow root.
 *
 * There it reaches nothing but the markup itself.
 */
export function styleSheet(source: string): CSSStyleSheet | undefined {
  const wanted = sheets(source);
  if (wanted === "") return undefined;
  const parsed = new CSSStyleSheet();
  parsed.replaceSync(wanted);
  const kept = new CSSStyleSheet();
  keepRules(parsed.cssRules, kept, WORDS.test(wanted) ? "" : undefined, GROUNDS.test(wanted));
  return kept;
}

function sheets(source: string): string {
  return Array.from(source.matchAll(SHEET), ([, text]) => text ?? "").join("\n");
}

/** Keep what may stand; words are those that the author has chosen a colour for. */
function keepRules(
  rules: CSSRuleList,
  kept: CSSStyleSheet | CSSMediaRule,
  words: string | undefined,
  grounded: boolean,
): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const place = kept.insertRule(`@media ${rule.conditionText} {}`, kept.cssRules.length);
      keepRules(rule.cssRules, kept.cssRules[place] as CSSMediaRule, words, grounded);
    } else if (rule instanceof CSSStyleRule) {
      const place = kept.insertRule(`${rule.selectorText} {}`, kept.cssRules.length);
      const { style } = kept.cssRules[place] as CSSStyleRule;
      for (const [property, value] of said(rule.style)) keep(style, property, value);
      suit(style, words, grounded);
    }
  }
}

const SHEET = /<style\b[^<>]*>([\s\S]*?)(?:<\/style\s*>|$)/gi;
const KEPT = "data-docsync-style";
const TAG = /<[a-z][^<>]*>/gi;
const STYLE = /\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)/gi;
const HANDLER = /\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)/gi;
/** What is about all of a page: `frameset` takes the place of what stands before it. */
const WHOLE = /^<(?:base|frameset)\b.*/is;
const PROPERTIES = new RegExp(
  "^(" +
    [
      "color|opacity|visibility|cursor|display|float|clear|order|direction|writing-mode|aspect-ratio|hyphens",
      "line-height|letter-spacing|vertical-align|white-space|table-layout|caption-side|box-(shadow|sizing)",
      "(row-|column-)?gap|(-webkit-)?(background-clip|text-.+)|(word|column|object)-.+",
      "(background|font|margin|padding|border|outline|list-style|overflow|flex|grid|align|justify|place)(-.+)?",
      "((min|max)-)?(width|height|inline-size|block-size)",
    ].join("|") +
    ")$",
);

function applyStyle(element: HTMLElement, source: string): void {
  for (const declaration of source.split(";")) {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (colon >= 0) keep(element.style, property, value.replace(/\s*!important$/, ""));
  }
}

/** A colour as browsers write those of gradients down. */
const STOP = /rgba?\([^()]*\)|#[\da-f]{3,8}|(?<=[(,]\s*)[a-z]{3,}\b(?!\()/gi;

/** What says in a style sheet which colour words have. */
const WORDS = /(?:^|[\s;{])color\s*:/i;
/** The colour of words that suits the scheme. */
const SUITING = "var(--_text)";

/** What gives a background in a style sheet. */
const GROUNDS = /background/i;

/** Return the colour that the words of an element have already, of their own or of what it stands in; nothing is known of that of a link. */
function wordsOf(element: HTMLElement): string | undefined {
  if (element.closest("a, [color]") !== null) return "";
  for (let each: HTMLElement | null = element; each !== null; each = each.parentElement) {
    if (each.style.color !== "" && each.style.color !== SUITING) return each.style.color;
  }
  return undefined;
}

/**
 * Let words be seen on a background that is the same in the light and in the dark, whatever the page is, and those without any in the dark.
 *
 * Words that have a colour keep it: as it was written on a ground of their own.
 */
export function suit(
  style: CSSStyleDeclaration,
  words: string | undefined,
  grounded: boolean,
): void {
  soften(style);
  const plain = schemeOnWritten(style.backgroundColor);
  const image = style.backgroundImage;
  const stops = /var\(|light-dark/.test(image) ? [] : (image.match(STOP) ?? []);
  const scheme = stops.map(schemeOnWritten).find((each) => each !== undefined) ?? plain;
  if (style.colorScheme !== "") return;
  if (scheme === undefined) {
    if (style.color !== "" && !grounded) style.color = readable(style.color);
    return;
  }
  style.colorScheme = scheme;
  // What is inherited is as light as it has to be elsewhere.
  if (style.color === "") style.color = words ?? SUITING;
}

/** What fetches: an address in a style would tell somebody who reads the page. */
const FETCHES = /url|image|src\(|cross-fade|element\(|\\|\/\*/i;
/** What is drawn beyond the box of a part, over what is beside it. */
const AROUND = /shadow$|^outline|text-(stroke|decoration|underline)/;
const COLOR = /#[\da-f]+|\b(?:rgb|hsl|hwb|(?:ok)?(?:lab|lch)|color(?:-mix)?|var)a?\([^()]*\)/gi;
const LENGTH = /([\d.]+(?:e[+-]?\d+)?)([a-z%]*)/gi;
/** What may move a part over what stands before it. */
const BACK = /^margin|^text-indent$/;
/** A length towards what stands before, or one that only arithmetic tells to be such. */
const BACKWARDS = /-\s*(?:[\d.]+(?:e[+-]?\d+)?[a-z%]*|\()|[*/]/gi;
/** From here on a length by its unit reaches too far; one in another unit always does. */
const FAR = new Map(Object.entries({ "": 100, "%": 100, px: 100, pt: 100, em: 10, rem: 10 }));

function keep(style: CSSStyleDeclaration, property: string, value: string): void {
  if (!PROPERTIES.test(property) || FETCHES.test(value)) return;
  if (AROUND.test(property) && reachesFar(value)) return;
  if (BACK.test(property) && (value.match(BACKWARDS) ?? []).some(reachesFarBack)) return;
  if (property === "cursor" && /none/i.test(value)) return;
  style.setProperty(property, value);
}

/** Tell whether a length could move a part far over others; nobody knows of one that is multiplied. */
function reachesFarBack(length: string): boolean {
  return /[(*/]/.test(length) || reachesFar(length);
}

/** Tell whether what is drawn around a part could cover the page: only short lengths are sure not to. */
function reachesFar(value: string): boolean {
  const rest = value.replaceAll(COLOR, " ");
  if (rest.includes("(")) return true;
  return Array.from(rest.matchAll(LENGTH)).some(
    ([, size, unit = ""]) => !(Number(size) < (FAR.get(unit.toLowerCase()) ?? 0)),
  );
}
