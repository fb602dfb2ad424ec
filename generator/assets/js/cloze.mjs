// A text with blanks: fields and lists in the middle of a sentence.
import { make, say } from "./page.mjs";
import { QuestionOfParts } from "./parts.mjs";
import { withGrader } from "./typed.mjs";

class ClozeQuestion extends withGrader(QuestionOfParts) {
  emptyWord = "empty_cloze";

  get fields() {
    return [...this.querySelectorAll("[data-blank] :is(input, select)")];
  }

  get response() {
    const texts = this.fields.map((field) => field.value.trim());
    return texts.some(Boolean) ? texts : [];
  }

  set response(texts) {
    this.fields.forEach((field, place) => {
      field.value = texts[place] ?? "";
    });
  }

  get responseText() {
    return this.fields.map((field) => field.selectedOptions?.[0]?.text ?? field.value.trim());
  }

  // The marks stay where the answer is shown, below which they say what was right.
  keepsMarks = true;

  // Below the text, what there is to say about these very words, numbers and picks.
  mark() {
    const { blanks = [] } = this.grade(this.key, this.response);
    const notes = make("ul", "quiz-notes quiz-blank-notes");
    notes.append(...blanks.flatMap((result, place) => this.markBlank(result, place)));
    if (notes.firstChild) {
      this.querySelector(".quiz-cloze").after(notes);
    }
  }

  // In a sentence the sign is enough to see, and its word is for those who hear it. Returns the blank's notes.
  markBlank({ verdict, because, reason }, place) {
    const field = this.fields[place];
    const mark = this.markPart(field.parentElement, verdict);
    mark.id = `${field.name}_mark`;
    mark.firstChild.replaceWith(make("span", "quiz-hidden", mark.textContent));
    field.parentElement.append(mark);
    field.setAttribute("aria-invalid", String(verdict === "incorrect" || verdict === "close"));
    field.setAttribute("aria-describedby", `${mark.id} ${field.dataset.within ?? ""}`.trim());
    // Only what is picked is the name of a reason: what is typed could be anything.
    const told = field.selectedOptions ? field.value : because;
    const said = this.cloneAnswer(`${place} ${told}`, ".quiz-because");
    const texts = [...said, ...(reason ? [make("div", "quiz-because", say(`close_${reason}`))] : [])];
    return texts.map((text) => {
      const note = make("li", "");
      note.append(make("b", "", field.getAttribute("aria-label")), text);
      return note;
    });
  }

  unmark() {
    super.unmark();
    this.fields.forEach((field) => {
      field.removeAttribute("aria-invalid");
      field.setAttribute("aria-describedby", field.dataset.within ?? "");
    });
  }
}

export const ELEMENTS = { "quiz-cloze": ClozeQuestion };
