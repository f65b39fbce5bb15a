import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { taxonomy } from '../taxonomy.ts';
import type { Occupation, WorkField } from './occupation.ts';

const folder = new URL('../../../content/taxonomy/occupations/', import.meta.url);

const occupationFile = z.strictObject({
  field: z.strictObject({ id: z.string(), vi: z.string(), en: z.string() }),
  occupations: z.record(
    z.string().regex(/^[a-z0-9-]{2,48}$/),
    z.strictObject({
      /** The name first, then what people say instead; commas separate. */
      vi: z.string().min(1),
      en: z.string().min(1),
      esco: z
        .string()
        .regex(/^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/)
        .optional(),
      /** Ids of concepts in the order of learning, each from 1, essential, to 0.3, useful. */
      skills: z.record(z.string(), z.number().min(0.3).max(1)),
    }),
  ),
});

/**
 * The occupations of content/taxonomy/occupations and their fields, in the order of the files. Throws naming the file and its fault:
 * a wrong shape, an id that stands twice, a skill that is no concept.
 */
export function readOccupationFiles(): {
  readonly fields: readonly WorkField[];
  readonly occupations: readonly Occupation[];
} {
  const fields: WorkField[] = [];
  const occupations = new Map<string, Occupation>();
  for (const name of readdirSync(folder).sort()) {
    const parsed = occupationFile.safeParse(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!parsed.success) throw new Error(`content/taxonomy/occupations/${name}: ${z.prettifyError(parsed.error)}`);
    const { field } = parsed.data;
    fields.push({ id: field.id, names: { vi: field.vi, en: field.en } });
    for (const [id, { vi, en, esco, skills }] of Object.entries(parsed.data.occupations)) {
      if (occupations.has(id)) throw new Error(`content/taxonomy/occupations/${name}: ${id} stands twice.`);
      const [vietnamese, english] = [listOf(vi), listOf(en)];
      occupations.set(id, {
        id,
        names: { vi: vietnamese[0] ?? id, en: english[0] ?? id },
        forms: [...vietnamese, ...english],
        esco,
        field: field.id,
        skills: Object.entries(skills).map(([concept, weight]) => ({
          concept,
          name: nameOf(concept, `${name}: ${id}`),
          weight,
        })),
      });
    }
  }
  return { fields, occupations: [...occupations.values()] };
}

function nameOf(concept: string, where: string): string {
  const found = taxonomy().concepts.get(concept);
  if (found === undefined)
    throw new Error(`content/taxonomy/occupations/${where} needs ${concept}, which is no concept.`);
  return found.names.vi;
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}
