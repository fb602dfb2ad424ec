// What stands below a question: its hints, and once it is checked words for the verdict and parts of the
// answer.
import { announce, make, makeButton, say, spokenText, storage } from "./page.mjs";
import { readHints, writeHints } from "./progress.mjs";

// A button reveals the hints one by one. How many are out is kept with the answer.
export class Hints {
  // Out of the document until they are asked for, so that find-in-page does not give them away.
  constructor(question, focusControl) {
    this.question = question;
    this.hidden = [...question.querySelectorAll(".quiz-hint")];
    this.hidden.forEach((hint) => hint.remove());
    this.total = this.hidden.length;
    this.list = make("div", "quiz-hints");
    this.button = makeButton("hint", "button", () => this.reveal(focusControl));
    this.shown = 0;
  }

  // As many as the learner has seen before.
  restore() {
    const { progress, fingerprint } = this.question.dataset;
    this.shown = Math.min(readHints(storage, progress, fingerprint), this.total);
    this.list.replaceChildren(...this.hidden.slice(0, this.shown).map(makeHint));
  }

  reveal(focusControl) {
    const hint = makeHint(this.hidden[this.shown]);
    this.shown += 1;
    this.list.append(hint);
    const { progress, fingerprint } = this.question.dataset;
    writeHints(storage, progress, fingerprint, this.shown);
    this.offer(true);
    announce(spokenText(hint));
    // A button that is gone keeps no focus.
    if (this.button.hidden) {
      focusControl();
    }
  }

  offer(open) {
    this.button.hidden = !open || this.shown === this.total;
    this.button.textContent = say("hint", { number: this.shown + 1, total: this.total });
  }
}

function makeHint(details) {
  const hint = make("div", "quiz-hint");
  const name = details.querySelector("summary").firstChild.textContent;
  hint.append(make("b", "", name), details.lastElementChild.cloneNode(true));
  return hint;
}

export function phraseVerdict(verdict, score, points = 1) {
  if (verdict !== "partial") {
    return say(verdict);
  }
  return `${say(verdict)} ${phrasePoints(score, points)}`;
}

export function phrasePoints(score, points) {
  const earned = Math.round(100 * score * points) / 100;
  return say(Number(points) === 1 ? "earned_one" : "earned", { earned, points });
}

// A control that is locked or gone keeps no focus: it goes to what there is to do or, where nothing is left to
// mend, to what there is to read.
export function moveFocus(question, held) {
  if (question.contains(held) && held.matches(":disabled, [hidden]")) {
    (question.dataset.state === "wrong" ? question.buttons.retry : question.feedback).focus();
  }
}

// Copies what the answer has of a kind into the feedback.
export function appendPart(feedback, answer, selector) {
  const part = answer.querySelector(selector);
  feedback.append(...(part ? [part.cloneNode(true)] : []));
}
