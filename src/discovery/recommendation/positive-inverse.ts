/**
 * Columns that one step of the factorisation takes, and rows of the right matrix that are gone through together: 32 rows of 64 numbers are
 * 16 KB, half of a processor's nearest cache. Of 64/32, 128/64, 128/24 and 256/16 it was the fastest.
 */
const step = 64;
const columnsAtOnce = 32;

/**
 * The inverse of a symmetric positive definite matrix, row by row in one array, of which only the lower triangle is read; it is overwritten.
 * Cholesky's factorisation A = L·Lᵀ in blocks, then U = L⁻ᵀ and A⁻¹ = U·Uᵀ (Golub & Van Loan, Matrix Computations, 4.2): n³/2 multiplications,
 * nearly all of them in products of rows, four by four.
 * @throws RangeError when the matrix is not positive definite
 */
export function positiveInverse(matrix: Float64Array, size: number): Float64Array {
  factorise(matrix, size);
  const upper = invertedFactor(matrix, size);
  matrix.fill(0);
  // The products of rows of U, to which only the columns from the later row on contribute.
  for (let from = 0; from < size; from += step) {
    const to = Math.min(from + step, size);
    for (let row = 0; row < to; row += step)
      subtractProducts(
        { into: matrix, left: upper, right: upper, size },
        { rows: [row, Math.min(row + step, to)], columns: [0, Math.min(row + step, to)], inner: [from, to] },
      );
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const value = -(matrix[row * size + column] as number);
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
  }
  return matrix;
}

/** Puts L into the lower triangle. */
function factorise(matrix: Float64Array, size: number): void {
  for (let from = 0; from < size; from += step) {
    const to = Math.min(from + step, size);
    for (let column = from; column < to; column++) {
      const own = column * size;
      let rest = matrix[own + column] as number;
      for (let k = from; k < column; k++) rest -= (matrix[own + k] as number) ** 2;
      if (!(rest > 0)) throw new RangeError('the matrix is not positive definite');
      const diagonal = Math.sqrt(rest);
      matrix[own + column] = diagonal;
      for (let row = column + 1; row < size; row++) {
        const other = row * size;
        let sum = matrix[other + column] as number;
        for (let k = from; k < column; k++) sum -= (matrix[other + k] as number) * (matrix[own + k] as number);
        matrix[other + column] = sum / diagonal;
      }
    }
    for (let row = to; row < size; row += step)
      subtractProducts(
        { into: matrix, left: matrix, right: matrix, size },
        {
          rows: [row, Math.min(row + step, size)],
          columns: [to, Math.min(row + step, size)],
          inner: [from, to],
        },
      );
  }
}

/** U = L⁻ᵀ, above and on the diagonal: row j of U solves L·u = e_j from the top down. */
function invertedFactor(lower: Float64Array, size: number): Float64Array {
  const upper = new Float64Array(size * size);
  for (let from = 0; from < size; from += step) {
    const to = Math.min(from + step, size);
    for (let row = 0; row < from; row += step) {
      const rows: Span = [row, Math.min(row + step, from)];
      for (let inner = row; inner < from; inner += step)
        subtractProducts(
          { into: upper, left: upper, right: lower, size },
          { rows, columns: [from, to], inner: [inner, Math.min(inner + step, from)] },
        );
    }
    for (let row = 0; row < to; row++) {
      for (let column = Math.max(from, row); column < to; column++) {
        let sum = (column === row ? 1 : 0) + (upper[row * size + column] as number);
        for (let k = Math.max(from, row); k < column; k++)
          sum -= (lower[column * size + k] as number) * (upper[row * size + k] as number);
        upper[row * size + column] = sum / (lower[column * size + column] as number);
      }
    }
  }
  return upper;
}

type Span = readonly [from: number, to: number];

/** into[i, j] −= Σ left[i, k] · right[j, k] over the spans given, a few columns at a time: their rows of `right` stay in the nearest cache. */
function subtractProducts(
  matrices: Matrices,
  { rows, columns, inner }: { readonly rows: Span; readonly columns: Span; readonly inner: Span },
): void {
  for (let column = columns[0]; column < columns[1]; column += columnsAtOnce)
    subtractTiles(matrices, { rows, columns: [column, Math.min(column + columnsAtOnce, columns[1])], inner });
}

