/** The views of the core bundle, and where the others are found. Importing this registers them. */
import { ModelElement } from "./element.js";
import { steadily } from "./lazily.js";
import { registerLazy, rest } from "./registry.js";
import "./layout.js";
import "./widgets/button.js";
import { isComposed, isNameless } from "./widgets/button_look.js";
import "./widgets/slider.js";

registerLazy(() => import("./figure/figure.js"), { figure: ["Figure"] });
registerLazy(() => import("./widgets/inputs.js"), {
  select: ["Select"],
  "text-area": ["TextAreaInput"],
  "text-input": ["TextInput", "PasswordInput"],
});
registerLazy(() => import("./widgets/more_inputs.js"), {
  "numeric-input": ["NumericInput", "Spinner"],
});
registerLazy(() => import("./widgets/choices.js"), {
  buttons: ["CheckboxButtonGroup", "RadioButtonGroup"],
  checkbox: ["Checkbox", "Switch"],
  choices: ["CheckboxGroup", "RadioGroup"],
  toggle: ["Toggle"],
});
registerLazy(() => import("./widgets/range_slider.js"), {
  "range-slider": ["RangeSlider", "DateRangeSlider", "DatetimeRangeSlider"],
});
registerLazy(() => import("./table/table.js"), { table: ["DataTable"] });
registerLazy(() => import("./grid/grid.js"), { grid: ["GridBox", "GridPlot"] });
registerLazy(() => import("./tabs.js"), { tabs: ["Tabs"] });
registerLazy(() => import("./widgets/markup.js"), {
  div: ["Div"],
  paragraph: ["Paragraph"],
  "pre-text": ["PreText"],
});

rest.load = async (...given) => (await import("./rest.js")).load(...given);

const bringHints = steadily(() => import("./dom/tooltip.js"));
const bringLooks = steadily(() => import("./adorn/adorn.js"));

ModelElement.explain = (view) => {
  bringHints(({ addHint }) => {
    addHint(view);
  });
};

ModelElement.adorn = (view) => {
  const { model } = view;
  // What the core does not know is known there, and is known from then on.
  if (model.understood !== false && !isNameless(model) && !isComposed(model)) return;
  bringLooks(() => {
    ModelElement.adorn?.(view);
  });
};
