// English words without what grammar adds to them. Pure.

const OPENING = new RegExp(
  "^(?:" + [
    "i (?:think|guess|believe|suppose|would (?:say|guess)|am (?:pretty |quite |fairly )?sure)(?: that)?|my guess is|in my opinion|maybe|probably|perhaps|possibly|namely|well|so|ok|um+|uh+|hmm+",
    "(?:the|my) (?:correct |right )?answers? (?:is|are|would be)|answers?(?: is| are)?",
    "(?:its|their|the|his|her) (?:role|job|function|task|purpose|use|reason) (?:is|was)(?: that| to)?",
    "(?:it|this|that|these|those|they|which|there)(?: is| are| was| were| has to be| have to be| (?:must|would|should|could|will|might) be)?(?: (?:called|known as|named|termed|referred to as|said to be))?",
    "(?:we|you|people|they) call (?:it|this|that|them)|(?:it|this|that) means?|called|known as|by|because|using|(?:must|should|has to|have to|would) be|(?:is|are)(?: not it(?! is))?(?: it)?|both",
    "(?:제|내) ?생각(?:에는|엔|으로는)?|저는|아마도?|혹시|즉|음+|네|글쎄요?|정답은?|답은?|그것?은|그건|이것?은|이건|바로|이를|[이그]것을|정확히|exactly|precisely",
  ].join("|") + ")[ :,.]+(?=\\S)",
  "iu",
);
const FULL = { re: "are", ve: "have", ll: "will", d: "would", m: "am" };
const CLOSING = /[ ,]+(?:i (?:think|guess|believe|suppose)|probably|maybe|perhaps|right|is (?:the|my) answer|of course|obviously|thanks|please)$| 순(?:서(?:대로|로)?|으로)?$|(?: ?아(?:닌가|닐까)|이?지 ?않(?:을까|나))(?:요|[ 가]?(?:합니다|해요|싶습니다|싶어요|싶네요))$/iu;

// An answer without the sentence around it: it is called …, I think …, 제 생각에는 …
export function withoutFrame(text) {
  const bare = text.replace(OPENING, "").replace(CLOSING, "");
  return bare === text ? text : withoutFrame(bare);
}

// isn't, isnt and it's in full, so that no negation is lost.
export function inFull(text) {
  return text
    .replace(/\b(?:cannot|can'?t)\b/gu, "can not")
    .replace(/\bwon't\b/gu, "will not")
    .replace(/(?<=\b(?:is|are|was|were|do|does|did|has|have|had|would|should|could|must|need))n'?t\b/gu, " not")
    .replace(/(?<=\b(?:it|that|this|he|she|there|what|who|where|here))'s\b/gu, " is")
    .replace(/(?<=\b(?:they|we|you|i))'(re|ve|ll|d|m)\b/gu, (_, end) => ` ${FULL[end]}`);
}

// One word for its singular and plural, its American and its British spelling.
export function singular(word) {
  return word
    .replace(/(?<=[a-z]{3})is(?=e[ds]?$|ing$|ations?$)/u, "iz")
    .replace(/(?<=[a-z]{2})yse/u, "yze")
    .replace(/(?<=[a-z]{2})our/u, "or")
    .replace(/(?<=[a-z]{2})tre(?=s?$)/u, "ter")
    .replace(/ll(?=ed$|ing$)/u, "l")
    .replace(/(?<=[a-z]{2})ies$/u, "y")
    .replace(/(?<=[sxz]|[cs]h)es$/u, "")
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

// "doesn't" → "does not"; "neuron's" → "neuron"; "is decreasing" → "decrease": all that it may be.
export function plainForms(text) {
  const plain = text
    .replace(/\bdo(?:es)? not\b/gu, "not")
    .replace(/(?<=[a-z]{2})'s?(?= |$)/gu, "");
  const [, before, stem,
    after] = /^(.*?)(?:^(?=[a-z]+ing )|\b(?:is|are|be|was|were|keeps) )((?:not )?[a-z]{3,})ing\b(.*)$/u.exec(plain)
    ?? [];
  const [, part, whole,
    more = ""] = /^(.+?) of (?:the |an? |its |their )?(.+?)( (?:with|in|for|from|to|by|on|at) .*)?$/u.exec(plain) ?? [];
  return [
    plain,
    ...(stem ? [stem, `${stem}e`, stem.replace(/(.)\1$/u, "$1")].map((verb) => before + verb + after) : []),
    ...(whole && !/ of /u.test(whole) ? [`${whole} ${part}${more}`] : []),
  ];
}
