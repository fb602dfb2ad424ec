// A formula. Right when it is written like an accepted one, whatever the notation; "close" when it is equal to one but
// written in another form, or lacks what `reason` names. Pure.
import { inFull, withoutFrame } from "./english.mjs";
import { isSameValue } from "./formula-value.mjs";
import { readFormula, show } from "./formula.mjs";
import { sides } from "./formula-signs.mjs";
import { withoutCopula } from "./korean.mjs";
import { readQuestion } from "./question-words.mjs";
import { bareFormula, foldForm, unmask } from "./plain-text.mjs";

const LONGEST_FORMULA = 1000;

export function gradeFormula({ accept, question = "" }, response) {
  if (response.length > LONGEST_FORMULA) {
    return { verdict: "incorrect", score: 0 };
  }
  const typed = readEquation(withoutQuestion(response.trim(), readQuestion(question)));
  const keys = accept.map(readEquation);
  if (keys.some((key) => isRightFormula(key, typed))) {
    return { verdict: "correct", score: 1 };
  }
  const reason = keys.map((key) => formulaReason(key, typed, response)).find(Boolean);
  return reason ? { verdict: "close", score: 0, reason } : { verdict: "incorrect", score: 0 };
}

// Whether two texts are the same formula; both as an author or a learner wrote them.
export function isSameFormula(key, typed) {
  return isRightFormula(readEquation(key), readEquation(typed));
}

// The area of the circle is πr².
function withoutQuestion(text, asked) {
  const [, before, rest] = /^(.{1,80}?(?:[\p{L}\d)][은는이가]| is| are| equals| becomes)) (.+)$/u.exec(text) ?? [];
  return before && before.split(" ").every(asked) ? rest : text;
}

function readEquation(text) {
  const bare = withoutCopula(withoutFrame(inFull(text.trim())).trim());
  return { text: bareFormula(foldForm(bare)), trees: sides(bare).map(readFormula), sides: sides(bare) };
}

// A left side may be left out or added: ReLU(a) = …, w ← …
function isRightFormula(key, typed) {
  if (key.text !== "" && key.text === typed.text) {
    return true;
  }
  if ([...key.trees, ...typed.trees].includes(null)) {
    return false;
  }
  const shown = [key, typed].map(({ trees }) => trees.map(show));
  const [one, other] = shown.every((trees) => trees.some((tree) => tree.includes("sum_"))) ? shown
    : shown.map((trees) => trees.map((tree) => tree.replace(/\bsum_[\w=^]+/gu, "sum")));
  if (one.length > 1 && other.length > 1) {
    return one.join("=") === other.join("=") || (key.text.includes("=") && one.reverse().join("=") === other.join("="));
  }
  const named = (trees) => trees.slice(0, -1).every(isName);
  if (one.length === 1 && other.length === 2 && typeof typed.trees[1] === "string" && one[0] === other[0]) {
    return true;
  }
  const same = (trees) => trees.every((tree) => isSameValue(tree, trees.at(-1)));
  return named(key.trees) && (named(typed.trees) || same(typed.trees)) && one.at(-1) === other.at(-1);
}

// What may stand on the left: w, σ(z), ∂C/∂w; not -w or 2w.
function isName(tree) {
  return typeof tree === "string"
    || (Array.isArray(tree) && !["+", "-", "^"].includes(tree[0])
    && tree.slice(1).every((part) => typeof part !== "number" || part > 0));
}

function formulaReason(key, typed, response) {
  if (isRightFormula(readEquation(unmask(key.text)), readEquation(unmask(typed.text)))) {
    return "lookalike";
  }
  const [one, other] = [key.trees.at(-1), typed.trees.at(-1)];
  if (one === null) {
    return null;
  }
  if (saysIt(show(one), response)) {
    return "words";
  }
  if (other === null) {
    return null;
  }
  const hasAll = [...symbolsOf(one)].every((name) => symbolsOf(other).has(name));
  return hasAll && isSameValue(one, other) ? "form" : lacksOne(show(one), show(other)) ? "missing" : null;
}

// The letters of a formula: dC/dw only stands for what has more of them.
function symbolsOf(tree) {
  return new Set(show(tree).match(/(?<![\p{L}_])(?!e(?!\p{L}))\p{L}(?:_\w+)?(?![\p{L}(])/gu));
}

// One letter is missing, and nothing else; a function is more than a letter.
function lacksOne(key, typed) {
  const [symbols, given] = [key, typed].map((text) => text.match(/[\p{L}\d_'.]+\(?|[-+/^]/gu) ?? []);
  const place = symbols.findIndex((symbol, index) => symbol !== given[index]);
  return given.length === symbols.length - 1 && /^\p{L}[^(]*$/u.test(symbols[place])
    && symbols.toSpliced(place, 1).join(" ") === given.join(" ");
}

// The formula in words: a sentence with all of its letters.
function saysIt(key, response) {
  const words = foldForm(response).split(/[\s,.]+|(?<=[\d\p{Script=Latin}])(?=[가-힣])/u);
  const symbols = (key.match(/(?<![\p{L}_])[\p{L}](?:_\w+)?(?![\p{L}(])/gu) ?? []);
  return words.filter((word) => /^\p{L}{2,}$/u.test(word)).length > 1 && symbols.length > 0
    && symbols.every((symbol) => words.includes(symbol));
}
