// A box that scrolls when its table or formula is too wide: a stop for the keyboard, with a name, only while
// there is something to scroll.

class ScrollBox extends HTMLElement {
  connectedCallback() {
    this.observer = new ResizeObserver(() => this.update());
    this.observer.observe(this);
    this.observer.observe(this.firstElementChild);
    // A formula's own box keeps its size when what is in it grows.
    document.fonts.ready.then(() => this.update());
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }

  update() {
    const up = getComputedStyle(this).overflowY === "auto" && this.scrollHeight > this.clientHeight;
    const scrolls = up || this.scrollWidth > this.clientWidth;
    this.role = scrolls ? "group" : null;
    this.ariaLabel = scrolls ? this.dataset.name : null;
    if (scrolls) this.tabIndex = 0;
    else this.removeAttribute("tabindex");
  }
}

customElements.define("nn-scroll", ScrollBox);
