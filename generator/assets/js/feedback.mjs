// What stands below a question once it is checked: words for the verdict, and parts of the answer.
import { say } from "./page.mjs";

export function phraseVerdict(verdict, score, points = 1) {
  if (verdict !== "partial") {
    return say(verdict);
  }
  return `${say(verdict)} ${say("earned", { earned: Math.round(100 * score * points) / 100, points })}`;
}

// Copies what the answer has of a kind into the feedback.
export function appendPart(feedback, answer, selector) {
  const part = answer.querySelector(selector);
  feedback.append(...(part ? [part.cloneNode(true)] : []));
}
