// The grader is large: it comes when a learner is about to type, not with the page.
let grader;
const loadGrader = async () => (grader ??= (await import("./grade.mjs")).grade);

// A kind of question whose answers are graded by it.
export const withGrader = (Base) => class extends Base {
  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("focusin", loadGrader, { once: true });
  }

  async check(event) {
    event.preventDefault();
    await loadGrader();
    super.check(event);
  }

  // The question's own words help: its unit, "about", what an answer repeats of it.
  grade(key, response) {
    return grader?.({ ...key, question: this.querySelector(".quiz-ask").textContent }, response) ?? {};
  }

  // An answer of an earlier visit shows its verdict at once and, with the grader, its reason.
  settle(verdict) {
    super.settle(verdict);
    if (!grader && verdict !== "shown") {
      loadGrader().then(() => this.dataset.verdict === verdict && super.settle(verdict));
    }
  }
};
