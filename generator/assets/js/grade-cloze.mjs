// Pure.
// A text with blanks, each graded as a question of its type. An empty blank is not right, but no mistake either.
import { gradeParts } from "./grade-parts.mjs";

// `grade` grades a blank of any type. `blanks` of the result holds what each blank's own grader says, `parts` the
// verdicts.
export function gradeCloze({ blanks, lang, question }, response, grade) {
  const results = blanks.map((blank, place) => gradeBlank({ lang, question, ...blank }, response[place] ?? "", grade));
  const unreadable = results.some((result) => result.unreadable);
  return { ...gradeParts(results.map(({ verdict }) => verdict)), unreadable, blanks: results };
}

function gradeBlank(blank, filled, grade) {
  if (filled.trim() === "") {
    return { verdict: "" };
  }
  return grade(blank, blank.type === "choice" ? [filled] : filled);
}
