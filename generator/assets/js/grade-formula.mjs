// A formula. So far right when it is an accepted one sign by sign, whatever its spaces and capitals.
import { gradeText } from "./grade-text.mjs";

export function gradeFormula(question, response) {
  return gradeText(question, response);
}
