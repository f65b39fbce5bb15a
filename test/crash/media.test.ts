import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { botSettings } from '../support/bot-application.ts';
import { startModelServer } from '../support/model-server.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../support/program.ts';
import { oggVoice } from '../support/sound.ts';
import { startScriptedTelegram } from '../support/telegram/index.ts';
import { within } from '../support/within.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
});

function isTrue(what: string, holds: () => boolean): Promise<void> {
  const look = async (): Promise<void> => {
    while (!holds()) await new Promise((done) => setTimeout(done, 20));
  };
  return within(30, what, look());
}

it('answers a voice message once over kills while it is heard and right after', { timeout: 120_000 }, async () => {
  const dataDir = await temporaryFolder();
  undo.push(() => removeFolder(dataDir));
  const telegram = await startScriptedTelegram();
  undo.push(() => telegram.close());
  let answerFirst = (): void => {};
  const first = new Promise<void>((done) => {
    answerFirst = done;
  });
  const model = await startModelServer(
    () => ({ kind: 'status', status: 404 }),
    undefined,
    (_, number) => ({ kind: 'hears', text: 'Bạn là ai?', ...(number === 0 && { after: first }) }),
  );
  undo.push(() => model.close());
  let program: Program;
  const start = async (): Promise<void> => {
    program = await startProgram({
      dataDir,
      environment: {
        ...botSettings('telegram', telegram),
        SAMPLE_DATA: 'no',
        LOG_LEVEL: 'warn',
        OPENAI_API_KEY: 'test-key',
        OPENAI_BASE_URL: model.url,
        OPENAI_TRANSCRIPTION_MODEL: 'whisper-1',
      },
    });
    undo.push(program.kill9);
  };
  await start();
  const lan = telegram.person();
  lan.send('/ai bat');
  await isTrue('the consent', () => lan.received.length > 0);
  lan.sendVoice(3, oggVoice());
  await isTrue('the first hearing', () => model.voices.length === 1);
  await program!.kill9();
  answerFirst();
  await start();
  // The second hearing is answered at once; whatever the program has kept of it by now, the next one goes on from there.
  await isTrue('the second hearing', () => model.voices.length === 2);
  await program!.kill9();
  await start();
  await isTrue('the answer', () => lan.received.some(({ text }) => text.includes('Mình nghe: “Bạn là ai?”')));
  expect(await program!.stop()).toBe(0);

  const opened = await openDatabase({ databaseUrl: undefined, dataDir });
  undo.push(() => opened.close());
  const { rows } = await opened.db.execute(sql`
    select
      (select count(*)::int from tutor_media where state = 'done' and source = '') as done,
      (select count(*)::int from tutor_media) as media,
      (select count(*)::int from turn where update_key like 'media:%') as turns,
      (select count(*)::int from delivery where turn_id in (select id from turn where update_key like 'media:%')) as told,
      (select micro_usd::int from tutor_spending) as spent`);
  expect(rows).toEqual([{ done: 1, media: 1, turns: 1, told: 1, spent: 300 }]);
  expect(model.violations).toEqual([]);
});
