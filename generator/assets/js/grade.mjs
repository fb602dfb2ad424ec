// The grader, whole: grade(question, response) → {verdict, score, …}. Pure; the same in the page and in tests.
//
// question   the answer key a page carries: {type, lang, …, reject: [{accept, because}, …]} (see answer_key.py)
// response   what a learner did: option names for choice; typed text for text, number and formula; for the others a
//            list of texts, see the grader of each
// verdict    "correct" | "partial" | "close" | "incorrect"; score is between 0 and 1
// reason     how a "close" answer falls short: the page has a sentence for each (quiz_close_… in pages/ui_text.py)
// parts      of a question of several parts: the verdict on each, "" for what was left out
// because    where a wrong answer was expected: the place of its feedback, as the key has it
import { gradeChoice, gradeTrueFalse } from "./grade-choice.mjs";
import { gradeCloze } from "./grade-cloze.mjs";
import { gradeFormula } from "./grade-formula.mjs";
import { gradeLiteral } from "./grade-literal.mjs";
import { gradeNumber } from "./grade-number.mjs";
import { gradeMatch, gradeOrder } from "./grade-parts.mjs";
import { gradeText } from "./grade-text.mjs";
import { foldForm } from "./plain-text.mjs";

const GRADERS = {
  choice: gradeChoice,
  true_false: gradeTrueFalse,
  text: gradeText,
  number: gradeNumber,
  formula: gradeFormula,
  cloze: gradeCloze,
  order: gradeOrder,
  match: gradeMatch,
};

const isListed = (accept, response) => accept.some((text) => foldForm(text) === foldForm(response));

function isListedAsWrong({ accept, reject = [] }, response) {
  return reject.some((entry) => isListed(entry.accept, response)) && !isListed(accept, response);
}

export function grade(question, response) {
  if (!Object.hasOwn(GRADERS, question.type)) {
    throw new TypeError(`no grader for questions of type ${question.type}`);
  }
  const gradeOne = question.literal ? gradeLiteral : GRADERS[question.type];
  const result = gradeOne(question, response, grade);
  // What may be read as a right answer is right, unless these very words are listed as wrong, and only as wrong.
  if (result.verdict === "correct" && (question.type === "number" || !isListedAsWrong(question, response))) {
    return result;
  }
  const entry = question.reject
    ?.find(({ accept }) => gradeOne({ ...question, accept }, response).verdict === "correct");
  return entry ? { verdict: "incorrect", score: 0, because: entry.because } : result;
}
