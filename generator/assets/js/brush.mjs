// Painting on a square grid of numbers with a round brush: ink on a drawing, weights on a neuron. Pure.
//
// Points are [x, y] in cells from the grid's upper left corner, so the middle of the first cell is [0.5, 0.5].

// Everything within `radius` of the line from one point to the other becomes `value`, the edge one cell soft: 1 is ink
// (or a positive weight), −1 a negative weight, 0 erases. What is stronger already stays.
export function paint(grid, side, [from, to], { radius, value }) {
  const reach = radius + 0.5;
  const columns = cellsBetween(Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach, side);
  const rows = cellsBetween(Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach, side);
  for (const row of rows) {
    for (const column of columns) {
      const covered = reach - distanceToLine([column + 0.5, row + 0.5], from, to);
      const index = row * side + column;
      grid[index] = mix(grid[index], value, Math.min(Math.max(covered, 0), 1));
    }
  }
}

function cellsBetween(start, end, side) {
  const [first, last] = [Math.max(0, Math.floor(start)), Math.min(side, Math.ceil(end))];
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

function mix(before, value, covered) {
  if (value === 0) {
    return Math.max(covered - 1, Math.min(before, 1 - covered));
  }
  return value > 0 ? Math.max(before, value * covered) : Math.min(before, value * covered);
}

function distanceToLine([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length && Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
