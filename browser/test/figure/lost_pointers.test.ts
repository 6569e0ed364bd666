import { beforeEach, describe, expect, it, vi } from "vitest";
import type { GestureTarget } from "../../src/views/figure/gestures.js";
import { Gestures } from "../../src/views/figure/gestures.js";

/** An element as far as gestures ask it, in a window of its own. */
class Stage extends EventTarget {
  getBoundingClientRect(): unknown {
    return { left: 0, top: 0 };
  }
  setPointerCapture = vi.fn();
}

function pointer(type: string, x: number, more: Readonly<Record<string, unknown>> = {}): Event {
  const keys = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  const mouse = { pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, buttons: 1 };
  const event = new Event(type);
  Object.assign(event, keys, mouse, { clientX: x, clientY: 0 }, more);
  return event;
}

const NAMES = ["begin", "pan", "end", "zoom", "cancel", "hover", "tap", "tell", "draw"] as const;

function handled() {
  const stage = new Stage();
  const spies = Object.fromEntries(NAMES.map((name) => [name, vi.fn()]));
  const target = { dragging: "pan", pinching: true, hears: () => false, ...spies };
  const element = stage as unknown as HTMLElement;
  new Gestures(element, element, target as unknown as GestureTarget);
  return {
    told: (name: (typeof NAMES)[number]) => spies[name],
    say: (event: Event) => stage.dispatchEvent(event),
  };
}

describe("a pointer that was lifted where nobody heard of it", () => {
  beforeEach(() => {
    vi.stubGlobal("Element", Map);
    vi.stubGlobal("window", globalThis);
    return () => {
      vi.unstubAllGlobals();
    };
  });

  it("drags nothing when it comes back: a button was let go beside the figure", () => {
    const { told, say } = handled();
    say(pointer("pointerdown", 1));
    say(pointer("pointermove", 60, { buttons: 0 }));
    expect(told("begin")).not.toHaveBeenCalled();
    expect(told("hover")).toHaveBeenCalledWith({ x: 60, y: 0 });
    say(pointer("pointerdown", 60));
    say(pointer("pointermove", 80));
    expect(told("pan")).toHaveBeenCalledWith(20, 0);
  });

  it("ends what it was about: what was being drawn does not stay on the plot", () => {
    const { told, say } = handled();
    say(pointer("pointerdown", 1));
    say(pointer("pointermove", 60));
    expect(told("cancel")).not.toHaveBeenCalled();
    say(pointer("pointermove", 90, { buttons: 0 }));
    expect(told("cancel")).toHaveBeenCalledTimes(1);
    expect(told("tell")?.mock.calls.map(([name]) => name as string)).toContain("panend");
    say(pointer("pointermove", 95, { buttons: 0 }));
    expect(told("cancel")).toHaveBeenCalledTimes(1);
  });

  it("is no finger of two: the figure was taken out of the page under it", () => {
    const { told, say } = handled();
    const touch = { pointerType: "touch" };
    say(pointer("pointerdown", 10, { ...touch, pointerId: 4 }));
    say(pointer("pointerdown", 50, { ...touch, pointerId: 5 }));
    say(pointer("pointermove", 80, { ...touch, pointerId: 5 }));
    expect(told("zoom")).not.toHaveBeenCalled();
    expect(told("pan")).toHaveBeenCalledWith(30, 0);
    say(pointer("pointerdown", 20, { ...touch, pointerId: 6, isPrimary: false }));
    say(pointer("pointermove", 5, { ...touch, pointerId: 6, isPrimary: false }));
    expect(told("zoom")).toHaveBeenCalledTimes(1);
  });
});
