// Whether a number's unit is the one that the question asks for. Pure.
import { singular } from "./english.mjs";
import { withoutParticle } from "./korean.mjs";
import { pattern, raw } from "./pattern.mjs";
import { foldText } from "./plain-text.mjs";
import { isFunctionWord, readQuestion } from "./question-words.mjs";
import { isKnownUnit, isNamed, isSameUnit } from "./units.mjs";

const HOW_MANY = pattern(
  raw`몇\s?([^\s?.,]+)|\bhow many ((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?= (?:is|are|was|were|do|does|did|can|will|in`
    + raw`|of|has|have|there|make|fit|per|for|must|would)\b|[?.,])|\bin (seconds|minutes|hours|milliseconds|meters`
    + raw`|metres|kilometers|kilometres|percent|years|days|pixels|bytes|bits)\b|\bwhat (percent)`,
  "iu",
);
// 뉴런은 모두 몇 개
const COUNTED = /(\S+?)[은는이가을를](?: \S+){0,2}? ?몇/u;
// How many edges (weights) join …
const countedIn = (text) => {
  const [, words = ""] = /\bhow many ([\p{L}() -]{1,60})/u.exec(text) ?? [];
  const list = words.replace(/[()]/gu, "").split(" ").slice(0, 4);
  const end = list.findIndex((word) => isFunctionWord(word) || word === "per");
  return list.slice(0, end < 0 ? 4 : end).map(singular);
};
const TIMES = {
  s: /초(?:속|당|에)|(?:per|a|each|every) second/iu,
  min: /분(?:속|당|에)|(?:per|a|each|every) minute/iu,
  h: /시속|시간(?:당|에)|(?:per|an|each|every) hour/iu,
  day: /하루|매일|일당|(?:per|a|each|every) day/iu,
};

// "right", "wrong", "share" for a percentage where a ratio is asked for, or "unknown".
export function judgeUnit(written, named, question) {
  const [counted, rest = ""] = written.split(/의 | of | in total/u);
  const unit = withoutParticle(counted.replace(/(?:의|에서?|으로)$/u, "").trim())[0];
  const isNamedSo = [written, unit].some((name) => named.some((own) => isSameUnit(own, name)));
  const asked = readQuestion(question);
  if (question !== "" && !rest.split(" ").every((word) => word === "" || asked(word))) return "unknown";
  if (/^[이가은는을를]?$/u.test(unit) || isNamedSo) return "right";
  if (isAskedFor(unit, question) || isRate(unit, named, question)) return "right";
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

function isAskedFor(unit, question) {
  const text = foldText(question);
  const asked = HOW_MANY.exec(text)?.slice(1).find(Boolean) ?? "";
  const name = singular(unit.toLowerCase());
  if (unit === COUNTED.exec(text)?.[1] || countedIn(text).includes(name)) return true;
  return asked !== "" && (isSameUnit(asked, unit) || (isSameUnit(withoutEnd(asked), "°") && isSameUnit("°c", unit))
    || (singular(unit).endsWith(` ${singular(asked)}`) && unit.split(" ").every(readQuestion(question)))
    || asked.split(" ").map(singular).join(" ").endsWith(singular(unit))
    || (/[가-힣]/u.test(asked) && (asked.startsWith(unit) || isSameUnit(withoutEnd(asked), unit))));
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
