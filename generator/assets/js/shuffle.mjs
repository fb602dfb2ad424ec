// An order that looks random and is a learner's own: the same after every reload, another for somebody else. Each name
// has its own place in it, so that what an author inserts or moves leaves the others as they were. Pure.

export function shuffled(names, seed) {
  const ranks = new Map(names.map((name) => [name, hash(`${seed}/${name}`)]));
  return [...names].sort((one, other) => ranks.get(one) - ranks.get(other));
}

// A number that this browser keeps; made once, and then the seed of everything that is shuffled in it.
export function learnerSeed(storage, random) {
  const known = storage.getItem("seed");
  if (known) {
    return known;
  }
  const seed = random().toString(36).slice(2);
  storage.setItem("seed", seed);
  return seed;
}

// FNV-1a, stirred once more so that texts that differ in one letter end up far apart.
function hash(text) {
  let state = 0x811c9dc5;
  for (const character of text) {
    state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}
