// What a learner typed where a number was asked for: the number, and what stands around it. Pure.
import { inFull, withoutFrame } from "./english.mjs";
import { worksOutTo } from "./formula-value.mjs";
import { readFormula } from "./formula.mjs";
import { withoutBrackets, withoutHedges } from "./hedges.mjs";
import { withoutCopula } from "./korean.mjs";
import { readNumberWords } from "./number-words.mjs";
import { readNumber } from "./numbers.mjs";
import { anyOf, pattern, raw } from "./pattern.mjs";
import { foldForm, spaceWords, unwrap } from "./plain-text.mjs";
import { isFunctionWord } from "./question-words.mjs";

const LONGEST_FIGURE = 300;
const RECKONS = pattern(raw`^(?:adds?|up|sums?|comes?|works?|out|makes?|gives?|equals?|total|number|year|travels?|moves?|lasts?`
  + raw`|takes?|took|costs?|weighs?|measures?|(?:더|합|곱|계산)하면|합치면|나누면|빼면)$`, "iu");
// These bound the number, deny it or offer another.
const NOT_ONE = pattern(
  raw`이하|이상|미만|초과|넘|아니|아님|아닌|아닙|않|못|또는|혹은|보다|최소|최대|사이|부터|까지|의 (?:절?반|.{0,3}[배곱])$|[<>≤≥±]|\b(?:or|not|no|never`
    + raw`|under|over|below|above|between|than|up to|at (?:least|most)|less|more|fewer|from|(?<!\d ?)m(?:ax|in)(?! ?[({])`
    + raw`|maximum|minimum|plus or minus)\b|n't\b`,
  "iu",
);

// {value, whole, unit, hedged, foreign, work}; null for what is no single number.
export function readAnswer(response, { units, asked }) {
  if (response.length > LONGEST_FIGURE) {
    return null;
  }
  const styled = response.replace(/[\u{1d7ce}-\u{1d7ff}]/gu, (digit) => digit.normalize("NFKC"));
  const western = styled.replace(/[^\P{Nd}0-9０-９]/gu, (digit) => digitOf(digit));
  const plain = inFull(foldForm(western)).replace(/\\[()[\]]|\\(?=%)/gu, "").replace(OPERATION, operator);
  if (plain.length > LONGEST_FIGURE) {
    return null;
  }
  const text = withoutBrackets(unwrap(plain).replace(/^[-*] (?=\S)/u, ""));
  const sure = withoutHedges(withoutFrame(withoutCopula(text)).replace(ENDING, ""));
  sure.text = withoutGloss(sure.text, units);
  if (NOT_ONE.test(sure.text)) {
    return null;
  }
  const found = readSides(sure.text, units, asked);
  return found && { ...found, hedged: sure.hedged || found.hedged, foreign: western !== styled };
}

const OPERATORS = { times: "*", multiplied: "*", 곱하기: "*", plus: "+", 더하기: "+", minus: "-", 빼기: "-", divided: "/",
  나누기: "/" };
const OPERATION = /(?<=\d) ?(times|multiplied by|plus|minus|divided by|곱하기|더하기|빼기|나누기) ?(?=\d)/gu;
const operator = (_all, word) => ` ${OPERATORS[word.split(" ")[0]]} `;
// 0.5가 나옵니다, 16개가 있습니다, 160개다
const ENDING = pattern(
  raw`(?:이|가|을|를|은|는|으로|로)? ?(?:나오|나온|나옵|나와|나옴|되|됩|돼|된|됨|있|필요|얻)(?!.*[않못안없])[가-힣 ]{0,12}$|(?<=\d ?\p{L}*)(?:이?다`
    + raw`|에서?|으로)$| of (?:them|these|those)$`,
);

// ten (10), 784 (= 28 × 28): what is in the brackets must come to the same.
function withoutGloss(text, units) {
  const [, number, gloss] = /^([^()]+?) ?\(=? ?([^()]+)\)$/u.exec(text) ?? [];
  const [one, other] = [number, gloss].map((part) => part && (arithmetic(part) ?? readNumber(part, units)?.value));
  return other !== undefined && one === other ? number : text;
}

