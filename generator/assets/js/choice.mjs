// Pick one, or several. Once it is checked, every option has its mark and its reason.
import { gradeChoice, gradeTrueFalse } from "./grade-choice.mjs";
import { make, plainText, say, spokenText, storage } from "./page.mjs";
import { Question } from "./question.mjs";
import { learnerSeed, shuffled } from "./shuffle.mjs";

class ChoiceQuestion extends Question {
  grade = gradeChoice;
  emptyWord = "empty_choice";
  empty = [];
  tellsAll = true;

  connectedCallback() {
    if (!this.key && "shuffle" in this.dataset) {
      this.shuffle();
    }
    super.connectedCallback();
  }

  shuffle() {
    const options = new Map([...this.querySelectorAll(".quiz-option")].map((each) => [each.dataset.option, each]));
    const seed = `${learnerSeed(storage, Math.random)}/${this.id}`;
    const names = shuffled([...options.keys()], seed);
    this.querySelector(".quiz-fields").append(...names.map((name) => options.get(name)));
  }

  get described() {
    return [this.querySelector("fieldset")];
  }

  get inputs() {
    return [...this.querySelectorAll("input")];
  }

  get response() {
    return this.inputs.filter((input) => input.checked).map((input) => input.value);
  }

  set response(names) {
    this.inputs.forEach((input) => {
      input.checked = names.includes(input.value);
    });
  }

  get responseText() {
    return this.inputs.filter((input) => input.checked).map((input) => plainText(input.nextElementSibling));
  }

  lock(locked) {
    this.inputs.forEach((input) => {
      input.disabled = locked;
    });
  }

  mark() {
    this.inputs.forEach((input) => this.markOption(input));
  }

  markOption(input) {
    const option = input.closest(".quiz-option");
    const answer = this.answer.querySelector(`[data-option="${CSS.escape(input.value)}"]`);
    const mark = answer.querySelector(".quiz-mark").cloneNode(true);
    if (mark.dataset.right === "true" && !input.checked) {
      mark.dataset.right = "missed";
      mark.textContent = say("missed");
    }
    const notes = make("div", "quiz-notes");
    notes.id = `${this.id}_${input.value}`;
    notes.append(mark);
    if (input.checked) {
      notes.append(" ", make("span", "quiz-picked", say("picked")));
    }
    const because = answer.querySelector(".quiz-because");
    if (because) {
      notes.append(because.cloneNode(true));
    }
    option.dataset.right = mark.dataset.right;
    option.append(notes);
    input.setAttribute("aria-describedby", notes.id);
  }

  unmark() {
    for (const option of this.querySelectorAll(".quiz-option")) {
      delete option.dataset.right;
      option.querySelector(".quiz-notes")?.remove();
      option.querySelector("input").removeAttribute("aria-describedby");
    }
  }

  // The reasons of what was picked.
  spoken() {
    return this.inputs
      .filter((input) => input.checked)
      .map((input) => input.closest(".quiz-option").querySelector(".quiz-because"))
      .filter(Boolean)
      .map(spokenText);
  }
}

class TrueFalseQuestion extends ChoiceQuestion {
  grade = gradeTrueFalse;
}

export const ELEMENTS = { "quiz-choice": ChoiceQuestion, "quiz-true_false": TrueFalseQuestion };
