import { expect, it } from "vitest";
import { nameOf } from "../../src/views/figure/save.js";

it.each([
  ["", "Two: wheels", "Two_wheels.png"],
  ["", "", "figure.png"],
  ["mine", "Two wheels", "mine.png"],
  ["mine.png", "Two wheels", "mine.png"],
  ["v1.2", "Two wheels", "v1.2.png"],
])("names the file of a picture %j, or by its title %j", (filename, title, expected) => {
  expect(nameOf(filename, title)).toBe(expected);
});
