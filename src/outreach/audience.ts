import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { namedConcept, suggestTopics, topicsOfField } from '../discovery/index.ts';
import { learnerRoles } from '../learners/index.ts';
import { findWard, recognisePlaces, wardByCode } from '../places/index.ts';
import { fold, hasWords, tokens } from '../text/index.ts';
import { isPlain } from './broadcast-fields.ts';
import { folded } from './folded.ts';

const channels = ['web', 'telegram', 'zalo'] as const;
/** A name that somebody wrote. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((given) => hasWords(given) && isPlain(given), 'words 100');
const atMost = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200);

/** To whom: everybody, or who fits all of the fields that are given, each with one of its values. */
export const audienceSchema = z.union([
  z.strictObject({ all: z.literal(true) }),
  z
    .strictObject({
      wards: atMost(name).describe('Codes or names, present or former.').optional(),
      topics: atMost(name).describe('What people like, look for or aim at.').optional(),
      channels: atMost(z.enum(channels)).describe('Telegram and Zalo unless said.').optional(),
      languages: atMost(z.enum(['vi', 'en'])).optional(),
      roles: atMost(z.enum(learnerRoles)).optional(),
      active_within_days: z.int().min(1).max(3650).describe('Wrote within so many days.').optional(),
    })
    .refine((audience) => Object.values(audience).some((field) => field !== undefined), {
      message: 'api-problem-audience',
    }),
]);

export type Audience = z.output<typeof audienceSchema>;

/** A place that an audience names and that is not known, or not only one. */
export interface UnclearWard {
  readonly ward: string;
  readonly candidates: readonly string[];
}

/** The codes of the wards that names mean: a former district is the units that came out of it. */
export function wardCodes(names: readonly string[]): {
  readonly codes: readonly string[];
  readonly unclear?: UnclearWard;
} {
  const codes = new Set<string>();
  for (const name of names) {
    const found = findWard(name);
    if (found.kind === 'found') {
      codes.add(found.ward.code);
      continue;
    }
    const words = tokens(name);
    const [place] = recognisePlaces(words);
    // "Cả thành phố" is no ward, and half of a name is none either.
    if (place === undefined || place.wards.length === 0 || place.end - place.start < words.length) {
      const candidates = found.kind === 'ambiguous' ? found.candidates.map(({ fullName }) => fullName) : [];
      return { codes: [], unclear: { ward: name, candidates } };
    }
    for (const code of place.wards) codes.add(code);
  }
  return { codes: [...codes] };
}

/** The wards of an audience by name, for people to check; a name that is no code stays as it was written. */
export function wardNames(codes: readonly string[]): string[] {
  return codes.map((code) => wardByCode(code)?.fullName ?? code);
}

/** For whom a broadcast is meant, right now. */
export interface RecipientsOptions {
  readonly audience: Audience;
  /** Channels that can carry it at all. */
  readonly available: readonly string[];
  readonly now: Date;
  /** Only who had agreed by then; now where it is not said. */
  readonly agreedBy?: Date;
  /** Accounts after the first id, up to the second. */
  readonly accounts?: { readonly after: number; readonly until: number };
  /** For figures of whom it does not reach: `reach` counts who cannot be told as well, `consent` only who has not agreed. */
  readonly without?: 'reach' | 'consent';
}

const recentDays = 180;

/**
 * The people of an audience as a select of `account_id, conversation_id, channel, chat`, in the order of accounts: who agreed to
 * announcements for a learner that fits and can be reached, each once, where they wrote last among the channels allowed.
 */
