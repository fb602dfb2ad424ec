// One neuron at work: its weights, what comes in, their products, and the sum of them step by step.
import { productsInto, strongest } from "./flow-shape.mjs";
import { weightsInto } from "./forward.mjs";
import { Field, fixed, signed, write } from "./live-elements.mjs";

const SIGNS = { sigmoid: "σ", relu: "ReLU", tanh: "tanh", leaky_relu: "Leaky ReLU" };

export class NeuronView {
  // `choose({ layer, neuron })` goes to another neuron.
  constructor(element, say, choose) {
    const [find, all] = [(part) => element.querySelector(part), (parts) => [...element.querySelectorAll(parts)]];
    Object.assign(this, { say, choose, title: find(".nn-neuron__title") });
    [this.hint, this.body] = element.children;
    this.fields = all("svg").map((svg) => new Field(svg));
    this.captions = all("figcaption");
    this.sums = all(".nn-neuron__sums li");
    this.listed = all(".nn-neuron__strongest li");
    all("button").forEach((button) => button.addEventListener("click", () => this.step(Number(button.dataset.by))));
  }

  clear() {
    this.hint.hidden = false;
    this.body.hidden = true;
  }

  step(by) {
    const size = this.network.sizes[this.layer];
    this.neuron = (this.neuron + by + size) % size;
    this.choose({ layer: this.layer, neuron: this.neuron });
  }

  // `values` are the network's input and every layer's activations; `sums` every layer's weighted sums.
  show({ network, names, layer, neuron, values, sums }) {
    Object.assign(this, { network, layer, neuron });
    this.hint.hidden = true;
    this.body.hidden = false;
    const { say } = this;
    const isOfPixels = layer === 1;
    const inputs = values[layer - 1];
    const fields = [weightsInto(network, layer, neuron), inputs, productsInto(network, layer, neuron, inputs)];
    const limits = fields.map(limitOf);
    if (isOfPixels) {
      [limits[1], limits[2]] = [1, limits[0]];
    }
    this.fields[1].box.classList.toggle("nn-plate--pixels", isOfPixels);
    write(this.title, say("neuron_in", { layer: names[layer], n: neuron }));
    ["weights", isOfPixels ? "received" : "activations", "products"].forEach((name, index) => {
      this.fields[index].fill(fields[index], limits[index]);
      write(this.captions[index], say(name) + (name === "received" ? "" : `, ±${fixed(limits[index])}`));
    });
    this.add(fields[2], network.layers[layer - 1], { z: sums[layer - 1][neuron], a: values[layer][neuron] });
    this.list(fields);
  }

  // Each bar begins where the one before ends, as in the figure of a weighted sum.
  add(products, { biases, activation }, { z, a }) {
    const [up, down] = [1, -1].map((sign) => products.reduce((sum, value) => sum + (value * sign > 0 ? value : 0), 0));
    const spans = [[0, up], [up, up + down], [up + down, z], [0, z], [0, 0]];
    const [low, high] = [Math.min(...spans.flat()), Math.max(...spans.flat())];
    [up, down, biases[this.neuron], z, a].forEach((value, index) => {
      const step = this.sums[index];
      write(step.lastChild, index < 3 ? signed(value) : fixed(value));
      const [from, to] = spans[index].sort((one, other) => one - other);
      step.style.setProperty("--from", (from - low) / (high - low || 1));
      step.style.setProperty("--to", (to - low) / (high - low || 1));
      step.dataset.sign = value < 0 ? "minus" : "plus";
    });
    const f = SIGNS[activation];
    write(this.sums[4].firstChild, f ? this.say("step_activation", { f }) : this.say("step_softmax"));
  }

  list([weights, inputs, products]) {
    const found = strongest(products, this.listed.length);
    this.listed.forEach((item, place) => {
      const index = found[place] ?? 0;
      item.hidden = !products[index];
      const [row, column] = [Math.floor(index / 28) + 1, (index % 28) + 1];
      const name = this.layer === 1 ? this.say("pixel_n", { row, column }) : this.say("input_n", { n: index });
      const sum = [signed(weights[index]), "×", fixed(inputs[index]), "=", signed(products[index])];
      write(item, `${name}: ${sum.join(" ")}`);
    });
  }
}

// Of many weights the strongest are cut off, so that a few do not fade all others.
function limitOf(values) {
  const sizes = Float64Array.from(values, Math.abs).sort();
  return sizes[Math.floor((sizes.length - 1) * (sizes.length >= 400 ? 0.995 : 1))] || 1;
}
