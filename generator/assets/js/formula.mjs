// Formulas as people write them, in LaTeX, Unicode or plain letters: read into one tree. Pure.
import { FUNCTIONS, tokensOf } from "./formula-signs.mjs";

const MOST_SIGNS = 400;
const SIGNED = ["+", "-", "±", "∓"];
const APPLIED = /^[σφψfFhJCL]$/u;

// The tree of a formula: numbers, symbols as strings, and [operator, …parts]; null for what is no formula.
export function readFormula(text) {
  const tokens = tokensOf(text);
  if (tokens.length > MOST_SIGNS) return null;
  const reader = { tokens, place: 0 };
  try {
    const tree = readSum(reader);
    return reader.place === tokens.length ? tree : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const peek = (reader) => reader.tokens[reader.place]?.word;
const take = (reader, ...words) => (words.includes(peek(reader)) ? reader.tokens[reader.place++].word : null);
function expect(reader, word) {
  if (!take(reader, word)) throw new SyntaxError(word);
}

function readSum(reader) {
  const parts = [readTerm(reader)];
  for (let sign = take(reader, ...SIGNED); sign; sign = take(reader, ...SIGNED)) parts.push(signed(sign,
    readTerm(reader)));
  return parts.length === 1 ? parts[0] : ["+", ...parts.flatMap((part) => (part[0] === "+" ? part.slice(1) : [part]))];
}

function readTerm(reader) {
  let left = readTight(reader);
  for (;;) {
    if (take(reader, "/")) left = divide(left, isNumber(left) ? readTight(reader) : readBelow(reader));
    else if (take(reader, "⊙")) left = ["⊙", left, readTight(reader)];
    else if (take(reader, "*") || startsAtom(peek(reader))) left = multiply(left, readTight(reader));
    else return left;
  }
}

const startsAtom = (word) => word !== undefined && /^[\p{L}\d.(∂∇∞]/u.test(word);
const isLetter = (word) => word !== undefined && (/^[\p{L}∂∇]$/u.test(word));

// Letters that touch belong together: ∂C/∂w is (∂C)/(∂w).
function readTight(reader) {
  let left = readRaised(reader);
  while (isLetter(reader.tokens[reader.place - 1]?.word) && isLetter(peek(reader))
    && !reader.tokens[reader.place].apart) {
    left = multiply(left, readRaised(reader));
  }
  return left;
}

// b/2h is b/(2h), but 1/2h is ½h.
function readBelow(reader) {
  const factor = readTight(reader);
  return isNumber(factor) && isLetter(peek(reader)) && !reader.tokens[reader.place].apart
    ? multiply(factor, readTight(reader)) : factor;
}

function readRaised(reader) {
  const sign = take(reader, ...SIGNED);
  if (sign) return signed(sign, readTight(reader));
  const base = readAtom(reader);
  return take(reader, "^") ? power(base, readRaised(reader)) : base;
}

function readAtom(reader) {
  const word = reader.tokens[reader.place++]?.word ?? "";
  if (/^[\d.]+$/u.test(word) && word !== ".") return Number(word);
  if (word === "(") return readUntil(reader, ")")[0];
  if (word === "|") return ["abs", ...readUntil(reader, "|")];
  if (word === "frac") return divide(readAtom(reader), readAtom(reader));
  if (!/^[\p{L}∂∇∞]/u.test(word)) throw new SyntaxError(word);
  const name = word + readMarks(reader, word);
  // ∂C and ∇C are one thing.
  if (/^[∂∇]/u.test(word) && isLetter(peek(reader))) return name + readAtom(reader);
  if (!FUNCTIONS.includes(word) && !(APPLIED.test(word) && peek(reader) === "(")) return name;
  const parts = word === "sum" ? [readTerm(reader)] : take(reader, "(") ? readUntil(reader, ")") : [readTight(reader)];
  // The logistic function is written by its name, too.
  return [name.replace("sigmoid", "σ") + readMarks(reader, ""),
    ...(word === "max" || word === "min" ? parts.sort((a, b) => (show(a) < show(b) ? -1 : 1)) : parts)];
}

// Indices and primes are part of a name: z_i, z_{ij}, x1, σ'; so are the bounds of a sum.
function readMarks(reader, word) {
  let marks = "";
  for (;;) {
    const touching = reader.tokens[reader.place] && !reader.tokens[reader.place].apart && /^\d+$/u.test(peek(reader))
      && word.length === 1;
    if (take(reader, "'")) marks += "'";
    else if (take(reader, "_") || (FUNCTIONS.includes(word) && take(reader, "^"))) marks += `_${readIndex(reader)}`;
    else if (touching) marks += `_${readIndex(reader)}`;
    else return marks;
  }
}

function readIndex(reader) {
  if (!take(reader, "(")) return reader.tokens[reader.place++]?.word ?? "";
  let index = "";
  for (let depth = 1; reader.place < reader.tokens.length; index += reader.tokens[reader.place++].word) {
    depth += peek(reader) === "(" ? 1 : peek(reader) === ")" ? -1 : 0;
    if (depth === 0) break;
  }
  expect(reader, ")");
  return index;
}

function readUntil(reader, end) {
  const parts = [readSum(reader)];
  while (take(reader, ",")) parts.push(readSum(reader));
  expect(reader, end);
  return parts;
}

const isNumber = (tree) => typeof tree === "number";
const negate = (tree) => (isNumber(tree) ? -tree : tree[0] === "-" && Array.isArray(tree) ? tree[1] : ["-", tree]);
const signed = (sign, tree) => (sign === "-" ? negate(tree) : sign === "+" ? tree : [sign, tree]);
const isNegative = (tree) => (isNumber(tree) ? tree < 0 : Array.isArray(tree) && tree[0] === "-");
function divide(one, other) {
  if (isNumber(one) && isNumber(other)) return one / other;
  if (isNegative(one)) return negate(divide(negate(one), other));
  return isFraction(one) ? ["/", one[1], multiply(one[2], other)] : ["/", one, other];
}

const power = (base, exponent) => (base === "e" ? ["exp", exponent] : ["^", base, exponent]);
const factors = (tree) => (tree[0] === "*" && Array.isArray(tree) ? tree.slice(1) : [tree]);
const isFraction = (tree) => Array.isArray(tree) && tree[0] === "/";
function multiply(one, other) {
  if (isNegative(one)) return negate(multiply(negate(one), other));
  if (isFraction(one) && isFraction(other)) return ["/", multiply(one[1], other[1]), multiply(one[2], other[2])];
  if (isFraction(one)) return ["/", multiply(one[1], other), one[2]];
  if (isFraction(other)) return ["/", multiply(one, other[1]), other[2]];
  return ["*", ...factors(one), ...factors(other)];
}

// The tree as one string: equal for formulas that are written alike.
export function show(tree) {
  return Array.isArray(tree) ? `${tree[0]}(${tree.slice(1).map(show).join(",")})` : String(tree);
}
