// Hangul as it is typed, key by key: to see a language key forgotten, and how far two words are apart. Pure.

const FIRST = "r R s e E f a q Q t T d w W c z x v g".split(" ");
const MIDDLE = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
const LAST = "_ r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ");
const LONE = "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(" ").concat(MIDDLE);

// 학습 → "gkrtmq"; letters of other scripts stay.
export function keystrokes(text) {
  return Array.from(text.normalize("NFC"), keysOf).join("");
}

function keysOf(letter) {
  const [syllable, lone] = [letter.charCodeAt(0) - 0xac00, letter.charCodeAt(0) - 0x3131];
  if (syllable >= 0 && syllable < 11172) {
    const last = syllable % 28;
    return FIRST[Math.floor(syllable / 588)] + MIDDLE[Math.floor(syllable / 28) % 21] + (last ? LAST[last] : "");
  }
  return LONE[lone] ?? letter;
}

// How many letters have to be put in, left out, replaced or swapped with their neighbour; `limit` + 1 for more.
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) {
    return limit + 1;
  }
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > limit) {
      return limit + 1;
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
