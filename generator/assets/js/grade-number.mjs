// A number. Right when it equals an accepted one within the tolerance and carries no other unit; "close" when it falls
// short of that by what `reason` names. Pure.
import { judgeUnit } from "./asked-unit.mjs";
import { readNumber } from "./numbers.mjs";
import { readQuestion } from "./question-words.mjs";
import { readAnswer } from "./read-answer.mjs";
import { isSameUnit } from "./units.mjs";

const ABOUT = /약 ?\d|약 ?몇|대략|정도|쯤|가량|어림|\b(?:roughly|about how|around how|approximately|approx|estimated?)\b|약 /iu;

const EXACT = /정확히|\b(?:exact|precise)/iu;

export function gradeNumber({ accept, tolerance = 0, units = [], question = "" }, response) {
  const keys = accept.map((text) => readNumber(text, [...units, /[^\d\s.,]*$/u.exec(text)[0]])).filter(Boolean);
  const named = [...units, ...keys.map((key) => key.unit).filter(Boolean)];
  const typed = readAnswer(response.trim(), { units: named, asked: readQuestion(question) });
  if (!typed) {
    // Not a wrong number but none: the page asks for one instead of counting a mistake.
    return { verdict: "incorrect", score: 0, unreadable: true };
  }
  // A key with a unit is not answered with that of another key, and one without is not a percentage.
  const results = keys.map((key) => compare(key, typed, tolerance,
    { named: [...units, key.unit].filter(Boolean), question }));
  const best = ["correct", "close"].map((name) => results.find(({ verdict }) => verdict === name)).find(Boolean);
  return { verdict: "incorrect", score: best?.verdict === "correct" ? 1 : 0, ...best };
}

const close = (reason) => ({ verdict: "close", reason });

function compare(key, typed, tolerance, { named, question }) {
  const unit = judgeUnit(typed.unit, named, question);
  const value = unit === "share" ? typed.value / 100 : typed.value;
  const whole = value === typed.value ? typed.whole : null;
  if (unit === "wrong") {
    return { verdict: "incorrect" };
  }
  if (!isWithin(key, { value, whole }, tolerance)) {
    if (unit !== "right") return { verdict: "incorrect" };
    return nearly(key, typed, tolerance, named);
  }
  if (unit === "unknown") return close("unit");
  if (typed.foreign) return close("digits");
  if (typed.work || (typed.fraction && Number.isInteger(key.value))) return close("work");
  return typed.hedged && (tolerance === 0 || EXACT.test(question)) && !ABOUT.test(question) ? close("hedged") : { verdict: "correct" };
}

// A number that is near: rounded, outside a tolerance but not far, a share where a percentage was asked for.
function nearly(key, typed, tolerance, named) {
  const value = typed.value;
  const isPercent = named.some((name) => isSameUnit(name, "%"));
  if (isPercent && typed.unit === ""
    && Math.abs(value * 100 - key.value) <= 1e-9 * Math.abs(key.value)) return close("percent");
  const digits = significantDigits(value);
  const rounded = (digits > 1 || typed.hedged) && value !== 0 && Number(key.value.toPrecision(digits)) === value;
  if (rounded && Math.abs(value - key.value) <= 0.1 * Math.abs(key.value)) return close("rounded");
  const far = Math.abs(value - key.value) > 0.1 * Math.abs(key.value);
  const swapped = [value, key.value].map((number) => [...String(number)].sort().join(""))
    .reduce((one, other) => one === other);
  return tolerance !== 0 && !far && !swapped && digits <= 6 ? close("near") : { verdict: "incorrect" };
}

const significantDigits = (value) => Math.min(15, Math.max(1, value.toExponential().replace(/e.*$|[-.]/gu, "").length));

// tolerance: a distance (0.01), a share of the answer ("1%") or {digits}: equal once both are rounded.
function isWithin(key, typed, tolerance) {
  if (typeof tolerance === "object") {
    return sameDigits(key.value, typed.value, tolerance.digits);
  }
  const share = String(tolerance).endsWith("%") ? Math.abs(key.value) / 100 : 1;
  const limit = Number.parseFloat(tolerance) * share;
  return limit > 0 ? distanceIsAtMost(key.value, typed.value, limit) : isExactly(key, typed);
}

// A whole number is right to the last digit, any other to nine: 0.3 is 0.1 + 0.2 on every machine.
function isExactly(key, typed) {
  if (key.whole !== null) {
    return typed.whole === null ? typed.value === key.value : typed.whole === key.whole;
  }
  return distanceIsAtMost(key.value, typed.value, 1e-9 * Math.abs(key.value));
}

function sameDigits(answer, value, digits) {
  if (Number(answer.toPrecision(digits)) === Number(value.toPrecision(digits))) {
    return true;
  }
  // A learner who rounds 0.7315 up is right, even where its binary neighbour lies just below.
  const step = 10 ** (Math.floor(Math.log10(Math.abs(answer))) - digits + 1);
  return distanceIsAtMost(answer, value, step / 2);
}

// Decimal fractions such as 0.1 are not exact in binary: a few units in the last place are not a mistake.
function distanceIsAtMost(answer, value, limit) {
  const noise = 4 * Number.EPSILON * Math.max(Math.abs(answer), Math.abs(value));
  return Math.abs(answer - value) <= limit + noise;
}
