// What every type of question does in the page. A type adds how its controls are read, filled, locked and marked.
//
// data-state on the element: open → wrong (a try that may be mended) → right or shown (finished).
import { announce, make, say, storage } from "./page.mjs";
import { readRecord, writeTry } from "./progress.mjs";

export class Question extends HTMLElement {
  connectedCallback() {
    if (this.key) {
      return;
    }
    this.key = JSON.parse(this.querySelector("script").textContent);
    // Out of the document, so that find-in-page does not give it away.
    this.answer = this.querySelector(".quiz-answer");
    this.answer.remove();
    this.feedback = make("div", "quiz-feedback");
    this.feedback.id = `${this.id}_feedback`;
    this.described.forEach((control) => control.setAttribute("aria-describedby", this.feedback.id));
    this.buttons = {
      check: this.makeButton("check", "submit"),
      retry: this.makeButton("retry", "button", () => this.retry()),
      show: this.makeButton("show", "button", () => this.show()),
    };
    const actions = make("div", "quiz-actions");
    actions.append(...Object.values(this.buttons));
    this.querySelector("fieldset").after(this.feedback, actions);
    this.addEventListener("submit", (event) => this.check(event));
    this.addEventListener("input", () => this.dataset.state === "wrong" && this.open());
    document.addEventListener("quiz-restore", () => this.restore());
    this.restore();
  }

  makeButton(name, type, act = () => {}) {
    const button = make("button", "quiz-button", say(name));
    button.type = type;
    button.addEventListener("click", act);
    return button;
  }

  // As the learner left it; or open, and saying so if it is no longer the question that was answered.
  restore() {
    const { record, changed } = readRecord(storage, this.dataset.progress, this.dataset.fingerprint);
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
    if (this.response.length === 0) {
      this.complain(this.emptyWord);
      return;
    }
    const { verdict, score, unreadable } = this.grade(this.key, this.response);
    if (unreadable) {
      this.complain("unreadable");
      return;
    }
    const hadFocus = this.buttons.check.contains(document.activeElement);
    this.finish(verdict, score);
    // A finished form has nothing left to type into, and a button that is gone keeps no focus.
    if (hadFocus || this.dataset.state === "right") {
      this.buttons.retry.focus();
    }
  }

  show() {
    this.finish("shown", 0);
    this.buttons.retry.focus();
  }

  finish(verdict, score) {
    const { progress, fingerprint } = this.dataset;
    const { response, responseText: text } = this;
    writeTry(storage, progress, fingerprint, { response, text, verdict, score, at: Date.now() });
    this.settle(verdict);
    announce([say(verdict), ...this.spoken()].join(" "));
    this.dispatchEvent(new CustomEvent("quiz-answered", { bubbles: true }));
  }

  settle(verdict) {
    const finished = verdict === "correct" || verdict === "shown";
    this.unmark();
    this.setState(verdict === "correct" ? "right" : finished ? "shown" : "wrong", say(verdict));
    this.dataset.verdict = verdict;
    this.mark(verdict, finished);
    if (finished) {
      this.feedback.append(this.answer.querySelector(".quiz-solution").cloneNode(true));
    }
  }

  retry() {
    if (this.dataset.state !== "wrong") {
      this.response = this.empty;
    }
    this.open();
    this.querySelector("input").focus();
  }

  open(note = "") {
    this.setState("open", note);
    this.unmark();
  }

  complain(word) {
    this.open(say(word));
    announce(say(word));
    this.querySelector("input").focus();
  }

  setState(state, message) {
    this.dataset.state = state;
    delete this.dataset.verdict;
    const finished = state === "right" || state === "shown";
    this.lock(finished);
    this.feedback.replaceChildren(...(message ? [make("p", "quiz-verdict", message)] : []));
    this.buttons.check.hidden = state !== "open";
    this.buttons.retry.hidden = state === "open";
    this.buttons.show.hidden = state !== "wrong";
  }

  // The response in words, for whoever reads the results.
  get responseText() {
    return this.response;
  }

  // What is announced after the verdict.
  spoken() {
    return [];
  }
}
