// A digit of which a few pixels may change.
import { readSigns, writeSigns } from "./grade-task.mjs";
import { speaker } from "./live-elements.mjs";
import { make, makeStatus } from "./live-parts.mjs";
import { say } from "./page.mjs";
import { makeRadios } from "./radios.mjs";
import { sayReading } from "./reading.mjs";
import { WeightPad } from "./weight-pad.mjs";

const BRUSHES = [[1, "task_white"], [0, "task_black"], [null, "task_restore"]];

export class Widget {
  constructor(question, { digits: [digit] }) {
    Object.assign(this, { question, pixels: digit.pixels });
    const status = makeStatus();
    const tell = (text) => status.say(text);
    this.pad = new WeightPad({ say: speaker(question.settings.words), change: () => this.change(), tell, base: digit.pixels });
    const options = BRUSHES.map(([value, name]) => ({ value, text: say(name) }));
    const brush = makeRadios(say("task_brush"), options, { value: 1, pick: (value) => (this.pad.value = value) });
    question.box.append(make("div", { class: "quiz-pixels" }, this.pad.element, brush), status);
  }

  change() {
    if (this.question.key) {
      this.question.follow();
    }
  }

  get response() {
    const changes = Array.from(this.pad.values, (value, index) => {
      const before = this.pixels[index];
      return value === before ? 0 : value > before ? 1 : -1;
    });
    return [writeSigns(changes)];
  }

  set response([signs]) {
    const changes = readSigns(signs);
    this.pad.show(this.pixels.map((value, index) => (changes[index] ? Math.max(changes[index], 0) : value)));
  }

  solve(response) {
    this.response = response;
  }

  lock(locked) {
    this.pad.locked = locked;
  }

  tell(result) {
    const { changed, reading } = result;
    const { pixels } = this.question.goal;
    const text = `${say("task_pixels", { changed, pixels })} ${sayReading(reading)}`;
    return { ...result, value: Math.min(changed, pixels), max: pixels, text };
  }
}
