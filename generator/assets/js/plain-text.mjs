// One spelling for what people type in many ways. Pure.

const LONGEST = 10000;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const NORMAL = "0123456789+-";
const NOISE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

// The same characters in one form: Hangul composed, full-width made plain, invisible ones gone, one kind of dash and
// quote, small letters, single spaces. What carries meaning in a formula stays: superscripts become ^2, 2½ becomes
// "2 1/2", and Greek keeps its capitals (capital Η is not η). A text too long to be anybody's answer is left as it is.
export function foldText(text) {
  const tight = text.replace(/\s+/gu, " ").replace(IGNORABLE, "");
  if (tight.length > LONGEST) {
    return tight;
  }
  return tight
    .replace(/[⁰¹²³⁴-⁹⁺⁻]+/gu, (run) => `^${Array.from(run, (c) => NORMAL[SUPERSCRIPTS.indexOf(c)]).join("")}`)
    .replace(/[¼-¾⅐-⅞]/gu, " $&")
    .normalize("NFKC")
    .replace(IGNORABLE, "")
    .replace(/⁄/gu, "/")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛`´′]/gu, "'")
    .replace(/\P{Script=Greek}+/gu, (run) => run.toLowerCase())
    .replace(/\s+/gu, " ")
    .trim();
}

// Without the quotes, backticks or dollar signs around the whole of it, and without a full stop at its end.
export function unwrap(text) {
  let [start, end] = [0, text.length];
  while (end - start > 1 && ` .,;!?。、"`.includes(text[end - 1])) end -= 1;
  while (end - start > 1 && `"'$「『`.includes(text[start]) && `"'$」』`.includes(text[end - 1])) {
    start += 1;
    end -= 1;
  }
  return text.slice(start, end).trim();
}

// Whether signs carry meaning in a text: numbers, formulas and names such as C++, f(x), σ' or 28/28.
export function isSymbolic(folded) {
  const text = unwrap(folded);
  return /[\p{Sm}\p{N}/\\^#%&@$|]|(?:^|\s)-|\p{L}\(|\p{L}'(?!\p{L})/u.test(text) || !/\p{L}/u.test(text);
}

// For words: letters and what is not punctuation. A minus directly before a word stays: it is not a hyphen.
export function bareWords(folded) {
  return folded
    .replace(NOISE, "")
    .replace(/(^|\s)-(?=\s|$)|([^\s])-/gu, "$1$2")
    .replace(/[\s"'.,;:!?·・、。「」『』《》〈〉()[\]{}_*~]/gu, "");
}

// For formulas: every sign counts, only spaces do not, and those between two digits do (1 2 is not 12).
export function bareFormula(folded) {
  return unwrap(folded.replace(NOISE, "")).replace(/\s+(?!\d)/gu, "").replace(/(\D|^)\s+/gu, "$1");
}
