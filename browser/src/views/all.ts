/** The views of the core bundle, and where the others are found. Importing this registers them. */
import { registerLazy } from "./registry.js";
import "./layout.js";
import "./widgets/button.js";
import "./widgets/slider.js";

registerLazy(() => import("./figure/figure.js"), { "docsync-figure": ["Figure"] });
registerLazy(() => import("./widgets/inputs.js"), {
  "docsync-select": ["Select"],
  "docsync-text-input": ["TextInput", "PasswordInput"],
});
registerLazy(() => import("./widgets/markup.js"), {
  "docsync-div": ["Div"],
  "docsync-paragraph": ["Paragraph"],
  "docsync-pre-text": ["PreText"],
});
