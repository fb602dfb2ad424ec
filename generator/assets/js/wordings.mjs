// What an answer says without glosses, without the frame of a sentence, without what repeats the question. Pure.
import { withoutFrame } from "./english.mjs";
import { isHangul, withoutCopula, withoutParticle } from "./korean.mjs";
import { denials } from "./near.mjs";
import { isSameItem } from "./phrase.mjs";
import { spaceWords, squeeze, unwrap } from "./plain-text.mjs";
import { isFunctionWord, isVerbOf, keepsOrder, offersAnswers, stemsOf, verbsOf } from "./question-words.mjs";

export const SENTENCE = /[가-힣](?:다|요|음|함|됨)\.?$/u;
const EXPLAINS = /^(?:예|예컨대|예를 들|즉|곧|e\.?g|i\.?e|such as|like|for example|that is)[\s.:,]|같은|등$/u;
const EXAMPLE = /,? (?:e\.g\.?|such as|for example|for instance),? [^()]{1,80}$/u;
const THAT_IS = /[,:;]? (?:i\.?e\.?|that is|namely|즉|곧|다시 말해서?)[ ,]+|: (?=\S)|, (?=(?:it|this|that) is )|(?<=[가-힣])인 /u;
const PLACED = /^(?:first|last|middle|one|처음|첫|첫번째|번째|째|맨|앞|뒤|끝|가운데|중간|마지막)(?:의|에|인)?[,.]?$/u;
const STARTS = /^(?:the|an?|it|its|they|we|this|that|these|those|in|when|if|by|because|to|you|there|one)$/u;
const ENDS = /^(?:is|are|was|were|happens|occurs|does|do|in|into|for|from|at|to|by|during|on|when)$/u;
const CONTRAST = /^(?:(?:it is |it's )?not .{1,80}?,? but |.{1,80}?(?:이|가)? ?(?:아니라|아니고|말고) )|(?:,| and| but) not .{1,80}$|,? (?:rather than|instead of) .{1,80}$/u;

// What was typed, without glosses, without the sentence around it, without what repeats the question.
export function wordings(keys, { signs, asked, question }) {
  const plain = [signs, withoutGlosses(signs, keys, asked)]
    .flatMap((text) => [text, text.replace(CONTRAST, "").replace(EXAMPLE, unlessDenied), gist(text, asked)])
    .flatMap((text) => [text, withoutFrame(unwrap(text)), unwrap(withoutFrame(unwrap(text)))]);
  const framed = [...new Set([...plain, withoutCopula(plain.at(-1))])];
  const inSentence = keys.some((key) => SENTENCE.test(key.words));
  const about = { verbs: verbsOf(question), offers: offersAnswers(question), inSentence };
  const ends = [framed[0], framed.at(-1), withoutCopula(framed.at(-1))];
  const cut = new Set(ends.flatMap((text) => cuts(text, asked, about)));
  return [...framed, ...framed.map((text) => respace(text, keys)), ...cut].filter(Boolean);
}

const unlessDenied = (text) => (denials(text) > 0 ? text : "");

// The part that answers of two that mean one: the first layer, that is the input layer.
function gist(text, asked) {
  const parts = text.split(THAT_IS);
  const meant = parts.filter((part) => !repeats(part.split(" "), asked));
  return meant.length === 1 ? meant[0] : text;
}

// The first one, the layer that takes the pixels; not another answer that the question happens to name.
const repeats = (words, asked) =>
  words.every((word) => PLACED.test(word) || asked(word))
  && (words.length > 2 || words.some((word) => PLACED.test(word)));

// (gradient descent) behind its Korean name or the other way round, (SGD), (another accepted answer).
function withoutGlosses(signs, keys, asked) {
  return signs.replace(/([^()]*?)\s?\(([^()]*)\)/gu,
    (all, before, gloss) => (isGloss(before, gloss.trim(), keys, asked) ? before : all)).trim();
}

function isGloss(before, gloss, keys, asked) {
  const initials = Array.from(before.matchAll(/(?<!\p{L})\p{L}/gu), ([letter]) => letter).join("");
  const korean = /\p{Script=Hangul}/u.test(before);
  const other = korean ? /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Han} -]+$/u
    : /^[\p{Script=Hangul}\p{Script=Han} ]+$/u;
  const words = spaceWords(gloss).split(" ");
  return (
    squeeze(spaceWords(gloss)) === initials.slice(-gloss.length) ||
    keys.some((key) => isSameItem(key.words, gloss)) ||
    (other.test(gloss) && denials(gloss) === 0 && !/\b(?:or|and)\b|또는|혹은/u.test(gloss)) ||
    ((EXPLAINS.test(gloss) || /\d/u.test(gloss) || words.length > 2
      || words.some((word) => !isFunctionWord(word) && asked(word))) &&
      !/\b(?:or|not|maybe|wrong)\b|또는|혹은|아니|아님|않/u.test(gloss))
  );
}

// Spaces where the accepted answers have them.
function respace(text, keys) {
  const stems = keys.flatMap(({ words }) => spaceWords(words).split(" ").filter((word) => isHangul(word))
    .flatMap(stemsOf));
  const long = [...new Set(stems)].filter((stem) => stem.length > 1).map((stem) => stem.normalize("NFD"));
  return long.reduce((spaced, stem) => spaced.replace(new RegExp(`(?<!-)${stem}`, "gu"), " $&"), text.normalize("NFD")
    .replace(/(?<=\p{L}) (?=\p{L})/gu, "")).normalize("NFC").trim();
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
    if (isVerbOf(verbs, words[i]) || ENDS.test(words[i]) || (!offers && isCategory(words, i))
      || (isHangul(words.at(-1)) && /[다요음함됨]$/u.test(unwrap(words.at(-1))))) ends.push(i);
  }
  return starts.flatMap((start) => ends
    .filter((end) => keepsOrder(words.slice(0, start), asked) && keepsOrder(words.slice(end), asked)
      && !endsInVerb(words.slice(0, start), verbs))
    .map((end) => words.slice(start, end).join(" "))).slice(1);
}
