/** How near the meaning of a course is. */
export interface Near {
  readonly key: number;
  /** The cosine of the two vectors: 1 is the same. */
  readonly cosine: number;
  /** By how many standard deviations it is nearer than courses are to this text as a rule: comparable between models, which cosines are not. */
  readonly surprise: number;
}

/** Vectors of courses in memory: a byte a number, and the signs of the first numbers, by which most are left out. */
export interface VectorIndex {
  readonly size: number;
  /** Puts a vector in the place of the course's earlier one. One of another size than those before is left out. */
  put(key: number, vector: Int8Array): void;
  /** The nearest courses, nearest first. Nothing for a vector of another size, or among so few courses that none can stand out. */
  nearest(vector: Float32Array, limit: number): Near[];
}

/** Signs that are compared first, in words of 32. */
const mostSignWords = 16;
/** Courses whose signs are nearest, which are then measured exactly. */
const measured = 1000;
/** Courses spread over the index by which it is judged what is usual. */
const usual = 500;
/** Among fewer nothing is usual. */
const fewest = 20;

/** A vector as bytes, its largest number as 127: what of it counts is where it points. */
export function bytesOf(vector: Float32Array): Int8Array {
  let most = 0;
  for (const value of vector) most = Math.max(most, Math.abs(value));
  return Int8Array.from(vector, (value) => (most === 0 ? 0 : Math.round((value / most) * 127)));
}

/** An empty index. */
export function createVectorIndex(): VectorIndex {
  let dimensions = 0;
  let words = 0;
  let bytes = new Int8Array(0);
  let lengths = new Float32Array(0);
  let signs = new Uint32Array(0);
  const keys: number[] = [];
  const places = new Map<number, number>();

  function grow(): void {
    const room = Math.max(256, keys.length * 2);
    const [moreBytes, moreLengths, moreSigns] = [
      new Int8Array(room * dimensions),
      new Float32Array(room),
      new Uint32Array(room * words),
    ];
    moreBytes.set(bytes);
    moreLengths.set(lengths);
    moreSigns.set(signs);
    [bytes, lengths, signs] = [moreBytes, moreLengths, moreSigns];
  }

  function cosineAt(place: number, vector: Float32Array, length: number): number {
    const product = productOf(bytes, place * dimensions, vector);
    const both = (lengths[place] ?? 0) * length;
    return both === 0 ? 0 : product / both;
  }

  /** Places of which the fewest signs differ. */
  function likelyPlaces(vector: Float32Array): readonly number[] {
    if (keys.length <= measured) return keys.map((_, place) => place);
    const own = signsOf(vector, words);
    const differing = new Uint16Array(keys.length);
    const counts = new Uint32Array(words * 32 + 1);
    for (let place = 0; place < keys.length; place++) {
      const differ = differingSigns(signs, place * words, own);
      differing[place] = differ;
      counts[differ] = (counts[differ] ?? 0) + 1;
    }
    let [most, within] = [0, 0];
    while (within < measured) within += counts[most++] ?? 0;
    const likely: number[] = [];
    for (let place = 0; place < keys.length; place++) if ((differing[place] ?? 0) < most) likely.push(place);
    return likely;
  }

  return {
    get size() {
      return keys.length;
    },
    put(key, vector) {
      if (dimensions === 0) {
        dimensions = vector.length;
        words = Math.min(mostSignWords, Math.ceil(dimensions / 32));
      }
      if (vector.length !== dimensions) return;
      const place = places.get(key) ?? keys.length;
      if (place === keys.length) {
        keys.push(key);
        places.set(key, place);
        if (keys.length > lengths.length) grow();
      }
      bytes.set(vector, place * dimensions);
      lengths[place] = lengthOf(vector);
      signs.set(signsOf(vector, words), place * words);
    },
    nearest(vector, limit) {
      if (keys.length < fewest || vector.length !== dimensions) return [];
      const length = lengthOf(vector);
      const step = Math.max(1, Math.floor(keys.length / usual));
      let [count, sum, squares] = [0, 0, 0];
      for (let place = 0; place < keys.length; place += step) {
        const cosine = cosineAt(place, vector, length);
        count++;
        sum += cosine;
        squares += cosine * cosine;
      }
      const middle = sum / count;
      const deviation = Math.sqrt(Math.max(0, squares / count - middle * middle));
      if (deviation === 0) return [];
      return Array.from(likelyPlaces(vector), (place) => ({
        key: keys[place] ?? 0,
        cosine: cosineAt(place, vector, length),
      }))
        .sort((a, b) => b.cosine - a.cosine || a.key - b.key)
        .slice(0, limit)
        .map(({ key, cosine }) => ({ key, cosine, surprise: (cosine - middle) / deviation }));
    },
  };
}

/** Four sums side by side do not wait for one another: twice as fast as one. */
function productOf(bytes: Int8Array, from: number, vector: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const end = vector.length - (vector.length % 4);
  for (let at = 0; at < end; at += 4) {
    a += (bytes[from + at] as number) * (vector[at] as number);
    b += (bytes[from + at + 1] as number) * (vector[at + 1] as number);
    c += (bytes[from + at + 2] as number) * (vector[at + 2] as number);
    d += (bytes[from + at + 3] as number) * (vector[at + 3] as number);
  }
  for (let at = end; at < vector.length; at++) a += (bytes[from + at] as number) * (vector[at] as number);
  return a + b + c + d;
}

function lengthOf(vector: Int8Array | Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}

function signsOf(vector: Int8Array | Float32Array, words: number): Uint32Array {
  const signs = new Uint32Array(words);
  for (let at = 0; at < Math.min(words * 32, vector.length); at++)
    if ((vector[at] ?? 0) > 0) signs[at >> 5] = (signs[at >> 5] ?? 0) | (1 << (at & 31));
  return signs;
}

function differingSigns(signs: Uint32Array, from: number, own: Uint32Array): number {
  let differ = 0;
  for (let word = 0; word < own.length; word++) differ += ones((signs[from + word] as number) ^ (own[word] as number));
  return differ;
}

/** How many bits of a word are set: counted side by side in pairs, fours and bytes. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