export function recipients(options: RecipientsOptions): SQL {
  const { accounts, now, without } = options;
  const audience = 'all' in options.audience ? {} : options.audience;
  const among = (account: SQL): SQL =>
    accounts === undefined ? sql`true` : sql`${account} > ${accounts.after} and ${account} <= ${accounts.until}`;
  const wanted = audience.channels ?? ['telegram', 'zalo'];
  const allowed = wanted.filter((channel) => options.available.includes(channel));
  const active = audience.active_within_days;
  const activeSince = new Date(now.getTime() - (active ?? 0) * 86_400_000);
  const consents = sql`
    join consent on consent.learner_id = learner.id and consent.purpose = 'announcements' and consent.withdrawn_at is null`;
  const hasAgreed = sql`consent.given_at <= ${options.agreedBy ?? now}`;
  const hasNotAgreed = sql`not exists (
    select 1 from consent join learner as own on own.id = consent.learner_id
    where own.account_id = learner.account_id and consent.purpose = 'announcements' and consent.withdrawn_at is null)`;
  const canBeTold = sql`identity.unreachable_since is null
    and conversation.channel = any(${sql.param([...allowed])}::text[])`;
  return sql`
    with agreed as (
      select distinct learner.account_id from learner
      ${without === 'consent' ? sql`` : consents}
      join account on account.id = learner.account_id and account.erase_at is null
      where ${among(sql`learner.account_id`)} and ${without === 'consent' ? hasNotAgreed : hasAgreed}
        and ${learnerFits(audience, now)})
    select distinct on (conversation.account_id) conversation.account_id, conversation.id as conversation_id,
      conversation.channel, conversation.chat
    from agreed join conversation on conversation.account_id = agreed.account_id
    left join identity on identity.channel = conversation.channel and identity.external_id = conversation.chat
    where ${among(sql`conversation.account_id`)} and ${without === 'reach' ? sql`true` : canBeTold}
      and (${audience.languages === undefined}::boolean
        or coalesce(conversation.locale, conversation.state ->> 'spoken', 'vi') = any(${sql.param([...(audience.languages ?? [])])}::text[]))
      and (${active === undefined}::boolean or exists (
        select 1 from conversation as own where own.account_id = conversation.account_id and own.updated_at >= ${activeSince}))
    order by conversation.account_id, conversation.updated_at desc, conversation.id desc`;
}

/** What the fields about a learner ask of `learner`. */
function learnerFits(audience: Exclude<Audience, { all: true }>, now: Date): SQL {
  const conditions: SQL[] = [];
  if (audience.wards !== undefined) {
    const { codes } = wardCodes(audience.wards);
    conditions.push(sql`exists (
      select 1 from profile_fact as fact where fact.learner_id = learner.id and fact.kind = 'place'
        and fact.value -> 'wards' ?| ${sql.param([...codes])}::text[])`);
  }
  if (audience.roles !== undefined) {
    conditions.push(sql`exists (
      select 1 from profile_fact as fact where fact.learner_id = learner.id and fact.kind = 'role'
        and fact.value #>> '{}' = any(${sql.param([...audience.roles])}::text[]))`);
  }
  if (audience.topics !== undefined) conditions.push(wantsTopic(audience.topics, now));
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** The learner likes one of the topics, aims at it, saved it as a wish or looked for it lately. */
function wantsTopic(topics: readonly string[], now: Date): SQL {
  const ids = [...new Set(topics.flatMap(idsOfTopic))];
  const patterns = topics.map(
    (topic) =>
      `% ${fold(topic)
        .replaceAll(/[%_\\]/g, ' ')
        .trim()} %`,
  );
  const since = new Date(now.getTime() - recentDays * 86_400_000);
  const names = (text: SQL): SQL => sql`' ' || ${folded(text)} || ' ' like any (${sql.param(patterns)}::text[])`;
  const isOne = (id: SQL): SQL => sql`${id} = any(${sql.param(ids)}::text[])`;
  return sql`(
    exists (
      select 1 from profile_fact as fact cross join lateral jsonb_array_elements(fact.value) as liked (value)
      where fact.learner_id = learner.id and fact.kind = 'interests'
        and (${isOne(sql`liked.value ->> 'concept'`)} or ${isOne(sql`liked.value ->> 'field'`)} or ${names(sql`liked.value ->> 'label'`)}))
    or exists (
      select 1 from profile_fact as fact where fact.learner_id = learner.id and fact.kind = 'goal'
        and (${isOne(sql`fact.value ->> 'occupation'`)} or ${names(sql`fact.value ->> 'label'`)}))
    or exists (
      select 1 from saved_wish where saved_wish.learner_id = learner.id and ${names(sql`saved_wish.wish ->> 'topic'`)})
    or exists (
      select 1 from wish where wish.learner_id = learner.id and wish.asked_at >= ${since} and ${names(sql`wish.topic`)}))`;
}

/** The concept a topic names, or a field with the concepts in it. */
function idsOfTopic(topic: string): string[] {
  const folded = fold(topic).trim();
  const field = suggestTopics().find(
    ({ id, names }) => id === folded || fold(names.vi) === folded || fold(names.en) === folded,
  );
  const concept = namedConcept(topic)?.id;
  const inField = field === undefined ? [] : topicsOfField(field.id).flatMap((text) => namedConcept(text)?.id ?? []);
  return [...(field === undefined ? [] : [field.id]), ...(concept === undefined ? [] : [concept]), ...inField];
}
