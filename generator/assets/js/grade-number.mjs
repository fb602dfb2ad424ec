// A number. Right when it equals an accepted one within the tolerance and carries no other unit.
import { isSameUnit, readNumber } from "./numbers.mjs";

export function gradeNumber({ accept, tolerance = 0, units = [] }, response) {
  const keys = accept.map((text) => readNumber(text, units)).filter(Boolean);
  const named = [...units, ...keys.map((key) => key.unit).filter(Boolean)];
  const typed = readNumber(response, named);
  if (!typed) {
    // Not a wrong number but none: the page asks for one instead of counting a mistake.
    return { verdict: "incorrect", score: 0, unreadable: true };
  }
  const verdicts = keys.map((key) => compare(key, typed, tolerance, named));
  const verdict = ["correct", "close"].find((name) => verdicts.includes(name)) ?? "incorrect";
  return { verdict, score: verdict === "correct" ? 1 : 0 };
}

function compare(key, typed, tolerance, named) {
  const value = inUnits(typed, named);
  const whole = value === typed.value ? typed.whole : null;
  if (value === null || !isWithin(key, { value, whole }, tolerance)) {
    return "incorrect";
  }
  // 60000/100 is 600, but not worked out.
  return typed.fraction && Number.isInteger(key.value) ? "close" : "correct";
}

// The value counted in the question's unit; null if it comes with another one. Without a unit of the question's own,
// whatever is counted (784개, 784 pixels) may be named, and a percentage is a ratio.
function inUnits({ value, unit }, named) {
  if (unit === "" || named.some((name) => isSameUnit(name, unit))) {
    return value;
  }
  if (named.length > 0) {
    return null;
  }
  return isSameUnit(unit, "%") ? value / 100 : value;
}

// tolerance: a distance (0.01), a share of the answer ("1%") or {digits}: equal once both are rounded.
function isWithin(key, typed, tolerance) {
  if (typeof tolerance === "object") {
    return sameDigits(key.value, typed.value, tolerance.digits);
  }
  const share = typeof tolerance === "string" ? Math.abs(key.value) / 100 : 1;
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
