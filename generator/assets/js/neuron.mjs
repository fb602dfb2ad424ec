// One neuron of the first layer: weights set by hand, and what it answers to digits. Pure.
import { activate, weightedSum } from "./forward.mjs";

export const SIDE = 28;

// +1 in a region [top, left, height, width] unless it is "empty"; "surround" has −1 in as many rows above and below.
export function presetWeights(name, [top, left, height, width]) {
  const weights = new Float64Array(SIDE * SIDE);
  const fill = (from, to, value) => {
    for (let row = Math.max(from, 0); row < Math.min(to, SIDE); row += 1) {
      weights.fill(value, row * SIDE + left, row * SIDE + Math.min(left + width, SIDE));
    }
  };
  fill(top, top + height, name === "empty" ? 0 : 1);
  if (name === "surround") {
    fill(top - height, top, -1);
    fill(top + height, top + 2 * height, -1);
  }
  return weights;
}

// `sums` are without the bias; digits are lists of pixels.
export function respond({ weights, bias, activation }, digits) {
  const sums = digits.map((pixels) => weightedSum(weights, 0, pixels));
  return { sums, activations: activate(activation, sums.map((sum) => sum + bias)) };
}

// Of many weights the strongest are cut off, so that a few do not fade all others.
export function limitOf(weights) {
  return Float64Array.from(weights, Math.abs).sort()[Math.floor(weights.length * 0.995)] || 1;
}
