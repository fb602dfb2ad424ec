// Which words of an answer only repeat the question, or mean nothing of their own. Pure.
import { present, singular } from "./english.mjs";
import { verbs, withoutCopula, withoutParticle } from "./korean.mjs";
import { pattern, raw } from "./pattern.mjs";
import { foldText, spaceWords, squeeze } from "./plain-text.mjs";

const FUNCTION_WORDS = new Set(
  ("the a an it its their his her is are was were be that this these those they them we you i to of in on for as by so "
    + "called call name named when if then will get gets do does happens keep use used using because such has have "
    + "there total uses each exactly into from at with through via during any = : → - means what which one").split(" "),
);
const EMPTY_WORD = pattern(
  raw`^(?:[그저]|[그이]런|[그이]러한)$`
    + raw`|^(?:있|하|되|합|됩|한|된|것|거|때|모두|총|전부|답|정답|값|사용|이용|방[법식]|기법|현상|개념|씁|쓴다|써요|나옵|나와|나온|나옴|갑니|가요|간다)`,
);
const CATEGORY = pattern(
  raw`(?:어떤|무슨|어느|^(?:name|list|give|state)(?: (?:the|an?|one|two|three|four|\d|examples? of))*`
    + raw`|\b(?:which|what(?! is )|what is (?:the(?! name| term| word)|an?)`
    + raw`|(?:kind|type|sort|name|term|word)s? (?:of|for)(?: the| an?)?)) (\S+(?: \S+){0,2})`,
  "gu",
);
const QUOTED = /(?<!\p{L})['"‘“][^'"’”]* [^'"’”]*['"’”](?![a-z])/giu;
const DIRECTED = /^(?:into|from|to|than|over|before|after)$|[가-힣](?:로|에서|보다|까지|에게)$/u;
const JOINS = /^(?:and|or|not|no|without|never|but)$|.(?:와|과|랑|하고|및|고|며)$/u;

// The question without sentences that it quotes: the answer may be a part of them.
// The author of something is who wrote it.
export const withoutQuotes = (question) => question.replace(QUOTED, " ").replace(/\bauthor of\b/giu, "$& who wrote")
  .replace(/\b(invent|discover|compos|paint|found)[oe]r of\b/giu, "$& who $1ed");

export const isFunctionWord = (word) => FUNCTION_WORDS.has(word);

// question → (word) => the place in the question of what the word repeats; Infinity for one that means nothing of its
// own, 0 for one that says more.
export function readQuestion(question) {
  const words = spaceWords(foldText(question)).split(" ").filter(Boolean);
  const letters = squeeze(words.join(" ")).normalize("NFD");
  const places = new Map();
  words.forEach((word, place) => [word, ...rootsOf(word)].forEach((root) => places.has(root)
    || places.set(root, place + 1)));
  return (typed) => {
    const word = typed.toLowerCase().replace(/(?<=[a-z]{2})'s?$/u, "");
    if (isFunctionWord(word) || (EMPTY_WORD.test(word) && word.length < 6)) return Infinity;
    if (word === "" || /^[a-z]/u.test(word) && JOINS.test(word)) return 0;
    if (places.has(word)) return places.get(word);
    if (/없|않|못|아니|아닌/u.test(word)) return 0;
    const parts = word.split("-");
    if (parts.length > 1 && parts.every((part) => places.has(part))) return places.get(parts[0]);
    if (JOINS.test(word)) return 0;
    const known = rootsOf(word).map((root) => places.get(root)).find(Boolean);
    return known ?? (/[가-힣]/u.test(word)
      && stemsOf(word).some((stem) => stem.length > 1 && letters.includes(stem.normalize("NFD"))) ? Infinity : 0);
  };
}

// Whether what stands before a word stands before what is behind it in the question, too.
function isBefore(words, index, asked) {
  const before = words.slice(0, index).map(asked).findLast((place) => Number.isFinite(place)) ?? 0;
  const behind = words.slice(index + 1).map(asked).find((place) => Number.isFinite(place)) ?? Infinity;
  return before < behind;
}

// Whether words that repeat a question keep its order where that tells who is who: vapor to water, 물에서 수증기로.
export function keepsOrder(words, asked) {
  const places = words.map(asked).filter(Number.isFinite);
  const inKorean = words.some((word) => /[가-힣]/u.test(word));
  return !words.some((word) => DIRECTED.test(word))
    || (inKorean ? places.every((place, index) => index === 0 || place > places[index - 1])
      : words.every((word, index) => !DIRECTED.test(word) || isBefore(words, index, asked)));
}

const rootsOf = (word) => (/[가-힣]/u.test(word) ? stemsOf(word)
  : [singular(present(word)).replace(/(?<=[a-z]{3})(?:ing|ed|e)$/u, "")]);

// Whether a question offers its answers: weights or biases, 물과 수증기 중.
export const offersAnswers = (question) => /\bor\b|아니면|또는|혹은|[가-힣] ?(?:중|가운데)(?:에서?)? /iu.test(question);

// What kind of thing is asked for: which layer, what kind of function, 어떤 규칙, 최적화 방법은 무엇. Its names, in small letters.
export function categoriesOf(question) {
  const text = spaceWords(foldText(question));
  const named = Array.from(text.matchAll(CATEGORY), ([, words]) => words.split(" ")).flat();
  const before = text.split(/ (?:무엇|무얼|뭐|뭘|누구|어디|얼마)/u)[0].replace(/의 이름(?=[은을이]?$)/u, "").split(" ");
  let start = before.length - 1;
  while (/[가-힣]$/u.test(before[start - 1]) && !withoutParticle(before[start - 1])[1]) start -= 1;
  return [...named, ...before.slice(Math.max(start, before.length - 3)).filter((word) => /[가-힣]$/u.test(word))]
    .filter((word) => word && !isFunctionWord(word))
    .map((word) => singular(withoutParticle(withoutCopula(word))[0]));
}

// The roots of the verbs that an answer is the subject of: who wrote, which part produces.
export function verbsOf(question) {
  const text = foldText(question);
  if (offersAnswers(question) || /\b(?:do|does|did)\b/u.test(text)) return [];
  const [, verb] = /\b(?:who|what) ([a-z]+)/u.exec(text) ?? [];
  const [, behind = ""] = /\b(?:which|what (?:kind|type|sort))\b(.*)/u.exec(text) ?? /\bwhat((?: \S+){1,4})/u.exec(text)
    ?? [];
  const words = spaceWords(behind).split(" ").filter((word, place, all) => /(?:[^s]s|ed)$/u.test(word)
    && !/^(?:the|an?|its|to|of|in)$/u.test(all[place - 1]));
  return [verb, ...words].filter((word) => word && !isFunctionWord(word)).flatMap(rootsOf);
}

export const isVerbOf = (roots, word) => rootsOf(word).some((root) => roots.includes(root));

// A Korean word without what grammar adds to it: all that it may be.
export function stemsOf(word) {
  const stems = verbs(word).flatMap(({ form }) => [form.replace(/다$/u, ""), form.replace(/(?:[아어]지)?다$/u, "")]);
  return [withoutParticle(word)[0], withoutCopula(word), ...stems];
}
