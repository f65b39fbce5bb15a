/**
 * Rows in slices, by key: no transaction is held between two.
 * @param read at most `limit` rows whose keys are greater than `after`, in the order of their keys
 */
export async function* inSlices<Row extends { readonly key: number }>(
  sliceSize: number,
  read: (after: number, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after = 0;
  for (;;) {
    const slice = await read(after, sliceSize);
    if (slice.length === 0) return;
    yield slice;
    after = slice.at(-1)?.key ?? after;
    if (slice.length < sliceSize) return;
  }
}
