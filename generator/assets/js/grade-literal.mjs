// An answer that must be typed sign by sign, such as ":" or "!=". Only spaces around it and the Unicode form are free.
export function gradeLiteral({ accept }, response) {
  const typed = plain(response);
  const right = accept.some((text) => plain(text) === typed);
  return { verdict: right ? "correct" : "incorrect", score: right ? 1 : 0 };
}

function plain(text) {
  return text.normalize("NFC").trim();
}
