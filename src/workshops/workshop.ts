import { type SQL, sql } from 'drizzle-orm';
import type { Audience } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { wardByCode } from '../places/index.ts';
import type { programmeKinds, workshopStatuses } from './schema.ts';

/** Ids are public: in addresses, deep links and files. */
export const workshopIdPattern = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,119}$/u;

/** A workshop with how full it is. Ward is the official code. */
export interface Workshop {
  /** The row's own number; never shown to people. */
  readonly key: number;
  /** The public id: in addresses, deep links and files. */
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | undefined;
  readonly ward: string | undefined;
  readonly onlineUrl: string | undefined;
  /** Undefined: no limit. */
  readonly capacity: number | undefined;
  readonly organisation: string | undefined;
  readonly organisationId: number | undefined;
  readonly topics: readonly string[];
  readonly audience: readonly Audience[];
  readonly wheelchair: boolean | undefined;
  /** BCP 47 of the spoken language. */
  readonly language: string | undefined;
  readonly seriesKey: number | undefined;
  /** What kind of programme; undefined for a workshop of one day. */
  readonly programme: (typeof programmeKinds)[number] | undefined;
  /** Of a programme, in their order; none of a workshop of one day. */
  readonly sessions: readonly WorkshopSession[];
  readonly status: (typeof workshopStatuses)[number];
  readonly cancelReason: string | undefined;
  readonly sample: boolean;
  readonly sequence: number;
  readonly authorId: number | undefined;
  readonly updatedAt: Date;
  /** Seats that somebody has. */
  readonly taken: number;
  /** Seats that are held for somebody who was offered one. */
  readonly offered: number;
  readonly waiting: number;
  /** People who came, registered or not. */
  readonly checkedIn: number;
}

/** One meeting of a programme. */
export interface WorkshopSession {
  readonly key: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface WorkshopRow extends Record<string, unknown> {
  id: string;
  public_id: string;
  title: string;
  description: string | null;
  starts_at: string;
  ends_at: string;
  place: string | null;
  ward: string | null;
  online_url: string | null;
  capacity: number | null;
  organisation: string | null;
  organisation_id: string | null;
  topics: string[];
  audience: Audience[];
  wheelchair: boolean | null;
  language: string | null;
  series_id: string | null;
  programme: NonNullable<Workshop['programme']> | null;
  sessions: { key: number; starts_at: string; ends_at: string }[] | null;
  status: Workshop['status'];
  cancel_reason: string | null;
  sample: boolean;
  sequence: number;
  author_id: string | null;
  updated_at: string;
  taken: number;
  offered: number;
  waiting: number;
  checked_in: number;
}

const selection = sql`
  select workshop.id, public_id, title, description, starts_at, ends_at, place, ward, online_url, capacity,
    organisation.name as organisation, organisation_id, topics, audience, wheelchair, language, series_id, programme, status, cancel_reason,
    case when programme is not null then (
      select jsonb_agg(jsonb_build_object('key', session.id, 'starts_at', session.starts_at, 'ends_at', session.ends_at)
        order by session.starts_at)
      from workshop_session as session where session.workshop_id = workshop.id) end as sessions,
    sample, sequence, author_id, updated_at, seats.*
  from workshop left join organisation on organisation.id = organisation_id
  cross join lateral (
    select count(*) filter (where state = 'taken' and not walk_in)::int as taken,
      count(*) filter (where state = 'offered')::int as offered, count(*) filter (where state = 'waiting')::int as waiting,
      count(checked_in_at)::int as checked_in
    from workshop_registration where workshop_id = workshop.id) as seats`;

const orNone = (id: string | null): number | undefined => (id === null ? undefined : Number(id));

function workshopOf(row: WorkshopRow): Workshop {
  return {
    key: Number(row.id),
    id: row.public_id,
    title: row.title,
    description: row.description ?? undefined,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    place: row.place ?? undefined,
    ward: row.ward ?? undefined,
    onlineUrl: row.online_url ?? undefined,
    capacity: row.capacity ?? undefined,
    organisation: row.organisation ?? undefined,
    organisationId: orNone(row.organisation_id),
    topics: row.topics,
    audience: row.audience,
    wheelchair: row.wheelchair ?? undefined,
    language: row.language ?? undefined,
    seriesKey: orNone(row.series_id),
    programme: row.programme ?? undefined,
    sessions: (row.sessions ?? []).map((session) => ({
      key: Number(session.key),
      startsAt: new Date(session.starts_at),
      endsAt: new Date(session.ends_at),
    })),
    status: row.status,
    cancelReason: row.cancel_reason ?? undefined,
    sample: row.sample,
    sequence: row.sequence,
    authorId: orNone(row.author_id),
    updatedAt: new Date(row.updated_at),
    taken: row.taken,
    offered: row.offered,
    waiting: row.waiting,
    checkedIn: row.checked_in,
  };
}

/** The workshops that a condition and order choose. @param rest `where …`, over the columns of `workshop` */
export async function selectWorkshops(db: Queryable, rest: SQL): Promise<Workshop[]> {
  const { rows } = await db.execute<WorkshopRow>(sql`${selection} ${rest}`);
  return rows.map(workshopOf);
}

/** What an alias begins with; no public id does. */
const aliasMark = '_';

/** What stands for a workshop in a deep link `workshop_…` of at most 64 signs: its id, or a short alias for one that does not fit. */
export function deepLinkId(workshop: Pick<Workshop, 'key' | 'id'>): string {
  return /^[A-Za-z0-9_-]{1,55}$/.test(workshop.id) ? workshop.id : `${aliasMark}${workshop.key.toString(36)}`;
}

/** The workshop of a public id or of its alias, or undefined. */
export async function workshopById(db: Queryable, id: string): Promise<Workshop | undefined> {
  // No id has control characters, and the database takes none.
  if (/\p{Cc}/u.test(id)) return undefined;
  const alias = /^_([0-9a-z]{1,9})$/.exec(id)?.[1];
  if (alias !== undefined) return (await workshopsByKeys(db, [Number.parseInt(alias, 36)]))[0];
  return (await selectWorkshops(db, sql`where public_id = ${id}`))[0];
}

/** Workshops by their keys in the given order; keys that are gone are left out. */
export async function workshopsByKeys(db: Queryable, keys: readonly number[]): Promise<Workshop[]> {
  if (keys.length === 0) return [];
  const found = await selectWorkshops(db, sql`where workshop.id = any(${sql.param([...keys])}::bigint[])`);
  const byKey = new Map(found.map((workshop) => [workshop.key, workshop]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Seats that nobody has and that are held for nobody; undefined without a limit. People may be waiting for them. */
export function seatsLeft(workshop: Pick<Workshop, 'capacity' | 'taken' | 'offered'>): number | undefined {
  if (workshop.capacity === undefined) return undefined;
  return Math.max(0, workshop.capacity - workshop.taken - workshop.offered);
}

/** Where a map shows the place; undefined when there is nothing to look for. OpenStreetMap needs no key and no account. */
export function mapLink(workshop: Pick<Workshop, 'place' | 'ward'>): string | undefined {
  const ward = workshop.ward === undefined ? undefined : wardByCode(workshop.ward)?.fullName;
  const where = [workshop.place, ward].filter((part) => part !== undefined);
  if (where.length === 0) return undefined;
  const query = [...where, 'Thành phố Hồ Chí Minh'].join(', ');
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`;
}
