// How much is right: on a lesson's page, in the list of lessons and over the whole course, with a reset that asks.
import { announce, say, storage } from "./page.mjs";
import { removeRecords, summarise } from "./progress.mjs";

// Fills an element's text and bar; returns what they say.
function showScore(element, questions) {
  const score = summarise(storage, questions);
  const word = score.answered === 0 ? "score_none" : score.right === score.total ? "all_right" : "score";
  element.querySelector(".quiz-score-text").textContent = say(word, score);
  const bar = element.querySelector("progress");
  bar.max = score.total;
  bar.value = score.right;
  element.dataset.complete = String(score.right === score.total);
  return score;
}

// Another tab of this site may have answered, or this page is shown again as it was before the lesson (Back).
function keepUpToDate(element) {
  element.update();
  addEventListener("storage", () => element.update());
  addEventListener("pageshow", () => element.update());
}

class LessonProgress extends HTMLElement {
  connectedCallback() {
    keepUpToDate(this);
    document.addEventListener("quiz-reset", () => this.update());
  }

  get questions() {
    return JSON.parse(this.dataset.questions);
  }

  update() {
    this.hidden = showScore(this, this.questions).answered === 0;
    this.querySelector("progress").setAttribute("aria-label", this.querySelector(".quiz-score-text").textContent);
  }
}

class Score extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("[data-act=ask]");
    const dialog = this.querySelector("dialog");
    this.button.addEventListener("click", () => {
      dialog.returnValue = "";
      dialog.showModal();
    });
    dialog.addEventListener("close", () => dialog.returnValue === "yes" && this.reset());
    document.addEventListener("quiz-answered", () => this.update());
    keepUpToDate(this);
  }

  update() {
    const { answered } = showScore(this, this.questions);
    this.hidden = answered === 0 && this.waits;
    this.button.hidden = answered === 0;
    const note = this.querySelector(".quiz-unsaved");
    note.hidden = storage.lasting;
    note.textContent = storage.lasting ? "" : say("unsaved");
  }

  reset() {
    removeRecords(storage, Object.keys(this.questions));
    document.dispatchEvent(new CustomEvent("quiz-reset"));
    this.waits = false;
    this.update();
    // The button that was pressed is gone, and a focus that is nowhere would start again at the top of the page.
    this.tabIndex = -1;
    this.focus();
    announce(say("reset_done"));
  }
}

class LessonScore extends Score {
  waits = false;

  get questions() {
    const questions = [...document.querySelectorAll("[data-progress]")];
    return Object.fromEntries(questions.map(({ dataset }) => [dataset.progress, dataset.fingerprint]));
  }
}

class CourseScore extends Score {
  // The home page of a course nobody has begun is not a score.
  waits = true;

  get questions() {
    const lessons = [...document.querySelectorAll("[data-questions]")];
    return Object.assign({}, ...lessons.map(({ dataset }) => JSON.parse(dataset.questions)));
  }
}

export const ELEMENTS = { "quiz-score": LessonScore, "quiz-course": CourseScore, "quiz-progress": LessonProgress };
