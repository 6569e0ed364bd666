/**
 * The small part of JavaScript that templates of cells may use: no page has to allow more code for it.
 *
 * There are numbers, texts, lists, tables of names in braces, operators, `? :`, `if`, `for`, `while`, `var`, `return`, functions, and methods of texts, numbers
 * and lists that change nothing. There are no objects to reach, so nothing can be done with it but to compute.
 */

import { END, tokensOf } from "./script_tokens.js";
import type { Token } from "./script_tokens.js";
import {
  CONSTANTS,
  Callable,
  MATH,
  ScriptError,
  binary,
  member,
  numberOf,
  truth,
} from "./script_values.js";
import type { Value } from "./script_values.js";

export { textOf } from "./script_values.js";

type Names = Map<string, Value>;
type Expression = (scope: Scope) => Value;
type Statement = (scope: Scope) => Done | undefined;

/** The end of a function, with what it returns; or of a loop, or of one of its rounds. */
type Done = { readonly value: Value } | "break" | "continue";

/** Names and their values, inner ones before outer ones. */
export class Scope {
  readonly #names: Names = new Map();

  constructor(
    private readonly outer: Scope | undefined,
    /** How many steps are left, for this and all scopes around. */
    private readonly fuel: { left: number },
  ) {}

  step(): void {
    if ((this.fuel.left -= 1) < 0) throw new ScriptError("takes too many steps");
  }

  inner(): Scope {
    return new Scope(this, this.fuel);
  }

