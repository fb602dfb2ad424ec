// A short answer in words. Right when it is one of the accepted spellings, whatever its case, spacing, punctuation
// or Unicode form, and whatever polite ending or article it carries. Never by edit distance: a word that is nearly
// right may be another word.
import { bareFormula, bareWords, foldSigns, foldText, isSymbolic, unwrap } from "./plain-text.mjs";

const POLITE = "이?라고(?:합니다|해요|부릅니다|불러요)|입니다|이에요|예요|이다";
const ENDING = new RegExp(`^(.{2,}?|\\P{Script=Hangul}+?)(?:${POLITE})$`, "u");
const OPENING = /^(?:(?:it is|it's|they are|this is|these are|that is|that's) (?:called )?)?(?:(?:the|an?) )?(?=\S)/u;
const GLOSS = new RegExp(`^([^()]+)\\(([^()]+)\\)\\s?(?:${POLITE})?$`, "u");
const DENIAL = /(?:^| )(?:not?|or|and|안|못)(?: |$)|아니|아님|아닌|않|없|말고|또는|혹은|반대|안함|못함/u;
const PLURAL = /(?<=\p{Script=Latin}{2}[^\P{Script=Latin}s])s(?!\p{L})|(?<=\p{Script=Hangul}{2})들(?=과? |,|$|이랑|하고)/gu;
const COMMA = /(?:,|(?<=\p{Script=Hangul})(?:와|과|이?랑|하고)(?= )|(?<= )(?:및|그리고|and)(?= ))(?!\d)/u;
const LONGEST = 1000;

export function gradeText({ accept }, response) {
  const typed = foldText(response);
  // An answer many times as long as any accepted one is not one of them, and costs no time.
  const longest = accept.reduce((most, text) => Math.max(most, text.length), 0);
  const keys = accept.map((text) => foldSigns(foldText(text)));
  const right = typed.length <= LONGEST + 4 * longest && isAccepted(keys, foldSigns(typed));
  return { verdict: right ? "correct" : "incorrect", score: right ? 1 : 0 };
}

function isAccepted(accept, typed) {
  if (accept.some((accepted) => isSame(accepted, typed))) {
    return true;
  }
  const [, answer, gloss] = GLOSS.exec(unwrap(typed)) ?? [];
  return Boolean(answer) && isGloss(accept, answer, gloss) && accept.some((accepted) => isSame(accepted, answer));
}

// What may stand in brackets behind the answer: its initials, another accepted one, or its name in the other script.
function isGloss(accept, answer, gloss) {
  const initials = Array.from(answer.matchAll(/(?<!\p{L})\p{L}/gu), ([letter]) => letter).join("");
  const korean = /\p{Script=Hangul}/u.test(answer);
  const other = korean ? /^[\p{Script=Latin}\p{Script=Greek} -]+$/u : /^[\p{Script=Hangul} ]+$/u;
  return (
    bareWords(gloss) === initials ||
    accept.some((accepted) => isSame(accepted, gloss)) ||
    (other.test(gloss) && !DENIAL.test(gloss))
  );
}

function isSame(accepted, typed) {
  if (isSymbolic(accepted)) {
    const formula = bareFormula(accepted);
    return formula !== "" && wordings(typed, bareFormula).includes(formula);
  }
  return isSameWord(accepted, typed) || isSameList(accepted, typed);
}

function isSameWord(accepted, typed) {
  const spellings = wordings(typed, bareSingular);
  return wordings(accepted, bareSingular).some((wording) => spellings.includes(wording));
}

// A and B, A와 B, A, B: what joins the items makes no difference. Two that are joined by a word may be swapped; a comma
// may mean an order.
function isSameList(accepted, typed) {
  const [keys, items] = [accepted, typed].map((text) => text.split(COMMA).map((item) => item.trim()).filter(Boolean));
  const isEach = (key, index) => isSameWord(key, items[index]);
  if (keys.length < 2 || keys.length !== items.length) {
    return false;
  }
  return keys.every(isEach) || (keys.length === 2 && !accepted.includes(",") && keys.reverse().every(isEach));
}

// The text as it stands, and without what only wraps it in a sentence. What is left of it is never nothing.
function wordings(text, bare) {
  return [text, text.replace(OPENING, "")]
    .map(bare)
    .flatMap((words) => [words, ENDING.exec(words)?.[1]])
    .filter(Boolean);
}

function bareSingular(text) {
  return bareWords(text.replace(/(?<=\p{L}{2})'(?=\p{L})/gu, "").replace(PLURAL, ""));
}
