// Gives each custom element on the page its behaviour, and loads no module that the page has no use for.
// A new type of question is a new line here.
const ELEMENTS = {
  "quiz-choice": () => import("./choice.mjs"),
  "quiz-true_false": () => import("./choice.mjs"),
  "quiz-text": () => import("./typed.mjs"),
  "quiz-number": () => import("./typed.mjs"),
  "quiz-formula": () => import("./typed.mjs"),
  "quiz-cloze": () => import("./cloze.mjs"),
  "quiz-order": () => import("./order.mjs"),
  "quiz-match": () => import("./match.mjs"),
  "quiz-task": () => import("./task.mjs"),
  "quiz-variants": () => import("./variants.mjs"),
  "quiz-score": () => import("./score.mjs"),
  "quiz-course": () => import("./course.mjs"),
  "quiz-progress": () => import("./course.mjs"),
  "quiz-continue": () => import("./course.mjs"),
  "quiz-results": () => import("./course.mjs"),
};

for (const [tag, load] of Object.entries(ELEMENTS)) {
  if (document.querySelector(tag)) {
    load().then((module) => customElements.define(tag, module.ELEMENTS[tag]));
  }
}
