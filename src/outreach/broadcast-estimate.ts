import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';
import { type Audience, recipients, type UnclearWard, wardCodes, wardNames } from './audience.ts';

/** Of somebody who would get it: nothing that names them. */
export interface SamplePerson {
  readonly channel: ChannelName;
  readonly language: 'vi' | 'en';
  /** Where they said they live. */
  readonly wards: readonly string[];
}

/** Whom an audience reaches right now, and what it takes to tell them. */
export interface AudienceEstimate {
  readonly recipients: number;
  readonly channels: Readonly<Record<ChannelName, number>>;
  /** They fit and agreed, and cannot be told: blocked, or only on a channel that is not chosen. */
  readonly unreachable: number;
  /** They fit and never agreed to announcements, or no longer do. */
  readonly withoutConsent: number;
  readonly sample: readonly SamplePerson[];
  /** At the pace of the slowest channel; 0 where nothing holds it back. */
  readonly seconds: number;
  /** Of Zalo's plan, when people are to be told there: messages that announcements may still use this month. */
  readonly zaloLeft: number | undefined;
}

export interface EstimateOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly available: readonly string[];
  /** Messages a second on a channel; 0 is as fast as it answers. */
  readonly pace: (channel: ChannelName) => number;
  /** Messages that announcements may still use this month on Zalo; undefined without a limit. */
  readonly zaloLeft: () => Promise<number | undefined>;
}

const sampleSize = 5;

/** Counts an audience without freezing anything. @returns the place that is not clear, if one is not */
export async function estimateAudience(
  { database, clock, available, pace, zaloLeft }: EstimateOptions,
  audience: Audience,
): Promise<AudienceEstimate | UnclearWard> {
  const { unclear } = 'all' in audience ? {} : wardCodes(audience.wards ?? []);
  if (unclear !== undefined) return unclear;
  const who = { audience, available, now: clock() };
  const { db } = database;
  const { rows } = await db.execute<{ channel: ChannelName; people: number }>(sql`
    select channel, count(*)::int as people from (${recipients(who)}) as people group by channel`);
  const channels = { web: 0, telegram: 0, zalo: 0 };
  for (const row of rows) channels[row.channel] = row.people;
  const total = channels.web + channels.telegram + channels.zalo;
  const count = async (without: 'reach' | 'consent'): Promise<number> => {
    const found = await db.execute<{ people: number }>(
      sql`select count(*)::int as people from (${recipients({ ...who, without })}) as people`,
    );
    return found.rows[0]?.people ?? 0;
  };
  const seconds = (channel: ChannelName): number => (pace(channel) === 0 ? 0 : channels[channel] / pace(channel));
  return {
    recipients: total,
    channels,
    unreachable: (await count('reach')) - total,
    withoutConsent: await count('consent'),
    sample: await sampleOf(db, who),
    seconds: Math.ceil(Math.max(seconds('telegram'), seconds('zalo'))),
    zaloLeft: channels.zalo === 0 ? undefined : await zaloLeft(),
  };
}

async function sampleOf(db: Queryable, who: Parameters<typeof recipients>[0]): Promise<SamplePerson[]> {
  const { rows } = await db.execute<{ channel: ChannelName; language: string | null; wards: string[] | null }>(sql`
    select people.channel, coalesce(conversation.locale, conversation.state ->> 'spoken') as language,
      (select value -> 'wards' from profile_fact where learner_id = conversation.learner_id and kind = 'place') as wards
    from (select * from (${recipients(who)}) as everybody order by md5(account_id::text) limit ${sampleSize}) as people
    join conversation on conversation.id = people.conversation_id`);
  return rows.map(({ channel, language, wards }) => ({
    channel,
    language: language === 'en' ? 'en' : 'vi',
    wards: wardNames(wards ?? []),
  }));
}
