// Questions of several parts: pairs, and items in order. Pure. A text with blanks needs the graders of other types, and
// so has a module of its own.

// Each part is right or wrong, and every right one counts the same. An empty one is not right, and not marked as wrong.
export function gradeParts(parts) {
  return judge(parts, parts.filter((part) => part === "correct").length / parts.length);
}

export function judge(parts, score) {
  return { verdict: score === 1 ? "correct" : score > 0 ? "partial" : "incorrect", score, parts };
}

// Pairs. A response is a list of "left:right"; what is not picked is empty.
export function gradeMatch({ pairs }, response) {
  const picked = new Map(response.map((pair) => pair.split(":")));
  return gradeParts(
    pairs.map(([left, right]) => (picked.has(left) ? (picked.get(left) === right ? "correct" : "incorrect") : "")),
  );
}

// Items put in order. What counts is how many could stay where they are while the others are moved: one item at the
// wrong end is one mistake, though every place behind it is another one. In reverse nothing is right.
export function gradeOrder({ order }, response) {
  const ranks = response.map((name) => order.indexOf(name));
  const staying = longestRise(ranks);
  const score = Math.max(0, staying.length - 1) / (order.length - 1);
  return judge(ranks.map((_, place) => (score > 0 && staying.includes(place) ? "correct" : "incorrect")), score);
}

// The places of the longest sequence, with gaps, in which every rank is higher than the one before.
function longestRise(ranks) {
  const rises = [];
  for (const [place, rank] of ranks.entries()) {
    const before = rises.filter((rise) => ranks[rise.at(-1)] < rank);
    rises.push(rank < 0 ? [] : [...longest(before), place]);
  }
  return longest(rises);
}

function longest(rises) {
  return rises.reduce((best, rise) => (rise.length > best.length ? rise : best), []);
}
