/** What scripts of templates consist of. */
import { ScriptError } from "./script_values.js";

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[^]*?\*\/|(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|([A-Za-z_$][\w$]*)|(===|!==|=>|\*\*|==|!=|<=|>=|&&|\|\||\?\?|\+=|-=|\+\+|--|[-+*/%<>=!?:;,.(){}[\]])/gy;

/** A word, a number, a text or a sign of a script. */
export interface Token {
  readonly kind: "number" | "text" | "name" | "sign" | "end";
  readonly text: string;
}

/** Take a script apart. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (found === null) {
      throw new ScriptError(`does not read ${JSON.stringify(source.slice(at, at + 12))}`);
    }
    const [, number, text, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (text !== undefined) tokens.push({ kind: "text", text: unquoted(text) });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
  }
  tokens.push(END);
  return tokens;
}

function unquoted(text: string): string {
  if (text.startsWith("`") && text.includes("${")) {
    throw new ScriptError("does not read ${…} in texts; add texts with +");
  }
  const known: Readonly<Record<string, string>> = { n: "\n", t: "\t" };
  return text
    .slice(1, -1)
    .replace(/\\(?:u([\da-f]{4})|([^]))/gi, (_, code: string | undefined, letter: string) =>
      code === undefined ? (known[letter] ?? letter) : String.fromCharCode(parseInt(code, 16)),
    );
}

/** What comes after the last one. */
export const END: Token = { kind: "end", text: "the end" };
