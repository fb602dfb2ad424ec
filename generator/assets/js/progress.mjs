// What a learner has answered. Pure: the storage is an argument, and no storage can make these functions throw.
//
// A record is kept under the question's own key and counts only while the question still has the record's fingerprint:
// an edited question is open again, and the others keep their answers.
//   {v, fingerprint, variant, response, text, verdict, score, tries, hints, first, at}
//
// response   what the learner did: typed text, or names of options; text   the same in words, for whoever reads it
// variant    which variant of the question this is about, if it has several: the last that was answered
// score      0 to 1: what the last try earned. tries, hints   how many were used. at   when, in ms
// first      the first try, {variant, response, text, verdict, score}; unknown in records of before there was a v

const VERSION = 2;
export const VERDICTS = ["correct", "partial", "close", "incorrect", "shown"];

// A Storage-like object that remembers for this visit what the real one refuses (full, switched off).
// `lasting` says whether everything written so far will outlive the visit.
export function openStorage(getStorage, prefix) {
  const memory = new Map();
  const attempt = (action, otherwise) => {
    try {
      return action(getStorage());
    } catch {
      return otherwise();
    }
  };
  const opened = {
    lasting: true,
    getItem: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(prefix + key), () => null),
    setItem(key, value) {
      memory.delete(key);
      attempt(
        (storage) => storage.setItem(prefix + key, value),
        () => {
          memory.set(key, value);
          opened.lasting = false;
        },
      );
    },
    removeItem(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(prefix + key), () => null);
    },
  };
  return opened;
}

// → {record, changed}: the record if it belongs to this very question, and whether there is one to an earlier wording.
export function readRecord(storage, key, fingerprint) {
  const record = toRecord(parse(storage.getItem(key)));
  const changed = record !== null && record.fingerprint !== fingerprint;
  return { record: changed ? null : record, changed };
}

// The same for one variant of a question: a record of another variant is none of its own.
export function readVariant(storage, { progress, fingerprint, variant }) {
  const { record, changed } = readRecord(storage, progress, fingerprint);
  return { record: record?.variant === variant ? record : null, changed };
}

// tried: {variant, response, text, verdict, score}, and hints and at. To be shown the answer is no try, and takes
// nothing away.
export function writeTry(storage, key, fingerprint, { variant, hints = 0, at, ...tried }) {
  const { record } = readRecord(storage, key, fingerprint);
  const earned = record?.variant === variant ? record?.score : 0;
  const isTry = tried.verdict !== "shown";
  writeRecord(storage, key, {
    fingerprint,
    variant,
    ...tried,
    score: isTry ? tried.score : (earned ?? 0),
    tries: (record?.tries ?? 0) + isTry,
    hints: Math.max(record?.hints ?? 0, hints),
    first: record ? record.first : { variant, ...tried },
    at,
  });
}

export function writeRecord(storage, key, record) {
  storage.setItem(key, JSON.stringify({ v: VERSION, ...record }));
}

// How many hints a learner has seen. Before the first answer a record holds nothing else, and so is no answer.
export function readHints(storage, key, fingerprint) {
  const stored = Object(parse(storage.getItem(key)));
  return stored.fingerprint === fingerprint ? toCount(stored.hints) : 0;
}

export function writeHints(storage, key, fingerprint, hints) {
  const stored = Object(parse(storage.getItem(key)));
  const kept = stored.fingerprint === fingerprint ? stored : { fingerprint };
  storage.setItem(key, JSON.stringify({ ...kept, hints }));
}

export function removeRecords(storage, keys) {
  keys.forEach((key) => storage.removeItem(key));
}

// questions: [{key, fingerprint, points}] → {total, answered, right} in questions, {points, of} in points.
// plain: whether questions say it all, because each is worth one point and none was partly right.
export function summarise(storage, questions) {
  const records = questions.map(({ key, fingerprint }) => readRecord(storage, key, fingerprint).record);
  const sum = (values) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
  return {
    total: questions.length,
    answered: records.filter(Boolean).length,
    right: records.filter((record) => record?.verdict === "correct").length,
    points: sum(questions.map(({ points }, place) => points * (records[place]?.score ?? 0))),
    of: sum(questions.map(({ points }) => points)),
    plain: questions.every(({ points }, place) => points === 1 && Number.isInteger(records[place]?.score ?? 0)),
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Another program, or a person, may have written anything under our key, or into a file. → a record, or null.
export function toRecord(value) {
  const tried = toTry(value);
  if (!tried || typeof value.fingerprint !== "string" || value.v > VERSION) {
    return null;
  }
  return {
    fingerprint: value.fingerprint,
    ...tried,
    tries: toCount(value.tries),
    hints: toCount(value.hints),
    first: toTry(value.first),
    at: toCount(value.at),
  };
}

const toCount = (number) => (Number.isSafeInteger(number) && number > 0 ? number : 0);
const isText = (value) => typeof value === "string";
const isResponse = (value) => isText(value) || (Array.isArray(value) && value.every(isText));

function toTry(value) {
  const { variant, response, text, verdict, score } = value ?? {};
  if (!VERDICTS.includes(verdict) || !isResponse(response)) {
    return null;
  }
  const isScore = typeof score === "number" && score >= 0 && score <= 1;
  const earned = isScore ? score : Number(verdict === "correct");
  const words = isResponse(text) ? text : response;
  return { variant: isText(variant) ? variant : undefined, response, text: words, verdict, score: earned };
}
