/** What code finds in a page beside the models. A chunk of its own: it comes with the first callback. */
// Code may style what nobody has styled yet: this knows the fields for that, and heeds them.
import "../views/adorn/adorn.js";
import "./ahead.js";
import "./forbidden.js";
import "./open_url.js";
import "./shelf.js";
