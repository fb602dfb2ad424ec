// How an answer that is not right falls short of the right one: the reason why it is "close", or null. Pure.
import { distance, keystrokes } from "./keyboard.mjs";
import { pattern, raw } from "./pattern.mjs";
import { compareLists, items, spread } from "./phrase.mjs";
import { spaceWords, squeeze, unmask } from "./plain-text.mjs";

const DENIALS = pattern(
  raw`\b(?:not|no|none|never|n?either|nor|without|cannot|except|instead|false|wrong|opposite)\b|n't\b|아니|아닌|아닙`
    + raw`|아님|않|못|없|말고|제외|빼고|반대|거짓|틀[리린렸립림]|오답|(?<![가-힣])(?:안|비|불)(?: |[하함합한해돼된됩되])`,
  "gu",
);
const NO_IDEA = pattern(
  raw`\b(?:idk|dunno|do not know|no (?:idea|clue)|forgot|pass|skip|not sure|nothing|whatever|hello|null`
    + raw`|undefined|true|false|constructor)\b|^(?:asdf|qwer|zxcv)|모르|몰라|글쎄|패스|까먹|잊|기억|없|아무|어려|안녕`,
);
const PREFIX = /^(?:un|non|in|im|ir|il|dis|de|anti|semi|sub|super|hyper|mis|비|미|불|무|반|부|역|초|준)$/u;

// The opposites that a slip or two would turn into each other.
const PAIRS = "max/min hyper/hypo inter/intra 최대/최소 최댓/최솟 낮/높 상/하 증/감".split(" ").map((pair) => pair.split("/"));

export const denials = (text) => (text.match(DENIALS) ?? []).length;
const wordsOf = (text) => spaceWords(text).split(" ");
const lower = (text) => text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());

export function reasonOf(key, typed, { keys, raw, inOrder, asked }) {
  const [one, other] = [key, typed].map((text) => squeeze(spaceWords(text)));
  // Hangul on one side only.
  const struck = raw.replace(/\s/gu, "");
  if (/[가-힣]/u.test(one) !== /[가-힣ㄱ-ㅣ]/u.test(struck)
    && lower(keystrokes(one)) === lower(keystrokes(struck))) return "keyboard";
  if (other !== one && unmask(other) === unmask(one)) return "lookalike";
  const list = denials(typed) <= denials(key) ? listReason(key, typed, inOrder) : null;
  if (list || denials(key) !== denials(typed)) return list;
  if (isMisspelled(key, typed)) return "spelling";
  return partReason(key, typed, asked)
    ?? (keys.every((each) => isForeign(each, typed)) && !typed.split(" ").every(asked) ? "language" : null);
}

function listReason(key, typed, inOrder) {
  const [keys, given] = [key, typed].map(items);
  for (const list of keys.length > 1 ? spread(keys) : [keys]) {
    const { missing, extra } = compareLists(list, given, inOrder);
    if (missing.length === 0 && extra.length > 0) return "extra";
    if (missing.length > 0 && missing.length < keys.length && extra.length === 0) return "missing";
  }
  return null;
}

// Some of the words of a name, or all of them in another order.
function partReason(key, typed, asked) {
  const [words, given] = [key, typed].map(wordsOf);
  if (given.join("").length < 2 || !given.every((word) => words.includes(word))) return null;
  const isName = words.length < 5 && items(key).length < 2;
  if (given.length === words.length) return isName && [...given].sort().join() === [...words].sort().join() ? "order"
    : null;
  const [head, of] = spaceWords(key).split(" of ");
  return spaceWords(key).includes(spaceWords(typed)) && !given.every(asked)
    && (of === undefined || given.some((word) => head.split(" ").includes(word))) ? "missing" : null;
}

// A slip in a word or two: not in their first letter, which makes another word, not in a number or sign, and not one that
// makes another word of the key.
function isMisspelled(key, typed) {
  const signs = (text) => text.replace(/[\p{L}\s]/gu, "");
  if (signs(spaceWords(key)) !== signs(spaceWords(typed))) return false;
  const [words, given] = [key, typed].map(wordsOf);
  const pairs = words.length === given.length ? words.map((word, place) => [word, given[place]])
    : [[words.join(""), given.join("")]];
  return pairs.every(([word, other]) => word === other || (!words.includes(other) && isSlip(word, other)))
    && pairs.filter(([word, other]) => word !== other).length < 3;
}

function isSlip(word, other) {
  const [one, two] = [word, other].map(keystrokes);
  const limit = one.length < 4 ? 0 : one.length < 16 ? 1 : 2;
  const [long, short] = one.length > two.length ? [word, other] : [other, word];
  const isPrefixed = long.endsWith(short) && PREFIX.test(long.slice(0, -short.length));
  const isOpposite = PAIRS.some(([up, down]) => [[word, other], [other, word]]
    .some(([a, b]) => a.includes(up) && b.includes(down)));
  return !isPrefixed && !isOpposite && lower(one[0] ?? "") === lower(two[0] ?? "")
    && distance(one, two, limit) <= limit;
}

// An answer in another script than the accepted ones: not judged, but neither code nor a way of saying "no idea".
function isForeign(key, typed) {
  const [here, there] = /[가-힣]/u.test(key) ? [/[가-힣]/u, /^[a-z][a-z ,'-]{2,60}$/u]
    : [/\p{Script=Latin}/u, /^[가-힣][가-힣 ,]{0,40}$/u];
  return here.test(key) && there.test(typed) && !NO_IDEA.test(typed);
}
