// How many hints a learner has seen. Pure. Kept in the question's own record; before the first answer that holds
// nothing else, and so is no answer to anybody who reads it.

export function readHints(storage, key, fingerprint) {
  const record = parse(storage.getItem(key));
  const known = record.fingerprint === fingerprint && Number.isSafeInteger(record.hints) && record.hints > 0;
  return known ? record.hints : 0;
}

export function writeHints(storage, key, fingerprint, hints) {
  const record = parse(storage.getItem(key));
  const kept = record.fingerprint === fingerprint ? record : { fingerprint };
  storage.setItem(key, JSON.stringify({ ...kept, hints }));
}

function parse(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
