// Digits beside each other, and what a neuron answers to each: a bar for the weighted sum, a circle for the activation.
import { fixed, set, signed, write } from "./live-elements.mjs";
import { make, makeField } from "./live-parts.mjs";

const MOST = 5; // in a row

export class NeuronStrip {
  // digits: [{ label, pixels }, …]
  constructor(say, digits) {
    Object.assign(this, { say, digits });
    this.cells = digits.map(makeCell);
    this.element = make("ol", { class: "nn-strip", "aria-label": say("strip") }, ...this.cells.map(({ item }) => item));
    this.element.style.setProperty("--columns", digits.length > MOST ? Math.ceil(digits.length / 2) : digits.length);
  }

  // `notes`, if there are any, say for each digit what is asked of it: { text, isMet }.
  show({ sums, activations }, bias, notes = []) {
    const [high, low] = [Math.max(...sums, -bias, 0), Math.min(...sums, -bias, 0)];
    const at = (value) => (high - value) / (high - low || 1);
    const most = Math.max(1, ...activations);
    this.element.style.setProperty("--threshold", at(-bias));
    this.element.style.setProperty("--zero", at(0));
    this.cells.forEach(({ item, sum, circle, activation, spoken, note }, index) => {
      const [z, a] = [sums[index], activations[index]];
      item.style.setProperty("--from", at(Math.max(z, 0)));
      item.style.setProperty("--to", at(Math.min(z, 0)));
      item.classList.toggle("nn-strip__minus", z < 0);
      item.classList.toggle("nn-strip__active", z + bias > 0);
      circle.style.setProperty("--full", `${Math.round((100 * a) / most)}%`);
      write(sum, signed(z, 1));
      write(activation, fixed(a));
      const { text = "", isMet } = notes[index] ?? {};
      write(note, text && `${isMet ? "✓" : "✗"} ${text}`);
      set(item, { "data-met": text ? isMet : "" });
      const words = { digit: this.digits[index].label, sum: signed(z, 1), activation: fixed(a) };
      write(spoken, `${this.say("digit_says", words)}${text && `, ${isMet ? "✓" : "✗"} ${text}`}`);
    });
  }
}

function makeCell({ pixels }) {
  const [sum, circle, activation, note] = ["sum", "circle", "activation", "note"].map((name) =>
    make("span", { class: `nn-strip__${name}` }));
  const plate = makeField(true);
  plate.fill(pixels);
  const bars = make("span", { class: "nn-strip__bars" }, make("i", {}));
  const seen = make("span", { class: "nn-strip__seen", "aria-hidden": true });
  seen.append(plate.box, bars, sum, circle, activation, note);
  const spoken = make("span", { class: "nn-live__status" });
  return { item: make("li", {}, seen, spoken), sum, circle, activation, note, spoken };
}
