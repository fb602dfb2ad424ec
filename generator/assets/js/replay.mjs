// An animated figure plays once when it comes into view, and again when asked to. The movement is the style sheet's;
// a reader who wants none gets no button either. Without this module the figure is simply finished.

const still = matchMedia("(prefers-reduced-motion: reduce)");

class Replay extends HTMLElement {
  connectedCallback() {
    this.picture = this.closest("figure").querySelector(".nn-animated");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset.name;
    button.addEventListener("click", () => this.play());
    this.replaceChildren(button);
    this.hidden = still.matches;
    still.addEventListener("change", () => (this.hidden = still.matches));
    this.observer = new IntersectionObserver((entries) => this.look(entries), { threshold: 0.6 });
    this.observer.observe(this.picture);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }

  look(entries) {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.observer.disconnect();
    this.play();
  }

  async play() {
    const round = {};
    this.round = round;
    this.picture.classList.remove("is-playing");
    this.picture.getBoundingClientRect(); // or the animations would go on instead of beginning anew
    this.picture.classList.add("is-playing");
    await Promise.allSettled(this.picture.getAnimations({ subtree: true }).map((each) => each.finished));
    if (this.round === round) this.picture.classList.remove("is-playing");
  }
}

customElements.define("nn-replay", Replay);
