import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LabelledQuery } from './metrics.ts';

const line = z.object({
  id: z.string(),
  query: z.string().min(1),
  kind: z.string().default('all'),
  relevant: z.record(z.string(), z.number().min(1).max(3)),
});

/** Reads labelled queries, one JSON object a line. Throws naming the line that is wrong. */
export async function readQueries(path: string): Promise<LabelledQuery[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').flatMap((raw, position) => {
    if (raw.trim() === '') return [];
    try {
      return [line.parse(JSON.parse(raw))];
    } catch (error) {
      const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new Error(`${path}, line ${position + 1}: ${problem}`);
    }
  });
}
