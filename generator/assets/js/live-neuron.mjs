// A neuron to play with: paint its weights, move its bias, and see what it answers to digits.
import { weightsInto } from "./forward.mjs";
import { fixed, signed, speaker, write } from "./live-elements.mjs";
import { make, makeStatus } from "./live-parts.mjs";
import { loadDigits, loadNetwork } from "./network-file.mjs";
import { limitOf, presetWeights, respond } from "./neuron.mjs";
import { NeuronStrip } from "./neuron-strip.mjs";
import { makeRadios } from "./radios.mjs";
import { WeightPad } from "./weight-pad.mjs";

const BIAS = { min: -40, max: 40, step: 0.25 };
const PRESET_BIAS = -8;
const SIGNS = [[1, "+", "plus_name"], [-1, "−", "minus_name"], [0, "0", "erase_name"]];

// Everything is there when this returns; `host` is the figure, and keeps its picture for paper.
export async function start(host, settings) {
  const digits = await loadDigits(settings.digits);
  const strip = settings.strip.map((name) => digits.find((each) => each.name === name));
  const live = new LiveNeuron(host, settings, strip);
  await live.begin(settings.start, settings.bias);
  return live;
}

export class LiveNeuron {
  // parts: what can be changed besides the bias. `changed`, if given, is called after every change; it returns notes for
  // the strip, and says itself what a screen reader needs to know.
  constructor(host, settings, digits, { parts = ["weights", "presets", "function"], changed } = {}) {
    Object.assign(this, { host, settings, digits, changed, say: speaker(settings.words), activation: settings.function });
    this.status = makeStatus();
    this.pad = new WeightPad({ say: this.say, change: () => this.change(), tell: (text) => this.status.say(text) });
    this.pad.locked = !parts.includes("weights");
    this.strip = new NeuronStrip(this.say, digits);
    this.found = make("p", { class: "nn-live__found" });
    const grid = make("div", { class: "nn-live__side" }, this.pad.element);
    const answers = make("div", { class: "nn-live__main" }, this.makeBias(), this.strip.element, this.found);
    if (parts.includes("weights")) {
      grid.append(this.makeBrush());
    }
    if (parts.includes("presets")) {
      grid.append(this.makePresets());
    }
    if (parts.includes("function")) {
      answers.prepend(this.makeSwitch());
    }
    answers.append(make("p", { class: "nn-live__key" }, this.say("threshold"), " ", this.pad.isLocked ? "" : this.say("grid_keys")));
    host.append(make("div", { class: "nn-live__app nn-live__app--neuron" }, grid, answers, this.status));
  }

  makeBrush() {
    const { say, pad } = this;
    const signs = SIGNS.map(([value, text, name]) => ({ value, text, name: say(name) }));
    const sizes = [1, 3, 5].map((n) => ({ value: n, text: `${n}`, name: say("size_n", { n }) }));
    return make("div", { class: "nn-live__brush" },
      makeRadios(say("brush"), signs, { value: pad.value, pick: (value) => (pad.value = Number(value)) }),
      makeRadios(say("sizes"), sizes, { value: pad.size, pick: (size) => pad.resize(Number(size)) }),
    );
  }

  makePresets() {
    const { settings, say } = this;
    const option = (value, text) => make("option", { value }, text);
    const numbers = Array.from({ length: settings.neurons }, (_, n) => option(n, say("neuron", { n })));
    const list = make("select", {}, ...settings.presets.map((name) => option(name, say(name))));
    list.append(make("optgroup", { label: say("neuron_none") }, ...numbers));
    list.addEventListener("change", () => this.begin(list.value));
    this.presets = list;
    return make("label", { class: "nn-live__presets" }, make("span", {}, say("begin_with")), list);
  }

  makeSwitch() {
    const options = ["sigmoid", "relu"].map((value) => ({ value, text: this.say(value) }));
    const pick = (name) => {
      this.activation = name;
      this.change();
    };
    return makeRadios(this.say("function"), options, { value: this.activation, pick });
  }

  makeBias() {
    this.slider = make("input", { type: "range", ...BIAS });
    this.written = make("output", {});
    this.slider.addEventListener("input", () => {
      this.bias = Number(this.slider.value);
      this.change();
    });
    return make("label", { class: "nn-live__bias" }, make("span", {}, this.say("bias")), this.slider, this.written);
  }

  // A preset by its name, or a neuron of the network by its number, with its own bias unless another is given.
  async begin(choice, bias) {
    const isPreset = this.settings.presets.includes(choice);
    const network = isPreset ? null : await loadNetwork(this.settings.network);
    const weights = isPreset ? presetWeights(choice, this.settings.region) : weightsInto(network, 1, Number(choice));
    const own = isPreset ? PRESET_BIAS : network.layers[0].biases[choice];
    this.set({ weights, bias: bias ?? own }, isPreset ? 1 : limitOf(weights));
    if (this.presets) {
      this.presets.value = choice;
    }
  }

  set({ weights, bias }, limit = 1) {
    this.bias = bias;
    this.slider.value = bias;
    this.pad.show(weights, limit);
  }

  get neuron() {
    return { weights: this.pad.values, bias: this.bias, activation: this.activation };
  }

  // At most once a frame.
  change() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.update();
    });
  }

  update() {
    const answers = respond(this.neuron, this.digits.map(({ pixels }) => pixels));
    this.strip.show(answers, this.bias, this.changed?.());
    write(this.written, signed(this.bias));
    this.slider.setAttribute("aria-valuetext", fixed(this.bias));
    const active = this.digits.filter((_, index) => answers.sums[index] + this.bias > 0).map(({ label }) => label);
    write(this.found, active.length ? this.say("active_for", { digits: active.join(", ") }) : this.say("active_none"));
    if (!this.changed && this.host.contains(document.activeElement)) {
      this.status.say(this.found.textContent);
    }
  }
}
