// Pure.
// Pairs. A response is a list of "left:right"; what is not picked is empty.
import { gradeParts } from "./grade-parts.mjs";

export function gradeMatch({ pairs }, response) {
  const picked = new Map(response.map((pair) => pair.split(":")));
  return gradeParts(
    pairs.map(([left, right]) => (picked.has(left) ? (picked.get(left) === right ? "correct" : "incorrect") : "")),
  );
}
