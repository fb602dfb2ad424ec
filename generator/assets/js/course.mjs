// The home page: progress in each lesson and over the whole course, where to go on, and results as a file.
import { announce, say, storage } from "./page.mjs";
import { readRecord } from "./progress.mjs";
import { keepUpToDate, Score, showScore } from "./score.mjs";

// A lesson's sections stand in the page as [[id, title, [[key, fingerprint, points], …]], …].
function sectionsOf(element) {
  return JSON.parse(element.dataset.sections).map(([id, title, questions]) => ({
    id,
    title,
    questions: questions.map(([key, fingerprint, points]) => ({ key, fingerprint, points })),
  }));
}

function questionsOf(element) {
  return sectionsOf(element).flatMap(({ questions }) => questions);
}

function allLessons() {
  return [...document.querySelectorAll("[data-sections]")];
}

class LessonProgress extends HTMLElement {
  connectedCallback() {
    this.questions = questionsOf(this);
    keepUpToDate(this);
  }

  update() {
    this.hidden = showScore(this, this.questions).answered === 0;
    this.querySelector("progress").setAttribute("aria-label", this.querySelector(".quiz-score-text").textContent);
  }
}

class CourseScore extends Score {
  // The home page of a course nobody has begun is not a score.
  waits = true;

  get questions() {
    return allLessons().flatMap(questionsOf);
  }
}

// The way into the course: to the first lesson, or for who has begun to the first section with something left to do.
class Continue extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a");
    this.start = { href: this.link.href, label: this.link.textContent };
    keepUpToDate(this);
  }

  update() {
    const next = findNext();
    this.link.href = next ? next.href : this.start.href;
    this.link.textContent = next ? say("continue") : this.start.label;
    const place = this.querySelector("[data-place]");
    place.hidden = !next;
    place.textContent = next ? say("continue_at", next) : "";
  }
}

// → {href, lesson, section}; nothing before the first answer and after the last question. What was never answered
// comes before what was answered wrong.
function findNext() {
  const sections = allLessons().flatMap((element) => {
    const link = element.closest(".home-card").querySelector("h3 a");
    return sectionsOf(element).map(({ id, title, questions }) => ({
      href: `${link.href}#${id}`,
      lesson: link.textContent,
      section: title,
      verdicts: questions.map(({ key, fingerprint }) => readRecord(storage, key, fingerprint).record?.verdict),
    }));
  });
  const first = (isLeft) => sections.find(({ verdicts }) => verdicts.some(isLeft));
  const isOpen = (verdict) => !verdict;
  const isUnfinished = (verdict) => verdict !== "correct" && verdict !== "shown";
  return first((verdict) => verdict) && (first(isOpen) ?? first(isUnfinished));
}

// The code for files is loaded when it is first asked for.
class Results extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const input = this.querySelector("input");
    this.querySelector("[data-act=download]").addEventListener("click", () => this.run("download"));
    this.querySelector("[data-act=load]").addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      await this.run("load", input.files[0]);
      // So that the same file can be chosen again.
      input.value = "";
    });
  }

  async run(name, ...rest) {
    const actions = await import("./results-file.mjs");
    const said = await actions[name](allLessons().flatMap(questionsOf), this.dataset, ...rest);
    this.querySelector(".quiz-results-said").textContent = said;
    announce(said);
  }
}

export const ELEMENTS = {
  "quiz-course": CourseScore,
  "quiz-progress": LessonProgress,
  "quiz-continue": Continue,
  "quiz-results": Results,
};
