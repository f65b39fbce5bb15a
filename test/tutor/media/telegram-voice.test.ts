import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotApplication, botApplications, botSettings } from '../../support/bot-application.ts';
import { describeDatabases } from '../../support/databases.ts';
import { type Heard, type ModelServer, startModelServer } from '../../support/model-server.ts';
import { oggVoice } from '../../support/sound.ts';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../../support/telegram/index.ts';

let model: ModelServer;
let telegram: ScriptedTelegram;
let hears: Heard = { kind: 'hears', text: '' };

beforeEach(async () => {
  telegram = await startScriptedTelegram();
  telegram.deliver.hold();
  model = await startModelServer(
    () => ({ kind: 'say', text: 'Bài học không nói tới chuyện này. Bạn đang gặp nó ở đâu?' }),
    undefined,
    () => hears,
  );
});
// Registered outside, so that it runs after the programs have ended.
afterEach(async () => {
  await telegram.close();
  await model.close();
  expect(telegram.violations).toEqual([]);
  expect(model.violations).toEqual([]);
});

describeDatabases('a voice message on Telegram', (context) => {
  const bots = botApplications(context);
  let application: BotApplication;
  let lan: Person;

  async function begin(environment: Record<string, string> = {}): Promise<void> {
    application = await bots.start({
      ...botSettings('telegram', telegram),
      OPENAI_API_KEY: 'test-key',
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'scripted',
      OPENAI_TRANSCRIPTION_MODEL: 'whisper-1',
      ...environment,
    });
    lan = telegram.person();
  }

  /** Does something, waits until everything it brings was sent, and returns what was said. */
  async function after(update: unknown): Promise<string> {
    const before = lan.received.length;
    expect((await application.post('telegram', update)).status).toBe(200);
    await application.hearing?.idle();
    await application.tutor?.idle();
    await application.settled();
    return lan.received
      .slice(before)
      .map(({ text }) => text)
      .join('\n---\n');
  }

  async function agreed(environment: Record<string, string> = {}): Promise<void> {
    await begin(environment);
    await after(lan.send('/ai bat'));
  }

  it('is heard and answered like the same words typed, under what was heard', async () => {
    await agreed();
    hears = { kind: 'hears', text: 'Học guitar ở đâu?' };
    const said = await after(lan.sendVoice(3, oggVoice()));
    expect(said).toMatch(/^Mình nghe: “Học guitar ở đâu\?”\n\n.*guitar/is);
    expect(model.voices).toHaveLength(1);
    expect(model.voices[0]).toMatchObject({ model: 'whisper-1', language: 'vi', file: { fileName: 'voice.ogg' } });
    expect(telegram.callsOf('sendChatAction').map(({ payload }) => payload.action)).toContain('typing');
    const { rows } = await application.database.db.execute(sql`
      select state, source, caption, result, cost_micro_usd::int as cost,
        (select micro_usd::int from tutor_spending) as spent from tutor_media`);
    // Three seconds at 0.006 dollars a minute.
    expect(rows).toEqual([{ state: 'done', source: '', caption: '', result: null, cost: 300, spent: 300 }]);
    const turns = await application.database.db.execute<{ content: object }>(sql`select content from turn order by id`);
    expect(turns.rows.slice(-2).map(({ content }) => content)).toEqual([
      { kind: 'media', what: 'voice', source: '', seconds: 3 },
      { kind: 'text', text: 'Học guitar ở đâu?' },
    ]);
  });

  it('asks the tutor what no course answers, and chooses an answer in a lesson', async () => {
    await agreed();
    hears = { kind: 'hears', text: 'Vì sao trời mưa lại có cầu vồng vậy bạn?' };
    expect(await after(lan.sendVoice(3, oggVoice()))).toMatch(/^Mình nghe: “Vì sao.*---\n🤖 AI tạo/s);
    await after(lan.start('lesson_cuoc-goi-gia-danh'));
    hears = { kind: 'hears', text: 'Tiếp.' };
    expect(await after(lan.sendVoice(3, oggVoice()))).toMatch(/^Mình nghe: “Tiếp\.”\n\nHọ đóng vai ai\?/);
  });

  it('with words of danger gets their answer, nothing beside it, and no model', async () => {
    await agreed();
    hears = { kind: 'hears', text: 'Mình không muốn sống nữa, mình muốn tự tử.' };
    const said = await after(lan.sendVoice(3, oggVoice()));
    expect(said).toMatch(/115/);
    expect(said).not.toContain('Mình nghe');
    expect(said).not.toContain('tự tử.”');
    expect(model.requests).toEqual([]);
    // And no machine hears them for two days.
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('chỉ đọc được chữ');
    expect(model.voices).toHaveLength(1);
  });

  it('is not heard without an endpoint, and said so once', async () => {
    await agreed({ OPENAI_TRANSCRIPTION_MODEL: '' });
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('chỉ đọc được chữ');
    expect(await after(lan.sendVoice(3, oggVoice()))).toBe('');
    await bots.stop(application);
    await begin({ OPENAI_API_KEY: '' });
    expect(application.hearing).toBeUndefined();
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('chỉ đọc được chữ');
    expect(model.voices).toEqual([]);
  });

  it('is not heard of who did not agree, or agreed to words that did not speak of it; both are asked', async () => {
    await begin();
    const said = await after(lan.sendVoice(3, oggVoice()));
    expect(said).toMatch(/chỉ đọc được chữ.*tin nhắn thoại và hình.*Bạn đồng ý không\?/s);
    expect(model.voices).toEqual([]);
    hears = { kind: 'hears', text: 'Học guitar ở đâu?' };
    await after(lan.press('Bật gia sư AI').update);
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('Mình nghe');
    const { db } = application.database;
    await db.execute(sql`update consent set text_version = '1'`);
    await db.execute(sql`update conversation set state = state - 'told'`);
    expect(await after(lan.sendVoice(3, oggVoice()))).toMatch(/Bạn đồng ý không\?/);
    expect(model.voices).toHaveLength(1);
    await after(lan.press('Bật gia sư AI').update);
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('Mình nghe');
    const { rows } = await db.execute(
      sql`select text_version, withdrawn_at is null as stands from consent order by id`,
    );
    expect(rows).toEqual([
      { text_version: '1', stands: false },
      { text_version: '4', stands: true },
    ]);
  });

  it('of who is under 16 is not heard', async () => {
    await begin();
    await after(lan.send('/ai bat'));
    await after(lan.press('Mình dưới 16 tuổi').update);
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('chỉ đọc được chữ');
    expect(model.voices).toEqual([]);
  });

  it('that is too long by Telegram or by its own account, too big, or gone is not sent on', async () => {
    await agreed();
    expect(await after(lan.sendVoice(121, oggVoice(121)))).toMatch(/dài quá.*2 phút/);
    expect(await after(lan.sendVoice(3, oggVoice(600)))).toMatch(/dài quá/);
    expect(await after(lan.sendVoice(3, oggVoice(3, 10 * 1024 * 1024)))).toMatch(/lớn quá/);
    expect(await after(lan.sendVoice(3))).toMatch(/không mở được/);
    expect(await after(lan.sendVoice(3, Buffer.from('<html>')))).toMatch(/không mở được/);
    expect(model.voices).toEqual([]);
    const { rows } = await application.database.db.execute(
      sql`select coalesce(sum(micro_usd), 0)::int as spent from tutor_spending`,
    );
    expect(rows).toEqual([{ spent: 0 }]);
  });

  it('that the endpoint fails on twice is said kindly, once', async () => {
    await agreed();
    hears = { kind: 'status', status: 500 };
    expect(await after(lan.sendVoice(3, oggVoice()))).toMatch(/^Mình chưa nghe được tin này.*bằng chữ/);
    expect(model.voices).toHaveLength(2);
    hears = { kind: 'hears', text: ' … ' };
    expect(await after(lan.sendVoice(3, oggVoice()))).toMatch(/chưa nghe ra chữ/);
  });

  it('is not heard when the budget of the day is used up', async () => {
    await agreed({ TUTOR_DAILY_BUDGET_USD: '0.0005' });
    hears = { kind: 'hears', text: 'Học guitar ở đâu?' };
    expect(await after(lan.sendVoice(3, oggVoice()))).toContain('Mình nghe');
    expect(await after(lan.sendVoice(3, oggVoice()))).toMatch(/hôm nay đã dùng hết/);
    expect(model.voices).toHaveLength(1);
  });

  it('keeps nothing that identifies a person, and shows no link that was heard', async () => {
    await agreed();
    hears = { kind: 'hears', text: 'Số của mình là 0912 345 678, vào evil.example.com/x nhé' };
    const said = await after(lan.sendVoice(3, oggVoice()));
    expect(said).toContain('Mình nghe');
    const { rows } = await application.database.db.execute<{ content: string }>(sql`select content::text from turn`);
    for (const kept of [said, ...rows.map(({ content }) => content)]) expect(kept).not.toMatch(/0912|evil\.example/);
  });

  it('is told once though the program dies between hearing and telling', async () => {
    await agreed();
    const { db } = application.database;
    await application.hearing?.stop();
    await after(lan.sendVoice(3, oggVoice()));
    // As a process leaves it that was killed right after it had kept what it heard.
    await db.execute(sql`
      update tutor_media set state = 'running', owner = 'dead', lease_until = ${application.time.now},
        result = '{"kind":"understood","text":"Học guitar ở đâu?"}'::jsonb`);
    const before = lan.received.length;
    await bots.stop(application);
    application = await bots.start({
      ...botSettings('telegram', telegram),
      OPENAI_API_KEY: 'test-key',
      OPENAI_BASE_URL: model.url,
      OPENAI_TRANSCRIPTION_MODEL: 'whisper-1',
    });
    for (let round = 0; round < 2; round++) {
      await application.hearing?.round();
      await application.hearing?.idle();
      await application.settled();
    }
    expect(lan.received.slice(before).filter(({ text }) => text.includes('Mình nghe'))).toHaveLength(1);
    expect(model.voices).toEqual([]);
  });
});
