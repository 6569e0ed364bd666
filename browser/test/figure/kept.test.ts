import { expect, it } from "vitest";
import { keep } from "../../src/views/kept.js";

it("No more than so much is kept, and what is kept last always is", () => {
  const known = new Map<number, string>();
  const sizes = Array.from({ length: 10 }, (_, key) => {
    expect(keep(known, key, `of ${key}`, 4)).toBe(`of ${key}`);
    expect(known.get(key)).toBe(`of ${key}`);
    return known.size;
  });
  expect(sizes).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2]);
  keep(known, 9, "anew", 2);
  expect([...known.values()]).toEqual(["of 8", "anew"]);
});
