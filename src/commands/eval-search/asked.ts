import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../catalogue/index.ts';
import { type Database, migrate, openDatabase } from '../../database/index.ts';
import {
  createEmbedder,
  createFinder,
  createMeanings,
  type EmbeddingSettings,
  type Finder,
} from '../../discovery/index.ts';
import type { LabelledQuery, Ranking } from './metrics.ts';

/** A catalogue in a throw-away database, with the finder that the chat has. */
export interface LoadedCatalogue {
  readonly database: Database;
  readonly finder: Finder;
  /** Has the embedding model, where there is one, read what it would be asked of these queries. */
  learn(queries: readonly LabelledQuery[]): Promise<void>;
  close(): Promise<void>;
}

/** Loads catalogues into a database of their own; bad rows are skipped and counted in `print`. */
export async function loadCatalogues(
  files: readonly string[],
  {
    map,
    now,
    embedding,
    print,
  }: {
    readonly map?: string;
    readonly now: Date;
    /** Reads every course; without it searches go by words alone. */
    readonly embedding?: EmbeddingSettings | undefined;
    readonly print: (line: string) => void;
  },
): Promise<LoadedCatalogue> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bh-eval-'));
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  const close = async (): Promise<void> => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(database);
    for (const file of files) {
      const result = await importFile(database, {
        file,
        kind: 'courses',
        skipBad: true,
        clock: () => now,
        ...(map !== undefined && { mapFile: map }),
      });
      print(`${file}: ${result.created} courses, ${result.skipped} bad rows`);
    }
    const problems: unknown[] = [];
    const meanings =
      embedding && createMeanings(database, createEmbedder(embedding), { onProblem: (error) => problems.push(error) });
    let read = 0;
    for (let round = await meanings?.readCourses(); round !== undefined && round.read > 0; ) {
      read += round.read;
      round = await meanings?.readCourses();
    }
    if (problems.length > 0) throw problems[0];
    if (meanings !== undefined) print(`${read} courses read by ${embedding?.model}`);
    const finder = createFinder(database, { meanings });
    await finder.refresh();
    const learn = async (queries: readonly LabelledQuery[]): Promise<void> => {
      for (const { query } of queries) {
        const wish = finder.understand(query);
        if (finder.wantsMeaning(wish, finder.search(wish, { limit: 10, now })))
          await finder.learnMeaning(wish.said ?? wish.topic, wish.said ?? wish.topic);
        if (problems.length > 0) throw problems[0];
      }
    };
    return { database, finder, learn, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the search said to a query. */
export interface Answer extends Ranking {
  readonly near: readonly string[];
  readonly milliseconds: number;
}

/** Asks every query through the code of the chat. */
export function askAll(finder: Finder, queries: readonly LabelledQuery[], now: Date): Answer[] {
  // The first queries compile the code; they are asked once before anything is timed.
  for (const query of queries.slice(0, 50)) finder.search(finder.understand(query.query), { limit: 10, now });
  return queries.map(({ query }) => {
    const started = performance.now();
    const result = finder.search(finder.understand(query), { limit: 10, now });
    const milliseconds = performance.now() - started;
    return {
      ids: result.hits.map((hit) => hit.id),
      none: result.none,
      near: result.near.map((hit) => hit.id),
      milliseconds,
    };
  });
}
