import { placeRows } from './wards.ts';

/** The cell of a ward on the tile map, from 0. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/** The cell of every ward, by its code; no two share one. */
export const wardTiles: ReadonlyMap<string, Tile> = new Map(
  placeRows('tiles.csv').map((row) => [row.code ?? '', { column: Number(row.column) - 1, row: Number(row.row) - 1 }]),
);

/** How many columns and rows the tile map has. */
export const tileSize = {
  columns: Math.max(...[...wardTiles.values()].map(({ column }) => column)) + 1,
  rows: Math.max(...[...wardTiles.values()].map(({ row }) => row)) + 1,
} as const;
