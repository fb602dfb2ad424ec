// Answers that affirm one thing and deny another: Canberra, not Sydney; 출력층이 아니라 은닉층. Pure.
import { withoutFrame } from "./english.mjs";
import { denials } from "./near.mjs";
import { anyOf, pattern, raw } from "./pattern.mjs";
import { isSameItem, items } from "./phrase.mjs";
import { offersAnswers } from "./question-words.mjs";

const AUXILIARIES = "do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|must|may|might";
const CONTRASTS = [
  pattern(raw`^(?:it is )?not (?!only|just|merely|simply)(?<no>.{1,80}?)`
    + raw`(?:,? but(?: rather)?|[,;.] ?(?:it|that|this) is) (?<yes>.+)$`),
  /^(?<no>.{1,80}?)[이가은는]? ?(?:아니라|아니고|아닌|말고|대신에?) (?<yes>.+)$/u,
  /^(?<yes>.+?)(?:(?:,|,? and| but) (?:certainly )?| ?\()not (?<no>[^,()]{1,60})\)?$/u,
  pattern(raw`^(?<yes>.+?)(?<!\b(?:${AUXILIARIES})) not (?!\S+(?:ed|ing|able)\b)(?<no>\S+(?: \S+)?)$`),
  /^(?<yes>.+?),? (?:rather than|instead of|as opposed to) (?<no>.{1,80})$/u,
  pattern(raw`^(?<yes>.+?)(?:이?지|이?고|이?며|이에요[.,]?|예요[.,]?|입니다[.,]?|[.,]) `
    + raw`(?<no>.{1,40}?)[이가은는]? ?(?:아니|아닙|아님)\S{0,5}$`),
];
// What is denied of the answer itself is no other answer.
const QUALITY = pattern(
  anyOf(
    raw`^(?:\w+ly|correct|right|true|sure|certain|wrong|necessary)$`,
    raw`^(?:is|was|are|it|that|this|always|only|one|both|all|even|so)$`,
    raw`(?:correct|right|sure)$|[다요면]$|^(?:정답|답|확실|항상|전부|꼭)`,
  ),
);
const YES_OR_NO = /^(?:아니|네|예|no|yes)/u;

// What is affirmed where another thing is denied, unless that is an accepted answer or what the question is about; the
// text if nothing is.
export function affirmed(text, keys, { asked, question }) {
  const { yes, no = "" } = CONTRASTS.map((contrast) => contrast.exec(text)?.groups).find(Boolean) ?? {};
  const denied = withoutFrame(no);
  const isTopic = !offersAnswers(question) && /^(?:the|an?) /u.test(no) && denied.split(" ").every(asked);
  return !yes || isTopic || YES_OR_NO.test(yes) || QUALITY.test(denied) || denials(denied) > 0
    || keys.some(({ words }) => [words, ...items(words)].some((item) => isSameItem(item, denied))) ? text : yes;
}
