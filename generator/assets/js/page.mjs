// What the quiz elements of one page share: its words, its storage, its one live region, its keyboard guard.
import { openStorage } from "./progress.mjs";

// Assets lie in <site>/assets/…: what stands before is the site's own path, whatever page this is.
export const site = new URL(import.meta.url.split("/assets/lessonloom/")[0]).pathname;

export const storage = openStorage(() => localStorage, `lessonloom:${site}/`);

const words = JSON.parse(document.querySelector("script.quiz-words").textContent);

export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, value) => values[value]);
}

export function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function makeButton(name, type, act) {
  const button = make("button", "quiz-button", say(name));
  button.type = type;
  button.addEventListener("click", act);
  return button;
}

// What is read out of a text: formulas are left to the eye, their parts in a row are noise.
export function spokenText(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("math").forEach((formula) => formula.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// What an option says; a formula as its author wrote it, because its parts in a row read as noise; a picture's words.
export function plainText(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("math, img").forEach((part) => part.replaceWith(part.getAttribute("alttext") ?? part.alt));
  return copy.textContent.trim();
}

const live = make("div", "quiz-hidden");
live.setAttribute("role", "status");
document.body.append(live);
let pending = 0;

// Emptied first, and filled a moment later: a second "That is not right" is announced like the first.
export function announce(text) {
  clearTimeout(pending);
  live.textContent = "";
  pending = setTimeout(() => {
    live.textContent = text;
  }, 100);
}

// The theme binds single keys (n: next page, s: search). Inside a quiz they are the learner's. The browser's own
// action (typing, ticking) is not stopped; a live figure and a task see to themselves; and a held-down Enter is one Enter.
document.addEventListener(
  "keydown",
  (event) => {
    if (!event.target.closest?.(".quiz, .quiz-score") || event.target.closest(".nn-live")) {
      return;
    }
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopPropagation();
    }
    if (event.repeat && event.key === "Enter") {
      event.preventDefault();
    }
  },
  true,
);
