import { expect, test } from 'vitest';
import { positiveInverse } from '../../../src/discovery/recommendation/positive-inverse.ts';
import { seeded } from '../../../src/discovery/recommendation/seeded.ts';

/** XᵀX + λI of random numbers. */
function positive(size: number, seed: number): Float64Array {
  const random = seeded(seed);
  const rows = Array.from({ length: size + 3 }, () => Array.from({ length: size }, () => random() - 0.5));
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return rows.reduce((sum, each) => sum + (each[row] as number) * (each[column] as number), row === column ? 0.5 : 0);
  });
}

test.each([1, 3, 4, 63, 64, 65, 131, 150])('a matrix of %i rows times its inverse is one', (size) => {
  const matrix = positive(size, size);
  const inverse = positiveInverse(matrix.slice(), size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (matrix[row * size + k] as number) * (inverse[k * size + column] as number);
      expect(Math.abs(sum - (row === column ? 1 : 0))).toBeLessThan(1e-9);
    }
  }
});

test('a matrix that is not positive definite is refused', () => {
  expect(() => positiveInverse(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
});
