// A question in variants: one is on the page, the others wait as whole questions for "Try another like this".
import { announce, make, say, storage } from "./page.mjs";
import { readRecord } from "./progress.mjs";

class Variants extends HTMLElement {
  async connectedCallback() {
    this.current = this.firstElementChild;
    await customElements.whenDefined(this.current.localName);
    const waiting = [...this.querySelectorAll("template")];
    const others = waiting.map(({ content }) => document.importNode(content, true).firstElementChild);
    this.questions = [this.current, ...others];
    this.button = make("button", "quiz-button quiz-another", this.dataset.another);
    this.button.type = "button";
    this.button.addEventListener("click", () => this.another());
    document.addEventListener("quiz-restore", () => this.restore());
    this.restore();
  }

  // The variant that was answered last, or the first.
  restore() {
    const { progress, fingerprint } = this.current.dataset;
    const { record } = readRecord(storage, progress, fingerprint);
    this.bring(this.questions.find(({ dataset }) => dataset.variant === record?.variant) ?? this.questions[0]);
  }

  another() {
    const { length } = this.questions;
    const place = (this.questions.indexOf(this.current) + 1) % length;
    this.bring(this.questions[place]);
    this.current.focusControl();
    announce(say("variant", { number: place + 1, total: length }));
  }

  bring(question) {
    // What stands there already may hold what a learner has typed meanwhile.
    if (question !== this.current) {
      const figure = this.current.querySelector(".quiz-fields > .nnf");
      this.current.replaceWith(question);
      // All variants share one figure, below what is asked.
      const above = question.querySelector(".quiz-more") ?? question.querySelector(".quiz-legend");
      above.after(...(figure ? [figure] : []));
      this.current = question;
      question.restore();
    }
    question.querySelector(".quiz-actions").append(this.button);
  }
}

export const ELEMENTS = { "quiz-variants": Variants };
