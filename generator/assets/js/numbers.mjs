// Numbers as people write them. Pure.
import { readNumberWords } from "./number-words.mjs";
import { foldForm, unwrap } from "./plain-text.mjs";
import { isSameUnit } from "./units.mjs";

const LONGEST_NUMBER = 200;
const FRACTION = /^([+-]?)\s?(?:(\d+)(?: and|과)? )?(\d+)(?:\s?\/\s?| (?:in|out of) )(\d+)(?![\d.,])/u;
const KOREAN_NUMBER = "[\\d일이삼사오육칠팔구십백천]+";
const KOREAN_FRACTION = new RegExp(
  `^([+-]?)(?:(${KOREAN_NUMBER})[과와]? )?(${KOREAN_NUMBER})\\s?분의\\s?(${KOREAN_NUMBER})`,
  "u",
);
const MANTISSA = /^([+-]?)\s?(\d(?:[\d.,' ]*\d)?\.?|[.,]\d+)/u;
const EXPONENT = /^(?:e([+-]?\d+)|\s?[x×*·]\s?10\s?(?:\^|\*\*)\s?[({]?([+-]?\d+)[)}]?)(?!\d)/iu;
const POWER = /^([+-]?)10\s?(?:\^|\*\*)\s?[({]?([+-]?\d+)[)}]?(?!\d)/u;
const PRICE = /^([+-]?)\s?(\p{Sc})\s?(?=[\d.,])/u;
const PARTS = { half: 2, halve: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8,
  ninth: 9, tenth: 10, hundredth: 100, thousandth: 1000 };
// two thirds, three-quarters, one and a half
const PART = new RegExp(
  `^(-)?(?:(\\w+) and )?(?:(\\w+)[ -])?(${Object.keys(PARTS).join("|")})s?(?![\\p{L}])|^(-)?(?:절반|반)(?!\\p{L})`,
  "iu",
);
// 초속 340m is 340m/s, and 섭씨 20도 is 20°C.
const BEFORE = /^(?:(초|분|시)속|(초|분|시간|1초|1분|1시간|한 시간|일|하루|매초|매시간) ?당|(섭씨|화씨))(?:에| 약)? ?([+-]?\d.*)$/u;
const SIGN = /^(?:minus|negative|마이너스|음수) ?(?=\S)/iu;
const UNIT = /^(?:\/?[\p{L}%°\p{Sc}](?:[\p{L}\p{M}%°\p{Sc}/·' -]|(?<=[\p{L}])\^?-?[123]){0,40})?$/u;
// After the number these change its value.
const SCALE = /^(?:[kK]|M|bn)(?![\p{L}/·^])/u;
const NOT_A_UNIT = /^(?:조(?!각)|[만억천백십]|[mb](?![\p{L}/·^])|thousand|million|billion|trillion|hundred|dozen)/iu;

// "13,002개" → {value: 13002, whole: 13002n, unit: "개", fraction: false}; null for what is not one plain number.
// `units` are the question's own: "5 m" and "10 천원" are one plain number only where they are.
export function readNumber(text, units = []) {
  const written = unwrap(foldForm(text)).replace(/^=\s?/u, "").replace(SIGN, "-").replace(BEFORE, behind);
  if (written.length > LONGEST_NUMBER) {
    return null;
  }
  const typed = written.replace(PRICE, "$1");
  const price = PRICE.exec(written)?.[2];
  for (const read of [readFraction, readPart, readPower, readDecimal, readWords]) {
    const found = read(typed);
    const unit = found && readUnit(typed.slice(found.length), price, units);
    if (found && unit !== null && Number.isFinite(found.value)) {
      return { ...found, unit };
    }
  }
  return null;
}

function behind(_all, speed, time, scale, number) {
  if (scale) return `${number.replace(/ ?도$/u, "")}${scale}`;
  const name = speed ?? time.replace(/^(?:1|한 |매)/u, "");
  return `${number}/${name === "시" ? "시간" : name}`;
}

function readWords(typed) {
  const sign = typed[0] === "-" ? 1 : 0;
  const found = readNumberWords(typed.slice(sign).replace(/^[A-Z][a-z]/u, (start) => start.toLowerCase()));
  const value = found && (sign ? -found.value : found.value);
  return found && { value, whole: Number.isInteger(value) ? BigInt(value) : null, length: found.length
    + sign, fraction: false };
}

function readPart(typed) {
  const [all, sign = "", whole = "zero", count = "one", name = "half"] = PART.exec(typed) ?? [];
  const [units, parts] = [whole, /^an?$/iu.test(count) ? "one" : count].map(countOf);
  const value = Number(`${sign}1`) * (units + parts / PARTS[name.toLowerCase()]);
  return all && !Number.isNaN(value) ? { value, whole: null, length: all.length, fraction: false } : null;
}

// 3, 삼 or three; NaN for what is no number.
function countOf(word) {
  if (/^\d+$/u.test(word)) return Number(word);
  const found = readNumberWords(word.toLowerCase());
  return found?.length === word.length ? found.value : NaN;
}

function readFraction(text) {
  const typed = text.replace(/^([a-z]+) (?:in|out of) ([a-z]+)(?! \p{L})/iu,
    (all, ...words) => [countOf(words[0]), countOf(words[1])].join("/"));
  const korean = KOREAN_FRACTION.exec(typed);
  const match = korean ? [...korean.slice(0, 3), korean[4], korean[3]] : FRACTION.exec(typed);
  if (!match) {
    return null;
  }
  const [all, sign] = match;
  const [units, top, bottom] = match.slice(2).map((word) => word && countOf(word));
  if (bottom === 0 || (units && top >= bottom)) {
    return null;
  }
  const size = (units ?? 0) + top / bottom;
  const length = all.length + text.length - typed.length;
  return { value: sign === "-" ? -size : size, whole: null, length, fraction: true };
}

function readPower(typed) {
  const [all, sign, power] = POWER.exec(typed) ?? [];
  return all ? { value: Number(`${sign}1e${power}`), whole: null, length: all.length, fraction: false } : null;
}

function readDecimal(typed) {
  const match = MANTISSA.exec(typed);
  const plain = match && withoutSeparators(match[2]);
  if (!plain) {
    return null;
  }
  const power = EXPONENT.exec(typed.slice(match[0].length));
  const value = Number(`${match[1]}${plain}e${power ? (power[1] ?? power[2]) : 0}`);
  // Beyond 2^53 only this tells two whole numbers apart.
  const digits = power ? null : /^(\d+)(?:\.0*)?$/u.exec(plain);
  const whole = digits && BigInt(digits[1]) * (match[1] === "-" ? -1n : 1n);
  return { value, whole, length: match[0].length + (power ? power[0].length : 0), fraction: false };
}

// 13,002 and 13 002 and 1.234.567 → digits with a decimal point. A comma is a decimal comma where it cannot separate
// thousands (0,5; 3,14; 1.234,5). null where neither reading is sure.
function withoutSeparators(digits) {
  if (/^(?:\d+\.?\d*|\.\d+)$/u.test(digits)) {
    return digits;
  }
  if (/^[1-9]\d{0,2}(?:([,' ])\d{3})(?:\1\d{3})*(?:\.\d*)?$/u.test(digits)) {
    return digits.replace(/[,' ]/gu, "");
  }
  if (/^[1-9]\d{0,2}(?:(?:([.' ])\d{3})(?:\1\d{3})*,\d+|(?:\.\d{3}){2,})$/u.test(digits)) {
    return digits.replace(/[.' ]/gu, "").replace(",", ".");
  }
  return /^\d*,\d+$/u.test(digits) ? digits.replace(",", ".") : null;
}

// What follows the number: one of the question's own units, or any word that can be a unit. A price comes first.
function readUnit(rest, price, units) {
  const bare = rest.trim();
  if (price) {
    return bare === "" ? price : null;
  }
  const own = units.some((unit) => isSameUnit(unit, bare)) && bare;
  return own || (UNIT.test(bare) && !NOT_A_UNIT.test(bare) && !SCALE.test(bare) ? bare : null);
}
