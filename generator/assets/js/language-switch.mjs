// The language switch keeps the reader's place: section ids are the same in every language.

/** The id of the section being read: the last heading above the upper third of the window, or "". */
export function sectionInView(headings, height) {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < height / 3);
  return passed.at(-1)?.id ?? "";
}

/** Where the landing page looks up the reader's choice. `root` is the URL of the site's root. */
export function choiceKey(root) {
  return `lessonloom ${new URL(root).pathname} language`;
}

function follow(event) {
  const link = event.currentTarget;
  const headings = [...document.querySelectorAll(".md-content h2[id]:not([id^=__])")];
  const place = window.scrollY > 0 ? sectionInView(headings, window.innerHeight) : "";
  link.hash = place || location.hash;
  try {
    localStorage.setItem(choiceKey(new URL(link.dataset.loomRoot, location.href)), link.hreflang);
  } catch {
    // Storage is blocked: the landing page then goes by the browser's languages.
  }
}

for (const link of document.querySelectorAll("[data-loom-switch]")) link.addEventListener("click", follow);
