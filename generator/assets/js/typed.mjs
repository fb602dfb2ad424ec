// Questions that are answered in a field: words, a number or a formula. What is typed stays text wherever it goes.
import { make, say, spokenText } from "./page.mjs";
import { Question } from "./question.mjs";

// The grader is large: it comes when a learner is about to type, not with the page.
let grader;
let loading;
let failures = 0;

// A file that could not be fetched stays missing for the browser: it is asked for again under another name.
function loadGrader() {
  loading ??= import(failures === 0 ? "./grade.mjs" : `./grade.mjs?again=${failures}`).then(
    ({ grade }) => {
      grader = grade;
    },
    (error) => {
      loading = undefined;
      failures += 1;
      throw error;
    },
  );
  return loading;
}

// A kind of question whose answers are graded by it.
export const withGrader = (Base) => class extends Base {
  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("focusin", () => this.prepare(), { once: true });
  }

  // Patterns are compiled when they are first used: better now than when an answer waits for them.
  async prepare() {
    await loadGrader().then(() => this.key.accept && this.grade(this.key, `${this.key.accept}?`), () => null);
  }

  // A second Enter while the grader is on its way is the same try.
  async check(event) {
    event.preventDefault();
    if (this.isWaiting) {
      return;
    }
    this.isWaiting = true;
    const isEmpty = this.response.length === 0;
    const isThere = await loadGrader().then(() => true, () => false);
    this.isWaiting = false;
    // Taken back meanwhile, as a reset does.
    if (!isEmpty && this.response.length === 0) {
      return;
    }
    if (isThere || this.response.length === 0) {
      super.check(event);
    } else {
      this.complain("no_grader");
    }
  }

  // The question's own words help: its unit, "about", what an answer repeats of it.
  grade(key, response) {
    return grader?.({ ...key, question: this.querySelector(".quiz-ask").textContent }, response) ?? {};
  }

  // An answer of an earlier visit shows its verdict at once and, with the grader, its reason.
  settle(verdict) {
    super.settle(verdict);
    if (!grader && (verdict !== "shown" || this.keepsMarks)) {
      loadGrader().then(() => this.dataset.verdict === verdict && super.settle(verdict), () => null);
    }
  }
};

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
