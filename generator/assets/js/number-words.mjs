// Numbers written in words, Korean or English, with or without digits among them: 1만 3천 2, twenty-five thousand. Pure.
import { pattern, raw } from "./pattern.mjs";

const VALUES = new Map();
const name = (value, words) => words.split(" ").forEach((word) => VALUES.set(word, value));
"영 일 이 삼 사 오 육 칠 팔 구".split(" ").forEach((word, digit) => name(digit, word));
"공 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉".split(" ").forEach((word, digit) => name(digit, word));
"열 스물 서른 마흔 쉰 예순 일흔 여든 아흔".split(" ").forEach((word, ten) => name(10 * ten + 10, word));
("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
  + "eighteen nineteen").split(" ").forEach((word, value) => name(value, word));
"twenty thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, ten) => name(10 * ten + 20, word));
name(1, "한");
name(2, "두");
name(3, "세");
name(4, "네");
name(6, "륙");
name(20, "스무");
name(40, "fourty");
// These multiply what stands before them: the small ones only their own digit, the large ones all since the last.
const SMALL = new Map(Object.entries({ 십: 10, 백: 100, 천: 1000, hundred: 100, dozen: 12 }));
const LARGE = new Map(Object.entries({ 만: 1e4, 억: 1e8, 조: 1e12, thousand: 1e3, million: 1e6, billion: 1e9,
  trillion: 1e12, k: 1e3, K: 1e3, M: 1e6, bn: 1e9 }));

const NUMERALS = [...VALUES.keys(), ...SMALL.keys(), ...LARGE.keys()].sort((a, b) => b.length - a.length);
// A Latin word is a number only as a whole; 조각 is no 조, 만큼 no 만, and 한 명 no digit of a larger number.
const [KOREAN, LATIN] = [/[가-힣]/u, /[a-z]/iu].map((script) => NUMERALS.filter((word) => script.test(word)).join("|"));
const WORD = pattern(raw`^(?:(?:, ?|[ -]?)(?:and )?(?=\S))?(?:((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)|(${KOREAN})(?!각|큼)`
  + raw`|(${LATIN}|an?(?= (?:hundred|thousand|million|billion|dozen)))(?!\p{L}))`);

// {value, length} of the number at the start of a text; null if there is none, or only digits.
export function readNumberWords(text) {
  const sum = { total: 0, section: 0, digit: null };
  let [rest, words, point] = [text.replace(/^point /u, ""), 0, null];
  let isLarge = false;
  if (rest !== text) point = "";
  for (let match = WORD.exec(rest); match; match = WORD.exec(rest)) {
    const [all, digits, korean, latin] = match;
    const word = korean ?? latin;
    if (all[0] === "," && !isLarge) break;
    isLarge = LARGE.has(word);
    if (digits !== undefined && (sum.digit !== null || point !== null)) return null;
    if (point === null) {
      if (!add(sum, digits === undefined ? word : Number(digits.replaceAll(",", "")))) break;
    } else if (VALUES.get(word) < 10) point += VALUES.get(word);
    else break;
    words += digits === undefined ? 1 : 0;
    rest = rest.slice(all.length);
    const dot = point === null && /^(?: point(?= )| ?점 ?)/u.exec(rest);
    if (dot) {
      point = "";
      rest = rest.slice(dot[0].length);
    }
  }
  const value = sum.total + sum.section + (sum.digit ?? 0);
  return words > 0 ? { value: point ? Number(`${value}.${point}`) : value, length: text.length - rest.length } : null;
}

// Takes one word in; false if it cannot follow.
function add(sum, word) {
  if (SMALL.has(word)) {
    sum.section += (sum.digit ?? 1) * SMALL.get(word);
    sum.digit = null;
  } else if (LARGE.has(word)) {
    sum.total += (sum.section + (sum.digit ?? 0) || 1) * LARGE.get(word);
    [sum.section, sum.digit] = [0, null];
  } else {
    const value = typeof word === "number" ? word : (VALUES.get(word) ?? 1);
    // A year: nineteen forty-five
    if (sum.total + sum.section === 0 && sum.digit > 9 && sum.digit < 100 && value > 9) sum.digit *= 100;
    else     if (sum.digit !== null && (sum.digit < 10 || sum.digit % 10 !== 0 || value > 9)) return false;
    sum.digit = (sum.digit ?? 0) + value;
  }
  return true;
}