interface Matrices {
  readonly into: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly size: number;
}

/** In tiles of four by four, which stay in registers. */
function subtractTiles(
  matrices: Matrices,
  spans: { readonly rows: Span; readonly columns: Span; readonly inner: Span },
): void {
  const { into, left, right, size } = matrices;
  const [row0, row1] = spans.rows;
  const [column0, column1] = spans.columns;
  const [k0, k1] = spans.inner;
  const length = k1 - k0;
  let i = row0;
  for (; i + 4 <= row1; i += 4) {
    const a0 = i * size + k0;
    const a1 = a0 + size;
    const a2 = a1 + size;
    const a3 = a2 + size;
    let j = column0;
    for (; j + 4 <= column1; j += 4) {
      const b0 = j * size + k0;
      const b1 = b0 + size;
      const b2 = b1 + size;
      const b3 = b2 + size;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      let s20 = 0;
      let s21 = 0;
      let s22 = 0;
      let s23 = 0;
      let s30 = 0;
      let s31 = 0;
      let s32 = 0;
      let s33 = 0;
      for (let k = 0; k < length; k++) {
        const x0 = left[a0 + k] as number;
        const x1 = left[a1 + k] as number;
        const x2 = left[a2 + k] as number;
        const x3 = left[a3 + k] as number;
        const y0 = right[b0 + k] as number;
        const y1 = right[b1 + k] as number;
        const y2 = right[b2 + k] as number;
        const y3 = right[b3 + k] as number;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s02 += x0 * y2;
        s03 += x0 * y3;
        s10 += x1 * y0;
        s11 += x1 * y1;
        s12 += x1 * y2;
        s13 += x1 * y3;
        s20 += x2 * y0;
        s21 += x2 * y1;
        s22 += x2 * y2;
        s23 += x2 * y3;
        s30 += x3 * y0;
        s31 += x3 * y1;
        s32 += x3 * y2;
        s33 += x3 * y3;
      }
      let c = i * size + j;
      into[c] = (into[c] as number) - s00;
      into[c + 1] = (into[c + 1] as number) - s01;
      into[c + 2] = (into[c + 2] as number) - s02;
      into[c + 3] = (into[c + 3] as number) - s03;
      c += size;
      into[c] = (into[c] as number) - s10;
      into[c + 1] = (into[c + 1] as number) - s11;
      into[c + 2] = (into[c + 2] as number) - s12;
      into[c + 3] = (into[c + 3] as number) - s13;
      c += size;
      into[c] = (into[c] as number) - s20;
      into[c + 1] = (into[c + 1] as number) - s21;
      into[c + 2] = (into[c + 2] as number) - s22;
      into[c + 3] = (into[c + 3] as number) - s23;
      c += size;
      into[c] = (into[c] as number) - s30;
      into[c + 1] = (into[c + 1] as number) - s31;
      into[c + 2] = (into[c + 2] as number) - s32;
      into[c + 3] = (into[c + 3] as number) - s33;
    }
    subtractOneByOne(matrices, { rows: [i, i + 4], columns: [j, column1], inner: spans.inner });
  }
  subtractOneByOne(matrices, { rows: [i, row1], columns: spans.columns, inner: spans.inner });
}

/** The same for what no tile of four by four covers. */
function subtractOneByOne(
  { into, left, right, size }: Matrices,
  { rows, columns, inner }: { readonly rows: Span; readonly columns: Span; readonly inner: Span },
): void {
  for (let i = rows[0]; i < rows[1]; i++) {
    for (let j = columns[0]; j < columns[1]; j++) {
      let sum = 0;
      for (let k = inner[0]; k < inner[1]; k++) sum += (left[i * size + k] as number) * (right[j * size + k] as number);
      into[i * size + j] = (into[i * size + j] as number) - sum;
    }
  }
}
