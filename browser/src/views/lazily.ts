/** How long what could not be loaded is not asked for again. */
const REST_MS = 5000;

/** How often what belongs on a page is asked for again by itself. */
const MOST_TRIES = 5;

/** Calls back with code as soon as it is there, or says that it cannot be loaded now. */
export type Bring<T> = (come: (code: T) => void, fail?: (cause: unknown) => void) => void;

/**
 * Return what loads code once, however often it is asked for.
 *
 * What fails is asked for again after a while: a connection that was lost for a moment must not cost a page its tooltips.
 */
export function lazily<T>(load: () => Promise<T>): Bring<T> {
  let bringing: Promise<T> | undefined;
  return (come, fail = () => undefined) => {
    bringing ??= load().catch((cause: unknown) => {
      setTimeout(() => {
        bringing = undefined;
      }, REST_MS);
      throw cause;
    });
    bringing.then(come, fail);
  };
}

/**
 * Return what loads code likewise, and asks again by itself for those who wait.
 *
 * That is for what is to be seen. Who has asked for a menu is not to get it seconds later. `fail` is called the first time only: something else may be shown until then.
 */
export function steadily<T>(load: () => Promise<T>): Bring<T> {
  const bring = lazily(load);
  const ask = (come: (code: T) => void, tries: number, fail?: (cause: unknown) => void): void => {
    bring(come, (cause) => {
      fail?.(cause);
      // A little later than that: the first to come begins anew.
      if (tries > 1) setTimeout(ask, REST_MS + 50, come, tries - 1);
    });
  };
  return (come, fail) => {
    ask(come, MOST_TRIES, fail);
  };
}
