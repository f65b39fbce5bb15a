import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import { type FieldChange, noteChanges, type RowChange, roomIn } from './report.ts';

/** What of a course is compared, the most important first: a report is read from the top. */
const comparedFields = [
  'title',
  'price_vnd',
  'starts_on',
  'ends_on',
  'provider',
  'schedule',
  'mode',
  'ward',
  'address',
  'url',
  'seats',
  'duration_hours',
  'level',
  'language',
  'platform',
  'topics',
  'skills',
  'audience',
  'certificate',
  'low_data',
  'wheelchair',
  'reviewed_on',
  'description',
] as const;

type Compared = Readonly<Record<(typeof comparedFields)[number], unknown>>;

/** Courses as they are at this moment of the transaction, by public id. */
type Snapshot = ReadonlyMap<string, Compared>;

/** Letters of a value that a report keeps. */
const valueLetters = 200;

async function snapshotOf(tx: Queryable, ids: readonly string[]): Promise<Snapshot> {
  const { rows } = await tx.execute<{ public_id: string } & Compared & Record<string, unknown>>(sql`
    select public_id, title, price_vnd, starts_on::text, ends_on::text, organisation.name as provider, schedule, mode, ward, address, url, seats,
      duration_hours, level, language, platform.name as platform, topics, skills, audience, certificate, low_data, wheelchair, reviewed_on::text, description
    from course join organisation on organisation.id = organisation_id left join platform on platform.id = platform_id
    where public_id = any(${sql.param([...ids])}::text[])`);
  return new Map(rows.map((row) => [row.public_id, row]));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join('; ') : String(value);
}

function shortened(text: string): string {
  return text.length > valueLetters ? `${text.slice(0, valueLetters - 1)}…` : text;
}

function fieldsChanged(before: Compared, after: Compared): FieldChange[] {
  return comparedFields.flatMap((field) => {
    const [from, to] = [textOf(before[field]), textOf(after[field])];
    return from === to ? [] : [{ field, from: shortened(from), to: shortened(to) }];
  });
}

/**
 * Writes a slice and notes in a report what became different by it. Rows are compared as they were and as they then are, not with the file:
 * what an organisation decided itself may hold against the file.
 * @param slice.changed ids of rows that the write adds or changes, in the order of the file
 * @param slice.known which of them were there before
 * @param slice.relisted ids that were missing from their source; they may be changed besides
 */
export async function writeNoting(
  tx: Queryable,
  report: number,
  slice: {
    readonly changed: readonly string[];
    readonly known: ReadonlyMap<string, unknown>;
    readonly relisted: ReadonlySet<string>;
  },
  write: () => Promise<void>,
): Promise<void> {
  const { known, relisted } = slice;
  const ids = [...new Set([...slice.changed, ...relisted])];
  const room = await roomIn(tx, report);
  const told = ids.slice(0, Math.max(0, room));
  const before = told.length === 0 ? new Map<string, Compared>() : await snapshotOf(tx, told);
  await write();
  const after = told.length === 0 ? new Map<string, Compared>() : await snapshotOf(tx, told);
  const changeOf = (id: string) => (relisted.has(id) ? 'relisted' : known.has(id) ? 'changed' : 'added');
  const lines = told.flatMap((id): RowChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (is === undefined) return [];
    const fields = was === undefined ? [] : fieldsChanged(was, is);
    return [{ change: changeOf(id), id, title: textOf(is.title), fields }];
  });
  const counts = { added: 0, changed: 0, relisted: 0 };
  for (const id of ids) counts[changeOf(id)]++;
  await noteChanges(tx, report, counts, lines);
}
