// Questions of several parts (items in order, pairs, blanks), each marked for itself after a try.
import { phrasePoints } from "./below.mjs";
import { make, say, spokenText } from "./page.mjs";
import { Question } from "./question.mjs";

const WORDS = { correct: "right", incorrect: "wrong", close: "nearly", "": "no_answer" };
const SIGNS = { correct: "true", incorrect: "false", close: "close", "": "none" };

export class QuestionOfParts extends Question {
  empty = [];

  get described() {
    return [this.querySelector("fieldset")];
  }

  lock(locked) {
    this.querySelector("fieldset").disabled = locked;
  }

  // How many parts are right says more than "partly", and all that there is to say where the question is one point.
  phrase(verdict, { parts, score }) {
    if (verdict !== "partial" || !parts) {
      return say(verdict);
    }
    const right = parts.filter((part) => part === "correct").length;
    const { points } = this.dataset;
    return [say("parts", { right, total: parts.length }), ...(points ? [phrasePoints(score, points)] : [])].join(" ");
  }

  // Gives an element its colour; returns its sign with its word, as the other types have it.
  markPart(element, part, words = WORDS) {
    const mark = make("span", "quiz-mark", say(words[part]));
    element.dataset.right = mark.dataset.right = SIGNS[part];
    return mark;
  }

  unmark() {
    this.querySelectorAll(".quiz-fields :is(.quiz-mark, .quiz-notes)").forEach((note) => note.remove());
    this.querySelectorAll(".quiz-fields [data-right]").forEach((part) => delete part.dataset.right);
  }

  // What the answer has of a part of the question, out of the document; nothing if it has no such thing.
  cloneAnswer(name, selector) {
    const found = this.answer.querySelector(`[data-of="${CSS.escape(name)}"] ${selector}`);
    return found ? [found.cloneNode(true)] : [];
  }

  // The reasons that a wrong try shows.
  spoken() {
    const reasons = [...this.querySelectorAll(".quiz-fields .quiz-because")];
    return this.dataset.state === "wrong" ? reasons.map(spokenText) : [];
  }
}
