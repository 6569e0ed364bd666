import type {
  Answer,
  Environment,
  PageEvent,
  Request,
  Socket,
  SocketListener,
} from "./environment.js";

const REQUEST_TIMEOUT_MS = 10_000;

/** The environment of a page. */
export const browser: Environment = {
  now: () => performance.now(),
  random: () => Math.random(),
  randomId,
  after: (delayMs, call) => {
    const id = setTimeout(call, delayMs);
    return {
      cancel: () => {
        clearTimeout(id);
      },
    };
  },
  openSocket,
  request,
  get origin() {
    return location.origin;
  },
  watch,
  report: (error) => {
    reportError(error);
  },
};

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function openSocket(url: string, protocols: readonly string[], listener: SocketListener): Socket {
  const socket = new WebSocket(url, [...protocols]);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    listener.opened();
  };
  socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
    listener.received(event.data);
  };
  socket.onclose = (event) => {
    listener.closed(event.code, event.reason);
  };
  return socket;
}

async function request(url: string, { method, body, opaque }: Request): Promise<Answer> {
  return fetch(url, {
    method,
    ...(body === undefined ? {} : { body }),
    mode: opaque ? "no-cors" : "cors",
    cache: "no-store",
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
}

function watch(listener: (event: PageEvent) => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const awake = (): void => {
    listener("awake");
  };
  window.addEventListener("online", awake, { signal });
  window.addEventListener("pageshow", awake, { signal });
  window.addEventListener(
    "pagehide",
    () => {
      listener("leaving");
    },
    { signal },
  );
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") {
        awake();
      }
    },
    { signal },
  );
  return () => {
    controller.abort();
  };
}
