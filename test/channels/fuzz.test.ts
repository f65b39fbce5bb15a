import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTelegramUpdate, updateIdOf } from '../../src/channels/telegram/update.ts';
import { readZaloUpdate } from '../../src/channels/zalo/update.ts';
import { type BotApplication, botApplications, botSettings } from '../support/bot-application.ts';
import { describeDatabases } from '../support/databases.ts';
import { createMangler } from '../support/malformed.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { type ScriptedZalo, startScriptedZalo } from '../support/zalo/index.ts';

const readUpdates = 50_000;
const postedUpdates = 600;
/** After so many malformed updates somebody asks something. */
const askEvery = 30;

const now = new Date('2026-11-24T03:00:00Z');
const bot = { id: 123456789, username: 'ban_hoc_bot' };

let telegram: ScriptedTelegram;
let zalo: ScriptedZalo;
beforeAll(async () => {
  telegram = await startScriptedTelegram();
  zalo = await startScriptedZalo();
  telegram.deliver.hold();
  zalo.deliver.hold();
});
afterAll(async () => {
  await telegram.close();
  await zalo.close();
});

/** One real update of each kind. */
function telegramUpdates(): object[] {
  const person = telegram.person({ languageCode: 'vi' });
  const group = telegram.group({ hasPrivacy: false });
  const sent = person.send('học kế toán');
  return [
    sent,
    person.send('/toi'),
    person.start('course_so-cuu'),
    person.edit(sent.message?.message_id ?? 0, 'học vẽ'),
    person.sendSticker(),
    person.sendVoice(),
    person.sendPhoto({ caption: 'lớp này' }),
    person.sendFile(),
    person.shareLocation(10.8, 106.7),
    person.press('d.1~x', { isStale: true, on: 1 }).update,
    group.sendAs(person, 'ơi', { mention: true }) ?? {},
    person.block(),
    person.unblock(),
  ];
}

function zaloUpdates(): object[] {
  const person = zalo.person();
  const updates = [
    person.send('học kế toán'),
    person.send('1'),
    person.sendSticker(),
    person.sendVoice(),
    person.sendPhoto({ caption: 'bài 3' }),
    person.sendUnsupported(),
    person.sendUnknown(),
    zalo.group().sendAs(person, 'ơi', { mention: true }) ?? {},
  ];
  return [...updates, ...updates.map((update) => ({ ok: true, result: update }))];
}

function show(body: unknown): string {
  return (JSON.stringify(body) ?? 'undefined').slice(0, 600);
}

describe('malformed updates', () => {
  it('of Telegram are read as something, never thrown at', () => {
    const mangler = createMangler(1, telegramUpdates());
    const kinds = new Map<string, number>();
    for (let count = 0; count < readUpdates; count++) {
      const update = mangler.next();
      try {
        updateIdOf(update);
        const { kind } = readTelegramUpdate(update, bot, now);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      } catch (error) {
        throw new Error(`${error} at ${show(update)}`);
      }
    }
    // Most are no longer understood, but enough are that every branch was met.
    expect([...kinds.keys()].sort()).toEqual(['group', 'ignored', 'message', 'press_elsewhere', 'reachable']);
  });

  it('of Zalo are read as something, never thrown at', () => {
    const mangler = createMangler(2, zaloUpdates());
    const kinds = new Set<string>();
    for (let count = 0; count < readUpdates; count++) {
      const update = mangler.next();
      try {
        kinds.add(readZaloUpdate(update, now).kind);
      } catch (error) {
        throw new Error(`${error} at ${show(update)}`);
      }
    }
    expect([...kinds].sort()).toEqual(['ignored', 'message']);
  });

  it('leave no trace in the program', () => {
    for (const name of ['is_bot', 'type', 'id', 'result', 'message']) expect({}).not.toHaveProperty(name);
  });
});

describeDatabases('a webhook under malformed updates', (context) => {
  const bots = botApplications(context);

  /** Posts malformed updates, and in between real ones that must be answered. */
  async function bombard(
    application: BotApplication,
    channel: 'telegram' | 'zalo',
    source: { readonly updates: object[]; readonly seed: number; readonly ask: () => Promise<void> },
  ): Promise<void> {
    const mangler = createMangler(source.seed, source.updates);
    for (let count = 1; count <= postedUpdates; count++) {
      const update = mangler.next();
      const { status } = await application.post(channel, JSON.stringify(update));
      expect(status, show(update)).toBe(200);
      if (count % askEvery === 0) await source.ask();
    }
    for (const deep of [
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    ]) {
      expect((await application.post(channel, deep)).status).toBe(200);
    }
    await source.ask();
  }

  it('of Telegram answers everybody else', async () => {
    const application = await bots.start({ PUBLIC_URL: 'http://127.0.0.1:3000', ...botSettings('telegram', telegram) });
    const lan = telegram.person();
    await bombard(application, 'telegram', {
      updates: telegramUpdates(),
      seed: 3,
      ask: async () => {
        const before = lan.received.length;
        expect((await application.post('telegram', lan.send('học guitar'))).status).toBe(200);
        await lan.until(() => lan.received.length > before, { timeoutMs: 10_000 });
        expect(lan.received.at(-1)?.text).toContain('Guitar');
        application.advance(60);
      },
    });
  });

  it('of Zalo answers everybody else', async () => {
    const application = await bots.start({
      PUBLIC_URL: 'http://127.0.0.1:3000',
      ZALO_MONTHLY_QUOTA: '0',
      ...botSettings('zalo', zalo),
    });
    const lan = zalo.person();
    await bombard(application, 'zalo', {
      updates: zaloUpdates(),
      seed: 4,
      ask: async () => {
        const before = lan.received.length;
        expect((await application.post('zalo', lan.send('học guitar'))).status).toBe(200);
        await lan.until(() => lan.received.length > before, { timeoutMs: 10_000 });
        expect(lan.received.at(-1)?.text).toContain('Guitar');
        application.advance(60);
      },
    });
  });
});
