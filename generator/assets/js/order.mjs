// Put items in order: by buttons, by the arrow keys on them, or by dragging. The item that moves stays where it is in
// the document and its neighbours go around it: so it keeps the focus and the pointer.
import { gradeOrder } from "./grade-parts.mjs";
import { announce, make, makeButton, plainText, say } from "./page.mjs";
import { QuestionOfParts } from "./parts.mjs";

const STEPS = { up: -1, down: 1, ArrowUp: -1, ArrowDown: 1 };

const WORDS = { correct: "in_order", incorrect: "out_of_order" };

class OrderQuestion extends QuestionOfParts {
  grade = gradeOrder;
  emptyWord = "empty_order";

  connectedCallback() {
    if (!this.key) {
      this.list = this.querySelector("ol");
      this.empty = this.names;
      this.items.forEach((item) => this.equip(item));
    }
    super.connectedCallback();
  }

  get items() {
    return [...this.list.children];
  }

  get names() {
    return this.items.map((item) => item.dataset.item);
  }

  // What nobody has moved is no answer.
  get response() {
    const { names } = this;
    return names.join() === this.empty.join() ? [] : names;
  }

  // Whatever was stored, no item is lost: those it does not name come last.
  set response(names) {
    const rank = ({ dataset }) => (names.includes(dataset.item) ? names.indexOf(dataset.item) : names.length);
    this.list.append(...this.items.sort((one, other) => rank(one) - rank(other)));
    this.tellEnds();
  }

  get responseText() {
    return this.items.map((item) => plainText(textOf(item)));
  }

  equip(item) {
    const moves = make("span", "quiz-moves");
    moves.append(...["up", "down"].map((way) => this.makeMove(item, way)));
    moves.addEventListener("keydown", (event) => {
      if (event.key in STEPS) {
        event.preventDefault();
        this.move(item, STEPS[event.key]);
      }
    });
    item.append(moves);
    makeDraggable(item, (step) => this.move(item, step));
  }

  makeMove(item, way) {
    const button = makeButton(way, "button", () => this.move(item, STEPS[way]));
    button.className = `quiz-move quiz-move-${way}`;
    button.id = `${textOf(item).id}_${way}`;
    button.setAttribute("aria-labelledby", `${button.id} ${textOf(item).id}`);
    return button;
  }

  move(item, step) {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      slideToPlace(this.items, () => item[step < 0 ? "after" : "before"](other));
      item.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const place = this.items.indexOf(item) + 1;
    announce(say("place", { item: plainText(textOf(item)), place, total: this.items.length }));
    this.tellEnds();
  }

  // At either end there is nowhere to go; but a button that vanished under a finger or the focus would be worse.
  tellEnds() {
    this.items.forEach((item, place, { length }) => {
      const [up, down] = item.querySelectorAll(".quiz-move");
      up.setAttribute("aria-disabled", String(place === 0));
      down.setAttribute("aria-disabled", String(place === length - 1));
    });
  }

  // Where all are right, the verdict says so; where the right order is below, this one says whose it is.
  mark(verdict) {
    if (verdict === "shown") {
      this.list.before(make("p", "quiz-notes quiz-key quiz-yours", say("your_order")));
    }
    const { parts } = this.grade(this.key, this.names);
    this.items.forEach((item, place) => {
      const mark = this.markPart(item, parts[place], WORDS);
      item.append(...(verdict === "correct" ? [] : [mark]));
    });
  }
}

function textOf(item) {
  return item.querySelector(".quiz-item");
}

// `move` is told -1 or 1 whenever the pointer has passed the middle of a neighbour. A finger drags by the grip alone,
// so that it can still scroll the page; a mouse by the whole item.
function makeDraggable(item, move) {
  item.addEventListener("pointerdown", (event) => {
    const held = event.target.closest(event.pointerType === "mouse" ? "li" : ".quiz-grip");
    if (!held || event.button !== 0 || event.target.closest("a, button, :disabled *")) {
      return;
    }
    event.preventDefault();
    item.setPointerCapture(event.pointerId);
    item.classList.add("quiz-dragged");
    item.onpointermove = ({ clientY }) => follow(item, clientY, move);
    item.onlostpointercapture = () => {
      item.onpointermove = null;
      item.classList.remove("quiz-dragged");
    };
  });
}

// By offsets, which an item that still slides has already at its new place.
function follow(item, clientY, move) {
  const y = clientY - item.parentElement.getBoundingClientRect().top;
  const [before, after] = [item.previousElementSibling, item.nextElementSibling];
  if (before && y < middle(before)) {
    move(-1);
  } else if (after && y > middle(after)) {
    move(1);
  }
}

function middle(item) {
  return item.offsetTop + item.offsetHeight / 2;
}

function slideToPlace(items, change) {
  const tops = items.map((item) => item.offsetTop);
  change();
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
    items.forEach((item, index) => item.animate({ translate: [`0 ${tops[index] - item.offsetTop}px`, "0 0"] }, 160));
  }
}

export const ELEMENTS = { "quiz-order": OrderQuestion };
