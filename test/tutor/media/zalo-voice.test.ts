import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotApplication, botApplications, botSettings } from '../../support/bot-application.ts';
import { describeDatabases } from '../../support/databases.ts';
import { type Heard, type ModelServer, startModelServer } from '../../support/model-server.ts';
import { aacVoice } from '../../support/sound.ts';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../../support/zalo/index.ts';

let model: ModelServer;
let zalo: ScriptedZalo;
let hears: Heard = { kind: 'hears', text: '' };

beforeEach(async () => {
  zalo = await startScriptedZalo();
  zalo.deliver.hold();
  model = await startModelServer(
    () => ({ kind: 'say', text: 'x' }),
    undefined,
    () => hears,
  );
});
// Registered outside, so that it runs after the programs have ended.
afterEach(async () => {
  await zalo.close();
  await model.close();
  expect(zalo.violations).toEqual([]);
  expect(model.violations).toEqual([]);
});

describeDatabases('a voice message on Zalo', (context) => {
  const bots = botApplications(context);
  let application: BotApplication;
  let lan: Person;

  /** Does something, waits until everything it brings was sent, and returns what was said. */
  async function after(update: unknown): Promise<string> {
    const before = lan.received.length;
    expect((await application.post('zalo', update)).status).toBe(200);
    await application.hearing?.idle();
    await application.settled();
    return lan.received
      .slice(before)
      .map(({ text }) => text)
      .join('\n---\n');
  }

  async function agreed(): Promise<void> {
    application = await bots.start({
      ...botSettings('zalo', zalo),
      OPENAI_API_KEY: 'test-key',
      OPENAI_BASE_URL: model.url,
      OPENAI_TRANSCRIPTION_MODEL: 'whisper-1',
    });
    lan = zalo.person();
    await after(lan.send('/ai bat'));
  }

  it('is heard as a file that speech services take, and answered', async () => {
    await agreed();
    hears = { kind: 'hears', text: 'Học guitar ở đâu?' };
    const said = await after(lan.sendVoice(zalo.keep('x.aac', aacVoice(5))));
    expect(said).toMatch(/^Mình nghe: “Học guitar ở đâu\?”\n\n.*guitar/is);
    expect(model.voices).toHaveLength(1);
    expect(model.voices[0]?.file).toMatchObject({ fileName: 'voice.m4a', contentType: 'audio/mp4' });
    expect(zalo.callsOf('sendChatAction').map(({ payload }) => payload.action)).toContain('typing');
    // A number that is said chooses from the list.
    hears = { kind: 'hears', text: '1' };
    expect(await after(lan.sendVoice(zalo.keep('y.aac', aacVoice(1))))).toMatch(/^Mình nghe: “1”\n\n.*guitar/is);
  });

  it('that is too long by its own frames, or gone, is not sent on', async () => {
    await agreed();
    expect(await after(lan.sendVoice(zalo.keep('x.aac', aacVoice(125))))).toMatch(/dài quá.*2 phút/);
    expect(await after(lan.sendVoice(`${zalo.url}/media/none.aac`))).toMatch(/không mở được/);
    expect(model.voices).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:1/x.aac',
    'http://voice.zdn.vn/x.aac',
    'https://voice.zdn.vn.example.com/x.aac',
    'https://zdn.vn@127.0.0.1/x.aac',
    'https://voice.zdn.vn:8443/x.aac',
    'https://user:pass@voice.zdn.vn/x.aac',
    'file:///etc/passwd',
  ])('is fetched from nowhere but Zalo: %s', async (address) => {
    await agreed();
    expect(await after(lan.sendVoice(address))).toMatch(/không mở được|chỉ đọc được chữ/);
    expect(model.voices).toEqual([]);
  });
});
