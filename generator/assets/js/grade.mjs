// The grader, whole: grade(question, response) → {verdict, score, …}. Pure; the same in the page and in tests.
//
// question   the answer key a page carries: {type, lang, …} (see answer_key.py)
// response   what a learner did: option names for choice, typed text for the others
// verdict    "correct" | "partial" | "close" | "incorrect"; score is between 0 and 1. "close" has one meaning, because
//            the page says what it is: the right number as a fraction that should have been worked out
import { gradeChoice } from "./grade-choice.mjs";
import { gradeNumber } from "./grade-number.mjs";
import { gradeText } from "./grade-text.mjs";

const GRADERS = { choice: gradeChoice, number: gradeNumber, text: gradeText };

export function grade(question, response) {
  if (!Object.hasOwn(GRADERS, question.type)) {
    throw new TypeError(`no grader for questions of type ${question.type}`);
  }
  return GRADERS[question.type](question, response);
}
