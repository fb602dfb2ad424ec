// A short answer in words. Right when it is an accepted one, whatever its form (see docs/authoring/grading.md); "close"
// when it falls short of one by what `reason` names. Never right by edit distance: a word that is nearly right may be
// another word. Pure.
import { inFull, withoutFrame } from "./english.mjs";
import { isSameFormula } from "./grade-formula.mjs";
import { withoutCopula, withoutParticle } from "./korean.mjs";
import { denials, reasonOf } from "./near.mjs";
import { isSameItem, isSamePhrase } from "./phrase.mjs";
import { bareFormula, foldLines, foldSigns, foldText, isSymbolic, unwrap } from "./plain-text.mjs";
import { readQuestion, withoutQuotes } from "./question-words.mjs";
import { SENTENCE } from "./restated.mjs";
import { wordings } from "./wordings.mjs";

const CALLED = /(?<=[\p{L}]{2})이?라(?:고 ?(?:하|부르|불리))?는 /u;
// Between the items of a list, unless the key compares by it.
const CHAIN = /(?<=[\p{L})]{2}|\p{L} ?\d) ?[>|] ?(?=\p{L}{2})/gu;
const VERB = /^(?:[a-z]+[^s\W]s|can|cannot|will)$/u;
const LONGEST_TEXT = 400;

export function gradeText({ accept, in_order: inOrder = false, question: asks = "" }, response) {
  const typed = foldLines(response);
  const question = withoutQuotes(asks);
  const longest = accept.reduce((most, text) => Math.max(most, text.length), 0);
  // An answer many times as long as any accepted one is not one of them, and costs no time.
  if (typed.length > LONGEST_TEXT + 2 * longest) {
    return verdict("incorrect");
  }
  const chained = !/[>|]/u.test(typed) || accept.some((text) => text.includes(">")) ? typed
    : typed.replace(CHAIN, ", ");
  const answer = { typed, signs: foldSigns(inFull(chained)).replace(CALLED, " "), raw: response.trim(), inOrder,
    asked: readQuestion(question), question };
  const keys = accept.map(readKey).flatMap((key) => [key, ...withoutSubject(key, answer.asked)]);
  if (isRight(keys, answer)) {
    return verdict("correct");
  }
  const words = withoutCopula(withoutFrame(unwrap(answer.signs)));
  const context = { ...answer, keys: keys.map((key) => key.words) };
  const reason = words && keys.filter((key) => !key.formula)
    .map((key) => reasonOf(withoutCopula(key.words), words, context)).find(Boolean);
  return reason ? { ...verdict("close"), reason } : verdict("incorrect");
}

const verdict = (name) => ({ verdict: name, score: name === "correct" ? 1 : 0 });

function readKey(text) {
  const signs = foldSigns(inFull(foldText(text)));
  const clause = /^(?:it|they|he|she|this|that|we|you) (?!(?:is|are|was|were) )/u.test(signs);
  return { signs, clause, formula: isSymbolic(signs) ? bareFormula(signs) : "", words: withoutFrame(unwrap(signs)) };
}

// An answer need not name what the question is about: 기울기가 작아집니다, 작아집니다; the cost goes down, goes down.
function withoutSubject(key, asked) {
  const words = key.words.split(" ");
  const [first, ...rest] = words;
  const verb = words.findIndex((word, place) => place > 0 && VERB.test(word) && !asked(word));
  const named = verb > 0 && words.slice(0, verb).every(asked) && Number.isFinite(asked(words[verb - 1]));
  return named ? [{ ...key, clause: true, words: words.slice(verb).join(" ") }]
    : SENTENCE.test(key.words) && rest.length > 0 && /[이가은는]$/u.test(first) && withoutParticle(first)[1]
    && asked(first) ? [{ ...key, words: rest.join(" ") }] : [];
}

function isRight(keys, answer) {
  const formulas = keys.filter((key) => key.formula || /^\p{Script=Greek}'?$/u.test(key.signs));
  return wordings(keys, answer)
    .some((typed) => isAccepted(keys, typed, answer.inOrder) || formulas.some((key) => isFormula(key, typed)));
}

function isFormula({ formula, signs }, typed) {
  const bare = withoutParticle(withoutCopula(typed).replace(/(?<=\d)(?:에서?|으?로)$/u, ""))[0];
  return formula === bareFormula(bare)
    || (/\p{L}/u.test(signs) && isSameFormula(signs, typed));
}

function isAccepted(keys, typed, inOrder) {
  const words = keys.filter((key) => !key.formula);
  if (words.some((key) => denials(key.words) === denials(typed)
    && isSamePhrase(key.words, typed, inOrder))) return true;
  // Several accepted answers at once: eta (η), label or tag.
  const parts = typed.split(/,? (?:or|또는|혹은|즉|곧) |[,()=]/u).map((part) => part.trim()).filter(Boolean);
  return parts.length === 1 ? isPair(keys, typed) : parts.length > 1
    && parts.every((part) =>
    keys.some((key) => (key.formula ? key.formula === bareFormula(part) : denials(part) === denials(key.words)
    && isSameItem(key.words, part))));
}

// Two accepted answers side by side: 태조 이성계.
function isPair(keys, typed) {
  const words = typed.split(" ");
  return words.length < 9 && words.some((_, at) => {
    const [one, other] = [words.slice(0, at), words.slice(at)]
      .map((part) => keys.findIndex((key) => isSameItem(key.words, part.join(" "))));
    return at > 0 && one >= 0 && other >= 0 && one !== other;
  });
}
