/** Shows formulas among words. A chunk of its own: most pages have none. */
import temml from "temml";
import { keep } from "../kept.js";
import { sanitize } from "../sanitize.js";
import { formulasIn } from "./written.js";

/** What words begin with that are MathML: a sign that nobody sees. */
const MATHML = "\u2061";

/** The longest formula that is read, in characters. */
const MOST_CHARACTERS = 10_000;
/** How many formulas are kept ready; what moves is written again with every frame. */
const MOST_KEPT = 500;
/** What shows its text as it is written. */
const LITERAL = "pre, code, kbd, samp, script, style, textarea, math";

const kept = new Map<string, Node | undefined>();

/** Replace the formulas in an element's words; what is none, and what is no valid TeX, stays as it is written. */
export function typeset(root: Element | DocumentFragment): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    if ((node.parentElement?.closest(LITERAL) ?? null) === null) found.push(node);
  }
  for (const node of found) {
    const parts = partsOf(node.data);
    if (parts.some((part) => typeof part !== "string")) node.replaceWith(...parts);
  }
}

/** Tell whether there is a formula among words, valid or not. */
export function isFormula(words: string): boolean {
  return words.startsWith(MATHML) || formulasIn(words).length > 0;
}

/** Return words with their formulas as nodes. */
export function partsOf(words: string): (string | Node)[] {
  if (words.startsWith(MATHML)) {
    const node = ready(words, () => readMathML(words.slice(MATHML.length)));
    return [node ?? words.slice(MATHML.length)];
  }
  const parts: (string | Node)[] = [];
  let from = 0;
  for (const match of formulasIn(words)) {
    const [source, dollars, brackets, parentheses] = match;
    const node = ready(source, () =>
      readTeX(dollars ?? brackets ?? parentheses ?? "", parentheses === undefined),
    );
    if (node === undefined) continue;
    if (match.index > from) parts.push(words.slice(from, match.index));
    parts.push(node);
    from = match.index + source.length;
  }
  if (from < words.length) parts.push(words.slice(from));
  return parts;
}

/** Return a node of one's own for a formula; nothing if it is no valid one, which is told once. */
function ready(source: string, read: () => Node): Node | undefined {
  if (!kept.has(source)) {
    let node: Node | undefined;
    try {
      node = read();
    } catch (cause) {
      console.warn(`DocSync: this formula is shown as it is written: ${source}\n${String(cause)}`);
    }
    keep(kept, source, node, MOST_KEPT);
  }
  return kept.get(source)?.cloneNode(true);
}

function readTeX(source: string, displayed: boolean): Node {
  if (source.length > MOST_CHARACTERS) {
    throw new Error(`it has ${source.length} characters; ${MOST_CHARACTERS} are read`);
  }
  const place = document.createElement("span");
  temml.render(source, place, {
    displayMode: displayed,
    throwOnError: true,
    trust: false,
    maxExpand: 1000,
  });
  const math = place.querySelector("math");
  if (math === null) throw new Error("nothing came of it");
  // As large as on a line of its own, and yet among the words.
  if (displayed) math.setAttribute("displaystyle", "true");
  math.removeAttribute("display");
  math.style.display = "";
  // What people hear and copy where a browser knows no formulas.
  math.setAttribute("alttext", source.trim());
  return math;
}

function readMathML(source: string): Node {
  if (source.length > MOST_CHARACTERS) {
    throw new Error(`it has ${source.length} characters; ${MOST_CHARACTERS} are read`);
  }
  const math = sanitize(source).querySelector("math");
  if (math === null) throw new Error("it has no math element");
  return math;
}
