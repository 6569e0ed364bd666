import type { Answer, Environment } from "./environment.js";
import { said } from "./verdict.js";
import type { Verdict } from "./verdict.js";

/** What a connection shows to be let in. */
export type Credential =
  { readonly token: string } | { readonly resume: string } | Readonly<Record<string, never>>;

/** What is known about a connection that did not open. */
export interface Attempt {
  /** The app's address, without a slash at the end. */
  readonly url: string;
  readonly credential: Credential;
  /** Whether this page was let in before; then its origin is not the reason. */
  readonly admitted: boolean;
}

/**
 * Find out why a connection did not open: a browser cannot read the answer to a refused upgrade, so the same question
 * is asked by HTTP (spec/protocol.md section 2.2).
 */
export async function probe(environment: Environment, attempt: Attempt): Promise<Verdict> {
  const answer = await ask(environment, attempt);
  if (answer !== undefined) {
    return judge(answer, attempt);
  }
  const elsewhere = new URL(attempt.url).origin !== environment.origin;
  if (attempt.admitted || !elsewhere || !(await isReachable(environment, attempt.url))) {
    return retry("The server cannot be reached.");
  }
  // It may have come up between the two questions.
  const again = await ask(environment, attempt);
  return again === undefined ? originRefused(environment.origin) : judge(again, attempt);
}

async function ask(environment: Environment, attempt: Attempt): Promise<Answer | undefined> {
  try {
    const body = JSON.stringify(attempt.credential);
    return await environment.request(`${attempt.url}/ws`, { method: "POST", body, opaque: false });
  } catch {
    return undefined;
  }
}

async function isReachable(environment: Environment, url: string): Promise<boolean> {
  try {
    const address = new URL("../healthz", `${url}/`).href;
    await environment.request(address, { method: "GET", opaque: true });
    return true;
  } catch {
    return false;
  }
}

async function judge(answer: Answer, attempt: Attempt): Promise<Verdict> {
  if (answer.status === 200) {
    const words = "The server accepts this page, but no WebSocket opens; does a proxy stop it?";
    return retry(words);
  }
  const refusal = await readRefusal(answer);
  if (refusal === undefined) {
    return retry(`The server answers with status ${answer.status}.`);
  }
  const { error, message } = refusal;
  const resuming = "resume" in attempt.credential;
  // A key that the server does not know any more was made by one that has ended, with all its sessions.
  if (answer.status === 410 || (resuming && error === "bad_token")) {
    return { kind: "gone", reason: "" };
  }
  if (answer.status >= 500) {
    return retry(said("The server is not ready", message));
  }
  const advice = error === "expired_token" ? ". Reload the page" : "";
  return { kind: "refused", reason: `${said("The server refused this page", message)}${advice}` };
}

async function readRefusal(
  answer: Answer,
): Promise<{ readonly error: string; readonly message: string } | undefined> {
  try {
    const body: unknown = JSON.parse(await answer.text());
    if (typeof body === "object" && body !== null && "error" in body && "message" in body) {
      return { error: String(body.error), message: String(body.message) };
    }
  } catch {
    // Somebody in between answered, or nobody in full.
  }
  return undefined;
}

function retry(reason: string): Verdict {
  return { kind: "retry", reason, soon: false };
}

function originRefused(origin: string): Verdict {
  const { host } = new URL(origin);
  const reason =
    `The server does not let pages of ${origin} in. ` +
    `Whoever runs it can allow them with --allow-websocket-origin ${host}`;
  return { kind: "refused", reason };
}