// A decimal digit of any script as the Western one.
function digitOf(digit) {
  let zero = digit.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0) - zero < 9) zero -= 1;
  return String(digit.codePointAt(0) - zero);
}

const EQUALS = pattern(raw`\s?` + anyOf(
  raw`=|⇒|→|,? (?:즉|so|i\.e\.|that is|or rather) `,
  raw`(?<=\d ?[-+*/×÷·] ?\d[\d.,]*) ?(?:is|equals|makes|gives|[은는]) `,
) + raw`\s?`);

// 60,000 ÷ 100 = 600: the result counts, and what stands before it must come to the same.
function readSides(text, units, asked) {
  const sides = text.split(EQUALS).filter(Boolean);
  const found = readPlain(sides.at(-1) ?? "", units, asked)
    ?? (sides.length > 1 ? readPlain(sides[0], units, asked) : null);
  const wrong = found && sides.length > 1 && sides.some((side) => {
    const value = arithmetic(side);
    const share = found.unit === "%" && Math.abs(value) <= 1 ? 100 : 1;
    return value !== null && Math.abs(value * share - found.value) > 5e-3 * Math.abs(found.value);
  });
  return wrong ? null : (found ?? readWork(sides.at(-1) ?? "", units));
}

const OPERATOR = /[\d)]\s?(?:[-+*/×÷x·^])\s?[\d(]/u;
const arithmetic = (text) => (OPERATOR.test(text) ? worksOutTo(readFormula(withoutWords(text))) : null);
const withoutWords = (text) => text.replace(/(?<=\d),(?=\d{3})|[가-힣]+/gu, "").replace(/(?<=\d) ?x ?(?=\d)/gu, "*");

function readWork(text, units) {
  const [, work, unit] = /^(.*?[\d)])\s?([\p{L}%]*)$/u.exec(text) ?? [];
  const value = text.startsWith("\\") ? worksOutTo(readFormula(text)) : work === undefined ? null : arithmetic(work);
  return value === null || !Number.isFinite(value) ? null
    : { value, whole: null, unit: unit ?? "", fraction: text[0] === "\\", work: text[0] !== "\\" };
}

// Whether the next word is the number's unit, or more of it.
function goesOn({ unit }, next) {
  return next !== undefined && (readNumberWords(next)?.length === next.length
    || (/^\p{Script=Latin}/u.test(next) ? !isFunctionWord(next) : unit === "" && !/[다요]$/u.test(next)));
}

const PART_OF =
  /^(?:roots?|squares?|cube|half|halves|thirds?|quarters?|tenths?|power|log|logarithm|sine|cosine|double|inverse)$/u;

// Whether words before a number lead to it: 10% of 250 is; not: the square root of.
function leadTo(words, start) {
  const last = words[start - 1] ?? "";
  const isPart = [start - 1, start].some((place) => words[place] === "of" && PART_OF.test(words[place - 1]));
  return !isPart && (!words.slice(0, start).some((word) => /^\d/u.test(word))
    || /^(?:is|are|equals|makes|gives|=)$|[은는이가에]$/u.test(last));
}

// One number, with words before and behind it that only repeat the question.
function readPlain(text, units, asked) {
  const words = text.split(" ");
  for (let start = 0; start < words.length && start < 12; start += 1) {
    for (let end = start + 1; end <= words.length; end += 1) {
      const rest = words.slice(start, end).join(" ");
      const sure = withoutHedges(rest);
      const found = readNumber(sure.text, units) ?? readNumber(rest, units);
      if (found && leadTo(words, start) && !goesOn(found, words[end])
        && words.slice(end).every((word) => !/\d/u.test(word) && asked(word))) {
        return { ...found, hedged: sure.hedged };
      }
    }
    const word = words[start].replace(/[:,]$/u, "");
    if (!asked(word) && !RECKONS.test(word) && !spaceWords(word).split(" ").every(asked)) break;
  }
  return null;
}
