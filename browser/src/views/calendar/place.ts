/** Where a panel stands that has come up at a field. */

/** What stays free between a panel and an edge of the page, in CSS pixels. */
const MARGIN = 8;
/** What stays free between a panel and its field. */
const GAP = 4;
/** With less room than this a panel rather covers its field than being scrolled. */
const LEAST = 240;

/** The parts of a rectangle that decide where another one goes. */
export interface Around {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a panel goes, and how high it may be if it has no room as it is. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly room?: number;
}

/**
 * Return where the start and the top of a panel are, so that all of it is on the page if it has room there.
 *
 * A panel that has room neither above nor below its field nor beside it is made lower, so that people see what they choose.
 */
export function placeFor(
  field: Around,
  panel: Size,
  page: Size,
  position: string,
  mirrored: boolean,
): Place {
  const below = field.bottom + GAP;
  const above = field.top - GAP - panel.height;
  const fitsBelow = below + panel.height <= page.height - MARGIN;
  const fitsAbove = above >= MARGIN;
  const isAbove = position === "above" ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
  const inside = (at: number, size: number, room: number): number =>
    Math.max(MARGIN, Math.min(at, room - MARGIN - size));
  const top = inside(isAbove ? above : below, panel.height, page.height);
  const covers = top < field.bottom && top + panel.height > field.top;
  const beside = covers ? besideOf(field, panel.width, page.width, mirrored) : undefined;
  const along = mirrored ? field.right - panel.width : field.left;
  const left = beside ?? inside(along, panel.width, page.width);
  const [over, under] = [field.top - GAP - MARGIN, page.height - MARGIN - below];
  const room = Math.max(over, under);
  if (!covers || beside !== undefined || room < LEAST) return { left, top };
  return { left, top: under >= over ? below : MARGIN, room };
}

/** Return where the start of a panel is beside a field, if it has room there; first where lines end. */
function besideOf(
  { left, right }: Around,
  width: number,
  page: number,
  mirrored: boolean,
): number | undefined {
  const [before, after] = [left - GAP - width, right + GAP];
  const places = mirrored ? [before, after] : [after, before];
  return places.find((at) => at >= MARGIN && at + width <= page - MARGIN);
}

/** Keep a panel at a field, wherever that moves; returns what ends it. */
export function follow(panel: HTMLElement, field: HTMLElement, position: () => string): () => void {
  const place = (event?: Event): void => {
    // What is scrolled in the panel itself leaves it where it is.
    if (event?.composedPath().includes(panel) === true) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const { scrollTop } = panel;
    panel.style.maxBlockSize = "";
    const { left, top, room } = placeFor(
      field.getBoundingClientRect(),
      { width: panel.offsetWidth, height: panel.offsetHeight },
      { width: clientWidth, height: clientHeight },
      position(),
      getComputedStyle(field).direction === "rtl",
    );
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
    panel.style.maxBlockSize = room === undefined ? "" : `${room}px`;
    panel.scrollTop = scrollTop;
  };
  const sizes = new ResizeObserver(() => {
    place();
  });
  sizes.observe(panel);
  sizes.observe(field);
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  place();
  return () => {
    sizes.disconnect();
    removeEventListener("scroll", place, { capture: true });
    removeEventListener("resize", place);
  };
}
