/** Rows in which words that are to be pressed need their room, or figures stand side by side. */
import { standTogether } from "./side_by_side.js";

const WORDED =
  "docsync-button, docsync-buttons, docsync-checkbox, docsync-choices, docsync-dropdown, docsync-toggle";

/** Buttons side by side: they stand in one line before fields beside them get all the room that they would like. */
const GROUPS = ":scope > docsync-buttons";

/** No field gets narrower than this for the sake of such a line, in CSS pixels. */
const LEAST_FIELD = 100;

/** What is as wide as its row allows, and may hold long numbers. */
const WRITTEN = "docsync-div[data-stretch]";

/** Columns that take what a row has left, say of widgets, and what has a width of its own beside them. */
const TAKING = ":scope > docsync-column[data-stretch]";
const WIDE = ":scope > :is(docsync-figure, docsync-column):not([data-stretch])";

/** The columns that have been left something. */
const taking = new WeakSet<HTMLElement>();

/** Such a column gets no narrower than this if it holds as much, in CSS pixels: what is wide gives way. */
const LEAST_COLUMN = 200;

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
  standTogether(box);
  if (!box.querySelector(":not(docsync-figure)")) return;
  const wraps = getComputedStyle(box).flexWrap === "wrap";
  const worded = [...wordedIn(box)];
  const written = [...box.querySelectorAll<HTMLElement>(WRITTEN)].filter(
    ({ style }) => style.minWidth === "",
  );
  for (const view of [...worded, ...written]) keep(view, !wraps);
  for (const view of wraps ? [] : worded) narrow(view);
  if (!wraps) line(box);
  leave(box, !wraps);
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

/** Leave columns that take the rest of a row enough of it, if that is less than half. */
function leave(box: HTMLElement, enough: boolean): void {
  const columns = [...box.querySelectorAll<HTMLElement>(TAKING)];
  const beside = box.querySelector(WIDE) !== null;
  for (const column of columns) {
    if (!enough || !beside) {
      if (taking.delete(column)) keep(column, false);
      continue;
    }
    const most = Math.min(LEAST_COLUMN, box.clientWidth / 2 / columns.length);
    const held = sizeOf(column, "max-content");
    const words = column.style.minInlineSize === "min-content" ? leastOf(column) : 0;
    column.style.minInlineSize = `${Math.ceil(Math.max(words, Math.min(most, held)))}px`;
    taking.add(column);
  }
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
  const { marginLeft, marginRight } = getComputedStyle(view);
  return sizeOf(view, "min-content") + parseFloat(marginLeft) + parseFloat(marginRight);
}

/** Return how wide a view is by itself. */
function sizeOf(view: HTMLElement, size: "min-content" | "max-content"): number {
  const { flex, minInlineSize, width } = view.style;
  Object.assign(view.style, { flex: "none", minInlineSize: "0", width: size });
  const found = view.offsetWidth;
  Object.assign(view.style, { flex, minInlineSize, width });
  return found;
}

/** Return how wide what a row holds is together. */
function widthOf(box: Element): number {
  const edges = [...box.children].map((child) => child.getBoundingClientRect());
  return Math.max(...edges.map(({ right }) => right)) - Math.min(...edges.map(({ left }) => left));
}
