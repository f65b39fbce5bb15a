import { sql } from 'drizzle-orm';
import type { Audience } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { fold } from '../text/index.ts';
import { selectWorkshops, type Workshop } from './workshop.ts';

/** What a workshop is made of. Checked at the edge: the end is after the start, the ward is a code, addresses are http(s). */
export interface WorkshopInput {
  /** Kept as the public id; without one it is made of title and day. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly description?: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place?: string | undefined;
  readonly ward?: string | undefined;
  readonly onlineUrl?: string | undefined;
  /** Undefined: no limit. */
  readonly capacity?: number | undefined;
  readonly organisationId?: number | undefined;
  readonly topics?: readonly string[];
  readonly audience?: readonly Audience[];
  readonly wheelchair?: boolean | undefined;
  readonly language?: string | undefined;
}

/** The longest public id that is made here: a deep link `workshop_ID` holds 64 signs. */
const longestSlug = 40;

/** "Điện thoại cho người lớn tuổi" → "dien-thoai-cho-nguoi-lon-tuoi". */
export function slugOf(title: string): string {
  const slug = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'hoi-thao' : slug;
}

/** `-20261205` of a start in UTC: only there to tell workshops of one title apart. */
function dayMark(startsAt: Date): string {
  return `-${startsAt.toISOString().slice(0, 10).replaceAll('-', '')}`;
}

/** What else the row says of where it comes from. */
export interface Origin {
  readonly authorId?: number | undefined;
  readonly source?: string | undefined;
  readonly contentHash?: string | undefined;
  readonly sample?: boolean;
  readonly seriesKey?: number | undefined;
}

/** Inserts a workshop; undefined when its given id is taken. A made id gets a number when it is. */
export async function insertWorkshop(
  tx: Queryable,
  input: WorkshopInput,
  origin: Origin,
  now: Date,
): Promise<Workshop | undefined> {
  const made = `${slugOf(input.title)}${dayMark(input.startsAt)}`;
  for (let serial = 1; ; serial++) {
    const id = input.id ?? (serial === 1 ? made : `${made}-${serial}`);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into workshop (public_id, source, title, description, starts_at, ends_at, place, ward, online_url, capacity,
        organisation_id, topics, audience, wheelchair, language, series_id, sample, content_hash, author_id, created_at, updated_at)
      values (${id}, ${origin.source ?? null}, ${input.title}, ${input.description ?? null}, ${input.startsAt}, ${input.endsAt},
        ${input.place ?? null}, ${input.ward ?? null}, ${input.onlineUrl ?? null}, ${input.capacity ?? null},
        ${input.organisationId ?? null}, ${sql.param([...(input.topics ?? [])])}::text[],
        ${sql.param([...(input.audience ?? [])])}::text[], ${input.wheelchair ?? null}, ${input.language ?? null},
        ${origin.seriesKey ?? null}, ${origin.sample ?? false}, ${origin.contentHash ?? null}, ${origin.authorId ?? null},
        ${now}, ${now})
      on conflict (public_id) do nothing returning id`);
    const key = rows[0]?.id;
    if (key !== undefined) return (await selectWorkshops(tx, sql`where workshop.id = ${key}`))[0];
    if (input.id !== undefined) return undefined;
  }
}

/** Makes a workshop in the name of a member of staff and notes it. Undefined when its given id is taken. */
export async function createWorkshop(
  tx: Queryable,
  input: WorkshopInput,
  by: { readonly staffId: number | undefined; readonly now: Date },
): Promise<Workshop | undefined> {
  const workshop = await insertWorkshop(tx, input, { authorId: by.staffId }, by.now);
  if (workshop === undefined) return undefined;
  await noteAudit(tx, {
    by: by.staffId,
    action: 'workshop.create',
    subject: { kind: 'workshop', id: workshop.key },
    ...(workshop.capacity === undefined ? {} : { detail: { capacity: workshop.capacity } }),
    at: by.now,
  });
  return workshop;
}
