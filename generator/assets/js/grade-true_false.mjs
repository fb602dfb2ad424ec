// A statement: the response is ["true"] or ["false"], what was picked.
export function gradeTrueFalse({ answer }, [picked]) {
  const right = picked === String(answer);
  return { verdict: right ? "correct" : "incorrect", score: right ? 1 : 0 };
}
