// The drawing area: with a mouse, a finger or a pen; or a brush that arrow keys move and Space lowers and lifts.
import { paint } from "./brush.mjs";
import { SIDE, toPixels } from "./preprocess.mjs";

const FINER = 3; // cells of the drawing along one pixel of the network
const FINE = SIDE * FINER;
const RADIUS = 3.4;
const ACTS = { " ": "lower", Delete: "erase", Backspace: "erase" };
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Pad {
  // `change` is called after every stroke, `aim` with where the brush is, for a screen reader.
  constructor(element, say, { change, aim }) {
    Object.assign(this, { element, say, change, aim, brush: [FINE / 2, FINE / 2], isDown: false });
    [this.canvas, this.cursor] = element.children;
    this.ink = new Float64Array(FINE * FINE);
    this.image = new ImageData(FINE, FINE);
    this.image.data.fill(255);
    for (const type of ["pointerdown", "pointermove", "lostpointercapture", "keydown", "blur"]) {
      element.addEventListener(type, this);
    }
  }

  handleEvent(event) {
    this[event.type](event);
  }

  // 784 numbers that are read as they are, until something is drawn. What is `passing` goes when that begins.
  show(pixels, { isPassing = false, kind = "sample" } = {}) {
    this.given = pixels;
    this.kind = kind;
    this.ink.forEach((_, cell) => {
      this.ink[cell] = pixels[Math.floor(cell / FINE / FINER) * SIDE + Math.floor((cell % FINE) / FINER)];
    });
    this.element.classList.toggle("nn-pad--hint", isPassing);
    this.change();
  }

  erase() {
    this.given = null;
    this.ink.fill(0);
    this.kind = "empty";
    this.element.classList.add("nn-pad--hint");
    this.change();
  }

  pixels(isCentred) {
    return this.given ?? toPixels(this.ink, FINE, isCentred);
  }

  stroke(from, to, value = 1) {
    if (this.element.classList.contains("nn-pad--hint")) {
      this.erase();
      this.element.classList.remove("nn-pad--hint");
    }
    this.given = null;
    this.kind = "drawn";
    paint(this.ink, FINE, [from, to], { radius: RADIUS, value });
    this.change();
  }

  // Once a frame, however many strokes there were.
  render() {
    for (let cell = 0; cell < this.ink.length; cell += 1) {
      this.image.data[4 * cell + 3] = 255 * this.ink[cell];
    }
    this.canvas.getContext("2d").putImageData(this.image, 0, 0);
  }

  pointerdown(event) {
    if (event.button === 0 || event.button === 5) {
      this.element.setPointerCapture(event.pointerId);
      this.pen = this.place(event);
      this.follow([event]);
    }
  }

  pointermove(event) {
    if (this.pen) {
      const events = event.getCoalescedEvents?.() ?? [];
      this.follow(events.length ? events : [event]);
    }
  }

  // However the stroke ends.
  lostpointercapture() {
    this.pen = null;
    this.change();
  }

  // The other end of a pen erases.
  follow(events) {
    for (const event of events) {
      const place = this.place(event);
      this.stroke(this.pen, place, event.buttons & 32 ? 0 : 1);
      this.pen = place;
    }
  }

  place({ clientX, clientY }) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return [((clientX - left) * FINE) / width, ((clientY - top) * FINE) / height];
  }

  keydown(event) {
    const { key, shiftKey, repeat } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(key in STEPS || key in ACTS)) {
      return;
    }
    event.preventDefault();
    if (key in STEPS) {
      this.move(STEPS[key], shiftKey ? 12 : 3);
    } else if (!repeat) {
      this[ACTS[key]]();
    }
  }

  move([x, y], distance) {
    const before = this.brush;
    const moved = [before[0] + x * distance, before[1] + y * distance];
    this.brush = moved.map((value) => Math.max(1.5, Math.min(FINE - 1.5, value)));
    if (this.isDown) {
      this.stroke(before, this.brush);
    }
    this.point();
  }

  lower() {
    this.isDown = !this.isDown;
    if (this.isDown) {
      this.stroke(this.brush, this.brush);
    }
    this.point();
  }

  point() {
    const [column, row] = this.brush.map((value) => Math.floor(value / FINER) + 1);
    const [left, top] = this.brush.map((value) => `${(100 * value) / FINE}%`);
    Object.assign(this.cursor.style, { left, top });
    this.cursor.classList.toggle("nn-pad__brush--down", this.isDown);
    this.aim(`${this.say("pixel_n", { row, column })}, ${this.say(this.isDown ? "lowered" : "lifted")}`);
  }

  blur() {
    this.isDown = false;
    this.cursor.classList.remove("nn-pad__brush--down");
  }
}
