// A goal that the network, or one neuron of it, must reach. Pure; generator/values/tasks.py judges the same in NumPy.
//
// goal       its terms, as generator/pages/questions/task.py has them, its kind among them
// network    as forward.mjs takes it
// digits     [{ name, label, pixels }, …], those of the goal in its order
import { forward, rank, weightsInto } from "./forward.mjs";
import { judge } from "./grade-parts.mjs";
import { respond } from "./neuron.mjs";

const GOALS = { paint: gradeNeuron, bias: gradeNeuron, choose: gradeChoice, draw: gradeDrawing, change: gradeChange };
const WEIGHTS = { "+": 1, "-": -1, ".": 0 };

export function gradeTask({ goal, network, digits }, response) {
  return GOALS[goal.kind](goal, response, { network, digits });
}

// [bias, weights]: each digit of the strip is a part; those that shall be silent earn nothing while no other is active.
function gradeNeuron(goal, [bias, signs], { network, digits }) {
  const given = signs ?? goal.weights;
  const weights = given ? readSigns(given) : weightsInto(network, 1, goal.neuron);
  const pixels = digits.map((digit) => digit.pixels);
  const { activations } = respond({ weights, bias: Number(bias), activation: goal.function }, pixels);
  const wanted = digits.map(({ label }) => goal.active.includes(label));
  const met = activations.map((a, index) => (wanted[index] ? a >= goal.at_least : a <= goal.at_most));
  const share = (kind) => {
    const those = met.filter((_, index) => wanted[index] === kind);
    return those.length ? those.filter(Boolean).length / those.length : 1;
  };
  const parts = met.map((isMet) => (isMet ? "correct" : "incorrect"));
  return judge(parts, met.every(Boolean) ? 1 : Math.min(share(true), share(false)));
}

function gradeChoice(goal, [neuron], { network, digits }) {
  const values = QUANTITIES[goal.quantity](network, goal.layer, digits[0]);
  const best = goal.extreme === "lowest" ? Math.min(...values) : Math.max(...values);
  return verdictOf(values[neuron] === best);
}

const QUANTITIES = {
  weight_sum: ({ layers, ...rest }, layer) => Array.from(layers[layer - 1].biases, (_, neuron) =>
    weightsInto({ layers, ...rest }, layer, neuron).reduce((one, other) => one + other)),
  bias: ({ layers }, layer) => layers[layer - 1].biases,
  weighted_sum: (network, layer, { pixels }) => forward(network, pixels)[layer - 1].z,
  activation: (network, layer, { pixels }) => forward(network, pixels)[layer - 1].a,
};

function gradeDrawing(goal, [drawing], { network }) {
  const reading = read(network, readPixels(drawing));
  return { ...verdictOf(reading.digit === goal.reads_as && reading.activation >= goal.at_least), reading };
}

function gradeChange(goal, [signs], { network, digits: [{ pixels }] }) {
  const changes = readSigns(signs);
  const reading = read(network, pixels.map((value, index) => (changes[index] ? Math.max(changes[index], 0) : value)));
  const changed = changes.filter(Boolean).length;
  const isRead = goal.reads_as === null ? reading.digit !== read(network, pixels).digit : reading.digit === goal.reads_as;
  return { ...verdictOf(isRead && changed <= goal.pixels), reading, changed };
}

// What the network says of a picture, and what it says next.
function read(network, pixels) {
  const { a } = forward(network, pixels).at(-1);
  const [digit, second] = rank(a);
  return { digit, activation: a[digit], second, next: a[second], activations: a };
}

function verdictOf(isRight) {
  return { verdict: isRight ? "correct" : "incorrect", score: isRight ? 1 : 0 };
}

// Runs of signs: 252.12+520. are 784 weights.
export function readSigns(text) {
  return [...text.matchAll(/(\d+)([-+.])/g)].flatMap(([, length, sign]) => Array(Number(length)).fill(WEIGHTS[sign]));
}

export function writeSigns(values) {
  const signs = Array.from(values, (value) => (value > 0 ? "+" : value < 0 ? "-" : ".")).join("");
  return signs.replace(/([-+.])\1*/g, (run, sign) => `${run.length}${sign}`);
}

// A byte a pixel.
export function readPixels(text) {
  return Float64Array.from(atob(text), (sign) => sign.charCodeAt(0) / 255);
}

export function writePixels(pixels) {
  return btoa(String.fromCharCode(...Array.from(pixels, (value) => Math.round(value * 255))));
}
