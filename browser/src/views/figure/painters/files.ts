/** Pictures from files of the web. */
import type { Model } from "../../../model/types.js";
import { number } from "../../field.js";

/** So many bytes of pictures are kept, as they are once they are decoded; those that were not asked for longest go first. */
const MOST_BYTES = 256_000_000;
/** What a picture counts for at least, in bytes: also one that has not come. */
const LEAST_BYTES = 16_384;
/** What was asked for within this time stays, however much it is: it would be fetched again at once. */
const SHOWN_MS = 10_000;

interface File {
  readonly image: HTMLImageElement;
  /** The plots to draw once it has come. */
  readonly waiting: Set<() => void>;
  lost: boolean;
  bytes: number;
  /** When it was asked for last. */
  asked: number;
}

const files = new Map<string, File>();
let kept = 0;

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
    known.asked = performance.now();
    const { image, waiting, lost } = known;
    if (image.complete && image.naturalWidth > 0) return image;
    if (!lost) waiting.add(redraw);
    return undefined;
  }
  if (isPicture(url)) fetchPicture(url, redraw, model);
  return undefined;
}

function fetchPicture(url: string, redraw: () => void, model: Model): void {
  const image = new Image();
  let left = number(model, "retry_attempts", 0);
  // With the server's consent the figure can be saved.
  image.crossOrigin = "anonymous";
  const waiting = new Set([redraw]);
  const file: File = { image, waiting, lost: false, bytes: 0, asked: performance.now() };
  image.addEventListener("load", () => {
    weigh(url, file);
    for (const draw of waiting) draw();
    waiting.clear();
  });
  image.addEventListener("error", () => {
    if (left <= 0 && image.crossOrigin !== null) {
      // Most servers say nothing of it. Better a figure that cannot be saved than none.
      image.crossOrigin = null;
      image.src = url;
      return;
    }
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
  weigh(url, file);
}

/** Count what a picture takes, with the address, which may be all of it in words; let go of others if that is too much. */
function weigh(url: string, file: File): void {
  // One that was let go before it has come is nobody's any more.
  if (files.get(url) !== file) return;
  const { naturalWidth, naturalHeight } = file.image;
  const bytes = Math.max(LEAST_BYTES, 4 * naturalWidth * naturalHeight + url.length);
  kept += bytes - file.bytes;
  file.bytes = bytes;
  const now = performance.now();
  for (const [oldest, { asked, bytes: freed }] of files) {
    if (kept <= MOST_BYTES || now - asked < SHOWN_MS) return;
    files.delete(oldest);
    kept -= freed;
  }
}

/** Tell whether an address may be that of a picture: a file of the web, or data that say so. */
export function isPicture(given: string): boolean {
  // Browsers leave these out of an address, so they hide no scheme.
  const url = given.replace(/[\0-\x20]/g, "");
  if (/^data:/i.test(url)) return /^data:image\//i.test(url);
  return url !== "" && (!/^[a-z][a-z\d+.-]*:/i.test(url) || /^(?:https?|blob):/i.test(url));
}
