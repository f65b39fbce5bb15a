import type { ImportedOccupation } from '../../catalogue/index.ts';
import { foldedPhrase, tokens } from '../../text/index.ts';
import { namedConcept } from '../concept-match.ts';
import type { NeededSkill, Occupation, WorkField } from './occupation.ts';
import { readOccupationFiles } from './occupation-file.ts';
import { createRecogniser, type Recognition } from './recognise.ts';

/** Every occupation there is: those of the taxonomy, changed and added to by imports. */
export interface OccupationBook {
  readonly fields: readonly WorkField[];
  readonly all: readonly Occupation[];
  byId(id: string): Occupation | undefined;
  inField(field: string): readonly Occupation[];
  /** The occupations that a text names, and the nearest when it names none. */
  recognise(text: string): Recognition;
}

let ofContent: OccupationBook | undefined;

/** The occupations of the taxonomy alone, read once. */
export function contentBook(): OccupationBook {
  ofContent ??= bookOf([]);
  return ofContent;
}

/** The occupations of the taxonomy with imported ones: one of the same name gets the imported skills and names besides. */
export function bookOf(imported: readonly ImportedOccupation[]): OccupationBook {
  const { fields, occupations } = readOccupationFiles();
  const byId = new Map(occupations.map((occupation) => [occupation.id, occupation]));
  const byName = new Map(occupations.map((occupation) => [writtenAs(occupation.names.vi), occupation.id]));
  for (const row of imported) {
    const known = byId.get(byName.get(writtenAs(row.title)) ?? '');
    const next = known === undefined ? added(row, byId) : changed(known, row);
    byId.set(next.id, next);
    byName.set(writtenAs(row.title), next.id);
  }
  const all = [...byId.values()];
  let recogniser: ReturnType<typeof createRecogniser> | undefined;
  return {
    fields,
    all,
    byId: (id) => byId.get(id),
    inField: (field) => all.filter((occupation) => occupation.field === field),
    recognise(text) {
      recogniser ??= createRecogniser(all);
      return recogniser(text);
    },
  };
}

/** A name as it is compared: "Thợ may" and "thợ  máy" are two. */
function writtenAs(name: string): string {
  return tokens(name)
    .map(({ accented }) => accented)
    .join(' ');
}

function changed(known: Occupation, row: ImportedOccupation): Occupation {
  return {
    ...known,
    names: { vi: known.names.vi, en: row.titleEn ?? known.names.en },
    forms: [...new Set([...known.forms, ...formsOf(row)])],
    esco: row.esco ?? known.esco,
    skills: neededSkills(row.skills),
  };
}

/** Longest id of an imported occupation: it travels in a choice. */
const longestId = 30;

function added(row: ImportedOccupation, known: ReadonlyMap<string, Occupation>): Occupation {
  const slug = foldedPhrase(row.title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-|-$/g, '');
  let id = slug;
  for (let number = 2; known.has(id); number++) id = `${slug}-${number}`;
  return {
    id,
    names: { vi: row.title, en: row.titleEn ?? row.title },
    forms: formsOf(row),
    esco: row.esco,
    field: undefined,
    skills: neededSkills(row.skills),
  };
}

function formsOf({ title, titleEn, synonyms }: ImportedOccupation): string[] {
  return [title, ...synonyms, ...(titleEn === undefined ? [] : [titleEn])];
}

/** The first skill of a file is essential, the last half as much. */
function neededSkills(names: readonly string[]): NeededSkill[] {
  const last = Math.max(1, names.length - 1);
  return names.map((name, position) => ({
    concept: namedConcept(name)?.id,
    name,
    weight: Math.round((1 - (0.5 * position) / last) * 100) / 100,
  }));
}
