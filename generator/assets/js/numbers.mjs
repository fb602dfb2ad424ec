// Numbers as people write them. Pure.
import { foldForm, unwrap } from "./plain-text.mjs";

const LONGEST = 200;
const FRACTION = /^([+-]?)\s?(?:(\d+) )?(\d+)\s?\/\s?(\d+)(?![\d.,])/u;
const MANTISSA = /^([+-]?)\s?(\d(?:[\d.,' ]*\d)?\.?|[.,]\d+)/u;
const EXPONENT = /^(?:e([+-]?\d+)|\s?[x×*·]\s?10\s?\^\s?\(?([+-]?\d+)\)?)(?!\d)/iu;
const PRICE = /^([+-]?)\s?(\p{Sc})\s?(?=[\d.,])/u;
const POLITE = /(?:입니다|이에요|예요|이다)$/u;
const UNIT = /^(?:[\p{L}%°\p{Sc}](?:[\p{L}\p{M}%°\p{Sc}/·' -]|(?<=[ms])\^[23]){0,40})?$/u;
// After the number these change its value, bound it or offer another: it is then not a plain number with a unit.
const NOT_A_UNIT =
  /^(?:조(?!각)|[만억천백십]|m(?![\p{L}/·^])|(?:k|b|thousand|million|billion|trillion|hundred|dozen|or|and|to|not|at|less|more|fewer)(?!\p{L}))|이하|이상|미만|초과|아니|아님|아닌|정도|쯤|또는|혹은|보다/iu;
const SAME = new Map(Object.entries({ 퍼센트: "%", percent: "%", 원: "₩", 달러: "$", dollar: "$", 유로: "€", euro: "€" }));

// "13,002개" → {value: 13002, whole: 13002n, unit: "개", fraction: false}; null for what is not one plain number.
// `units` are the question's own: "5 m" and "10 천원" are one plain number only where they are.
export function readNumber(text, units = []) {
  const written = unwrap(foldForm(text)).replace(/^=\s?/u, "");
  if (written.length > LONGEST) {
    return null;
  }
  const typed = written.replace(PRICE, "$1");
  const found = readFraction(typed) ?? readDecimal(typed);
  const unit = found && readUnit(typed.slice(found.length), PRICE.exec(written)?.[2], units);
  return found && unit !== null && Number.isFinite(found.value) ? { ...found, unit } : null;
}

function readFraction(typed) {
  const match = FRACTION.exec(typed);
  if (!match) {
    return null;
  }
  const [all, sign, units, top, bottom] = match;
  if (Number(bottom) === 0 || (units && Number(top) >= Number(bottom))) {
    return null;
  }
  const size = Number(units ?? 0) + Number(top) / Number(bottom);
  return { value: sign === "-" ? -size : size, whole: null, length: all.length, fraction: true };
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
  const [all, bare] = [rest, rest.replace(POLITE, "")].map((words) => words.trim());
  if (price) {
    return bare === "" ? price : null;
  }
  const own = [all, bare].find((words) => units.some((unit) => isSameUnit(unit, words)));
  return own ?? (UNIT.test(bare) && !NOT_A_UNIT.test(bare) ? bare : null);
}

// Whether two units are one. Spaces, points and an English plural do not matter, nor does case, except where a symbol
// means something else by it: m and M, k and K, mW and MW, Mb and MB.
export function isSameUnit(one, other) {
  return bareUnit(one) === bareUnit(other);
}

function bareUnit(unit) {
  const symbol = foldForm(unit).replace(/[\s.^]/gu, "").replace(/(?<=\p{L}{2}[^s])s$/iu, "");
  const lower = symbol.toLowerCase();
  const cased = symbol.length > 3 ? [] : (symbol.match(/^(?:[bgks]$|[mp])|b$/giu) ?? []);
  return SAME.get(lower) ?? lower + cased.join("");
}
