import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, createVectorIndex } from '../../src/discovery/meaning/vector-index.ts';
import { seeded } from '../../src/discovery/recommendation/seeded.ts';

const random = seeded(7);
/** Vectors around some centres, as those of texts about some subjects are. */
function clustered(count: number, dimensions: number): Float32Array[] {
  const centres = Array.from({ length: 12 }, () => Float32Array.from({ length: dimensions }, () => random() - 0.5));
  return Array.from({ length: count }, (_, number) =>
    Float32Array.from(centres[number % 12] ?? [], (value) => value + (random() - 0.5) * 0.8),
  );
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('an index of vectors', () => {
  it.each([
    [400, 96],
    [5000, 384],
  ])('finds of %i vectors what a look at all of them finds', (count, dimensions) => {
    const vectors = clustered(count, dimensions);
    const index = createVectorIndex();
    for (const [key, vector] of vectors.entries()) index.put(key + 1, bytesOf(vector));
    let found = 0;
    for (let query = 0; query < 20; query++) {
      const asked = Float32Array.from(vectors[query * 13] ?? [], (value) => value + (random() - 0.5) * 0.4);
      const exact = vectors
        .map((vector, key) => ({ key: key + 1, cosine: cosine(asked, vector) }))
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, 10);
      const near = index.nearest(asked, 10);
      expect(near[0]?.key).toBe(exact[0]?.key);
      expect(near[0]?.cosine).toBeCloseTo(exact[0]?.cosine ?? 0, 2);
      found += near.filter(({ key }) => exact.some((one) => one.key === key)).length;
    }
    // Bytes are not as fine as numbers, and the last of ten are nearly as near as the eleventh.
    expect(found).toBeGreaterThan(190);
  });

  it('says how surprising it is that something is so near, whatever the model', () => {
    const vectors = clustered(600, 128);
    const [index, shifted] = [createVectorIndex(), createVectorIndex()];
    // Some models have all texts near each other.
    const shift = (vector: Float32Array): Float32Array => vector.map((value) => value + 0.6);
    for (const [key, vector] of vectors.entries()) {
      index.put(key, bytesOf(vector));
      shifted.put(key, bytesOf(shift(vector)));
    }
    const asked = vectors[5] ?? new Float32Array();
    const [plain] = index.nearest(asked, 1);
    const [moved] = shifted.nearest(shift(asked), 1);
    expect(plain?.surprise).toBeGreaterThan(3);
    expect(moved?.cosine).toBeGreaterThan(0.9);
    expect(moved?.surprise).toBeGreaterThan(3);
    expect(index.nearest(asked, 60).at(-1)?.surprise).toBeLessThan(plain?.surprise ?? 0);
  });

  it('has the newest vector of a course, and none of another size', () => {
    const index = createVectorIndex();
    const vectors = clustered(40, 64);
    for (const [key, vector] of vectors.entries()) index.put(key, bytesOf(vector));
    index.put(3, bytesOf(vectors[20] ?? new Float32Array()));
    index.put(99, new Int8Array(32));
    expect(index.size).toBe(40);
    const near = index.nearest(vectors[20] ?? new Float32Array(), 2).map(({ key }) => key);
    expect(near.sort((a, b) => a - b)).toEqual([3, 20]);
    expect(index.nearest(new Float32Array(32).fill(1), 5)).toEqual([]);
  });

  it('never throws, and is nearest to nothing among a few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: 8, maxLength: 8 }), {
          maxLength: 40,
        }),
        (rows) => {
          const index = createVectorIndex();
          for (const [key, row] of rows.entries()) index.put(key, bytesOf(Float32Array.from(row)));
          const near = index.nearest(Float32Array.from(rows[0] ?? [1]), 5);
          expect(near.every(({ surprise }) => Number.isFinite(surprise))).toBe(true);
          if (rows.length < 20) expect(near).toEqual([]);
        },
      ),
    );
  });
});
