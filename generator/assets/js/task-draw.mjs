// Something to be drawn for the network to read.
import { readPixels, writePixels } from "./grade-task.mjs";
import { speaker } from "./live-elements.mjs";
import { make, makeStatus } from "./live-parts.mjs";
import { Pad } from "./pad.mjs";
import { SIDE } from "./preprocess.mjs";
import { sayReading } from "./reading.mjs";

const FINER = 3; // cells of the pad along a pixel
const SIZE = SIDE * FINER;

export class Widget {
  constructor(question) {
    this.question = question;
    const { words } = question.settings;
    const element = make("div", { class: "nn-pad", tabindex: 0, role: "application", "aria-label": words.pad });
    element.append(make("canvas", { width: SIZE, height: SIZE }), make("span", { class: "nn-pad__brush" }));
    element.dataset.hint = words.draw_here;
    const status = makeStatus();
    this.pad = new Pad(element, speaker(words), { change: () => this.change(), aim: status.say });
    const area = make("div", { class: "quiz-drawing" }, this.pad.element, status);
    // Whoever draws on after a wrong try has begun another one.
    const reopen = ({ key }) => key !== "Tab" && area.dispatchEvent(new Event("input", { bubbles: true }));
    ["pointerdown", "keydown"].forEach((type) => area.addEventListener(type, reopen));
    question.box.append(area);
  }

  // At most once a frame.
  change() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.pad.render();
      this.question.follow();
    });
  }

  get response() {
    return [writePixels(this.pad.pixels(true))];
  }

  set response([drawing]) {
    const pixels = readPixels(drawing);
    if (pixels.some(Boolean)) {
      this.pad.show(pixels);
    } else {
      this.pad.erase();
    }
  }

  solve(lines) {
    this.pad.erase();
    for (const line of lines) {
      const points = line.map((point) => point.map((value) => value * FINER));
      points.forEach((point, index) => this.pad.stroke(points[Math.max(index - 1, 0)], point));
    }
  }

  lock(locked) {
    this.pad.element.inert = locked;
  }

  tell(result) {
    const { at_least: least, reads_as: wanted } = this.question.goal;
    const activation = result.reading.activations[wanted] ?? 0;
    return { ...result, value: Math.min(activation, least || 1), max: least || 1, text: sayReading(result.reading) };
  }
}
