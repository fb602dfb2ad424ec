// Tasks on one neuron: its weights are painted and its bias is moved, or only its bias.
import { readSigns, writeSigns } from "./grade-task.mjs";
import { weightsInto } from "./forward.mjs";
import { LiveNeuron } from "./live-neuron.mjs";
import { limitOf } from "./neuron.mjs";
import { say } from "./page.mjs";

export class Widget {
  constructor(question, { network, digits }) {
    const { box, goal, settings } = question;
    Object.assign(this, { question, goal });
    this.paints = goal.kind === "paint";
    this.own = goal.weights ? readSigns(goal.weights) : weightsInto(network, 1, goal.neuron);
    question.start[0] = String(goal.bias);
    const parts = this.paints ? ["weights"] : [];
    this.live = new LiveNeuron(box, settings, digits, { parts, changed: () => this.judge() });
  }

  get response() {
    const { bias, pad } = this.live;
    return [String(bias), ...(this.paints ? [writeSigns(pad.values)] : [])];
  }

  set response([bias, signs]) {
    const weights = signs ? readSigns(signs) : this.own;
    this.live.set({ weights, bias: Number(bias) }, limitOf(weights));
  }

  solve(response) {
    this.response = response;
  }

  lock(locked) {
    this.live.pad.locked = locked || !this.paints;
  }

  // For each digit of the strip what is asked of it, and whether it is so.
  judge() {
    const { parts } = this.question.follow();
    return this.live.digits.map(({ label }, index) => {
      const isActive = this.goal.active.includes(label);
      const text = isActive ? `≥ ${this.goal.at_least}` : `≤ ${this.goal.at_most}`;
      return { text, isMet: parts[index] === "correct" };
    });
  }

  tell(result) {
    const met = result.parts.filter((part) => part === "correct").length;
    const total = result.parts.length;
    return { ...result, value: met, max: total, text: say("task_digits", { met, total }) };
  }
}
