/**
 * Lays the wards of the city out as tiles of one size, and writes content/places/tiles.csv: each ward in a cell of its own, those that
 * are near each other near. A map by area would show the city's communes and hide its wards, where most people live.
 *
 * Centre points are spread evenly first (half true position, half rank), then tiles change places as long as that brings neighbours
 * together and keeps who is north of whom: simulated annealing from a fixed seed, so that the same centres give the same tiles.
 */
import { writeFileSync } from 'node:fs';
import { seeded } from '../src/discovery/index.ts';
import { distanceKm, wards } from '../src/places/index.ts';

const [columns, rows] = [14, 15];
const neighbours = 5;
/** Côn Đảo, 80 km out at sea, is nobody's neighbour: it stands by itself in the corner. */
const island = '26732';
const rounds = 3_000_000;
const random = seeded(168);

const placed = wards.filter(({ code }) => code !== island);

function ranks(of: (ward: (typeof placed)[number]) => number): number[] {
  const order = [...placed].sort((a, b) => of(a) - of(b));
  return placed.map((ward) => order.indexOf(ward) / (placed.length - 1));
}

function spread(values: readonly number[], by: readonly number[], size: number): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value, index) => ((value - least) / (most - least) / 2 + (by[index] ?? 0) / 2) * (size - 1));
}

const wantedX = spread(
  placed.map(({ longitude }) => longitude),
  ranks(({ longitude }) => longitude),
  columns,
);
const wantedY = spread(
  placed.map(({ latitude }) => -latitude),
  ranks(({ latitude }) => -latitude),
  rows,
);

const near = placed.map((ward) =>
  placed
    .map((other, index) => ({ index, km: distanceKm(ward.code, other.code) ?? 0 }))
    .sort((a, b) => a.km - b.km)
    .slice(1, neighbours + 1)
    .map(({ index }) => index),
);
const pairs: number[][] = placed.map(() => []);
near.forEach((others, one) => {
  for (const other of others) {
    pairs[one]?.push(other);
    pairs[other]?.push(one);
  }
});

// A cell holds a ward's index or nothing; the corner is the island's.
const cells: (number | undefined)[] = Array.from({ length: columns * rows }, () => undefined);
const corner = columns * rows - 1;
const cellOf: number[] = [];
const byDistance = placed.map((_, index) => index).sort((a, b) => (wantedY[a] ?? 0) - (wantedY[b] ?? 0));
for (const ward of byDistance) {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell < corner; cell++) {
    const cost = fromWanted(ward, cell);
    if (cells[cell] === undefined && cost < least) [best, least] = [cell, cost];
  }
  cells[best] = ward;
  cellOf[ward] = best;
}

function fromWanted(ward: number, cell: number): number {
  return ((cell % columns) - (wantedX[ward] ?? 0)) ** 2 + (Math.floor(cell / columns) - (wantedY[ward] ?? 0)) ** 2;
}

/** What a ward in a cell costs: how far it is from where it should be, and from its neighbours. */
function cost(ward: number, cell: number): number {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  let sum = fromWanted(ward, cell) * 0.6;
  for (const other of pairs[ward] ?? []) {
    const at = cellOf[other] ?? 0;
    sum += ((at % columns) - x) ** 2 + (Math.floor(at / columns) - y) ** 2;
  }
  return sum;
}

for (let round = 0; round < rounds; round++) {
  const heat = 12 * (1 - round / rounds) ** 2 + 0.01;
  const from = Math.floor(random() * corner);
  const to = Math.floor(random() * corner);
  const [one, other] = [cells[from], cells[to]];
  if (from === to || (one === undefined && other === undefined)) continue;
  const before = (one === undefined ? 0 : cost(one, from)) + (other === undefined ? 0 : cost(other, to));
  const move = (a: number | undefined, cell: number): void => {
    cells[cell] = a;
    if (a !== undefined) cellOf[a] = cell;
  };
  move(one, to);
  move(other, from);
  const after = (one === undefined ? 0 : cost(one, to)) + (other === undefined ? 0 : cost(other, from));
  if (after > before && random() >= Math.exp((before - after) / heat)) {
    move(one, from);
    move(other, to);
  }
}

const lines = placed.map(({ code }, ward) => {
  const cell = cellOf[ward] ?? 0;
  return `${code},${(cell % columns) + 1},${Math.floor(cell / columns) + 1}`;
});
lines.push(`${island},${columns},${rows}`);
const file = new URL('../content/places/tiles.csv', import.meta.url);
writeFileSync(file, `code,column,row\n${lines.sort().join('\n')}\n`);

const apart = placed.map((_, ward) => {
  const cell = cellOf[ward] ?? 0;
  return (near[ward] ?? []).filter((other) => {
    const at = cellOf[other] ?? 0;
    const gap = Math.max(
      Math.abs((at % columns) - (cell % columns)),
      Math.abs(Math.floor(at / columns) - Math.floor(cell / columns)),
    );
    return gap <= 2;
  }).length;
});
const share = apart.reduce((sum, count) => sum + count, 0) / (placed.length * neighbours);
process.stdout.write(
  `${wards.length} tiles; ${Math.round(share * 100)} % of the nearest neighbours within two tiles\n`,
);
