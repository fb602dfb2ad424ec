// Right when exactly the right options are picked. Several right ones give credit for each, less one for each
// wrong pick, so that ticking everything earns nothing.
export function gradeChoice({ correct, multiple }, response) {
  const picked = new Set(response);
  const hits = correct.filter((name) => picked.has(name)).length;
  const wrong = picked.size - hits;
  if (hits === correct.length && wrong === 0) {
    return { verdict: "correct", score: 1 };
  }
  const score = multiple ? Math.max(0, hits - wrong) / correct.length : 0;
  return { verdict: score > 0 ? "partial" : "incorrect", score };
}

// A statement: the response is ["true"] or ["false"], what was picked.
export function gradeTrueFalse({ answer }, [picked]) {
  const right = picked === String(answer);
  return { verdict: right ? "correct" : "incorrect", score: right ? 1 : 0 };
}
