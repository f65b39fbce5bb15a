import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

const paths = z.array(z.string()).default([]);

const setsFile = z.strictObject({
  sets: z.array(
    z.strictObject({
      name: z.string(),
      /** Relative to the file of sets; one that begins with `BENCH_DATA/` lies in the folder of that setting. */
      catalogue: z.string(),
      map: z.string().optional(),
      /** The moment the queries are asked. */
      now: z.string().optional(),
      open: paths,
      frozen: paths,
    }),
  ),
});

/** Queries over one catalogue. */
export interface LabelledSet {
  readonly name: string;
  readonly catalogues: readonly string[];
  readonly map?: string;
  readonly now: Date;
  readonly queries: readonly string[];
}

/** The parts of a set: those that were looked at while the search was made, and those that were not. */
export const setParts = ['open', 'frozen'] as const;
export type SetPart = (typeof setParts)[number];

/**
 * Reads which sets there are. Sets whose catalogue lies in a folder of large data are left out, by name, where there is none.
 * @param benchData the folder of large real data, if any
 */
export async function readSets(
  file: string,
  part: SetPart,
  benchData: string | undefined,
): Promise<{ readonly sets: readonly LabelledSet[]; readonly leftOut: readonly string[] }> {
  const parsed = setsFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const sets: LabelledSet[] = [];
  const leftOut: string[] = [];
  for (const { name, catalogue, map, now, ...queries } of parsed.data.sets) {
    const isLarge = catalogue.startsWith('BENCH_DATA/');
    if (isLarge && benchData === undefined) {
      leftOut.push(name);
      continue;
    }
    const beside = (path: string): string => resolve(dirname(file), path);
    sets.push({
      name,
      catalogues: [isLarge ? resolve(benchData ?? '', catalogue.slice('BENCH_DATA/'.length)) : beside(catalogue)],
      ...(map !== undefined && { map: beside(map) }),
      now: now === undefined ? new Date() : new Date(now),
      queries: queries[part].map(beside),
    });
  }
  return { sets, leftOut };
}
