// Answers without what repeats the question, where grammar says that it is no part of the answer. Pure.
import { singular } from "./english.mjs";
import { isHangul, withoutParticle } from "./korean.mjs";
import { denials } from "./near.mjs";
import { anyOf, pattern, raw } from "./pattern.mjs";
import { items } from "./phrase.mjs";
import { spaceWords, unwrap } from "./plain-text.mjs";
import { categoriesOf, isVerbOf, keepsOrder, offersAnswers, verbsOf } from "./question-words.mjs";

export const SENTENCE = /[가-힣](?:다|요|음|함|됨)\.?$/u;
const STARTS = /^(?:the|an?|it|its|they|we|this|that|these|those|in|when|if|by|because|to|you|there|one|[a-z]+'s)$/u;
const ENDS = pattern("^" + anyOf(
  "is|are|was|were|does|do|uses?|used|using|has|have",
  "in|into|of|for|from|at|to|by|during|on|when|which|that|who|where",
) + ",?$");

const USED_TO = /(?<!\b(?:is|are|was|were|be) )used to\b/u;
const VERBS = /^(?:happens|occurs)$/u;

// What the question is about where it asks what happens to it or what it does.
const SUBJECT = pattern(
  raw`\b(?:happens? to|does|do|did|will|would|can) (?:the |an? |its )?((?:\S+ ){0,3}?\S+?)`
    + raw`(?= (?:in|on|at|of|if|when|while|during|after|before|for|with|as|to|do|get|become|change|happen)\b|[?.,]|$)`,
  "iu",
);

// The parts of the texts that are left when words of the question at their ends are cut off.
export function restatements(texts, keys, { asked, question }) {
  const about = {
    asked,
    question,
    clause: keys.some((key) => key.clause),
    strands: /\bof (?:what|which|whom)\b|\bof\?/iu.test(question),
    subject: spaceWords(SUBJECT.exec(question)?.[1] ?? "").toLowerCase().split(" "),
    inSentence: keys.some((key) => SENTENCE.test(key.words)),
    verbs: verbsOf(question),
    categories: offersAnswers(question) ? [] : categoriesOf(question),
  };
  return [...new Set(texts.flatMap((text) => cuts(text, about)))];
}

// between the crust and the core: both that the "and" joins.
const pairAround = (words, place) =>
  words.slice(place - 1, place + (/^(?:the|an?)$/u.test(words[place + 1]) ? 3 : 2)).join(" ").replace(/[.,!?]$/u, "");

function cuts(text, about) {
  const words = text.split(" ");
  const repeats = words.map((word, place) => (place === 0 && word === "이")
    || about.asked(word.replace(/[.,!?]$/u, ""))
    || (place > 0 && word === "and" && about.question.includes(` ${pairAround(words, place)}`)));
  const [starts, ends] = [startsOf(words, repeats, about), endsOf(words, repeats, about)];
  const parts = starts.flatMap((start) => ends
    .filter((end) => [words.slice(0, start), words.slice(end)].every((part) => keepsOrder(part, about.asked))
      && !endsInVerb(words.slice(0, start), about.verbs) && !USED_TO.test(text)
      && denials(words.slice(end).join(" ")) === 0)
    .map((end) => words.slice(start, end).join(" ").replace(/[,;:]$/u, ""))).slice(1);
  return parts.flatMap((part) => [part, part.replace(/(?<=[가-힣]{2})(?:으?로|부터)$/u, "")]);
}

// Behind a subject, an adverbial or the like; the first item of a list is none.
function startsOf(words, repeats, { asked, clause, inSentence, categories, strands, subject }) {
  const starts = [0];
  const first = words.find((word) => Number.isFinite(asked(word)) && asked(word) > 0) ?? "";
  const bare = (word) => singular(word.replace(/'s?$/u, ""));
  if (clause && !isHangul(first) && subject[0] !== "" && !subject.some((word) => bare(word) === bare(first))) {
    return starts;
  }
  for (let i = 0; i < 12 && repeats[i]; i += 1) {
    const opens = isHangul(words[i]) ? inSentence || withoutParticle(words[i])[1] || /[면때서]$/u.test(words[i])
      : i > 0 || clause || STARTS.test(words[0]) || isCategory(words[0], categories);
    if (opens && !isItem(words, i) && (strands || words[i] !== "of")) starts.push(i + 1);
  }
  return starts;
}

// A word before a comma, but for one in an adverbial: in training, 학습할 때,
const isItem = (words, place) => words[place].endsWith(",") && !/[가-힣][면때서은는이가에],$/u.test(words[place])
  && !/^(?:in|when|if|by|because|for|during|with|at|on|as|after|before)$/u.test(words[0]);

function endsOf(words, repeats, { verbs, categories }) {
  const ends = [words.length];
  const inKorean = isHangul(words.at(-1)) && /(?:[다요음함됨]|것|거|뜻|말|점)$/u.test(unwrap(words.at(-1)));
  for (let i = words.length - 1; i > 0 && repeats[i] && words.length - i < 12; i -= 1) {
    if (isVerbOf(verbs, words[i]) || VERBS.test(words[i]) || (ENDS.test(words[i]) && i < words.length - 1) || inKorean
      || words.slice(i).every((word) => isCategory(word, categories))) ends.push(i);
  }
  return ends;
}

// 광합성 작용, where the question asks for a 작용.
const isCategory = (word, categories) =>
  categories.includes(singular(withoutParticle(word)[0])) || /^(?:값|순서|방[법식]$|기법$|현상$|개념$)/u.test(word);

// The earth orbits the moon, where the question is what orbits the earth.
const endsInVerb = (words, verbs) => isVerbOf(verbs, words.filter((word) => !/^(?:the|an?)$/u.test(word)).at(-1) ?? "");

// It was written by Shakespeare, where the question is who wrote it.
export function withoutAgent(text, { asked, question }) {
  const [, subject, verb, agent] = /^(.{0,80}?) ?\b(?:is|are|was|were) ([a-z]{3,}) by (.+)$/u.exec(text) ?? [];
  return verb && pattern(`\\b${verb.slice(0, 2)}`, "iu").test(question)
    && subject.split(" ").every((word) => word === "" || asked(word)) ? agent : text;
}

// Sigmoid function and ReLU function, where the question is which functions.
export function withoutCategories(text, { asked, question }) {
  const [last, ...others] = items(text).map((item) => item.split(" ").at(-1));
  const shared = others.length > 0 && others.every((other) => other === last) && asked(last) ? [last] : [];
  return [...categoriesOf(question), ...shared]
    .filter((word) => /^[\p{L}\d]+$/u.test(word) && text.includes(` ${word}`))
    .reduce((rest, word) => rest.replace(pattern(`(?<=\\S) ${word}s?(?=[와과,]|$| and )`, "gu"), ""), text);
}
