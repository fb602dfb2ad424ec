// The network to play with: what is drawn goes through every layer at once.
import { forward, rank } from "./forward.mjs";
import { announcer, fixed, speaker, write } from "./live-elements.mjs";
import { Flow } from "./live-flow.mjs";
import { NeuronView } from "./live-neuron-view.mjs";
import { loadDigits, loadNetwork } from "./network-file.mjs";
import { Pad } from "./pad.mjs";

// `host` is the figure, which has all of it but the drawing of the network.
export async function start(host, settings) {
  const loading = settings.networks.map(({ file }) => loadNetwork(file));
  const [digits, ...networks] = await Promise.all([loadDigits(settings.digits), ...loading]);
  return new LiveNetwork(host, settings, { digits, networks });
}

class LiveNetwork {
  constructor(host, settings, { digits, networks }) {
    Object.assign(this, { host, settings, digits, networks, say: speaker(settings.words) });
    const find = (part) => host.querySelector(part);
    // Of the answer and of the brush: neither takes the other's words away.
    const [tell, aim] = [...host.querySelectorAll(".nn-live__status")].map(announcer);
    this.answer = find(".nn-live__answer");
    this.stage = find(".nn-live__stage");
    this.centre = find("input[type=checkbox]");
    this.pad = new Pad(find(".nn-pad"), this.say, { change: () => this.change(), aim });
    this.tell = tell;
    this.view = new NeuronView(find(".nn-neuron"), this.say, (place) => this.flow.select(place));
    host.addEventListener("click", ({ target }) => this[target.dataset.act]?.());
    host.addEventListener("change", ({ target }) => this.set(target));
    // Here and not on the drawing: what listens for focus inside an svg takes it.
    this.stage.addEventListener("keydown", (event) => this.flow.move(event));
    this.stage.addEventListener("focusin", ({ target }) => this.flow.select(target.dataset));
    this.stage.addEventListener("click", ({ target }) => target.closest("[data-layer]")?.focus());
    find(".nn-live__app").hidden = false;
    this.use(0);
    this.pad.show(this.sample(settings.digit), { isPassing: true });
  }

  sample(wanted) {
    return this.digits.find(({ name }) => name === wanted).pixels;
  }

  erase() {
    this.pad.erase();
  }

  noise() {
    this.pad.show(Float64Array.from({ length: 784 }, Math.random), { kind: "noise" });
  }

  // A control was changed: which network is at work, which sample is shown, or whether drawings are centred.
  set({ type, value }) {
    if (type === "radio") {
      this.use(Number(value));
    } else if (type === "checkbox") {
      this.change();
    } else if (value) {
      this.pad.show(this.sample(value));
    }
  }

  // Another network is looked at where the one before was, if it has such a neuron.
  use(index) {
    const { layer, neuron } = this.chosen ?? {};
    this.network = this.networks[index];
    this.names = this.settings.networks[index].layers;
    const choose = (place) => this.choose(place);
    this.flow = new Flow({ network: this.network, names: this.names, say: this.say, choose });
    this.stage.replaceChildren(this.flow.svg);
    this.chosen = null;
    this.view.clear();
    if (neuron < this.network.sizes[layer]) {
      this.flow.select({ layer, neuron });
    }
    this.change();
  }

  choose(place) {
    this.chosen = place;
    this.change();
  }

  // At most once a frame.
  change() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.update();
    });
  }

  update() {
    this.pad.render();
    // While the hand moves, ink comes first: the network follows in every second frame.
    this.isLate = Boolean(this.pad.pen) && !this.isLate;
    if (this.isLate) {
      this.change();
      return;
    }
    this.pixels = this.pad.pixels(this.centre.checked);
    this.states = forward(this.network, this.pixels);
    this.flow.show(this.pixels, this.states, this.chosen);
    this.phrase();
    this.flow.svg.classList.toggle("nn-flow--moving", Boolean(this.pad.pen));
    clearTimeout(this.resting);
    if (this.pad.pen) {
      this.resting = setTimeout(() => this.rest(), 150);
    } else {
      this.rest();
    }
    this.host.dispatchEvent(new CustomEvent("nn-live-change", { bubbles: true }));
  }

  // What can wait until the hand does: faint lines, the chosen neuron, what a screen reader says of each.
  rest() {
    const { network, names, chosen, states } = this;
    this.flow.svg.classList.remove("nn-flow--moving");
    this.flow.describe(states);
    if (chosen) {
      const values = [this.pixels, ...states.map(({ a }) => a)];
      this.view.show({ network, names, ...chosen, values, sums: states.map(({ z }) => z) });
    }
  }

  // The winner and its runner-up in words; aloud once the learner has done something.
  phrase() {
    const { say } = this;
    const { a } = this.states.at(-1);
    const [winner, second] = rank(a);
    const about = (name, n) => `${say(name)}: ${n}, ${say("with_activation", { value: fixed(a[n]) })}.`;
    const note = this.settings.words[`note_${this.pad.kind}`];
    const text = [note, about("answer", winner), second >= 0 && about("runner_up", second)].filter(Boolean).join(" ");
    write(this.answer.firstChild, String(winner));
    write(this.answer.lastChild, text);
    if (this.host.contains(document.activeElement)) {
      this.tell(text);
    }
  }
}
