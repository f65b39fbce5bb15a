import { catalogueState } from '../../catalogue/index.ts';
import type { Database } from '../../database/index.ts';
import { createRecentMap } from '../recent-map.ts';
import type { Embedder } from './embedder.ts';
import { keepVectors, unreadCourses, vectorsOfTexts, vectorsSince } from './kept-vectors.ts';
import { bytesOf, createVectorIndex, type Near } from './vector-index.ts';

/** What courses and wishes mean to an embedding model, beside their words. Without an endpoint there is none, and searches go by words alone. */
export interface Meanings {
  /** Nothing is to be learnt of a text: its vector is known, or the endpoint could not be asked a moment ago, or no course has a vector. */
  knows(text: string): boolean;
  /**
   * Asks what a text means. Never throws, and takes a second and a half at most: what cannot be learnt is done without for a while.
   * @param sent what the endpoint gets to read: the text without personal data
   */
  learn(text: string, sent: string): Promise<void>;
  /** The courses whose meaning is nearest to a text, nearest first; none while it is not known. */
  near(text: string): readonly Near[];
  /** Has the model read courses that it has not read yet, some hundreds at a time. Returns how many; one process of a city does that. */
  readCourses(): Promise<{ read: number }>;
  /** Takes in what was read since the last time. */
  refresh(): Promise<void>;
}

const textsKept = 1000;
/** A text may be one that the endpoint cannot take; and an endpoint that does not answer is left in peace for a while. */
const restMilliseconds = 60_000;
const learnMilliseconds = 1_500;
const readMilliseconds = 30_000;
const readAtOnce = 256;
const textsACall = 64;
const loadedAtOnce = 2000;
/** Courses near a text: enough for some that meet every condition. */
const nearest = 200;

/** @param onProblem told when the endpoint did not answer as it should, without any text */
export function createMeanings(
  database: Database,
  embedder: Embedder,
  { onProblem }: { readonly onProblem?: (error: unknown) => void } = {},
): Meanings {
  const index = createVectorIndex();
  const texts = createRecentMap<string, Float32Array | 'unknown'>(textsKept);
  let restsUntil = 0;
  let [stamp, key] = [0, 0];
  /** The catalogue's version at which every course was read. */
  let readVersion: number | undefined;

  async function embed(given: readonly string[], milliseconds: number): Promise<readonly Float32Array[] | undefined> {
    try {
      return await embedder.embed(given, AbortSignal.timeout(milliseconds));
    } catch (error) {
      restsUntil = performance.now() + restMilliseconds;
      onProblem?.(error);
      return undefined;
    }
  }

  return {
    knows: (text) => index.size === 0 || texts.get(text) !== undefined || performance.now() < restsUntil,
    async learn(text, sent) {
      const vectors = await embed([sent], learnMilliseconds);
      texts.set(text, vectors?.[0] ?? 'unknown');
    },
    near(text) {
      const vector = texts.get(text);
      return vector === undefined || vector === 'unknown' ? [] : index.nearest(vector, nearest);
    },
    async readCourses() {
      if (performance.now() < restsUntil) return { read: 0 };
      const { model } = embedder;
      // To look for what is unread costs a look at every course.
      const { version } = await catalogueState(database.db);
      if (version === readVersion) return { read: 0 };
      const unread = await unreadCourses(database.db, model, readAtOnce);
      if (unread.length === 0) {
        readVersion = version;
        return { read: 0 };
      }
      const kept = await vectorsOfTexts(
        database.db,
        model,
        unread.map(({ hash }) => hash),
      );
      const vectorOf = new Map<string, Int8Array>(
        [...kept].map(([hash, bytes]) => [hash, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)]),
      );
      const missing = [...new Map(unread.map(({ hash, text }) => [hash.toString('hex'), text]))].filter(
        ([hash]) => !vectorOf.has(hash),
      );
      for (let from = 0; from < missing.length; from += textsACall) {
        const some = missing.slice(from, from + textsACall);
        const vectors = await embed(
          some.map(([, text]) => text),
          readMilliseconds,
        );
        // What was read before it is kept all the same.
        if (vectors === undefined) break;
        for (const [at, [hash]] of some.entries()) vectorOf.set(hash, bytesOf(vectors[at] ?? new Float32Array()));
      }
      const read = unread.flatMap((one) => {
        const vector = vectorOf.get(one.hash.toString('hex'));
        return vector === undefined ? [] : [{ ...one, vector }];
      });
      if (read.length > 0) await keepVectors(database.db, model, read);
      return { read: read.length };
    },
    async refresh() {
      for (;;) {
        const rows = await vectorsSince(database.db, embedder.model, { stamp, key, limit: loadedAtOnce });
        for (const row of rows) index.put(row.key, row.vector);
        const last = rows.at(-1);
        if (last !== undefined) [stamp, key] = [last.stamp, last.key];
        if (rows.length < loadedAtOnce) return;
      }
    },
  };
}
