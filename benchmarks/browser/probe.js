// Notes what a page draws, and when what it draws arrived. Runs before any script of the page.
(() => {
  const STILL_MS = 400;
  const message = { armed: false, least: 0, began: 0, shown: undefined, show: undefined };
  const frames = { on: false, times: [], drawn: 0, places: new Map(), seen: new Set(), bytes: 0 };
  const problems = [];
  let calls = 0;

  window.probe = {
    problems,

    /**
     * Wait for the first drawing after a message: the last one of at least so many bytes, or the first one.
     *
     * `done` gives the milliseconds from then to the frame after the drawing.
     */
    arm(least) {
      const shown = new Promise((resolve) => (message.show = resolve));
      Object.assign(message, { armed: true, least, began: 0, shown });
    },
    done: () => message.shown,

    /** Wait until something was drawn, and for some time nothing more. */
    async still() {
      for (let before = -1; calls === 0 || calls !== before; ) {
        before = calls;
        await new Promise((resolve) => setTimeout(resolve, STILL_MS));
      }
    },

    /** Count frames, those in which all figures were drawn, and what arrives, from now on. */
    watch() {
      const canvases = [...all(document)].filter(isFigure);
      const places = new Map(canvases.map((canvas) => [canvas, middle(canvas).join()]));
      Object.assign(frames, { on: true, times: [], drawn: 0, places, seen: new Set(), bytes: 0 });
      requestAnimationFrame(tick);
    },
    watched() {
      frames.on = false;
      const { times, drawn, bytes } = frames;
      return { times, drawn, bytes, figures: new Set(frames.places.values()).size };
    },

    /** Return the middle of a button. */
    button: (text) => middle(find("button", (element) => element.textContent.trim() === text)),

    /** Return the middle of the first figure. */
    center: () => middle(find("canvas", isFigure)),
  };

  addEventListener("error", ({ message }) => problems.push(message));
  addEventListener("unhandledrejection", ({ reason }) => problems.push(String(reason)));

  function tick(now) {
    if (!frames.on) return;
    frames.times.push(now);
    // What is drawn in this frame may come after this callback, and counts for the next.
    const { seen, places } = frames;
    if (places.size > 0 && [...places.values()].every((place) => seen.has(place))) frames.drawn += 1;
    seen.clear();
    requestAnimationFrame(tick);
  }

  function isFigure(element) {
    return element.localName === "canvas" && element.clientWidth > 300;
  }

  function drawn(canvas) {
    calls += 1;
    // A figure may have several canvases, one above the other.
    if (frames.on) frames.seen.add(frames.places.get(canvas));
    if (!message.armed || message.began === 0) return;
    message.armed = false;
    requestAnimationFrame(() => message.show(performance.now() - message.began));
  }

  function* all(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* all(element.shadowRoot);
    }
  }

  function find(name, test) {
    for (const element of all(document)) if (element.localName === name && test(element)) return element;
    throw new Error(`no such ${name}`);
  }

  function middle(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }

  const prototype = CanvasRenderingContext2D.prototype;
  for (const name of ["stroke", "fill", "drawImage", "putImageData"]) {
    const native = prototype[name];
    prototype[name] = function (...values) {
      if (this.canvas.isConnected) drawn(this.canvas);
      return native.apply(this, values);
    };
  }

  window.WebSocket = class extends WebSocket {
    constructor(...values) {
      super(...values);
      this.addEventListener("message", ({ data }) => {
        const size = typeof data === "string" ? data.length : (data.byteLength ?? data.size);
        frames.bytes += size;
        if (size < message.least || (message.least === 0 && message.began > 0)) return;
        message.began = performance.now();
      });
    }
  };
})();
