// Questions that are answered in a field: words, a number or a formula. What is typed stays text wherever it goes.
import { withGrader } from "./lazy-grader.mjs";
import { make, say, spokenText } from "./page.mjs";
import { Question } from "./question.mjs";

class TypedQuestion extends withGrader(Question) {
  emptyWord = "empty_typed";
  empty = "";

  get described() {
    return [this.input];
  }

  get input() {
    return this.querySelector("input");
  }

  get response() {
    return this.input.value.trim();
  }

  set response(text) {
    this.input.value = text;
  }

  // Read-only rather than disabled: a finished answer can still be reached, read and copied.
  lock(locked) {
    this.input.readOnly = locked;
  }

  // How an answer falls short that is almost right. What the author expects somebody to get wrong is answered with
  // feedback of its own.
  mark(verdict, _finished, { because, reason }) {
    const note = because === undefined ? null : this.answer.querySelector(`[data-rejected="${because}"] .quiz-because`);
    this.feedback.append(
      ...(reason ? [make("p", "quiz-reason", say(`close_${reason}`))] : []),
      ...(note ? [note.cloneNode(true)] : []),
    );
    this.input.setAttribute("aria-invalid", String(verdict !== "correct" && verdict !== "shown"));
  }

  spoken() {
    return [...this.feedback.querySelectorAll(":scope > :is(.quiz-because, .quiz-reason)")].map(spokenText);
  }

  unmark() {
    this.input.removeAttribute("aria-invalid");
  }
}

// One class may carry only one name.
export const ELEMENTS = {
  "quiz-text": class extends TypedQuestion {},
  "quiz-number": class extends TypedQuestion {},
  "quiz-formula": class extends TypedQuestion {},
};
