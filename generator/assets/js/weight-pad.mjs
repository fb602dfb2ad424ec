// A grid of 28 × 28 numbers to be painted, all of a pixel or none: with a mouse, a finger or a pen; or with a brush that
// arrow keys move and Space lowers and lifts.
import { paint } from "./brush.mjs";
import { fixed, set, signed } from "./live-elements.mjs";
import { make, makeField } from "./live-parts.mjs";
import { SIDE } from "./neuron.mjs";

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FARTHER = 5;
const EVENTS = ["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown", "blur"];

export class WeightPad {
  // `change` is called after every stroke, `tell` with what only a screen reader needs to know. `base`, if given, are
  // pixels: a brush without value makes them what they were.
  constructor({ say, change, tell, base }) {
    Object.assign(this, { say, change, tell, base, values: new Float64Array(SIDE * SIDE), limit: 1, value: 1, place: [14, 7] });
    this.field = makeField(Boolean(base));
    this.cursor = make("span", { class: "nn-pad__brush nn-pad__brush--square" });
    this.element = make("div", { class: "nn-pad", tabindex: 0, role: "application" }, this.field.box, this.cursor);
    set(this.element, { "aria-label": say(base ? "pixel_grid" : "grid") });
    this.element.classList.toggle("nn-pad--weights", !base);
    EVENTS.forEach((type) => this.element.addEventListener(type, this));
    this.resize(base ? 1 : 3);
  }

  handleEvent(event) {
    if (!this.isLocked || event.type === "blur") {
      this[event.type](event);
    }
  }

  set locked(isLocked) {
    this.isLocked = isLocked;
    set(this.element, { "aria-disabled": isLocked });
  }

  // `limit` is the number of full colour; the brush paints with it.
  show(values, limit = 1) {
    this.values = Float64Array.from(values);
    this.limit = limit;
    this.render();
  }

  resize(size) {
    this.size = size;
    this.aim();
  }

  render() {
    this.field.fill(this.values, this.limit);
    this.change();
  }

  // Along a line of pixels [column, row].
  stroke(from, to) {
    const covered = new Float64Array(SIDE * SIDE);
    const line = [from, to].map((place) => place.map((cell) => cell + 0.5));
    paint(covered, SIDE, line, { radius: this.size / 2, value: 1 });
    covered.forEach((share, cell) => {
      if (share >= 0.5) {
        this.values[cell] = this.value === null ? this.base[cell] : this.value * this.limit;
      }
    });
    this.render();
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  pointerdown(event) {
    if (event.button === 0) {
      this.element.setPointerCapture(event.pointerId);
      this.last = this.cellAt(event);
      this.stroke(this.last, this.last);
    }
  }

  pointermove(event) {
    if (this.last) {
      const next = this.cellAt(event);
      this.stroke(this.last, next);
      this.last = next;
    }
  }

  pointerup() {
    this.last = null;
  }

  pointercancel() {
    this.last = null;
  }

  cellAt({ clientX, clientY }) {
    const { left, top, width, height } = this.field.box.getBoundingClientRect();
    return [Math.floor(((clientX - left) * SIDE) / width), Math.floor(((clientY - top) * SIDE) / height)];
  }

  keydown(event) {
    const move = MOVES[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !(move || event.key === " ")) {
      return;
    }
    event.preventDefault();
    const before = this.place;
    if (move) {
      const step = event.shiftKey ? FARTHER : 1;
      this.place = before.map((cell, axis) => Math.max(0, Math.min(SIDE - 1, cell + move[axis] * step)));
    } else if (!event.repeat) {
      this.isDown = !this.isDown;
    }
    if (this.isDown) {
      this.stroke(before, this.place);
    }
    this.aim();
    const [column, row] = this.place;
    const value = this.values[row * SIDE + column];
    const place = { row: row + 1, column: column + 1, value: this.base ? fixed(value) : signed(value) };
    const at = this.say(this.base ? "pixel_at" : "weight_at", place);
    this.tell(`${at}, ${this.say(this.isDown ? "lowered" : "lifted")}`);
  }

  aim() {
    const [left, top] = this.place.map((cell) => `${(100 * (cell + 0.5)) / SIDE}%`);
    Object.assign(this.cursor.style, { left, top, width: `${(100 * this.size) / SIDE}%` });
    this.cursor.classList.toggle("nn-pad__brush--down", Boolean(this.isDown));
  }

  blur() {
    this.isDown = false;
    this.aim();
  }
}
