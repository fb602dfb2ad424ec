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

  // Below the text, what there is to say about these very words, numbers and picks.
  mark() {
    const notes = make("ul", "quiz-notes quiz-blank-notes");
    const { blanks = [] } = this.grade(this.key, this.response);
    blanks.forEach(({ verdict, because, reason }, place) => {
      const field = this.fields[place];
      if (verdict) {
        this.markPart(field.parentElement, verdict);
        field.setAttribute("aria-invalid", String(verdict !== "correct"));
        // Only what is picked is the name of a reason: what is typed could be anything.
        const said = this.cloneAnswer(`${place} ${field.selectedOptions ? field.value : because}`, ".quiz-because");
        said.push(...(reason ? [make("div", "quiz-because", say(`close_${reason}`))] : []));
        for (const text of said) {
          const note = make("li", "");
          note.append(make("b", "", field.getAttribute("aria-label")), text);
          notes.append(note);
        }
      }
    });
    if (notes.firstChild) {
      this.querySelector(".quiz-cloze").after(notes);
    }
  }

  unmark() {
    super.unmark();
    this.fields.forEach((field) => field.removeAttribute("aria-invalid"));
  }
}

export const ELEMENTS = { "quiz-cloze": ClozeQuestion };
