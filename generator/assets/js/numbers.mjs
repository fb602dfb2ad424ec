// Numbers as people write them. Pure.
import { foldText, unwrap } from "./plain-text.mjs";

const LONGEST = 80;
const FRACTION = /^([+-]?)\s?(?:(\d+) )?(\d+)\s?\/\s?(\d+)(?![\d.,])/u;
const MANTISSA = /^([+-]?)\s?(\d(?:[\d.,' ]*\d)?\.?|[.,]\d+)/u;
const EXPONENT = /^(?:e([+-]?\d+)|\s?[x×*·]\s?10\s?\^\s?\(?([+-]?\d+)\)?)(?!\d)/u;
const POLITE = /(?:입니다|이에요|예요|이다)$/u;
// After the number these change its value, bound it or offer another: it is then not a plain number with a unit.
const NOT_A_UNIT =
  /^(?:[만억조천백십]|(?:k|m|b|thousand|million|billion|trillion|hundred|dozen|or|and|to|not|at|less|more|fewer)(?!\p{L}))|이하|이상|미만|초과|아니|아님|아닌|정도|쯤|또는|혹은|보다/u;

// "13,002개" → {value: 13002, unit: "개", fraction: false}; null for what is not one plain number.
export function readNumber(text) {
  const typed = unwrap(foldText(text)).replace(/^=\s?/u, "");
  if (typed.length > LONGEST) {
    return null;
  }
  const found = readFraction(typed) ?? readDecimal(typed);
  const unit = found && readUnit(typed.slice(found.length));
  return found && unit !== null && Number.isFinite(found.value)
    ? { value: found.value, unit, fraction: found.fraction }
    : null;
}

function readFraction(typed) {
  const match = FRACTION.exec(typed);
  if (!match) {
    return null;
  }
  const [whole, sign, units, top, bottom] = match;
  if (Number(bottom) === 0 || (units && Number(top) >= Number(bottom))) {
    return null;
  }
  const size = Number(units ?? 0) + Number(top) / Number(bottom);
  return { value: sign === "-" ? -size : size, length: whole.length, fraction: true };
}

function readDecimal(typed) {
  const match = MANTISSA.exec(typed);
  const plain = match && withoutSeparators(match[2]);
  if (!plain) {
    return null;
  }
  const power = EXPONENT.exec(typed.slice(match[0].length));
  const value = Number(`${match[1]}${plain}e${power ? (power[1] ?? power[2]) : 0}`);
  return { value, length: match[0].length + (power ? power[0].length : 0), fraction: false };
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

// What follows the number, if it can be a unit: words without digits, or %.
function readUnit(rest) {
  const unit = rest.trim().replace(POLITE, "").trim();
  return /^(?:[\p{L}\p{M}%°/·' -]{0,40})$/u.test(unit) && !/^-|^\//u.test(unit) && !NOT_A_UNIT.test(unit) ? unit : null;
}

// Whether two units are one: case, spaces and an English plural do not matter.
export function isSameUnit(one, other) {
  return bareUnit(one) === bareUnit(other);
}

function bareUnit(unit) {
  const bare = foldText(unit).replace(/\s/gu, "");
  return bare === "퍼센트" || bare === "percent" ? "%" : bare.replace(/([^s])s$/u, "$1");
}
