/** Where a panel stands that has come up at a field. */

/** What stays free between a panel and an edge of the page, in CSS pixels. */
const MARGIN = 8;
/** What stays free between a panel and its field. */
const GAP = 4;

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

/** Return where the start and the top of a panel are, so that all of it is on the page if it has room there. */
export function placeFor(
  field: Around,
  panel: Size,
  page: Size,
  position: string,
  mirrored: boolean,
): { left: number; top: number } {
  const below = field.bottom + GAP;
  const above = field.top - GAP - panel.height;
  const fitsBelow = below + panel.height <= page.height - MARGIN;
  const isAbove = position === "above" || (position !== "below" && !fitsBelow && above >= MARGIN);
  const inside = (at: number, size: number, room: number): number =>
    Math.max(MARGIN, Math.min(at, room - MARGIN - size));
  const top = inside(isAbove ? above : below, panel.height, page.height);
  const covers = top < field.bottom && top + panel.height > field.top;
  const beside = covers ? besideOf(field, panel.width, page.width, mirrored) : undefined;
  const along = mirrored ? field.right - panel.width : field.left;
  return { left: beside ?? inside(along, panel.width, page.width), top };
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
  const place = (): void => {
    const { clientWidth, clientHeight } = document.documentElement;
    const { left, top } = placeFor(
      field.getBoundingClientRect(),
      { width: panel.offsetWidth, height: panel.offsetHeight },
      { width: clientWidth, height: clientHeight },
      position(),
      getComputedStyle(field).direction === "rtl",
    );
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  };
  const sizes = new ResizeObserver(place);
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
