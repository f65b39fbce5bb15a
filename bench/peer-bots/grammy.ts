import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import pg from 'pg';
import { insertUpdate, peerSettings, ready } from './peer-settings.ts';

// The least a grammY bot can do for a message and still have a record of it: one insert, one send.
const { token, apiRoot, databaseUrl, secret, publicUrl, port } = peerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', async (context) => {
  await pool.query(insertUpdate, [context.update.update_id, context.message.text]);
  await context.api.sendMessage(context.chat.id, context.message.text);
});
await bot.api.setWebhook(`${publicUrl}/hook`, { secret_token: secret });
const handle = webhookCallback(bot, 'http', { secretToken: secret });
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1', ready);
