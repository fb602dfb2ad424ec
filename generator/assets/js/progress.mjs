// What a learner has answered. Pure: the storage is an argument, and no storage can make these functions throw.
//
// A record is {fingerprint, response, verdict}, kept under the question's own key. It counts only while the question
// still has that fingerprint: an edited question is open again, and the others keep their answers.

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
  const record = parse(storage.getItem(key));
  const changed = record !== null && record.fingerprint !== fingerprint;
  return { record: changed ? null : record, changed };
}

export function writeRecord(storage, key, { fingerprint, response, verdict }) {
  storage.setItem(key, JSON.stringify({ fingerprint, response, verdict }));
}

export function removeRecords(storage, keys) {
  keys.forEach((key) => storage.removeItem(key));
}

// questions: key → fingerprint. → {total, answered, right}
export function summarise(storage, questions) {
  const verdicts = Object.entries(questions).map(([key, mark]) => readRecord(storage, key, mark).record?.verdict);
  return {
    total: verdicts.length,
    answered: verdicts.filter(Boolean).length,
    right: verdicts.filter((verdict) => verdict === "correct").length,
  };
}

// Another program, or a person, may have written anything under our key.
function parse(text) {
  try {
    const { fingerprint, response, verdict } = JSON.parse(text);
    const isText = typeof response === "string";
    const isPick = Array.isArray(response) && response.every((name) => typeof name === "string");
    const isOurs = typeof fingerprint === "string" && VERDICTS.includes(verdict) && (isText || isPick);
    return isOurs ? { fingerprint, response, verdict } : null;
  } catch {
    return null;
  }
}
