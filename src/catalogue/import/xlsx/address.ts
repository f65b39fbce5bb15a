import { FileRefused } from '../problem.ts';

/** A cell's place; columns count from 1 as rows do. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/** The place of an address such as `D7` or `$D$7`. Throws `FileRefused` for what no sheet can hold. */
export function placeOf(address: string): Place {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  const column = [...(parts?.[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(parts?.[2] ?? 0);
  if (row < 1 || row > 1_048_576 || column > 16_384)
    throw new FileRefused(`Tệp Excel có địa chỉ ô không hợp lệ (${address.slice(0, 20)}). Hãy lưu lại bằng Excel.`);
  return { column, row };
}

/** The two corners of a range such as `A2:A5`; of a single cell twice the same. */
export function cornersOf(range: string): readonly [Place, Place] {
  const [first = '', last = first] = range.split(':');
  return [placeOf(first), placeOf(last)];
}

/** The letters of a column, counted from 1. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
