// Pure.
// A question of several parts, each right or wrong: every right part counts the same. An empty part is not right, and
// not marked as wrong.
export function gradeParts(parts) {
  return judge(parts, parts.filter((part) => part === "correct").length / parts.length);
}

export function judge(parts, score) {
  return { verdict: score === 1 ? "correct" : score > 0 ? "partial" : "incorrect", score, parts };
}
