import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';
import { broadcastPeerSettings, finished, queued } from './peer-settings.ts';
import { createSend } from './send.ts';

/**
 * With `batch` 1 one job a recipient: its deletion is graphile-worker's record of what was sent. Else a "batch job" of so many recipients,
 * whose outcomes are promises and are written to a table in one statement: quicker, but a kill repeats a batch.
 */
const settings = broadcastPeerSettings();
const { databaseUrl, firstChat, recipients, text, atOnce, batch } = settings;
const pool = new pg.Pool({ connectionString: databaseUrl, max: Math.min(24, Math.ceil(atOnce / batch) + 4) });
const utils = await makeWorkerUtils({ pgPool: pool });
await utils.migrate();
await pool.query('create table peer_outcome (chat bigint primary key, message_id bigint not null)');
const task = batch === 1 ? 'one' : 'many';
await pool.query(
  `select count(*) from graphile_worker.add_jobs(array(
     select row($1, case when $4::int = 1 then json_build_object('chat', min(chat), 'text', $5::text)
       else json_agg(json_build_object('chat', chat, 'text', $5::text)) end, null, null, null, null, null, null)::graphile_worker.job_spec
     from generate_series($2::bigint, $2::bigint + $3::bigint - 1) as chat group by (chat - $2::bigint) / $4::int))`,
  [task, firstChat, recipients, batch, text],
);
await pool.query('analyze graphile_worker._private_jobs');
const send = createSend(settings);
await queued();

let left = recipients;
let over = (): void => {};
const allSent = new Promise<void>((done) => {
  over = done;
});
function sent(count: number): void {
  left -= count;
  if (left <= 0) over();
}
interface Recipient {
  readonly chat: number;
  readonly text: string;
}
const runner = await run({
  pgPool: pool,
  concurrency: Math.max(1, Math.round(atOnce / batch)),
  pollInterval: 100,
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => {
    if (level === 'error') console.error(message);
  }),
  taskList: {
    one: async (payload) => {
      const { chat, text } = payload as Recipient;
      await send(chat, text);
      sent(1);
    },
    many: async (payload) => {
      const people = payload as readonly Recipient[];
      const outcomes = await Promise.allSettled(people.map(({ chat, text }) => send(chat, text)));
      const chats: number[] = [];
      const ids: number[] = [];
      for (const [position, outcome] of outcomes.entries()) {
        if (outcome.status === 'rejected') continue;
        chats.push(people[position]?.chat ?? 0);
        ids.push(outcome.value);
      }
      await pool.query('insert into peer_outcome select * from unnest($1::bigint[], $2::bigint[])', [chats, ids]);
      sent(chats.length);
      return outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? Promise.resolve() : Promise.reject(outcome.reason as Error),
      );
    },
  },
});
await allSent;
// Waits for the jobs under way to be completed.
await runner.stop();
await finished();
