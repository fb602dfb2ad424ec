// A number. Right when it equals an accepted one within the tolerance and carries no other unit; "close" when it falls
// short of that by what `reason` names. Pure.
import { singular } from "./english.mjs";
import { withoutParticle } from "./korean.mjs";
import { readNumber } from "./numbers.mjs";
import { pattern, raw } from "./pattern.mjs";
import { foldText } from "./plain-text.mjs";
import { readQuestion } from "./question-words.mjs";
import { readAnswer } from "./read-answer.mjs";
import { isKnownUnit, isNamed, isSameUnit } from "./units.mjs";

const LONGEST_FIGURE = 300;
const ABOUT = /약 ?\d|약 ?몇|대략|정도|쯤|가량|어림|\b(?:roughly|about how|around how|approximately|approx|estimated?)\b|약 /iu;
const HOW_MANY = pattern(
  raw`몇\s?([^\s?.,]+)|\bhow many ((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?= (?:is|are|was|were|do|does|did|can|will|in`
    + raw`|of|has|have|there|make|fit|per|for|must|would)\b|[?.,])|\bin (seconds|minutes|hours|milliseconds|meters`
    + raw`|metres|kilometers|kilometres|percent|years|days|pixels|bytes|bits)\b|\bwhat (percent)`,
  "iu",
);

export function gradeNumber({ accept, tolerance = 0, units = [], question = "" }, response) {
  const keys = accept.map((text) => readNumber(text, [...units, /[^\d\s.,]*$/u.exec(text)[0]])).filter(Boolean);
  const named = [...units, ...keys.map((key) => key.unit).filter(Boolean)];
  const typed = response.length > LONGEST_FIGURE && response.trim().length > LONGEST_FIGURE ? null
    : readAnswer(response, { units: named, asked: readQuestion(question) });
  if (!typed) {
    // Not a wrong number but none: the page asks for one instead of counting a mistake.
    return { verdict: "incorrect", score: 0, unreadable: true };
  }
  const results = keys.map((key) => compare(key, typed, tolerance, { named, question }));
  const best = ["correct", "close"].map((name) => results.find(({ verdict }) => verdict === name)).find(Boolean);
  return { verdict: "incorrect", score: best?.verdict === "correct" ? 1 : 0, ...best };
}

// 뉴런은 모두 몇 개
const COUNTED = /(\S+?)[은는이가을를](?: \S+){0,2}? ?몇/u;
const TIMES = {
  s: /초(?:속|당|에)|(?:per|a|each|every) second/iu,
  min: /분(?:속|당|에)|(?:per|a|each|every) minute/iu,
  h: /시속|시간(?:당|에)|(?:per|an|each|every) hour/iu,
  day: /하루|매일|일당|(?:per|a|each|every) day/iu,
};
const close = (reason) => ({ verdict: "close", reason });

function compare(key, typed, tolerance, { named, question }) {
  if (!key) {
    return { verdict: "incorrect" };
  }
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
  return typed.hedged && !ABOUT.test(question) ? close("hedged") : { verdict: "correct" };
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

// "right", "wrong", "share" for a percentage where a ratio is asked for, or "unknown".
function judgeUnit(written, named, question) {
  const unit = withoutParticle(written.split(/의 | of | in total/u)[0].replace(/의$/u, "").trim())[0];
  if (unit === "" || [written, unit].some((name) => named.some((own) => isSameUnit(own, name)))) return "right";
  const asked = HOW_MANY.exec(foldText(question))?.slice(1).find(Boolean) ?? "";
  const counted = COUNTED.exec(foldText(question))?.[1] ?? "";
  const isAsked = unit === counted || asked !== ""
    && (isSameUnit(asked, unit) || (isSameUnit(withoutEnd(asked), "°") && isSameUnit("°c", unit))
    || (asked !== "" && singular(unit).endsWith(` ${singular(asked)}`) && unit.split(" ").every(readQuestion(question)))
    || asked.split(" ").map(singular).join(" ").endsWith(singular(unit))
    || (/[가-힣]/u.test(asked) && (asked.startsWith(unit) || isSameUnit(withoutEnd(asked), unit))));
  if (isAsked || isRate(unit, named, question)) return "right";
  if (named.length > 0) return "wrong";
  if (isSameUnit(unit, "%")) return "share";
  if (question === "") return "right";
  if (isNamed(unit, foldText(question))) return "right";
  const name = singular(unit.toLowerCase());
  if (isKnownUnit(unit) || foldText(question).includes(name)
    || foldText(question).split(/\P{L}+/u).some((word) => singular(word) === name)) return unit === "개" ? "right"
    : "wrong";
  return "unknown";
}

// 초속 340m where a speed is asked for in m: the time must not be another than the question's.
function isRate(unit, named, question) {
  const [, counted, time] = /^(.*)\/(.+)$/u.exec(unit) ?? [];
  if (time === undefined || (counted && judgeUnit(counted, named, question) !== "right")) return false;
  if (named.some((own) => own.includes("/"))) return false;
  const asked = Object.entries(TIMES).filter(([, words]) => words.test(question)).map(([name]) => name);
  return asked.length === 0 ? /speed|속력|속도/iu.test(question) : asked.some((name) => isSameUnit(name, time));
}

const withoutEnd = (word) => word.replace(/(?:에서|까지|인가요|입니까|일까요|이나|가|이|을|를|나)$/u, "");
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
