// Results leave the page as a file and come back as one; both return what to tell the learner.
import { say, site, storage } from "./page.mjs";
import { collectResults, loadResults } from "./results.mjs";

const LONGEST = 4_000_000;

export function download(questions, { course, language }) {
  const date = new Date().toISOString();
  const results = collectResults(storage, questions, { course, site: `${site}/`, language, date });
  const count = results.answers.length;
  if (count === 0) {
    return say("saved_nothing");
  }
  const link = document.createElement("a");
  link.download = `results-${language}-${date.slice(0, 10)}.json`;
  link.href = URL.createObjectURL(new Blob([JSON.stringify(results, null, 1)], { type: "application/json" }));
  link.click();
  // Not at once: a browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return say("saved", { file: link.download, count });
}

export async function load(questions, { language }, file) {
  const { problem, results, ...counts } = loadResults(storage, questions, language, await read(file));
  if (problem) {
    return say(problem, { language: nameOf(results?.language), course: short(results?.course) });
  }
  document.dispatchEvent(new CustomEvent("quiz-restore"));
  const more = ["kept", "changed"].filter((name) => counts[name] > 0);
  return ["loaded", ...more.map((name) => `loaded_${name}`)].map((word) => say(word, counts)).join(" ");
}

// A file that is too large to be ours, or gone by now, reads like an empty one.
function read(file) {
  return file.size <= LONGEST ? file.text().catch(() => "") : "";
}

function nameOf(language) {
  try {
    return new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(language);
  } catch {
    return short(language);
  }
}

function short(text) {
  return String(text ?? "?").slice(0, 80);
}
