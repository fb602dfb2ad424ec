// Pure.
// Items put in order. What counts is how many could stay where they are while the others are moved: one item at the
// wrong end is one mistake, though every place behind it is another one. In reverse nothing is right.
import { judge } from "./grade-parts.mjs";

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
