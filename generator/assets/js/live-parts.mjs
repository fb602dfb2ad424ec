// What widgets that are made in the page are put together from: elements, a square field, what is read out.
import { announcer, draw, Field, set } from "./live-elements.mjs";

export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

// A field in a drawing of its own; `isLit` for pixels.
export function makeField(isLit) {
  return new Field(draw("svg", { class: isLit ? "nn-plate nn-plate--pixels" : "nn-plate", "aria-hidden": true }));
}

// A polite live region with a voice.
export function makeStatus() {
  const element = make("div", { class: "nn-live__status", role: "status" });
  element.say = announcer(element);
  return element;
}
