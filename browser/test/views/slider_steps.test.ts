import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Stepper, stepAt } from "../../src/views/widgets/slider_element.js";

class Key extends Event {
  constructor(readonly key: string) {
    super("keydown");
  }
}

beforeEach(() => {
  vi.stubGlobal("KeyboardEvent", Key);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const ENDS = [0, 10] as const;

/** Return where a slider in steps of three goes that a browser moves from one place to another. */
function moved(before: number, to: number, key?: string): number {
  const input = { valueAsNumber: to, step: "any", dispatchEvent: vi.fn() };
  const stepper = new Stepper();
  if (key !== undefined) {
    const event = new Key(key);
    Object.defineProperty(event, "currentTarget", { value: input });
    stepper.handleEvent(event);
  }
  return stepper.read({ target: input } as unknown as Event, before, ENDS, 3);
}

describe("a slider whose end no step reaches", () => {
  it("has no steps of the browser's, which would not reach it either", () => {
    expect(stepAt(3, ENDS, 3)).toBe("any");
    expect(stepAt(3, [0, 9], 3)).toBe(3);
    expect(stepAt(0.3, [0, 1], 0.1)).toBe(0.1);
    expect(stepAt(4, [0, 9], 3)).toBe("any");
  });

  it("is dragged to its end, and to steps elsewhere", () => {
    expect([9.6, 9.4, 7.6, 7.4, 0.2].map((to) => moved(3, to))).toEqual([10, 9, 9, 6, 0]);
  });

  it("is moved there and back by keys", () => {
    expect(moved(9, 9.1, "ArrowRight")).toBe(10);
    expect(moved(10, 9.9, "ArrowLeft")).toBe(9);
    expect(moved(3, 3.1, "ArrowUp")).toBe(6);
    expect(moved(6, 5.9, "ArrowDown")).toBe(3);
    expect(moved(4, 4.1, "ArrowRight")).toBe(6);
    expect(moved(0, 1, "PageUp")).toBe(10);
    expect(moved(3, 10, "End")).toBe(10);
    expect(moved(3, 0, "Home")).toBe(0);
  });
});
