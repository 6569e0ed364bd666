import { describe, expect, it } from "vitest";
import { readScript, textOf } from "../../src/views/table/script.js";

function print(source: string, names: Readonly<Record<string, unknown>> = {}): string {
  let printed = "";
  readScript(source)(names, (value) => {
    printed += textOf(value);
  });
  return printed;
}

describe("a script of a template", () => {
  it.each([
    ["1 + 2 * 3", "7"],
    ["(1 + 2) * 3", "9"],
    ["10 - 2 - 3", "5"],
    ["'a' + 1 + 2", "a12"],
    ["value > 3 ? 'much' : 'little'", "much"],
    ["value.toFixed(2)", "5.00"],
    ["name.toUpperCase().slice(0, 2)", "AN"],
    ["name.length", "4"],
    ["name[1]", "n"],
    ["Math.round(value / 2)", "3"],
    ["Math.max(1, value, 3)", "5"],
    ["Number('4') + parseInt('12px', 10)", "16"],
    ["!value || value === 5", "true"],
    ["missing == null ? '-' : missing", "-"],
    ["-value", "-5"],
    ["'it\\'s \\u00e9'", "it's é"],
    ["(function color() { if (value > 3) { return('green') } else { return('red') } }())", "green"],
    ["(() => { var half = value / 2; half += 1; return half; })()", "3.5"],
    ["[1, 2, 3].map(x => x * 2).join('-')", "2-4-6"],
    ["value >= 5 && value <= 6", "true"],
    ["typeof name", "string"],
    ["({ low: 'red', 5: 'five' })[value]", "five"],
    ["{ 'anna': [1, 2], }[name].join('+')", "1+2"],
    ["{ low: 'red' }.low + ({ low: 1 }.high || 'none')", "rednone"],
    ["{ low: 'red' }['constructor'] || 'nothing'", "nothing"],
  ])("%s is %s", (source, expected) => {
    expect(print(`print(${source})`, { value: 5, name: "anna", missing: null })).toBe(expected);
  });

  it("chooses", () => {
    const source =
      "if (value > 3) { print('a'); } else if (value > 1) { print('b'); } else print('c')";
    expect([5, 2, 0].map((value) => print(source, { value }))).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["for (const x of list) print(x + ';')", "1;2;3;"],
    ["for (var i = 0; i < list.length; i++) { print(list[i] * 2); }", "246"],
    ["for (let c of 'ab') { if (c == 'a') { continue; } print(c) }", "b"],
    ["let n = 3; while (n > 0) { print(n--); if (n == 1) break }", "32"],
    ["print((() => { for (const x of list) if (x > 1) return x })())", "2"],
    ["let i = 0; print(++i + i++ + i)", "4"],
  ])("repeats: %s", (source, expected) => {
    expect(print(source, { list: [1, 2, 3] })).toBe(expected);
  });

  it.each([
    ["for (;;) {}", "takes too many steps"],
    ["while (true) print(1)", "takes too many steps"],
    ["for (const x of 5) print(x)", "no list"],
  ])("ends: %s", (source, reason) => {
    expect(() => print(source)).toThrow(reason);
  });

  it.each([
    "value.constructor",
    "name.constructor('alert(1)')()",
    "''['constructor']",
    "value['__proto__']",
    "[].constructor",
    "(function(){}).constructor",
    "Math.constructor",
    "Math.random()",
    "window",
    "globalThis.alert(1)",
    "this",
    "document.cookie",
    "name.replace('a', () => 1)",
    "new Date()",
    "name.padEnd(1000000000)",
    "nothing.at",
  ])("may not: %s", (source) => {
    expect(() => print(`print(${source})`, { value: 5, name: "anna", nothing: null })).toThrow(
      expect.objectContaining({ name: "ScriptError" }) as Error,
    );
  });

  it("ends, whatever it calls", () => {
    const endless = "var f = function() { return f() + 1 }; print(f())";
    expect(() => print(endless)).toThrow();
    const long = "var f = (n, t) => n == 0 ? t : f(n - 1, t + t); print(f(60, 'abcdefgh'))";
    expect(() => print(long)).toThrow(/too long/);
  });

  it("is refused if it is nested beyond reason", () => {
    expect(() => print(`print(${"(".repeat(500)}1${")".repeat(500)})`)).toThrow(/deeply/);
  });
});
