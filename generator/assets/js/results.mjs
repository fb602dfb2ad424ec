// What a learner has answered as a file, and back. Pure: the storage is an argument.
//
// {format, version, course, site, language, date, answers: [{key, points, …record}]}
//
// A file may come from anyone. Of what is in it, only records of this page's own questions are ever written, and only
// what a record may hold. It never makes worse what is here: of two answers the better counts, then the newer.
import { readRecord, toRecord, writeRecord } from "./progress.mjs";

const FORMAT = "lessonloom-results";
const VERSION = 1;

// about: {course, site, language, date}
export function collectResults(storage, questions, about) {
  const answers = questions.map(({ key, fingerprint, points }) => {
    const { record } = readRecord(storage, key, fingerprint);
    return record && { key, points, ...record };
  });
  return { format: FORMAT, version: VERSION, ...about, answers: answers.filter(Boolean) };
}

// → {problem: a word of the page, results} or {taken, kept, changed}: how many answers
export function loadResults(storage, questions, language, text) {
  const results = parse(text);
  const problem = findProblem(results, questions, language);
  if (problem) {
    return { problem, results };
  }
  const marks = new Map(questions.map(({ key, fingerprint }) => [key, fingerprint]));
  const counts = { taken: 0, kept: 0, changed: 0 };
  for (const answer of results.answers) {
    const record = toRecord(answer);
    counts[record ? merge(storage, answer.key, marks.get(answer.key), record) : "changed"] += 1;
  }
  return counts;
}

function merge(storage, key, fingerprint, record) {
  if (record.fingerprint !== fingerprint) {
    return "changed";
  }
  const mine = readRecord(storage, key, fingerprint).record;
  if (mine && (mine.score > record.score || (mine.score === record.score && mine.at >= record.at))) {
    return "kept";
  }
  writeRecord(storage, key, record);
  return "taken";
}

function findProblem(results, questions, language) {
  if (results?.format !== FORMAT || !Array.isArray(results.answers) || !Number.isInteger(results.version)) {
    return "not_results";
  }
  if (results.version > VERSION) {
    return "newer_results";
  }
  if (results.answers.length === 0) {
    return "loaded_nothing";
  }
  if (results.language !== language) {
    return "other_language";
  }
  const keys = new Set(questions.map(({ key }) => key));
  return results.answers.some((answer) => keys.has(answer?.key)) ? "" : "other_course";
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
