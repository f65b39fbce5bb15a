import { Agent } from 'node:http';
import pg from 'pg';
import { Telegraf } from 'telegraf';
import { broadcastPeerSettings, finished, queued } from './peer-settings.ts';
import { sideBySide } from './send.ts';

// What bot authors write: rows read page by page, a loop that sends, and an update of the row for each.
const { token, apiRoot, databaseUrl, firstChat, recipients, text, atOnce, batch } = broadcastPeerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
const agent = new Agent({ keepAlive: true, maxSockets: atOnce, keepAliveMsecs: 4000 });
const bot = new Telegraf(token, { telegram: { apiRoot, agent: agent as never } });
await pool.query(
  "create table peer_delivery (chat bigint primary key, status text not null default 'pending', message_id bigint, sent_at timestamptz) with (fillfactor = 70)",
);
await pool.query('insert into peer_delivery (chat) select generate_series($1::bigint, $1::bigint + $2::bigint - 1)', [
  firstChat,
  recipients,
]);
await pool.query('analyze peer_delivery');
await queued();

const page = (after: number) =>
  pool.query<{ chat: string }>('select chat from peer_delivery where chat > $1 order by chat limit $2', [after, batch]);
const update = "update peer_delivery set status = 'sent', message_id = $2, sent_at = now() where chat = $1";
for (let rows = (await page(firstChat - 1)).rows; rows.length > 0; ) {
  const next = page(Number(rows.at(-1)?.chat));
  await sideBySide(rows, atOnce, async ({ chat }) => {
    const sent = await bot.telegram.sendMessage(Number(chat), text);
    await pool.query({ name: 'outcome', text: update, values: [chat, sent.message_id] });
  });
  rows = (await next).rows;
}
await finished();
