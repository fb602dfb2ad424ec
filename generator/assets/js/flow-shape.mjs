// Where the parts of a live flow go, and its lines, from the pixels at the left to the outputs at the right. Pure.
import { weightsInto } from "./forward.mjs";

export const PLATE = { x: 1, y: 168, size: 88 };
export const DRAWN = 16; // neurons of a layer at most: the first ones
const PIXELS_PER_NEURON = 4;
const LEVELS = 4;
export const BUCKETS = Array.from({ length: 4 * LEVELS }, (_, bucket) => ({
  isFaded: bucket < 2 * LEVELS,
  isMinus: Math.floor(bucket / LEVELS) % 2 === 0,
  strength: ((bucket % LEVELS) + 1) / LEVELS,
}));

// For each layer after the input where its drawn neurons are: a column at x, the places down it, their size.
export function layOut(sizes) {
  const last = sizes.length - 2;
  const pitch = Math.max(57, 114 / (last || 1));
  return sizes.slice(1).map((size, index) => {
    const drawn = Math.min(size, DRAWN);
    const spacing = Math.min(index === last ? 34 : 24, 328 / Math.max(drawn - 1, 1));
    const places = Array.from({ length: drawn }, (_, neuron) => 212 + spacing * (neuron - (drawn - 1) / 2));
    const x = last ? 120 + pitch * index : 234;
    return { x, spacing, places, radius: Math.min(index === last ? 10.5 : 8.5, 0.44 * spacing) };
  });
}

// For every layer the path data of each bucket. `values` are the input and every layer's activations;
// isFocus(layer, neuron) tells which lines are not faded.
export function tracePaths(network, values, columns, isFocus) {
  return columns.map(({ x, places, radius }, index) => {
    const [before, inputs] = [columns[index - 1], values[index]];
    const all = Array.from(values[index + 1], (_, neuron) => productsInto(network, index + 1, neuron, inputs));
    // Of all neurons of the layer, drawn or not: its lines share one scale.
    const limit = Math.max(...all.map((products) => products.reduce(larger, 0))) || 1;
    const paths = BUCKETS.map(() => "");
    places.forEach((y, neuron) => {
      const products = all[neuron];
      for (const source of before ? before.places.keys() : strongest(products, PIXELS_PER_NEURON)) {
        const level = Math.round((Math.abs(products[source]) / limit) * LEVELS);
        if (level) {
          const kind = (isFocus(index + 1, neuron) ? 2 : 0) + (products[source] > 0 ? 1 : 0);
          const start = before ? [before.x + before.radius, before.places[source]] : pixelAt(source);
          paths[kind * LEVELS + level - 1] += curve(start, [x - radius, y]);
        }
      }
    });
    return paths;
  });
}

export function productsInto(network, layer, neuron, inputs) {
  return weightsInto(network, layer, neuron).map((weight, index) => weight * inputs[index]);
}

function larger(size, value) {
  return Math.max(size, Math.abs(value));
}

// The places of the numbers that are farthest from 0, the farthest first.
export function strongest(values, count) {
  const found = [];
  values.forEach((value, index) => {
    const place = found.findIndex((other) => Math.abs(value) > Math.abs(values[other]));
    if (place >= 0 || found.length < count) {
      found.splice(place < 0 ? found.length : place, 0, index);
      found.length = Math.min(found.length, count);
    }
  });
  return found;
}

function pixelAt(index) {
  const [row, column] = [Math.floor(index / 28), index % 28];
  return [PLATE.x + ((column + 0.5) * PLATE.size) / 28, PLATE.y + ((row + 0.5) * PLATE.size) / 28];
}

function curve(start, end) {
  const [x1, y1, x2, y2] = [...start, ...end].map(Math.round);
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
