// A row of radio buttons that look like one switch.
import { make } from "./live-parts.mjs";

let rows = 0;

// options: { value, text, name }, `name` being what a screen reader says instead of `text`.
export function makeRadios(legend, options, { value, pick }) {
  rows += 1;
  const box = make("fieldset", { class: "nn-live__switch" }, make("legend", {}, legend));
  for (const option of options) {
    const radio = make("input", { type: "radio", name: `nn_radios_${rows}`, value: option.value });
    radio.checked = String(option.value) === String(value);
    radio.addEventListener("change", () => pick(option.value));
    if (option.name) {
      radio.setAttribute("aria-label", option.name);
    }
    box.append(make("label", { title: option.name ?? "" }, radio, make("span", {}, option.text)));
  }
  return box;
}
