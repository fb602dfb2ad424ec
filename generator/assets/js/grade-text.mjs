// A short answer in words. Right when it is one of the accepted spellings, whatever its case, spacing, punctuation
// or Unicode form, and whatever polite ending or article it carries. Never by edit distance: a word that is nearly
// right may be another word.
import { bareFormula, bareWords, foldText, isSymbolic } from "./plain-text.mjs";

const ENDING = /^(.{2,}?)(?:이?라고(?:합니다|해요|부릅니다|불러요)|입니다|이에요|예요|이다)$/u;
const OPENING = /^(?:(?:it is|it's|they are|this is|these are|that is|that's) (?:called )?)?(?:(?:the|an?) )?(?=\S)/u;
const LONGEST = 1000;

export function gradeText({ accept }, response) {
  const typed = foldText(response);
  // An answer many times as long as any accepted one is not one of them, and costs no time.
  const longest = accept.reduce((most, text) => Math.max(most, text.length), 0);
  const right = typed.length <= LONGEST + 4 * longest && accept.some((text) => isSame(foldText(text), typed));
  return { verdict: right ? "correct" : "incorrect", score: right ? 1 : 0 };
}

function isSame(accepted, typed) {
  if (isSymbolic(accepted)) {
    const formula = bareFormula(accepted);
    return formula !== "" && formula === bareFormula(typed);
  }
  const spellings = wordings(typed);
  return wordings(accepted).some((wording) => spellings.includes(wording));
}

// The words as they stand, and without what only wraps them in a sentence. What is left of them is never nothing.
function wordings(folded) {
  return [folded, folded.replace(OPENING, "")]
    .map(bareWords)
    .flatMap((words) => [words, ENDING.exec(words)?.[1]])
    .filter(Boolean);
}
