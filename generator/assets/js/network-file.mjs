// Networks and sample digits as the site ships them (generator/network/browser_files.py writes them). Each is fetched
// once a page, however many figures ask for it, and only when one does.

const site = import.meta.url.split("/assets/lessonloom/")[0];
const files = new Map();

function fetchOnce(address, read) {
  if (!files.has(address)) {
    const loading = load(`${site}/${address}`).then(read);
    files.set(address, loading);
    // A connection that was lost may be back when somebody asks again.
    loading.catch(() => files.delete(address));
  }
  return files.get(address);
}

async function load(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${response.status}: ${url}`);
  }
  return response.json();
}

// `address` is a path below the site's root. A network as forward.mjs takes it.
export function loadNetwork(address) {
  return fetchOnce(address, readNetwork);
}

// [{ name, label, pixels }, …], pixels being 784 numbers from 0 to 1, row by row.
export function loadDigits(address) {
  return fetchOnce(address, readDigits);
}

// What the `<script>` of a figure or task says, with its words, which stand in a file of their own.
export async function readSettings(script) {
  const settings = JSON.parse(script.textContent);
  return { ...settings, words: await fetchOnce(settings.words, (words) => words) };
}

export function readNetwork({ sizes, layers }) {
  const read = layers.map((layer, index) => ({
    activation: layer.activation,
    weights: readWeights(layer, sizes[index]),
    biases: Float64Array.from(layer.biases),
  }));
  return { sizes, layers: read };
}

// Twelve bits a weight: the upper eight, signed, and the lower four, two of them in a byte; times its neuron's scale.
function readWeights({ high, low, scales }, inputs) {
  const [upper, lower] = [new Int8Array(bytesOf(high).buffer), bytesOf(low)];
  return Float64Array.from(upper, (part, index) => {
    const rest = (lower[index >> 1] >> (index % 2 ? 0 : 4)) & 15;
    return (part * 16 + rest) * scales[Math.floor(index / inputs)];
  });
}

export function readDigits({ names, labels, pixels }) {
  const all = Float64Array.from(bytesOf(pixels), (byte) => byte / 255);
  const size = all.length / names.length;
  return names.map((name, index) => ({
    name,
    label: labels[index],
    pixels: all.subarray(index * size, (index + 1) * size),
  }));
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
