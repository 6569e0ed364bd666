import type { Model } from "../../../model/types.js";
import { reference } from "../../field.js";
import { extras } from "../extras.js";
import type { Frame } from "../painters/painter.js";
import { AreaStyle } from "../painters/style.js";
import type { GlyphReader, Varying } from "../spec.js";
import { valueAt } from "../spec.js";
import { StandIn } from "../stand_in.js";
import { placeOf, timesOf } from "./mark.js";

/** Draw arrows between points. */
export function paintArrows(frame: Frame, reader: GlyphReader): void {
  const { context } = frame;
  const { glyph: model } = reader;
  const end = (name: "start" | "end"): ((index: number) => [number, number]) => {
    const units = model.get(`${name}_units`);
    const x = placeOf(frame, reader, `x_${name}`, "x", units);
    const y = placeOf(frame, reader, `y_${name}`, "y", units);
    return (index) => [x(index), y(index)];
  };
  const [from, to] = [end("start"), end("end")];
  const style = new AreaStyle(reader, true);
  const [start, tip] = (["start", "end"] as const).map((name) =>
    headIn(model, name, frame, reader),
  );
  for (let index = 0; index < timesOf(reader); index += 1) {
    const [x0, y0] = from(index);
    const [x1, y1] = to(index);
    if (!Number.isFinite(x0 + y0 + x1 + y1)) continue;
    const turn = Math.atan2(y1 - y0, x1 - x0);
    style.begin(context);
    context.beginPath();
    const [first, last] = [start?.before(index) ?? 0, tip?.before(index) ?? 0];
    context.moveTo(x0 + first * Math.cos(turn), y0 + first * Math.sin(turn));
    context.lineTo(x1 - last * Math.cos(turn), y1 - last * Math.sin(turn));
    style.draw(context, index);
    start?.draw(context, x0, y0, turn + Math.PI, index);
    tip?.draw(context, x1, y1, turn, index);
  }
}

/** What a line ends in: one shape for each row. */
export class Head {
  readonly #size: Varying<number>;
  readonly #style: AreaStyle;

  /** @param reader What reads the columns that fields of the head may name. */
  constructor(
    private readonly model: Model,
    frame: Frame,
    reader: GlyphReader,
  ) {
    const { text: words, dark } = frame.palette;
    const usual = ["line_color", "fill_color"].filter((field) => !model.chosen(field));
    const looks = new StandIn(model, Object.fromEntries(usual.map((field) => [field, words])));
    const chosen = (field: string): boolean => model.chosen(field);
    const seen = dark === true ? extras.dark?.seenInTheDark(looks, undefined, chosen) : undefined;
    const read = reader.alike(seen ?? looks);
    this.#size = read.numbers("size", 25);
    this.#style = new AreaStyle(read, !/Normal|Vee/.test(model.type));
  }

  /** Return how far a line must end before the tip, so as not to show behind it. */
  before(index: number): number {
    const share = { NormalHead: 0.9, VeeHead: 0.5 }[this.model.type] ?? 0;
    return share * valueAt(this.#size, index);
  }

  /** Draw it at the end of a line, in the direction that the line comes from. */
  draw(context: CanvasRenderingContext2D, x: number, y: number, turn: number, index: number): void {
    const size = valueAt(this.#size, index);
    if (!(size > 0)) return;
    const { type } = this.model;
    context.save();
    context.translate(x, y);
    context.rotate(turn);
    context.beginPath();
    if (type === "TeeHead") {
      context.moveTo(0, -size / 2);
      context.lineTo(0, size / 2);
    } else {
      context.moveTo(-size, -size / 2);
      context.lineTo(0, 0);
      context.lineTo(-size, size / 2);
      if (type === "VeeHead") context.lineTo(-size / 2, 0);
      if (type !== "OpenHead") context.closePath();
    }
    this.#style.begin(context);
    this.#style.draw(context, index);
    context.restore();
  }
}

/** Return what a line ends in by a field of a model, if it ends in something. */
export function headIn(
  model: Model,
  field: string,
  frame: Frame,
  reader: GlyphReader,
): Head | undefined {
  const head = reference(model, field);
  return head && new Head(head, frame, reader);
}
