// How much is right on a lesson's page, with a reset that asks first; also the ground of the home page's scores.
import { announce, say, storage } from "./page.mjs";
import { removeRecords, summarise } from "./progress.mjs";

// Fills an element's text and bar; returns what they say.
export function showScore(element, questions) {
  const score = summarise(storage, questions);
  const isComplete = score.right === score.total;
  const counted = score.plain ? "score" : score.of === 1 ? "score_points_one" : "score_points";
  element.querySelector(".quiz-score-text").textContent = say(
    score.answered === 0 ? "score_none" : isComplete ? "all_right" : counted,
    { ...score, points: inWords(score.points), of: inWords(score.of) },
  );
  const bar = element.querySelector("progress");
  bar.max = score.of;
  bar.value = score.points;
  element.dataset.complete = String(isComplete);
  return score;
}

function inWords(number) {
  return number.toLocaleString(document.documentElement.lang);
}

// Another tab of this site may have answered, or this page is shown again as it was before the lesson (Back).
export function keepUpToDate(element) {
  element.update();
  addEventListener("storage", () => element.update());
  addEventListener("pageshow", () => element.update());
  document.addEventListener("quiz-restore", () => element.update());
}

export class Score extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("[data-act=ask]");
    const dialog = this.querySelector("dialog");
    this.button.addEventListener("click", () => {
      dialog.returnValue = "";
      dialog.showModal();
    });
    dialog.addEventListener("close", () => dialog.returnValue === "yes" && this.reset());
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
    removeRecords(
      storage,
      this.questions.map(({ key }) => key),
    );
    this.waits = false;
    document.dispatchEvent(new CustomEvent("quiz-restore"));
    // The button that was pressed is gone, and a focus that is nowhere would start again at the top of the page.
    this.tabIndex = -1;
    this.focus();
    announce(say("reset_done"));
  }
}

class LessonScore extends Score {
  waits = false;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("quiz-answered", () => this.update());
  }

  get questions() {
    return [...document.querySelectorAll("[data-progress]")].map(({ dataset }) => ({
      key: dataset.progress,
      fingerprint: dataset.fingerprint,
      points: Number(dataset.points ?? 1),
    }));
  }
}

export const ELEMENTS = { "quiz-score": LessonScore };
