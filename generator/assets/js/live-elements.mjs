// What live figures are put together from: pieces of a drawing, words, numbers as figures write them.
export function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
}

// Text that changes; what is the same already is left alone.
export function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

export function speaker(words) {
  return (name, values) => words[name].replace(/\{(\w+)\}/g, (_, slot) => values[slot]);
}

export function fixed(value, digits = 2) {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) ? `−${text}` : text;
}

export function signed(value, digits) {
  const text = fixed(value, digits);
  return value > 0 && Number(text) ? `+${text}` : text;
}

// A polite live region says what was said last, once nothing new has come for a while.
export function announcer(status) {
  let pending = 0;
  return (text) => {
    clearTimeout(pending);
    pending = setTimeout(() => write(status, text), 700);
  };
}

const STEPS = 12;

// A square field of numbers as flat levels, drawn like the static figures do: a path of strokes for each level, so that
// the page's colours, paper and high contrast hold for it as well.
export class Field {
  // `box` is an element of a drawing.
  constructor(box) {
    this.box = box;
    this.paths = new Map();
    for (let level = -STEPS; level <= STEPS; level += 1) {
      const name = level < 0 ? "nn-field-minus" : "nn-field-plus";
      this.paths.set(level, draw("path", { class: name, "stroke-opacity": Math.abs(level) / STEPS }));
    }
    box.replaceChildren(...this.paths.values());
  }

  // What is `limit` or beyond is in full colour.
  show(values, limit = 1) {
    const side = Math.ceil(Math.sqrt(values.length));
    const levels = Array.from(values, (value) => Math.max(-1, Math.min(1, value / limit)) * STEPS).map(Math.round);
    const strokes = new Map();
    for (let start = 0, end = 0; start < levels.length; start = end) {
      const level = levels[start];
      const stop = Math.min(levels.length, (Math.floor(start / side) + 1) * side);
      for (end = start + 1; end < stop && levels[end] === level; end += 1);
      const stroke = `M${start % side} ${Math.floor(start / side) + 0.5}h${end - start}`;
      strokes.set(level, (strokes.get(level) ?? "") + stroke);
    }
    this.paths.forEach((path, level) => set(path, { d: (level && strokes.get(level)) || "" }));
    return side;
  }

  // As the only one in its drawing.
  fill(values, limit) {
    const side = this.show(values, limit);
    set(this.box, { viewBox: `0 0 ${side} ${side}` });
  }
}
