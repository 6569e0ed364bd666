import { text } from "../../field.js";
import { runs } from "../painters/area.js";
import type { Frame } from "../painters/painter.js";
import { AreaStyle } from "../painters/style.js";
import type { GlyphReader } from "../spec.js";
import { headIn } from "./head.js";
import { pixelOf } from "./mark.js";

type Place = (index: number) => [number, number];

/** Return where both ends of each row are. */
function endsOf(frame: Frame, reader: GlyphReader): readonly [Place, Place] | undefined {
  const upright = text(reader.glyph, "dimension", "height") === "height";
  const [along, across] = upright ? (["x", "y"] as const) : (["y", "x"] as const);
  const base = reader.positions("base", along);
  const lower = reader.positions("lower", across);
  const upper = reader.positions("upper", across);
  if (base === undefined || lower === undefined || upper === undefined) return undefined;
  const units = (field: string): unknown => reader.glyph.get(`${field}_units`);
  const place =
    (side: typeof base, given: unknown): Place =>
    (index) => {
      const first = pixelOf(frame, along, units("base"), base[index] ?? NaN);
      const second = pixelOf(frame, across, given, side[index] ?? NaN);
      return upright ? [first, second] : [second, first];
    };
  return [place(lower, units("lower")), place(upper, units("upper"))];
}

/** Fill what is between two columns. */
export function paintBand(frame: Frame, reader: GlyphReader): void {
  const ends = endsOf(frame, reader);
  if (ends === undefined) return;
  const [lower, upper] = ends;
  const { context } = frame;
  const good = (index: number): boolean =>
    [...lower(index), ...upper(index)].every(Number.isFinite);
  const style = new AreaStyle(reader, false);
  style.begin(context);
  const edges = new Path2D();
  context.beginPath();
  for (const [from, to] of runs(reader.length, good)) {
    for (let index = from; index <= to; index += 1) {
      if (index === from) context.moveTo(...lower(index));
      else context.lineTo(...lower(index));
    }
    for (let index = to; index >= from; index -= 1) context.lineTo(...upper(index));
    context.closePath();
    // The outline runs along the band, not across its ends.
    for (const side of ends) {
      for (let index = from; index <= to; index += 1) {
        if (index === from) edges.moveTo(...side(index));
        else edges.lineTo(...side(index));
      }
    }
  }
  style.draw(context, 0, "nonzero", edges);
}

/** Draw a line between two values for each row. */
export function paintWhiskers(frame: Frame, reader: GlyphReader): void {
  const ends = endsOf(frame, reader);
  if (ends === undefined) return;
  const { context } = frame;
  const style = new AreaStyle(reader, true);
  const [lower, upper] = ["lower_head", "upper_head"].map((field) =>
    headIn(reader.glyph, field, frame, reader),
  );
  for (let index = 0; index < reader.length; index += 1) {
    const [low, high] = ends.map((place) => place(index));
    if (low === undefined || high === undefined) continue;
    if (![...low, ...high].every(Number.isFinite)) continue;
    style.begin(context);
    context.beginPath();
    context.moveTo(...low);
    context.lineTo(...high);
    style.draw(context, index);
    const turn = Math.atan2(high[1] - low[1], high[0] - low[0]);
    lower?.draw(context, low[0], low[1], turn + Math.PI, index);
    upper?.draw(context, high[0], high[1], turn, index);
  }
}
