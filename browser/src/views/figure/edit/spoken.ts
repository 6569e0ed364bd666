/** Values as they are read aloud. */
import type { Model } from "../../../model/types.js";
import { reference, references } from "../../field.js";
import { strftime } from "../../strftime.js";
import type { Factors } from "../extras.js";
import type { Frame } from "../painters/painter.js";
import { planeOf, rangeNameOf } from "../plane.js";
import type { FigureView } from "../tools/handling.js";

type Way = "x" | "y";
const WAYS = ["x", "y"] as const;

/** What is known where something is handled: the figure, and its frame. */
export interface Place {
  readonly model?: Model;
  readonly frame: Frame | undefined;
  /** The places of factors, in directions that have some. */
  readonly factors?: ReturnType<Factors>;
}

const DAY = 86_400_000;
const SIDES = { x: ["above", "below"], y: ["left", "right"] } as const;

/** Return a value as it is said of what stands there: a time on an axis of times, and of numbers four digits. */
export function spoken(value: number, way: Way, place: Place, units = "data", of?: Model): string {
  const plain = of === undefined || ["", "default"].includes(rangeNameOf(of, way));
  const factor = units === "data" && plain ? place.factors?.[way]?.nearest(value) : undefined;
  if (factor !== undefined) return [factor].flat().join(", ");
  if (units !== "data" || !isOfTimes(way, place.model, of)) {
    return String(Number(value.toPrecision(4)));
  }
  // Nobody can put something more exactly than where it is seen to stand.
  const scale = place.frame && (of === undefined ? place.frame : planeOf(place.frame, of))[way];
  const step = scale === undefined ? 1 : Math.abs(scale.toValue(1) - scale.toValue(0));
  if (step >= DAY || (step >= 60_000 && value % DAY === 0)) return strftime(value, "%-d %B %Y");
  return strftime(value, step >= 60_000 ? "%-d %B %Y, %H:%M" : "%-d %B %Y, %H:%M:%S");
}

/** Return what a figure shows, as it is said: from where to where, and of names the first and the last. */
export function spokenEnds(view: FigureView): string {
  const ends = WAYS.map((way) => {
    const { low = NaN, high = NaN } = view.frame?.[way] ?? {};
    const factors = view.scene?.[way].factors;
    const names = factors?.places.filter((place) => place >= low && place <= high);
    const say = (end: number, place: number | undefined): string =>
      factors === undefined
        ? spoken(end, way, view)
        : [factors.nearest(place ?? (low + high) / 2) ?? "nothing"].flat().join(", ");
    const [first, last] = [say(low, names?.[0]), say(high, names?.at(-1))];
    return factors !== undefined && first === last
      ? `${way} ${first}`
      : `${way} from ${first} to ${last}`;
  });
  return ends.join(", ");
}

/** Say which keys a tool asks for. */
export function held(tool: Model): string {
  const wanted = tool.get("modifiers") as Readonly<Record<string, boolean>>;
  const keys = Object.keys(wanted).filter((key) => wanted[key] === true);
  const names = keys.map((key) => `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`);
  return `Hold ${names.join(" + ")} to use the wheel here`;
}

/** Tell whether the values of a model are times: those of an axis are that has the same range. */
export function isOfTimes(way: Way, figure: Model | undefined, of: Model | undefined): boolean {
  const name = (model: Model | undefined): string =>
    (model === undefined ? "" : rangeNameOf(model, way)) || "default";
  return (
    figure !== undefined &&
    SIDES[way]
      .flatMap((side) => references(figure, side))
      .some(
        (axis) =>
          (axis.type === "DatetimeAxis" || reference(axis, "ticker")?.type === "DatetimeTicker") &&
          name(axis) === name(of),
      )
  );
}
