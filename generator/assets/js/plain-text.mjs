// One spelling for what people type in many ways. Pure.

const LONGEST = 10000;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const NORMAL = "0123456789+-";
const NOISE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
// A sign of mathematics; times between letters; a minus after a space; f(x), max(0, a); x' and f'(x).
const FORMULA =
  /(?![~×])\p{Sm}|[\^\\/#%&@$×]|[\p{L}\p{N})]( ?)\*\1[\p{L}\p{N}(]|(?:^|\s)-|\p{L}\( ?-?[\d.]*\p{L}? ?[,)*/|+-]|(?<![\p{L}'"])\p{L}'(?!\p{L})/u;
const PUNCTUATION =
  /[\s",;!?·・、。「」『』《》〈〉()[\]{}_*~]|'(?=\p{L})|(?<!(?<![\p{L}'"])\p{L})'|\.(?!\d)|(?<=\p{L})\.|:(?!\d)|(?<!\d):|-(?![\p{L}\d.])|(?<=[\p{L}-])-|(?<=\d)-(?!\d)/gu;

// The same characters in one form: Hangul composed, full-width made plain, invisible ones gone, one kind of dash and
// quote, single spaces. What carries meaning in a formula stays: superscripts become ^2 and 2½ becomes "2 1/2". A text
// too long to be anybody's answer is left as it is.
export function foldForm(text) {
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
    .replace(/\s+/gu, " ")
    .trim();
}

// The same in small letters. Greek keeps its capitals: capital Η is not η.
export function foldText(text) {
  return foldForm(text).replace(/\P{Script=Greek}+/gu, (run) => run.toLowerCase());
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

// One sign for times between numbers, a list without its marks, and a comma for the signs that stand between words
// (weights & biases, input / output, forward → backward).
export function foldSigns(folded) {
  return folded
    .replace(NOISE, " ")
    .replace(/(?<=\d)\s?[x×*·⋅]\s?(?=\d)/gu, "×")
    .replace(/(?<=\d) - (?=\d)/gu, "-")
    .replace(/^1\) |(?<=^1\) .*) \d\) /gu, ", ")
    .replace(/(?<=\p{L}{2}) ?(?:[/&+;→⇒]|[-=]+>) ?(?=\p{L}{2})/gu, ", ");
}

// Whether signs carry meaning: in formulas and names such as C++, f(x), σ' or w - ηg, and where nothing but numbers and
// signs is there. Not in words with a number (COVID-19, 3 layers, 95 %).
export function isSymbolic(signs) {
  const text = unwrap(signs).replace(/(?<=\d)(?:[×/]| ?%)|\$(?=\d)/gu, "");
  return FORMULA.test(text) || !/\p{L}/u.test(text);
}

// For words: letters, numbers, and what is not punctuation. Only spaces between two numbers count, and signs that
// belong to a number: a point, a minus. A minus directly before a word stays, too: it is not a hyphen.
export function bareWords(signs) {
  return signs
    .replace(/(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/gu, (number) => number.replaceAll(",", ""))
    .replace(PUNCTUATION, " ")
    .replace(/\s+/gu, " ")
    .replace(/(?<!\d) | (?!\d)/gu, "");
}

// For formulas: every sign counts, only spaces do not, and those between two digits do (1 2 is not 12).
export function bareFormula(signs) {
  return unwrap(signs).replace(/\s+(?!\d)/gu, "").replace(/(\D|^)\s+/gu, "$1");
}
