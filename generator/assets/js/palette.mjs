// The reader's choice of colours for signed numbers: blue and orange, or the lecture's green and red. The choice
// is an attribute of <html>, which the page's head restores before anything is painted
// (theme/partials/loom_palette.html); all switches of a page and of other tabs show the same.

const KEY = `lessonloom ${new URL(import.meta.url.split("assets/lessonloom/")[0]).pathname} palette`;
const root = document.documentElement;

function show(isLecture) {
  if (isLecture) root.dataset.nnPalette = "video";
  else delete root.dataset.nnPalette;
  for (const button of document.querySelectorAll("nn-palette button")) button.ariaPressed = String(isLecture);
}

function choose(isLecture) {
  show(isLecture);
  try {
    if (isLecture) localStorage.setItem(KEY, "video");
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

class PaletteSwitch extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset.name;
    button.ariaPressed = String("nnPalette" in root.dataset);
    button.addEventListener("click", () => choose(!("nnPalette" in root.dataset)));
    this.replaceChildren(button);
  }
}

customElements.define("nn-palette", PaletteSwitch);

addEventListener("storage", (event) => {
  if (event.key === KEY) show(event.newValue === "video");
});
