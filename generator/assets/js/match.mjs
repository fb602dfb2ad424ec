// Give every item on the left one on the right: a row of letters for each, one tap or arrow key a pair.
import { gradeMatch } from "./grade-parts.mjs";
import { make, plainText } from "./page.mjs";
import { QuestionOfParts } from "./parts.mjs";

class MatchQuestion extends QuestionOfParts {
  grade = gradeMatch;
  emptyWord = "empty_match";

  get picked() {
    return [...this.querySelectorAll("input:checked")];
  }

  get response() {
    return this.picked.map((input) => input.value);
  }

  set response(pairs) {
    this.querySelectorAll("input").forEach((input) => {
      input.checked = pairs.includes(input.value);
    });
  }

  get responseText() {
    return this.picked.map((input) => {
      const right = this.querySelector(`#${CSS.escape(input.getAttribute("aria-labelledby"))} > span`);
      return [input.closest(".quiz-pair").firstElementChild, right].map(plainText).join(" → ");
    });
  }

  // A right pair learns why it belongs together, a wrong one only why what was picked belongs nowhere; once the
  // question is finished every row says what is right.
  mark(_verdict, finished) {
    const { parts } = this.grade(this.key, this.response);
    this.querySelectorAll(".quiz-pair").forEach((row, place) => {
      const part = parts[place];
      const notes = make("div", "quiz-notes");
      const [, picked] = row.querySelector("input:checked")?.value.split(":") ?? [];
      const told = finished || part === "correct" ? row.dataset.left : `extra ${picked}`;
      notes.append(this.markPart(row, part));
      notes.append(...(finished && part !== "correct" ? this.cloneAnswer(told, ".quiz-partner") : []));
      notes.append(...this.cloneAnswer(told, ".quiz-because"));
      row.append(notes);
    });
  }
}

export const ELEMENTS = { "quiz-match": MatchQuestion };
