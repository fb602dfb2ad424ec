// A drawing → the 28 × 28 pixels that the network reads, made as those of MNIST were: scaled into a box of 20 × 20
// with its proportions kept, and moved by whole pixels so that its centre of mass is in the middle. Pure.
//
// A drawing is a square grid of ink, 0 to 1, row by row, of any size.

export const SIDE = 28;
const BOX = 20;
// Where the centres of mass of MNIST's digits lie: in the middle of pixel 14, counted from 0.
const MIDDLE = 14.5;
// What is symmetric lies between two places: it takes the upper left one, whatever its sums are rounded to.
const TIE = 1e-6;

export function toPixels(ink, side, isCentred) {
  const box = measure(ink, side);
  if (!isCentred || !box.total) {
    return resample(ink, side, [0, 0], SIDE / side);
  }
  const scale = BOX / Math.max(box.bottom - box.top, box.right - box.left);
  const top = placeOf(box.top, box.bottom, box.y / box.total, scale);
  const left = placeOf(box.left, box.right, box.x / box.total, scale);
  return resample(ink, side, [box.left - left / scale, box.top - top / scale], scale);
}

// The edges of all that is not empty, in cells; how much ink there is, and its places added up, weighted with it.
function measure(ink, side) {
  const box = { top: side, left: side, bottom: 0, right: 0, x: 0, y: 0, total: 0 };
  ink.forEach((value, index) => {
    if (value > 0) {
      const [row, column] = [Math.floor(index / side), index % side];
      box.top = Math.min(box.top, row);
      box.left = Math.min(box.left, column);
      box.bottom = Math.max(box.bottom, row + 1);
      box.right = Math.max(box.right, column + 1);
      box.x += value * (column + 0.5);
      box.y += value * (row + 0.5);
      box.total += value;
    }
  });
  return box;
}

// The pixel at which the box begins, such that no part of it is lost.
function placeOf(start, end, mass, scale) {
  const wanted = Math.round(MIDDLE - (mass - start) * scale - TIE);
  return Math.max(0, Math.min(wanted, SIDE - Math.ceil((end - start) * scale - 1e-9)));
}

// Each pixel is the mean of the ink below it. Pixel 0 begins at `origin` (x, y) of the drawing, and a cell of the
// drawing is `scale` pixels wide.
function resample(ink, side, [x, y], scale) {
  const [columns, rows] = [sharesOf(x, scale, side), sharesOf(y, scale, side)];
  const pixels = new Float64Array(SIDE * SIDE);
  rows.forEach((cells, row) => {
    columns.forEach((others, column) => {
      let sum = 0;
      for (const [below, height] of cells) {
        for (const [across, width] of others) {
          sum += ink[below * side + across] * height * width;
        }
      }
      pixels[row * SIDE + column] = Math.min(sum * scale * scale, 1);
    });
  });
  return pixels;
}

// For each pixel along one axis the cells that it covers, and how much of each.
function sharesOf(origin, scale, side) {
  return Array.from({ length: SIDE }, (_, pixel) => {
    const [start, end] = [origin + pixel / scale, origin + (pixel + 1) / scale];
    const shares = [];
    for (let cell = Math.max(0, Math.floor(start)); cell < Math.min(side, end); cell += 1) {
      shares.push([cell, Math.min(end, cell + 1) - Math.max(start, cell)]);
    }
    return shares;
  });
}
