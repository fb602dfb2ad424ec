// Korean words without what grammar adds to them: particles behind nouns, endings behind verbs. Pure.
//
// Endings are found on decomposed Hangul (NFD), where the ㅂ of 합니다 is a letter of its own.
import { anyOf, pattern, raw } from "./pattern.mjs";

const BATCHIM = { ㄴ: "\u11ab", ㄹ: "\u11af", ㅁ: "\u11b7", ㅂ: "\u11b8", ㅆ: "\u11bb" };
const ending = (source) =>
  pattern(source.normalize("NFD").replace(/[ㄴㄹㅁㅂㅆ]/gu, (letter) => BATCHIM[letter]));

// Behind the stem as it is, and behind the stem with 아 or 어: 낮아지|ㅂ니다, 낮아져|요.
const UNLINKED = ending(
  "(?:(?:ㅂ|습)니(?:다|까)|ㄴ다|는다|나요?|(?:는|ㄴ|은)가요?|다|ㅁ|음|고|(?:으)?며|(?:으)?면서|기|지(?:요)?|죠|네(?:요)?"
    + "|(?:으)?니까(?:요)?|기 ?때문(?:에|입니다|이에요|이다|이죠|임)?|(?:는|은|ㄴ) ?(?:것|일)(?:을 ?(?:합니다|한다|해요|함)|입니다|이다|이에요|임)?"
    + "|게 ?(?:됩니다|된다|돼요|됨)|고 ?있(?:습니다|다|어요|음))$",
);
const LINKED = ending(
  "(?:(?<=[\u1161\u1162\u1165-\u1167\u116a\u116b\u116f\u1170])(?:서)?(?:요)?|ㅆ(?:습니다|습니까|나요?|을까요?|다|어요|어|음|고|으며))$");
// 늘려야 한다, 발산해 버려요
const AUXILIARY = /(?<=[가-힣])(?:야 ?(?=[하합한해함되됩된돼])| ?버(?=[리립린려렸림]))[^\s않못안]{1,4}$/u;
const VOWELS = { ᅧ: "ᅵ", ᅯ: "ᅮ", ᅪ: "ᅩ", ᅥ: "ᅳ", ᅢ: "ᅡ", ᅫ: "ᅬ" };

// What stands behind a noun at the end of an answer: it is, it is called, I think it is.
const SAID = "(?:이?라고 ?(?:도 ?)?|이?라 ?)(?:하|합|한|함|해|부르|부릅|불러|부른|불리|불립|불려|생각|칭|말|봅|봐|보|배[웠우]|알고)[^\\s않못안]*";
const CAN = "이?라고? ?(?:할|부를|말할|볼) 수 있[^\\s않못]{1,4}";
const SEEMS = anyOf(
  raw`(?:인|일) ?(?:것|거|듯|겁)[^않못]{0,9}|이?겠[^\s않]{0,4}|인가요?|일까요?|(?<=[가-힣]) ?같(?:아요?|습니다|네요)`,
  raw`(?:으로|로) (?:알고 있|기억하|생각)[^\s않못]{1,6}|(?:이|가)? ?맞(?:나요|습니다|아요|죠|지요)`,
);
const IS = anyOf(
  raw`입니[다당]|이(?:십니|시)다|이(?:세요|셔요)|이(?:었|셨)[^\s않못]{1,4}|이에요|이예요|예요|에요|이다`,
  raw`이요|(?<=\P{Script=Hangul}|..)(?:임|(?:이|(?<=[^이]))(?:죠|지요|요|야))`,
);
const MEANS = anyOf(
  raw`이?[을를]? ?(?:뜻|의미|말)(?:합니다|해요|한다|함)`,
  raw`(?<=다)는 ?(?:뜻|의미|말|것|거)(?:입니다|이에요|예요|이다|임|이죠|죠|이요|요)`,
  raw`[을를] ?(?:나타|가리|내놓|구[하해합한함])[^\s않못안]{0,3}`,
);
const COPULA = pattern(raw`^(.*?[^\s이]|.+?)${anyOf(SAID, CAN, SEEMS, IS, MEANS)}$`);

export const ROLES = { 이: "\u0001", 가: "\u0001", 은: "\u0002", 는: "\u0002", 을: "\u0003", 를: "\u0003", 의: "\u0004",
  에: "\u0004" };

export const isHangul = (word) => /^[가-힣]+$/u.test(word);
export const hasBatchim = (syllable) => (syllable.charCodeAt(0) - 0xac00) % 28 > 0;

// 정확도가 → 정확도 and its part in the sentence, as a sign. 가 follows a vowel and 이 a consonant: 평가 has no particle.
export function withoutParticle(word) {
  const [, noun, particle] = /^(.+?)(께서는?|[이가은는을를의에])$/u.exec(word) ?? [];
  const last = noun?.at(-1);
  const fits =
    noun && (!isHangul(last)
      || (/^[의에께]/u.test(particle) ? noun.length > 1 : hasBatchim(last) === "이은을".includes(particle)));
  return [(fits ? noun : word).replace(/(?<=[가-힣]{2})[들님]$/u, ""), fits ? (ROLES[particle] ?? ROLES.이) : ""];
}

// 경사하강법이라고 합니다 → 경사하강법; the text as it is if nothing of that kind ends it.
export function withoutCopula(text) {
  return COPULA.exec(text)?.[1] ?? text;
}

// The verb that ends the text, in one form for all its endings: 낮아집니다, 낮아져요, 낮아짐 → 낮아지다. A verb made of a noun
// is the noun: 발산한다 → 발산. 맞히지 못하다 → 맞히다 and 못. Several where the form does not tell.
export function verbs(text) {
  const letters = text.replace(AUXILIARY, "").normalize("NFD");
  return [UNLINKED, LINKED].filter((pattern) => pattern.test(letters))
    .map((pattern) => verb(letters.replace(pattern, "").replace(/(?<=.)\u110b[\u1161\u1165]$/u, "")));
}

function verb(stem) {
  const whole = canonicalStem(stem);
  const [, denied, how] = /^(.+)지(?:는|도)? ?(못하|않)$/u.exec(whole) ?? [];
  return denied ? { form: dictionaryForm(canonicalStem(denied.normalize("NFD"))), denial: how[0] }
    : { form: dictionaryForm(whole), denial: "" };
}

const dictionaryForm = (stem) => (/.{2}하$/u.test(stem) ? stem.slice(0, -1) : `${stem}다`);

// 맞혀 → 맞히, 빨라 → 빠르, 쉬워 → 쉽, 만들 and 만드 → 만드: what irregular verbs change is the same in all their forms.
function canonicalStem(letters) {
  return letters
    .replace(/\u11af\u1105[\u1161\u1165]$/u, "\u1105\u1173")
    .replace(/[\u1161-\u1175]$/u, (vowel) => VOWELS[vowel] ?? vowel)
    .replace(/\u110b\u116e$/u, "\u11b8")
    .replace(/\u11af$|(?<=.)(?:\u1109\u1175|\u110b\u1173)$/u, "")
    .normalize("NFC");
}
