import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '../database/index.ts';

/** What a learner may tell about themselves, each with what is kept of it: no more than an answer needs. */
export const factValues = {
  /** A place as it was named, and the codes of the wards it means. */
  place: z.object({ label: z.string(), wards: z.array(z.string()).min(1) }),
  /** When they are free. */
  times: z.array(z.enum(['morning', 'afternoon', 'evening', 'weekend'])).min(1),
  /** What they can pay at most, in đồng; 0: nothing. */
  budget: z.number().int().min(0),
  /** `phone`: a phone, no computer; `none`: neither. */
  device: z.enum(['phone', 'none']),
  /** `low`: a weak or dear connection. */
  data: z.literal('low'),
  wheelchair: z.literal(true),
  role: z.enum(['teacher', 'student', 'job_seeker', 'worker', 'small_business', 'parent', 'senior', 'organiser']),
  /** A band, never a birth date. */
  age_band: z.enum(['under_16', '16_24', '25_39', '40_59', '60_up']),
  /** What they like: fields of the menu and concepts of the taxonomy. A new one joins those of before. */
  interests: z
    .array(z.union([z.object({ field: z.string() }), z.object({ concept: z.string(), label: z.string() })]))
    .min(1)
    .max(8),
  /** What they learn for; an occupation with its concept of the taxonomy and how it is said back. */
  goal: z.union([
    z.object({
      kind: z.enum(['new_job', 'better_work', 'own_business', 'help_child', 'hobby', 'daily_life', 'exam']),
    }),
    z.object({ occupation: z.string(), label: z.string() }),
  ]),
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  /** The language they need to be taught in. */
  language: z.enum(['vi', 'en']),
  /** What is hard for them; a wheelchair is its own fact. A new one joins those of before. */
  disability: z.array(z.enum(['seeing', 'hearing', 'moving', 'learning'])).min(1),
  phone: z.enum(['iphone', 'android']),
  /** How they want to be addressed, spelt without accents. */
  address: z.enum(['ban', 'anh', 'chi', 'co', 'chu', 'bac', 'em']),
  /** `simple`: short sentences of everyday words. */
  speech: z.literal('simple'),
  /** What they can already, as concepts of the taxonomy; a new one joins those of before. */
  skills: z
    .array(z.object({ concept: z.string(), label: z.string() }))
    .min(1)
    .max(40),
} as const;

/** What a learner may say they are. */
export const learnerRoles = factValues.role.options;

export type FactKind = keyof typeof factValues;
export const factKinds = Object.keys(factValues) as FactKind[];

/** Something a learner told, by its kind. */
export type Told = { readonly [Kind in FactKind]?: z.output<(typeof factValues)[Kind]> };

/** A thing somebody likes. */
export type Interest = NonNullable<Told['interests']>[number];

/** What is told now together with what was told before: a new interest, difficulty or skill joins the others, else the newer word counts. */
export function joinedTold(before: Told, told: Told): Told {
  const { interests, disability, skills } = told;
  return {
    ...told,
    ...(interests === undefined
      ? {}
      : { interests: distinct([...interests, ...(before.interests ?? [])], interestId).slice(0, mostInterests) }),
    ...(disability === undefined
      ? {}
      : { disability: distinct([...(before.disability ?? []), ...disability], (each) => each) }),
    ...(skills === undefined
      ? {}
      : { skills: distinct([...skills, ...(before.skills ?? [])], ({ concept }) => concept).slice(0, mostSkills) }),
  };
}

const mostInterests = 8;
const mostSkills = 40;

/** The id of an interest's field or concept. */
export function interestId(interest: Interest): string {
  return 'field' in interest ? interest.field : interest.concept;
}

function distinct<Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] {
  return [...new Map([...items].reverse().map((item) => [idOf(item), item])).values()].reverse();
}

/** Where a fact came from: said in passing, the answer to a question of ours, or chosen by a button. */
export type FactSource = 'said' | 'asked' | 'chosen';

/** What is known of a learner, with where each fact came from and when. */
export interface Profile {
  readonly told: Told;
  readonly origins: Readonly<Partial<Record<FactKind, { readonly source: FactSource; readonly at: Date }>>>;
}

const emptyProfile: Profile = { told: {}, origins: {} };

/** The facts of a learner as one JSON object, in a statement of somebody else. @param learner its id there */
export function profileFacts(learner: SQL): SQL {
  return sql`(select jsonb_object_agg(kind, jsonb_build_object('value', value, 'source', source, 'at', noted_at))
    from profile_fact where learner_id = ${learner})`;
}

const stored = z.record(
  z.string(),
  z.object({ value: z.unknown(), source: z.enum(['said', 'asked', 'chosen']), at: z.coerce.date() }),
);

/** Reads what `profileFacts` gave. A fact of a kind or shape this version does not know is left out. */
export function readProfile(facts: unknown): Profile {
  const rows = stored.safeParse(facts ?? {});
  if (!rows.success) return emptyProfile;
  const told: Record<string, unknown> = {};
  const origins: Profile['origins'] & Record<string, unknown> = {};
  for (const kind of factKinds) {
    const row = rows.data[kind];
    const value = row && factValues[kind].safeParse(row.value);
    if (row === undefined || value?.success !== true) continue;
    told[kind] = value.data;
    Object.assign(origins, { [kind]: { source: row.source, at: row.at } });
  }
  return { told: told as Told, origins };
}

/** What is known of a learner, read by itself. */
export async function profileOf(tx: Queryable, learnerId: number): Promise<Profile> {
  const { rows } = await tx.execute<{ facts: unknown }>(
    sql`select ${profileFacts(sql`${learnerId}::bigint`)} as facts`,
  );
  return readProfile(rows[0]?.facts);
}

/** The statements that note what a learner told; a newer word takes the place of an older one. */
export function noteFactsStatement(learnerId: number, told: Told, source: FactSource, at: Date): SQL {
  const rows = Object.entries(told).map(
    ([kind, value]) =>
      sql`(${learnerId}::bigint, ${kind}, ${JSON.stringify(value)}::jsonb, ${source}, ${at}::timestamptz)`,
  );
  return sql`
    insert into profile_fact (learner_id, kind, value, source, noted_at) values ${sql.join(rows, sql`, `)}
    on conflict (learner_id, kind) do update set value = excluded.value, source = excluded.source, noted_at = excluded.noted_at`;
}

/** The statement that forgets facts of a learner. */
export function forgetFactsStatement(learnerId: number, kinds: readonly FactKind[]): SQL {
  return sql`delete from profile_fact where learner_id = ${learnerId} and kind = any(${sql.param([...kinds])}::text[])`;
}
