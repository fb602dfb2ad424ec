// Figures that learners can play with. Each comes to life when it is nearly in view; until then, on paper and without
// this module its picture stands there. A new kind is a new line here.
const KINDS = {
  live_network: () => import("./live-network.mjs"),
  live_neuron: () => import("./live-neuron.mjs"),
};

class LiveFigure extends HTMLElement {
  connectedCallback() {
    this.observer = new IntersectionObserver((entries) => this.look(entries.at(-1)), { rootMargin: "800px" });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }

  // `live` is what the kind's module makes of the figure. What could not be loaded is asked for again when the figure
  // comes into view again.
  async look({ isIntersecting }) {
    if (!isIntersecting || this.dataset.state) {
      return;
    }
    this.dataset.state = "waking";
    try {
      const [{ start }, { readSettings }] = await Promise.all([KINDS[this.dataset.kind](), import("./network-file.mjs")]);
      this.live = await start(this, await readSettings(this.querySelector("script")));
      this.dataset.state = "alive";
    } catch (error) {
      delete this.dataset.state;
      console.warn(error);
    }
  }
}

customElements.define("nn-live", LiveFigure);

// The theme binds single keys (n: next page, s: search). Inside a live figure they are the learner's.
document.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && event.target.closest?.("nn-live")) {
    event.stopPropagation();
  }
});
