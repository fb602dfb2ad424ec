// A short answer in words. Right when it is one of the accepted ones, whatever its form (see docs/authoring/grading.md);
// "close" when it falls short of one by what `reason` names. Never right by edit distance: a word that is nearly right
// may be another word. Pure.
import { inFull, withoutFrame } from "./english.mjs";
import { isSameFormula } from "./grade-formula.mjs";
import { isHangul, withoutCopula, withoutParticle } from "./korean.mjs";
import { denials, reasonOf } from "./near.mjs";
import { isSameItem, isSamePhrase, items } from "./phrase.mjs";
import { bareFormula, foldForm, foldLines, foldSigns, foldText, isSymbolic, spaceWords, squeeze, unwrap } from "./plain-text.mjs";
import { isFunctionWord, isVerbOf, keepsOrder, offersAnswers, readQuestion, stemsOf, verbsOf } from "./question-words.mjs";

const EXPLAINS = /^(?:예|예컨대|예를 들|즉|곧|e\.?g|i\.?e|such as|like|for example|that is)[\s.:,]|같은|등$/u;
const EXAMPLE = /,? (?:e\.g\.?|such as|for example|for instance),? [^()]{1,80}$/u;
const THAT_IS = /[,:;]? (?:i\.?e\.?|that is|namely|즉|곧|다시 말해서?)[ ,]+|[:,] (?=\S)|(?<=[가-힣])인 /u;
const PLACED = /^(?:the|first|last|middle|one|처음|첫|첫번째|번째|째|맨|앞|뒤|끝|가운데|중간|마지막)(?:의|에|인)?[,.]?$/u;
const CALLED = /(?<=[가-힣]{2})이?라(?:고 ?(?:하|부르|불리))?는 /u;
const SENTENCE = /[가-힣](?:다|요|음|함|됨)\.?$/u;
// Between the items of a list, unless the key compares by it.
const CHAIN = /(?<=[\p{L})]{2}) ?[>|] ?(?=\p{L}{2})/gu;
const LONGEST = 1000;
const STARTS = /^(?:the|an?|it|its|they|we|this|that|these|those|in|when|if|by|because|to|you|there|one)$/u;
const ENDS = /^(?:is|are|was|were|happens|occurs|does|do|in|into|for|from|at|to|by|during|on|when)$/u;
const CONTRAST = /^(?:(?:it is |it's )?not .{1,80}?,? but |.{1,80}?(?:이|가)? ?(?:아니라|아니고|말고) )|(?:,| and| but) not .{1,80}$|,? (?:rather than|instead of) .{1,80}$/u;

export function gradeText({ accept, in_order: inOrder = false, question = "" }, response) {
  const typed = foldLines(response);
  const longest = accept.reduce((most, text) => Math.max(most, text.length), 0);
  // An answer many times as long as any accepted one is not one of them, and costs no time.
  if (typed.length > LONGEST + 4 * longest) {
    return verdict("incorrect");
  }
  const chained = accept.some((text) => />/u.test(text)) ? typed : typed.replace(CHAIN, ", ");
  const answer = { typed, signs: foldSigns(inFull(chained)).replace(CALLED, " "), raw: response.trim(), inOrder, asked: readQuestion(question), question };
  const keys = accept.map(readKey).flatMap((key) => [key, ...withoutSubject(key, answer.asked)]);
  if (isRight(keys, answer)) {
    return verdict("correct");
  }
  const words = withoutCopula(withoutFrame(unwrap(answer.signs)));
  const context = { ...answer, keys: keys.map((key) => key.words) };
  const reason = words && keys.filter((key) => !key.formula).map((key) => reasonOf(withoutCopula(key.words), words, context)).find(Boolean);
  return reason ? { ...verdict("close"), reason } : verdict("incorrect");
}

const verdict = (name) => ({ verdict: name, score: name === "correct" ? 1 : 0 });

function readKey(text) {
  const signs = foldSigns(inFull(foldText(text)));
  return { signs, formula: isSymbolic(signs) ? bareFormula(signs) : "", words: withoutFrame(unwrap(signs)) };
}

// An answer need not name what the question is about: 기울기가 작아집니다, 작아집니다.
function withoutSubject(key, asked) {
  const [first, ...rest] = key.words.split(" ");
  return SENTENCE.test(key.words) && rest.length > 0 && /[이가은는]$/u.test(first) && withoutParticle(first)[1] && asked(first) ? [{ ...key, words: rest.join(" ") }] : [];
}

function isRight(keys, answer) {
  const formulas = keys.filter((key) => key.formula || /^\p{Script=Greek}'?$/u.test(key.signs));
  return wordings(keys, answer).some((typed) => isAccepted(keys, typed, answer.inOrder) || formulas.some((key) => isFormula(key, typed)));
}

function isFormula({ formula, signs }, typed) {
  return formula === bareFormula(withoutCopula(typed)) || (/\p{L}/u.test(signs) && isSameFormula(signs, typed));
}

function isAccepted(keys, typed, inOrder) {
  const words = keys.filter((key) => !key.formula);
  if (words.some((key) => denials(key.words) === denials(typed) && isSamePhrase(key.words, typed, inOrder))) return true;
  // Several accepted answers at once: eta (η), label or tag.
  const parts = typed.split(/ or | 또는 | 혹은 |,|\(|\)/u).map((part) => part.trim()).filter(Boolean);
  return parts.length === 1 ? isPair(keys, typed) : parts.length > 1 && parts.every((part) => keys.some((key) => (key.formula ? key.formula === bareFormula(part) : denials(part) === denials(key.words) && isSameItem(key.words, part))));
}

// Two accepted answers side by side: 태조 이성계.
function isPair(keys, typed) {
  const words = typed.split(" ");
  return words.length < 9 && words.some((_, at) => {
    const [one, other] = [words.slice(0, at), words.slice(at)].map((part) => keys.findIndex((key) => isSameItem(key.words, part.join(" "))));
    return at > 0 && one >= 0 && other >= 0 && one !== other;
  });
}

// What was typed, without glosses, without the sentence around it, without what repeats the question.
function wordings(keys, { signs, asked, question }) {
  const plain = [signs, withoutGlosses(signs, keys, asked)].flatMap((text) => [text, text.replace(CONTRAST, "").replace(EXAMPLE, unlessDenied), gist(text, asked)]).flatMap((text) => [text, withoutFrame(unwrap(text)), unwrap(withoutFrame(unwrap(text)))]);
  const framed = [...new Set([...plain, withoutCopula(plain.at(-1))])];
  const last = framed.at(-1);
  return [...framed, ...framed.map((text) => respace(text, keys)), ...new Set([framed[0], last, withoutCopula(last)].flatMap((text) => cuts(text, asked, { verbs: verbsOf(question), offers: offersAnswers(question), inSentence: keys.some((key) => SENTENCE.test(key.words)) })))].filter(Boolean);
}

const unlessDenied = (text) => (denials(text) > 0 ? text : "");

// The part that answers of two that mean one: the first layer, that is the input layer.
function gist(text, asked) {
  const parts = text.split(THAT_IS);
  const meant = parts.filter((part) => !part.split(" ").every((word) => PLACED.test(word) || asked(word)));
  return meant.length === 1 ? meant[0] : text;
}

// (gradient descent) behind its Korean name or the other way round, (SGD), (another accepted answer).
function withoutGlosses(signs, keys, asked) {
  return signs.replace(/([^()]*?)\s?\(([^()]*)\)/gu, (all, before, gloss) => (isGloss(before, gloss.trim(), keys, asked) ? before : all)).trim();
}

function isGloss(before, gloss, keys, asked) {
  const initials = Array.from(before.matchAll(/(?<!\p{L})\p{L}/gu), ([letter]) => letter).join("");
  const korean = /\p{Script=Hangul}/u.test(before);
  const other = korean ? /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Han} -]+$/u : /^[\p{Script=Hangul}\p{Script=Han} ]+$/u;
  const words = spaceWords(gloss).split(" ");
  return (
    squeeze(spaceWords(gloss)) === initials.slice(-gloss.length) ||
    keys.some((key) => isSameItem(key.words, gloss)) ||
    (other.test(gloss) && denials(gloss) === 0 && !/\b(?:or|and)\b|또는|혹은/u.test(gloss)) ||
    ((EXPLAINS.test(gloss) || /\d/u.test(gloss) || words.length > 2 || words.some((word) => !isFunctionWord(word) && asked(word))) &&
      !/\b(?:or|not|maybe|wrong)\b|또는|혹은|아니|아님|않/u.test(gloss) &&
      true)
  );
}

// Spaces where the accepted answers have them.
function respace(text, keys) {
  const stems = keys.flatMap(({ words }) => spaceWords(words).split(" ").filter((word) => isHangul(word)).flatMap(stemsOf));
  const long = [...new Set(stems)].filter((stem) => stem.length > 1).map((stem) => stem.normalize("NFD"));
  return long.reduce((spaced, stem) => spaced.replace(new RegExp(`(?<!-)${stem}`, "gu"), " $&"), text.normalize("NFD").replace(/(?<=\p{L}) (?=\p{L})/gu, "")).normalize("NFC").trim();
}

// 광합성 작용, where the question asks for a 작용.
const isCategory = (words, place) => place === words.length - 1 && (words[place].length > 1 || words[place] === "값");

// The earth orbits the moon, where the question is what orbits the earth.
const endsInVerb = (words, verbs) => isVerbOf(verbs, words.filter((word) => !/^(?:the|an?)$/u.test(word)).at(-1) ?? "");

function cuts(text, asked, { verbs, offers, inSentence }) {
  const words = text.split(" ");
  const repeats = words.map((word) => asked(word.replace(/[.,!?]$/u, "")));
  const starts = [0];
  for (let i = 0; i < 12 && repeats[i]; i += 1) {
    const opens = isHangul(words[i]) ? inSentence || withoutParticle(words[i])[1] : i > 0 || STARTS.test(words[0]);
    if (opens) starts.push(i + 1);
  }
  const ends = [words.length];
  for (let i = words.length - 1; i > 0 && repeats[i] && words.length - i < 8; i -= 1) {
    if (isVerbOf(verbs, words[i]) || ENDS.test(words[i]) || (!offers && isCategory(words, i)) || (isHangul(words.at(-1)) && /[다요음함됨]$/u.test(unwrap(words.at(-1))))) ends.push(i);
  }
  return starts.flatMap((start) => ends
    .filter((end) => keepsOrder(words.slice(0, start), asked) && keepsOrder(words.slice(end), asked) && !endsInVerb(words.slice(0, start), verbs))
    .map((end) => words.slice(start, end).join(" "))).slice(1);
}
