/** Paints what is in formulas: letters, operators that stretch, and the lines of fractions and roots. */

type Context = OffscreenCanvasRenderingContext2D;

/** Where the slanted letters begin that variables are written in, by what begins the upright ones. */
const SLANTED: readonly (readonly [from: number, to: number, slanted: number])[] = [
  [0x41, 0x5a, 0x1d434],
  [0x61, 0x7a, 0x1d44e],
  [0x391, 0x3a9, 0x1d6e2],
  [0x3b1, 0x3c9, 0x1d6fc],
];
/** The one letter that is not among its neighbours. */
const PLANCK = "\u210e";
/** How thick lines are, as a share of the size of the letters. */
const RULE = 0.06;
/** An operator that is so much larger than its letters has been stretched. */
const STRETCHED = 1.25;

/** Tell whether an element is part of a formula. */
export function isMath(element: Element): boolean {
  return element.namespaceURI === "http://www.w3.org/1998/Math/MathML";
}

/** Paint the letters of a part of a formula. */
export function paintLetters(context: Context, node: Text, style: CSSStyleDeclaration): void {
  const element = node.parentElement;
  const letters = node.data.trim();
  if (element === null || letters === "") return;
  const words = style.textTransform === "math-auto" ? slanted(letters) : letters;
  context.font = style.font;
  context.fillStyle = style.color;
  context.textBaseline = "alphabetic";
  const measured = context.measureText(words);
  const { actualBoundingBoxAscent: over, actualBoundingBoxDescent: under } = measured;
  const { actualBoundingBoxLeft: before, actualBoundingBoxRight: after } = measured;
  const own = element.getBoundingClientRect();
  const [inkWide, inkTall] = [before + after, over + under];
  const tall = own.height > STRETCHED * Math.max(inkTall, parseFloat(style.fontSize));
  const wide = own.width > STRETCHED * measured.width;
  if (element.localName === "mo" && (tall || wide) && inkWide > 0 && inkTall > 0) {
    const [x, y] = [wide ? own.width / inkWide : 1, tall ? own.height / inkTall : 1];
    context.save();
    context.translate(own.left, own.top);
    context.scale(x, y);
    context.fillText(words, wide ? before : (own.width - measured.width) / 2, over);
    context.restore();
    return;
  }
  const range = document.createRange();
  range.selectNodeContents(node);
  const { left, top, height } = range.getBoundingClientRect();
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measured;
  context.fillText(words, left, top + (height - up - down) / 2 + up);
}

/** Paint the lines that an element of a formula has. */
export function paintRules(context: Context, element: Element, style: CSSStyleDeclaration): void {
  const size = parseFloat(style.fontSize);
  const line = Math.max(1, RULE * size);
  context.strokeStyle = context.fillStyle = style.color;
  context.lineWidth = line;
  const box = element.getBoundingClientRect();
  const [first, second] = element.children;
  if (first === undefined) return;
  if (element.localName === "mfrac" && second !== undefined) {
    if (parseFloat(element.getAttribute("linethickness") ?? "1") === 0) return;
    const above = first.getBoundingClientRect().bottom;
    const middle = (above + second.getBoundingClientRect().top) / 2;
    context.fillRect(box.left, middle - line / 2, box.width, line);
  } else if (element.localName === "msqrt" || element.localName === "mroot") {
    const inner = first.getBoundingClientRect();
    const room = element.localName === "msqrt" ? inner.left - box.left : 0.6 * size;
    const from = inner.left - room;
    const top = element.localName === "msqrt" ? box.top + line : inner.top - 2 * line;
    const bottom = Math.max(inner.bottom, top + size / 2);
    const middle = top + (bottom - top) * 0.55;
    context.beginPath();
    context.moveTo(from + room * 0.05, middle + line);
    context.lineTo(from + room * 0.25, middle);
    context.lineTo(from + room * 0.55, bottom);
    context.lineTo(inner.left - line / 2, top);
    context.lineTo(box.right, top);
    context.stroke();
  }
}

/** Paint an element that is turned as if it were not, on a context that is turned in its place. */
export function paintTurned(context: Context, element: HTMLElement, paint: () => void): void {
  const { transform } = element.style;
  const { a, b, c, d, e, f } = new DOMMatrix(getComputedStyle(element).transform);
  element.style.transform = "none";
  const { left, top } = element.getBoundingClientRect();
  context.save();
  context.translate(left, top);
  context.transform(a, b, c, d, e, f);
  context.translate(-left, -top);
  paint();
  context.restore();
  element.style.transform = transform;
}

function slanted(letter: string): string {
  if (letter === "h") return PLANCK;
  const code = letter.codePointAt(0) ?? 0;
  if (letter.length > 1) return letter;
  const found = SLANTED.find(([from, to]) => code >= from && code <= to);
  return found === undefined ? letter : String.fromCodePoint(found[2] + code - found[0]);
}
