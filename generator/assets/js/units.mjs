// What may be written behind a number: units, counters, and which of them are the same. Pure.
import { singular } from "./english.mjs";
import { foldForm } from "./plain-text.mjs";

const SAME =
  "%|percent|pct|per cent|퍼센트|프로 번|회|차례|time km|킬로미터|kilometer m|미터|meter cm|센티미터|centimeter mm|밀리미터|millimeter s|초|sec|second ms|밀리초|millisecond 분|min|minute 시간|h|hr|hour 일|day 주|week 년|year 개월|month " +
  "kg|킬로그램|kilogram g|그램|gram l|리터|liter 원|₩|won $|달러|dollar|usd €|유로|euro 명|사람|인|people|person 픽셀|px|pixel °|도|degree|temperature|온도 °c|℃|celsius|섭씨|temperature|온도 °f|fahrenheit|화씨 kelvin|켈빈 층|layer 장|sheet 가지|kind 개|개수|item 에포크|epoch 단계|step 배|fold 비트|bit 바이트|byte 마리 권 문항 글자 쌍 행|row 열|column 점|point 자리|digit 이미지|image hz|헤르츠|hertz";
const GROUPS = new Map();
SAME.split(/ (?!cent)/u).forEach((group) => group.split("|").forEach((name) => GROUPS.set(name, group)));

// Whether two units are one. Spaces, points and an English plural do not matter, nor does case, except where a symbol
// means something else by it: m and M, k and K, mW and MW, Mb and MB.
export function isSameUnit(one, other) {
  return bareUnit(one) === bareUnit(other);
}

// Whether a name is that of something measured or counted, whatever the question.
export const isKnownUnit = (unit) => GROUPS.has(bareName(unit));

// Whether a text names the unit in another of its names.
export function isNamed(unit, text) {
  const names = GROUPS.get(bareName(unit))?.split("|") ?? [];
  return names.some((name) => name.length > 2 && name !== bareName(unit) && text.includes(name));
}

function bareName(unit) {
  return singular(foldForm(unit).replace(/[\s.^]/gu, "").toLowerCase());
}

function bareUnit(unit) {
  const symbol = foldForm(unit).replace(/[\s.^]/gu, "");
  const cased = symbol.length > 3 ? [] : (symbol.match(/^(?:[bgks]$|[mp])|b$/giu) ?? []);
  return GROUPS.get(bareName(unit)) ?? bareName(unit) + cased.join("");
}
