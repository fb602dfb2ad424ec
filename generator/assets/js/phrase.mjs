// Whether two answers in words say the same, whatever their spaces, particles, endings and plurals. Pure.
import { englishWords, plainForms } from "./english.mjs";
import { isHangul, ROLES, verbs, withoutCopula, withoutParticle } from "./korean.mjs";
import { pattern, raw } from "./pattern.mjs";
import { spaceWords, squeeze } from "./plain-text.mjs";

const JOINER = pattern(
  raw`,|(?<=[\p{Script=Hangul}\p{L}\d)])(?:와|과|이?랑|(?<![못안지])하고)(?= )|(?<= )(?:및|그리고|또한?|그?다음|and|then`
    + raw`|as well as|plus|together with|along with)(?= )|(?<=[가-힣](?<![라다리])(?:고|며|면서)) `,
);
const ORDINAL = pattern(
  raw`^(?:also|또|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|then|next|finally|lastly|먼저|첫째|둘째|셋째|그?다음`
    + raw`|마지막)(?:은|는|으로|에)?,? (?=\S)`,
);
const ROLE = new RegExp(`[${Object.values(ROLES).join("")}]`, "gu");
// What belongs to the verb before it: 맞히지 못하다, 찾아내는 것, 발산 하다.
const SUPPORT = /^(?:못[하합한해함했]|않|것|일(?:을|입|이)|때문|있|버[리립린려렸림]|됩|된|돼|되|합니|한다|해요|함$|하|입니|이에요|예요)/u;
const TOPIC = ROLES.은;
const LONGEST_ITEM = 250;

// The items of a list, the clauses of a sentence.
export function items(text) {
  return text.split(JOINER).map((item) => item.trim().replace(ORDINAL, "")).filter(Boolean);
}

// The forms that an item may be meant in: as it stands, without a copula, with its verb in the dictionary form.
const seen = new Map();
export function forms(item, isKey = false) {
  if (seen.size > 3000) seen.clear();
  const name = `${isKey ? "key" : ""} ${item}`;
  if (!seen.has(name)) seen.set(name, readForms(item, isKey));
  return seen.get(name);
}

function readForms(item, isKey) {
  const direct = item.replace(/에서부터/gu, "에서").replace(/(?: ?(?:쪽|방향))?으로/gu, "로");
  const bare = squeeze(spaceWords(direct));
  // So long a sentence is told from others by its words alone.
  if (bare.length > LONGEST_ITEM) return [bare];
  const read = plainForms(direct, isKey).flatMap((text) => wordForms(spaceWords(text).split(" ").filter(Boolean)));
  return [...new Set([bare, ...read])].filter(Boolean);
}

function wordForms(words) {
  if (words.length === 0) return [];
  let tail = 1;
  while (tail < words.length && SUPPORT.test(words.at(-tail)) && /[가-힣]$/u.test(words.at(-tail - 1))) tail += 1;
  const last = words.slice(-tail).join("");
  const rest = words.slice(0, -tail);
  const no = /^[못안]$/u.test(rest.at(-1) ?? "") ? rest.pop().replace("안", "않") : "";
  const head = englishWords(rest.filter((word) => word !== "-")).map((word) => withoutParticle(word).join(""));
  const join = (word) => squeeze([...head, word].join(" ").trim()) + (no && `!${no}`);
  if (!/[가-힣]$/u.test(last)) {
    return [squeeze(englishWords([...rest, last]).map((word) => withoutParticle(word).join("")).join(" "))];
  }
  const noun = withoutCopula(last);
  const whole = squeeze([...head, last].join(" "));
  return [
    join(last),
    join(noun),
    join(withoutParticle(noun)[0]),
    ...verbs(whole).map(({ form, denial }) => form + (denial || no ? `!${denial || no}` : "")),
  ];
}

// Two forms agree if they are the same but for particles that one of them leaves out; who does what must not differ.
export function agree(one, other) {
  if (one.replace(ROLE, "") !== other.replace(ROLE, "")) return false;
  for (let [i, j] = [0, 0]; i < one.length || j < other.length; i += 1, j += 1) {
    const [mine, theirs] = [one, other]
      .map((text, side) => (text.slice(side ? j : i).match(/^[\u0001-\u0004]/u) ?? [""])[0]);
    i += mine.length;
    j += theirs.length;
    if (mine && theirs && mine !== theirs && (mine > TOPIC || theirs > TOPIC) && mine !== TOPIC
      && theirs !== TOPIC) return false;
  }
  return true;
}

export function isSameItem(key, typed) {
  const others = forms(typed);
  return forms(key, true).some((form) => others.some((other) => agree(form, other)));
}

// Lists are sets, unless their order is asked for.
export function isSamePhrase(key, typed, inOrder = false) {
  if (isSameItem(key, typed)) return true;
  const keys = items(key);
  const words = spaceWords(typed).split(" ");
  // 빨강 파랑 초록: the items may be bare words, whatever these end in.
  const lists = keys.some((item) => item.includes(" ")) ? [items(typed)] : [items(typed), words];
  return keys.length > 1 && lists.filter((given) => given.length === keys.length)
    .some((given) => spread(keys).some((one) => spread(given).some((other) => {
      const { missing, extra } = compareLists(one, other, inOrder);
      return missing.length + extra.length === 0;
    })));
}

// Words that the items share stand but once: predicted and actual classes, tune weights and biases.
export function spread(list) {
  const words = list.map((item) => item.split(" "));
  const [first, last] = [words[0], words.at(-1)];
  const [head, tail] = [first.slice(0, Math.max(0, first.length - last.length)), last.slice(first.length)];
  const complete = words.map((own) => (own.length < last.length ? [...own, ...tail] : own.length < first.length
    ? [...head, ...own] : own).join(" "));
  return [list, complete];
}

// What of the key's items is missing in the typed ones, and what there is besides.
export function compareLists(keys, typed, inOrder = false) {
  const left = [...typed];
  const missing = keys.filter((key, place) => {
    const found = inOrder ? (isSameItem(key, typed[place] ?? "") ? left.indexOf(typed[place]) : -1)
      : left.findIndex((item) => isSameItem(key, item));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return { missing, extra: left };
}
