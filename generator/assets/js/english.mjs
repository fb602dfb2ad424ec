// English words without what grammar adds to them. Pure.
import { pattern, raw } from "./pattern.mjs";

const OPENING = new RegExp(
  "^(?:" + [
    "i (?:think|guess|believe|suppose|would (?:say|guess)|am (?:pretty |quite |fairly )?sure)(?: that)?"
      + "|my guess is|in my opinion|maybe|probably|perhaps|possibly|mainly|mostly|usually|typically|often"
      + "|namely|always|well|so|ok|um+|uh+|hmm+|the (?:number|value)(?= (?:\\d+|zero|one|two|three)$)"
      + "|because (?:we|they|you|i) (?:want|need) to",
    "(?:in order|so as) to|(?:the|my) (?:correct |right )?answers? (?:is|are|would be)|answers?(?: is| are)?",
    "(?:its|their|the|his|her) (?:role|job|function|task|purpose|use|reason) (?:is|was)(?: that| to)?",
    "(?:it|this|that|these|those|they|which|there)(?: is| are| was| were| has to be| have to be| (?:must"
      + "|would|should|could|will|might) be)?(?: (?:called|known as|named|termed|referred to as|said to be))?",
    "(?:we|you|people|they) call (?:it|this|that|them)|(?:it|this|that) means?|called|known as|by|because"
      + "|since|of|in|at|on|each|e\\.?g\\.?|such as|for (?:example|instance)|due to|to|for(?= [a-z]+ing )"
      + "|thanks to|using|(?:must"
      + "|should|has to|have to|needs? to|would) be|(?:is|are)(?: not it(?! is))?(?: it)?|both",
    "(?:제|내)가 (?:알|보|배우)기(?:로|에)는?|(?:제|내) ?생각(?:에는|엔|으로는)?|저는|아마도?|혹시|즉|음+|네|글쎄요?|정답은?|답은?|그것?은|그건|이것?은|이건|바로|이를|[이그]것을|정확히|주로|보통|흔히|각각"
      + "|예를 들(?:면|어)|예컨대|exactly|precisely",
  ].join("|") + ")[ :,.]+(?=\\S)",
  "iu",
);
const FULL = { re: "are", ve: "have", ll: "will", d: "would", m: "am" };
const CLOSING = pattern(
  raw`[ ,]+(?:i (?:think|guess|believe|suppose)|probably|maybe|perhaps|right|is (?:the|my) answer|of course`
    + raw`|obviously|thanks|please|for (?:example|instance)|(?:did|does|do|is|was|are)(?: (?:it|so|that))?)$`
    + raw`| [두세네] ?(?:가지|종류|개)$| 순(?:서(?:대로|로)?|으로)?$`
    + raw`|(?: ?아(?:닌가|닐까)|이?지 ?않(?:을까|나))(?:요|[ 가]?(?:합니다|해요|싶습니다|싶어요|싶네요))$`,
  "iu",
);

// An answer without the sentence around it: it is called …, I think …, 제 생각에는 …
export function withoutFrame(text) {
  const bare = text.replace(OPENING, "").replace(CLOSING, "");
  return bare === text ? text : withoutFrame(bare);
}

const TIME = /^(?:(?:will|would|has|have|had|is|are|was|were)(?: going to)?|keeps?|gets?) (?=[a-z]+)/u;
const PAST = { __proto__: null, went: "go", fell: "fall", rose: "rise", grew: "grow", got: "get", became: "become", lost: "lose",
  began: "begin", took: "take", made: "make", came: "come", held: "hold", built: "build", won: "win", wrote: "write",
  gave: "give", led: "lead", ran: "run", met: "meet", stood: "stand", broke: "break", left: "leave" };

// What stands before -ing and -ed: look-, decreas-, stopp-.
const stemsBefore = (stem) => [stem, `${stem}e`, stem.replace(/(.)\1$/u, "$1")];

// The present of an irregular past: began → begin.
export const present = (verb) => PAST[verb] ?? verb;

