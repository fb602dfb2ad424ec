// What stands around a number that is typed as an answer: hedges, brackets, words for adding up. Pure.
import { withoutFrame } from "./english.mjs";
import { withoutCopula } from "./korean.mjs";
import { pattern, raw } from "./pattern.mjs";
import { unwrap } from "./plain-text.mjs";

const JUST = /^(?:just|only|simply|단|딱|오직) (?=\S)/iu;
const HEDGE = pattern(
  raw`^(?:about|around|approximately|approx\.?|roughly|nearly|almost|circa|ca\.?|some(?=\s\d)|~|≈|≒|약|대략|대충|거의`
    + raw`|얼추|어림잡아|어림|한(?= ))\s*`,
  "iu",
);
const HEDGED = /[\s,]*(?:쯤|정도|가량|내외|or so|approximately|approx\.?|roughly|give or take|-?ish)$/iu;
// What an addition or the like is told with.
const SUMS_UP = pattern(
  raw`^(?:(?:they|it|that|which|these|this|we|i|you|the (?:sum|total|result|angles)) )?(?:all )?(?:(?:(?:add`
    + raw`|sum|come|work|amount|round)s?(?: up| out)?|is equal) to|(?:work|come)s? out (?:as|at|to)|makes?|gives?`
    + raw`|equals?|becomes?|will be|turns out to be|get|got|found`
    + raw`|(?:in )?total|altogether)[ :,]+(?=\S)|^(?:계산하면|합치면|더하면|다 더하면|합하면|구하면|모두|총|전부|합은`
    + raw`|결과는) (?=\S)`,
  "iu",
);

// (600), [600], **600**, 12(개)
export function withoutBrackets(text) {
  const [, , inner] = /^([([{]|\*+)([^()[\]{}*]+)(?:[)\]}]|\*+)$/u.exec(text) ?? [];
  return unwrap((inner ?? text).replace(/ ?\(([\p{L}%°]+)\)$/u, "$1"));
}

export function withoutHedges(text) {
  const sure = unwrap(text.replace(JUST, "").replace(HEDGE, "").replace(HEDGED, "").replace(SUMS_UP, ""));
  return { text: withoutBrackets(withoutFrame(withoutCopula(sure))), hedged: HEDGE.test(text) || HEDGED.test(text) };
}
