/** Rows in which words that are to be pressed need their room. */

const WORDED =
  "docsync-button, docsync-buttons, docsync-checkbox, docsync-choices, docsync-dropdown, docsync-toggle";

/** Buttons side by side: they stand in one line before fields beside them get all the room that they would like. */
const GROUPS = ":scope > docsync-buttons";

/** No field gets narrower than this for the sake of such a line, in CSS pixels. */
const LEAST_FIELD = 100;

/** What is as wide as its row allows, and may hold long numbers. */
const WRITTEN = "docsync-div[data-stretch]";

const sizes = new ResizeObserver((entries) => {
  const boxes = new Set(entries.map(({ target }) => boxOf(target)));
  // Once everything is where it goes: this changes what is looked at.
  requestAnimationFrame(() => {
    for (const box of boxes) fit(box);
  });
});

/** Sees what comes and goes: a row of figures alone tells nothing itself. */
const members = new MutationObserver((entries) => {
  for (const box of new Set(entries.map(({ target }) => target))) {
    if (box instanceof HTMLElement) keepWords(box);
  }
});

function boxOf(target: Element): Element {
  return target.matches(".box.row") ? target : (target.parentElement ?? target);
}

/** Keep the words of a row's buttons whole: what else is in it gets narrower, and then the row goes on below. */
export function keepWords(box: Element): void {
  members.observe(box, { childList: true });
  for (const each of [box, ...box.children]) sizes.observe(each);
  fit(box);
}

function fit(box: Element): void {
  if (!(box instanceof HTMLElement) || !box.isConnected) return;
  box.style.flexWrap = "";
  // Those of a row of nothing but figures get narrower together.
  if (!box.querySelector(":not(docsync-figure)")) return;
  const wraps = getComputedStyle(box).flexWrap === "wrap";
  const worded = [...wordedIn(box)];
  const written = [...box.querySelectorAll<HTMLElement>(WRITTEN)].filter(
    ({ style }) => style.minWidth === "",
  );
  for (const view of [...worded, ...written]) keep(view, !wraps);
  for (const view of wraps ? [] : worded) narrow(view);
  if (!wraps) line(box);
  if (wraps || widthOf(box) <= box.clientWidth + 1) return;
  box.style.flexWrap = "wrap";
  for (const view of worded) keep(view, false);
  // One that holds more than a line of the page is broken as before.
  for (const view of written) keep(view, view.offsetWidth <= box.clientWidth);
}

/** Keep the buttons of a row in one line each, if what else is in it can give way. */
function line(box: HTMLElement): void {
  const groups = [...box.querySelectorAll<HTMLElement>(GROUPS)];
  if (groups.length === 0) return;
  const others = [...box.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && !child.matches(WORDED),
  );
  const before = others.map(({ offsetWidth }) => Math.min(offsetWidth, LEAST_FIELD));
  for (const { style } of groups) style.minInlineSize = "max-content";
  const fits =
    widthOf(box) <= box.clientWidth + 1 &&
    others.every(({ offsetWidth }, at) => offsetWidth >= (before[at] ?? 0));
  if (!fits) for (const view of groups) keep(view, true);
}

/** Return the views in a box that have words to press, and the columns around them; rows keep their own. */
function* wordedIn(box: ParentNode): Iterable<HTMLElement> {
  yield* box.querySelectorAll<HTMLElement>(WORDED);
  for (const column of box.querySelectorAll<HTMLElement>("docsync-column")) {
    const inside = [...wordedIn(column.shadowRoot ?? column)];
    if (inside.length > 0) yield* [column, ...inside];
  }
}

/** Let a view be no narrower than its longest word, or than its place. */
function keep({ style }: HTMLElement, whole: boolean): void {
  style.minInlineSize = whole ? "min-content" : "";
}

/** Let a column that is wider than its author wants it be so for words to press, and not for fields that can shrink. */
function narrow(column: HTMLElement): void {
  if (!column.matches("docsync-column") || !(column.offsetWidth > parseFloat(column.style.width)))
    return;
  const words = [...wordedIn(column.shadowRoot ?? column)].filter((view) => view.matches(WORDED));
  column.style.minInlineSize = `${Math.ceil(Math.max(...words.map(leastOf)))}px`;
}

/** Return how wide a view is at least, with its margins. */
function leastOf(view: HTMLElement): number {
  const { width } = view.style;
  view.style.width = "min-content";
  const { marginLeft, marginRight } = getComputedStyle(view);
  const least = view.offsetWidth + parseFloat(marginLeft) + parseFloat(marginRight);
  view.style.width = width;
  return least;
}

/** Return how wide what a row holds is together. */
function widthOf(box: Element): number {
  const edges = [...box.children].map((child) => child.getBoundingClientRect());
  return Math.max(...edges.map(({ right }) => right)) - Math.min(...edges.map(({ left }) => left));
}