// What a verb may be in another tense: decreased, decreasing, will decrease → decrease.
export function tenses(text) {
  const bare = text.replace(TIME, "");
  const [, stem, rest = ""] = /^([a-z]+?)(?:ed|ing)( .*)?$/u.exec(bare) ?? [];
  return stem ? stemsBefore(stem).map((verb) => verb + rest)
    : [bare.replace(/^[a-z]+/u, present)];
}

// isn't, isnt and it's in full, so that no negation is lost.
export function inFull(text) {
  return text
    .replace(/\b(?:cannot|can'?t)\b/giu, "can not")
    .replace(/\bwon't\b/giu, "will not")
    .replace(/(?<=\b(?:is|are|was|were|do|does|did|has|have|had|would|should|could|must|need))n'?t\b/giu, " not")
    .replace(/(?<=\b(?:it|that|this|he|she|there|what|who|where|here|answer|name))'s\b/giu, " is")
    .replace(/(?<=\b(?:they|we|you|i|it|that|this|he|she|there))'(re|ve|ll|d|m)\b/giu,
      (_, end) => ` ${FULL[end.toLowerCase()]}`);
}

// One word for its singular and plural, its American and its British spelling.
export function singular(word) {
  return word
    .replace(/(?<=[a-z]{3})is(?=e[dsr]?$|ing$|ations?$)/u, "iz")
    .replace(/(?<=[a-z]{2})yse/u, "yze")
    .replace(/(?<=[a-z]{2})our/u, "or")
    .replace(/(?<=[a-z]{2})tre(?=s?$)/u, "ter")
    .replace(/ll(?=ed$|ing$)/u, "l")
    .replace(/(?<=[a-z]{2})ies$/u, "y")
    .replace(/oes$/u, "o")
    .replace(/(?<=[a-z][sxz]|[cs]h)es?$/u, "")
    .replace(/(?<=[a-z]{2}[a-rt-z])s$/u, "")
    .replace(/(?<=[a-z]{3})(?:on|um)$/u, "a")
    .replace(/(?<=[a-z]{2})(?:ice|ix|ex)$/u, "ic");
}

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const EMPTY = /^(?:the|an?|its?|their|our|your|my|both|'s|will)$/u;

// The words that carry meaning, each in one form.
export function englishWords(words) {
  const kept = words.filter((word) => !EMPTY.test(word));
  return (kept.length > 0 ? kept : words)
    .map((word) => (NUMBERS.includes(word) ? String(NUMBERS.indexOf(word)) : singular(word)));
}

// A participle that makes a name with the noun behind it: learning rate; not: adjusting weights, looking for patterns.
const NAME =
  /^[a-z]+ing (?!(?:the|an?|its?|their|at|by|for|from|in|into|of|off|on|out|to|up|with|[a-z]+[^s\W]s)(?: |$))/u;

// "doesn't" → "does not"; "neuron's" → "neuron"; "is decreasing" → "decrease": all that it may be.
export function plainForms(text, isKey) {
  const plain = text
    .replace(/\bdo(?:es)? not\b/gu, "not")
    .replace(/(?<=[a-z]{2})'s?(?= |$)/gu, "");
  const [, before, stem,
    after] = /^(.*?)(?:^(?=[a-z]+ing )|\b(?:is|are|be|was|were|keeps) )((?:not )?[a-z]{2,})ing\b(.*)$/u.exec(plain)
    ?? [];
  const [, part, whole,
    more = ""] = /^(.+?) of (?:the |an? |its |their )?(.+?)( (?:with|in|for|from|to|by|on|at) .*)?$/u.exec(plain) ?? [];
  return [
    plain,
    text.replace(/(?<=[a-z]{2})'s (?=[a-z])/gu, " is "),
    plain.replace(/ (?:that|which|who) (?:is|are|was|were) | that (?=(?:it|they|we|you|the|this|there) )/gu, " "),
    ...(stem && !(isKey && NAME.test(text)) ? stemsBefore(stem).map((verb) => before + verb + after) : []),
    ...(whole && !/ of /u.test(whole) ? [`${whole} ${part}${more}`] : []),
  ];
}
