import { register } from "../registry.js";
import { SliderElement } from "./slider_element.js";

register("docsync-slider", SliderElement, "Slider");
