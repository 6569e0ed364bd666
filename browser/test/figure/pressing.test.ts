import { afterEach, beforeEach, expect, it } from "vitest";
import { isPressed, press } from "../../src/views/figure/tools/buttons.js";
import type { ToolUser } from "../../src/views/figure/tools/usage.js";
import { enlist } from "../../src/views/figure/tools/usage.js";
import type { Model } from "../../src/model/types.js";
import { MemoryModel } from "../memory_model.js";

const [first, second] = ["first", "second"].map(
  (name) => new MemoryModel("BoxSelectTool", { name }),
) as [MemoryModel, MemoryModel];
const button = new MemoryModel("ToolProxy", { tools: [first, second] });
const used = new Set<Model>();
const user: ToolUser = {
  uses: (tool) => used.has(tool),
  idle: () => false,
  use: (tool) => {
    if (!used.delete(tool)) used.add(tool);
  },
};

let leave: () => void;

beforeEach(() => {
  used.clear();
  leave = enlist([first, second], user);
});

afterEach(() => {
  leave();
});

it("A button for the tools of several figures turns all on, then all off", () => {
  press(button);
  expect([...used]).toEqual([first, second]);
  press(button);
  expect([...used]).toEqual([]);
});

it("It turns all on where some of them are on already", () => {
  used.add(second);
  expect(isPressed(button)).toBe(true);
  press(button);
  expect(used.has(first) && used.has(second)).toBe(true);
});
