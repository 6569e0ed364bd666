import type { Model } from "../model/types.js";
import { usersOf } from "../views/figure/tools/usage.js";

/** Have whoever shows a figure show what was shown at first. */
export function reset(figure: Model): void {
  for (const user of usersOf(figure)) user.reset?.();
}
