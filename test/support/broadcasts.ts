import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';

/** How a broadcast stands, as the API tells it. */
export interface BroadcastAnswer {
  readonly id: number;
  readonly status: string;
  readonly recipients: number;
  readonly pending: number;
  readonly sent: number;
  readonly failed: number;
  readonly blocked: number;
  readonly unconfirmed: number;
  readonly skipped: number;
  readonly per_second: number;
  readonly content_hash: string | null;
  readonly choices: readonly { readonly opens: number; readonly votes: number }[];
  readonly changes: readonly {
    readonly kind: string;
    readonly messages: number;
    readonly pending: number;
    readonly changed: number;
  }[];
  readonly error?: { readonly code: string; readonly message: string };
}

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** Talks to the broadcasts' API as one member, on an app or at an address. */
export function broadcastApi(app: App | string, token: string) {
  async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: BroadcastAnswer }> {
    const init = {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const address = `/api/v1/broadcasts${path}`;
    const response = typeof app === 'string' ? await fetch(`${app}${address}`, init) : await app.request(address, init);
    return { status: response.status, body: (await response.json()) as BroadcastAnswer };
  }
  return {
    ask,
    create: (body: object) => ask('POST', '', { title: 'Thử', text: 'Mai có lớp.', audience: { all: true }, ...body }),
    edit: (id: number, body: object) => ask('PATCH', `/${id}`, body),
    read: async (id: number) => (await ask('GET', `/${id}`)).body,
    step: (id: number, step: string, body?: object) => ask('POST', `/${id}/${step}`, body),
  };
}

/** The six counts together. */
export function sumOf({ pending, sent, failed, blocked, unconfirmed, skipped }: BroadcastAnswer): number {
  return pending + sent + failed + blocked + unconfirmed + skipped;
}

/** People with a chat each who agreed to announcements, in one statement: they wrote once, all at the same time. */
export async function addAudience(
  database: Database,
  chats: readonly (string | number)[],
  more: { readonly channel?: string; readonly at?: Date; readonly agrees?: boolean } = {},
): Promise<void> {
  const { channel = 'telegram', at = new Date('2026-11-23T03:00:00Z'), agrees = true } = more;
  await database.db.execute(sql`
    with chat as (select chat, row_number() over () as place from unnest(${sql.param(chats.map(String))}::text[]) as chat (chat)),
    made as (insert into account (created_at) select ${at}::timestamptz from chat returning id),
    placed as (select id, row_number() over () as place from made),
    person as (select placed.id as account_id, chat from placed join chat using (place)),
    learner as (insert into learner (account_id) select account_id from person returning id, account_id),
    identity as (
      insert into identity (account_id, channel, external_id) select account_id, ${channel}, chat from person returning 1),
    conversation as (
      insert into conversation (channel, chat, account_id, learner_id, created_at, updated_at)
      select ${channel}, chat, account_id, learner.id, ${at}, ${at} from person join learner using (account_id) returning 1)
    insert into consent (learner_id, purpose, text_hash, text_version, locale, channel, turn_id, given_at)
    select id, 'announcements', 'hash', '1', 'vi', ${channel}, 1, ${at} from learner where ${agrees}::boolean`);
}

/** What the counters of every batch say against its rows; empty when they agree. */
export async function wrongCounts(database: Database): Promise<readonly object[]> {
  const { rows } = await database.db.execute(sql`
    select batch.id, batch.recipients, batch.sent, batch.failed, batch.blocked, batch.unconfirmed, batch.skipped, told.*
    from delivery_batch as batch left join lateral (
      select count(*)::int as all_rows, count(*) filter (where status = 'sent')::int as rows_sent,
        count(*) filter (where status = 'failed')::int as rows_failed, count(*) filter (where status = 'blocked')::int as rows_blocked,
        count(*) filter (where status = 'unconfirmed')::int as rows_unconfirmed,
        count(*) filter (where status = 'skipped')::int as rows_skipped
      from delivery where batch_id = batch.id) as told on true
    where (batch.recipients, batch.sent, batch.failed, batch.blocked, batch.unconfirmed, batch.skipped)
      <> (all_rows, rows_sent, rows_failed, rows_blocked, rows_unconfirmed, rows_skipped)`);
  return rows;
}
