// A task: the learner changes something, and the network says whether that is what was asked. A widget for each kind of
// goal; a new kind is a new line here.
import { gradeTask } from "./grade-task.mjs";
import { makeStatus } from "./live-parts.mjs";
import { loadDigits, loadNetwork, readSettings } from "./network-file.mjs";
import { make, makeButton, say } from "./page.mjs";
import { QuestionOfParts } from "./parts.mjs";

const WIDGETS = {
  paint: () => import("./task-neuron.mjs"),
  bias: () => import("./task-neuron.mjs"),
  choose: () => import("./task-choose.mjs"),
  change: () => import("./task-change.mjs"),
  draw: () => import("./task-draw.mjs"),
};

class TaskQuestion extends QuestionOfParts {
  emptyWord = "empty_task";

  // The question begins once its network is there.
  async connectedCallback() {
    if (this.box) {
      return;
    }
    this.box = this.querySelector(".quiz-task");
    this.box.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());
    const { goal, start, solution } = JSON.parse(this.querySelector(":scope > script").textContent);
    Object.assign(this, { goal, start, solution });
    try {
      await this.equip();
    } catch (error) {
      console.warn(error);
      const retry = makeButton("task_failed", "button", () => {
        this.box.replaceChildren(...this.box.querySelectorAll(":scope > :is(script, .nn-live__still)"));
        delete this.box;
        this.connectedCallback();
      });
      this.box.append(retry);
      return;
    }
    this.box.dataset.state = "alive";
    super.connectedCallback();
  }

  async equip() {
    this.settings = await readSettings(this.box.querySelector("script"));
    const { network: own, networks, digits: address } = this.settings;
    const [{ Widget }, network, all] = await Promise.all([
      WIDGETS[this.goal.kind](),
      loadNetwork(own ?? networks[0].file),
      loadDigits(address),
    ]);
    const names = this.goal.digits ?? [this.goal.digit];
    const digits = names.map((name) => all.find((digit) => digit.name === name)).filter(Boolean);
    this.grade = (key, response) => gradeTask({ goal: this.goal, network, digits }, response);
    this.words = make("p", "quiz-task-words");
    this.status = makeStatus();
    this.bar = make("progress", "quiz-bar");
    this.bar.setAttribute("aria-label", say("task_progress"));
    this.words.hidden = this.bar.hidden = true;
    this.widget = new Widget(this, { network, digits });
    const again = makeButton("task_again", "button", () => {
      this.response = [];
      again.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // What is chosen is changed by choosing again.
    this.box.append(this.words, this.bar, ...(this.widget.tell ? [again] : []), this.status);
  }

  // What the words and the bar say of the widget as it is now; the widget calls this after every change.
  follow() {
    const { value, max, text, ...result } = this.widget.tell(this.grade(this.key, this.widget.response));
    this.words.textContent = text;
    this.words.hidden = !text;
    this.bar.hidden = !max;
    Object.assign(this.bar, max ? { value, max } : {});
    if (text && this.contains(document.activeElement)) {
      this.status.say(text);
    }
    return result;
  }

  // What is as it was at the beginning is no answer.
  get response() {
    const { response } = this.widget;
    return response.join() === this.start.join() ? [] : response;
  }

  set response(response) {
    this.widget.response = response.length ? response : this.start;
  }

  get responseText() {
    return this.widget.text ?? this.words.textContent;
  }

  lock(locked) {
    super.lock(locked);
    this.widget.lock?.(locked);
  }

  mark(verdict) {
    if (verdict === "shown") {
      this.widget.solve(this.solution);
    }
  }
}

export const ELEMENTS = { "quiz-task": TaskQuestion };
