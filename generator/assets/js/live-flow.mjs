// The network as a drawing that follows its activations. Every drawn neuron can be chosen: to a screen reader the
// layers are the rows of a grid; arrow keys move as the drawing lies.
import { BUCKETS, DRAWN, layOut, PLATE, tracePaths } from "./flow-shape.mjs";
import { rank } from "./forward.mjs";
import { draw, Field, fixed, set, write } from "./live-elements.mjs";

const FADED = 0.2;
const BAR = 26;
const BOUNDED = ["sigmoid", "softmax", "tanh"];
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Flow {
  // `choose({ layer, neuron })` is told what was chosen; names are those of the layers, the input's first.
  constructor({ network, names, say, choose }) {
    const { x, y, size } = PLATE;
    Object.assign(this, { network, names, say, choose, columns: layOut(network.sizes) });
    this.digit = new Field(draw("g", { transform: `translate(${x} ${y}) scale(${size / 28})` }));
    this.paths = this.columns.map(() => BUCKETS.map(makePath));
    this.cells = this.columns.map((column, index) => column.places.map((_, neuron) => this.cell(index + 1, neuron)));
    const rows = this.cells.map((row, index) => draw("g", { role: "row", "aria-label": names[index + 1] }, ...row));
    const width = this.columns.at(-1).x + 104;
    // Where a network has more layers than fit, the drawing scrolls, and its words stay readable.
    this.svg = draw("svg", { class: "nn-flow", viewBox: `0 0 ${width} 400`, style: `min-width: ${0.85 * width}px` },
      draw("g", { "aria-hidden": true, fill: "none" },
        draw("rect", { class: "nn-flow__plate", x, y, width: size, height: size }),
        ...this.paths.flat(),
        this.digit.box,
        ...network.sizes.flatMap((count, index) => this.heading(count, index)),
      ),
      draw("g", { role: "grid", "aria-label": say("network_grid") }, ...rows),
    );
    this.enter(this.cells[0][0]);
  }

  cell(layer, neuron) {
    const { x, places, spacing, radius } = this.columns[layer - 1];
    const [y, isOutput] = [places[neuron], layer === this.columns.length];
    const [left, width] = isOutput ? [16, 118] : [26, 52];
    const area = { x: x - left, y: y - spacing / 2 + 1, width, height: spacing - 2 };
    const bar = { x: x + 34, y: y - 5, height: 10 };
    const parts = [
      draw("rect", { class: "nn-node__area", ...area }),
      draw("circle", { cx: x, cy: y, r: radius }),
      draw("text", { x, y: y + 4 }),
      draw("text", { x: x + 22, y: y + 5 }, String(neuron)),
      draw("rect", { class: "nn-node__track", ...bar, width: BAR }),
      draw("rect", { class: "nn-node__bar", ...bar }),
      draw("text", { class: "nn-node__value", x: x + 98, y: y + 5 }),
    ];
    const about = { class: "nn-node", role: "gridcell", tabindex: -1, "data-layer": layer, "data-neuron": neuron };
    return draw("g", about, ...parts.slice(0, isOutput ? 7 : 3));
  }

  heading(count, index) {
    const isOutput = index === this.columns.length;
    const x = index ? this.columns[index - 1].x + (isOutput ? 36 : 0) : PLATE.x + PLATE.size / 2;
    return [
      draw("text", { class: "nn-flow__size", x, y: 14 }, String(count)),
      draw("text", { class: "nn-flow__name", x, y: 30 }, this.names[index]),
      draw("text", { x, y: 398 }, index && count > DRAWN ? "⋮" : ""),
    ];
  }

  // `states` are what the forward pass of `input` gives.
  show(input, states, chosen) {
    const [winner] = rank(states.at(-1).a);
    const isFocus = (layer, neuron) =>
      layer === chosen?.layer ? neuron === chosen.neuron : layer < states.length || neuron === winner;
    this.digit.show(input);
    tracePaths(this.network, [input, ...states.map(({ a }) => a)], this.columns, isFocus).forEach((paths, index) => {
      paths.forEach((d, bucket) => set(this.paths[index][bucket], { d }));
    });
    states.forEach(({ a }, index) => this.fill(this.cells[index], a, this.network.layers[index].activation));
    this.cells.at(-1).forEach((cell, neuron) => cell.classList.toggle("nn-node--won", neuron === winner));
  }

  // A circle shows the activation itself where that is 1 at most, else its share of the layer's largest.
  fill(cells, a, activation) {
    const largest = BOUNDED.includes(activation) ? 1 : Math.max(...a.map(Math.abs)) || 1;
    cells.forEach((cell, neuron) => {
      const share = a[neuron] / largest;
      const [, circle, sign, , , bar, value] = cell.children;
      set(circle, { "fill-opacity": Math.abs(share).toFixed(2) });
      write(sign, share <= -0.05 ? "−" : "");
      if (value) {
        set(bar, { width: Math.max(0, share * BAR).toFixed(1) });
        write(value, fixed(a[neuron]));
      }
    });
  }

  // What a screen reader says of each neuron; not on every frame.
  describe(states) {
    for (const cell of this.cells.flat()) {
      const { layer, neuron } = cell.dataset;
      const name = this.say("neuron_in", { layer: this.names[layer], n: neuron });
      const value = fixed(states[layer - 1].a[neuron]);
      set(cell, { "aria-label": `${name}, ${this.say("with_activation", { value })}` });
    }
  }

  // Tab leads to one neuron, the one that was chosen last.
  enter(cell) {
    this.svg.querySelector("[tabindex='0']")?.setAttribute("tabindex", -1);
    cell.setAttribute("tabindex", 0);
  }

  select({ layer, neuron }) {
    const chosen = this.cells[layer - 1][neuron];
    this.cells.flat().forEach((cell) => set(cell, { "aria-selected": cell === chosen }));
    if (chosen) {
      this.enter(chosen);
    }
    this.choose({ layer: Number(layer), neuron: Number(neuron) });
  }

  move(event) {
    const [layers, neurons] = MOVES[event.key] ?? [];
    if (!MOVES[event.key]) {
      return;
    }
    event.preventDefault();
    const { layer, neuron } = event.target.dataset;
    const [here, there] = [this.cells[layer - 1], this.cells[layer - 1 + layers] ?? []];
    // Between layers of different size to the neuron that lies beside.
    const beside = Math.round((neuron * (there.length - 1)) / (here.length - 1 || 1));
    there[layers ? beside : Number(neuron) + neurons]?.focus();
  }
}

function makePath({ isFaded, isMinus, strength }) {
  const opacity = ((0.3 + 0.6 * strength) * (isFaded ? FADED : 1)).toFixed(2);
  const name = `nn-flow__${isMinus ? "minus" : "plus"}${strength < 0.5 ? " nn-flow__weak" : ""}`;
  return draw("path", { class: name, "stroke-width": 0.5 + 2.3 * strength, "stroke-opacity": opacity });
}
