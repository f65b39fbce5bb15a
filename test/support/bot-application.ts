import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { afterEach } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { type TestApplication, testApplication } from './application.ts';
import type { DatabaseContext } from './databases.ts';

type BotChannel = 'telegram' | 'zalo';

/** What each platform's requests carry; the secrets are those of `botSettings`. */
const webhooks = {
  telegram: { header: 'x-telegram-bot-api-secret-token', secret: 'telegram-secret-of-the-tests' },
  zalo: { header: 'x-bot-api-secret-token', secret: 'zalo-secret-of-the-tests' },
} as const;

/** The program with its bots started, talking to scripted platforms. */
export interface BotApplication extends TestApplication {
  readonly database: Database;
  /** Hands the webhook a body as the platform would; a string goes word for word. `secret: ''` sends none. */
  post(channel: BotChannel, body: unknown, secret?: string): Promise<Response>;
  /** Resolves when nothing that may go now waits in the outbox: no pause, no later time. */
  settled(): Promise<void>;
}

/** Settings that connect the program to a scripted platform, with no pace, so that no second must pass. */
export function botSettings(
  channel: BotChannel,
  server: { readonly url: string; readonly token: string },
): Record<string, string> {
  const name = channel.toUpperCase();
  return {
    [`${name}_BOT_TOKEN`]: server.token,
    [`${name}_API_ROOT`]: server.url,
    [`${name}_WEBHOOK_SECRET`]: webhooks[channel].secret,
    [`${name}_MESSAGES_PER_SECOND`]: '0',
  };
}

/**
 * Starts programs whose bots end by themselves after each test, before the database is emptied. To be called inside
 * `describeDatabases`. `start` returns when the bots are known or were given up.
 */
export function botApplications(context: DatabaseContext): {
  start(environment: Record<string, string>, logger?: Logger): Promise<BotApplication>;
  /** Ends one before its test does. */
  stop(application: BotApplication): Promise<void>;
} {
  const running = new Set<BotApplication>();
  const stop = async (application: BotApplication): Promise<void> => {
    if (!running.delete(application)) return;
    await application.conversations.idle();
    await application.stop();
  };
  afterEach(async () => {
    for (const application of [...running]) await stop(application);
  });
  return {
    stop,
    async start(environment, logger) {
      const database = await context.database();
      const application = withBots(database, await testApplication(database, environment, logger));
      running.add(application);
      await application.platforms.start();
      return application;
    },
  };
}

function withBots(database: Database, application: TestApplication): BotApplication {
  const { time } = application;
  async function mayGo(): Promise<number> {
    const { rows } = await database.db.execute<{ open: number }>(sql`
      select count(*)::int as open from delivery
      where via = 'sender' and (status = 'sending' or status = 'pending' and due_at <= ${time.now}
        and not exists (select 1 from channel_pause where channel_pause.channel = delivery.channel and until > ${time.now}))`);
    return rows[0]?.open ?? 0;
  }
  return {
    ...application,
    database,
    async post(channel, body, secret = webhooks[channel].secret) {
      return application.app.request(`/webhooks/${channel}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { [webhooks[channel].header]: secret }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
    async settled() {
      await application.conversations.idle();
      for (const channel of ['telegram', 'zalo'] as const) application.platforms.wake(channel);
      while ((await mayGo()) > 0) await new Promise(setImmediate);
    },
  };
}
