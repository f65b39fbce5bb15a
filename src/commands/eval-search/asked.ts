import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../catalogue/index.ts';
import { type Database, migrate, openDatabase } from '../../database/index.ts';
import { createFinder, type Finder } from '../../discovery/index.ts';
import type { LabelledQuery, Ranking } from './metrics.ts';

/** A catalogue in a throw-away database, with the finder that the chat has. */
export interface LoadedCatalogue {
  readonly database: Database;
  readonly finder: Finder;
  close(): Promise<void>;
}

/** Loads catalogues into a database of their own; bad rows are skipped and counted in `print`. */
export async function loadCatalogues(
  files: readonly string[],
  { map, now, print }: { readonly map?: string; readonly now: Date; readonly print: (line: string) => void },
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
    const finder = createFinder(database);
    await finder.refresh();
    return { database, finder, close };
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
