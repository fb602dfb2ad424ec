// One spelling for what people type in many ways. Pure.
import { pattern, raw } from "./pattern.mjs";

const LONGEST_TYPED = 10000;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const NORMAL = "0123456789+-";
const COMMON = /^[ -_a-~가-힣]*$/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;
const LAUGHTER = /\s?(?:[ㅋㅎㅠㅜ]{2,}|[\^~])[\sㅋㅎㅠㅜ~^.!?]{0,99}$/u;
// Most answers: the large expressions below, which take time to compile, are not needed for them.
const WORDS = /^(?=.*[a-z가-힣])[a-z가-힣\d ,.?!]*$/u;
// Bullets and numbers before the items of a list.
const MARK = /(^|, ?)[-*•‣▪+] (?=\S)|(^|, ?| )\(?(?:\d[.)](?: (?=\S)|(?=\p{L}))|[a-eㄱ-ㅁ가-마]\) ?(?=\p{L}))/gu;
// A sign of mathematics; times between letters; a minus after a space; f(x), max(0, a); x' and f'(x).
const FORMULA = pattern(
  raw`(?![~×])\p{Sm}|[\^\\/#%&@$×]|[\p{L}\p{N})]( ?)\*\1[\p{L}\p{N}(]|(?:^|\s)-|\p{L}\( ?-?[\d.]*\p{L}? ?[,)*/`
    + raw`|+-]|(?<![\p{L}'"])\p{L}'(?!\p{L})`,
);
const PUNCTUATION = pattern(
  raw`[\s",;!?·・、。()[\]{}_*~]|'(?=\p{L})|(?<!(?<![\p{L}'"])\p{L})'|\.(?!\d)|(?<=\p{L})\.|:(?!\d)|(?<!\d):`
    + raw`|-(?![\p{L}\d.])|(?<=[\p{L}-])-|(?<=\d)-(?!\d)`,
  "gu",
);
const QUOTES = `"'$`;
// Letters of other scripts, and digits, that look like Latin ones.
const LOOK_ALIKES = new Map();
const ALIKE = "aаɑα bƄ cс dԁ eе hһ iіıι jј kκ lӏ nп oоο pрρ qԛ sѕ uυ vνѵ wѡ xхχ yу ηŋ σб μµ "
  + "AАΑ BВΒ CС EЕΕ HНΗ KКΚ MМΜ OОΟ PРΡ TТΤ XХΧ YΥ";
for (const [latin, ...others] of ALIKE.split(" ")) {
  others.forEach((other) => LOOK_ALIKES.set(other, latin));
}

// The same characters in one form: Hangul composed, full-width made plain, invisible ones gone, one kind of dash and
// quote, single spaces. What carries meaning in a formula stays: superscripts become ^2 and 2½ becomes "2 1/2". A text
// too long to be anybody's answer is left as it is.
export function foldForm(text) {
  const tight = text.replace(/\s+/gu, " ").replace(IGNORABLE, "");
  if (tight.length > LONGEST_TYPED) {
    return tight;
  }
  if (COMMON.test(tight)) {
    return tight.trim();
  }
  return tight
    .replace(/[º˚]/gu, "°")
    .replace(/[⁰¹²³⁴-⁹⁺⁻]+/gu, (run) => `^${Array.from(run, (c) => NORMAL[SUPERSCRIPTS.indexOf(c)]).join("")}`)
    .replace(/[¼-¾⅐-⅞]/gu, " $&")
    .normalize("NFKC")
    .replace(IGNORABLE, "")
    .replace(/⁄/gu, "/")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[“”„‟«»″「」『』《》〈〉]/gu, '"')
    .replace(/[‘’‚‛`´′]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();
}

// The same in small letters. Greek keeps its capitals: capital Η is not η.
export function foldText(text) {
  return foldForm(text).replace(/\P{Script=Greek}+/gu, (run) => run.toLowerCase());
}

// What was typed as one answer or as a list in lines: the lines, bullets and numbers become commas.
export function foldLines(text) {
  const lines = text.split(/[\n\r\u2028]/u).map((line) => line.trim()).filter(Boolean);
  const tight = lines.join(", ").replace(/\s+/gu, " ");
  return tight.length > LONGEST_TYPED ? tight
    : foldText(tight.replace(/<<|>>/gu, '"').replace(/^<([가-힣 ]+)>$/u, "$1").replace(PICTURE, " ")
      .replace(/ ?[①-⑳]/gu, ", ").replace(LAUGHTER, ""));
}

// Letters that only look like the right ones, made right.
export function unmask(text) {
  return Array.from(text, (letter) => LOOK_ALIKES.get(letter) ?? letter).join("");
}

// Without the quotes, backticks or dollar signs around the whole of it, and without a full stop at its end.
export function unwrap(text) {
  let [start, end] = [0, text.length];
  for (let [size, last] = [end, 0]; size !== last && size > 1; size = end - start) {
    last = size;
    if (" .,;!?。、".includes(text[end - 1])) end -= 1;
    else if (QUOTES.includes(text[start]) && text[start] === text[end - 1]) [start, end] = [start + 1, end - 1];
  }
  return text.slice(start, end).trim();
}

// One sign for times between numbers, a list without its marks, and a comma for the signs that stand between words
// (weights & biases, input / output, forward → backward).
export function foldSigns(folded) {
  if (WORDS.test(folded) && !/[\d,]/u.test(folded)) return folded;
  return folded
    .replace(/(?<=\d)\s?[x×*·⋅]\s?(?=\d)/gu, "×")
    .replace(/(?<=\d) - (?=\d)/gu, "-")
    .replace(MARK, "$1$2, ")
    .replace(/^[, ]+/u, "")
    .replace(/(?<=[\p{L})]{2}) ?[/&+;·] ?(?=\p{L}{2})/gu, ", ")
    .replace(/(?<=[\p{L})]{2}|\p{L} ?\d) ?(?:[→⇒]|[-=]+>) ?(?=\p{L}{2})/gu, ", ");
}

// Whether signs carry meaning: in formulas and names such as C++, f(x), σ' or w - ηg, and where nothing but numbers and
// signs is there. Not in words with a number (COVID-19, 3 layers, 95 %).
export function isSymbolic(signs) {
  const text = unwrap(signs).replace(/(?<=\d)(?:[×/]| ?%)|\$(?=\d)/gu, "");
  if (WORDS.test(text)) return false;
  return FORMULA.test(text) || !/\p{L}/u.test(text);
}

// Words with single spaces between them: letters, numbers, and what is not punctuation, such as the signs that belong
// to a number: a point, a minus. A minus directly before a word stays, too: it is not a hyphen.
export function spaceWords(signs) {
  if (/^[a-z가-힣\d]+(?: [a-z가-힣\d]+)*$/u.test(signs)) return signs;
  return signs
    .replace(/(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/gu, (number) => number.replaceAll(",", ""))
    .replace(PUNCTUATION, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

// Only spaces between two numbers count.
export function squeeze(words) {
  return words.replace(/(?<!\d) | (?!\d)/gu, "");
}

// For formulas: every sign counts, only spaces do not, and those between two digits do (1 2 is not 12).
export function bareFormula(signs) {
  return unwrap(signs).replace(/\s+(?!\d)/gu, "").replace(/(\D|^)\s+/gu, "$1");
}
