// Which words of an answer only repeat the question, or mean nothing of their own. Pure.
import { singular } from "./english.mjs";
import { verbs, withoutParticle } from "./korean.mjs";
import { foldText, spaceWords, squeeze } from "./plain-text.mjs";

const FUNCTION_WORDS = new Set(
  "the a an it is are was were be that this these those they we you i to of in on for as by so called call name named when if then will get gets do does happens keep use used using because has  have there total uses each exactly into from at with during = : → - means what which one".split(" "),
);
const SUPPORT = /^(?:있|하|되|합|됩|한|된|것|거|때|모두|총|전부|답|정답|값|사용|이용|씁|쓴다|써요)/u;
const JOINS = /^(?:and|or|not|no|without|never|but)$|.(?:와|과|랑|하고|및|고|며)$/u;

export const isFunctionWord = (word) => FUNCTION_WORDS.has(word);

// question → (word) => whether it only repeats the question
export function readQuestion(question) {
  const text = foldText(question);
  const words = new Set(spaceWords(text).split(" ").map(singular));
  const letters = squeeze(spaceWords(text)).normalize("NFD");
  const repeats = (word) => stemsOf(word).some((stem) => stem.length > 1 && letters.includes(stem.normalize("NFD")));
  return (typed) => {
    const word = typed.toLowerCase();
    if (isFunctionWord(word)) return true;
    if (!/[가-힣]/u.test(word)) return word !== "" && !JOINS.test(word) && words.has(singular(word));
    return (SUPPORT.test(word) && word.length < 6) || (question !== "" && (text.includes(word) || (!JOINS.test(word) && repeats(word))));
  };
}

// A Korean word without what grammar adds to it: all that it may be.
export function stemsOf(word) {
  return [withoutParticle(word)[0], ...verbs(word).map(({ form }) => form.replace(/다$/u, ""))];
}
