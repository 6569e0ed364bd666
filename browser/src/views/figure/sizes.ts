/** Hears when an element gets another size, or the pixels of the screen do: the page is zoomed, or goes to another one. */
export class Sizes {
  readonly #observer: ResizeObserver;
  #pixels: MediaQueryList | undefined;

  constructor(private readonly heard: () => void) {
    this.#observer = new ResizeObserver(heard);
  }

  observe(element: Element): void {
    this.#observer.observe(element);
    if (this.#pixels === undefined) this.#follow();
  }

  disconnect(): void {
    this.#observer.disconnect();
    this.#pixels?.removeEventListener("change", this.#changed);
    this.#pixels = undefined;
  }

  /** Wait until pixels are not as large any more as they are now. */
  #follow(): void {
    this.#pixels = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#pixels.addEventListener("change", this.#changed, { once: true });
  }

  readonly #changed = (): void => {
    this.#follow();
    this.heard();
  };
}
