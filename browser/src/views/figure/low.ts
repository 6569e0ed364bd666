/** Low figures on narrow pages: a title that takes more lines there is not to take them from the plot. */
import { css } from "lit";

/** A figure that is wider, or higher by itself, has room for its title, in CSS pixels. */
const NARROW = 480;
const LOW = 200;

/** What the author has said about the least height of a figure comes before this. */
const styles = css`
  :host {
    min-block-size: var(--_with-title, auto);
  }
`;

/** Make the figure around a canvas as much higher as its title needs further lines. */
export function makeRoom(canvas: HTMLElement): void {
  const root = canvas.getRootNode() as ShadowRoot;
  const figure = root.host as HTMLElement | undefined;
  if (figure === undefined) return;
  const { style, clientWidth } = figure;
  const height = parseFloat(style.height);
  if (!(height < LOW)) return;
  const { styleSheet } = styles;
  if (styleSheet !== undefined && !root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets.push(styleSheet);
  }
  const words = root.querySelector<HTMLElement>(".title > span");
  const line = words === null ? NaN : parseFloat(getComputedStyle(words).lineHeight);
  const more = words === null ? 0 : Math.round(words.offsetHeight / line - 1) * line;
  const wanted = more > 0 && clientWidth < NARROW ? `${Math.round(height + more)}px` : "";
  if (style.getPropertyValue("--_with-title") !== wanted) {
    style.setProperty("--_with-title", wanted);
  }
}
