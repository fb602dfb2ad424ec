// What every type of question does in the page. A type adds how its controls are read, filled, locked and marked.
//
// data-state on the element: open → wrong (a try that may be mended) → right or shown (finished). Where options have
// reasons, a wrong try shows them all, and so the answer (tellsAll): what is left is to try it again.
import { appendPart, Hints, moveFocus, phraseVerdict } from "./below.mjs";
import { announce, make, makeButton, say, storage } from "./page.mjs";
import { readVariant, writeTry } from "./progress.mjs";

export class Question extends HTMLElement {
  connectedCallback() {
    if (this.key) {
      return;
    }
    this.key = JSON.parse(this.querySelector(":scope > script").textContent);
    // Out of the document, so that find-in-page does not give it away.
    this.answer = this.querySelector(".quiz-answer");
    this.answer.remove();
    this.feedback = make("div", "quiz-feedback");
    this.feedback.id = `${this.id}_feedback`;
    this.feedback.tabIndex = -1;
    this.described.forEach((control) => control.setAttribute("aria-describedby", this.feedback.id));
    this.hints = new Hints(this, () => this.focusControl());
    this.buttons = {
      check: makeButton("check", "submit", () => {}),
      retry: makeButton("retry", "button", () => this.retry()),
      hint: this.hints.button,
      show: makeButton("show", "button", () => this.finish("shown", 0)),
    };
    const actions = make("div", "quiz-actions");
    actions.append(...Object.values(this.buttons));
    this.querySelector(".quiz-fields").after(this.hints.list, this.feedback, actions);
    this.addEventListener("submit", (event) => this.check(event));
    this.addEventListener("input", () => this.dataset.state === "wrong" && this.open());
    document.addEventListener("quiz-restore", () => this.restore());
    this.restore();
  }

  // As the learner left it; or open, and saying so if it is no longer the question that was answered.
  restore() {
    const { record, changed } = readVariant(storage, this.dataset);
    this.hints.restore();
    try {
      this.response = record ? record.response : this.empty;
      this.open(changed ? say("changed") : "");
      if (record) {
        this.settle(record.verdict);
      }
    } catch {
      // A response that no such question can have: somebody else wrote it.
      this.response = this.empty;
      this.open();
    }
  }

  check(event) {
    event.preventDefault();
    if (this.dataset.state === "right" || this.dataset.state === "shown") {
      return;
    }
    const isEmpty = this.response.length === 0;
    const { verdict, score, unreadable } = isEmpty ? {} : this.grade(this.key, this.response);
    if (isEmpty || unreadable) {
      this.complain(isEmpty ? this.emptyWord : "unreadable");
      return;
    }
    this.finish(verdict, score);
  }

  finish(verdict, score) {
    const held = document.activeElement;
    const { progress, fingerprint, variant } = this.dataset;
    const tried = { variant, response: this.response, text: this.responseText, verdict, score };
    const { record } = readVariant(storage, this.dataset);
    // The same answer again is no other try.
    if (record?.verdict !== verdict || JSON.stringify(record.response) !== JSON.stringify(this.response)) {
      writeTry(storage, progress, fingerprint, { ...tried, hints: this.hints.shown, at: Date.now() });
    }
    this.settle(verdict);
    announce([this.feedback.firstChild.textContent, ...this.spoken()].join(" "));
    this.dispatchEvent(new CustomEvent("quiz-answered", { bubbles: true }));
    moveFocus(this, held);
  }

  settle(verdict) {
    const finished = verdict === "correct" || verdict === "shown";
    const result = verdict === "shown" ? {} : this.grade(this.key, this.response);
    this.unmark();
    this.setState(verdict === "correct" ? "right" : finished ? "shown" : "wrong", this.phrase(verdict, result));
    this.dataset.verdict = verdict;
    this.mark(verdict, finished, result);
    if (finished || this.tellsAll) {
      appendPart(this.feedback, this.answer, ".quiz-solution");
    }
    if (verdict !== "correct") {
      appendPart(this.feedback, this.answer, ".quiz-again");
    }
  }

  retry() {
    if (this.dataset.state !== "wrong" || this.tellsAll) {
      this.response = this.empty;
    }
    this.open();
    this.focusControl();
  }

  focusControl() {
    this.querySelector(".quiz-fields :is(input, select, button)").focus();
  }

  open(note = "") {
    this.setState("open", note);
    this.unmark();
  }

  complain(word) {
    this.open(say(word));
    announce(say(word));
    this.focusControl();
  }

  setState(state, message) {
    this.dataset.state = state;
    delete this.dataset.verdict;
    const mendable = state === "wrong" && !this.tellsAll;
    this.lock(state !== "open" && !mendable);
    this.hints.offer(state === "open" || mendable);
    this.feedback.replaceChildren(...(message ? [make("p", "quiz-verdict", message)] : []));
    this.buttons.check.hidden = state !== "open";
    this.buttons.retry.hidden = state === "open";
    this.buttons.show.hidden = !mendable;
  }

  // The response in words, for whoever reads the results.
  get responseText() {
    return this.response;
  }

  phrase(verdict, { score }) {
    return phraseVerdict(verdict, score, this.dataset.points);
  }

  spoken() {
    return [];
  }
}
