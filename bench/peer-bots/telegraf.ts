import { createServer } from 'node:http';
import pg from 'pg';
import { Telegraf } from 'telegraf';
import { insertUpdate, peerSettings, ready } from './peer-settings.ts';

// The least a Telegraf bot can do for a message and still have a record of it: one insert, one send.
const { token, apiRoot, databaseUrl, secret, publicUrl, port } = peerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.on('text', async (context) => {
  await pool.query(insertUpdate, [context.update.update_id, context.message.text]);
  await context.telegram.sendMessage(context.chat.id, context.message.text);
});
await bot.telegram.setWebhook(`${publicUrl}/hook`, { secret_token: secret });
const handle = bot.webhookCallback('/hook', { secretToken: secret });
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1', ready);
