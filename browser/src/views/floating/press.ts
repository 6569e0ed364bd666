/** What presses for menus do to the focus. */

/** What people write in: a press puts the caret there, and the browser's own menu is about what is written. */
const EDITABLE = "input, textarea, select";

/** Leave the focus where it is while a menu comes up, to come back there. Shift asks for the browser's own menu. */
export function holdFocus(event: Event): void {
  if (!(event instanceof MouseEvent) || event.button !== 2 || event.shiftKey) return;
  const [target] = event.composedPath();
  const written =
    target instanceof HTMLElement && (target.isContentEditable || target.matches(EDITABLE));
  if (!written) event.preventDefault();
}
