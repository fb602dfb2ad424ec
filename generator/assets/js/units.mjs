// What may be written behind a number: units, counters, and which of them are the same. Pure.
import { singular } from "./english.mjs";
import { foldForm } from "./plain-text.mjs";

const SAME = [
  "%|percent|pct|percentage|퍼센트|프로 번|회|차례|time s|초|sec|second ms|밀리초|millisecond min|분|minute",
  "h|시간|hr|hrs|hour day|일|하루 주|week 년|year|yr 개월|month km|킬로미터|kilometer m|미터|meter cm|센티미터|센티|centimeter",
  "mm|밀리미터|millimeter kg|kgs|킬로그램|킬로|kilogram|kilo g|그램|gram mg|밀리그램|milligram t|톤|ton|tonne",
  "l|리터|liter ml|밀리리터|milliliter cm^3|cc n|뉴턴|newton j|줄|joule w|와트|watt v|볼트|volt a|암페어|ampere|amp",
  "pa|파스칼|pascal hz|헤르츠|hertz 원|₩|won $|달러|dollar|usd €|유로|euro 명|사람|인|people|person 픽셀|px|pixel",
  "°|도|degree|deg °c|celsius|섭씨|centigrade °f|fahrenheit|화씨 kelvin|켈빈 층|layer 장|매|sheet 가지|종류|kind",
  "개|개수|item 에포크|epoch 단계|step 배|fold 비트|bit 바이트|byte 마리 권 문항 글자 쌍 행|row 열|column 점|point",
  "자리|digit 이미지|image km/h|kph|kmh",
].join(" ");
const CANONICAL = new Map();
for (const names of SAME.split(" ").map((group) => group.split("|"))) {
  names.forEach((name) => CANONICAL.set(singular(name), names[0]));
}
const TEMPERATURE = /temperature|온도|기온|체온|끓는점|녹는점/u;

// Whether what was typed names the key's unit. Spaces, points and an English plural do not matter, nor does case,
// except where a symbol means something else by it: m and M, k and K, mW and MW, Mb and MB. Degrees may be the key's.
export function isSameUnit(own, typed) {
  const [one, other] = [own, typed].map(canonical);
  return one === other || (other[0] === "/" && one.endsWith(other))
    || (/^°[cf]$/u.test(one) && [one[1], "°"].includes(other));
}

// Whether a name is that of something measured or counted, whatever the question.
export const isKnownUnit = (unit) => CANONICAL.has(bareName(unit)) || /^[kmgt]i?b$/u.test(bareName(unit));

// Whether a text names the unit in another of its names.
export function isNamed(unit, text) {
  const own = canonical(unit);
  if (/^°[cf]?$/u.test(own) && TEMPERATURE.test(text)) return true;
  return [...CANONICAL]
    .some(([name, first]) => first === own && name.length > 2 && name !== bareName(unit) && text.includes(name));
}

// 미터 매 초, metres per second, m·s⁻¹ → m/s; square metres, 제곱미터 → m^2.
const canonical = (unit) =>
  foldForm(unit)
    .replace(/per cent/iu, "%")
    .replace(/(?:\b(?:square|sq)[. ]+|(?<!세)제곱 ?)([\p{L}]+)/iu, "$1^2")
    .replace(/(?:\bcubic |세제곱 ?)([\p{L}]+)/iu, "$1^3")
    .replace(/ ?(?:\/|\bpers?\b|\ban?\b|매(?= ?[초분시])) ?/iu, "/")
    .replace(/[· ]?(s|h|min)\^?-1$/u, "/$1")
    .split("/")
    .map(canonicalName)
    .join("/");

function canonicalName(part) {
  const [, name, exponent] = /^(.*?)\^?([23]?)$/u.exec(part);
  const symbol = name.replace(/[\s.^]/gu, "");
  const cased = symbol.length > 3 ? [] : (symbol.match(/^(?:[bgks]$|[mp])|b$/giu) ?? []);
  const bare = bareName(name).replace(/^(?:degrees?|deg)(?=[cf])/u, "°");
  const known = CANONICAL.get(bare) ?? (bare[0] === "°" && CANONICAL.get(bare.slice(1)));
  return (known || bare + cased.join("")) + (exponent && `^${exponent}`);
}

function bareName(unit) {
  return singular(foldForm(unit).replace(/[\s.^]/gu, "").toLowerCase());
}
