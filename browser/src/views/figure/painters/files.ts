/** Pictures from files of the web. */
import type { Model } from "../../../model/types.js";
import { number } from "../../field.js";

/** So many pictures are kept; those that were not asked for longest go first. */
const MOST_FILES = 500;

interface File {
  readonly image: HTMLImageElement;
  /** The plots to draw once it has come. */
  readonly waiting: Set<() => void>;
  lost: boolean;
}

const files = new Map<string, File>();

/** Return a picture once it has come; a model may say how often it is asked for again. */
export function pictureAt(
  url: string,
  redraw: () => void,
  model: Model,
): HTMLImageElement | undefined {
  const known = files.get(url);
  if (known !== undefined) {
    files.delete(url);
    files.set(url, known);
    const { image, waiting, lost } = known;
    if (image.complete && image.naturalWidth > 0) return image;
    if (!lost) waiting.add(redraw);
    return undefined;
  }
  if (!isPicture(url)) return undefined;
  const [oldest] = files.keys();
  if (files.size >= MOST_FILES && oldest !== undefined) files.delete(oldest);
  const image = new Image();
  let left = number(model, "retry_attempts", 0);
  // Else the figure could not be saved any more.
  image.crossOrigin = "anonymous";
  const waiting = new Set([redraw]);
  const file = { image, waiting, lost: false };
  image.addEventListener("load", () => {
    for (const draw of waiting) draw();
    waiting.clear();
  });
  image.addEventListener("error", () => {
    if (left <= 0) {
      file.lost = true;
      waiting.clear();
      return;
    }
    left -= 1;
    setTimeout(
      () => {
        image.src = url;
      },
      number(model, "retry_timeout", 0),
    );
  });
  image.src = url;
  files.set(url, file);
  return undefined;
}

/** Tell whether an address may be that of a picture: a file of the web, or data that say so. */
export function isPicture(url: string): boolean {
  if (/^data:/i.test(url)) return /^data:image\//i.test(url);
  return url !== "" && (!/^[a-z][a-z\d+.-]*:/i.test(url) || /^(?:https?|blob):/i.test(url));
}
