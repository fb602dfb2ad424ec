// The forward pass of a network: every layer's weighted sums z and activations a. Pure.
//
// A network is { sizes, layers }: sizes counts neurons, input first; a layer is { activation, weights, biases } with
// its weights row by row, a row for each neuron (network-file.mjs reads such a network).

const LEAK = 0.01; // slope of leaky ReLU left of zero, as in generator/network/activations.py

// z → a of one neuron; softmax alone needs its whole layer.
export const FUNCTIONS = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  leaky_relu: (z) => Math.max(LEAK * z, z),
};

export function activate(name, z) {
  if (name !== "softmax") {
    return z.map(FUNCTIONS[name]);
  }
  const largest = z.reduce((one, other) => Math.max(one, other));
  const powers = z.map((value) => Math.exp(value - largest));
  const total = powers.reduce((one, other) => one + other);
  return powers.map((value) => value / total);
}

// The weights into one neuron of a layer; the first hidden layer is layer 1, as everywhere.
export function weightsInto({ sizes, layers }, layer, neuron) {
  const inputs = sizes[layer - 1];
  return layers[layer - 1].weights.subarray(neuron * inputs, (neuron + 1) * inputs);
}

export function weightedSum(weights, bias, input) {
  let sum = bias;
  for (let index = 0; index < weights.length; index += 1) {
    sum += weights[index] * input[index];
  }
  return sum;
}

// [{ z, a }, …] for every layer after the input. `input` holds numbers 0 to 1, one for each input neuron.
export function forward(network, input) {
  if (input.length !== network.sizes[0]) {
    throw new RangeError(`the network takes ${network.sizes[0]} inputs, not ${input.length}`);
  }
  const states = [];
  let before = input;
  network.layers.forEach(({ activation, biases }, index) => {
    const z = biases.map((bias, neuron) => weightedSum(weightsInto(network, index + 1, neuron), bias, before));
    before = activate(activation, z);
    states.push({ z, a: before });
  });
  return states;
}

// The places of numbers, largest first; of equals the first comes first.
export function rank(values) {
  return Array.from(values.keys()).sort((one, other) => values[other] - values[one] || one - other);
}
