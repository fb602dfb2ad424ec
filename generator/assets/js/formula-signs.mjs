// The signs that formulas are written with, in LaTeX, Unicode or plain letters, as one list of words. Pure.
import { pattern, raw } from "./pattern.mjs";
import { foldForm, unwrap } from "./plain-text.mjs";

const GREEK = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
  + "upsilon phi chi psi omega").split(" ");
export const FUNCTIONS =
  "softmax sigmoid argmax argmin relu tanh sinh cosh sqrt sign exp log max min sin cos tan sum abs ln".split(" ");
const SIGNS = { "×": "*", "·": "*", "⋅": "*", "∗": "*", "∙": "*", "÷": "/", ":": "/", "{": "(", "}": ")", "[": "(",
  "]": ")", "∑": " sum ", Σ: " sum ", "√": " sqrt ", "**": "^" };
const COMMANDS = { cdot: "*", times: "*", ast: "*", div: "/", partial: "∂", nabla: "∇", odot: "⊙", infty: "∞",
  varepsilon: "ε", varphi: "φ", cr: " ", prime: "'", pm: "±", mp: "∓" };
const NAMES = [...FUNCTIONS, ...GREEK].sort((a, b) => b.length - a.length).join("|");
const TOKEN = pattern(raw`\s*(\d+(?:\.\d+)?|\.\d+|frac|${NAMES}|\p{L}|[∂∇∞]|\S)`, "giu");
const SPACING = /\\(?:left|right|big|bigg|displaystyle|limits|quad|vec|hat)(?![a-z])|\\[,;:! ()[\]]|\$/giu;

// One form for all ways of writing: η for \eta and eta, * for every sign of times, round brackets only.
function foldFormula(text) {
  const scripts = text
    .replace(/[⁰¹²³⁴-ⁿ\u02b0-\u02b8\u02e1-\u02e4\u1d2c-\u1d61\u1d9b-\u1dbf]+/gu, (run) => `^(${run.normalize("NFKC")})`)
    .replace(/[₀-ₜ\u1d62-\u1d6a\u2c7c]+/gu, (run) => `_(${run.normalize("NFKC")})`);
  return foldForm(scripts)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "")
    .replace(/\\(?=[{}|])/gu, "")
    .replace(/\\(?:math[a-z]+|text|operatorname|boldsymbol) ?\{(\w+)\}/gu, " $1 ")
    .replace(SPACING, " ")
    .replace(/\\over(?![a-z])/gu, ")/(")
    .replace(/\\[dt]?frac(?: ?(\d)(?=\d))?/gu, " frac $1 ")
    .replace(/\+\/-|(?<=^|[=(]) ?\+-/gu, "±")
    .replace(/\\([a-z]+)/giu, (all, name) => COMMANDS[name] ?? ` ${name} `)
    .replace(/\*\*|[×·⋅∗∙÷:{}[\]∑Σ√]/gu, (sign) => SIGNS[sign]);
}

// The sides of an equation: what stands before and behind =, ← and :=, outside brackets.
export function sides(text) {
  const found = [""];
  let depth = 0;
  for (const sign of text.replace(/:=|\\gets|\\leftarrow|<-(?!\d)/gu, "←").replace(/≈|≡/gu, "=")) {
    depth += "([{".includes(sign) ? 1 : ")]}".includes(sign) ? -1 : 0;
    if (depth === 0 && (sign === "=" || sign === "←")) found.push("");
    else found.push(found.pop() + sign);
  }
  return found.map((side) => side.trim());
}

// The words of a formula, each with whether a space stands before it.
export function tokensOf(text) {
  const folded = foldFormula(unwrap(text));
  return Array.from(folded.matchAll(TOKEN), ([all, word]) => ({ word: letter(word), apart: /^\s/u.test(all) }));
}

function letter(word) {
  const name = word.toLowerCase();
  const greek = GREEK.indexOf(name);
  if (greek < 0) return word.length > 1 ? name : word;
  const small = String.fromCharCode(0x3b1 + greek + (greek > 16 ? 1 : 0));
  return word[0] === name[0] ? small : small.toUpperCase();
}
