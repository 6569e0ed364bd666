/** Lines through the place of the pointer, in one figure or in several at a time. */
import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { isModel, text } from "../../field.js";
import { colorText } from "../../color.js";
import { readDash } from "../painters/style.js";
import { readSpec } from "../spec.js";
import type { Hand } from "./hand.js";
import type { ToolKind } from "./kinds.js";
import { KINDS, dimensionsOf } from "./kinds.js";
import { marked, named } from "./look.js";

/** A line of a crosshair, and where its looks come from. */
interface Hair {
  /** Whether it stands upright, at a horizontal place. */
  readonly upright: boolean;
  readonly looks: Model;
  /** The span that figures share. */
  readonly span: Model | undefined;
}

/** Where the shared lines are, in data units, and who has put them there. */
const places = new WeakMap<Model, { readonly value: number; readonly by: Hand }>();
const sharing = new Set<Hand>();

function hairsOf(tool: Model): readonly Hair[] {
  const overlay = tool.get("overlay");
  const spans: unknown[] = Array.isArray(overlay) ? overlay : [overlay];
  if (spans.every(isModel)) {
    return spans.map((span) => {
      return { upright: text(span, "dimension") === "height", looks: span, span };
    });
  }
  // The line of the width is the one that lies.
  const { x, y } = dimensionsOf(tool);
  return [
    ...(y ? [{ upright: true, looks: tool, span: undefined }] : []),
    ...(x ? [{ upright: false, looks: tool, span: undefined }] : []),
  ];
}

/** Put the shared lines where the pointer is, and have the other figures follow. */
function share(hand: Hand, hairs: readonly Hair[]): void {
  const { frame, pointer } = hand;
  if (frame === undefined || hairs.every(({ span }) => span === undefined)) return;
  sharing.add(hand);
  let moved = false;
  for (const { span, upright } of hairs) {
    if (span === undefined) continue;
    const known = places.get(span);
    if (pointer === undefined) {
      if (known?.by !== hand) continue;
      places.delete(span);
      moved = true;
      continue;
    }
    const value = upright
      ? frame.x.toValue(pointer.x + frame.left)
      : frame.y.toValue(pointer.y + frame.top);
    if (known?.value === value && known.by === hand) continue;
    places.set(span, { value, by: hand });
    moved = true;
  }
  if (!moved) return;
  for (const other of sharing) {
    if (!other.element.isConnected) sharing.delete(other);
    else if (other !== hand) other.repaint();
  }
}

/** Return where a line is, from the upper left of the plotting area. */
function placeOf({ span, upright }: Hair, hand: Hand): number | undefined {
  const { frame, pointer } = hand;
  if (frame === undefined) return undefined;
  if (span === undefined) return upright ? pointer?.x : pointer?.y;
  const value = places.get(span)?.value;
  if (value === undefined) return undefined;
  const at = upright ? frame.x.toPixel(value) - frame.left : frame.y.toPixel(value) - frame.top;
  return at >= 0 && at <= (upright ? frame.width : frame.height) ? at : undefined;
}

const crosshair: ToolKind = {
  role: "inspect",
  label: named("Crosshair"),
  icon: marked(
    svg`<circle cx="10" cy="10" r="5" /><path d="M10 2.5v5M10 12.5v5M2.5 10h5M12.5 10h5" />`,
  ),
  over: (tool, hand): TemplateResult | typeof nothing => {
    const hairs = hairsOf(tool);
    share(hand, hairs);
    const shown = hairs.filter((hair) => placeOf(hair, hand) !== undefined);
    if (shown.length === 0) return nothing;
    return html`${shown.map(() => html`<div class="hair" data-of=${tool.id}></div>`)}`;
  },
  place: (tool, hand) => {
    const elements = hand.renderRoot.querySelectorAll<HTMLElement>(`.hair[data-of="${tool.id}"]`);
    const shown = hairsOf(tool).filter((hair) => placeOf(hair, hand) !== undefined);
    shown.forEach((hair, at) => {
      const element = elements[at];
      if (element !== undefined) paint(element, hair, placeOf(hair, hand) ?? 0);
    });
  },
};

/** Return what a tool says as it is, and a span in a value spec. */
function valueOf(looks: Model, field: string): unknown {
  const spec = readSpec(looks.get(field), "value");
  return spec.kind === "value" ? spec.value : undefined;
}

function paint({ style }: HTMLElement, { upright, looks }: Hair, at: number): void {
  const width = Math.max(0, Number(valueOf(looks, "line_width") ?? 1));
  const color = looks.chosen("line_color")
    ? (colorText(valueOf(looks, "line_color")) ?? "transparent")
    : "var(--_text)";
  const [dash] = readDash(valueOf(looks, "line_dash"));
  // The shortest dashes are what styles of lines call dots.
  const kind = dash === undefined ? "solid" : dash <= Math.max(2, width) ? "dotted" : "dashed";
  style.opacity = String(Number(valueOf(looks, "line_alpha") ?? 1));
  const line = `${width}px ${kind} ${color}`;
  style.borderInlineStart = upright ? line : "";
  style.borderBlockStart = upright ? "" : line;
  const edge = `${at - width / 2}px`;
  const inset = upright ? `0 auto 0 ${edge}` : `${edge} 0 auto`;
  Object.assign(style, { position: "absolute", inset, pointerEvents: "none" });
}

KINDS["CrosshairTool"] = crosshair;
