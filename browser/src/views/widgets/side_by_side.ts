/** Figures that stand in a row on a narrow page: they get a little narrower where they fit side by side so. */

/** The share of its width that a figure keeps at least: one that is narrower has a line of its own instead. */
const KEPT = 0.85;

/** The widths that figures of a row have, if not those of their models, and what has been written there. */
const sheets = new WeakMap<Element, { readonly sheet: CSSStyleSheet; written: string }>();

/** A figure of a line: its place in the row, its width as its author wants it, and its margins, in CSS pixels. */
interface Member {
  readonly place: number;
  readonly width: number;
  readonly around: number;
}

/** Let the figures of a row that wraps stand side by side, if they are only a little too wide for that. */
export function standTogether(box: HTMLElement): void {
  const { flexWrap, columnGap } = getComputedStyle(box);
  const wraps = flexWrap === "wrap" && !box.querySelector(":not(docsync-figure)");
  const lines = wraps ? linesOf(membersOf(box), box.clientWidth, parseFloat(columnGap) || 0) : [];
  const rules = lines.flatMap(({ members, share }) =>
    members.map(
      ({ place, width }) =>
        `.box.row > :nth-child(${place}) { width: ${Math.floor(width * share)}px !important }`,
    ),
  );
  write(box, rules.join("\n"));
}

function membersOf(box: HTMLElement): Member[] {
  return [...box.children].map((child, at) => {
    const { marginLeft, marginRight } = getComputedStyle(child);
    const around = parseFloat(marginLeft) + parseFloat(marginRight);
    return { place: at + 1, width: parseFloat((child as HTMLElement).style.width), around };
  });
}

/** Return the lines of figures that fit only if all of them get narrower, and by what. */
function linesOf(
  members: readonly Member[],
  room: number,
  gap: number,
): { readonly members: readonly Member[]; readonly share: number }[] {
  const found: { members: readonly Member[]; share: number }[] = [];
  let line: Member[] = [];
  const close = (): void => {
    const share = shareOf(line, room, gap);
    if (line.length > 1 && share < 1) found.push({ members: line, share });
    line = [];
  };
  for (const member of members) {
    if (!(shareOf([...line, member], room, gap) >= KEPT)) close();
    line.push(member);
  }
  close();
  return found;
}

/** Return the share of their widths at which figures fit in a line. */
function shareOf(line: readonly Member[], room: number, gap: number): number {
  const fixed = line.reduce((sum, { around }) => sum + around, gap * (line.length - 1));
  return (room - fixed) / line.reduce((sum, { width }) => sum + width, 0);
}

function write(box: HTMLElement, rules: string): void {
  const root = box.getRootNode();
  let known = sheets.get(box);
  if ((known?.written ?? "") === rules || !(root instanceof ShadowRoot)) return;
  if (known === undefined) {
    known = { sheet: new CSSStyleSheet(), written: "" };
    sheets.set(box, known);
    root.adoptedStyleSheets.push(known.sheet);
  }
  known.written = rules;
  known.sheet.replaceSync(rules);
}
