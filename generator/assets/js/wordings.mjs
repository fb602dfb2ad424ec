// What an answer may be read as: without glosses, the frame of a sentence, what repeats the question. Pure.
import { affirmed } from "./contrast.mjs";
import { tenses, withoutFrame } from "./english.mjs";
import { isHangul, withoutCopula } from "./korean.mjs";
import { denials } from "./near.mjs";
import { readNumberWords } from "./number-words.mjs";
import { anyOf, pattern, raw } from "./pattern.mjs";
import { isSameItem } from "./phrase.mjs";
import { spaceWords, squeeze, unwrap } from "./plain-text.mjs";
import { isFunctionWord, stemsOf } from "./question-words.mjs";
import { restatements, withoutAgent, withoutCategories } from "./restated.mjs";

const EXPLAINS = /^(?:예|예컨대|예를 들|즉|곧|e\.?g|i\.?e|such as|like|for example|that is)[\s.:,]|같은|등$/u;
const EXAMPLE = /,? (?:e\.g\.?|such as|for example|for instance),? [^()]{1,80}$/u;
const THAT_IS = pattern(anyOf(
  raw`[,:;]? (?:i\.?e\.?|that is|namely|즉|곧|다시 말해서?)[ ,]+`,
  raw`: (?=\S)|, (?=(?:it|this|that) is )|(?<=[가-힣])인 `,
));
const PLACED = pattern(raw`^(?:first|last|middle|one|처음|첫|첫번째|번째|째|맨|앞|뒤|끝|가운데|중간|마지막)(?:의|에|인)?[,.]?$`);
// 1 epoch, where the answer is an epoch.
const ONE = /^(?:1 ?|한 |one |a single )(?=\p{L})/u;
const NUMERAL = pattern("(?<=^| )" + anyOf(
  "[영일이삼사오육칠팔구십백천만]{1,9}(?=(?:과|와|에서|부터|까지의?|보다|이하|이상|에|로)?(?: |$))",
  "(?:[한두세네]|다섯|여섯|일곱|여덟|아홉|열)(?= ?(?:개|번|층|가지|장|명|단계))",
), "gu");

// context is what gradeText knows of the answer: typed, signs, asked and question.
export function wordings(keys, context) {
  const { signs, asked } = context;
  const plain = [signs, withoutAgent(signs, context), withoutGlosses(signs, keys, asked)]
    .flatMap((text) => [text, affirmed(text, keys, context).replace(EXAMPLE, unlessDenied), gist(text, asked)])
    .flatMap((text) => [text, withoutFrame(unwrap(text)), unwrap(withoutFrame(unwrap(text)))]);
  const last = withoutFrame(withoutCopula(plain.at(-1)));
  const inTime = keys.some((key) => key.clause) ? tenses : (text) => text;
  const framed = [...new Set([...[...plain, last, ...along(plain, keys, context)].flatMap(inTime), ...plain])];
  const cut = restatements([framed[0], plain.at(-1), last, withoutCopula(last)], keys, context);
  return [...new Set([
    ...[...framed, ...cut].flatMap((text) => [text, withoutCategories(text, context), inDigits(text)]),
    ...framed.map((text) => respace(text, keys)),
  ])].filter(Boolean);
}

// 영과 일 사이 → 0과 1 사이
const inDigits = (text) => text.replace(NUMERAL, (word) => {
  const { value, length } = readNumberWords(word) ?? {};
  return length === word.length ? value : word;
});

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

// What goes along with the forms of the keys: 출력층 → 입력층 for 출력층에서 입력층으로; a neuron for one neuron.
function along(plain, keys, { typed }) {
  const has = (form) => keys.some(({ words }) => form.test(words));
  const [, from, to] = /^([^>→]{1,60}?) ?(?:→|[-=]*>) ?([^>→]{1,60})$/u.exec(typed) ?? [];
  return [
    ...(from && has(/에서 .*로$| to /u) ? [`${from}에서 ${to}로`, `${from} to ${to}`, `from ${from} to ${to}`] : []),
    ...(/^an? /u.test(typed) && has(/^one /u) ? [typed.replace(/^an?/u, "one")] : []),
    ...(has(/\d|one /u) ? [] : [plain.at(-1).replace(ONE, "")]),
  ];
}

// (gradient descent) behind its Korean name or the other way round, (SGD), (another accepted answer).
function withoutGlosses(signs, keys, asked) {
  const bare = keys.some((key) => /\p{Script=Greek}/u.test(key.signs)) ? signs
    : signs.replace(/(?:,| \() ?\p{Script=Greek}\)?$/u, "");
  return bare.replace(/([^()]*?)\s?\(([^()]*)\)/gu,
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
