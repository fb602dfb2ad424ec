// A number. Right when it equals an accepted one within the tolerance and carries no other unit.
import { isSameUnit, readNumber } from "./numbers.mjs";

export function gradeNumber({ accept, tolerance = 0, units = [] }, response) {
  const typed = readNumber(response);
  if (!typed) {
    // Not a wrong number but none: the page asks for one instead of counting a mistake.
    return { verdict: "incorrect", score: 0, unreadable: true };
  }
  const keys = accept.map(readNumber).filter(Boolean);
  const verdicts = keys.map((key) => compare(key, typed, tolerance, units));
  const verdict = ["correct", "close"].find((name) => verdicts.includes(name)) ?? "incorrect";
  return { verdict, score: verdict === "correct" ? 1 : 0 };
}

function compare(key, typed, tolerance, units) {
  const named = key.unit ? [key.unit, ...units] : units;
  const value = inUnits(typed, named);
  if (value === null || !isWithin(inUnits(key, named), value, tolerance)) {
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
function isWithin(answer, value, tolerance) {
  if (answer === value) {
    return true;
  }
  if (typeof tolerance === "object") {
    return sameDigits(answer, value, tolerance.digits);
  }
  const share = typeof tolerance === "string" ? Math.abs(answer) / 100 : 1;
  return distanceIsAtMost(answer, value, Number.parseFloat(tolerance) * share);
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
