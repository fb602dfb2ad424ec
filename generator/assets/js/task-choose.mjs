// A neuron to be chosen by its weights.
import { weightsInto } from "./forward.mjs";
import { make, makeField } from "./live-parts.mjs";
import { limitOf } from "./neuron.mjs";
import { say } from "./page.mjs";

export class Widget {
  constructor({ box, goal, id }, { network }) {
    const neurons = Array.from(network.layers[goal.layer - 1].biases.keys());
    const all = neurons.map((neuron) => weightsInto(network, goal.layer, neuron));
    const limit = Math.max(...all.map(limitOf));
    this.radios = neurons.map((value) => make("input", { type: "radio", name: `answer_${id}`, value }));
    const tiles = neurons.map((neuron) => {
      const field = makeField(false);
      field.fill(all[neuron], limit);
      return make("label", { class: "quiz-neuron" }, this.radios[neuron], field.box, make("span", {}, nameOf(neuron)));
    });
    box.append(make("div", { class: "quiz-neurons" }, ...tiles));
  }

  get response() {
    return this.radios.filter((radio) => radio.checked).map(({ value }) => value);
  }

  set response([neuron]) {
    this.radios.forEach((radio) => {
      radio.checked = radio.value === neuron;
    });
  }

  solve(response) {
    this.response = response;
  }

  get text() {
    return this.response.map(nameOf).join("");
  }
}

function nameOf(n) {
  return say("task_neuron", { n });
}
