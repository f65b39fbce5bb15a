import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotApplication, botApplications, botSettings } from '../../support/bot-application.ts';
import { describeDatabases } from '../../support/databases.ts';
import { type ModelServer, startModelServer } from '../../support/model-server.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../../support/telegram/index.ts';
import { type ScriptedZalo, startScriptedZalo } from '../../support/zalo/index.ts';

const good =
  'Tên và địa chỉ của bạn bị mua bán nhiều, nên ai cũng đọc được [p1]. Theo bạn, vậy mình nên tin họ tới đâu?';
let model: ModelServer;
let telegram: ScriptedTelegram | undefined;
let zalo: ScriptedZalo | undefined;

beforeEach(async () => {
  model = await startModelServer(() => ({ kind: 'say', text: good }));
});
// Registered outside, so that it runs after the programs have ended.
afterEach(async () => {
  await telegram?.close();
  await zalo?.close();
  await model.close();
});

const settings = () => ({
  OPENAI_API_KEY: 'test-key',
  OPENAI_BASE_URL: model.url,
  OPENAI_MODEL: 'scripted',
  PUBLIC_URL: 'http://127.0.0.1:3000',
});

/** Hands updates over and waits until what they bring was sent. */
function teller(application: BotApplication, channel: 'telegram' | 'zalo') {
  return async (update: unknown): Promise<void> => {
    expect((await application.post(channel, update)).status).toBe(200);
    await application.settled();
  };
}

describeDatabases('the tutor with a model on a platform', (context) => {
  const bots = botApplications(context);

  it('shows typing on Telegram, says nothing meanwhile, and answers with the lesson below', async () => {
    telegram = await startScriptedTelegram();
    telegram.deliver.hold();
    const application = await bots.start({ ...botSettings('telegram', telegram), ...settings() });
    const lan = telegram.person();
    const tell = teller(application, 'telegram');
    await tell(lan.start('lesson_cuoc-goi-gia-danh'));
    await tell(lan.send('/ai bat'));
    await tell(lan.send('1'));
    const before = lan.received.length;
    await tell(lan.send('sao họ biết tên mình?'));
    await application.tutor?.idle();
    await application.settled();
    const said = lan.received.slice(before);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/🤖 AI tạo, có thể sai.*Tên và địa chỉ.*📘 Theo bài này\..*Họ đóng vai ai\?/s);
    expect(telegram.callsOf('sendChatAction').map(({ payload }) => payload.action)).toContain('typing');
    expect(telegram.violations).toEqual([]);
  });

  it('answers on Zalo, where choices are numbers', async () => {
    zalo = await startScriptedZalo();
    zalo.deliver.hold();
    const application = await bots.start({ ...botSettings('zalo', zalo), ...settings() });
    const lan = zalo.person();
    const tell = teller(application, 'zalo');
    await tell(lan.send('lesson_cuoc-goi-gia-danh'));
    await tell(lan.send('/ai bat'));
    // The numbers are those of the last menu.
    await tell(lan.send('/bai'));
    await tell(lan.send('1'));
    const before = lan.received.length;
    await tell(lan.send('sao họ biết tên mình?'));
    await application.tutor?.idle();
    await application.settled();
    const said = lan.received.slice(before);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/🤖 AI tạo.*Tên và địa chỉ.*\n1\. Tiếp/s);
    await tell(lan.send('1'));
    expect(lan.received.at(-1)?.text).toContain('Ba dấu hiệu');
    expect(zalo.violations).toEqual([]);
  });
});
