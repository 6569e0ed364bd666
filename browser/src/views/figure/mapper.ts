import type { Column, Model } from "../../model/types.js";
import { colorText } from "../color.js";
import { list, optionalNumber } from "../field.js";
import type { ColumnFacts } from "./column.js";

/** Return the colour that a mapper gives to each row of a column. */
export function mapColors(
  mapper: Model,
  column: Column,
  facts: ColumnFacts,
): (index: number) => string | undefined {
  const palette = list(mapper, "palette").map(colorText);
  const missing = colorText(mapper.get("nan_color")) ?? "gray";
  if (mapper.type === "CategoricalColorMapper") {
    const factors = new Map(list(mapper, "factors").map((factor, index) => [factor, index]));
    return (index) => {
      const place = factors.get(column[index]);
      return place === undefined ? missing : (palette[place] ?? missing);
    };
  }
  const numbers = facts.numbers(column, undefined);
  const extent = facts.extent(numbers);
  const scale = mapper.type === "LogColorMapper" ? Math.log10 : (value: number): number => value;
  const low = scale(optionalNumber(mapper, "low") ?? extent.low);
  const high = scale(optionalNumber(mapper, "high") ?? extent.high);
  const below = colorText(mapper.get("low_color")) ?? palette[0];
  const above = colorText(mapper.get("high_color")) ?? palette.at(-1);
  return (index) => {
    const share = (scale(numbers[index] ?? NaN) - low) / (high - low);
    if (Number.isNaN(share)) return missing;
    if (share < 0) return below;
    if (share > 1) return above;
    return palette[Math.min(Math.floor(share * palette.length), palette.length - 1)];
  };
}
