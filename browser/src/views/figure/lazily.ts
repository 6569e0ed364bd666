/** How long what could not be loaded is not asked for again. */
const REST_MS = 5000;

/**
 * Return what loads code once, however often it is asked for.
 *
 * What fails is asked for again after a while: a connection that was lost for a moment must not cost a page its tooltips.
 */
export function lazily<T>(load: () => Promise<T>): (come: (code: T) => void) => void {
  let bringing: Promise<T> | undefined;
  return (come) => {
    bringing ??= load().catch((cause: unknown) => {
      setTimeout(() => {
        bringing = undefined;
      }, REST_MS);
      throw cause;
    });
    bringing.then(come, () => undefined);
  };
}
