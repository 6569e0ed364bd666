/** How ticks are written, and where they stand, as an author says it: importing this makes it known. */
import type { Model } from "../../../model/types.js";
import { text } from "../../field.js";
import { extras } from "../extras.js";
import type { Ticked } from "../extras.js";
import { chooseByCode, labelByCode } from "./code.js";
import { labelDegrees, labelNumbers, labelPowers } from "./numbers.js";
import { formatNumeral } from "./numeral.js";
import { printf } from "./printf.js";
import "./tickers.js";
import { labelTimes } from "./times.js";

type Label = (
  formatter: Model,
  ticks: readonly number[],
  ticked: Ticked,
) => readonly string[] | undefined;

const LABELS: Readonly<Record<string, Label | undefined>> = {
  BasicTickFormatter: labelNumbers,
  CustomJSTickFormatter: (formatter, ticks, { names }) => labelByCode(formatter, names ?? ticks),
  DatetimeTickFormatter: (formatter, ticks, { span }) => labelTimes(formatter, ticks, span),
  LogTickFormatter: labelPowers,
  MercatorTickFormatter: (formatter, ticks, { direction }) =>
    labelDegrees(formatter, ticks, direction),
  NumeralTickFormatter: (formatter, ticks) => {
    const style = { language: text(formatter, "language"), rounding: text(formatter, "rounding") };
    return ticks.map((tick) => formatNumeral(tick, text(formatter, "format"), style));
  },
  PrintfTickFormatter: (formatter, ticks) =>
    ticks.map((tick) => printf(tick, text(formatter, "format", "%s"))),
  TimedeltaTickFormatter: (formatter, ticks, { span }) => labelTimes(formatter, ticks, span),
};

extras.labels = (formatter, ticks, ticked) => LABELS[formatter.type]?.(formatter, ticks, ticked);
extras.choose = chooseByCode;