  declare(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  get(name: string): Value {
    this.step();
    if (this.#names.has(name)) return this.#names.get(name);
    if (this.outer !== undefined) return this.outer.get(name);
    throw new ScriptError(`knows no ${name}`);
  }

  set(name: string, value: Value): void {
    if (this.#names.has(name) || this.outer === undefined) this.#names.set(name, value);
    else this.outer.set(name, value);
  }
}

const PRECEDENCE: Readonly<Record<string, number>> = {
  "??": 1,
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "===": 3,
  "!==": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

const DEEPEST = 60;
/** What may stand before a name that is new. */
const WORDS = ["var", "let", "const"];

class Parser {
  #at = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  program(): Statement {
    const statements: Statement[] = [];
    while (this.#token.kind !== "end") statements.push(this.#statement());
    return block(statements);
  }

  get #token(): Token {
    return this.tokens[this.#at] ?? END;
  }

  #is(text: string, ahead = 0): boolean {
    const token = this.tokens[this.#at + ahead];
    return token?.text === text && token.kind !== "text";
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) {
      throw new ScriptError(`expects ${text} where ${JSON.stringify(this.#token.text)} is`);
    }
  }

  #name(): string {
    const { kind, text } = this.#token;
    if (kind !== "name") throw new ScriptError(`expects a name where ${JSON.stringify(text)} is`);
    this.#at += 1;
    return text;
  }

  #deeper<T>(read: () => T): T {
    if ((this.#depth += 1) > DEEPEST) throw new ScriptError("is nested too deeply");
    const found = read();
    this.#depth -= 1;
    return found;
  }

  #statement(): Statement {
    return this.#deeper(() => this.#anyStatement());
  }

  #anyStatement(): Statement {
    if (this.#take(";")) return () => undefined;
    if (this.#take("{")) return this.#block();
    if (this.#take("if")) {
      this.#expect("(");
      const test = this.#expression();
      this.#expect(")");
      const then = this.#statement();
      const other = this.#take("else") ? this.#statement() : undefined;
      return (scope) => (truth(test(scope)) ? then(scope) : other?.(scope));
    }
    if (this.#take("for")) return this.#for();
    if (this.#take("while")) {
      this.#expect("(");
      const test = this.#expression();
      this.#expect(")");
      const body = this.#statement();
      return (scope) => repeat(scope, test, body);
    }
    for (const word of ["break", "continue"] as const) {
      if (!this.#take(word)) continue;
      this.#take(";");
      return () => word;
    }
    if (this.#take("return")) {
      const empty = this.#is(";") || this.#is("}") || this.#token.kind === "end";
      const value = empty ? undefined : this.#expression();
      this.#take(";");
      return (scope) => ({ value: value?.(scope) });
    }
    for (const word of WORDS) if (this.#take(word)) return this.#declaration();
    const value = this.#expression();
    this.#take(";");
    return (scope) => {
      value(scope);
      return undefined;
    };
  }

  /** Read a loop over a list, or one of three parts, after its first word. */
  #for(): Statement {
    this.#expect("(");
    const ahead = WORDS.some((word) => this.#is(word)) ? 1 : 0;
    if (this.#is("of", ahead + 1)) {
      this.#at += ahead;
      const name = this.#name();
      this.#expect("of");
      const items = this.#expression();
      this.#expect(")");
      const body = this.#statement();
      return (scope) => repeatFor(scope, name, items(scope), body);
    }
    const first = this.#take(";") ? undefined : this.#statement();
    const test = this.#is(";") ? undefined : this.#expression();
    this.#expect(";");
    const next = this.#is(")") ? undefined : this.#expression();
    this.#expect(")");
    const body = this.#statement();
    return (scope) => {
      first?.(scope);
      return repeat(scope, test, body, next);
    };
  }

  #block(): Statement {
    const statements: Statement[] = [];
    while (!this.#take("}")) statements.push(this.#statement());
    return block(statements);
  }

  #declaration(): Statement {
    const parts: [string, Expression | undefined][] = [];
    do parts.push([this.#name(), this.#take("=") ? this.#expression() : undefined]);
    while (this.#take(","));
    this.#take(";");
    return (scope) => {
      for (const [name, value] of parts) scope.declare(name, value?.(scope));
      return undefined;
    };
  }

  #expression(): Expression {
    return this.#deeper(() => this.#assignment());
  }

  #assignment(): Expression {
    const arrow = this.#arrow();
    if (arrow !== undefined) return arrow;
    if (this.#token.kind === "name") {
      for (const sign of ["=", "+=", "-="]) {
        if (!this.#is(sign, 1)) continue;
        const name = this.#name();
        this.#at += 1;
        const value = this.#expression();
        return (scope) => {
          const found = value(scope);
          const result = sign === "=" ? found : binary(sign.charAt(0), scope.get(name), found);
          scope.set(name, result);
          return result;
        };
      }
    }
    const test = this.#binary(0);
    if (!this.#take("?")) return test;
    const then = this.#expression();
    this.#expect(":");
    const other = this.#expression();
    return (scope) => (truth(test(scope)) ? then(scope) : other(scope));
  }

  #arrow(): Expression | undefined {
    const start = this.#at;
    const names: string[] = [];
    if (this.#token.kind === "name" && this.#is("=>", 1)) names.push(this.#name());
    else if (this.#take("(")) {
      while (this.#token.kind === "name" && (this.#is(",", 1) || this.#is(")", 1))) {
        names.push(this.#name());
        this.#take(",");
      }
      if (!this.#take(")") || !this.#is("=>")) {
        this.#at = start;
        return undefined;
      }
    }
    if (!this.#take("=>")) {
      this.#at = start;
      return undefined;
    }
    if (this.#take("{")) return makeFunction(names, this.#block());
    const value = this.#expression();
    return makeFunction(names, (scope) => ({ value: value(scope) }));
  }

  #binary(least: number): Expression {
    let left = this.#unary();
    for (;;) {
      const sign = this.#token.text;
      const rank = this.#token.kind === "sign" ? PRECEDENCE[sign] : undefined;
      if (rank === undefined || rank <= least) return left;
      this.#at += 1;
      const first = left;
      const second = this.#binary(rank);
      left = (scope) => {
        scope.step();
        const value = first(scope);
        if (sign === "&&") return truth(value) ? second(scope) : value;
        if (sign === "||") return truth(value) ? value : second(scope);
        if (sign === "??") return value ?? second(scope);
        return binary(sign, value, second(scope));
      };
    }
  }

  #unary(): Expression {
    return this.#deeper(() => {
      for (const sign of ["++", "--"]) {
        if (this.#take(sign)) return counted(this.#name(), sign, 1);
      }
      if (this.#take("!")) return prefixed(this.#unary(), (value) => !truth(value));
      if (this.#take("-")) return prefixed(this.#unary(), (value) => -numberOf(value));
      if (this.#take("+")) return prefixed(this.#unary(), numberOf);
      if (this.#take("typeof")) {
        return prefixed(this.#unary(), (value) =>
          value instanceof Callable ? "function" : typeof value,
        );
      }
      return this.#postfix();
    });
  }

  #postfix(): Expression {
    let value = this.#primary();
    for (;;) {
      const target = value;
      if (this.#take(".")) {
        const name = this.#name();
        value = (scope) => member(target(scope), name);
      } else if (this.#take("[")) {
        const key = this.#expression();
        this.#expect("]");
        value = (scope) => member(target(scope), key(scope));
      } else if (this.#take("(")) {
        const args = this.#list(")");
        value = (scope) => {
          scope.step();
          const called = target(scope);
          if (!(called instanceof Callable)) throw new ScriptError("calls what is no function");
          return called.call(args.map((arg) => arg(scope)));
        };
      } else {
        return value;
      }
    }
  }

  #list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.#take(end)) {
      items.push(this.#expression());
      if (!this.#is(end)) this.#expect(",");
    }
    return items;
  }

  #primary(): Expression {
    const { kind, text } = this.#token;
    if (kind === "number" || kind === "text") {
      this.#at += 1;
      const value = kind === "number" ? Number(text) : text;
      return () => value;
    }
    if (this.#take("(")) {
      const value = this.#expression();
      this.#expect(")");
      return value;
    }
    if (this.#take("[")) {
      const items = this.#list("]");
      return (scope) => items.map((item) => item(scope));
    }
    if (this.#take("{")) return this.#names();
    if (kind === "name") return this.#named();
    throw new ScriptError(`does not read ${JSON.stringify(text)}`);
  }

  /** Read what names stand for, up to the brace that ends it. */
  #names(): Expression {
    const parts: [string, Expression][] = [];
    while (!this.#take("}")) {
      const { kind, text } = this.#token;
      if (kind === "sign" || kind === "end") {
        throw new ScriptError(`expects a name where ${JSON.stringify(text)} is`);
      }
      this.#at += 1;
      this.#expect(":");
      parts.push([kind === "number" ? String(Number(text)) : text, this.#expression()]);
      if (!this.#is("}")) this.#expect(",");
    }
    return (scope) => new Map(parts.map(([name, value]) => [name, value(scope)]));
  }

  #named(): Expression {
    const name = this.#name();
    if (name === "function") {
      if (!this.#is("(")) this.#name();
      this.#expect("(");
      const names: string[] = [];
      while (!this.#take(")")) {
        names.push(this.#name());
        this.#take(",");
      }
      this.#expect("{");
      return makeFunction(names, this.#block());
    }
    const place = Object.hasOwn(PLACES, name) && this.#take(".") ? PLACES[name] : undefined;
    const known = place ?? CONSTANTS;
    const key = place === undefined ? name : this.#name();
    if (Object.hasOwn(known, key)) return () => known[key];
    if (place !== undefined) throw new ScriptError(`knows no ${name}.${key}`);
    for (const sign of ["++", "--"]) if (this.#take(sign)) return counted(name, sign, 0);
    return (scope) => scope.get(name);
  }
}

function block(statements: readonly Statement[]): Statement {
  return (scope) => {
    for (const statement of statements) {
      scope.step();
      const done = statement(scope);
      if (done !== undefined) return done;
    }
    return undefined;
  };
}

/** Run a statement as long as a test holds, with something between two rounds. */
function repeat(
  scope: Scope,
  test: Expression | undefined,
  body: Statement,
  next?: Expression,
): Done | undefined {
  while (test === undefined || truth(test(scope))) {
    scope.step();
    const done = body(scope);
    if (done === "break") return undefined;
    if (typeof done === "object") return done;
    next?.(scope);
  }
  return undefined;
}

/** Run a statement for each item of a list, or letter of a text. */
function repeatFor(scope: Scope, name: string, list: Value, body: Statement): Done | undefined {
  const some = Array.isArray(list) || typeof list === "string" || ArrayBuffer.isView(list);
  if (!some) throw new ScriptError("takes the items of what is no list");
  for (const item of list as Iterable<Value>) {
    scope.step();
    scope.declare(name, item);
    const done = body(scope);
    if (done === "break") return undefined;
    if (typeof done === "object") return done;
  }
  return undefined;
}

/** Add one to a name, or take it away; the value is that from before, or from after it. */
function counted(name: string, sign: string, after: 0 | 1): Expression {
  const by = sign === "++" ? 1 : -1;
  return (scope) => {
    const value = numberOf(scope.get(name));
    scope.set(name, value + by);
    return value + by * after;
  };
}

function prefixed(value: Expression, change: (value: Value) => Value): Expression {
  return (scope) => change(value(scope));
}

function makeFunction(names: readonly string[], body: Statement): Expression {
  return (scope) =>
    new Callable((args) => {
      scope.step();
      const inner = scope.inner();
      for (const [at, name] of names.entries()) inner.declare(name, args[at]);
      const done = body(inner);
      return typeof done === "object" ? done.value : undefined;
    });
}

const PLACES: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  Math: MATH,
  Number: CONSTANTS,
};

const STEPS = 20_000;

/** Read a script; returns what runs it with names of its own, and what it prints. */
export function readScript(
  source: string,
): (names: Readonly<Record<string, Value>>, print: (value: Value) => void) => void {
  const program = new Parser(tokensOf(source)).program();
  return (names, print) => {
    const scope = new Scope(undefined, { left: STEPS });
    const tell = new Callable(([value]) => {
      print(value);
    });
    for (const [name, value] of Object.entries(names)) scope.declare(name, value);
    scope.declare("print", tell);
    program(scope);
  };
}
